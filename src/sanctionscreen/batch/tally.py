"""What a run's answers add up to."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from sanctionscreen.model import Status
from sanctionscreen.reports.rows import HitRow


@dataclass(slots=True)
class Tally:
    """Counts over the answers of a run.

    Args:
        statuses: parties by the status of their answer.
        hits: how many hits they have.
        entities: the entities hit, by list and id.
        before: how many of the parties an earlier run had answered.
    """

    statuses: Counter[Status] = field(default_factory=Counter)
    hits: int = 0
    entities: set[tuple[str, str]] = field(default_factory=set)
    before: int = 0

    @property
    def parties(self) -> int:
        """How many parties were answered."""
        return self.statuses.total()

    def add(self, rows: Sequence[HitRow]) -> None:
        """Count the rows of one party's answer."""
        self.statuses[rows[0].status] += 1
        for row in rows:
            if row.score is not None:
                self.hits += 1
                self.entities.add((row.list, row.list_id))
