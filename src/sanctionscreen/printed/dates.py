"""Dates in the forms that list publishers use."""

from __future__ import annotations

import calendar
import re
from datetime import date, datetime
from functools import lru_cache

from sanctionscreen.model import PartialDate

DAY_FORMATS = (
    "%Y-%m-%d", "%d %b %Y", "%d %B %Y", "%d/%m/%Y", "%d.%m.%Y", "%b %d, %Y", "%B %d, %Y", "%b %d %Y",
    "%d-%b-%Y", "%d-%m-%Y", "%Y/%m/%d",
)  # fmt: skip
MONTH_FORMATS = ("%Y-%m", "%b %Y", "%B %Y", "%m/%Y")
EARLIEST_YEAR = 1850
LATEST_YEAR = 2100

_CIRCA = re.compile(r"^(?:circa|c\.|ca\.|approximately|approx\.?|about|around)\s*", re.IGNORECASE)
_RANGE = re.compile(r"^(?:between\s+)?(.+?)\s+(?:to|and|-|–)\s+(.+)$", re.IGNORECASE)
_YEARS = re.compile(r"^(\d{4})\s*[-–/]\s*(\d{4})$")
_ABBREVIATED = re.compile(r"\b(jan|feb|mar|apr|jun|jul|aug|sep|oct|nov|dec)(?:t?\.|t\b)\s*", re.IGNORECASE)
_TIME_OR_ZONE = re.compile(r"(?<=\d{4}-\d\d-\d\d)(?:T\d\d:.*|Z|[+-]\d\d:\d\d)$")
# Ukrainian and Russian months in the genitive, by their first letters: "23 березня 2021 року".
_SLAVIC_MONTHS = (
    ("січ", "янв"), ("лют", "фев"), ("берез", "март"), ("квіт", "апр"), ("трав", "мая"), ("черв", "июн"),
    ("лип", "июл"), ("серп", "авг"), ("верес", "сент"), ("жовт", "окт"), ("листоп", "нояб"), ("груд", "дек"),
)  # fmt: skip
_SLAVIC_DAY = re.compile(
    r"^(\d{1,2})\s*([а-яіїєґ]{3,9})\s*(\d{4})(?:\s*(?:р(?:\.|оку)?|г(?:\.|ода)?))?$", re.IGNORECASE
)
_UNKNOWN_DAY = re.compile(r"^(?:dd|00)/(mm|00|\d{1,2})/(\d{4})$", re.IGNORECASE)


@lru_cache(maxsize=4096)
def partial_date(text: str) -> PartialDate | None:
    """A date as printed, with the days it can mean; None for an empty text.

    Reads a day, a month or a year in the publishers' forms, ``circa`` and ranges, the UK's
    ``dd/mm/1969`` and ``00/00/1969``, the UN's ``Nov. 1973``, Ukraine's ``23 березня 2021 року`` and
    XML's ``2015-04-07-04:00``. A year before 1850 or after 2100 is taken as unreadable: the Consolidated
    Screening List prints a start date of ``0017-05-26``.

    >>> partial_date("10 Dec 1948").earliest
    datetime.date(1948, 12, 10)
    >>> partial_date("circa 1960").circa
    True
    """
    text = " ".join(text.split())
    if not text:
        return None
    bare = _CIRCA.sub("", text)
    span = _span(bare)
    if span is None:
        years = _YEARS.match(bare)
        pair = years or _RANGE.match(bare)
        first, last = (_span(pair.group(1)), _span(pair.group(2))) if pair else (None, None)
        span = (first[0], last[1]) if first and last else None
    earliest, latest = span or (None, None)
    return PartialDate(text=text, earliest=earliest, latest=latest, circa=bare != text)


def month_first_date(text: str) -> PartialDate | None:
    """A date as American agencies print it, month first; any other form as ``partial_date`` reads it.

    >>> month_first_date("06/08/2023").earliest, month_first_date("04/07/3035").earliest
    (datetime.date(2023, 6, 8), None)
    """
    found = day(text, "%m/%d/%Y")
    date = partial_date(found.isoformat() if found else text)
    return date.model_copy(update={"text": " ".join(text.split())}) if date else None


def day(text: str, *formats: str) -> date | None:
    """A full day in one of the formats (``strptime``; ISO if none is given), or None."""
    for form in formats or ("%Y-%m-%d",):
        try:
            return datetime.strptime(text.strip(), form).date()
        except ValueError:
            continue
    return None


def _span(text: str) -> tuple[date, date] | None:
    found = _raw_span(text)
    if found and found[0].year >= EARLIEST_YEAR and found[1].year <= LATEST_YEAR:
        return found
    return None


def _raw_span(text: str) -> tuple[date, date] | None:
    if re.fullmatch(r"\d{4}", text) and text != "0000":
        return date(int(text), 1, 1), date(int(text), 12, 31)
    if unknown_day := _UNKNOWN_DAY.match(text):
        month, year = unknown_day.groups()
        return _raw_span(year) if month.lower() in ("mm", "00") else _month(int(year), int(month))
    text = _ABBREVIATED.sub(r"\1 ", _numeric_month(text))
    if exact := day(_TIME_OR_ZONE.sub("", text), *DAY_FORMATS):
        return exact, exact
    month_day = day(text, *MONTH_FORMATS)
    return _month(month_day.year, month_day.month) if month_day else None


def _numeric_month(text: str) -> str:
    """A day whose month is a Ukrainian or Russian word, with the month's number."""
    if found := _SLAVIC_DAY.match(text):
        word = found[2].lower()
        for number, starts in enumerate(_SLAVIC_MONTHS, start=1):
            if word.startswith(starts):
                return f"{found[1]}.{number}.{found[3]}"
    return text


def _month(year: int, month: int) -> tuple[date, date] | None:
    if not (1 <= year <= 9999 and 1 <= month <= 12):
        return None
    return date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1])
