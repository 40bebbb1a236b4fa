"""Dates as lists give them: a day, a month, a year, a range, or words."""

from __future__ import annotations

from datetime import date

from .frozen import Frozen


class PartialDate(Frozen):
    """A date as printed, with the earliest and the latest day it can mean.

    ``earliest`` and ``latest`` are None where the text could not be read; the text is never lost.
    """

    text: str
    earliest: date | None = None
    latest: date | None = None
    circa: bool = False

    def __str__(self) -> str:
        """The day in ISO form where the text means one day, otherwise the text."""
        if self.earliest and self.earliest == self.latest:
            return self.earliest.isoformat()
        return self.text

    def overlaps(self, other: PartialDate) -> bool | None:
        """Whether both can mean the same day; None where either cannot be read."""
        if not (self.earliest and self.latest and other.earliest and other.latest):
            return None
        return self.earliest <= other.latest and other.earliest <= self.latest
