"""Words within a few edits, found by what is left when letters are dropped.

Two words within k edits (insertions, deletions, substitutions, swaps of neighbours) share a form that
each reaches by dropping at most k letters: the symmetric deletion method (Garbe, SymSpell, 2012).
The forms of all listed words are hashed and sorted, so that a lookup is a few binary searches.
"""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np

from sanctionscreen.matching import edit_budget

from .words import Array, digest


def reduced(word: str) -> set[str]:
    """A word and all it becomes by dropping as many letters as its edit budget allows.

    The budget of the pair is that of its shorter word, so a word one letter longer than a step of
    the budget also keeps to the smaller one; dropping more only adds forms.
    """
    budget = edit_budget(len(word))
    forms = {word}
    shorter = {word}
    for _ in range(budget):
        shorter = {form[:place] + form[place + 1 :] for form in shorter for place in range(len(form))}
        forms |= shorter
    return forms


def near_arrays(words: Iterable[tuple[int, str]]) -> dict[str, Array]:
    """The arrays for looking up listed words, given as number and string, by their reduced forms."""
    hashes: list[int] = []
    numbers: list[int] = []
    for number, word in words:
        if edit_budget(len(word)):
            forms = reduced(word)
            hashes.extend(digest(form) for form in forms)
            numbers.extend([number] * len(forms))
    keys = np.array(hashes, np.uint64)
    order = np.argsort(keys, kind="stable")
    return {"near_hashes": keys[order], "near_words": np.array(numbers, np.uint32)[order]}


def find_near(near_hashes: Array, near_words: Array, word: str) -> set[int]:
    """The numbers of listed words that share a reduced form with a word; some are further than the budget."""
    if not edit_budget(len(word)):
        return set()
    keys = np.fromiter((digest(form) for form in reduced(word)), np.uint64)
    starts = np.searchsorted(near_hashes, keys, "left")
    ends = np.searchsorted(near_hashes, keys, "right")
    found: set[int] = set()
    for start, end in zip(starts, ends, strict=True):
        if end > start:
            found.update(near_words[start:end].tolist())
    return found
