"""The words of an address as Latin letters, each with its place in the text."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from sanctionscreen.names.transliteration import normalize_script, normalize_script_words
from sanctionscreen.names.unicode import normalize_confusables, normalize_unicode

from .han import HAN, cut_han

LONGEST = 1000
"""Characters of an address that are read. The longest on the published lists has 486."""
FULL_LINES = (30, 35, 40)
"""Characters at which forms cut a line (EDIFACT 35, AES 30, IDoc 40): the next line goes on with the word. A
line that is one shorter has lost the space at its end."""

_LINE = re.compile(r"\r\n|[\r\n\x85\u2028\u2029]")
_NUMBER = rf"\d[^\W_{HAN}]*"
_LETTERS = rf"[^\W\d_{HAN}]+"
_TOKEN = re.compile(
    rf"{_NUMBER}(?:(?:\s?[-\u2010-\u2015\u2212/]\s?|\s(?:to|thru)\s){_NUMBER})*"  # 2-16, 2 – 16, 09/27F
    rf"|(?P<han>[{HAN}]+)"
    rf"|{_LETTERS}(?:['\u2019`\u00b4\u02bc\u02b9]+{_LETTERS})*(?:{_NUMBER})?"  # Queen's, A10, Jing'an
)
_CAMEL = re.compile(r"(?<=[a-z]{2})(?=[A-Z][a-z])")  # PrismTower
_BREAK = re.compile(r"[,;|()\[\]\u3001\u3002]|\s[-\u2010-\u2015]\s|\s[-\u2010-\u2015](?=$)")
_UNREADABLE = re.compile(r"[^0-9a-z ]+")


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
    text = text[:LONGEST]
    if _LINE.search(text):
        text = _joined(_LINE.split(text))
    text = normalize_unicode(text)
    return _CAMEL.sub(" ", text if text.isascii() else normalize_confusables(text))


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
        after = end
        apart = apart or (not before.isspace() and before != "" and _BREAK.search(before) is not None)
        token = match.group()
        if match["han"]:
            numbered = bool(words) and words[-1].text[-1:].isalnum() and not before.strip()
            for latin, offset, length, ends in cut_han(token, numbered=numbered):
                begin = start + offset
                words.append(Word(latin, begin, begin + length, before, apart))
                before, apart = "", ends
            continue
        for latin in romanized(token).split():
            words.append(Word(latin, start, end, before, apart))
            before, apart = "", False
        if words and words[-1].end == end:
            apart = False
    return words


@lru_cache(maxsize=65536)
def romanized(word: str) -> str:
    """A word, or a phrase of a lexicon, in small Latin letters and digits.

    >>> romanized("Queen's"), romanized("вул"), romanized("Şişli"), romanized("2 – 16")
    ('queens', 'vul', 'sisli', '2-16')
    """
    if not word.isascii():
        word = normalize_script(normalize_script_words(word))
    word = word.lower()
    if word[:1].isdigit():
        return _range(word)
    return _UNREADABLE.sub("", word.replace("/", " ")).strip()


def _range(word: str) -> str:
    """A number, or several with one mark between."""
    word = re.sub(r"\s(?:to|thru)\s", "-", word)
    word = re.sub(r"\s?/\s?", "/", re.sub(r"\s?-+\s?", "-", word))
    return re.sub(r"[^0-9a-z/-]+", "", word)
