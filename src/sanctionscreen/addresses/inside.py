"""What stands inside a building: its floors and units."""

from __future__ import annotations

import re

from .designators import designator
from .likeness import named
from .reading import Reading

HIGHEST = 163
"""The highest storey there is (Burj Khalifa); a larger number before "F" is not one."""
_GLUED = re.compile(
    r"(?:(?P<unit>\w+?)[/-])?0*(?P<floor>\d{1,3}(?:[-/]\d{1,3})?)(?:f|fl|flr)(?:[-/](?P<behind>\w+))?"
)
_F_FIRST = re.compile(r"f(\d{1,3})")
_NUMBER = re.compile(r"(?:(?P<unit>\w+)/)?0*(?P<floor>\d{1,3})(?:st|nd|rd|th|i|y|yi)?")
_RANGE = re.compile(r"\d{1,2}[-/]\d{1,2}")
_LETTERED = re.compile(r"0*(\d{1,2}[a-d])")
_ORDINALS = ("st", "nd", "rd", "th")


def read_floors(reading: Reading) -> None:
    """``16/F``, ``16th Floor``, ``Floor 16``, ``F16``, ``G/F``, ``09/27F``."""
    for place, last in reading.phrases("named_floor"):
        reading.claim("floor", reading.marks[place]["named_floor"], place, last)
    for place, text in enumerate(reading.texts):
        if reading.free(place) and (reading.is_number(place) or text[0] == "f"):
            _glued_floor(reading, place, text)
    for place, last in reading.phrases("floor_behind"):
        if not _number_follows(reading, place, last):
            _floor_before(reading, place, last)
    for place, last in reading.phrases("floor"):
        number = reading.past_number_words(last + 1)
        found = reading.designated(number) if reading.short(place) and reading.follows(number) else None
        if found and floor_number(found[0]):
            reading.claim("floor", found[0], place, found[1])


def _number_follows(reading: Reading, place: int, last: int) -> bool:
    """``d. 57A etazh 2``, ``7/1 Kat. 12``: the word may stand before its number, and one follows."""
    if "floor" not in reading.marks[place] or not reading.follows(last + 1):
        return False
    return reading.is_number(last + 1) and not (place and reading.texts[place - 1].endswith(_ORDINALS))


def _glued_floor(reading: Reading, place: int, text: str) -> None:
    """``27F``, ``09/27F``, ``3F-326``, ``F25``."""
    if found := _GLUED.fullmatch(text):
        floor = designator(found["floor"].replace("/", "-"))
        if int(re.split("[-/]", found["floor"])[0]) <= HIGHEST:
            reading.claim("floor", floor, place, place)
            if unit := found["unit"] or found["behind"]:
                reading.claim("unit", designator(unit), place, place)
    elif found := _F_FIRST.fullmatch(text):
        reading.claim("floor", designator(found[1]), place, place)


def _floor_before(reading: Reading, place: int, last: int) -> None:
    """A number before the word for floor, and perhaps a unit: ``16/F``, ``Third Floor``, ``Room 9/27 F``."""
    number = place - 1
    if not reading.free(number) or not reading.follows(place):
        return
    one_letter = len(reading.texts[place]) == 1 and reading.texts[place] != "f"
    found = floor_number(reading.texts[number])
    if not found or (one_letter and "/" not in reading.before(place)):
        return
    reading.claim("floor", found[0], number, last)
    if found[1]:
        reading.claim("unit", found[1], number, number)
    _letter_behind(reading, last + 1)


def _letter_behind(reading: Reading, place: int) -> None:
    """``12th Floor C,``: the unit."""
    if reading.joins(place) and not reading.follows(place + 1):
        letter = reading.texts[place]
        if len(letter) == 1 and letter.isalpha():
            reading.claim("unit", letter, place, place)


def floor_number(text: str) -> tuple[str, str] | None:
    """The number of a floor as written, and the unit before it.

    >>> floor_number("16th"), floor_number("third"), floor_number("9/27"), floor_number("2309")
    (('16', ''), ('3', ''), ('27', '9'), None)
    """
    found = _NUMBER.fullmatch(text)
    if found and int(found["floor"]) <= HIGHEST:
        return designator(found["floor"]), designator(found["unit"] or "")
    if _RANGE.fullmatch(text):
        return designator(text.replace("/", "-")), ""
    if lettered := _LETTERED.fullmatch(text):
        return lettered[1], ""
    numbers = named(text).numbers if text[0].isalpha() and len(text) > 2 else ()
    return (next(iter(numbers)), "") if numbers else None


def read_units(reading: Reading) -> None:
    """``Flat/RM 2309``, ``Office No. 12``, ``Units 5 & 6``, ``1606 Fang``, ``#602``."""
    for place, last in reading.phrases("unit"):
        if reading.short(place) and not _names_building(reading, place):
            number = _past_unit_words(reading, last + 1)
            found = reading.designated(number) if number > last + 1 or reading.follows(number) else None
            if found:
                reading.claim("unit", found[0], place, found[1])
                _more_units(reading, found[1] + 1)
    for place, last in reading.phrases("unit_behind"):
        if reading.free(place - 1) and reading.follows(place) and reading.is_code(place - 1):
            reading.claim("unit", designator(reading.texts[place - 1]), place - 1, last)
    for place, word in enumerate(reading.words):
        marked = "#" in word.before and not reading.number_word(place - 1)
        if marked and not reading.street_kind(place - 1) and (found := reading.designated(place)):
            reading.claim("unit", found[0], place, found[1])


def _names_building(reading: Reading, place: int) -> bool:
    """``Chevalier House 45-51``: a word for a building behind its name, not ``House 4``."""
    named_left = reading.follows(place) and reading.is_name(place - 1)
    return named_left and reading.role(place, "building") is not None


def _more_units(reading: Reading, place: int) -> None:
    """``411 and 412``, ``D4 & C4``."""
    while reading.free(place) and ("&" in reading.before(place) or reading.texts[place] == "and"):
        found = reading.designated(place + (reading.texts[place] == "and"))
        if not found:
            return
        reading.claim("unit", found[0], place, found[1])
        place = found[1] + 1


def _past_unit_words(reading: Reading, place: int) -> int:
    """Behind ``/RM``, ``No.``, ``#``: the place where the number should be."""
    while reading.joins(place) and (
        reading.number_word(place) or (reading.role(place, "unit") and reading.follows(place + 1))
    ):
        place += 1
    return place
