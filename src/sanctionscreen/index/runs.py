"""Neighbouring words written as one: what a space that moved makes of a name."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sanctionscreen.matching.align import FIXED, LONGEST_JOIN
from sanctionscreen.names import Role, Token

LONGEST_SYLLABLE = 6
"""Letters of the words of which listed runs are looked up as a whole: the syllables of brands in pinyin
have six at most (zhuang). A word run together of longer ones is found by its parts."""


def joined_words(tokens: Sequence[Token]) -> Iterator[tuple[int, int, str]]:
    """Each run of two to five neighbouring words written as one: first place, last place, letters.

    Numbers end a run, as they do in the alignment.
    """
    for start in range(len(tokens)):
        letters = ""
        for end in range(start, min(start + LONGEST_JOIN, len(tokens))):
            if tokens[end].role in FIXED:
                break
            letters += tokens[end].text
            if end > start:
                yield start, end, letters


def posted_runs(tokens: Sequence[Token]) -> Iterator[str]:
    """The runs of a listed name that it is found by: those of short words that are no legal forms."""
    for start, end, letters in joined_words(tokens):
        if all(
            len(token.text) <= LONGEST_SYLLABLE and token.role is not Role.FORM
            for token in tokens[start : end + 1]
        ):
            yield letters
