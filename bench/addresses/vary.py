"""An address as somebody else writes it, or another one beside it: one function for each way, all seeded.

A function gives the address back unchanged where its way does not apply.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Sequence
from pathlib import Path
from random import Random

Vary = Callable[[str, Random], str]

WORDS = tomllib.loads(Path(__file__).with_suffix(".toml").read_text("utf-8"))
"""What is put for what; see ``vary.toml``."""
TYPES = (
    r"(?:Street|St|Str|Road|Rd|Avenue|Ave|Boulevard|Blvd|Lane|Lu|Jie|Highway|Drive|Way|Terrace|Square|Sq|ul|ulitsa"
    r"|prospekt|pr|per|pereulok|shosse|nab|Mah|Cad|Cd|Sok|Sk|Caddesi|Sokak|Mahallesi|вул|вулиця|улица|ул|просп|проспект|пр|пров|пер|бул|шосе|шоссе|проїзд|проезд|наб|провулок|переулок)"
)
BUILDING = re.compile(
    r"\b(?:building|bldg|cent(?:re|er)|ctr|house|hse|tower|twr|mansion|plaza|court|place|commercial)\b",
    re.IGNORECASE,
)
NAMED = re.compile(rf"[^\W\d_]{{3,}} (?:{BUILDING.pattern})", re.IGNORECASE)
STREET = re.compile(rf"\b{TYPES}\b", re.IGNORECASE)
UNIT_WORD = re.compile(
    r"(?<![\w/])(?i:flat/rm|flat|room|rm|unit|suite|office)\.?(?i: no\.)?(?=\s+(?:\d+|[A-Z])[\w-]*(?:,| \d))"
)
UNIT = re.compile(
    r"(?<!\w)(?:flat/rm|flat|rooms?|rm|unit|suite|ste|office|ofis|apt|apartment|shop|kv|of|кв|оф|офіс|офис|d:)"
    r"(?![a-z])[.:]?\s*(?:no\.?|#)?\s*(\d+|(?<=\s)[A-Z])(?![\w/-])",
    re.IGNORECASE,
)
FLOOR = re.compile(r"(?<![\w/-])(\d{1,2})(st|nd|rd|th)?\s?(/F|F|Floor|Fl)\b(?!loor)", re.IGNORECASE)
RANGE = re.compile(r"(?<![\w/])(\d{1,3})-(\d{1,3})(?=,?\s+[A-Z][a-z])")
STREET_NUMBER = re.compile(
    rf"(?<![\w/#-])(?<!D\. )(?<!D:)(\d{{1,4}})(?=[A-Z]?(?:-\d+)?,?\s+(?:[^\W\d_]+'?\w*\s){{1,3}}{TYPES}\b)"
    r"|(?<=\bд\. )(\d+)|(?<=\bd\. )(\d+)"
)
NUMBER_BEFORE = re.compile(rf"(?<![\w/#-])(\d{{1,4}}[A-Z]?)\s+((?:[A-Z][\w']+\s){{1,3}}{TYPES}\b\.?)")
NAME_WORD = re.compile(r"(?<![\w'])[^\W\d_]{5,}(?![\w'])")
MARKER_WORD = re.compile(
    r"\b(?:street|road|avenue|building|centre|center|tower|mansion|plaza|floor|district|industrial|commercial"
    r"|prospekt|ulitsa|caddesi|sokak|mahallesi|boulevard|square)\b",
    re.IGNORECASE,
)


def segments(address: str) -> list[str]:
    """What stands between commas."""
    return [part.strip() for part in address.split(",") if part.strip()]


def at(text: str, start: int, put: str, length: int = 1) -> str:
    """The text with some characters replaced."""
    return text[:start] + put + text[start + length :]


def replace(pairs: Sequence[str], *, both: bool = False, whole: bool = True) -> Vary:
    """Replace one text of ``before:after`` pairs; the other way too if ``both``."""
    split = [tuple(pair.rsplit(":", 1)) for pair in pairs]
    if both:
        split += [(after, before) for before, after in split]

    def vary(address: str, draw: Random) -> str:
        found = []
        for before, after in split:
            edges = (r"(?<![\w])", r"(?![\w.])") if whole else (r"(?<=\w)", "")
            pattern = edges[0] + re.escape(before) + (edges[1] if before[-1] != "." else "")
            found += [(match, after) for match in re.finditer(pattern, address, re.IGNORECASE)]
        if not found:
            return address
        match, after = draw.choice(found)
        after = after.upper() if match.group().isupper() and len(match.group()) > 2 else after
        return at(address, match.start(), after, len(match.group()))

    return vary


shorten = replace(WORDS["short"], both=True)
translate = replace(WORDS["meaning"])
rename_place = replace(WORDS["places"], both=True)
romanize = replace(WORDS["romanized"], both=True, whole=False)


def shorten_all(address: str, draw: Random) -> str:
    """Every word that has a short form, shortened."""
    for _ in range(6):
        address = replace(WORDS["short"])(address, draw)
    return address


def in_word(change: Vary, pattern: re.Pattern[str] = NAME_WORD) -> Vary:
    """One change in one word that is no marker, or in one that ``pattern`` finds."""

    def vary(address: str, draw: Random) -> str:
        words = [
            m
            for m in pattern.finditer(address)
            if pattern is not NAME_WORD or not MARKER_WORD.fullmatch(m.group())
        ]
        if not words:
            return address
        word = draw.choice(words)
        return at(address, word.start(), change(word.group(), draw), len(word.group()))

    return vary


def change_letter(word: str, draw: Random) -> str:
    """Another letter for one, not the first."""
    return at(word, draw.randrange(1, len(word)), draw.choice("aeiouklmnrst"))


def drop_letter(word: str, draw: Random) -> str:
    """One letter gone, not the first."""
    return at(word, draw.randrange(1, len(word)), "")


def add_letter(word: str, draw: Random) -> str:
    """One letter too many."""
    return at(word, draw.randrange(1, len(word)), draw.choice("aeiouklmnrst"), 0)


def swap_letters(word: str, draw: Random) -> str:
    """Two neighbours in each other's place."""
    place = draw.randrange(1, len(word) - 1)
    return at(word, place, word[place + 1] + word[place], 2)


def double_letter(word: str, draw: Random) -> str:
    """One letter twice."""
    place = draw.randrange(1, len(word))
    return at(word, place, word[place] * 2)


def change_vowel(word: str, draw: Random) -> str:
    """Another vowel for one."""
    places = [place for place, letter in enumerate(word) if place and letter.lower() in "aeiou"]
    return at(word, draw.choice(places), draw.choice("aeiou")) if places else word


def rotate(address: str, draw: Random) -> str:
    """The first segment behind the next one or two."""
    parts = segments(address)
    if len(parts) < 4:
        return address
    place = draw.choice((1, 2))
    return ", ".join([*parts[1 : place + 1], parts[0], *parts[place + 1 :]])


def biggest_first(address: str, _: Random) -> str:
    """City first, room last."""
    return ", ".join(reversed(segments(address)))


def drop_commas(address: str, _: Random) -> str:
    """No comma at all."""
    return " ".join(segments(address))


def drop_comma(address: str, draw: Random) -> str:
    """One comma gone."""
    places = [(match.start(), len(match.group())) for match in re.finditer(r",\s?", address)]
    if not places:
        return address
    start, length = draw.choice(places)
    return at(address, start, " ", length)


def drop_dots(address: str, _: Random) -> str:
    """No full stop."""
    return re.sub(r"\.(?=[\s,]|$)", "", address)


def lines(address: str, _: Random) -> str:
    """A line for each part."""
    return "\n".join(segments(address))


def join_words(address: str, draw: Random) -> str:
    """A space gone inside a name."""
    places = [m.end(1) for m in re.finditer(r"\b([A-Z][a-z]{1,4}) (?=[A-Z][a-z]{2,6}\b)", address)]
    return at(address, draw.choice(places), "") if places else address


def split_word(address: str, draw: Random) -> str:
    """A space inside a name."""

    def change(word: str, draw: Random) -> str:
        return at(word, draw.randrange(2, len(word) - 1), " ", 0)

    return in_word(change)(address, draw)


def drop_middle(address: str, draw: Random) -> str:
    """A part gone that has no number, no building and no street: a district or a city."""
    parts = segments(address)
    places = [
        place
        for place, part in enumerate(parts[1:], 1)
        if not re.search(r"\d", part)
        and not BUILDING.search(part)
        and not STREET.search(part)
        and not (place + 1 < len(parts) and re.match(r"\d{1,4}\b", parts[place + 1]))
    ]
    if not places or len(parts) < 3:
        return address
    parts.pop(draw.choice(places))
    return ", ".join(parts)


def drop_postcode(address: str, _: Random) -> str:
    """No postcode of five or six digits."""
    return re.sub(r"(?<=[a-z]),?\s\d{5,6}(?=,|$)|^\d{6},\s|,\s\d{6}(?=,)", "", address)


def dash(address: str, draw: Random) -> str:
    """The dash of a range of numbers as somebody else writes it."""
    match = RANGE.search(address)
    if not match:
        return address
    put = draw.choice((" - ", "–", " – ", "/", " to ")).join(match.groups())
    return at(address, match.start(), put, len(match.group()))


def with_no(address: str, _: Random) -> str:
    """``No.`` before the number of the street, or gone."""
    if " No. " in f" {address}":
        return re.sub(r"\bNo\. (?=\d)", "", address, count=1)
    match = NUMBER_BEFORE.search(address)
    return at(address, match.start(), "No. ", 0) if match else address


def number_behind(address: str, _: Random) -> str:
    """``610 Nathan Road`` as ``Nathan Road 610``."""
    match = NUMBER_BEFORE.search(address)
    return at(address, match.start(), f"{match[2]} {match[1]}", len(match.group())) if match else address


def swap_unit_word(address: str, draw: Random) -> str:
    """``Room`` as ``Office``, ``Unit``, ``Flat``."""
    match = UNIT_WORD.search(address)
    if not match:
        return address
    return at(address, match.start(), draw.choice(WORDS["unit_words"]), len(match.group()))


def zero_unit(address: str, _: Random) -> str:
    """``Room 4`` as ``Room 04``, and the other way round."""
    match = UNIT.search(address)
    if not match or not match[1].isdigit() or len(match[1]) > 2:
        return address
    put = match[1].lstrip("0") if match[1].startswith("0") else match[1].zfill(2)
    return (
        at(address, match.start(1), put or match[1], len(match[1])) if len(put) != len(match[1]) else address
    )


def floor_form(address: str, draw: Random) -> str:
    """``16/F`` as ``16th Floor``, ``Floor 16``, ``16F``, ``16 F``."""
    match = FLOOR.search(address)
    if not match:
        return address
    number = match[1]
    ending = {"1": "st", "2": "nd", "3": "rd"}.get(
        number[-1] if number not in ("11", "12", "13") else "", "th"
    )
    put = draw.choice(
        (
            f"{number}/F",
            f"{number}{ending} Floor",
            f"Floor {number}",
            f"{number}F",
            f"{number} Fl.",
            f"{number}/F.",
        )
    )
    return at(address, match.start(), put, len(match.group()))


def drop_floor(address: str, _: Random) -> str:
    """The floor not said, where a unit is."""
    if not UNIT.search(address):
        return address
    return ", ".join(segments(FLOOR.sub("", address)))


def care_of(address: str, _: Random) -> str:
    """In care of a company."""
    return f"c/o Golden Harvest Trading Ltd., {address}"


def floor_with_unit(address: str, _: Random) -> str:
    """``Room 9, 27/F`` as ``Room 09/27F``."""
    unit, floor = UNIT.search(address), FLOOR.search(address)
    if not unit or not floor or not 0 <= floor.start() - unit.end() <= 3 or not unit[1].isdigit():
        return address
    return at(address, unit.start(1), f"{unit[1]}/{floor[1]}F", floor.end() - unit.start(1))


def drop_unit(address: str, _: Random) -> str:
    """Neither unit nor floor."""
    without = ", ".join(segments(FLOOR.sub("", UNIT.sub("", address))))
    return without if UNIT.search(address) else address


def drop_street(address: str, _: Random) -> str:
    """Only the building, where a street is given too."""
    parts = segments(address)
    kept = [part for part in parts if not STREET.search(part) or BUILDING.search(part)]
    named = any(NAMED.search(part) and not STREET.search(part) for part in kept)
    return ", ".join(kept) if named and len(kept) < len(parts) else address


def drop_building(address: str, _: Random) -> str:
    """Only the street and number, where a building is named too."""
    parts = segments(address)
    kept = [part for part in parts if not BUILDING.search(part) or STREET.search(part)]
    street = any(STREET.search(part) and re.search(r"\d", part) for part in kept)
    return ", ".join(kept) if street and len(kept) < len(parts) else address


def cut(address: str, draw: Random) -> str:
    """Cut into lines of 35 characters, as in EDIFACT."""
    return (
        "\n".join(address[start : start + 35] for start in range(0, len(address), 35))
        if len(address) > 40
        else address
    )


def _other_digit(digits: str, draw: Random) -> str:
    place = len(digits) - 1
    return at(digits, place, draw.choice([d for d in "123456789" if d != digits[place]]))


def other_unit(address: str, draw: Random) -> str:
    """Another room or office on the same floor."""
    match = UNIT.search(address)
    if not match:
        return address
    old = match[1]
    put = (
        _other_digit(old, draw) if old.isdigit() else draw.choice([c for c in "ABCDEFGH" if c != old.upper()])
    )
    return at(address, match.start(1), put, len(old))


def other_unit_far(address: str, draw: Random) -> str:
    """Quite another room or office."""
    match = UNIT.search(address)
    if not match or not match[1].isdigit():
        return address
    put = str(draw.choice([n for n in range(1, 3000) if n != int(match[1])]))
    return at(address, match.start(1), put, len(match[1]))


def swapped_unit(address: str, _: Random) -> str:
    """Two digits of the room in each other's place."""
    match = UNIT.search(address)
    if not match or not match[1].isdigit() or len(match[1]) < 3 or match[1][-1] == match[1][-2]:
        return address
    old = match[1]
    return at(address, match.start(1), old[:-2] + old[-1] + old[-2], len(old))


def other_floor(address: str, draw: Random) -> str:
    """Another floor, with the same unit."""
    match = FLOOR.search(address)
    if not match or not UNIT.search(FLOOR.sub("", address)):
        return address
    put = str(draw.choice([n for n in range(2, 40) if n != int(match[1])]))
    return at(address, match.start(), f"{put}/F", len(match.group()))


def other_unit_written_otherwise(address: str, draw: Random) -> str:
    """Another unit, in other words."""
    other = other_unit(address, draw)
    return other if other == address else shorten(swap_unit_word(rotate(other, draw), draw), draw)


def _in_unit(address: str, place: int) -> bool:
    return any(match.start() <= place < match.end() for match in UNIT.finditer(address))


def other_number(address: str, draw: Random) -> str:
    """Another number in the same street; no building is named."""
    if BUILDING.search(address):
        return address
    match = STREET_NUMBER.search(address)
    if not match or _in_unit(address, match.start()):
        return address
    group = next(number for number in range(1, 4) if match[number])
    put = str(draw.choice([n for n in range(1, 300) if abs(n - int(match[group])) > 9]))
    return at(address, match.start(group), put, len(match[group]))


def next_number(address: str, draw: Random) -> str:
    """The house next door but one; no building is named."""
    if BUILDING.search(address) or RANGE.search(address):
        return address
    match = STREET_NUMBER.search(address)
    if not match or _in_unit(address, match.start()):
        return address
    group = next(number for number in range(1, 4) if match[number])
    return at(address, match.start(group), str(int(match[group]) + 2), len(match[group]))
