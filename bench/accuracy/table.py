"""The one table that all tasks fill: a row per measure, a column per engine."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

PEERS = ("WRatio", "token_set", "logic-v2")
HEAD = ("task", "measure", "cases", "sanctionscreen", "peers' cases", "there", *PEERS)
NONE = "-"


class Row(NamedTuple):
    """One measure of one task.

    Args:
        task: what was asked.
        measure: what was counted.
        cases: how many cases this package was asked.
        ours: its figure over all of them.
        sampled: how many of the same cases the peers were asked.
        there: this package's figure over those.
        peers: the peers' figures in the order of ``PEERS``; ``-`` where a peer was not asked.
    """

    task: str
    measure: str
    cases: int
    ours: str
    sampled: int = 0
    there: str = NONE
    peers: tuple[str, ...] = (NONE, NONE, NONE)

    def cells(self) -> list[str]:
        """The row as text."""
        sampled = f"{self.sampled:,}" if self.sampled else NONE
        return [self.task, self.measure, f"{self.cases:,}", self.ours, sampled, self.there, *self.peers]


def text_of(rows: Sequence[Row]) -> str:
    """The table for a terminal; also valid Markdown."""
    lines = [list(HEAD), *(row.cells() for row in rows)]
    widths = [max(len(line[column]) for line in lines) for column in range(len(HEAD))]
    lines.insert(1, ["-" * width for width in widths])
    return "\n".join(
        "| " + " | ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)) + " |"
        for line in lines
    )
