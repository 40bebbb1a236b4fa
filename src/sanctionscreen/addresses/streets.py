"""Streets by the words for them, before or behind the name: ``2-16 Fa Yuen Street``, ``ul. Lenina``."""

from __future__ import annotations

import re

from .lexicon import BEFORE, BEHIND, WEAK, glued_types, side_words
from .names import BAR
from .reading import LONGEST_NAME, Reading

SHORTEST_GLUED = 7
"""Letters of a word that is a name and a word for street in one (``Schottweg``)."""
_ORDINAL = re.compile(r"\d+(?:st|nd|rd|th|ya|y|i|go)")
_TITLES = ("st", "dr")
"""Short forms that are titles before a name: ``St. George`` is no street."""
_ADJECTIVE = re.compile(r"(?:a[iy]a|o[iy]?e|[iy]{1,2}|sk[ae]|n[ae])$")


def read_streets(reading: Reading) -> None:
    """Every word for a street with its name."""
    for place, marks in enumerate(reading.marks[: len(reading)]):
        if marks and reading.free(place) and (BEHIND in marks or BEFORE in marks or WEAK in marks):
            if reading.short(place) and not _is_block(reading, place) and not _begins_place(reading, place):
                _read_street(reading, place, place + reading.length(place) - 1)
        elif reading.dialect == "german" or reading.texts[place].endswith("strasse"):
            _glued(reading, place)


def _read_street(reading: Reading, place: int, last: int) -> None:
    if reading.role(place, BEHIND) is None and reading.bare_street(last + 1) and reading.follows(last + 1):
        return
    left, right = name_before(reading, place), name_behind(reading, last)
    if left < place and _in_building_name(reading, last + 1):
        return
    if reading.role(place, BEFORE):
        if right > last and not (left < place and _named_before(reading, left, place, last, right)):
            claim_street(reading, place, right, (place, last))
            return
        if left == place and reading.free(last + 1) and not reading.is_number(last + 1):
            right = name_behind(reading, last, across=True)
            if right > last:
                claim_street(reading, place, right, (place, last))
                return
    if left < place:
        if reading.role(place, WEAK) and not reading.role(place, BEHIND) and not _numbered(reading, left):
            return
        while (
            reading.follows(last + 1)
            and reading.bare_street(last + 1)
            and reading.texts[last + 1] not in _TITLES
        ):
            last += 1
        claim_street(reading, left, _with_side(reading, last), (place, last))
    elif _may_be_first(reading, place) and right > last:
        claim_street(reading, place, right, (place, last))
    elif reading.follows(last + 1) and reading.is_number(last + 1) and reading.free(last + 1):
        _numbered_street(reading, place, last)


def _may_be_first(reading: Reading, place: int) -> bool:
    """``Street Sovetskaya``, ``Rd Husong``; short forms that are also titles only in Russian addresses."""
    if BEHIND not in reading.marks[place] or reading.texts[place] in _TITLES and reading.dialect != "slavic":
        return False
    return not reading.free(place - 1) or not reading.follows(place)


def _begins_place(reading: Reading, place: int) -> bool:
    """``St. Petersburg``."""
    return reading.texts[place] in _TITLES and reading.place_at(place) is not None


def _named_before(reading: Reading, left: int, place: int, last: int, right: int) -> bool:
    """Of names on both sides, whether the one before is meant: ``Kutuzovsky prospekt Moscow``."""
    if any(reading.role(word, "city_before") for word in range(left - 1, place) if word >= 0):
        return False
    behind = reading.place_at(last + 1)
    if behind and last + behind[0] == right:
        return True
    before = reading.place_at(left)
    return not (before and left + before[0] == place) and bool(_ADJECTIVE.search(reading.texts[place - 1]))


def _numbered_street(reading: Reading, place: int, last: int) -> None:
    """``Street 3``; in China ``Lane 5848`` is a number of the street it leads to."""
    number, end = reading.designated(last + 1) or ("", last)
    if not number:
        return
    if reading.dialect == "chinese" and reading.role(place, BEHIND) == "lane":
        reading.claim("number", number, place, end)
    else:
        claim_street(reading, place, end, (place, last))


def name_before(reading: Reading, place: int) -> int:
    """The first word of the name that ends before a word for a street."""
    first, words, numbered = place, 0, False
    while first and place - first < LONGEST_NAME and not reading.words[first].apart:
        before = first - 1
        if reading.is_number(before):
            if not reading.free(before) or "/" in reading.texts[before] or "-" in reading.texts[before]:
                break
            if not _ORDINAL.fullmatch(reading.texts[before]) and (words or numbered):
                break
            if not words and not numbered and first < place and not _ORDINAL.fullmatch(reading.texts[before]):
                break
            numbered = True
        elif not reading.is_name(before):
            break
        elif reading.parts_words(before) and (words or numbered) and _ends_name(reading, before):
            break
        else:
            words += not reading.role(before, "side")
        first = before
    return _without_places(reading, first, place)


def _without_places(reading: Reading, first: int, place: int) -> int:
    """A district or city that stands before the name with no comma is not part of it."""
    while first < place and (found := reading.place_at(first)):
        if found[1][0].kind not in ("district", "city"):
            break
        rest = range(first + found[0], place)
        if not any(not reading.role(word, "side") and not reading.role(word, BEHIND) for word in rest):
            break
        first += found[0]
    return first


def name_behind(reading: Reading, last: int, *, across: bool = False) -> int:
    """The last word of the name that begins behind a word for a street; ``across`` one comma."""
    end = last
    while (
        end - last < LONGEST_NAME
        and end + 1 < len(reading)
        and (reading.follows(end + 1) or (across and end == last))
    ):
        behind = end + 1
        if reading.is_number(behind):
            named = reading.free(behind) and reading.follows(behind + 1) and reading.is_name(behind + 1)
            if end > last or not named or reading.marks[behind + 1]:
                break
        elif not reading.is_name(behind) or _place_to_comma(reading, behind, end > last):
            break
        elif end > last and len(reading.texts[behind]) > 1 and reading.role(behind, "city_before"):
            break
        end = behind
    return end


def _place_to_comma(reading: Reading, start: int, named: bool) -> bool:
    """Whether a city ends the part: ``ul. Lenina Moscow``."""
    found = reading.place_at(start) if named else None
    return bool(found) and not reading.follows(start + found[0])


def _ends_name(reading: Reading, place: int) -> bool:
    """``Industrial Building Hoi Bun Road``, but not ``Port Saeed Road``: the word has a name of its own."""
    if reading.role(place, BEHIND):
        return True
    return reading.follows(place) and (reading.is_name(place - 1) or not reading.free(place - 1))


def _in_building_name(reading: Reading, behind: int) -> bool:
    """``Bright Way Tower``, ``Queen's Road Centre``: a word for a building goes on, and no number behind it."""
    if not reading.follows(behind) or reading.role(behind, "building") is None:
        return False
    return not (reading.follows(behind + 1) and reading.designated(behind + 1) is not None)


def _with_side(reading: Reading, last: int) -> int:
    """``Queen's Road East``, ``Queen's Rd C``: the last word with the side."""
    side = last + 1
    if not reading.free(side) or not reading.follows(side) or not reading.role(side, "side"):
        return last
    return side if len(reading.texts[side]) > 1 or not reading.follows(side + 1) else last


def _numbered(reading: Reading, left: int) -> bool:
    return (
        left > 0 and reading.is_number(left - 1) and not reading.words[left].apart and reading.free(left - 1)
    )


def _is_block(reading: Reading, place: int) -> bool:
    """``d. 13 str. 3``: in Russian addresses the short form of street is also that of a part of a house."""
    if reading.dialect != "slavic" or reading.role(place, "block") is None:
        return False
    numbered = reading.follows(place + 1) and reading.designated(place + 1) is not None
    return numbered and (reading.words[place].apart or not reading.is_name(place - 1))


def _glued(reading: Reading, place: int) -> None:
    """``Schottweg``, ``Reichenauestrasse``."""
    text = reading.texts[place]
    if len(text) >= SHORTEST_GLUED and text.endswith(glued_types()) and reading.free(place):
        kind = next(kind for kind in glued_types() if text.endswith(kind))
        first = name_before(reading, place) if reading.free(place - 1) and reading.follows(place) else place
        name = [*reading.texts[first:place], text.removesuffix(kind)]
        reading.claim("street", f"{' '.join(name)}{BAR}street", first, place)


def claim_street(reading: Reading, first: int, last: int, kind: tuple[int, int]) -> None:
    """Take words as a street.

    Args:
        reading: the address.
        first: the first word.
        last: the last word.
        kind: the first and last word of the phrase that says what kind of street it is.
    """
    name, kinds = [], []
    for place in range(first, last + 1):
        side = reading.role(place, "side")
        if place in range(kind[0], kind[1] + 1):
            if reading.street_kind(place):
                kinds.append(reading.street_kind(place) or "")
        elif side and _is_side(reading, place, first, last, kind):
            kinds.append(side)
        else:
            name.append(reading.texts[place])
    if not name:
        name = [word for word in kinds if word in side_words()] or reading.texts[first : last + 1]
        kinds = [word for word in kinds if word not in name]
    reading.claim("street", f"{' '.join(name)}{BAR}{' '.join(kinds)}", first, last)


def _is_side(reading: Reading, place: int, first: int, last: int, kind: tuple[int, int]) -> bool:
    """English sides stand at an edge of the name, those of pinyin beside the word for the street."""
    beside = place in (kind[0] - 1, kind[1] + 1)
    english = reading.texts[place] not in ("dong", "xi", "nan", "bei", "zhong")
    return beside or (english and place in (first, last))
