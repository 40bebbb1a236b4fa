"""Buildings and their blocks by the words for them: ``Ho King Comm Ctr``, ``Hotel Imperial``, ``Tower 2``."""

from __future__ import annotations

from .designators import designator
from .likeness import BAR, named
from .reading import LONGEST_NAME, Reading

ONLY_BLOCKS = ("tower", "block", "wing", "phase", "blk", "twr")
"""Words whose number is never that of the street behind it."""
LONGEST_BLOCK, LONGEST_OF_SEVERAL = 5, 2
"""Characters of the designation of a block, and of the number behind one building of several."""


def read_blocks(reading: Reading) -> None:
    """``Block B``, ``Tower 2``, ``korp. 3``, ``Building 5``, ``3 Hao Lou``, ``North Tower``, ``D Blok``."""
    for place, last in reading.phrases("block_behind"):
        if reading.free(place - 1) and reading.follows(place) and reading.is_code(place - 1):
            reading.claim("block", designator(reading.texts[place - 1]), place - 1, last)
    for place, last in reading.phrases("block"):
        if reading.short(place) and not _block_number(reading, place, last):
            _block_before(reading, place, last)


def _block_number(reading: Reading, place: int, last: int) -> bool:
    """``Silvercord Tower 2``: the number, and the name of the building before the word."""
    number = reading.past_number_words(last + 1)
    if not reading.follows(number):
        return False
    key, end = reading.designated(number) or (_counted(reading, number), number)
    if not key or len(key) > LONGEST_BLOCK or _of_street(reading, place, end):
        return False
    first = name_left(reading, place)
    if first < place and reading.role(place, "building"):
        _claim_building(reading, first, place - 1)
    reading.claim("block", key, place, end)
    return True


def _counted(reading: Reading, place: int) -> str:
    """``Tower One``, ``Block Two``."""
    text = reading.texts[place] if reading.free(place) else ""
    return next(iter(named(text).numbers), "") if text.isalpha() and len(text) > 2 else ""


def _of_street(reading: Reading, place: int, end: int) -> bool:
    """Whether the number is that of the street behind it: ``Industrial Building 177, Hoi Bun Road``."""
    if not reading.is_name(place - 1) or not reading.follows(place) or reading.claimed[end + 1] != "street":
        return False
    return reading.follows(end + 1) or reading.texts[place] not in ONLY_BLOCKS


def _block_before(reading: Reading, place: int, last: int) -> None:
    """``D Blok``, ``North Tower``, ``No. 1 Building``: what stands before the word says which."""
    before = place - 1
    if not reading.free(before) or not reading.follows(place):
        return
    text = reading.texts[before]
    side = reading.role(before, "side") if len(text) > 1 else None
    marked = reading.number_word(before - 1) and reading.follows(before)
    alone = marked or not reading.follows(before) or not reading.free(before - 1)
    alone = alone or reading.dialect == "turkish"
    if side or (alone and reading.is_code(before) and len(text) < LONGEST_BLOCK - 1):
        reading.claim("block", side or designator(text), before - 1 if marked else before, last)


def read_buildings(reading: Reading) -> None:
    """Every word for a building with the name before it, or behind it where none stands before."""
    for place, _ in reading.phrases("building"):
        last = _nouns_end(reading, place)
        first = name_left(reading, place)
        if first == place:
            last = _name_right(reading, last)
        if first < last:
            _claim_building(reading, first, last)
            _one_of_several(reading, last + 1)


def name_left(reading: Reading, place: int) -> int:
    """The first word of the name that ends before a word for a building."""
    first = place
    while place - first < LONGEST_NAME and reading.follows(first) and reading.is_name(first - 1):
        if _ends_district(reading, first - 1):
            break
        first -= 1
    return first


def _ends_district(reading: Reading, place: int) -> bool:
    """Whether a word is the last of a district that stands before the building with no comma."""
    marked = reading.role(place, "district_behind") and not reading.role(place, "building")
    return bool(marked) and reading.follows(place) and reading.is_name(place - 1)


def _nouns_end(reading: Reading, place: int) -> int:
    """``Trade Centre Building``: the last word for a building, but not that of a block with its number."""
    last = place + reading.length(place) - 1
    while reading.joins(last + 1) and reading.role(last + 1, "building"):
        if reading.role(last + 1, "block") and reading.follows(last + 2) and reading.designated(last + 2):
            break
        last += reading.length(last + 1)
    return last


def _name_right(reading: Reading, last: int) -> int:
    end = last
    while end - last < LONGEST_NAME and reading.follows(end + 1) and reading.is_name(end + 1):
        end += 1
    return end


def _one_of_several(reading: Reading, place: int) -> None:
    """``Causeway Bay Plaza 1``, ``Trade Center 2``."""
    found = reading.designated(place) if reading.follows(place) else None
    if not found or len(found[0]) > LONGEST_OF_SEVERAL:
        return
    key, last = found
    if not reading.follows(last + 1) and reading.claimed[last + 1] != "street":
        reading.claim("block", key, place, last)


def _claim_building(reading: Reading, first: int, last: int) -> None:
    reading.claim("building", building_key(reading, first, last), first, last)


def building_key(reading: Reading, first: int, last: int) -> str:
    """The key of the words of a building: its name, and behind the bar what kinds of building it is."""
    name, kinds = [], []
    for place in range(first, last + 1):
        kind = reading.role(place, "building") or reading.role(place, "qualifier")
        if kind:
            kinds.append(kind)
        elif reading.role(place, "within") is None or not kinds:
            name.append(reading.texts[place])
    if not name:
        return reading.between(first, last)
    return f"{' '.join(name)}{BAR}{' '.join(kinds)}" if kinds else " ".join(name)
