"""Whole shipments to whole answers, one or many of them."""

from __future__ import annotations

from collections import deque
from collections.abc import Generator, Iterable, Iterator
from contextlib import closing
from datetime import date

from sanctionscreen.errors import UsageError
from sanctionscreen.goods import high_priority
from sanctionscreen.model import (
    Notice,
    Party,
    PartyScreening,
    Settings,
    Shipment,
    ShipmentScreening,
)
from sanctionscreen.screening.found import Found
from sanctionscreen.screening.many import Dated, find_many
from sanctionscreen.screening.rules import Rules
from sanctionscreen.screening.scope import Scope

from .advice import advise
from .cargo import look_at_cargo
from .owners import Owners
from .parties import Asked, Fields, Parties
from .policy import own_policy
from .printable import printable
from .red_flags import red_flags


class Shipments:
    """Answers shipments; make one and keep it, since it remembers the fields that it read.

    Args:
        scope: the lists of parties.
        settings: threshold and the like.
        rules: what else shipments are screened by.
    """

    def __init__(self, scope: Scope, settings: Settings, rules: Rules) -> None:
        self._scope = scope
        self._settings = settings
        own = high_priority()
        others = (codes for codes in rules.code_lists if codes.key != own.key)
        self._code_lists = (own, *others)
        self._policy = rules.policy or own_policy()
        self._fields = Fields()
        self._owners = Owners(rules.ownership, scope.lists, settings)

    def many(self, shipments: Iterable[Shipment], workers: int) -> Generator[ShipmentScreening, None, None]:
        """The answers in the order of the shipments. Equal parties are answered once, whoever ships them."""
        read: deque[tuple[Shipment, Parties]] = deque()
        screened: deque[Dated] = deque()
        parties = self._all_parties(shipments, read)
        found = find_many(parties, self._scope.lists, self._settings, self._scope.day, workers)
        with closing(found) as answers:
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
            asked = printable(shipment)
            parties = self._fields.read(asked)
            read.append((asked, parties))
            yield from (one.party for one in parties.asked)

    def _next(self, read: deque[tuple[Shipment, Parties]], screened: deque[Dated]) -> ShipmentScreening:
        shipment, parties = read.popleft()
        answers = [screened.popleft() for _ in parties.asked]
        return self._answer(shipment, parties, answers)

    def _answer(self, shipment: Shipment, read: Parties, answers: list[Dated]) -> ShipmentScreening:
        cargo = look_at_cargo(shipment, self._code_lists)
        day = answers[-1].day if answers else self._scope.day()
        stale = self._scope.stale(day)
        parties = tuple(self._parties(list(zip(read.asked, answers, strict=True)), shipment.date, stale))
        skipped = read.skipped + cargo.skipped
        flags = red_flags(shipment, parties, cargo.goods, cargo.route)
        advice, reasons = advise(self._policy, parties, cargo.goods, cargo.route, flags, skipped)
        return ShipmentScreening(
            shipment=shipment,
            advice=advice,
            reasons=reasons,
            policy=self._policy.version,
            parties=parties,
            goods=cargo.goods,
            route=cargo.route,
            red_flags=flags,
            skipped=skipped,
            warnings=self._scope.notices + stale + read.warnings + cargo.warnings,
        )

    def _parties(
        self, answers: list[tuple[Asked, Dated]], on: date | None, stale: tuple[Notice, ...]
    ) -> Iterator[PartyScreening]:
        """The answers, without those to a field as one name that find nothing more than its parties do."""
        for asked, (found, day) in answers:
            if asked.doubling and _entities(found) <= {
                entity
                for other, (theirs, _) in answers
                if other.given == asked.given and not other.doubling
                for entity in _entities(theirs)
            }:
                continue
            # Lists in memory have no day: for a shipment without one it is today.
            owned = self._owners.owned(found.party, on or day or date.today(), day)
            yield PartyScreening(
                role=asked.role,
                given=asked.given,
                said=asked.said,
                screening=self._scope.answer(found, self._settings, stale),
                addresses=found.addresses,
                ownership=owned.findings,
                notes=asked.notes + owned.notes,
            )


def _entities(found: Found) -> set[tuple[str, str]]:
    return {(hit.entity.list, hit.entity.id) for hit in found.hits}
