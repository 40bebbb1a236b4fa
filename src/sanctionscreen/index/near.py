"""Words within a few edits, found by what is left when letters are dropped.

The forms (``names.remains``) of all listed words are hashed and sorted, so that a lookup is a few binary
searches. More forms find what edits do not: the letters in alphabetical order, the shape that a scanner
sees, and the given names that a word may stand for.
"""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np

from sanctionscreen.matching import SHORTEST_ANAGRAM, edit_budget
from sanctionscreen.names import counterparts, full_names, letters_in_order, shape_of, without_letters

from .words import Array, hashes_of, runs_of

MOST_DROPPED_TWICE = 16
"""Letters of the words of which two are dropped; of longer ones one is, and two misspellings are lost."""


def reduced(word: str, most: int = 2) -> list[str]:
    """A word and all it becomes by dropping as many letters as its edit budget allows, and at most so many.

    The budget of the pair is that of its shorter word, so a word one letter longer than a step of
    the budget also keeps to the smaller one; dropping more only adds forms.
    """
    dropped = min(edit_budget(len(word)), most if len(word) <= MOST_DROPPED_TWICE else 1)
    return sorted(without_letters(word, dropped))


def spelled_forms(word: str) -> list[str]:
    """What a word is found by: its reduced forms, its letters in order, and its shape."""
    forms = reduced(word)
    if len(word) >= SHORTEST_ANAGRAM:
        forms.append(letters_in_order(word))
    forms.append("~" + shape_of(word))
    return forms


def given_forms(word: str) -> list[str]:
    """The given names that a word of a person's name may stand for, as forms to find it by."""
    return ["=" + name for name in sorted(full_names(word) | counterparts(word))]


def near_arrays(words: Iterable[tuple[int, str]]) -> dict[str, Array]:
    """The arrays for looking up listed words, given as number and string, by their forms."""
    hashes: list[Array] = []
    numbers: list[Array] = []
    for number, word in words:
        forms = spelled_forms(word) + given_forms(word)
        hashes.append(hashes_of(forms, len(forms)))
        numbers.append(np.full(len(forms), number, np.uint32))
    keys = np.concatenate(hashes) if hashes else np.zeros(0, np.uint32)
    order = np.argsort(keys, kind="stable")
    owners = np.concatenate(numbers) if numbers else np.zeros(0, np.uint32)
    return {"near_hashes": keys[order], "near_words": owners[order]}


def find_near(near_hashes: Array, near_words: Array, forms: list[str]) -> list[int]:
    """The numbers of listed words that have one of some forms, in order; some are further than the budget."""
    found: set[int] = set()
    for start, end in runs_of(near_hashes, hashes_of(forms, len(forms))):
        found.update(near_words[start:end].tolist())
    return sorted(found)
