"""An address to its parts: an ordered tuple of steps, each of which takes the words that it understands."""

from __future__ import annotations

import re
from collections.abc import Callable

from sanctionscreen.model import Address

from .buildings import read_blocks, read_buildings
from .inside import read_boxes, read_care, read_floors, read_landmarks, read_notes, read_units
from .leftover import read_leftovers, read_numbers, read_untyped_streets
from .lexicon import dialect_of, joined_words, lexicon, mended, tells
from .parsed import KINDS, ParsedAddress, Part, PartKind
from .places import city_of_country, places
from .reading import Claim, Reading
from .streets import read_streets
from .whereabouts import read_marked_places, read_places, read_postcodes
from .words import Word, plain_text, words_of

STEPS: tuple[Callable[[Reading], None], ...] = (
    read_care,
    read_notes,
    read_boxes,
    read_floors,
    read_units,
    read_landmarks,
    read_streets,
    read_places,
    read_blocks,
    read_buildings,
    read_marked_places,
    read_postcodes,
    read_untyped_streets,
    read_numbers,
    read_leftovers,
)
"""The order is policy: what a step has taken, no later one reads again."""

SHORTEST_TELLING = 3
"""Letters of a place that tells the country of an address from inside it: "de" is no Germany there."""
_CYRILLIC = re.compile("[\u0400-\u052f]")
_MARKED = re.compile(r"([a-z]{2,})(\d+[a-z]?)")
_SPACES = re.compile(r"\s+")


def parse_address(address: str | Address, country: str | None = None) -> ParsedAddress:
    """The parts of an address.

    Args:
        address: the address as a party or a list prints it, in one or several lines, or a list's
            ``Address``, whose city, region, postcode and country are taken as they are. Read up to
            ``words.LONGEST`` characters.
        country: its ISO 3166 alpha-2 code, where it is known. Otherwise the text's last or first words and
            the language of its words decide by whose rules it is read.

    Returns:
        The parts; an address of which nothing is understood has only its text and ``rest``.
    """
    text = plain_text(address if isinstance(address, str) else address.text)
    if not isinstance(address, str):
        country = country or address.country
    words = _mended(words_of(text))
    reading = Reading(words, _dialect(text, words, country), country)
    if not isinstance(address, str):
        _read_fields(reading, address)
    for step in STEPS:
        step(reading)
    return _parsed(text, reading)


def _mended(words: list[Word]) -> list[Word]:
    """The words with slips in markers put right, and pinyin that is written together taken apart."""
    apart = joined_words()
    found: list[Word] = []
    for word in words:
        if glued := _glued_number(word.text):
            found.append(word._replace(text=glued[0]))
            found.append(Word(glued[1], word.start, word.end, "", False))
            continue
        text = mended(word.text)
        parts = apart.get(text)
        if parts:
            found.append(word._replace(text=parts[0]))
            found += [Word(part, word.start, word.end, "", False) for part in parts[1:]]
        else:
            found.append(word if text == word.text else word._replace(text=text))
    return found


def _glued_number(text: str) -> tuple[str, str] | None:
    """``rm305``, ``bldg1``: a marker and its number written together."""
    found = _MARKED.fullmatch(text)
    roles = lexicon("slavic").roles.get(found[1], {}) if found else {}
    marks = not roles.keys().isdisjoint(("unit", "floor", "block", "number", "box"))
    return (found[1], found[2]) if found and marks else None


def _dialect(text: str, words: list[Word], country: str | None) -> str:
    """By whose words an address is read."""
    dialects = dialect_of()
    if country and (country in dialects or not words):
        return dialects.get(country, "any")
    if country is None and _CYRILLIC.search(text):
        return "slavic"
    texts = [word.text for word in words]
    if country is None:
        for start in reversed(range(len(texts))):
            found = places().at(texts, start)
            if not found or (len(texts[start]) < SHORTEST_TELLING and 0 < start < len(texts) - 1 and found[0] == 1):
                continue
            code = next((place.country for place in found[1] if place.country), "")
            if code in dialects or found[1][0].kind == "country":
                return dialects.get(code, "any")
    if country is None and (near := _near_country(texts)):
        return dialects.get(near, "any")
    known = tells()
    return next((known[word] for word in texts if word in known), "any") if country is None else "any"


def _near_country(texts: list[str]) -> str:
    """The country that the last or the first word is meant to be."""
    for text in (texts[-1], texts[0]) if texts else ():
        for place in places().near([text]):
            if place.kind == "country":
                return place.key
    return ""


def _read_fields(reading: Reading, address: Address) -> None:
    """City, region and postcode as the list states them, where the text has them."""
    fields: tuple[tuple[PartKind, str | None], ...] = (
        ("postcode", address.postcode),
        ("city", address.city),
        ("region", address.region),
    )
    for kind, field in fields:
        wanted = [word.text for word in words_of(plain_text(field))] if field else []
        for start in range(len(reading) - len(wanted), -1, -1) if wanted else ():
            last = start + len(wanted) - 1
            if reading.texts[start : last + 1] == wanted and all(map(reading.free, range(start, last + 1))):
                reading.claim(kind, _field_key(kind, wanted), start, last)
                break


def _field_key(kind: PartKind, words: list[str]) -> str:
    if kind == "postcode":
        return "".join(words).replace("-", "")
    found = places().at(words, 0)
    return found[1][0].key if found and found[0] == len(words) else " ".join(words)


def _parsed(text: str, reading: Reading) -> ParsedAddress:
    claims: dict[str, list[Claim]] = {}
    for claim in reading.claims:
        claims.setdefault(claim.kind, []).append(claim)
    parts: dict[str, Part] = {}
    for kind in KINDS:
        if kind in claims:
            of_kind = sorted(claims[kind], key=lambda claim: claim.first)
            texts = [_source(text, reading, claim.first, claim.last) for claim in of_kind]
            keys = tuple(dict.fromkeys(claim.key for claim in of_kind))
            parts[kind] = Part(", ".join(texts), _narrowest(keys) if kind == "country" else keys)
    if "country" not in parts and reading.country:
        parts["country"] = Part("", (reading.country,))
    return ParsedAddress(text=text, rest=_rest(text, reading), **parts)


def _narrowest(codes: tuple[str, ...]) -> tuple[str, ...]:
    """Of ``Hong Kong, China`` the first."""
    states = city_of_country()
    return tuple(code for code in codes if code in states) or codes[:1]


def _source(text: str, reading: Reading, first: int, last: int) -> str:
    found = text[reading.words[first].start : reading.words[last].end]
    return _SPACES.sub(" ", found)


def _rest(text: str, reading: Reading) -> tuple[str, ...]:
    rest: list[tuple[int, int]] = []
    for place, kind in enumerate(reading.claimed):
        if kind is not None and kind != "rest":
            continue
        if rest and rest[-1][1] == place - 1 and reading.follows(place):
            rest[-1] = (rest[-1][0], place)
        else:
            rest.append((place, place))
    return tuple(_source(text, reading, first, last) for first, last in rest)
