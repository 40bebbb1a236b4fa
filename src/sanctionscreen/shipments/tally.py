"""What the answers of a run add up to."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from sanctionscreen.model import Advice, ShipmentScreening


@dataclass(slots=True)
class ShipmentTally:
    """Counts over the answers of a run.

    Args:
        incomplete: the names of the policy's rows for what was not looked at.
        advices: shipments by advice.
        found: how many of them are held or reviewed for something that was found.
        unread: how many of them were not read whole.
        parties: how many parties were screened.
        before: how many of the shipments an earlier run had answered.
    """

    incomplete: frozenset[str]
    advices: Counter[Advice] = field(default_factory=Counter)
    found: int = 0
    unread: int = 0
    parties: int = 0
    before: int = 0

    @property
    def shipments(self) -> int:
        """How many shipments were answered."""
        return self.advices.total()

    @property
    def exit_code(self) -> int:
        """1 if any is held or reviewed for something found, else 3 if any is at all, else 0."""
        return 1 if self.found else 3 if self.advices["hold"] + self.advices["review"] else 0

    def add(self, answer: ShipmentScreening) -> None:
        """Count an answer."""
        self.advices[answer.advice] += 1
        self.parties += len(answer.parties)
        self.unread += any(answer.place and row.what.startswith(answer.place) for row in answer.skipped)
        self.found += any(
            reason.advice != "release" and reason.name not in self.incomplete for reason in answer.reasons
        )
