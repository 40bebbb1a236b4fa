"""Abbreviations that a printed name states of itself: ``... Research Institute of Metallurgy (NIIMET)``."""

from __future__ import annotations

import re

SHORTEST = 5
"""Letters of an abbreviation that is taken for a name: shorter ones are shared by many."""
_BRACKETED = re.compile(r"\S.*\(([^\W\d_]{5,12}(?:-[^\W\d_]{2,8})?)\)")
_CAPITALS = 0.5


def stated_abbreviation(text: str) -> str | None:
    """The abbreviation in brackets behind a name, if there is one.

    Most of its letters are capitals, which tells it from a place or a remark; a name that is printed all in
    capitals tells nothing.

    >>> stated_abbreviation("Research Institute of Metallurgy (NIIMET)")
    'NIIMET'
    >>> stated_abbreviation("Al-Haramain (Kenya)") is None
    True
    """
    found = _BRACKETED.fullmatch(text.strip(" ."))
    if not found or text.isupper():
        return None
    letters = [letter for letter in found.group(1) if letter.isalpha()]
    capitals = sum(letter.isupper() for letter in letters)
    return found.group(1) if capitals > len(letters) * _CAPITALS else None
