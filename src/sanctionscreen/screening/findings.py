"""Hits on several records that are evidently of one party, put together for the reader.

The Consolidated Screening List repeats OFAC's rows, the Entity List repeats a party for each country,
and every country repeats the Security Council's. A reviewer reads one finding with all its listings.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

from sanctionscreen.matching.identifiers import SHORTEST, bare_number, numbers_of
from sanctionscreen.model import Entity, Finding, Hit

from .letters import letters_of

SHORTEST_NAME = 8
"""Letters and digits of a name that two parties hardly bear by chance in one country."""


def findings_of(hits: Sequence[Hit]) -> tuple[Finding, ...]:
    """The hits as findings, best first; every hit is in exactly one."""
    facts = [_Facts(hit) for hit in hits]
    group = list(range(len(hits)))
    because: dict[int, list[str]] = {}
    for a, b in combinations(range(len(hits)), 2):
        if group[a] != group[b] and (reason := _same(facts[a], facts[b])):
            old, new = sorted((group[a], group[b]), reverse=True)
            group = [new if number == old else number for number in group]
            because.setdefault(new, []).extend([*because.pop(old, ()), reason])
    return tuple(
        _finding(hits, [place for place, own in enumerate(group) if own == number], because.get(number, []))
        for number in dict.fromkeys(group)
    )


def _finding(hits: Sequence[Hit], places: list[int], because: list[str]) -> Finding:
    best = hits[places[0]]
    return Finding(
        name=best.entity.name,
        kind=best.entity.kind,
        score=best.score,
        alert=any(hits[place].alert for place in places),
        hits=tuple(places),
        because=tuple(dict.fromkeys(because)),
    )


class _Facts:
    """What is compared of a hit's entity, looked up once."""

    def __init__(self, hit: Hit) -> None:
        self.entity: Entity = hit.entity
        self.numbers = {
            (family, number): f"{row.type} {row.number}"
            for row in hit.entity.identifiers
            if (of := numbers_of(row.scheme)).strong and len(number := bare_number(row.number)) >= SHORTEST
            for family in of.families
        }
        self.references = {text for text in (hit.entity.id, *hit.listing.other_ids) if len(text) >= SHORTEST}
        self.names = {
            letters: name.text
            for name in hit.entity.names
            if name.strength != "weak" and len(letters := letters_of(name.text)) >= SHORTEST_NAME
        }
        self.countries = hit.entity.all_countries()
        self.births = [birth.on for birth in hit.entity.births if birth.on]


def _same(a: _Facts, b: _Facts) -> str | None:
    """Why two entities are evidently one party; None where that is not evident."""
    if len({a.entity.kind, b.entity.kind} - {"unknown"}) > 1:
        return None
    for number in sorted(a.numbers.keys() & b.numbers.keys()):
        return f"the same {a.numbers[number]}"
    for reference in sorted(a.references & b.references):
        return f"the same reference {reference}"
    shared = sorted(a.names.keys() & b.names.keys())
    if shared and (_same_person(a, b) if "person" in (a.entity.kind, b.entity.kind) else _same_place(a, b)):
        return f"the same name {a.names[shared[0]]}"
    return None


def _same_person(a: _Facts, b: _Facts) -> bool:
    """Thousands bear one name, so a date of birth must agree."""
    return any(one.overlaps(other) for one in a.births for other in b.births)


def _same_place(a: _Facts, b: _Facts) -> bool:
    """Namesakes are told apart by their countries; where one list states none, the name decides."""
    return not a.countries or not b.countries or bool(a.countries & b.countries)
