"""What a screener looks at, and what it was asked to look at and cannot."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sanctionscreen.model import Notice, Screening, Settings, Skipped
from sanctionscreen.version import version

from .answer import status_of
from .found import Found
from .freshness import Freshness
from .lists import Lists


@dataclass(frozen=True, slots=True)
class Scope:
    """The lists, and how far they can be relied on.

    Args:
        lists: what is looked at.
        skipped: what should have been and is not.
        notices: what every answer says of the lists.
        doubtful: whether no answer without a hit is complete.
        freshness: tells which lists are stale; None where lists have no day.
    """

    lists: Lists
    skipped: tuple[Skipped, ...] = ()
    notices: tuple[Notice, ...] = ()
    doubtful: bool = False
    freshness: Freshness | None = None

    def day(self) -> date | None:
        """The day that answers are for; None where the lists have no day."""
        return self.freshness.day() if self.freshness else None

    def stale(self, day: date | None) -> tuple[Notice, ...]:
        """A notice for each list that is stale on a day."""
        return self.freshness.notices(day) if self.freshness and day else ()

    def answer(self, found: Found, settings: Settings, stale: tuple[Notice, ...]) -> Screening:
        """What was found as a whole answer.

        Args:
            found: of a party.
            settings: that it was looked for with.
            stale: the lists that are stale.
        """
        skipped = self.skipped + found.skipped
        doubtful = self.doubtful or found.doubtful or bool(stale) or not self.lists.snapshots
        return Screening(
            party=found.party,
            status=status_of(found.hits, incomplete=bool(skipped) or doubtful),
            hits=found.hits,
            findings=found.findings,
            lists=self.lists.snapshots,
            skipped=skipped,
            warnings=self.notices + stale + found.notices,
            settings=settings,
            library=version(),
        )
