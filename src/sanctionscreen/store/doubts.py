"""What makes a version of a list doubtful, although every record of it could be read.

A person who adds a file may mean it, so it is taken and marked. Nobody has looked at a download, so a
doubtful one is refused. See ``docs/decisions/doubtful-lists.md``.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from .manifest import Manifest
from .tally import Tally

MAX_LOSS = 0.2
"""The share of records or names that a version may lose. The Security Council's list lost 12.5 % between
March 2021 and November 2024, the most between any two published versions that the tests read."""
MAX_COMPONENT_LOSS = 0.5
LEAST_COMPONENT = 10
"""One of the lists that a publication joins may shrink faster, and says nothing below so many records."""
MAX_NEW_UNREAD = 0.05
"""The share of records that may fill a field which this version of the package does not know."""
LONGEST_SILENCE_DAYS = 366
"""No list that is published on the web goes without a new version for longer."""
LEAST_FOR_SHARES = 100
"""Shares of fewer records than this say nothing of how a file is filled."""


def doubts_of_size(tally: Tally) -> Iterator[str]:
    """Too few or too many records for a whole list; a sentence each."""
    least, most = tally.source.expect_entities
    if not least <= tally.records <= most:
        noun = "record" if tally.records == 1 else "records"
        yield f"holds {tally.records:,} {noun}, where a complete list has {least:,} to {most:,}"


def doubts_of_filling(tally: Tally) -> Iterator[str]:
    """Fields that are filled less often than in any whole file seen."""
    for field, share in tally.source.expect_filled.items():
        filled = tally.filled[field] / tally.records
        if tally.records >= LEAST_FOR_SHARES and filled < share:
            yield (
                f"fills '{field}' in {filled:.1%} of its records, where a complete list does in at "
                f"least {share:.0%}"
            )


def doubts_of_loss(tally: Tally, before: Manifest, max_loss: float | None) -> Iterator[str]:
    """Records, names, or whole component lists that the version before has and this one has not."""
    most, snapshot = MAX_LOSS if max_loss is None else max_loss, before.snapshot
    for what, now, then in (
        ("records", tally.records, snapshot.records),
        ("names", tally.names, snapshot.names),
    ):
        if now < then * (1 - most):
            yield f"holds {now:,} {what}, {1 - now / then:.0%} fewer than the {then:,} of {snapshot.version}"
    for component, then in before.components.items():
        now = tally.components[component]
        if then >= LEAST_COMPONENT and now < then * (1 - MAX_COMPONENT_LOSS):
            yield f"holds {now:,} records of {component}, where {snapshot.version} holds {then:,}"


def doubts_of_fields(tally: Tally, unread: Mapping[str, int], before: Manifest | None) -> Iterator[str]:
    """Fields that nobody reads and that the version before did not have either."""
    known = before.report.get("unread", {}) if before else {}
    for name, count in sorted(unread.items()):
        if name not in known and count > tally.records * MAX_NEW_UNREAD:
            yield f"fills '{name}' {count:,} times, a field that this version of sanctionscreen cannot read"


def goes_back(as_of: date | None, before: Manifest | None) -> bool:
    """Whether a publisher's date is before that of another version."""
    held = before.snapshot.as_of if before else None
    return bool(as_of and held and as_of < held)


def doubts_of_date(as_of: date | None, before: Manifest | None, today: date) -> Iterator[str]:
    """A publisher's date that goes back, or that is too long ago for a list on the web."""
    if before and goes_back(as_of, before):
        yield f"is of {as_of}, and so older than {before.snapshot.version}"
    elif as_of and (today - as_of).days > LONGEST_SILENCE_DAYS:
        yield f"is of {as_of}, {(today - as_of).days:,} days ago"
