"""The screener: parties in, whole answers out."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sanctionscreen.index import Holding, Holdings, NameIndex, build_index, open_index
from sanctionscreen.matching import explain
from sanctionscreen.model import (
    Entity,
    Explanation,
    Hit,
    Notice,
    Party,
    Screening,
    Settings,
    Skipped,
    Snapshot,
)
from sanctionscreen.store import By, Store, not_loaded
from sanctionscreen.version import version

from .answer import status_of, warnings_of
from .find import find_hits
from .findings import findings_of
from .freshness import Freshness
from .memory import hold_in_memory, starter_holding
from .party import Question, ask


@dataclass(frozen=True, slots=True)
class _Scope:
    """What a screener looks at, and what it was asked to look at and cannot."""

    holdings: Holdings
    skipped: tuple[Skipped, ...] = ()
    notices: tuple[Notice, ...] = ()
    doubtful: bool = False
    freshness: Freshness | None = None


class Screener:
    """Screens parties against a fixed set of list versions.

    Open one and keep it: it holds the mapped index and may be used from several threads. Use
    ``Screener.open`` for lists in a store and ``Screener.from_entities`` for lists in memory.
    """

    def __init__(self, scope: _Scope, index: NameIndex, settings: Settings) -> None:
        self._scope = scope
        self._index = index
        self.settings = settings

    @classmethod
    def open(
        cls,
        store: Store | str | os.PathLike[str] | None = None,
        lists: Sequence[str] | str | None = None,
        settings: Settings | None = None,
        *,
        as_of: date | datetime | None = None,
        by: By = "held",
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

        Returns:
            The screener. Where the store is empty and no list was asked for, it screens against
            the small starter list that comes with the package, and says so in every answer.

        Raises:
            UsageError: a list key that does not exist, or a day that lies ahead.
            StoreError: the store is damaged.
        """
        opened = store if isinstance(store, Store) else Store(store)
        wanted = [lists] if isinstance(lists, str) else lists
        if wanted is None and as_of is None and not opened.held():
            return cls._starter(settings or Settings())
        if as_of is None:
            snapshots = opened.snapshots(wanted)
            skipped = _not_held(wanted or (), snapshots)
        else:
            snapshots, skipped = opened.as_of(as_of, wanted, by)
        holdings = Holdings([Holding(snapshot, opened.entities(snapshot)) for snapshot in snapshots])
        scope = _Scope(
            holdings,
            skipped,
            warnings_of(snapshots),
            doubtful=any(snapshot.concerns for snapshot in snapshots),
            freshness=Freshness(opened, snapshots, as_of.date() if isinstance(as_of, datetime) else as_of),
        )
        return cls(scope, open_index(opened, holdings), settings or Settings())

    @classmethod
    def from_entities(cls, entities: Iterable[Entity], settings: Settings | None = None) -> Screener:
        """A screener over entities held in memory: a house list, or a test.

        Args:
            entities: in any order; ``list`` and ``id`` together must be unique.
            settings: threshold and the like.

        Raises:
            UsageError: two entities of one list have the same id.
        """
        holdings = Holdings(hold_in_memory(entities))
        return cls(_Scope(holdings), build_index(holdings), settings or Settings())

    @classmethod
    def _starter(cls, settings: Settings) -> Screener:
        holding, notice = starter_holding()
        holdings = Holdings([holding])
        return cls(_Scope(holdings, notices=(notice,), doubtful=True), build_index(holdings), settings)

    def screen(
        self,
        party: str | Party,
        *,
        kind: str = "unknown",
        country: str | None = None,
        identifiers: dict[str, str] | None = None,
        date_of_birth: str | None = None,
        gender: str = "unknown",
    ) -> Screening:
        """Everything the lists hold at or above the threshold for one party.

        Args:
            party: a name, or a ``Party``, which carries its own attributes.
            kind: ``person``, ``organization``, ``vessel``, ``aircraft`` or ``unknown``.
            country: an ISO 3166 code or a country's name.
            identifiers: numbers by what the sender calls them: ``{"imo": "9179842"}``.
            date_of_birth: a day, month or year.
            gender: ``male``, ``female`` (or ``m``, ``f``) or ``unknown``.

        Returns:
            The answer, with the lists looked at, what was skipped, and the settings.

        Raises:
            UsageError: a kind, country or gender that does not exist, or an attribute beside a ``Party``.
        """
        question = ask(
            party,
            kind=kind,
            country=country,
            identifiers=identifiers,
            date_of_birth=date_of_birth,
            gender=gender,
        )
        return self._answer(question)

    def explain(self, name: str, kind: str = "unknown") -> Explanation:
        """What every step of normalization makes of a name, and what each word weighs on these lists.

        Raises:
            UsageError: the kind is not one that exists.
        """
        return explain(name, kind, rarity=self._index)

    def screen_many(self, parties: Iterable[str | Party]) -> Iterator[Screening]:
        """The answers for many names or parties, in their order, one at a time."""
        return (self.screen(party) for party in parties)

    def _answer(self, question: Question) -> Screening:
        scope = self._scope
        hits: tuple[Hit, ...] = ()
        day = scope.freshness.day() if scope.freshness else None
        stale = scope.freshness.notices(day) if scope.freshness and day else ()
        notices = scope.notices + stale + question.notices
        if question.askable:
            hits, more = find_hits(question, scope.holdings, self._index, self.settings, day)
            notices += more
        skipped = scope.skipped + question.skipped
        doubtful = scope.doubtful or question.doubtful or bool(stale) or not scope.holdings.parts
        return Screening(
            party=question.party,
            status=status_of(hits, incomplete=bool(skipped) or doubtful),
            hits=hits,
            findings=findings_of(hits),
            lists=scope.holdings.snapshots,
            skipped=skipped,
            warnings=notices,
            settings=self.settings,
            library=version(),
        )


def _not_held(wanted: Sequence[str], snapshots: Sequence[Snapshot]) -> tuple[Skipped, ...]:
    held = {snapshot.list for snapshot in snapshots}
    return tuple(
        Skipped(what=key, reason=not_loaded(key)) for key in dict.fromkeys(wanted) if key not in held
    )
