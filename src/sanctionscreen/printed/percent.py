"""Percentages and ranges of them, as registers and tables print them."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

# Words to signs, in this order: "but not more than" holds "more than".
_SIGNS = (
    (r"per ?cent|%", " "),
    (r"≤|\b(?:but )?(?:not more than|at most|up to|max(?:imum|\b\.?))", "<="),
    (r"≥|\b(?:not less than|at least|from|min(?:imum|\b\.?))", ">="),
    (r"\b(?:more than|over|above)\b", ">"),
    (r"\b(?:but )?(?:less than|below|under)\b", "<"),
    (r"\+|\bor more\b|\band more\b", "=>"),
    (r"–|—|\.\.+|\bto\b|\band\b", "-"),
    (r"\bbetween\b|\s", ""),
)
_NUMBER = r"(\d{1,3}(?:[.,]\d+)?|[.,]\d+)"
_RANGE = re.compile(rf"(>=?)?{_NUMBER}(?:-(<=?)?|(<=?)){_NUMBER}")
_BOUND = re.compile(rf"([<>]=?)?{_NUMBER}(=>)?")
_WORDS = {
    **dict.fromkeys(("", "-", "?", "n/a", "na", "n.a.", "unknown", "not known", "none"), ""),
    "majority": ">50",
    "minority": "<50",
}


class PercentRange(NamedTuple):
    """From ``least`` to ``most``; None where an end is open; whether an end lies outside the range."""

    least: float | None = None
    most: float | None = None
    above: bool = False
    below: bool = False


@lru_cache(maxsize=4096)
def percent_range(text: str) -> PercentRange | None:
    """A percentage or a range of them; None where the text is neither.

    A decimal comma is read as a point, words for "not known" are the open range, and nothing beyond 0 to
    100 is corrected. "About 50" is not read: whether it reaches a threshold is for the asker to say.

    >>> percent_range("51,5 %")
    PercentRange(least=51.5, most=51.5, above=False, below=False)
    >>> percent_range("more than 25 but not more than 50%")
    PercentRange(least=25.0, most=50.0, above=True, below=False)
    >>> percent_range("75+").least, percent_range("up to 10").most, percent_range("half")
    (75.0, 10.0, None)
    """
    signs = text.casefold().strip()
    signs = _WORDS.get(signs, signs)
    if not signs:
        return PercentRange()
    for words, sign in _SIGNS:
        signs = re.sub(words, sign, signs)
    if found := _RANGE.fullmatch(signs):
        first, least, dashed, last, most = found.groups()
        return PercentRange(_number(least), _number(most), first == ">", "<" in (dashed, last))
    if found := _BOUND.fullmatch(signs):
        sign, number = found[1] or found[3], _number(found[2])
        if not sign:
            return PercentRange(number, number)
        if sign.startswith("<"):
            return PercentRange(most=number, below=sign == "<")
        return PercentRange(least=number, above=sign == ">")
    return None


def _number(text: str) -> float:
    return float(text.replace(",", "."))
