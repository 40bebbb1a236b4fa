"""The lists that are screened against, with their index, in this process and in others."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sanctionscreen.index import Holding, Holdings, NameIndex, build_index, open_index
from sanctionscreen.model import Snapshot
from sanctionscreen.store import Store

from .places import Places

if TYPE_CHECKING:
    from sanctionscreen.ownership import Ownership


class Lists:
    """Fixed versions of some lists. They are opened, and their index is, when first used.

    May be sent to another process. Those of a store are opened there from the same files, mapped into
    memory, so that processes share them; those in memory are sent whole and indexed there anew.

    Args:
        snapshots: the versions of lists that a store holds.
        home: the store's folder; None for lists in memory.
        parts: lists in memory, with their snapshots.
    """

    def __init__(
        self, snapshots: Sequence[Snapshot], home: Path | None, parts: Iterable[Holding] = ()
    ) -> None:
        self.snapshots = tuple(snapshots)
        self._home = home
        self._parts = tuple(parts)

    @classmethod
    def in_memory(cls, parts: Sequence[Holding]) -> Lists:
        """Lists that are in no store."""
        return cls([part.snapshot for part in parts], None, parts)

    @cached_property
    def holdings(self) -> Holdings:
        """The entities, numbered through."""
        if self._home is None:
            return Holdings(self._parts)
        store = Store(self._home)
        return Holdings([Holding(snapshot, store.entities(snapshot)) for snapshot in self.snapshots])

    @cached_property
    def index(self) -> NameIndex:
        """The index of their names."""
        if self._home is None:
            return build_index(self.holdings)
        return open_index(Store(self._home), self.holdings)

    @cached_property
    def places(self) -> Places:
        """Their addresses."""
        return Places(self.holdings, self.index)

    @cached_property
    def ties(self) -> Ownership:
        """What they state of who owns whom; with a store it is kept there from one process to the next."""
        from .ties import ties_of  # noqa: PLC0415  (only shipments ask for it)

        return ties_of(self.holdings, None if self._home is None else Store(self._home))

    def __getstate__(self) -> dict[str, Any]:
        """What another process needs to open them again."""
        return {"snapshots": self.snapshots, "_home": self._home, "_parts": self._parts}
