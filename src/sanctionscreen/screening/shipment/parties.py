"""Every party of a shipment: those given, those that their texts name besides, and the ship."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from sanctionscreen.documents import FoundParty, PartiesFound, parties_in
from sanctionscreen.errors import SanctionscreenError
from sanctionscreen.model import Identifier, Notice, Party, Shipment, Skipped
from sanctionscreen.printed import country_code, partial_date
from sanctionscreen.screening.kept import Kept

from .roles import role_of

SHORT_FIELD = 120
"""Characters of a field of one line that is screened as one name too, however it was taken apart: a listed
name that holds a stroke or a marker such as ``A/C`` is found as printed."""
KEPT = 20_000
"""Fields whose reading is kept, since trade data names the same parties over and over."""
SAME = {"shipper": ("shipper", "consignor", "exporter"), "consignee": ("consignee", "ultimate_consignee")}
"""The roles in which a party may be given that another field names so."""
_NOTED = frozenset(("joined", "split", "stripped", "lifted"))


class Asked(NamedTuple):
    """A party to screen.

    Args:
        role: its role.
        given: the place of the party in whose text it stands.
        said: the words that name its role.
        party: what is asked.
        notes: how it was read.
        doubling: a field of several parties, asked as one name; it counts where that finds more than they do.
    """

    role: str | None
    given: int | None
    said: str
    party: Party
    notes: tuple[Notice, ...] = ()
    doubling: bool = False


class Reference(NamedTuple):
    """A text that names the party of another field, such as ``SAME AS CONSIGNEE``."""

    role: str | None
    given: int | None
    said: str
    target: str
    note: Notice


class Parties(NamedTuple):
    """The parties of a shipment, and what could not be read or is to be said of their texts."""

    asked: tuple[Asked, ...]
    skipped: tuple[Skipped, ...] = ()
    warnings: tuple[Notice, ...] = ()


class _Field(NamedTuple):
    """What one given party's text holds."""

    parties: tuple[Asked | Reference, ...]
    skipped: tuple[str, ...] = ()
    warnings: tuple[Notice, ...] = ()


class Fields:
    """Reads the parties of shipments, and remembers what equal fields held."""

    def __init__(self) -> None:
        self._known: Kept[str, _Field] = Kept(KEPT)

    def read(self, shipment: Shipment) -> Parties:
        """Every party of a shipment, in its order, the ship last.

        Raises:
            UsageError: a role that does not exist; it says which party has it.
        """
        asked: list[Asked | Reference] = []
        skipped: list[Skipped] = []
        warnings: list[Notice] = []
        for place, role, party in _given(shipment):
            field = self._field(party, role)
            what = called(place, role)
            skipped += [Skipped(what=what, reason=reason) for reason in field.skipped]
            warnings += [Notice(name=note.name, text=f"{what}: {note.text}") for note in field.warnings]
            named = {"reference": party.reference}
            for found in field.parties:
                if isinstance(found, Asked) and party.reference:
                    known = found._replace(party=found.party.model_copy(update=named))
                    asked.append(known._replace(given=place))
                else:
                    asked.append(found._replace(given=place))
        if not asked and not skipped:
            skipped.append(Skipped(what="parties", reason="the shipment names no party"))
        fields = {place: role for place, role, _ in _given(shipment)}
        resolved = list(_resolved(asked, fields, skipped))
        return Parties(tuple(resolved), tuple(skipped), tuple(warnings))

    def _field(self, party: Party, role: str | None) -> _Field:
        key = f"{role}{party.model_dump_json(exclude={'reference', 'role'})}"
        return self._known.get(key, lambda: _read(party, role))


def called(place: int | None, role: str | None) -> str:
    """What a party is called in a sentence.

    >>> called(0, "consignee"), called(None, "vessel")
    ('party 1 (consignee)', 'the vessel')
    """
    if place is None:
        return "the vessel"
    return f"party {place + 1} ({role.replace('_', ' ')})" if role else f"party {place + 1}"


def _given(shipment: Shipment) -> Iterator[tuple[int | None, str | None, Party]]:
    for place, party in enumerate(shipment.parties):
        yield place, _role(shipment, place, party), party
    if shipment.vessel:
        kind = {"kind": "vessel"} if shipment.vessel.kind == "unknown" else {}
        yield None, "vessel", shipment.vessel.model_copy(update=kind)


def _role(shipment: Shipment, place: int, party: Party) -> str | None:
    if party.role is None or not party.role.strip():
        return None
    try:
        return role_of(party.role)
    except SanctionscreenError as error:
        raise type(error)(
            error.problem, record=shipment.reference, field=f"parties[{place}].role", advice=error.advice
        ) from error


def _read(party: Party, role: str | None) -> _Field:
    """The parties in the text of one, the first with all that is given of it."""
    skipped: tuple[str, ...] = ()
    if party.country and country_code(party.country) is None:
        skipped = (
            f"unknown country '{party.country}', which was left out; "
            "give an ISO 3166 code such as HK, or its English name",
        )
        party = party.model_copy(update={"country": None})
    lines = party.name_lines or party.name.splitlines()
    try:
        found = parties_in(lines, role)
    except SanctionscreenError as error:
        reason = f"the parties in its name were not told apart: {error.problem}"
        return _Field((Asked(role, None, "", _plain(party)),), (*skipped, reason))
    refers = [_reference(note, found.text, role) for note in found.notes if ":" in note.name]
    if found.parties:
        asked = [_asked(party, found, number, role) for number in range(len(found.parties))]
        if len(asked) > 1 and _short(found):
            note = Notice(name="whole", text=f"{found.text!r} was screened as one name too")
            asked.append(Asked(role, None, "", Party(name=found.text), (note,), doubling=True))
        return _Field((*asked, *refers), skipped, _told(found))
    if any(note.name == "empty" for note in found.notes):
        skipped = (*skipped, next(note.text for note in found.notes if note.name == "empty"))
    known = _plain(party).model_copy(update={"address": party.address or _lines(found.address)})
    known = _more_numbers(known, found.identifiers)
    alone = not refers and not _told(found) and not any(note.name == "empty" for note in found.notes)
    if alone or known.identifiers or known.address:
        return _Field((Asked(role, None, "", known), *refers), skipped, _told(found))
    return _Field(tuple(refers), skipped, _told(found))


def _told(found: PartiesFound) -> tuple[Notice, ...]:
    return tuple(note for note in found.notes if note.name == "to_order")


def _reference(note: Notice, text: str, role: str | None) -> Reference:
    what, _, target = note.name.partition(":")
    known = {"above": "above", "below": "below"}.get(target) or role_of(target)
    own = role if what == "same_as" else role_of(what)
    said = Notice(name=what, text=note.text)
    return Reference(own, None, " ".join(text.split()), known, said)


def _asked(party: Party, found: PartiesFound, number: int, role: str | None) -> Asked:
    one = found.parties[number]
    own = role_of(one.role) if one.role else role
    if number:
        fields = Party(name=one.name, kind=one.kind, other_names=_others(one), address=_lines(one.address))
        return Asked(own, None, one.said, _more_numbers(fields, one.identifiers), one.notes)
    unread: tuple[Notice, ...] = ()
    founded = partial_date(party.incorporated or "")
    if founded and not founded.earliest:
        text = f"the day of founding {founded.text!r} cannot be read and was not looked at"
        unread = (Notice(name="incorporated_unread", text=text),)
    first = _plain(party).model_copy(
        update={
            "name": one.name,
            "kind": one.kind if party.kind == "unknown" else party.kind,
            "other_names": tuple(
                dict.fromkeys((*_others(one), *party.other_names, *_whole(party, found, one)))
            ),
            "address": party.address or _lines(one.address) or _lines(found.address),
        }
    )
    steps = tuple(Notice(name=step.did, text=step.text) for step in found.steps if step.did in _NOTED)
    numbers = (*one.identifiers, *found.identifiers)
    return Asked(own, None, one.said, _more_numbers(first, numbers), (*unread, *steps, *one.notes))


def _plain(party: Party) -> Party:
    """A party without what tells of its shipment alone: its role, and the lines that were read."""
    return party.model_copy(update={"role": None, "name_lines": (), "reference": None})


def _others(found: FoundParty) -> tuple[str, ...]:
    return tuple(other.text for other in found.other_names)


def _lines(address: Sequence[str]) -> str | None:
    return ", ".join(address) or None


def _short(found: PartiesFound) -> bool:
    return "\n" not in found.text and len(found.text) <= SHORT_FIELD


def _whole(party: Party, found: PartiesFound, one: FoundParty) -> tuple[str, ...]:
    """The field as given, where it holds one party, and a name that stands beside the lines."""
    whole = found.text if len(found.parties) == 1 and _short(found) else ""
    beside = "" if party.name in (found.text, "\n".join(party.name_lines)) else party.name
    return tuple(text for text in dict.fromkeys((whole, beside)) if text and text != one.name)


def _more_numbers(party: Party, numbers: Sequence[Identifier]) -> Party:
    """A party with the numbers that stand in its text, by what the text calls them."""
    if not numbers:
        return party
    known = dict(party.identifiers)
    for identifier in numbers:
        label, count = identifier.type, 2
        while known.get(label, identifier.number) != identifier.number:
            label, count = f"{identifier.type} {count}", count + 1
        known[label] = identifier.number
    return party.model_copy(update={"identifiers": known})


def _resolved(
    found: Sequence[Asked | Reference], fields: dict[int | None, str | None], skipped: list[Skipped]
) -> Iterator[Asked]:
    """The parties, each reference as the party that it names; one that names none is skipped."""
    for place, one in enumerate(found):
        if isinstance(one, Asked):
            yield one
        elif target := _target(found, place, one, fields):
            yield Asked(one.role, one.given, one.said, target.party, (one.note,))
        else:
            what = called(one.given, one.role)
            reason = f"{one.said!r} names the party of another field, {one.target}, which is not given"
            skipped.append(Skipped(what=what, reason=reason))


def _target(
    found: Sequence[Asked | Reference], place: int, reference: Reference, fields: dict[int | None, str | None]
) -> Asked | None:
    """The party of the field that a reference names, or else one that a text gives its role."""
    others = [one for one in found if isinstance(one, Asked) and one.given != reference.given]
    if reference.target == "above":
        return next((one for one in reversed(found[:place]) if isinstance(one, Asked)), None)
    if reference.target == "below":
        return next((one for one in found[place + 1 :] if isinstance(one, Asked)), None)
    for role in SAME.get(reference.target, (reference.target,)):
        for one in others:
            if role in (fields[one.given], one.role):
                return one
    return None
