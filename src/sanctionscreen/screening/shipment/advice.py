"""From everything found to an advice with its reasons, as a policy has it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sanctionscreen.model import (
    Advice,
    Hit,
    LineFlag,
    PartyScreening,
    Reason,
    RedFlag,
    RouteFlag,
    Skipped,
)
from sanctionscreen.model.flags import Match
from sanctionscreen.model.shipment import GRAVITY

from .parties import called
from .policy import Circumstances, Fact, Policy, Row

LISTED: frozenset[Match] = frozenset(("code", "part", "shorter"))
"""How the code of a line meets a listed one that makes its goods listed ones."""


def advise(
    policy: Policy,
    parties: Sequence[PartyScreening],
    goods: Sequence[LineFlag],
    route: Sequence[RouteFlag],
    red_flags: Sequence[RedFlag],
    skipped: Sequence[Skipped],
) -> tuple[Advice, tuple[Reason, ...]]:
    """The gravest advice of all findings, and every reason, the gravest first.

    Findings of one party that the same row decides on make one reason; others make one each.
    """
    around = Circumstances(
        listed_goods=any(row.flag.match in LISTED for row in goods),
        flagged_route=any(flag.place != "origin" for flag in route),
    )
    decided: dict[tuple[str, int | str], tuple[Row, list[Fact]]] = {}
    for fact in _facts(parties, goods, route, red_flags, skipped):
        row = policy.row(fact, around)
        if row.about != "note" or row.advice != "release":
            group = fact.text if fact.party is None else fact.party
            decided.setdefault((row.name, group), (row, []))[1].append(fact)
    order = {row.name: place for place, row in enumerate(policy.rows)}
    reasons = sorted(
        (_reason(row, facts, parties) for row, facts in decided.values()),
        key=lambda reason: (-GRAVITY.index(reason.advice), order.get(reason.name, len(order))),
    )
    return (reasons[0].advice if reasons else "release"), tuple(reasons)


def _reason(row: Row, facts: Sequence[Fact], parties: Sequence[PartyScreening]) -> Reason:
    first = facts[0]
    more = f"; and {len(facts) - 1} more" if len(facts) > 1 else ""
    who = "" if first.party is None else f"{called(parties[first.party].given, parties[first.party].role)}: "
    return Reason(
        advice=row.advice, name=row.name, text=f"{who}{row.text}: {first.text}{more}", party=first.party
    )


def _facts(
    parties: Sequence[PartyScreening],
    goods: Sequence[LineFlag],
    route: Sequence[RouteFlag],
    red_flags: Sequence[RedFlag],
    skipped: Sequence[Skipped],
) -> Iterator[Fact]:
    for place, party in enumerate(parties):
        yield from _of_party(place, party)
    for flag in route:
        yield Fact(about="route", name=flag.kind, text=flag.text, certain=flag.certain)
    for line in goods:
        text = f"line {line.line + 1}: {line.flag.text}"
        yield Fact(about="goods", name=line.flag.match, text=text, certain=line.flag.certain)
    for red in red_flags:
        yield Fact(about="red_flag", name=red.name, text=f"{red.text} ({red.source})")
    undone = [f"{row.what}: {row.reason}" for row in skipped]
    undone += [text for party in parties for text in _undone(party)]
    for text in dict.fromkeys(undone):
        yield Fact(about="incomplete", text=text)


def _of_party(place: int, party: PartyScreening) -> Iterator[Fact]:
    for hit in party.screening.hits:
        yield _of_hit(place, hit)
    for owned in party.ownership:
        yield Fact(
            about="ownership",
            name=owned.outcome,
            party=place,
            text=f"{owned.regime}: {owned.reason}",
            certain=not owned.review,
            status=owned.status,
        )
    for near in party.addresses:
        text = f"{near.name} ({near.list}) at {near.listed}"
        name = "perhaps_there" if near.perhaps_there else near.level
        yield Fact(about="address", name=name, party=place, text=text)
    for note in party.notes:
        yield Fact(about="note", name=note.name, party=place, text=note.text)


def _of_hit(place: int, hit: Hit) -> Fact:
    where = hit.listing.component_title or hit.listing.component or hit.listing.list
    return Fact(
        about="hit",
        name=hit.quiet_because or "",
        party=place,
        text=f"{hit.name} ({where}), score {hit.score:g}",
        alert=hit.alert,
        effect=hit.listing.effect,
        score=hit.score,
        evidence=frozenset(row.feature for row in hit.evidence if row.points > 0),
    )


def _undone(party: PartyScreening) -> Iterator[str]:
    """What was not looked at for a party: lists that are absent or doubtful, a name that cannot be read."""
    screening = party.screening
    for row in screening.skipped:
        yield f"{row.what}: {row.reason}"
    if screening.status == "incomplete" and not screening.skipped:
        yield from [notice.text for notice in screening.warnings] or ["there was no list to look at"]
