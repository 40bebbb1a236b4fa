"""Slips of the pen in legal forms: ``STOCKC COMPANY``, ``JOINTSTOCK``, ``COMP ANY``, ``LIMIETD``.

A form is known by its words, so one wrong letter would make a rare word of a common one.
"""

from __future__ import annotations

import itertools
from bisect import bisect_left
from collections.abc import Iterator
from functools import cache, lru_cache

from rapidfuzz.distance import OSA

from .lexicon import business_words, connectives, institution_names, legal_forms
from .places import places
from .rarity import ordinary
from .remains import by_remains, letters_in_order, swapped, without_letters
from .tokens import Token

SHORTEST_ALONE = 7
"""Letters of a word of a legal form that is mended wherever it stands: ``company``, ``limited``."""
SHORTEST_BESIDE = 4
"""Letters of one that is mended beside another word of the same form: ``joint``, ``stock``."""
LONGEST = 24
"""Letters of the longest word that is looked at; those of forms have up to 18 (``vidpovidalnistyu``)."""
SHORTEST_SWAPPED = 5
"""Letters of a word of which two may have changed places."""
LAST_LETTER = "\uffff"
"""Comes behind every letter of a word."""
LEAST_BEGINNING = 0.6
"""Share of a word that a beginning of it is, as for any two words that are compared."""
TWO_SLIPS = 9
"""Letters from which a word may have two slips."""


def mend_forms(tokens: list[Token]) -> list[Token]:
    """Words of legal forms with a letter wrong, run together or torn apart, as they should be.

    A word that is another word of the lexicons, or that ordinary companies bear, is left alone.
    """
    words = [token.text for token in tokens]
    mended: list[Token] = []
    place = 0
    while place < len(words):
        length, put = _mended(words, place, mended[-1].text if mended else "")
        same = put == (words[place],)
        mended.extend([tokens[place]] if same else [Token(word, word) for word in put])
        place += length
    return mended


def _mended(words: list[str], place: int, before: str) -> tuple[int, tuple[str, ...]]:
    """How many words are read, and what stands for them."""
    word = words[place]
    after = words[place + 1] if place + 1 < len(words) else ""
    whole = word + after
    if after and len(whole) >= SHORTEST_ALONE and _is_whole(whole) and not (_known(word) and _known(after)):
        return 2, (whole,)
    if parts := _runs().get(word):
        return 1, parts
    if not SHORTEST_BESIDE <= len(word) <= LONGEST or word in _words():
        return 1, (word,)
    near = () if _known(word) else _near(word)
    for meant in near:
        if len(meant) >= SHORTEST_ALONE and meant in _alone():
            return 1, (meant,)
    for meant in (*near, *_begun(word)):
        if (before, meant) in _neighbours() or (meant, after) in _neighbours():
            return 1, (meant,)
    return 1, (word,)


def _phrases() -> Iterator[tuple[str, ...]]:
    """Legal forms and institutions, and business terms of more than one word."""
    yield from legal_forms()
    yield from institution_names()
    yield from (phrase for phrase in business_words() if len(phrase) > 1)


@cache
def _words() -> frozenset[str]:
    """The words of these that may be mended."""
    return frozenset(word for phrase in _phrases() for word in phrase if len(word) >= SHORTEST_BESIDE)


@cache
def _alone() -> frozenset[str]:
    """Words that make a form by themselves."""
    return frozenset(phrase[0] for phrase in legal_forms() if len(phrase) == 1)


def _is_whole(word: str) -> bool:
    """Whether a word that was torn apart is one of the lexicons'."""
    return word in _words() or word in _alone() or bool(business_words().at([word], 0))


@cache
def _neighbours() -> frozenset[tuple[str, str]]:
    """Pairs of words that stand together in a form."""
    return frozenset(pair for phrase in _phrases() for pair in itertools.pairwise(phrase))


@cache
def _runs() -> dict[str, tuple[str, ...]]:
    """Two neighbouring words of a form run together, by their letters."""
    return {
        "".join(pair): pair
        for pair in _neighbours()
        if len(pair[0]) >= SHORTEST_BESIDE and len(pair[1]) >= SHORTEST_BESIDE
    }


@cache
def _by_remains() -> dict[str, tuple[str, ...]]:
    """The words by all that is left of them when a letter is dropped, or two."""
    return by_remains(_words(), _remains)


def _remains(word: str) -> set[str]:
    forms = without_letters(word, most=2 if len(word) >= TWO_SLIPS else 1)
    return forms | {letters_in_order(word)} if len(word) >= SHORTEST_SWAPPED else forms


@lru_cache(maxsize=16384)
def _near(word: str) -> tuple[str, ...]:
    """The words that one was meant to be, the nearest first."""
    found = {meant for form in _remains(word) for meant in _by_remains().get(form, ())}
    near = []
    for meant in found:
        allowed = 2 if min(len(word), len(meant)) >= TWO_SLIPS else 1
        slips = OSA.distance(word, meant, score_cutoff=allowed)
        if slips <= allowed or swapped(word, meant):
            near.append((slips, meant))
    return tuple(meant for _, meant in sorted(near))


def _begun(word: str) -> tuple[str, ...]:
    """The words of which one is the beginning, as where a field was cut: ``compa``."""
    words, longest = _in_order(), len(word) / LEAST_BEGINNING
    begun = words[bisect_left(words, word) : bisect_left(words, word + LAST_LETTER)]
    return tuple(whole for whole in begun if len(whole) <= longest)


@cache
def _in_order() -> tuple[str, ...]:
    return tuple(sorted(_words()))


@lru_cache(maxsize=16384)
def _known(word: str) -> bool:
    """Whether a word is one already."""
    return (
        word in _words()
        or word in _alone()
        or word in ordinary().counts
        or any(phrases().at([word], 0) for phrases in (business_words, places, connectives))
    )
