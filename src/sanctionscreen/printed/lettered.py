"""Several values that a list packs into one field under letters: ``a) Kabul b) Herat``."""

from __future__ import annotations

import re
from collections.abc import Iterable

from .countries import country_code

_LETTER = re.compile(r"(?:(?<=[\s;,.])|^)\(?([A-Za-z])\)\s*")
# What ends a value in the prose of the Security Council's lists: the next label, or the sentence.
_END = (
    r"(?=\.?\s+(?:Title|Designation|DOB|POB|Good quality|Low quality|Nationality|Passport n|National identi"
    r"|Address|Listed on|Other information|Gender|Ethnicity|Family background|Review pursuant)"
    r"|(?<!\bNo)\.\s|\.?$)"
)
_LONGEST = 200
_BETWEEN = re.compile(r";\s*(?:alt\.?\s+(?:POB:\s*)?)?", re.IGNORECASE)


def split_lettered(text: str) -> list[str]:
    """The values of a field whose parts carry letters, in order; the whole text where none do.

    Letters count only where each follows the one before, so that a block ``B) of flats`` is none. The
    first value may lack its letter.

    >>> split_lettered("a) Quetta, Pakistan b) Nimroz, Afghanistan"), split_lettered("Sharana; b) Khost")
    (['Quetta, Pakistan', 'Nimroz, Afghanistan'], ['Sharana', 'Khost'])
    """
    cuts: list[re.Match[str]] = []
    for found in _LETTER.finditer(text):
        place = ord(found[1].lower())
        if place == (ord(cuts[-1][1].lower()) + 1 if cuts else ord("a")) or (not cuts and found.start()):
            cuts.append(found)
    starts = [0, *(cut.end() for cut in cuts)]
    ends = [*(cut.start() for cut in cuts), len(text)]
    parts = (text[start:end].strip(" ;,") for start, end in zip(starts, ends, strict=True))
    return [part for part in parts if part]


def split_places(text: str) -> list[str]:
    """The places or addresses of one field, by their letters or between semicolons.

    A semicolon before the name of a country alone stands for a comma.

    >>> split_places("Qom, Iran; Rasht, Iran"), split_places("Kafr Al-Shaykh; Egypt")
    (['Qom, Iran', 'Rasht, Iran'], ['Kafr Al-Shaykh; Egypt'])
    """
    places: list[str] = []
    for part in split_lettered(text):
        first = len(places)
        for piece in (piece.strip(" ,") for piece in _BETWEEN.split(part)):
            lone = len(places) > first and country_code(piece) and not last_country(places[-1])
            if lone:
                places[-1] = f"{places[-1]}; {piece}"
            elif piece:
                places.append(piece)
    return places


def last_country(place: str) -> str | None:
    """The words at the end of a place that name a country, as printed; None where none do.

    >>> last_country("Goma, Democratic Republic of the Congo (in prison)"), last_country("Tunis, Paris, CA")
    ('Democratic Republic of the Congo', None)
    """
    bare = re.sub(r"\s*\([^()]*\)?", "", place).strip(" .,;")
    last = re.sub(r"^.*\d\s+", "", bare.rsplit(",", 1)[-1].strip())  # a postcode needs no comma behind it
    return last if len(last) > 2 and country_code(last) else None


def labelled(texts: Iterable[str], *labels: str) -> tuple[str, ...]:
    """The titles, positions ... behind a label of prose; what is longer than any is a sentence, and left.

    >>> labelled(["TAi.002. Title: a) Mullah b) Haji Designation: a) Governor b) na DOB: 1950"], "Title")
    ('Mullah', 'Haji')
    """
    pattern = re.compile(rf"\b(?:{'|'.join(labels)}): (.+?){_END}")
    packed = (found for text in texts for found in pattern.findall(" ".join(text.split())))
    parts = (part.strip(" .;") for value in packed for part in split_lettered(value))
    return tuple(dict.fromkeys(part for part in parts if part.lower() != "na" and len(part) <= _LONGEST))
