"""From a question to its hits: candidates, scores, attributes, order."""

from __future__ import annotations

import itertools
from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from sanctionscreen.index import NameIndex
from sanctionscreen.matching import (
    Score,
    WeightedName,
    attribute_points,
    distinctiveness,
    most_attribute_points,
    says_little,
    score_names,
    weigh,
)
from sanctionscreen.model import Entity, Hit, Listing, Name, Notice, Settings, Snapshot
from sanctionscreen.model.vocabulary import Quiet

from .letters import letters_of
from .lists import Lists
from .party import Question
from .places import Near

BY_ITSELF = ("identifier", "listed_address")
"""What makes a hit alone, however little its name tells."""


class _Scored(NamedTuple):
    """A listed name of an entity, by its place among the entity's names, with its score and what it tells."""

    place: int
    score: Score
    listed: WeightedName | None = None


def find_hits(
    question: Question, lists: Lists, settings: Settings, day: date | None, near: Iterable[Near] = ()
) -> tuple[tuple[Hit, ...], tuple[Notice, ...]]:
    """All hits of a question, best first, and a notice where some were left out.

    ``day`` is the day that the answer is for: who was off a list by then raises no alert. ``near`` are the
    entities at the party's address, of which those without a name are hits.
    """
    party, holdings = question.party, lists.holdings
    by_entity = _score_names(question, lists.index, settings.threshold - most_attribute_points(party))
    for identifier in party.identifiers.values():
        for entity in lists.index.with_identifier(identifier):
            by_entity.setdefault(entity, [])
    for one in near:
        if one.nameless and one.at:
            by_entity.setdefault(one.entity, [])
    found = [
        hit
        for entity, names in by_entity.items()
        if (hit := _hit(question, *holdings.read(entity), names, settings, day))
    ]
    asked = letters_of(party.name)
    found.sort(key=lambda hit: _order(hit, asked))
    certain = sum(hit.score >= 100 for hit in found)
    kept = found[: max(settings.max_hits, certain)]
    if len(kept) == len(found):
        return tuple(kept), ()
    text = f"{len(found) - len(kept)} more hits at or above the threshold are not shown"
    return tuple(kept), (Notice(name="hits_left_out", text=text),)


def _score_names(question: Question, index: NameIndex, floor: float) -> dict[int, list[_Scored]]:
    """The listed names at or above a score, by entity; each name is scored as what its bearer is."""
    by_entity: dict[int, list[_Scored]] = {}
    for name, person in itertools.product(question.names, (False, True)):
        query = weigh(name.as_person if person else name.as_organization, index, person=person)
        for number in index.candidates(query, floor):
            listed = index.name(number)
            score = score_names(query, listed)
            if score.value >= floor:
                entity, place = index.owner(number)
                by_entity.setdefault(entity, []).append(_Scored(place, score, listed))
    return by_entity


def _hit(
    question: Question,
    entity: Entity,
    snapshot: Snapshot,
    names: list[_Scored],
    settings: Settings,
    day: date | None,
) -> Hit | None:
    # A craft may be listed with letters that are a form's too: EP-LDA.
    with_form = question.has_legal_form and not any(row.score.value >= 100 for row in names)
    attributes = attribute_points(question.party, entity, with_form=with_form, address=question.address)
    scored = [
        row._replace(score=row.score.with_points(*attributes)) for row in names or [_Scored(0, Score())]
    ]
    scored = [row for row in scored if row.score.value >= settings.threshold]
    if not scored:
        return None
    best = max(
        scored,
        key=lambda row: (
            row.score.value,
            entity.names[row.place].strength != "weak",
            row.score.exact,
            -row.place,
        ),
    )
    name = entity.names[best.place]
    listing = entity.listing or Listing(list=entity.list, authority="not stated", effect="red_flag")
    by_itself = any(points.feature in BY_ITSELF for points in attributes)
    quiet = _why_off_the_list(listing, day) or (None if by_itself else _why_weak(entity, scored, settings))
    return Hit(
        score=best.score.value,
        name=name.text,
        name_kind=name.kind,
        name_strength=name.strength,
        alert=not quiet,
        quiet_because=quiet,
        rarity=distinctiveness(best.listed) if best.listed else 0.0,
        entity=entity.model_copy(update={"listing": None}),
        listing=listing.model_copy(update={"snapshot": snapshot}),
        evidence=tuple(row.evidence() for row in best.score.points),
    )


def _why_off_the_list(listing: Listing, day: date | None) -> Quiet | None:
    """Who had been taken off the list raises no alert; a date that cannot be read counts for nothing.

    An order that has expired by its own date still does: such orders are renewed, at times after
    the copy that we hold was published.
    """
    off = listing.delisted_on.latest if listing.delisted_on else None
    return "delisted" if off and day and off <= day else None


def _why_weak(entity: Entity, scored: list[_Scored], settings: Settings) -> Quiet | None:
    if settings.weak_aliases == "alert":
        return None
    reasons = [_why_weak_name(entity.names[row.place], row) for row in scored]
    return None if None in reasons else reasons[0]


def _why_weak_name(name: Name, row: _Scored) -> Quiet | None:
    """Why a hit by one name of an entity is quiet; the name that stands first on the list always tells."""
    if name.strength == "weak":
        return "weak_alias"
    told = row.place == 0 or row.listed is None or not says_little(row.listed)
    return None if told else "telling_little"


def _order(hit: Hit, asked: str) -> tuple[float, bool, bool, float, float, str, str]:
    """Best score first; ties by alert, the very letters asked, evidence beyond 100, rarity, list and id."""
    beyond = -sum(row.points for row in hit.evidence if row.feature == "bounds")
    others = letters_of(hit.name) != asked
    return (-hit.score, not hit.alert, others, -beyond, -hit.rarity, hit.entity.list, hit.entity.id)
