"""What is left of a word when letters are dropped: words that are a slip apart have some of it in common.

Two words within k edits (insertions, deletions, substitutions, swaps of neighbours) share a form that
each reaches by dropping at most k letters: the symmetric deletion method (Garbe, SymSpell, 2012).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable


def without_letters(word: str, most: int = 1, begin: int = 0) -> set[str]:
    """A word and all it becomes by dropping letters.

    Args:
        word: the word.
        most: how many letters are dropped at most.
        begin: how many letters at its beginning stay.

    >>> sorted(without_letters("abc", begin=1))
    ['ab', 'abc', 'ac']
    """
    forms = {word}
    shorter = {word}
    for _ in range(most):
        shorter = {form[:place] + form[place + 1 :] for form in shorter for place in range(begin, len(form))}
        forms |= shorter
    return forms


def letters_in_order(word: str) -> str:
    """The letters of a word in alphabetical order, marked so that it is no form of another word."""
    return "#" + "".join(sorted(word))


def swapped(a: str, b: str) -> bool:
    """Whether one word is the other with two letters in each other's place, wherever they stand.

    >>> swapped("compyna", "company"), swapped("abcd", "badc")
    (True, False)
    """
    if len(a) != len(b) or sorted(a) != sorted(b):
        return False
    return sum(one != other for one, other in zip(a, b, strict=True)) == 2


def by_remains(words: Iterable[str], remains: Callable[[str], Iterable[str]]) -> dict[str, tuple[str, ...]]:
    """Words by each thing that is left of them, in alphabetical order."""
    found: dict[str, set[str]] = {}
    for word in words:
        for form in remains(word):
            found.setdefault(form, set()).add(word)
    return {form: tuple(sorted(whole)) for form, whole in found.items()}
