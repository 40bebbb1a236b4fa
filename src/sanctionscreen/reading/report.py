"""What a reader noticed on the way: nothing that a list says is dropped in silence."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Oddity:
    """A value that was kept but could not be understood, with where it stands and why it is odd."""

    record: str
    field: str
    value: str
    why: str


@dataclass(slots=True)
class Report:
    """Collected while one file set is read, and stored in the manifest of the snapshot.

    ``oddities`` keeps the first hundred of each reason and ``counts`` counts all of them;
    ``unread`` counts, per field path, the filled fields that no line of the reader asked for.
    """

    oddities: list[Oddity] = field(default_factory=list)
    counts: Counter[str] = field(default_factory=Counter)
    unread: Counter[str] = field(default_factory=Counter)

    def odd(self, record: str, field: str, value: str, why: str) -> None:
        """Keep an oddity."""
        self.counts[why] += 1
        if self.counts[why] <= 100:
            self.oddities.append(Oddity(record, field, value[:200], why))
