"""Whether a date of birth, as asked, is one of those that a list prints."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, NamedTuple

from sanctionscreen.model import PartialDate

YEARS_APART = 1
"""Years by which dates differ and still say nothing: many are reckoned from an age or another calendar."""
YEARS_APART_CIRCA = 5
"""The same for a date printed as ``circa``: so far off are half of those that other lists contradict."""

BirthFeature = Literal["birth_day", "birth", "birth_swapped", "other_birth"]
_BEST_FIRST: tuple[BirthFeature, ...] = ("birth_day", "birth", "birth_swapped")


class BirthsCompared(NamedTuple):
    """What dates of birth say, by the policy's row, and which of the listed dates say it."""

    feature: BirthFeature
    listed: tuple[PartialDate, ...]


def compare_births(asked: PartialDate, listed: Sequence[PartialDate]) -> BirthsCompared | None:
    """The best that a date can mean beside those listed; None where that says nothing.

    They agree on the day, or as far as both go (``1962`` and ``1962-11-23``), or with day and month
    swapped, as where one side writes the month first. They differ only if no listed date is near in years.

    Source: 2,522 pairs of records of one person on two published lists, found by number or reference, and
    60,000 pairs of strangers (``bench/attributes.py``). Of the former 70 % agree on the day, 28 % as far as
    both go, two have day and month swapped, 1.6 % are near, 0.8 % differ; of the latter 0.01 %, 1.1 %, none,
    7.4 % and 91 %.
    """
    pairs = [(date, feature) for date in listed if (feature := _compare(asked, date)) is not None]
    for feature in _BEST_FIRST:
        if agreeing := tuple(date for date, found in pairs if found == feature):
            return BirthsCompared(feature, agreeing)
    if pairs and all(feature == "other_birth" for _, feature in pairs):
        return BirthsCompared("other_birth", tuple(date for date, _ in pairs))
    return None


def _compare(a: PartialDate, b: PartialDate) -> BirthFeature | Literal["near"] | None:
    """What two dates say; None where either cannot be read."""
    overlap = a.overlaps(b)
    if overlap is None:
        return None
    if overlap:
        return "birth_day" if _is_known_day(a) and _is_known_day(b) else "birth"
    if _swapped(a, b):
        return "birth_swapped"
    apart = YEARS_APART_CIRCA if a.circa or b.circa else YEARS_APART
    return "near" if _years_between(a, b) <= apart else "other_birth"


def _is_known_day(date: PartialDate) -> bool:
    """Whether a date is one day. 1 January often stands for the year: it is 2.9 % of the listed days."""
    day = date.earliest
    return day is not None and day == date.latest and (day.month, day.day) != (1, 1) and not date.circa


def _swapped(a: PartialDate, b: PartialDate) -> bool:
    one, other = a.earliest, b.earliest
    if one is None or other is None or one != a.latest or other != b.latest:
        return False
    return (one.year, one.month, one.day) == (other.year, other.day, other.month)


def _years_between(a: PartialDate, b: PartialDate) -> int:
    if not (a.earliest and a.latest and b.earliest and b.latest):
        return 0
    return max(a.earliest.year - b.latest.year, b.earliest.year - a.latest.year)
