"""What rules on owners say of a party: whom the statements put above it, and who of those is listed."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import cached_property
from typing import NamedTuple

from sanctionscreen.model import ListedOwner, Notice, OwnershipFinding, OwnershipParty, Party, Settings
from sanctionscreen.ownership import Ownership, Reach, list_id
from sanctionscreen.ownership.remarks import UNSPECIFIED
from sanctionscreen.screening.found import find
from sanctionscreen.screening.kept import Kept
from sanctionscreen.screening.lists import Lists

from .climbing import MOST_ABOVE, Climb, Node
from .directory import Directory

KEPT, KEPT_OWNERS = 5_000, 50_000
"""Parties whose owners are kept, and owners of whom it is kept what they are on the lists."""


class Owned(NamedTuple):
    """What rules on owners say of a party, and what a reader should know of how it was looked up."""

    findings: tuple[OwnershipFinding, ...] = ()
    notes: tuple[Notice, ...] = ()


class _Above(NamedTuple):
    """What is above a party of the statements: its id, and what listed owners reach, if any is listed."""

    key: str
    reach: Reach | None
    notes: tuple[Notice, ...]


class Owners:
    """Answers for parties of shipments, each from the statements that lie above it.

    A register may have a million statements and name hundreds of thousands of parties, and it takes
    milliseconds to screen one by its name. So only those are screened that own a party that was asked for, or
    own an owner of it.

    Args:
        statements: those of the user, if any; those that the lists state are added.
        lists: where owners are looked for.
        settings: threshold and the like.
    """

    def __init__(self, statements: Ownership | None, lists: Lists, settings: Settings) -> None:
        self._statements = statements
        self._lists = lists
        self._settings = settings
        self._known: Kept[str, tuple[_Above, ...]] = Kept(KEPT)
        self._found: Kept[str, tuple[tuple[ListedOwner, bool], ...]] = Kept(KEPT_OWNERS)

    def owned(self, party: Party, on: date, day: date | None) -> Owned:
        """The rules that reach a party on a day, perhaps or for certain.

        Args:
            party: the party.
            on: the day of the shipment.
            day: the day that the lists are asked for.
        """
        findings: list[OwnershipFinding] = []
        notes: list[Notice] = []
        for above in self._above(party, day):
            told = above.reach.findings(above.key, on) if above.reach else ()
            reached = [finding for finding in told if finding.outcome != "not_owned"]
            findings += reached
            notes += [note for note in above.notes if reached or note.name == "owners_cut"]
        return Owned(tuple(findings), tuple(notes))

    @cached_property
    def _directories(self) -> tuple[Directory, ...]:
        graphs = (self._statements, self._lists.ties)
        return tuple(Directory(graph) for graph in graphs if graph is not None)

    def _above(self, party: Party, day: date | None) -> tuple[_Above, ...]:
        key = repr((party.name, party.other_names, party.identifiers, day))
        return self._known.get(key, lambda: tuple(self._looked_up(party, day)))

    def _looked_up(self, party: Party, day: date | None) -> Iterator[_Above]:
        """Each party of the statements that this one is; one name may be that of several."""
        seen: set[Node] = set()
        for graph, directory in enumerate(self._directories):
            for bearer in directory.find((party.name, *party.other_names), party.identifiers):
                if (node := Node(graph, bearer.place)) in seen:
                    continue
                climb = Climb(self._directories, node)
                seen |= climb.start
                yield self._judged(climb, day, by_name=not bearer.certain)

    def _judged(self, climb: Climb, day: date | None, *, by_name: bool) -> _Above:
        owners = {key: party for key, party in climb.parties.items() if key != climb.key}
        listed = {
            key: found
            for key, party in owners.items()
            if (found := self._listings(party, climb.ids(key), day))
        }
        reach = Reach(Ownership.of(climb.statements), listed) if listed else None
        return _Above(climb.key, reach, tuple(_notes(climb, by_name=by_name)))

    def _listings(
        self, owner: OwnershipParty, ids: frozenset[str], day: date | None
    ) -> tuple[ListedOwner, ...]:
        """The entries that an owner is: for certain by a number or by the list's own id, else by its name."""
        if owner.id.startswith(UNSPECIFIED):
            return ()
        key = repr((owner.name, owner.identifiers, owner.other_names, day))
        found = []
        for listed, alert in self._found.get(key, lambda: tuple(self._look(owner, day))):
            if list_id(listed.list, listed.entity) in ids:
                found.append(listed.model_copy(update={"certain": True}))
            elif alert:
                found.append(listed)
        return tuple(found)

    def _look(self, owner: OwnershipParty, day: date | None) -> Iterator[tuple[ListedOwner, bool]]:
        """What is found of an owner on the lists, and whether it raises an alert."""
        asked = Party(name=owner.name, identifiers=dict(owner.identifiers), other_names=owner.other_names)
        for hit in find(asked, self._lists, self._settings, day).hits:
            entity = hit.entity.model_copy(update={"listing": hit.listing})
            numbered = any(row.feature == "identifier" for row in hit.evidence)
            yield ListedOwner.of(entity, certain=numbered), hit.alert


def _notes(climb: Climb, *, by_name: bool) -> Iterator[Notice]:
    name = climb.parties[climb.key].name
    if by_name:
        text = f"what is stated of the owners of {name!r} is taken to be of this party, for its name alone"
        yield Notice(name="owners_by_name", text=text)
    if climb.cut:
        text = f"{name!r} has over {MOST_ABOVE} parties above it, of which the nearest were looked at"
        yield Notice(name="owners_cut", text=text)
