"""What stands inside a building: floors and units; and boxes, landmarks and lines in care of somebody."""

from __future__ import annotations

import re

from .designators import designator
from .names import named
from .reading import Reading

_FLOOR = re.compile(
    r"(?:(?P<unit>\w+?)[/-])?0*(?P<floor>\d{1,3})(?P<to>[-/]\d{1,3})?(?:f|fl|flr)(?:[-/](?P<behind>\w+))?"
)
LONGEST_REMARK = 8
"""Words that a landmark or remark goes on for where no comma ends it."""
HIGHEST = 163
"""The highest storey there is (Burj Khalifa); a larger number before "F" is not one."""


def read_care(reading: Reading) -> None:
    """``c/o`` and ``attn`` with what follows, to the next comma."""
    for place, last in reading.phrases("care"):
        if reading.texts[place] != "c" or "/" in reading.words[place + 1].before:
            _to_comma(reading, place, last)


def read_notes(reading: Reading) -> None:
    """Names of companies, telephones and remarks: from the comma before to the comma behind."""
    for place, last in reading.phrases("company"):
        if len(reading.texts[place]) > 2 or "." in reading.before(place + 1):
            first = place
            while first and reading.follows(first) and reading.free(first - 1):
                first -= 1
            reading.claim("rest", "", first, last)
    for place, last in reading.phrases("note"):
        if not reading.follows(place) and reading.free(place):
            _to_comma(reading, place, last)


def read_landmarks(reading: Reading) -> None:
    """``opposite``, ``near`` and the like with what follows, to the next comma; ``corner of`` alone."""
    for place, last in reading.phrases("landmark"):
        if reading.free(last + 1) and reading.follows(last + 1) and not reading.is_number(last + 1):
            _to_comma(reading, place, last)
    for place, last in reading.phrases("corner"):
        reading.claim("rest", "", place, last)


def _to_comma(reading: Reading, first: int, last: int) -> None:
    end = last + LONGEST_REMARK
    while (
        last < end
        and reading.free(last + 1)
        and reading.follows(last + 1)
        and not reading.number_word(last + 1)
    ):
        last += 1
    reading.claim("rest", "", first, last)


def read_boxes(reading: Reading) -> None:
    """``P.O. Box 10631 & 638``; and the number that ``postal code`` announces."""
    for role in ("postcode", "box"):
        for place, last in reading.phrases(role):
            number = reading.past_number_words(last + 1)
            if not reading.is_number(number) or not reading.free(number) or reading.words[number].apart:
                continue
            key = (
                re.sub(r"[^0-9a-z]", "", reading.texts[number])
                if role == "postcode"
                else reading.texts[number]
            )
            reading.claim(role, key, place, number)
            if role == "box" and "&" in reading.before(number + 1) and reading.is_number(number + 1):
                reading.claim(role, reading.texts[number + 1], number + 1, number + 1)


def read_floors(reading: Reading) -> None:
    """``16/F``, ``16th Floor``, ``Floor 16``, ``F16``, ``G/F``, ``09/27F``."""
    for place, last in reading.phrases("named_floor"):
        reading.claim("floor", reading.marks[place]["named_floor"], place, last)
    for place, text in enumerate(reading.texts):
        if reading.free(place) and (reading.is_number(place) or text[0] == "f"):
            _glued_floor(reading, place, text)
    for place, last in list(reading.phrases("floor_behind")):
        if reading.free(place) and not _number_behind(reading, place, last):
            _floor_before(reading, place, last)
    for place, last in list(reading.phrases("floor")):
        if reading.free(place) and reading.short(place):
            number = reading.past_number_words(last + 1)
            found = reading.designated(number) if reading.follows(number) else None
            if found and floor_number(found[0]):
                reading.claim("floor", found[0], place, found[1])


def _number_behind(reading: Reading, place: int, last: int) -> bool:
    """``d. 57A etazh 2``, ``7/1 Kat. 12``: the word may stand before its number, and one follows."""
    ordinal = reading.texts[place - 1][-2:] in ("st", "nd", "rd", "th")
    return (
        not ordinal
        and "floor" in reading.marks[place]
        and reading.follows(last + 1)
        and reading.is_number(last + 1)
    )


def _glued_floor(reading: Reading, place: int, text: str) -> None:
    found = _FLOOR.fullmatch(text)
    if found and int(found["floor"]) <= HIGHEST:
        key = designator(found["floor"] + (found["to"] or "").replace("/", "-"))
        reading.claim("floor", key, place, place)
        unit = found["unit"] or found["behind"]
        if unit:
            reading.claim("unit", designator(unit), place, place)
    elif text[0] == "f" and text[1:].isdigit() and len(text) < 5:
        reading.claim("floor", designator(text[1:]), place, place)


def _floor_before(reading: Reading, place: int, last: int) -> None:
    """A number before the word for floor: ``16/F``, ``16th Floor``, ``Third Floor``, ``Room 9/27 F``."""
    number = place - 1
    key = floor_number(reading.texts[number]) if reading.free(number) and reading.follows(place) else None
    if key is None:
        return
    unit, _, floor = key.rpartition("/")
    if len(reading.texts[place]) == 1 and reading.texts[place] != "f" and "/" not in reading.before(place):
        return
    reading.claim("floor", floor, number, last)
    if unit:
        reading.claim("unit", designator(unit), number, number)
    behind = last + 1
    if reading.free(behind) and not reading.words[behind].apart and len(reading.texts[behind]) == 1:
        if not reading.follows(behind + 1) and reading.texts[behind].isalpha():
            reading.claim("unit", reading.texts[behind], behind, behind)


def floor_number(text: str) -> str | None:
    """The number of a floor as written: ``16``, ``16th``, ``third``; None if it is none."""
    found = re.fullmatch(r"(?:(\w+)/)?0*(\d{1,3})(?:st|nd|rd|th|i|y|yi)?|0*(\d{1,2})[-/]0*(\d{1,2})", text)
    if found and found[2] and int(found[2]) <= HIGHEST:
        return f"{found[1]}/{found[2]}" if found[1] else found[2]
    if found and found[3]:
        return designator(f"{found[3]}-{found[4]}")
    if text[:1].isalpha() and len(text) > 2:
        numbers = named(text).numbers
        return next(iter(numbers)) if numbers else None
    return "".join(re.findall(r"\d+[a-z]", text)) or None if re.fullmatch(r"\d{1,2}[a-d]", text) else None


def read_units(reading: Reading) -> None:
    """``Flat/RM 2309``, ``Office No. 12``, ``Units 5 & 6``, ``1606 Fang``, ``#602``."""
    for place, last in list(reading.phrases("unit")):
        if not reading.free(place) or not reading.short(place) or _names_building(reading, place):
            continue
        number = _past_unit_words(reading, last + 1)
        found = reading.designated(number) if number == last + 1 or reading.free(number) else None
        if found and (reading.follows(number) or number > last + 1):
            reading.claim("unit", found[0], place, found[1])
            _more_units(reading, found[1] + 1)
    for place, last in list(reading.phrases("unit_behind")):
        if reading.free(place - 1) and reading.follows(place) and reading.is_code(place - 1):
            reading.claim("unit", designator(reading.texts[place - 1]), place - 1, last)
    for place, word in enumerate(reading.words):
        if "#" in word.before and reading.free(place) and not reading.number_word(place - 1):
            found = reading.designated(place)
            if found and not reading.street_kind(place - 1):
                reading.claim("unit", found[0], place, found[1])


def _names_building(reading: Reading, place: int) -> bool:
    """``Chevalier House 45-51``: a word for a building behind its name, not ``House 4``."""
    return (
        reading.role(place, "building") is not None and reading.follows(place) and reading.is_name(place - 1)
    )


def _more_units(reading: Reading, place: int) -> None:
    """``411 and 412``, ``D4 & C4``."""
    while reading.free(place) and ("&" in reading.before(place) or reading.texts[place] == "and"):
        number = place + (reading.texts[place] == "and")
        found = reading.designated(number)
        if not found:
            return
        reading.claim("unit", found[0], place, found[1])
        place = found[1] + 1


def _past_unit_words(reading: Reading, place: int) -> int:
    """Behind ``/RM``, ``No.``, ``#``: the place where the number should be."""
    while reading.free(place) and (
        (reading.role(place, "unit") and not reading.words[place].apart and reading.follows(place + 1))
        or (reading.number_word(place) and not reading.words[place].apart)
    ):
        place += 1
    return place
