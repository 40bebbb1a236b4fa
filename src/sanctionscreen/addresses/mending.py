"""Slips in the words that mark the parts of an address: ``Stret``, ``Buidling``, ``Roda``; and ``rm305``.

One wrong letter in a marker would make a name of it, and the name beside it would be read as another part.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache, lru_cache

from rapidfuzz.distance import OSA

from sanctionscreen.names import by_remains, without_letters

from .lexicon import BEFORE, BEHIND, dialects, lexicon

SHORTEST_MENDED = 6
"""Letters of a word that is known with a slip in it; in those of six no letter is another one."""
SHORTEST_SWAPPED = 4
"""Letters of a word that is known with its letters, but the first, in another order (``Roda``, ``Twoer``)."""
MENDED_ROLES = (
    BEHIND, BEFORE, "building", "qualifier", "unit", "floor", "block", "number", "district_behind",
    "region_behind",
)  # fmt: skip
"""Words of these roles are known with a slip in them."""
_MARKED = re.compile(r"([a-z]{2,})(\d+[a-z]?)")


def marked_number(word: str) -> tuple[str, str] | None:
    """A marker and its number that are written together.

    >>> marked_number("rm305"), marked_number("bldg1"), marked_number("mnb2807")
    (('rm', '305'), ('bldg', '1'), None)
    """
    found = _MARKED.fullmatch(word)
    roles = lexicon("slavic").roles.get(found[1], {}) if found else {}
    if not found or roles.keys().isdisjoint(("unit", "floor", "block", "number", "box")):
        return None
    return found[1], found[2]


@lru_cache(maxsize=65536)
def mended(word: str) -> str:
    """The word of a marker, street or building that a word with one slip was meant to be; otherwise itself.

    >>> mended("stret"), mended("buidling"), mended("black"), mended("lockhart")
    ('street', 'building', 'black', 'lockhart')
    """
    if len(word) < SHORTEST_SWAPPED or not word.isalpha() or word in _known_words():
        return word
    known = _mendable()
    if swapped := _swapped().get(word[0] + "".join(sorted(word[1:]))):
        return swapped
    for meant in sorted({meant for form in _without_one(word) for meant in known.get(form, ())}):
        substituted = len(meant) == len(word) and sorted(meant) != sorted(word)
        if OSA.distance(word, meant) == 1 and not (substituted and len(word) <= SHORTEST_MENDED):
            return meant
    return word


@cache
def _swapped() -> Mapping[str, str]:
    """Words by their first letter and the others in alphabetical order, where that is one word's."""
    found: dict[str, set[str]] = {}
    for word in _mended_words():
        if len(word) >= SHORTEST_SWAPPED and word.isalpha():
            found.setdefault(word[0] + "".join(sorted(word[1:])), set()).add(word)
    return {letters: words.pop() for letters, words in found.items() if len(words) == 1}


@cache
def _mended_words() -> frozenset[str]:
    """The words that are known with a slip."""
    every = (row for dialect in ("any", *dialects()) for row in lexicon(dialect).roles.items())
    phrases = (phrase for phrase, roles in every if not roles.keys().isdisjoint(MENDED_ROLES))
    return frozenset(word for phrase in phrases for word in phrase.split())


@cache
def _known_words() -> frozenset[str]:
    """Every word of the lexicon, and its plural: none of them is a slip."""
    every = {
        word
        for dialect in ("any", *dialects())
        for phrase in lexicon(dialect).roles
        for word in phrase.split()
    }
    return frozenset(every | {f"{word}s" for word in every})


@cache
def _mendable() -> Mapping[str, tuple[str, ...]]:
    """Words of markers, streets and buildings by what is left of each without one letter."""
    mendable = [word for word in _mended_words() if len(word) >= SHORTEST_MENDED and word.isalpha()]
    return by_remains(mendable, _without_one)


def _without_one(word: str) -> set[str]:
    return without_letters(word, begin=1)
