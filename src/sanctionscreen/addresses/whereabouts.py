"""Where a street is: districts, cities, regions, countries and postcodes."""

from __future__ import annotations

import re

from .parsed import PartKind
from .places import Place, country_groups
from .reading import LONGEST_NAME, Reading

_POSTCODES = {
    "RU": r"\d{6}", "CN": r"\d{6}", "BY": r"\d{6}", "KZ": r"\d{6}", "SG": r"\d{6}", "IN": r"\d{6}", "KG": r"\d{6}",
    "UZ": r"\d{6}", "CO": r"\d{6}", "HK": r"999077", "IR": r"\d{10}|\d{5}-\d{5}|\d{5}-\d{3,4}|\d{5}", "TR": r"\d{5,6}", "UA": r"\d{5,6}",
    "US": r"\d{5}(?:-\d{4})?", "JP": r"\d{3}-\d{4}", "BR": r"\d{5}-\d{3}", "PL": r"\d{2}-\d{3}", "CZ": r"\d{5}",
}  # fmt: skip
_FOUR_DIGITS = frozenset("CY AT CH BE DK NO HU BG LU AU NZ GE AM NL PH TN ZA BD".split())
_OUTWARD = re.compile(r"[a-z]{1,2}\d[a-z\d]?")
_INWARD = re.compile(r"\d[a-z]{2}")
SHORTEST_POSTCODE = 5
"""Digits of a number that may be a postcode where no country says how its postcodes look."""


def read_places(reading: Reading) -> None:
    """Known countries, cities and districts that end a part of the address, or are one."""
    end = len(reading) - 1
    while end >= 0:
        first = end
        while first > 0 and reading.follows(first):
            first -= 1
        _read_segment(reading, first, end)
        end = first - 1


def _read_segment(reading: Reading, first: int, end: int) -> None:
    """Places at the end of a part, before a postcode, and at its beginning."""
    stop = end + 1
    while stop > first:
        found = _place_ending(reading, first, stop)
        if found:
            _claim_place(reading, found[0], stop - 1, found[1])
            stop = found[0]
        elif not reading.free(stop - 1) or _may_be_postcode(reading, stop - 1):
            stop -= 1
        else:
            break
    _read_beginning(reading, first, stop)


def _may_be_postcode(reading: Reading, place: int) -> bool:
    return reading.is_number(place) and len(reading.texts[place]) >= SHORTEST_POSTCODE - 1


def _read_beginning(reading: Reading, first: int, stop: int) -> None:
    """``Ukraine, 73000`` and ``34384 Istanbul``: a place behind the postcode that opens a part."""
    whole = reading.place_at(first) if reading.free(first) else None
    if whole and first + whole[0] < stop and (whole[0] > 2 or _opens(reading, first, whole[1])):
        named = _chosen(reading, whole[1], first, first + whole[0] - 1)
        if named and reading.all_free(first, first + whole[0] - 1):
            _claim_place(reading, first, first + whole[0] - 1, named)
            _read_beginning(reading, first + whole[0], stop)
            return
    start = first + (reading.is_number(first) and len(reading.texts[first]) >= SHORTEST_POSTCODE)
    found = reading.place_at(start) if start < stop and reading.free(start) else None
    if found and start + found[0] < len(reading) and not reading.free(start + found[0]):
        named = _chosen(reading, found[1], start, start + found[0] - 1)
        if named and reading.all_free(start, start + found[0] - 1):
            _claim_place(reading, start, start + found[0] - 1, named)


def _opens(reading: Reading, first: int, named: tuple[Place, ...]) -> bool:
    """Whether a Russian or Ukrainian address begins with its country or region, and no comma behind it."""
    return (
        reading.dialect == "slavic" and named[0].kind in ("country", "region") and not reading.free(first - 1)
    )


def _place_ending(reading: Reading, first: int, stop: int) -> tuple[int, Place] | None:
    """The longest place whose last word stands before ``stop``."""
    for start in range(max(first, stop - 5), stop):
        found = reading.place_at(start)
        if found and start + found[0] == stop and reading.all_free(start, stop - 1):
            named = _chosen(reading, found[1], start, stop - 1)
            if named and not (start > first and reading.texts[start - 1] == "of"):
                return start, named
    return None


def _chosen(reading: Reading, candidates: tuple[Place, ...], first: int, last: int) -> Place | None:
    """Which of the places a name means here; None if it is none."""
    if len(reading.texts[first]) == 2 and first == last and not _is_code(reading, first):
        return None
    for place in candidates:
        if place.kind == "country" and not _may_be_country(reading, place.key, last):
            continue
        if place.kind in ("district", "region") and not _in_country(reading, place.country):
            continue
        return place
    return None


def _may_be_country(reading: Reading, code: str, last: int) -> bool:
    """Whether a country is named here: the one that is known, or any where none is; not ``CA`` before a ZIP."""
    if len(reading.texts[last]) == 2 and reading.is_number(last + 1):
        return False
    return (
        reading.country is None
        or code == reading.country
        or code in country_groups().get(reading.country, ())
    )


def _is_code(reading: Reading, place: int) -> bool:
    """Whether two letters are the code of a country or state: capitals, and a part of their own."""
    word = reading.words[place]
    last = place + 1 == len(reading) and not reading.marks[place]
    return (word.apart and (not reading.follows(place + 1) or reading.is_number(place + 1))) or last


def _in_country(reading: Reading, code: str) -> bool:
    if reading.country is None or not code:
        return True
    return code == reading.country or code in country_groups().get(reading.country, ())


def _claim_place(reading: Reading, first: int, last: int, named: Place) -> None:
    if named.kind == "country":
        reading.country = reading.country or named.key
    while (
        first
        and reading.follows(first)
        and reading.free(first - 1)
        and reading.role(first - 1, f"{named.kind}_before")
    ):
        first -= 1
    reading.claim(named.kind, named.key, first, last)


def read_marked_places(reading: Reading) -> None:
    """Places with the word for what they are: ``Haidian District``, ``Orenburg obl.``, ``g. Tula``."""
    kinds: tuple[PartKind, ...] = ("region", "city", "district")
    for kind in kinds:
        for place, last in list(reading.phrases(f"{kind}_before")):
            if reading.free(place) and reading.short(place):
                _named_behind(reading, kind, place, last)
    for kind in ("district", *kinds[:2]):
        for place, last in list(reading.phrases(f"{kind}_behind")):
            if reading.free(place):
                _named_before(reading, kind, place, last)
    for place, last in list(reading.phrases("district")):
        found = reading.designated(last + 1) if reading.follows(last + 1) and reading.free(place) else None
        if found:
            reading.claim("district", f"{reading.texts[place]} {found[0]}", place, found[1])


def _named_behind(reading: Reading, kind: PartKind, place: int, last: int) -> None:
    end = last
    while reading.free(end + 1) and reading.follows(end + 1) and not reading.is_number(end + 1):
        if end - last >= LONGEST_NAME or not reading.is_name(end + 1) or reading.role(end + 1, "building"):
            break
        end += 1
    known = reading.place_at(last + 1) if end > last else None
    if known:
        end = min(end, last + known[0])
    elif kind == "city" and end > last + 1 and reading.follows(end + 1) and reading.is_number(end + 1):
        end = last + 1
    if end > last:
        reading.claim(kind, _key(reading, kind, last + 1, end), place, end)


def _named_before(reading: Reading, kind: PartKind, place: int, last: int) -> None:
    first = place
    while (
        first
        and not reading.words[first].apart
        and place - first < LONGEST_NAME
        and reading.is_name(first - 1)
    ):
        first -= 1
    number = reading.designated(last + 1) if kind == "district" and reading.follows(last + 1) else None
    if number and (
        last + 2 >= len(reading)
        or reading.claimed[number[1] + 1 if number[1] + 1 < len(reading) else last] != "street"
    ):
        words = " ".join(reading.texts[first:place] or reading.texts[place : last + 1])
        reading.claim(kind, f"{words} {number[0]}", first, number[1])
    elif first < place:
        reading.claim(kind, _key(reading, kind, first, place - 1), first, last)


def _key(reading: Reading, kind: PartKind, first: int, last: int) -> str:
    """The key of a known place of that kind, otherwise the words as they are."""
    found = reading.place_at(first)
    if found and found[0] == last - first + 1:
        return next((named.key for named in found[1] if named.kind == kind), found[1][0].key)
    return " ".join(reading.texts[first : last + 1])


def read_postcodes(reading: Reading) -> None:
    """Postcodes by the form that the country gives them, where they cannot be the number of a house."""
    if reading.has("postcode"):
        return
    for place in reading.numbers():
        if reading.country in ("GB", None) and _is_british(reading, place):
            reading.claim("postcode", reading.texts[place - 1] + reading.texts[place], place - 1, place)
        elif len(reading.texts[place]) >= SHORTEST_POSTCODE - 1:
            _digits(reading, place, reading.texts[place])
        if reading.has("postcode"):
            return


def _is_british(reading: Reading, place: int) -> bool:
    """``EC3N 1DY``, by its second half."""
    if (
        not _INWARD.fullmatch(reading.texts[place])
        or not reading.follows(place)
        or not reading.free(place - 1)
    ):
        return False
    return _OUTWARD.fullmatch(reading.texts[place - 1]) is not None


def _digits(reading: Reading, place: int, text: str) -> None:
    form = _POSTCODES.get(reading.country or "", r"\d{5,6}(?:-\d{4})?|\d{10}")
    four = reading.country in _FOUR_DIGITS and re.fullmatch(r"\d{4}", text)
    if not re.fullmatch(form, text) and not four:
        return
    behind, before = place + 1, place - 1
    beside_city = any(
        0 <= near < len(reading) and reading.claimed[near] in ("city", "region", "country")
        for near in (before, behind)
    )
    alone = not reading.follows(place) and not reading.follows(behind)
    if beside_city or (not four and (alone or not reading.follows(behind) or len(text) > SHORTEST_POSTCODE)):
        kind = "box" if reading.country == "AE" else "postcode"
        reading.claim(kind, text.replace("-", ""), place, place)
