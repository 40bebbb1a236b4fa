"""Until when the lists of a screener count as their publishers' latest versions."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from sanctionscreen.model import Notice, Snapshot
from sanctionscreen.store import Store


class Freshness:
    """Tells which lists are stale at the moment of a screening.

    A screener may be kept open for weeks, so the day is looked at each time. Where a list has become
    too old by what is known, the store is asked once more: a refresh may have confirmed it since.

    Args:
        store: where the lists are; its clock tells the day.
        snapshots: the versions screened against.
        day: the day that answers are for, where they are not for today.
    """

    def __init__(self, store: Store, snapshots: Sequence[Snapshot], day: date | None = None) -> None:
        self._store = store
        self._snapshots = snapshots
        self._day = day
        self._until = store.fresh_until(snapshots, self.day())

    def day(self) -> date:
        """The day that answers are for."""
        return self._day or self._store.today()

    def notices(self) -> tuple[Notice, ...]:
        """A notice for each list that is stale."""
        day = self.day()
        if all(day <= until for until in self._until):
            return ()
        self._until = self._store.fresh_until(self._snapshots, day)
        return tuple(
            Notice(
                name="stale_list",
                text=f"{snapshot.list}: this version was trusted to be the latest until {until}; bring it up "
                f"to date with: sanctionscreen lists update {snapshot.list}",
            )
            for snapshot, until in zip(self._snapshots, self._until, strict=True)
            if day > until
        )
