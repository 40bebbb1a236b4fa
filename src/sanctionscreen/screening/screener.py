"""The screener: parties in, whole answers out."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from datetime import date, datetime
from functools import cached_property
from typing import TYPE_CHECKING, overload

from sanctionscreen.errors import UsageError
from sanctionscreen.matching import explain
from sanctionscreen.model import (
    Entity,
    Explanation,
    Notice,
    Party,
    Screening,
    Settings,
    Shipment,
    ShipmentScreening,
    Skipped,
    Snapshot,
)
from sanctionscreen.store import By, Store, not_loaded

from .answer import warnings_of
from .found import find
from .freshness import Freshness
from .lists import Lists
from .many import find_many
from .memory import hold_in_memory, starter_holding
from .party import party_of
from .rules import Rules
from .scope import Scope

if TYPE_CHECKING:
    from sanctionscreen.goods import CodeList
    from sanctionscreen.ownership import Ownership

    from .shipment import Policy, Shipments


class Screener:
    """Screens parties against a fixed set of list versions.

    Open one and keep it: it holds the mapped index and may be used from several threads. Use
    ``Screener.open`` for lists in a store and ``Screener.from_entities`` for lists in memory.
    """

    def __init__(self, scope: Scope, settings: Settings, rules: Rules | None = None) -> None:
        self._scope = scope
        self._index = scope.lists.index
        self._rules = rules or Rules()
        self.settings = settings

    @classmethod
    def open(  # noqa: PLR0913  (each is an option of its own)
        cls,
        store: Store | str | os.PathLike[str] | None = None,
        lists: Sequence[str] | str | None = None,
        settings: Settings | None = None,
        *,
        as_of: date | datetime | None = None,
        by: By = "held",
        ownership: Ownership | None = None,
        code_lists: Iterable[CodeList] = (),
        policy: Policy | None = None,
    ) -> Screener:
        """A screener over the lists of a store, as they are now or were on a past day.

        Args:
            store: the store, or its folder; the default store if none is given.
            lists: keys of the lists to screen against; all that the store holds if none are
                given. A list asked for and not held makes every answer without a hit incomplete.
            settings: threshold and the like.
            as_of: a past day (to its end in UTC) or moment, to answer what was known then.
            by: which versions of that day: ``held``, what this store worked with; ``published``, the
                newest now kept that the publishers had put out, for lists loaded afterwards.
            ownership: for shipments, statements of who owns whom, beside those that the lists make.
            code_lists: for shipments, lists of codes of goods, beside the Common High Priority List.
            policy: for shipments, what findings make of them; that of the package if none is given.

        Returns:
            The screener. Where the store is empty and no list was asked for, it screens against
            the small starter list that comes with the package, and says so in every answer.

        Raises:
            UsageError: a list key that does not exist, or a day that lies ahead.
            StoreError: the store is damaged.
        """
        opened = store if isinstance(store, Store) else Store(store)
        rules = Rules(ownership, tuple(code_lists), policy)
        wanted = [lists] if isinstance(lists, str) else lists
        if wanted is None and as_of is None and not opened.held():
            return cls._starter(settings or Settings(), rules)
        if as_of is None:
            snapshots = opened.snapshots(wanted)
            skipped = _not_held(wanted or (), snapshots)
        else:
            snapshots, skipped = opened.as_of(as_of, wanted, by)
        scope = Scope(
            Lists(snapshots, opened.home),
            skipped,
            warnings_of(snapshots),
            doubtful=any(snapshot.concerns for snapshot in snapshots),
            freshness=Freshness(opened, snapshots, as_of.date() if isinstance(as_of, datetime) else as_of),
        )
        return cls(scope, settings or Settings(), rules)

    @classmethod
    def from_entities(
        cls,
        entities: Iterable[Entity],
        settings: Settings | None = None,
        *,
        ownership: Ownership | None = None,
        code_lists: Iterable[CodeList] = (),
        policy: Policy | None = None,
    ) -> Screener:
        """A screener over entities held in memory: a house list, or a test.

        Args:
            entities: in any order; ``list`` and ``id`` together must be unique.
            settings: threshold and the like.
            ownership, code_lists, policy: for shipments, as for ``open``.

        Raises:
            UsageError: two entities of one list have the same id.
        """
        rules = Rules(ownership, tuple(code_lists), policy)
        return cls(Scope(Lists.in_memory(hold_in_memory(entities))), settings or Settings(), rules)

    @classmethod
    def _starter(cls, settings: Settings, rules: Rules) -> Screener:
        holding, notice = starter_holding()
        scope = Scope(Lists.in_memory([holding]), notices=(notice,), doubtful=True)
        return cls(scope, settings, rules)

    @property
    def lists(self) -> tuple[Snapshot, ...]:
        """The list versions that it screens against."""
        return self._scope.lists.snapshots

    @property
    def warnings(self) -> tuple[Notice, ...]:
        """What every answer of today says of the lists."""
        return self._scope.notices + self._scope.stale(self._scope.day())

    @property
    def skipped(self) -> tuple[Skipped, ...]:
        """What it was asked to look at and cannot."""
        return self._scope.skipped

    @overload
    def screen(self, party: Shipment) -> ShipmentScreening: ...

    @overload
    def screen(
        self,
        party: str | Party,
        *,
        kind: str = "unknown",
        country: str | None = None,
        identifiers: dict[str, str] | None = None,
        date_of_birth: str | None = None,
        gender: str = "unknown",
    ) -> Screening: ...

    def screen(
        self,
        party: str | Party | Shipment,
        *,
        kind: str = "unknown",
        country: str | None = None,
        identifiers: dict[str, str] | None = None,
        date_of_birth: str | None = None,
        gender: str = "unknown",
    ) -> Screening | ShipmentScreening:
        """Everything the lists hold at or above the threshold for one party, or the answer to a shipment.

        Args:
            party: a name, a ``Party`` or a ``Shipment``; the last two carry their own attributes.
            kind: ``person``, ``organization``, ``vessel``, ``aircraft`` or ``unknown``.
            country: an ISO 3166 code or a country's name.
            identifiers: numbers by what the sender calls them: ``{"imo": "9179842"}``.
            date_of_birth: a day, month or year.
            gender: ``male``, ``female`` (or ``m``, ``f``) or ``unknown``.

        Returns:
            The answer, with the lists looked at, what was skipped, and the settings; for a shipment one for
            each party that it names, with goods, route, ownership and an advice.

        Raises:
            UsageError: a kind, country, gender or role that does not exist, or an attribute beside a
                ``Party`` or a ``Shipment``.
        """
        if isinstance(party, Shipment):
            if kind != "unknown" or country or identifiers or date_of_birth or gender != "unknown":
                raise UsageError("a Shipment has no attributes of its own", advice="Set them on its parties")
            return next(self.screen_shipments([party]))
        asked = party_of(
            party,
            kind=kind,
            country=country,
            identifiers=identifiers,
            date_of_birth=date_of_birth,
            gender=gender,
        )
        scope, day = self._scope, self._scope.day()
        found = find(asked, scope.lists, self.settings, day)
        return scope.answer(found, self.settings, scope.stale(day))

    def explain(self, name: str, kind: str = "unknown") -> Explanation:
        """What every step of normalization makes of a name, and what each word weighs on these lists.

        Raises:
            UsageError: the kind is not one that exists.
        """
        return explain(name, kind, rarity=self._index)

    def screen_many(self, parties: Iterable[str | Party], workers: int | None = None) -> Iterator[Screening]:
        """The answers for many names or parties, in their order, one at a time.

        Memory does not grow with their number, and parties that are asked again soon are answered
        from memory. The answers are those of ``screen``, whatever the number of processes.

        Args:
            parties: names or parties, from any iterable. With several processes some hundreds are taken
                ahead of the answers; what the iterable raises is raised after them.
            workers: how many processes do the work; this one alone if not said. They share the mapped
                index of a store. They are started as ``multiprocessing`` is set to, so where that is not
                ``fork`` a script needs ``if __name__ == "__main__":``.

        Raises:
            UsageError: fewer than one worker, something that is no name and no ``Party``, or a country
                that does not exist.
            SanctionscreenError: a worker ended before it answered.
        """
        return self._answers((party_of(party) for party in parties), _checked(workers))

    def screen_shipments(
        self, shipments: Iterable[Shipment], workers: int | None = None
    ) -> Iterator[ShipmentScreening]:
        """The answers for many shipments, in their order, one at a time, as ``screen`` gives them.

        Parties that are asked again soon, in whichever shipment, are answered from memory.

        Args:
            shipments: from any iterable; a shipment that is wrong ends the answers, after those before it.
            workers: how many processes look for parties, as for ``screen_many``.

        Raises:
            UsageError: fewer than one worker, something that is no ``Shipment``, or a role that does not
                exist.
            SanctionscreenError: a worker ended before it answered.
        """
        return self._shipments.many(shipments, _checked(workers))

    @cached_property
    def _shipments(self) -> Shipments:
        from .shipment import Shipments  # noqa: PLC0415  (a screener of names alone needs nothing of it)

        return Shipments(self._scope, self.settings, self._rules)

    def _answers(self, parties: Iterable[Party], workers: int) -> Iterator[Screening]:
        scope = self._scope
        with closing(find_many(parties, scope.lists, self.settings, scope.day, workers)) as many:
            for found, day in many:
                yield scope.answer(found, self.settings, scope.stale(day))


def _checked(workers: int | None) -> int:
    if workers is not None and workers < 1:
        raise UsageError(f"there cannot be {workers} workers", advice="Give 1 or more, or none")
    return workers or 1


def _not_held(wanted: Sequence[str], snapshots: Sequence[Snapshot]) -> tuple[Skipped, ...]:
    held = {snapshot.list for snapshot in snapshots}
    return tuple(
        Skipped(what=key, reason=not_loaded(key)) for key in dict.fromkeys(wanted) if key not in held
    )
