"""Whole shipments to whole answers, one or many of them."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import closing

from sanctionscreen.errors import UsageError
from sanctionscreen.goods import high_priority
from sanctionscreen.model import (
    Notice,
    Party,
    PartyScreening,
    Screening,
    Shipment,
    ShipmentScreening,
)
from sanctionscreen.screening.rules import Rules

from .advice import advise
from .cargo import look_at_cargo
from .parties import Asked, Fields, Parties
from .policy import own_policy

Screen = Callable[[Iterable[Party], int], Generator[Screening, None, None]]
"""Screens parties in their order, in so many processes."""


class Shipments:
    """Answers shipments; make one and keep it, since it remembers the fields that it read.

    Args:
        screen: screens the parties.
        warnings: what is to be said of the lists.
        rules: lists of codes and the policy.
    """

    def __init__(self, screen: Screen, warnings: Callable[[], tuple[Notice, ...]], rules: Rules) -> None:
        self._screen = screen
        self._warnings = warnings
        own = high_priority()
        others = (codes for codes in rules.code_lists if codes.key != own.key)
        self._code_lists = (own, *others)
        self._policy = rules.policy or own_policy()
        self._fields = Fields()

    def many(self, shipments: Iterable[Shipment], workers: int) -> Generator[ShipmentScreening, None, None]:
        """The answers in the order of the shipments. Equal parties are answered once, whoever ships them."""
        read: deque[tuple[Shipment, Parties]] = deque()
        screened: deque[Screening] = deque()
        with closing(self._screen(self._all_parties(shipments, read), workers)) as answers:
            for answer in answers:
                screened.append(answer)
                while read and len(read[0][1].asked) <= len(screened):
                    yield self._next(read, screened)
        while read:
            yield self._next(read, screened)

    def _all_parties(
        self, shipments: Iterable[Shipment], read: deque[tuple[Shipment, Parties]]
    ) -> Iterator[Party]:
        for shipment in shipments:
            if not isinstance(shipment, Shipment):
                raise UsageError(
                    f"a shipment is a Shipment, not {type(shipment).__name__}",
                    advice="Pass sanctionscreen.Shipment(parties=[...])",
                )
            parties = self._fields.read(shipment)
            read.append((shipment, parties))
            yield from (one.party for one in parties.asked)

    def _next(self, read: deque[tuple[Shipment, Parties]], screened: deque[Screening]) -> ShipmentScreening:
        shipment, parties = read.popleft()
        answers = [screened.popleft() for _ in parties.asked]
        return self._answer(shipment, parties, answers)

    def _answer(self, shipment: Shipment, read: Parties, answers: list[Screening]) -> ShipmentScreening:
        cargo = look_at_cargo(shipment, self._code_lists)
        parties = tuple(_parties(list(zip(read.asked, answers, strict=True))))
        skipped = read.skipped + cargo.skipped
        advice, reasons = advise(self._policy, parties, cargo.goods, cargo.route, (), skipped)
        return ShipmentScreening(
            shipment=shipment,
            advice=advice,
            reasons=reasons,
            policy=self._policy.version,
            parties=parties,
            goods=cargo.goods,
            route=cargo.route,
            skipped=skipped,
            warnings=self._warnings() + read.warnings + cargo.warnings,
        )


def _parties(answers: list[tuple[Asked, Screening]]) -> Iterator[PartyScreening]:
    """The answers, without those to a field as one name that find nothing more than its parties do."""
    for asked, answer in answers:
        if asked.doubling and _entities(answer) <= {
            entity
            for other, theirs in answers
            if other.given == asked.given and not other.doubling
            for entity in _entities(theirs)
        }:
            continue
        yield PartyScreening(
            role=asked.role, given=asked.given, said=asked.said, screening=answer, notes=asked.notes
        )


def _entities(answer: Screening) -> set[tuple[str, str]]:
    return {(hit.entity.list, hit.entity.id) for hit in answer.hits}
