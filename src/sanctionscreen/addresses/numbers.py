"""Numbers by what stands beside them: of a house in its street, of a unit, of a kilometre."""

from __future__ import annotations

import re

from .designators import designator
from .reading import Reading

WHOLE_NUMBER = 5
"""Digits of the longest number of a house."""
LONGEST_OF_RANGE = 3
"""Digits of a number that makes a range with the next one where no dash stands between."""
_TOO_LONG = re.compile(rf"\d{{{WHOLE_NUMBER + 1}}}")
_KORPUS = re.compile(r"(\d+)[kcs](\d+)")
_ORDINAL_END = re.compile(r"(?:st|nd|rd|th)$")


def read_numbers(reading: Reading) -> None:
    """Each number that is left: of the street beside it, of the building or room behind it."""
    _join_ranges(reading)
    for place, last in reading.phrases("number"):
        number = reading.past_number_words(last + 1)
        across = reading.dialect == "slavic" and reading.free(number)
        beside = reading.short(place) and (reading.joins(number) or across)
        if beside and (found := reading.designated(number)):
            _read_number(reading, found[0], place, found[1], announced=True)
    for place, _ in reading.phrases("km"):
        _kilometre(reading, place)
    for place in reading.numbers():
        if found := reading.designated(place):
            _read_number(reading, found[0], place, found[1], announced=False)


def _join_ranges(reading: Reading) -> None:
    """``2 16 Fa Yuen St``: two rising numbers before a street are a range."""
    for place in reading.numbers():
        if reading.claimed[place + 2] != "street" or not reading.free(place + 1):
            continue
        first, last = reading.texts[place : place + 2]
        plain = first.isdecimal() and last.isdecimal() and len(first) <= LONGEST_OF_RANGE
        if plain and reading.follows(place + 1) and int(first) < int(last):
            reading.claim("number", designator(f"{first}-{last}"), place, place + 1)


def _kilometre(reading: Reading, place: int) -> None:
    """``Km 10``, ``3rd km``."""
    for number in (place + 1, place - 1):
        if reading.free(number) and reading.is_number(number):
            key = _ORDINAL_END.sub("", reading.texts[number])
            reading.claim("number", f"km{key}", min(place, number), max(place, number))
            return


def _read_number(reading: Reading, key: str, first: int, last: int, *, announced: bool) -> None:
    """Take a number for what it says, if that is known; ``announced`` by ``No.`` and the like."""
    if _TOO_LONG.match(key):
        return
    hao = reading.follows(last + 1) and reading.role(last + 1, "number_behind") is not None
    last += hao
    if hao or _is_house(reading, first, last, announced=announced):
        claim_number(reading, key, first, last)
    elif _is_unit(reading, first, last, announced=announced) and not reading.has("unit"):
        reading.claim("unit", key, first, last)
    elif announced:
        claim_number(reading, key, first, last)


def _is_house(reading: Reading, first: int, last: int, *, announced: bool) -> bool:
    """Whether a number is that of a house: beside a street or district; in Russia before a block."""
    before, behind = reading.claimed[first - 1], _behind(reading, last)
    if before == "street" and (announced or not _has_number(reading, first - 1)):
        return True
    if behind == "street":
        return before != "street"
    if reading.has("number"):
        return False
    if behind == "district" and reading.follows(last + 1):
        return True
    return reading.dialect == "slavic" and behind == "block"


def _is_unit(reading: Reading, first: int, last: int, *, announced: bool) -> bool:
    """Whether a number is that of a unit: the second one of a street, or beside a building or floor.

    ``1425 Brickell Avenue 64E``; ``Kutuzova, 14, 5``; ``705, Ho King Centre``; ``4th Floor, 404``.
    """
    before, behind = reading.claimed[first - 1], _behind(reading, last)
    if reading.dialect == "slavic":
        short = last - first + len(reading.texts[last]) < WHOLE_NUMBER
        return not announced and short and before in ("number", "block", "street")
    if before == "street":
        return not announced
    return behind in ("building", "floor", "block") or before in ("building", "floor")


def _behind(reading: Reading, last: int) -> str | None:
    """What stands behind a number, landmarks left aside."""
    place = last + 1
    while reading.claimed[place] == "rest":
        place += 1
    return reading.claimed[place]


def _has_number(reading: Reading, street: int) -> bool:
    """Whether the street that ends at a place has a number before its name."""
    while reading.claimed[street] == "street":
        street -= 1
    return reading.claimed[street] == "number"


def claim_number(reading: Reading, key: str, first: int, last: int) -> None:
    """Take a number of a house; behind its slash stands a block in Russian, a flat in Turkish addresses."""
    slashed = "/" in reading.between(first, last)
    head, _, tail = key.partition("-") if slashed else (key, "", "")
    if reading.dialect == "slavic" and (found := _KORPUS.fullmatch(key)):
        head, tail = found.groups()
    if tail and reading.dialect == "slavic":
        reading.claim("block", tail, first, last)
    elif tail and reading.dialect == "turkish" and not reading.has("unit"):
        reading.claim("unit", tail, first, last)
    else:
        head = key
    reading.claim("number", head, first, last)
