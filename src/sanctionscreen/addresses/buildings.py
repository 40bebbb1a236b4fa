"""Buildings and their blocks by the words for them: ``Ho King Comm Ctr``, ``Hotel Imperial``, ``Silvercord Tower 2``."""

from __future__ import annotations

from .designators import designator
from .names import BAR, named
from .reading import LONGEST_NAME, Reading

ONLY_BLOCKS = ("tower", "block", "wing", "phase", "blk", "twr")
"""Words whose number is never that of the street behind it."""


def read_buildings(reading: Reading) -> None:
    """Every word for a building with the name before it, or behind it where none stands before."""
    place = 0
    while place < len(reading):
        if reading.role(place, "building") is None or not reading.free(place):
            place += 1
            continue
        last = _nouns_end(reading, place)
        first = name_left(reading, place)
        if first == place:
            last = _name_right(reading, last)
        if last > place or first < place:
            claim_building(reading, first, last)
            _number_behind(reading, last)
        place = last + 1


def name_left(reading: Reading, place: int) -> int:
    """The first word of the name that ends before a word for a building."""
    first = place
    while first and place - first < LONGEST_NAME and not reading.words[first].apart:
        before = first - 1
        if not reading.is_name(before) or _ends_before(reading, before):
            break
        first = before
    return first


def _ends_before(reading: Reading, place: int) -> bool:
    """Whether a word is the last of a street or district that stands before the building."""
    marked = reading.role(place, "district_behind") and not reading.role(place, "building")
    return bool(marked) and reading.follows(place) and reading.is_name(place - 1)


def _nouns_end(reading: Reading, place: int) -> int:
    last = place + reading.length(place) - 1
    while reading.follows(last + 1) and reading.free(last + 1) and reading.role(last + 1, "building"):
        if reading.role(last + 1, "block") and reading.follows(last + 2) and reading.designated(last + 2):
            break
        last += reading.length(last + 1)
    return last


def _name_right(reading: Reading, last: int) -> int:
    end = last
    while reading.follows(end + 1) and reading.is_name(end + 1) and end - last < LONGEST_NAME:
        end += 1
    return end


def _number_behind(reading: Reading, last: int) -> None:
    """``Causeway Bay Plaza 1``, ``Trade Center 2``: which of several."""
    number = last + 1
    found = reading.designated(number) if reading.follows(number) else None
    if not found or len(found[0]) > 2:
        return
    behind = found[1] + 1
    if behind < len(reading) and (reading.claimed[behind] == "street" or not reading.words[behind].apart):
        return
    reading.claim("block", found[0], number, found[1])


def claim_building(reading: Reading, first: int, last: int) -> None:
    """Take words as a building: its name, and behind the bar what kinds of building they call it."""
    reading.claim("building", building_key(reading, first, last), first, last)


def building_key(reading: Reading, first: int, last: int) -> str:
    """The key of the words of a building."""
    name, kinds = [], []
    for place in range(first, last + 1):
        kind = reading.role(place, "building") or reading.role(place, "qualifier")
        if kind:
            kinds.append(kind)
        elif reading.role(place, "within") is None or not kinds:
            name.append(reading.texts[place])
    if not name:
        name, kinds = reading.texts[first : last + 1], []
    return f"{' '.join(name)}{BAR}{' '.join(kinds)}" if kinds else " ".join(name)


def read_blocks(reading: Reading) -> None:
    """``Block B``, ``Tower 2``, ``korp. 3``, ``Building 5``, ``3 Hao Lou``, ``North Tower``, ``D Blok``."""
    for place, last in list(reading.phrases("block_behind")):
        if reading.free(place - 1) and reading.follows(place) and reading.is_code(place - 1):
            reading.claim("block", designator(reading.texts[place - 1]), place - 1, last)
    for place, last in list(reading.phrases("block")):
        if reading.free(place) and reading.short(place):
            _ = _block_number(reading, place, last) or _block_before(reading, place, last)


def _block_number(reading: Reading, place: int, last: int) -> bool:
    number = reading.past_number_words(last + 1)
    if not reading.follows(number):
        return False
    key, end = reading.designated(number) or (_counted(reading, number), number)
    if not key or len(key) > 5 or _of_street(reading, place, end):
        return False
    first = name_left(reading, place)
    if first < place and reading.role(place, "building"):
        claim_building(reading, first, place - 1)
    reading.claim("block", key, place, end)
    return True


def _counted(reading: Reading, place: int) -> str:
    """``Tower One``, ``Block Two``."""
    if not reading.free(place) or not reading.texts[place].isalpha() or len(reading.texts[place]) < 3:
        return ""
    return next(iter(named(reading.texts[place]).numbers), "")


def _block_before(reading: Reading, place: int, last: int) -> bool:
    """``D Blok``, ``North Tower``, ``No. 1 Building``: what stands before the word says which."""
    before = place - 1
    if not reading.free(before) or reading.words[place].apart:
        return False
    side = reading.role(before, "side") if len(reading.texts[before]) > 1 else None
    marked = reading.number_word(before - 1) and not reading.words[before].apart
    alone = reading.words[before].apart or not reading.free(before - 1)
    code = reading.is_code(before) and len(reading.texts[before]) < 4 and (marked or alone)
    if not side and not code:
        return False
    reading.claim("block", side or designator(reading.texts[before]), before - 1 if marked else before, last)
    return True


def _of_street(reading: Reading, place: int, end: int) -> bool:
    """Whether the number is that of the street behind it: ``Industrial Building 177, Hoi Bun Road``."""
    behind = end + 1
    if not reading.is_name(place - 1) or reading.words[place].apart:
        return False
    if behind >= len(reading) or reading.claimed[behind] != "street":
        return False
    return not reading.words[behind].apart or reading.texts[place] not in ONLY_BLOCKS
