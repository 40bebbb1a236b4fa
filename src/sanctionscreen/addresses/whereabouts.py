"""Where a street is: countries, regions, cities and districts, by name and by the words beside them."""

from __future__ import annotations

from .codes import SHORTEST as SHORTEST_POSTCODE
from .parsed import PartKind
from .places import Found, Place, country_groups
from .reading import LONGEST_NAME, Reading

SHORTEST_INSIDE = 3
"""Words of a place that is known where a part begins with it and goes on."""


def read_places(reading: Reading) -> None:
    """Known countries, cities and districts that end a part of the address, open it, or are one."""
    end = len(reading) - 1
    while end >= 0:
        first = end
        while reading.follows(first):
            first -= 1
        stop = _read_ending(reading, first, end + 1)
        _read_beginning(reading, first, stop)
        end = first - 1


def _read_ending(reading: Reading, first: int, stop: int) -> int:
    """Places at the end of a part, also before a postcode; the place before which there is none."""
    while stop > first:
        if found := _place_ending(reading, first, stop):
            start, named = found
            _claim_place(reading, start, stop - 1, named)
            stop = start
        elif not reading.free(stop - 1) or _may_be_postcode(reading, stop - 1, SHORTEST_POSTCODE - 1):
            stop -= 1
        else:
            break
    return stop


def _place_ending(reading: Reading, first: int, stop: int) -> tuple[int, Place] | None:
    """The longest place whose last word stands before ``stop``; not that of ``Bank of China``."""
    for start in reading.places_ending(stop):
        found = reading.place_at(start) if start >= first else None
        after_of = start > first and reading.texts[start - 1] == "of"
        if found and not after_of and (named := _chosen(reading, found, start)):
            return start, named
    return None


def _may_be_postcode(reading: Reading, place: int, shortest: int) -> bool:
    return reading.is_number(place) and len(reading.texts[place]) >= shortest


def _read_beginning(reading: Reading, first: int, stop: int) -> None:
    """``34384 Istanbul No. 5``, and long names of places that a part begins with and no comma ends."""
    found = reading.place_at(first)
    opens = found is not None and first + found[0] < stop and _opens(reading, first, found)
    if found and opens and (named := _chosen(reading, found, first)):
        _claim_place(reading, first, first + found[0] - 1, named)
        _read_beginning(reading, first + found[0], stop)
        return
    start = first + _may_be_postcode(reading, first, SHORTEST_POSTCODE)
    found = reading.place_at(start) if start < stop else None
    if found and not reading.free(start + found[0]) and (named := _chosen(reading, found, start)):
        _claim_place(reading, start, start + found[0] - 1, named)


def _opens(reading: Reading, first: int, found: Found) -> bool:
    """Whether a place is meant though the part goes on: a long name, or the country of a Russian address."""
    country = reading.dialect == "slavic" and found[1][0].kind in ("country", "region")
    return found[0] >= SHORTEST_INSIDE or (country and not reading.free(first - 1))


def _chosen(reading: Reading, found: Found, first: int) -> Place | None:
    """Which of the places a name means here; None if it is none, or its words are taken."""
    length, candidates = found
    if not reading.all_free(first, first + length - 1):
        return None
    if length == 1 and len(reading.texts[first]) == 2:
        if not _is_code(reading, first):
            return None
        if reading.is_number(first + 1):  # CA 90733 is in California
            candidates = tuple(sorted(candidates, key=lambda place: place.kind != "region"))
    return next((place for place in candidates if _fits(reading, place)), None)


def _is_code(reading: Reading, place: int) -> bool:
    """Whether two letters are the code of a country or state: a part of their own, or the last word."""
    if reading.follows(place):
        return place + 1 == len(reading) and not reading.marks[place]
    if reading.number_word(place):
        return False
    return not reading.follows(place + 1) or reading.is_number(place + 1)


def _fits(reading: Reading, place: Place) -> bool:
    """Whether a place may be one of this address: a city, or of its country."""
    if place.kind == "city" or reading.country is None:
        return True
    return not place.country or place.country in (reading.country, *country_groups().get(reading.country, ()))


def _claim_place(reading: Reading, first: int, last: int, named: Place) -> None:
    """Take a place, with the words for what it is that stand before it (``м. Київ``)."""
    if named.kind == "country":
        reading.country = reading.country or named.key
    mark = f"{named.kind}_before"
    while reading.follows(first) and reading.free(first - 1) and reading.role(first - 1, mark):
        first -= 1
    reading.claim(named.kind, named.key, first, last)


def read_marked_places(reading: Reading) -> None:
    """Places with the word for what they are: ``Haidian District``, ``Orenburg obl.``, ``g. Tula``."""
    kinds: tuple[PartKind, ...] = ("region", "city", "district")
    for kind in kinds:
        for place, last in reading.phrases(f"{kind}_before"):
            if reading.short(place):
                _named_behind(reading, kind, place, last)
    for kind in ("district", "region", "city"):
        for place, last in reading.phrases(f"{kind}_behind"):
            _named_before(reading, kind, place, last)
    for place, last in reading.phrases("district"):
        found = reading.designated(last + 1) if reading.follows(last + 1) else None
        if found:
            reading.claim("district", f"{reading.texts[place]} {found[0]}", place, found[1])


def _named_behind(reading: Reading, kind: PartKind, place: int, last: int) -> None:
    """``g. Tula``; of ``м. Судак Кутузова 14`` the first word alone, as a number stands behind."""
    end = last
    while end - last < LONGEST_NAME and reading.joins(end + 1) and reading.is_name(end + 1):
        if reading.role(end + 1, "building"):
            break
        end += 1
    if end == last:
        return
    if known := reading.place_at(last + 1):
        end = min(end, last + known[0])
    elif kind == "city" and reading.joins(end + 1) and reading.is_number(end + 1):
        end = last + 1
    reading.claim(kind, _key(reading, kind, last + 1, end), place, end)


def _named_before(reading: Reading, kind: PartKind, place: int, last: int) -> None:
    """``Haidian District``, ``Industrial Area 10``."""
    first = place
    while place - first < LONGEST_NAME and reading.follows(first) and reading.is_name(first - 1):
        first -= 1
    number = reading.designated(last + 1) if kind == "district" and reading.follows(last + 1) else None
    if number and reading.claimed[number[1] + 1] != "street":
        words = reading.between(first, place - 1) or reading.between(place, last)
        reading.claim(kind, f"{words} {number[0]}", first, number[1])
    elif first < place:
        reading.claim(kind, _key(reading, kind, first, place - 1), first, last)


def _key(reading: Reading, kind: PartKind, first: int, last: int) -> str:
    """The key of a known place of that kind, otherwise the words as they are."""
    found = reading.place_at(first)
    if found and found[0] == last - first + 1:
        return next((named.key for named in found[1] if named.kind == kind), found[1][0].key)
    return reading.between(first, last)
