"""Streets by the words for them, before or behind the name: ``2-16 Fa Yuen Street``, ``ul. Lenina``."""

from __future__ import annotations

import re

from .lexicon import BEFORE, BEHIND, WEAK, glued_types, side_words
from .likeness import BAR
from .reading import LONGEST_NAME, Reading

SHORTEST_GLUED = 7
"""Letters of a word that is a name and a word for street in one (``Schottweg``)."""
TITLES = ("st", "dr")
"""Short forms that are titles before a name: ``St. George`` is no street."""
PINYIN_SIDES = ("dong", "xi", "nan", "bei", "zhong")
_ORDINAL = re.compile(r"\d+(?:st|nd|rd|th|ya|y|i|go)")
_ADJECTIVE = re.compile(r"(?:a[iy]a|o[iy]?e|[iy]{1,2}|sk[ae]|n[ae])$")


def read_streets(reading: Reading) -> None:
    """Every word for a street with its name."""
    for place, marks in enumerate(reading.marks[: len(reading)]):
        if marks and reading.free(place) and (BEHIND in marks or BEFORE in marks or WEAK in marks):
            if reading.short(place) and not _is_block(reading, place) and not _begins_place(reading, place):
                _read_street(reading, place, place + reading.length(place) - 1)
        elif reading.dialect == "german" or reading.texts[place].endswith("strasse"):
            _glued(reading, place)


def _is_block(reading: Reading, place: int) -> bool:
    """``d. 13 str. 3``: in Russian addresses the short form of street is also that of a part of a house."""
    if reading.dialect != "slavic" or reading.role(place, "block") is None:
        return False
    numbered = reading.follows(place + 1) and reading.designated(place + 1) is not None
    return numbered and not (reading.follows(place) and reading.is_name(place - 1))


def _begins_place(reading: Reading, place: int) -> bool:
    """``St. Petersburg``."""
    return reading.texts[place] in TITLES and reading.place_at(place) is not None


def _read_street(reading: Reading, place: int, last: int) -> None:
    """The street that a word stands for: its name before or behind the word, or a number behind it."""
    if BEHIND not in reading.marks[place] and reading.follows(last + 1) and reading.bare_street(last + 1):
        return
    left = _name_before(reading, place)
    if left < place and _in_building_name(reading, last + 1):
        return
    right = _name_behind(reading, last) if _may_be_first(reading, place, left, last) else last
    if BEFORE in reading.marks[place] and left == place == right == last and reading.free(last + 1):
        right = _name_behind(reading, last, across=True)
    if right > last:
        _claim_street(reading, place, right, range(place, last + 1))
    elif left < place:
        _behind_name(reading, left, place, last)
    elif reading.joins(last + 1) and reading.is_number(last + 1):
        _numbered_street(reading, place, last)


def _may_be_first(reading: Reading, place: int, left: int, last: int) -> bool:
    """Whether the name may stand behind the word.

    It does behind ``ul.``, unless the name before is meant (``Kutuzovsky prospekt Moscow``); behind an
    English word only where nothing stands before (``Street Sovetskaya``), and behind what may be a title only
    in Russian addresses.
    """
    marks = reading.marks[place]
    if BEFORE in marks:
        return left == place or not _named_before(reading, left, place, last)
    if (
        left < place
        or BEHIND not in marks
        or (reading.texts[place] in TITLES and reading.dialect != "slavic")
    ):
        return False
    return not reading.free(place - 1) or not reading.follows(place)


def _named_before(reading: Reading, left: int, place: int, last: int) -> bool:
    """Of names on both sides, whether that before is meant: the other is a city, or it is an adjective."""
    if any(reading.role(word, "city_before") for word in range(max(left - 1, 0), place)):
        return False
    behind = reading.place_at(last + 1)
    if behind and reading.follows(last + 1) and not reading.follows(last + 1 + behind[0]):
        return True
    before = reading.place_at(left)
    return not (before and left + before[0] == place) and bool(_ADJECTIVE.search(reading.texts[place - 1]))


def _behind_name(reading: Reading, left: int, place: int, last: int) -> None:
    """``Fa Yuen Street``, ``Queen's Road East``, ``5 Dragon Terrace`` but not ``Dragon Terrace``."""
    marks = reading.marks[place]
    numbered = reading.follows(left) and reading.free(left - 1) and reading.is_number(left - 1)
    if WEAK in marks and BEHIND not in marks and not numbered:
        return
    end = last
    while reading.follows(end + 1) and reading.bare_street(end + 1) and reading.texts[end + 1] not in TITLES:
        end += 1
    _claim_street(reading, left, _with_side(reading, end), range(place, end + 1))


def _numbered_street(reading: Reading, place: int, last: int) -> None:
    """``Street 3``; in China ``Lane 5848`` is a number of the street it leads to."""
    number, end = reading.designated(last + 1) or ("", last)
    if number and reading.dialect == "chinese" and reading.role(place, BEHIND) == "lane":
        reading.claim("number", number, place, end)
    elif number:
        _claim_street(reading, place, end, range(place, last + 1))


def _name_before(reading: Reading, place: int) -> int:
    """The first word of the name that ends before a word for a street."""
    first, words, numbered = place, 0, False
    while place - first < LONGEST_NAME and reading.follows(first):
        before = first - 1
        if reading.is_number(before):
            if not _is_numeral(reading, before, first == place, words > 0 or numbered):
                break
            numbered = True
        elif not reading.is_name(before) or ((words or numbered) and _ends_name(reading, before)):
            break
        else:
            words += not reading.role(before, "side")
        first = before
    return _without_places(reading, first, place)


def _is_numeral(reading: Reading, place: int, beside: bool, begun: bool) -> bool:
    """Whether a number is part of the name of a street: ``14 St``, ``NW 23rd Avenue``, ``Keji 2nd Rd``."""
    text = reading.texts[place]
    if not reading.free(place) or "/" in text or "-" in text:
        return False
    return _ORDINAL.fullmatch(text) is not None or (beside and not begun)


def _ends_name(reading: Reading, place: int) -> bool:
    """``Industrial Building Hoi Bun Road``, but not ``Port Saeed Road``: the word has a name of its own."""
    if not reading.parts_words(place):
        return False
    if BEHIND in reading.marks[place]:
        return True
    return reading.follows(place) and (reading.is_name(place - 1) or not reading.free(place - 1))


def _without_places(reading: Reading, first: int, place: int) -> int:
    """A district or city that stands before the name with no comma is not part of it."""
    while first < place and (found := reading.place_at(first)):
        start = first + found[0]
        marks = reading.marks[start:place]
        if found[1][0].kind not in ("district", "city") or all("side" in of or BEHIND in of for of in marks):
            break
        first = start
    return first


def _name_behind(reading: Reading, last: int, *, across: bool = False) -> int:
    """The last word of the name that begins behind a word for a street; ``across`` one comma."""
    end = last
    while end - last < LONGEST_NAME and (reading.follows(end + 1) or (across and end == last)):
        behind = end + 1
        if reading.is_number(behind):
            if end > last or not _begins_name(reading, behind):
                break
        elif not reading.is_name(behind) or (end > last and _begins_city(reading, behind)):
            break
        end = behind
    return end


def _begins_name(reading: Reading, place: int) -> bool:
    """``ul. 8 Marta``: a number and a word that marks nothing."""
    return reading.free(place) and reading.joins(place + 1) and not reading.marks[place + 1]


def _begins_city(reading: Reading, place: int) -> bool:
    """Whether a city ends the part: ``ul. Lenina Moscow``, ``ul. Lenina pos. Khomyakovo``."""
    if len(reading.texts[place]) > 1 and reading.role(place, "city_before"):
        return True
    found = reading.place_at(place)
    return found is not None and found[1][0].kind != "country" and not reading.follows(place + found[0])


def _in_building_name(reading: Reading, behind: int) -> bool:
    """``Bright Way Tower``, ``Queen's Road Centre``: a word for a building goes on, with no number behind."""
    if not reading.follows(behind) or reading.role(behind, "building") is None:
        return False
    return not (reading.follows(behind + 1) and reading.designated(behind + 1) is not None)


def _with_side(reading: Reading, last: int) -> int:
    """``Queen's Road East``, ``Queen's Rd C``: the last word with the side."""
    side = last + 1
    if not reading.joins(side) or not reading.role(side, "side"):
        return last
    return side if len(reading.texts[side]) > 1 or not reading.follows(side + 1) else last


def _glued(reading: Reading, place: int) -> None:
    """``Schottweg``, ``Reichenauestrasse``."""
    text = reading.texts[place]
    kind = next((kind for kind in glued_types() if text.endswith(kind)), "")
    if kind and len(text) >= SHORTEST_GLUED and reading.free(place):
        first = _name_before(reading, place)
        name = [*reading.texts[first:place], text.removesuffix(kind)]
        reading.claim("street", f"{' '.join(name)}{BAR}street", first, place)


def _claim_street(reading: Reading, first: int, last: int, marked: range) -> None:
    """Take the words from first to last as a street; the marked ones say what kind it is."""
    name, kinds = [], []
    for place in range(first, last + 1):
        side = reading.role(place, "side")
        if place in marked:
            if kind := reading.street_kind(place):
                kinds.append(kind)
        elif side and _is_side(reading, place, (first, last), marked):
            kinds.append(side)
        else:
            name.append(reading.texts[place])
    if not name:
        name = [word for word in kinds if word in side_words()] or reading.texts[first : last + 1]
        kinds = [word for word in kinds if word not in name]
    reading.claim("street", f"{' '.join(name)}{BAR}{' '.join(kinds)}", first, last)


def _is_side(reading: Reading, place: int, edges: tuple[int, int], marked: range) -> bool:
    """English sides stand at an edge of the name, those of pinyin beside the word for the street."""
    if place in (marked.start - 1, marked.stop):
        return True
    return place in edges and reading.texts[place] not in PINYIN_SIDES
