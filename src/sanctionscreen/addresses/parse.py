"""An address to its parts: an ordered tuple of steps, each of which takes the words that it understands."""

from __future__ import annotations

import re
from collections.abc import Callable

from sanctionscreen.model import Address

from .buildings import read_blocks, read_buildings
from .codes import read_boxes, read_postcodes
from .inside import read_floors, read_units
from .leftover import read_leftovers, read_untyped_streets
from .lexicon import dialect_of, tells
from .numbers import read_numbers
from .parsed import ParsedAddress, Part, PartKind
from .places import Found, city_of_country, places
from .reading import Claim, Reading
from .remarks import read_landmarks, read_remarks
from .streets import read_streets
from .whereabouts import read_marked_places, read_places
from .words import Word, plain_text, words_of

STEPS: tuple[Callable[[Reading], None], ...] = (
    read_remarks,
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
"""Letters of a place that tells the country of an address from inside a part: "de" is no Germany there."""
_CYRILLIC = re.compile("[\u0400-\u052f]")
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
    words = words_of(text)
    named = places().found([word.text for word in words])
    reading = Reading(words, _dialect(text, words, country, named), country, named)
    if not isinstance(address, str):
        _read_fields(reading, address)
    for step in STEPS:
        step(reading)
    return _parsed(text, reading)


def _dialect(text: str, words: list[Word], country: str | None, named: list[Found | None]) -> str:
    """By whose words an address is read: its country's, or those that its places or words tell."""
    texts = [word.text for word in words]
    dialects = dialect_of()
    if country:
        return dialects.get(country, "any")
    if not text.isascii() and _CYRILLIC.search(text):
        return "slavic"
    for start in reversed(range(len(texts))):
        found = named[start]
        if not found or (found[0] == 1 and len(texts[start]) < SHORTEST_TELLING and not words[start].apart):
            continue
        code = next((place.country for place in found[1] if place.country), "")
        if code in dialects or found[1][0].kind == "country":
            return dialects.get(code, "any")
    if near := _near_country(texts):
        return dialects.get(near, "any")
    known = tells()
    return next((known[word] for word in texts if word in known), "any")


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
            if reading.texts[start : last + 1] == wanted and reading.all_free(start, last):
                reading.claim(kind, _field_key(kind, wanted), start, last)
                break


def _field_key(kind: PartKind, words: list[str]) -> str:
    if kind == "postcode":
        return "".join(words).replace("-", "")
    found = places().found(words)[0]
    key = found[1][0].key if found and found[0] == len(words) else " ".join(words)
    # Lists print Hong Kong as a city of China.
    return city_of_country().get(key, key) if kind == "city" else key


def _parsed(text: str, reading: Reading) -> ParsedAddress:
    texts: dict[str, str] = {}
    keys: dict[str, tuple[str, ...]] = {}
    for kind, key, first, last in sorted(reading.claims, key=_by_place):
        found = _source(text, reading, first, last)
        if kind not in keys:
            texts[kind], keys[kind] = found, (key,)
            continue
        texts[kind] = f"{texts[kind]}, {found}"
        if key not in keys[kind] or kind == "unit":  # office 1, room 1 is not room 1
            keys[kind] += (key,)
    keys.pop("rest", None)
    if codes := keys.get("country") or ((reading.country,) if reading.country else ()):
        keys["country"] = _narrowest(codes)
    parts = {kind: Part(texts.get(kind, ""), keys_of) for kind, keys_of in keys.items()}
    return ParsedAddress(text, **parts, rest=_rest(text, reading))


def _by_place(claim: Claim) -> int:
    return claim.first


def _narrowest(codes: tuple[str, ...]) -> tuple[str, ...]:
    """Of ``Hong Kong, China`` the first."""
    states = city_of_country()
    return tuple(code for code in codes if code in states) or codes[:1]


def _source(text: str, reading: Reading, first: int, last: int) -> str:
    found = text[reading.words[first].start : reading.words[last].end]
    return _SPACES.sub(" ", found) if "  " in found else found


def _rest(text: str, reading: Reading) -> tuple[str, ...]:
    """The words that are no part, those that stand together together."""
    rest: list[tuple[int, int]] = []
    for place, kind in enumerate(reading.claimed[: len(reading)]):
        if kind is not None and kind != "rest":
            continue
        if rest and rest[-1][1] == place - 1 and reading.follows(place):
            rest[-1] = (rest[-1][0], place)
        else:
            rest.append((place, place))
    return tuple(_source(text, reading, first, last) for first, last in rest)
