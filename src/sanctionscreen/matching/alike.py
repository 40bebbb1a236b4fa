"""How alike two words are, and by what: a slip of the pen, letters that look alike, a word cut short."""

from __future__ import annotations

import re
from functools import lru_cache

from rapidfuzz.distance import OSA

from sanctionscreen.names import may_be_same, may_be_translated, shape_of, swapped

from .policy import SCORE, edit_budget

SHORTEST_ANAGRAM = 5
"""Letters of the words of which two may stand in each other's place: ``salos``, ``sasol``."""
SHORTEST_BEGINNING = 5
"""Letters of a beginning that stands for its word."""
LEAST_BEGINNING = 0.6
"""Share of a word that a beginning of it must be: ``suppo`` is ``support``, ``poly`` not ``polytechnic``."""

SHORTEST_WITH_VOWELS = 5
"""Letters of a word in which another vowel counts less: in a shorter one it makes another acronym."""
SLIPPED = 3
"""Letters of a word in which one may be wrong where all the others of a name are right."""

_SLIP = SCORE["slip"].value
_PER_EDIT = SCORE["spelling"].value
_SHAPE = SCORE["shape"].value
_SHORT_NAME = SCORE["short_name"].value
_TRANSLATED = SCORE["translated_name"].value
_BEGINNING = SCORE["beginning"].value
_FIRST_LETTER = SCORE["first_letter"].value
_VOWELS = SCORE["vowels"].value
_NOT_CONSONANTS = re.compile(r"[aeiouy]+|(.)(?=\1)")

Alike = tuple[float, str]
"""How alike, 0 to 1, and the feature that says so."""
UNLIKE: Alike = (0.0, "")


@lru_cache(maxsize=65536)
def alike(a: str, b: str) -> Alike:
    """How alike a word of a query and another of a listed name are, and by what; ``UNLIKE`` beyond all of it.

    Edits are insertions, deletions, substitutions and swaps of neighbours (optimal string alignment), as
    many as the budget of the shorter word allows. Two letters in each other's place count as one
    edit wherever they stand. The query's word may be the beginning of the listed one, as queries are cut.
    """
    shorter, longer = (a, b) if len(a) <= len(b) else (b, a)
    best = UNLIKE
    budget = edit_budget(len(shorter))
    if budget and len(longer) - len(shorter) <= budget:
        edits = OSA.distance(a, b, score_cutoff=budget)
        if edits <= budget:
            best = (_less(edits * _weight_of_slip(a, b), len(longer)), "spelling")
        elif _anagram(a, b):
            best = (_less(1.0, len(longer)), "spelling")
    if best[0] < _SHAPE and abs(len(a) - len(b)) <= 2 and shape_of(a) == shape_of(b):
        best = (_SHAPE, "shape")
    if best is UNLIKE and len(shorter) == SLIPPED and len(longer) <= SLIPPED + 1:
        return (_SLIP, "slip") if OSA.distance(a, b, score_cutoff=1) == 1 else UNLIKE
    if SHORTEST_BEGINNING <= len(a) < len(b) and b.startswith(a):
        share = len(a) / len(b)
        if share >= LEAST_BEGINNING:
            best = max(best, (1.0 - _BEGINNING * (1.0 - share), "beginning"))
    return best


def alike_persons(a: str, b: str) -> Alike:
    """``alike`` for words in the names of persons, which may be two forms of one given name."""
    if may_be_same(a, b):
        return _SHORT_NAME, "short_name"
    best = alike(a, b)
    if best[0] < _TRANSLATED and may_be_translated(a, b):
        return _TRANSLATED, "translated_name"
    return best


def _weight_of_slip(a: str, b: str) -> float:
    """How much an edit counts: more at the first letter, less where a vowel is another or letters double.

    People seldom mistake a first letter (Yannakoudakis and Fawthrop, 1983: 7 in 100 misspellings), and
    vowels are what romanizations and hearing vary most.
    """
    if a[0] != b[0]:
        return _FIRST_LETTER
    if min(len(a), len(b)) < SHORTEST_WITH_VOWELS:
        return 1.0
    return _VOWELS if _NOT_CONSONANTS.sub("", a) == _NOT_CONSONANTS.sub("", b) else 1.0


def _less(edits: float, letters: int) -> float:
    return max(0.0, 1.0 - _PER_EDIT * edits / letters)


def _anagram(a: str, b: str) -> bool:
    """Whether two letters but the first have changed places."""
    return len(a) >= SHORTEST_ANAGRAM and a[0] == b[0] and swapped(a, b)
