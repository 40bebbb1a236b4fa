"""What is screened against: the entities of some snapshots, numbered through, with their index."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Protocol

from sanctionscreen.model import Entity, Snapshot

from .build import put_together
from .listed import ListedNames
from .search import NameIndex
from .words import Array


class Entities(Protocol):
    """Entities that can be counted, walked through, and read by place."""

    def __len__(self) -> int: ...

    def __iter__(self) -> Iterator[Entity]: ...

    def __getitem__(self, place: int, /) -> Entity: ...


@dataclass(frozen=True, slots=True)
class Holding:
    """One snapshot and its entities."""

    snapshot: Snapshot
    entities: Entities


class Holdings:
    """Several snapshots as one sequence of entities, in the order given."""

    def __init__(self, parts: Sequence[Holding]) -> None:
        self.parts = tuple(parts)
        self._starts = [0, *accumulate(len(part.entities) for part in parts)]

    @property
    def snapshots(self) -> tuple[Snapshot, ...]:
        """The snapshots."""
        return tuple(part.snapshot for part in self.parts)

    def read(self, number: int) -> tuple[Entity, Snapshot]:
        """An entity by its number, with its snapshot."""
        part = bisect_right(self._starts, number) - 1
        holding = self.parts[part]
        return holding.entities[number - self._starts[part]], holding.snapshot


def listed_names(entities: Iterable[Entity]) -> dict[str, Array]:
    """The names of a list, analysed, as arrays."""
    names = ListedNames()
    for entity in entities:
        names.add(
            entity.kind,
            (name.text for name in entity.names),
            (identifier.number for identifier in entity.identifiers),
            entity.addresses,
        )
    return names.arrays()


def build_index(holdings: Holdings) -> NameIndex:
    """The index of all entities, in memory."""
    return NameIndex(put_together([listed_names(part.entities) for part in holdings.parts]))
