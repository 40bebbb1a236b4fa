"""Numbers by what stands beside them, and names that no word explains by where they stand."""

from __future__ import annotations

import re

from .buildings import building_key
from .designators import designator
from .names import BAR
from .places import Place, city_of_country, country_groups, places
from .reading import Reading

_KORPUS = re.compile(r"(\d+)[kcs](\d+)")
LONGEST_PLACE = 4
"""Words of a place that is looked for with a slip."""
WHOLE_NUMBER = 5
"""Digits of the longest number of a house."""
BUILDING_COUNTRIES = ("chinese", "hongkong", "emirates", "iranian", "any")
"""Dialects whose addresses name a building before the street without a word for it."""


def read_untyped_streets(reading: Reading) -> None:
    """``Azovskaya 6``, ``Kirova, 130``, ``49 Bonham Strand``: a name with a number, where no street is marked."""
    if reading.has("street"):
        return
    for first, last in _runs(reading):
        begins = first + (reading.is_number(first) and len(reading.texts[first]) <= WHOLE_NUMBER)
        ends = last
        while ends > begins and reading.is_number(ends):
            ends -= 1
        words = range(begins, ends + 1)
        if not words or any(reading.designated(place) or reading.role(place, "number") for place in words):
            continue
        before = begins > first and reading.dialect != "slavic"
        opening = begins > first and all(kind == "rest" for kind in reading.claimed[:first])
        before = before or (reading.dialect == "slavic" and opening)
        if before or _is_street(reading, first, last, numbered=ends < last):
            reading.claim("street", " ".join(reading.texts[begins : ends + 1]) + BAR, begins, ends)
            return


def read_numbers(reading: Reading) -> None:
    """Each number that is left: of the street beside it, of the building or room behind it."""
    _join_ranges(reading)
    for place, _ in reading.phrases("number"):
        if reading.short(place):
            _announced(reading, place)
    for place, _ in reading.phrases("km"):
        _kilometre(reading, place)
    for place in reading.numbers():
        if found := reading.designated(place):
            _number(reading, place, found[0], place, found[1], announced=False)


def _announced(reading: Reading, place: int) -> None:
    """``No. 5``, ``d. 13``, ``House 58``, ``Plot JLT-PH1-E3A``."""
    number = reading.past_number_words(place + reading.length(place))
    if not reading.free(number) or (reading.words[number].apart and reading.dialect != "slavic"):
        return
    found = reading.designated(number)
    if found:
        _number(reading, number, found[0], place, found[1], announced=True)


def _kilometre(reading: Reading, place: int) -> None:
    """``Km 10``, ``3rd km``."""
    for number in (place + 1, place - 1):
        if reading.free(number) and reading.is_number(number):
            key = re.sub(r"(?:st|nd|rd|th)$", "", reading.texts[number])
            reading.claim("number", f"km{key}", min(place, number), max(place, number))
            return


def _number(reading: Reading, number: int, key: str, first: int, last: int, *, announced: bool) -> None:
    before, behind = _claimed(reading, first - 1), _claimed(reading, _past_rest(reading, last + 1))
    hao = reading.role(last + 1, "number_behind") is not None and reading.follows(last + 1)
    last += hao
    if len(re.match(r"\d*", key).group()) > WHOLE_NUMBER:  # type: ignore[union-attr]
        return
    if before == "street" and not announced and not hao and _has_number(reading, first - 1):
        if not reading.has("unit"):
            reading.claim("unit", key, first, last)
    elif behind == "street" or before == "street" or hao:
        _claim_number(reading, key, first, last)
    elif before in ("number", "block") and reading.dialect == "slavic" and not announced:
        if not reading.has("unit") and len(key) < WHOLE_NUMBER:
            reading.claim("unit", key, first, last)
    elif behind == "district" and not reading.has("number") and reading.follows(last + 1):
        reading.claim("number", key, first, last)
    elif _is_unit(reading, before, behind):
        reading.claim("unit", key, first, last)
    elif announced or _opens_house(reading, first, last):
        _claim_number(reading, key, first, last)


def _opens_house(reading: Reading, first: int, last: int) -> bool:
    """``4, bld. 1``: in a Russian address the number before its part."""
    return (
        reading.dialect == "slavic" and not reading.has("number") and _claimed(reading, last + 1) == "block"
    )


def _is_unit(reading: Reading, before: str | None, behind: str | None) -> bool:
    """``705, Ho King Centre``, ``4th Floor, 404``: a number beside a building or floor is that of a unit."""
    if reading.has("unit") or reading.dialect == "slavic":
        return False
    return behind in ("building", "floor", "block") or before in ("building", "floor")


def _claim_number(reading: Reading, key: str, first: int, last: int) -> None:
    """A number of a house; behind its slash a block in Russian, a flat in Turkish addresses."""
    head, slash, tail = (
        key.partition("-") if "/" in "".join(reading.texts[first : last + 1]) else (key, "", "")
    )
    if reading.dialect == "slavic" and (found := _KORPUS.fullmatch(key)):
        head, slash, tail = found[1], "k", found[2]
    if slash and reading.dialect == "turkish" and not reading.has("unit"):
        reading.claim("unit", tail, first, last)
        reading.claim("number", head, first, last)
    elif slash and reading.dialect == "slavic" and tail:
        reading.claim("block", tail, first, last)
        reading.claim("number", head, first, last)
    else:
        reading.claim("number", key, first, last)


def _has_number(reading: Reading, street: int) -> bool:
    """Whether the street that ends at a place has a number before its name."""
    while _claimed(reading, street) == "street":
        street -= 1
    return _claimed(reading, street) == "number"


def _claimed(reading: Reading, place: int) -> str | None:
    return reading.claimed[place]


def _past_rest(reading: Reading, place: int) -> int:
    while place < len(reading) and reading.claimed[place] == "rest":
        place += 1
    return place


def _join_ranges(reading: Reading) -> None:
    """``2 16 Fa Yuen St``: two rising numbers before a street are a range."""
    for place in range(len(reading) - 2):
        two = reading.free(place) and reading.free(place + 1) and reading.follows(place + 1)
        if two and reading.texts[place].isdigit() and reading.texts[place + 1].isdigit():
            key = designator(f"{reading.texts[place]}-{reading.texts[place + 1]}")
            rising = int(reading.texts[place]) < int(reading.texts[place + 1])
            if rising and reading.claimed[place + 2] == "street" and len(reading.texts[place]) < 4:
                reading.claim("number", key, place, place + 1)


def read_leftovers(reading: Reading) -> None:
    """Names without a word that says what they are, by their place in the address."""
    if reading.dialect == "slavic":
        _translated_numbers(reading)
    for first, last in _runs(reading):
        _place_run(reading, first, last)


def _runs(reading: Reading) -> list[tuple[int, int]]:
    """First and last word of what is free between commas and parts."""
    runs: list[tuple[int, int]] = []
    for place in range(len(reading)):
        if not reading.free(place):
            continue
        if runs and runs[-1][1] == place - 1 and reading.follows(place):
            runs[-1] = (runs[-1][0], place)
        else:
            runs.append((place, place))
    return runs


def _place_run(reading: Reading, first: int, last: int) -> None:
    number = reading.designated(last) if reading.is_number(last) else None
    words = last if number else last + 1
    if words == first:
        _lone_number(reading, first, last)
        return
    code = reading.designated(first)
    if (code and code[1] == last) or all(reading.role(place, "unit") for place in range(first, last + 1)):
        if code and not reading.has("unit") and reading.dialect in BUILDING_COUNTRIES:
            reading.claim("unit", code[0], first, last)
        return
    if near := _near_place(reading, first, last):
        reading.claim(near.kind, near.key, first, last)
    elif last > first and (near := _near_place(reading, last, last)):
        reading.claim(near.kind, near.key, last, last)
        _place_run(reading, first, last - 1)
    elif _is_building(reading, first, last):
        reading.claim("building", building_key(reading, first, last), first, last)
    elif (
        not reading.has("city") and reading.country not in city_of_country() and _before_region(reading, last)
    ):
        reading.claim("city", " ".join(reading.texts[first : last + 1]), first, last)
    else:
        reading.claim("district", " ".join(reading.texts[first : last + 1]), first, last)


def _near_place(reading: Reading, first: int, last: int) -> Place | None:
    """A city or district of the country with a slip in it."""
    if last - first >= LONGEST_PLACE:
        return None
    found = places().near(reading.texts[first : last + 1])
    groups = country_groups().get(reading.country or "", frozenset((reading.country,)))
    return next(
        (place for place in found if place.kind == "city" or not reading.country or place.country in groups),
        None,
    )


def _lone_number(reading: Reading, first: int, last: int) -> None:
    found = reading.designated(first)
    if (
        found
        and not reading.has("number")
        and reading.has("street")
        and len(reading.texts[first]) < WHOLE_NUMBER
    ):
        _claim_number(reading, found[0], first, last)


def _is_street(reading: Reading, first: int, last: int, *, numbered: bool) -> bool:
    """``Azovskaya 6``, ``Kirova, 130``: a name with the number of a house behind it."""
    if numbered:
        return not reading.has("number") and (reading.dialect == "slavic" or not _inside(reading))
    behind = last + 1
    if reading.dialect == "slavic" and _claimed(reading, behind) == "number":
        return True
    return reading.dialect == "slavic" and (_house(reading, behind) or _house(reading, first - 1))


def _house(reading: Reading, place: int) -> bool:
    return reading.free(place) and reading.is_number(place) and len(reading.texts[place]) <= WHOLE_NUMBER


def _inside(reading: Reading) -> bool:
    return reading.has("unit") or reading.has("floor") or reading.has("building")


def _is_building(reading: Reading, first: int, last: int) -> bool:
    """A name before the street, or behind a unit or floor."""
    if reading.has("building") or reading.dialect not in BUILDING_COUNTRIES:
        return False
    if _claimed(reading, first - 1) in ("unit", "floor", "block"):
        return reading.dialect != "any" or "street" not in reading.claimed[:first]
    later = reading.claimed[last + 1 :]
    return ("street" in later or "number" in later) and "street" not in reading.claimed[:first]


def _before_region(reading: Reading, last: int) -> bool:
    """Whether nothing but regions, countries and postcodes stands behind."""
    return all(kind in ("region", "country", "postcode", "rest") for kind in reading.claimed[last + 1 :])


def _translated_numbers(reading: Reading) -> None:
    """``Building 27, Corpus 2``: where a Russian address has no number, its first building is the house."""
    if reading.has("number"):
        return
    for place, claim in enumerate(reading.claims):
        if claim.kind == "block" and reading.texts[claim.first] in (
            "building",
            "bldg",
            "bld",
            "structure",
            "block",
        ):
            reading.claims[place] = claim._replace(kind="number")
            for word in range(claim.first, claim.last + 1):
                reading.claimed[word] = "number"
            return
