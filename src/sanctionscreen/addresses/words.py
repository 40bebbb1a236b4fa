"""The words of an address, each with its place in the text."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from sanctionscreen.names.unicode import normalize_confusables, normalize_unicode

from .han import HAN, cut_han
from .latin import romanized
from .lexicon import joined_words
from .mending import marked_number, mended

LONGEST = 1000
"""Characters of an address that are read. The longest on the published lists has 486."""
FULL_LINES = (30, 35, 40)
"""Characters at which forms cut a line (EDIFACT 35, AES 30, IDoc 40): the next line goes on with the word. A
line that is one shorter has lost the space at its end."""

_NUMBER = rf"\d[^\W_{HAN}]*"
_LETTERS = rf"[^\W\d_{HAN}]+"
_TOKEN = re.compile(
    rf"{_NUMBER}(?:(?:\s?[-\u2010-\u2015\u2212/]\s?|\s(?:to|thru)\s){_NUMBER})*"  # 2-16, 2 – 16, 09/27F
    rf"|(?P<han>[{HAN}]+)"
    rf"|{_LETTERS}(?:['\u2019`\u00b4\u02bc\u02b9]+{_LETTERS})*(?:{_NUMBER})?"  # Queen's, A10, Jing'an
)
_LATIN = re.compile("[A-Za-z]")
_LOOK_ALIKE = re.compile("[\u0370-\u058f\u13a0-\u13ff\u2c80-\u2cff\ua4d0-\ua4ff]")
_CAMEL = re.compile(r"(?<=[a-z]{2})(?=[A-Z][a-z])")
_BREAK = re.compile(r"[,;|()\[\]\u3001\u3002]|\s[-\u2010-\u2015]\s|\s[-\u2010-\u2015](?=$)")

Piece = tuple[str, int, int]
"""A word of a token, and where in the token it begins and ends."""


class Word(NamedTuple):
    """One word of an address.

    Args:
        text: small Latin letters and digits; a range of numbers is one word (``2-16``).
        start: where it begins in the text.
        end: where it ends.
        before: the marks between the word before and this one.
        apart: whether a comma, a bracket or a new line stands before it.
    """

    text: str
    start: int
    end: int
    before: str
    apart: bool


def plain_text(text: str) -> str:
    """An address with its lines put after each other, styled letters made plain and look-alikes resolved."""
    lines = text[:LONGEST].splitlines()
    text = normalize_unicode(_joined(lines) if len(lines) > 1 else text[:LONGEST])
    mixed = not text.isascii() and _LATIN.search(text) and _LOOK_ALIKE.search(text)
    return normalize_confusables(text) if mixed else text


def _joined(lines: list[str]) -> str:
    """Lines put after each other: with a comma, or as one text that a form has cut at its width."""
    lengths = {len(line) for line in lines[:-1]}
    if any(lengths <= {width, width - 1} for width in FULL_LINES):
        width = max(lengths)
        return "".join(line if len(line) == width else f"{line} " for line in lines[:-1]) + lines[-1]
    return ", ".join(lines)


def words_of(text: str) -> list[Word]:
    """The words of a plain text."""
    words: list[Word] = []
    after, apart = 0, True
    for match in _TOKEN.finditer(text):
        start, end = match.span()
        before = text[after:start]
        apart = apart or _parts(before)
        after = end
        if match.lastgroup:
            apart = _add_han(words, match, before, apart)
            continue
        for latin, first, last in _pieces(match.group()):
            words.append(Word(latin, start + first, start + last, before, apart))
            before, apart = "", False
    return words


def _add_han(words: list[Word], match: re.Match[str], before: str, apart: bool) -> bool:
    """Add the words of a run of Han characters; whether what follows stands apart from it."""
    start = match.start()
    numbered = bool(words) and not before.strip()
    for latin, offset, length, ends in cut_han(match.group(), numbered=numbered):
        words.append(Word(latin, start + offset, start + offset + length, before, apart))
        before, apart = "", ends
    return apart


@lru_cache(maxsize=4096)
def _parts(before: str) -> bool:
    """Whether the marks between two words part them."""
    return _BREAK.search(before) is not None


@lru_cache(maxsize=65536)
def _pieces(token: str) -> tuple[Piece, ...]:
    """The words of a token: ``PrismTower`` and ``rm305`` are two, and slips in markers are put right."""
    pieces: list[Piece] = []
    cuts = [0, *(match.start() for match in _CAMEL.finditer(token)), len(token)]
    for first, last in itertools.pairwise(cuts):
        for latin in romanized(token[first:last]).split():
            pieces += ((word, first, last) for word in _parted(latin))
    return tuple(pieces)


def _parted(word: str) -> Iterator[str]:
    if marked := marked_number(word):
        yield from marked
        return
    word = mended(word)
    yield from joined_words().get(word, (word,))
