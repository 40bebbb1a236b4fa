"""Names of streets, buildings and districts: how a part's key is made, and how alike two keys are."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import NamedTuple

from rapidfuzz import fuzz

from sanctionscreen.names.lexicon import number_words, spellings
from sanctionscreen.names.lexicon import table as names_table
from sanctionscreen.names.romanization import fold

from .lexicon import side_words, stands_for

BAR = "|"
"""Between a name and the words that say what kind of place it is and on which side."""
KINDS_DIFFER, SIDE_UNKNOWN, WITHIN = 0.8, 0.97, 0.92
"""What is left of the likeness of two names if they are of kinds that contradict, if only one states a side,
and if one name has all words of the other and more."""
LEAST = 0.6
"""Likeness of letters below which two names have nothing in common."""
SHORTEST_WITHIN = 4
"""Letters that a name must have to be found within another."""

EMPTY = frozenset(("the", "of", "and"))
"""Words that say nothing in a name."""
_ORDINAL = re.compile(r"0*(\d+)(?:st|nd|rd|th|ya|y|i|ii|go|aya|aia|ia|iy)?")


class Named(NamedTuple):
    """A key taken apart.

    Args:
        words: the words of the name, each folded over romanizations.
        forms: the name in letters alone: the folded words run together (``Fa Yuen`` is ``Fayuen``), in
            alphabetical order, and as they are written.
        numbers: numbers in the name (``14th Street``), which are never near each other.
        kinds: what the street or building is.
        sides: east, central and the like.
    """

    words: frozenset[str]
    forms: tuple[str, ...]
    numbers: frozenset[str]
    kinds: frozenset[str]
    sides: frozenset[str]

    @property
    def joined(self) -> str:
        """The folded words run together."""
        return self.forms[0]

    @property
    def bag(self) -> str:
        """The folded words in alphabetical order, run together."""
        return self.forms[1] if len(self.forms) > 1 else self.forms[0]


@lru_cache(maxsize=65536)
def named(key: str) -> Named:
    """A key of a name taken apart."""
    name, _, rest = key.partition(BAR)
    plain, numbers = [], []
    for word in name.split():
        if number := _number(word):
            numbers.append(number)
        elif word not in EMPTY:
            plain.append(word)
    kinds = frozenset(rest.split())
    sides = kinds & side_words()
    if not plain and not numbers:
        plain = sorted(kinds)
    words = [folded(word) for word in plain]
    forms = ("".join(words), "".join(sorted(words)), "".join(plain))
    return Named(frozenset(words), tuple(dict.fromkeys(forms)), frozenset(numbers), kinds - sides, sides)


@lru_cache(maxsize=65536)
def folded(word: str) -> str:
    """A word of a name, equal for its romanizations and for the endings of a Slavic adjective.

    >>> folded("pushkinskaya") == folded("pushkinskoi") == folded("pushkinska")
    True
    """
    return _adjective().sub("sk", fold(word)) if len(word) > 5 else fold(word)


@lru_cache(maxsize=65536)
def likeness(a: str, b: str) -> float:
    """How alike the names of two keys are, 0 to 1; 0 where it would be less than ``LEAST``.

    Letters are compared with the spaces and the order of the words left aside; numbers in the names must
    be the same, and sides must not contradict.
    """
    one, other = named(a), named(b)
    if one.sides and other.sides and one.sides != other.sides:
        return 0.0
    if one.numbers != other.numbers and ((one.numbers and other.numbers) or not (one.words and other.words)):
        return 0.0
    alike = _letters(one, other)
    if alike and one.kinds != other.kinds and _contradict(one.kinds, other.kinds):
        alike *= KINDS_DIFFER
    if one.sides != other.sides or one.numbers != other.numbers:
        alike *= SIDE_UNKNOWN
    return alike


def best(a: tuple[str, ...], b: tuple[str, ...]) -> float:
    """How alike two parts made of names are: the part that names less decides, by its least likeness."""
    if len(a) > len(b):
        a, b = b, a
    alike = _least(a, b)
    return min(alike, _least(b, a)) if alike and len(a) == len(b) > 1 else alike


def _least(fewer: tuple[str, ...], more: tuple[str, ...]) -> float:
    least = 1.0
    for key in fewer:
        if key not in more:
            least = min(least, max([likeness(key, other) for other in more]))
            if not least:
                return 0.0
    return least


def _letters(one: Named, other: Named) -> float:
    alike = 0.0
    for a in one.forms:
        for b in other.forms:
            if a == b:
                return 1.0
            alike = max(alike, fuzz.ratio(a, b, score_cutoff=100 * LEAST) / 100)
    within = one.words <= other.words or other.words <= one.words
    if alike < WITHIN and within and min(len(one.joined), len(other.joined)) >= SHORTEST_WITHIN:
        return WITHIN
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
