"""Cells of a table as days and numbers, as people write them."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

from sanctionscreen.batch.file import text_of
from sanctionscreen.printed.dates import day, month_first_date, partial_date

from .record import Problem

_NUMERIC_DAY = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})")
_TIME = re.compile(r"[T ]\d{1,2}:\d\d.*$")
_ENGLISH = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?")
# A single full stop is a decimal point: 1.200 is said in both ways, and weights have three digits behind it.
_EUROPEAN = re.compile(
    r"\d{1,3}(?:[. ]\d{3})+,\d+|\d{1,3}(?:[. ]\d{3}){2,}|\d{1,3}(?: \d{3})+|\d+,\d{1,2}|\d+,\d{4,}"
)
_WITH_UNIT = re.compile(r"([\d.,  ]*\d)\s*([^\W\d_]+\.?)?")


def day_of(value: Any) -> tuple[date | None, tuple[Problem, ...]]:
    """A cell as a day, and what is doubtful of it.

    Of ``03/04/2026`` the first number is taken for the day, which most of the world writes, and that is
    told; where it can be no day, as in ``03/25/2026``, for the month.

    >>> day_of("2026-03-01")[0], day_of("1 Mar 2026")[0], day_of("20260301")[0]
    (datetime.date(2026, 3, 1), datetime.date(2026, 3, 1), datetime.date(2026, 3, 1))
    """
    text = _TIME.sub("", text_of(value) or "")
    if not text:
        return None, ()
    if numeric := _NUMERIC_DAY.fullmatch(text):
        first, second = int(numeric[1]), int(numeric[2])
        found = partial_date(text.replace("-", "/").replace(".", "/")) or month_first_date(text)
        if not (found and found.earliest):
            found = month_first_date(text.replace("-", "/").replace(".", "/"))
        if found and found.earliest:
            doubtful = "/" in text and first != second and first <= 12 and second <= 12
            note = f"'{text}' was read as {found.earliest}, the day before the month"
            return found.earliest, (Problem("date", note, grave=False),) if doubtful else ()
    exact = day(text, "%Y%m%d")
    found = None if exact else partial_date(text)
    if found and found.earliest and found.earliest == found.latest:
        exact = found.earliest
    return exact, () if exact else (Problem("date", f"'{text}' is no day; write it as 2026-03-01"),)


def number_of(value: Any) -> tuple[str, str]:
    """A cell as a number with a decimal point, and the unit written behind it; as it is, where it is none.

    >>> number_of("1,200.50"), number_of("1.200,50 kg"), number_of("12 PCS"), number_of("a few")
    (('1200.50', ''), ('1200.50', 'kg'), ('12', 'PCS'), ('a few', ''))
    """
    text = text_of(value) or ""
    found = _WITH_UNIT.fullmatch(text)
    if not found:
        return text, ""
    number = " ".join(found[1].split())
    if _ENGLISH.fullmatch(number):
        number = number.replace(",", "")
    elif _EUROPEAN.fullmatch(number):
        number = number.replace(".", "").replace(" ", "").replace(",", ".")
    return number, found[2] or ""
