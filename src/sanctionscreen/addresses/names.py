"""Names of streets, buildings and districts: how a part's key is made, and how alike two keys are."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import NamedTuple

from rapidfuzz import fuzz

from sanctionscreen.names.lexicon import number_words, spellings, table as names_table
from sanctionscreen.names.romanization import fold

from .lexicon import side_words, stands_for

BAR = "|"
"""Between a name and the words that say what kind of place it is and on which side."""
KINDS_DIFFER, SIDE_UNKNOWN, WITHIN = 0.8, 0.97, 0.92
"""What is left of the likeness of two names if they are of kinds that contradict, if only one states a side,
and if one name has all words of the other and more."""
SHORTEST_WITHIN = 4
"""Letters that a name must have to be found within another."""

EMPTY = frozenset(("the", "of", "and"))
"""Words that say nothing in a name."""
_ORDINAL = re.compile(r"0*(\d+)(?:st|nd|rd|th|ya|y|i|ii|go|aya|aia|ia|iy)?")


class Named(NamedTuple):
    """A key taken apart.

    Args:
        words: the words of the name, each folded over romanizations.
        letters: the words run together as they are written.
        joined: the folded words run together, so that ``Fa Yuen`` is ``Fayuen``.
        bag: the folded words in alphabetical order, run together.
        numbers: numbers in the name (``14th Street``), which are never near each other.
        kinds: what the street or building is.
        sides: east, central and the like.
    """

    words: frozenset[str]
    letters: str
    joined: str
    bag: str
    numbers: frozenset[str]
    kinds: frozenset[str]
    sides: frozenset[str]


@lru_cache(maxsize=65536)
def named(key: str) -> Named:
    """A key of a name taken apart."""
    name, _, rest = key.partition(BAR)
    words, letters, numbers = [], "", []
    for word in name.split():
        number = _number(word)
        if number:
            numbers.append(number)
        elif word not in EMPTY:
            words.append(folded(word))
            letters += word
    kinds = frozenset(rest.split())
    sides = kinds & side_words()
    if not words and not numbers:
        words = sorted(kinds)
        letters = "".join(words)
    joined = "".join(words)
    bag = "".join(sorted(words))
    return Named(frozenset(words), letters, joined, bag, frozenset(numbers), kinds - sides, sides)


@lru_cache(maxsize=65536)
def folded(word: str) -> str:
    """A word of a name, equal for its romanizations and for the endings of a Slavic adjective.

    >>> folded("pushkinskaya") == folded("pushkinskoi") == folded("pushkinska")
    True
    """
    return _adjective().sub("sk", fold(word)) if len(word) > 5 else fold(word)


@lru_cache(maxsize=65536)
def likeness(a: str, b: str) -> float:
    """How alike the names of two keys are, 0 to 1.

    Letters are compared with the spaces and the order of the words left aside; numbers in the names must
    be the same, and sides must not contradict.
    """
    if a == b:
        return 1.0
    one, other = named(a), named(b)
    if one.numbers != other.numbers and (one.numbers and other.numbers or not (one.words and other.words)):
        return 0.0
    if one.sides and other.sides and one.sides != other.sides:
        return 0.0
    alike = _letters(one, other)
    if _contradict(one.kinds, other.kinds):
        alike *= KINDS_DIFFER
    if one.sides != other.sides or one.numbers != other.numbers:
        alike *= SIDE_UNKNOWN
    return alike


def best(a: tuple[str, ...], b: tuple[str, ...]) -> float:
    """How alike two parts made of names are: the part that names less decides, by its least likeness."""
    if a == b:
        return 1.0
    fewer, more = (a, b) if len(a) <= len(b) else (b, a)
    return min(max(likeness(key, other) for other in more) for key in fewer)


def _letters(one: Named, other: Named) -> float:
    if one.joined == other.joined or one.bag == other.bag:
        return 1.0
    pairs = ((one.joined, other.joined), (one.bag, other.bag), (one.letters, other.letters))
    alike = max(fuzz.ratio(a, b) for a, b in pairs) / 100
    shorter = one if len(one.joined) <= len(other.joined) else other
    longer = other if shorter is one else one
    within = shorter.words <= longer.words
    if within and len(shorter.joined) >= SHORTEST_WITHIN:
        return max(alike, WITHIN)
    return alike


def _contradict(a: frozenset[str], b: frozenset[str]) -> bool:
    if not a or not b or a & b:
        return False
    known = stands_for()
    meant, other = (frozenset().union(*(known.get(kind, {kind}) for kind in kinds)) for kinds in (a, b))
    return not meant & other


def _number(word: str) -> str:
    if word[0].isdigit():
        found = _ORDINAL.fullmatch(word)
        return found[1] if found else word
    return _spelled().get(word, "")


@cache
def _spelled() -> dict[str, str]:
    """Number words by their digits: ``first``, ``one``."""
    words = number_words()
    found = {}
    for phrase in words:
        if len(phrase) == 1 and (at := words.at(list(phrase), 0)):
            found[phrase[0]] = at[1]
    return found


@cache
def _adjective() -> re.Pattern[str]:
    """The endings of Slavic adjectives in -sk-, folded as words are."""
    endings = spellings(names_table("places")["endings"]["adjective"])
    every = {fold(f"pushkinsk{ending}").removeprefix("pushkinsk") for ending in endings}
    return re.compile(f"sk(?:{'|'.join(sorted(every - {''}, key=len, reverse=True))})$")
