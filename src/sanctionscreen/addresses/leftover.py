"""Names that no word explains, by where they stand: streets with a number, buildings, cities, districts."""

from __future__ import annotations

from .buildings import building_key
from .likeness import BAR
from .numbers import WHOLE_NUMBER, claim_number
from .places import Place, city_of_country, country_groups, places
from .reading import Reading

LONGEST_PLACE = 4
"""Words of a place that is looked for with a slip."""
NAME_BUILDINGS = ("chinese", "hongkong", "emirates", "iranian", "any")
"""Dialects whose addresses name a building before the street without a word for it."""
TRANSLATED = ("building", "bldg", "bld", "structure", "block")
"""Words that stand for ``dom`` where a Russian address is translated and has no other number."""


def read_untyped_streets(reading: Reading) -> None:
    """``Azovskaya 6``, ``Kirova, 130``, ``49 Main``: a name with a number, where no street is marked."""
    if reading.has("street"):
        return
    for first, last in _runs(reading):
        begins, ends = first + _is_house(reading, first), last
        while ends > begins and reading.is_number(ends):
            ends -= 1
        name = range(begins, ends + 1)
        if not name or any(reading.designated(place) or reading.role(place, "number") for place in name):
            continue
        if _is_street(reading, (first, last), (begins, ends)):
            reading.claim("street", reading.between(begins, ends) + BAR, begins, ends)
            return


def _is_street(reading: Reading, run: tuple[int, int], name: tuple[int, int]) -> bool:
    """Whether the number of a house stands before or behind a name."""
    (first, last), (begins, ends) = run, name
    if reading.dialect != "slavic":
        inside = reading.has("unit") or reading.has("floor") or reading.has("building")
        return begins > first or (ends < last and not inside and not reading.has("number"))
    if begins > first and all(kind == "rest" for kind in reading.claimed[:first]):
        return True
    if ends < last:
        return not reading.has("number")
    beside = reading.claimed[last + 1] == "number" or _is_house(reading, last + 1)
    return beside or _is_house(reading, first - 1)


def _is_house(reading: Reading, place: int) -> bool:
    """Whether a word is a number of a length that houses have."""
    return reading.free(place) and reading.is_number(place) and len(reading.texts[place]) <= WHOLE_NUMBER


def read_leftovers(reading: Reading) -> None:
    """What is still free: units without a word, places with a slip, buildings, cities and districts."""
    if reading.dialect == "slavic" and not reading.has("number"):
        _translate_number(reading)
    for first, last in _runs(reading):
        _read_run(reading, first, last)


def _translate_number(reading: Reading) -> None:
    """``Building 27, Corpus 2``: where a Russian address has no number, its first building is the house."""
    for place, claim in enumerate(reading.claims):
        if claim.kind == "block" and reading.texts[claim.first] in TRANSLATED:
            del reading.claims[place]
            reading.claim("number", claim.key, claim.first, claim.last)
            return


def _runs(reading: Reading) -> list[tuple[int, int]]:
    """First and last word of what is free between commas and parts."""
    runs: list[tuple[int, int]] = []
    for place, kind in enumerate(reading.claimed):
        if kind is not None:
            continue
        if runs and runs[-1][1] == place - 1 and reading.follows(place):
            runs[-1] = (runs[-1][0], place)
        else:
            runs.append((place, place))
    return runs


def _read_run(reading: Reading, first: int, last: int) -> None:
    code = reading.designated(first)
    if code and code[1] == last:
        _read_code(reading, code[0], first, last)
    elif all(_says_nothing(reading, place) for place in range(first, last + 1)):
        return
    elif near := _near_place(reading, first, last):
        reading.claim(near.kind, near.key, first, last)
    elif last > first and (near := _near_place(reading, last, last)):
        reading.claim(near.kind, near.key, last, last)
        _read_run(reading, first, last - 1)
    elif _is_building(reading, first, last):
        reading.claim("building", building_key(reading, first, last), first, last)
    else:
        kind = "city" if _is_city(reading, last) else "district"
        reading.claim(kind, reading.between(first, last), first, last)


def _says_nothing(reading: Reading, place: int) -> bool:
    """Whether a word is a number that stands beside nothing, or announces one that is not there."""
    announces = reading.role(place, "unit") or reading.number_word(place)
    return bool(announces) or reading.is_number(place)


def _read_code(reading: Reading, key: str, first: int, last: int) -> None:
    """A number of the street, where it has none; or a unit with letters (``BC2-414``)."""
    if reading.is_number(first):
        short = len(reading.texts[first]) < WHOLE_NUMBER
        if short and reading.has("street") and not reading.has("number"):
            claim_number(reading, key, first, last)
    elif any(map(str.isdigit, key)) and not reading.has("unit") and reading.dialect in NAME_BUILDINGS:
        reading.claim("unit", key, first, last)


def _near_place(reading: Reading, first: int, last: int) -> Place | None:
    """A country, city or district with a slip in it."""
    if last - first >= LONGEST_PLACE:
        return None
    countries = country_groups().get(reading.country or "", (reading.country,))
    for place in places().near(reading.texts[first : last + 1]):
        if place.kind == "city" or not reading.country or place.country in countries:
            return place
    return None


def _is_building(reading: Reading, first: int, last: int) -> bool:
    """A name before the street, or behind a unit or floor."""
    if reading.has("building") or reading.dialect not in NAME_BUILDINGS:
        return False
    before, behind = reading.claimed[:first], reading.claimed[last + 1 :]
    if reading.claimed[first - 1] in ("unit", "floor", "block"):
        return reading.dialect != "any" or "street" not in before
    return ("street" in behind or "number" in behind) and "street" not in before


def _is_city(reading: Reading, last: int) -> bool:
    """Whether no city is known, and nothing but regions, countries and postcodes stands behind."""
    if reading.has("city") or reading.country in city_of_country():
        return False
    behind = reading.claimed[last + 1 : len(reading)]
    return all(kind in ("region", "country", "postcode", "rest") for kind in behind)
