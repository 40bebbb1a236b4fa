"""Numbers and letters that designate a unit, floor, block or house: ``04``, ``1318-20``, ``2-16``."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

WIDEST = 50
"""Numbers that one range may span. Published ranges of street numbers and rooms span up to 44; a pair further
apart, or not in rising order, is one designation (``17-403``, building 17, room 403)."""
SAME, WITHIN = 1.0, 0.95
"""How closely two designators agree: written alike, or one range reaching into the other."""

_ZEROS = re.compile(r"(?<!\d)0+(?=\d)")
_RANGE = re.compile(r"([a-z]*)(\d+)([a-z]*)[-/]([a-z]*)(\d+)([a-z]*)")
_ONE = re.compile(r"([a-z]*)(\d+)([a-z]*)")
_LETTER_APART = re.compile(r"(?<=^[a-z])-(?=\d+$)|(?<=\d)-(?=[a-z]$)")
_ROMAN = {
    "i": "1",
    "ii": "2",
    "iii": "3",
    "iv": "4",
    "v": "5",
    "vi": "6",
    "vii": "7",
    "viii": "8",
    "ix": "9",
    "x": "10",
}


class Spread(NamedTuple):
    """The numbers that a designator covers, with the letters before and behind them."""

    before: str
    first: int
    last: int
    behind: str


@lru_cache(maxsize=65536)
def designator(text: str) -> str:
    """The key of a designator: no zeros in front, short ends of ranges written out.

    >>> designator("04"), designator("1318-20"), designator("b-01"), designator("iii"), designator("17-403")
    ('4', '1318-1320', 'b1', '3', '17-403')
    """
    key = _ZEROS.sub("", text)
    key = _ROMAN.get(key, key) if len(key) > 1 else key
    key = _LETTER_APART.sub("", key)
    found = _RANGE.fullmatch(key)
    if not found:
        return key
    before, first, behind, before_last, last, behind_last = found.groups()
    if len(last) < len(first) and not behind and before_last in ("", before):
        written_out = first[: -len(last)] + last
        if int(written_out) > int(first):
            last = written_out
    if not _rising(first, last) or behind or before_last not in ("", before):
        return key
    return f"{before}{first}-{before}{last}{behind_last}"


@lru_cache(maxsize=65536)
def spread(key: str) -> Spread | None:
    """What a key covers, or None if it is no number."""
    if found := _ONE.fullmatch(key):
        return Spread(found[1], int(found[2]), int(found[2]), found[3])
    found = _RANGE.fullmatch(key)
    if not found or found[3] or found[4] != found[1] or not _rising(found[2], found[5]):
        return None
    return Spread(found[1], int(found[2]), int(found[5]), found[6])


def agreement(a: tuple[str, ...], b: tuple[str, ...]) -> float:
    """How closely two parts made of designators agree, 0 where they differ.

    The part that says less decides: ``Room 9`` agrees with ``Unit A, Room 9``.
    """
    if a == b:
        return SAME
    if len(a) > len(b):
        a, b = b, a
    closest = min(max(_alike(key, other) for other in b) for key in a)
    if len(a) < len(b):
        return min(closest, WITHIN)
    return min(closest, *(max(_alike(key, other) for other in a) for key in b))


def _alike(a: str, b: str) -> float:
    if a == b:
        return SAME
    one, other = spread(a), spread(b)
    if one is None or other is None or one.before != other.before or one.behind != other.behind:
        return 0.0
    return WITHIN if one.first <= other.last and other.first <= one.last else 0.0


def _rising(first: str, last: str) -> bool:
    return len(first) < 7 and len(last) < 7 and 0 < int(last) - int(first) <= WIDEST
