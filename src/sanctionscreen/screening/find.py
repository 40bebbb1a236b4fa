"""From a question to its hits: candidates, scores, attributes, order."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from sanctionscreen.index import Holdings, NameIndex
from sanctionscreen.matching import (
    Points,
    Score,
    WeightedName,
    attribute_points,
    most_attribute_points,
    score_names,
    weigh,
)
from sanctionscreen.model import Entity, Evidence, Hit, Listing, Notice, Party, Settings, Snapshot
from sanctionscreen.model.vocabulary import Quiet

from .letters import letters_of
from .party import Question


class _Scored(NamedTuple):
    """A listed name of an entity, by its place among the entity's names, with its score."""

    place: int
    score: Score


def find_hits(
    question: Question, holdings: Holdings, index: NameIndex, settings: Settings, day: date | None = None
) -> tuple[tuple[Hit, ...], tuple[Notice, ...]]:
    """All hits of a question, best first, and a notice where some were left out.

    ``day`` is the day that the answer is for: who was off a list by then raises no alert.
    """
    party = question.party
    by_entity = _score_names(question, index, settings.threshold - most_attribute_points(party))
    for identifier in party.identifiers.values():
        for entity in index.with_identifier(identifier):
            by_entity.setdefault(entity, [])
    found = [
        hit
        for entity, names in by_entity.items()
        if (hit := _hit(party, *holdings.read(entity), names, settings, day))
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
    for analysed, person in ((question.as_organization, False), (question.as_person, True)):
        if not analysed.tokens:
            continue
        query = weigh(analysed, index, person=person)
        for number in dict.fromkeys((*index.same_form(analysed), *index.candidates(query, floor))):
            listed: WeightedName = index.name(number)
            if listed.person is not person:
                continue
            score = score_names(query, listed)
            if score.value >= floor:
                entity, place = index.owner(number)
                by_entity.setdefault(entity, []).append(_Scored(place, score))
    return by_entity


def _hit(
    party: Party,
    entity: Entity,
    snapshot: Snapshot,
    names: list[_Scored],
    settings: Settings,
    day: date | None,
) -> Hit | None:
    attributes = attribute_points(party, entity)
    scored = [
        _Scored(place, score.with_points(*attributes))
        for place, score in names or [_Scored(0, Score(0.0, ()))]
    ]
    scored = [row for row in scored if row.score.value >= settings.threshold]
    if not scored:
        return None
    best = max(
        scored,
        key=lambda row: (
            row.score.value,
            entity.names[row.place].strength != "weak",
            _beyond(row.score.points),
            -row.place,
        ),
    )
    name = entity.names[best.place]
    listing = entity.listing or Listing(list=entity.list, authority="not stated", effect="red_flag")
    quiet = _why_off_the_list(listing, day) or _why_weak(entity, scored, settings)
    return Hit(
        score=best.score.value,
        name=name.text,
        name_kind=name.kind,
        name_strength=name.strength,
        alert=not quiet,
        quiet_because=quiet,
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
    strong = (entity.names[row.place].strength != "weak" or _by_identifier(row.score) for row in scored)
    return None if any(strong) else "weak_alias"


def _by_identifier(score: Score) -> bool:
    return any(row.feature == "identifier" for row in score.points)


def _order(hit: Hit, asked: str) -> tuple[float, bool, bool, float, str, str]:
    """Best score first; ties by alert, the very letters asked, evidence beyond 100, list and id."""
    others = letters_of(hit.name) != asked
    return (-hit.score, not hit.alert, others, -_beyond(hit.evidence), hit.entity.list, hit.entity.id)


def _beyond(contributions: Iterable[Points | Evidence]) -> float:
    """What the contributions would make beyond 100."""
    return -sum(row.points for row in contributions if row.feature == "bounds")
