"""Until when the lists of a screener count as their publishers' latest versions."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from sanctionscreen.model import Notice, Snapshot
from sanctionscreen.store import Store


class Freshness:
    """Tells which lists are stale at the moment of a screening.

    A screener may be kept open for weeks, so the day is looked at each time. What the store knows is
    read again on another day, and where a list is stale as soon as it is written anew: a refresh may
    have confirmed the list.

    Args:
        store: where the lists are; its clock tells the day.
        snapshots: the versions screened against.
        day: the day that answers are for, where they are not for today.
    """

    def __init__(self, store: Store, snapshots: Sequence[Snapshot], day: date | None = None) -> None:
        self._store = store
        self._snapshots = snapshots
        self._day = day
        self._written = store.written(snapshots)
        self._look(self.day())

    def day(self) -> date:
        """The day that answers are for."""
        return self._day or self._store.today()

    def notices(self, day: date) -> tuple[Notice, ...]:
        """A notice for each list that is stale on a day."""
        looked_on, written = self._seen
        if day != looked_on or (self._notices and self._written() != written):
            self._look(day)
        return self._notices

    def _look(self, day: date) -> None:
        self._seen = (day, self._written())
        until = self._store.fresh_until(self._snapshots, day)
        self._notices = tuple(
            Notice(
                name="stale_list",
                text=f"{snapshot.list}: this version was trusted to be the latest until {last}; bring it up "
                f"to date with: sanctionscreen lists update {snapshot.list}",
            )
            for snapshot, last in zip(self._snapshots, until, strict=True)
            if day > last
        )
