"""Codes of the Harmonized System, as declarations print them."""

from __future__ import annotations

import re
import unicodedata
from datetime import date
from typing import Literal, get_args

from pydantic import field_validator

from sanctionscreen.errors import UsageError
from sanctionscreen.model import Notice
from sanctionscreen.model.frozen import Frozen

Edition = Literal[2012, 2017, 2022]
"""Editions of the Harmonized System by the year from whose first day they hold (World Customs Organization).
Some countries took them up later."""

EDITIONS: tuple[Edition, ...] = get_args(Edition)
LENGTHS = (6, 8, 10)
"""Digits of a whole code: 6 are the same everywhere; 8 are the EU's Combined Nomenclature, China's and
others', 10 the EU's TARIC, the US schedules and China's."""
SUBHEADING, HEADING, CHAPTER = 6, 4, 2

_CHAPTERS: dict[str, tuple[str, str]] = {
    "77": ("reserved_chapter", "chapter 77 is kept free for future use and holds no goods"),
    "98": ("national_chapter", "chapter 98 is a country's own: its codes mean nothing elsewhere"),
    "99": ("national_chapter", "chapter 99 is a country's own: its codes mean nothing elsewhere"),
}
_BETWEEN = re.compile(r"[.\s]")


class HsCode(Frozen):
    """A code of 6, 8 or 10 digits; lists are compared by its first six.

    >>> code = HsCode.parse("8542.31.00 90")
    >>> code.subheading, code.heading, str(code)
    ('8542.31', '8542', '8542.31.00.90')

    Args:
        digits: the digits alone.
    """

    digits: str

    @field_validator("digits")
    @classmethod
    def _whole(cls, digits: str) -> str:
        return _checked(digits, digits)

    @classmethod
    def parse(cls, text: str) -> HsCode:
        """A code as printed, with dots and spaces or without.

        Raises:
            UsageError: it has another number of digits, 5 and 7 among them, other letters, or no such
                chapter.
        """
        if not isinstance(text, str):
            raise UsageError(
                f"an HS code is text, not {type(text).__name__}",
                field="hs",
                advice="Pass it as text: a number loses the zero at its start",
            )
        return cls(digits=_checked(_BETWEEN.sub("", unicodedata.normalize("NFKC", text)), text))

    @property
    def subheading(self) -> str:
        """The six digits that are the same everywhere, such as ``8542.31``."""
        return f"{self.heading}.{self.digits[HEADING:SUBHEADING]}"

    @property
    def heading(self) -> str:
        """The four digits above it."""
        return self.digits[:HEADING]

    @property
    def chapter(self) -> str:
        """The two digits above those."""
        return self.digits[:CHAPTER]

    @property
    def notes(self) -> tuple[Notice, ...]:
        """What is odd about the code: a chapter that holds no goods, or that is a country's own."""
        name, text = _CHAPTERS.get(self.chapter, ("", ""))
        return (Notice(name=name, text=f"{self}: {text}"),) if name else ()

    def __str__(self) -> str:
        return dotted(self.digits)


def dotted(digits: str) -> str:
    """Digits as they are printed: the heading, then pairs.

    >>> dotted("8542310090"), dotted("8542")
    ('8542.31.00.90', '8542')
    """
    pairs = (digits[place : place + 2] for place in range(HEADING, len(digits), 2))
    return ".".join([digits[:HEADING], *pairs])


def edition_on(day: date) -> Edition:
    """The edition that holds on a day; the oldest one known for earlier days.

    >>> edition_on(date(2021, 12, 31)), edition_on(date(2022, 1, 1))
    (2017, 2022)
    """
    return max((year for year in EDITIONS if year <= day.year), default=EDITIONS[0])


def edition_of(year: int) -> Edition:
    """A year as an edition.

    Raises:
        UsageError: there is no such edition here.
    """
    for edition in EDITIONS:
        if year == edition:
            return edition
    raise UsageError(
        f"unknown HS edition {year!r}",
        field="hs_edition",
        advice=f"Known: {', '.join(map(str, EDITIONS))}",
    )


def digits_of(text: str) -> str:
    """The digits of a code as printed; an error says which other characters it holds."""
    digits = _BETWEEN.sub("", unicodedata.normalize("NFKC", text))
    others = sorted({letter for letter in digits if not ("0" <= letter <= "9")})
    if others or not digits:
        what = f"holds {' '.join(map(repr, others))}" if others else "is empty"
        raise UsageError(
            f"HS code {text!r} {what}", field="hs", advice="Give digits, with dots or spaces between them"
        )
    return digits


def _checked(given: str, text: str) -> str:
    digits = digits_of(given)
    if len(digits) not in LENGTHS:
        raise UsageError(f"HS code {text!r} has {len(digits)} digits", field="hs", advice=_advice(digits))
    if digits.startswith("00"):
        raise UsageError(
            f"HS code {text!r}: there is no chapter 00", field="hs", advice="Chapters begin at 01"
        )
    return digits


def _advice(digits: str) -> str:
    """Why a number of digits tells too little, and what to do."""
    if len(digits) > LENGTHS[-1]:
        return "Give at most 10 digits: more are a country's own suffix"
    if len(digits) <= HEADING:
        return "Give the six digits of the subheading: a chapter or heading tells too little of goods"
    return (
        "A digit is missing or too many: the last one, the zero of a chapter from 01 to 09"
        f" (0{digits}), or the decimal of a spreadsheet (854231.0). Look it up and give 6, 8 or 10 digits"
    )
