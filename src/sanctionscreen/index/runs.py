"""Neighbouring words written as one, or by their first letters: what becomes of several words of a name."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sanctionscreen.matching.align import FIXED, LONGEST_ACRONYM, LONGEST_JOIN, NEAR, SHORTEST_ACRONYM
from sanctionscreen.names import Role, Token

JOINED, ACRONYM = "+", "&"
"""The marks of what stands for several words of a listed name."""
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


def acronyms(tokens: Sequence[Token]) -> Iterator[tuple[tuple[int, ...], str]]:
    """The places of each run of words that may stand behind an acronym, and their first letters."""
    places = [place for place, token in enumerate(tokens) if token.role in NEAR]
    for start in range(len(places)):
        for length in range(SHORTEST_ACRONYM, min(LONGEST_ACRONYM, len(places) - start) + 1):
            run = tuple(places[start : start + length])
            yield run, "".join([tokens[place].text[0] for place in run])


def posted_runs(tokens: Sequence[Token], *, person: bool) -> Iterator[str]:
    """What a listed name is found by beside its words: the runs of short words that are no legal forms, and
    the acronyms of an organization's; marked, so that no word is taken for them.
    """
    for start, end, letters in joined_words(tokens):
        if all(
            len(token.text) <= LONGEST_SYLLABLE and token.role is not Role.FORM
            for token in tokens[start : end + 1]
        ):
            yield JOINED + letters
    if not person:
        yield from (ACRONYM + letters for _, letters in acronyms(tokens))
