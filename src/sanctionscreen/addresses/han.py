"""Addresses in Han characters, cut into the words that the other lexicons know (``lexicons/han.toml``)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from sanctionscreen.names.transliteration import han_number, normalize_script

from .tables import table

HAN = "\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
"""The ranges of Han characters, to stand in a class of characters."""
_NUMBER = "[零〇一二两三四五六七八九十百]+"

Piece = tuple[str, int, int, bool]
"""A word, where it begins in the run, its length there, and whether the next one stands apart from it."""


def cut_han(run: str, *, numbered: bool) -> Iterator[Piece]:
    """The words of a run of Han characters.

    Args:
        run: Han characters only.
        numbered: whether a number or a letter stands directly before the run, so that its first
            character says of what: ``16楼``, ``A座``.
    """
    if numbered and (mark := _behind_number().match(run)):
        yield from _words(_numbered()[mark.group()], 0, mark.end(), ends=True)
        start = mark.end()
    else:
        start = 0
    for found in _parts().finditer(run, start):
        if found.start() > start:
            yield from _name(run, start, found.start())
        start = found.end()
        yield from _known(found)
    if start < len(run):
        yield from _name(run, start, len(run))


def _known(found: re.Match[str]) -> Iterator[Piece]:
    begin, length = found.start(), found.end() - found.start()
    if found["number"]:
        yield str(han_number(found["number"])), begin, len(found["number"]), False
        yield from _words(
            _numbered()[found["counted"]], begin + len(found["number"]), len(found["counted"]), ends=True
        )
    elif found["side"]:
        yield table("han")["sides"][found["side"]], begin, length, False
    else:
        words, ends = _meanings()[found["part"]]
        yield from _words(words, begin, length, ends=ends)


def _words(text: str, start: int, length: int, *, ends: bool) -> Iterator[Piece]:
    words = text.split()
    for place, word in enumerate(words):
        yield word, start, length, ends and place == len(words) - 1


def _name(run: str, start: int, end: int) -> Iterator[Piece]:
    """What no row takes: one word of joined pinyin."""
    word = re.sub(r"[^0-9a-z]+", "", normalize_script(run[start:end]).lower())
    if word:
        yield word, start, end - start, False


@cache
def _numbered() -> dict[str, str]:
    rows: dict[str, str] = table("han")["behind_number"]
    return rows


@cache
def _behind_number() -> re.Pattern[str]:
    return re.compile(_any(_numbered()))


@cache
def _meanings() -> dict[str, tuple[str, bool]]:
    """Each known part with its words, and whether a part of the address ends with it."""
    rows = table("han")
    ending = {part: (word, True) for section in ("places", "ends") for part, word in rows[section].items()}
    return ending | {part: (word, False) for part, word in rows["inside"].items()}


@cache
def _parts() -> re.Pattern[str]:
    sides = "".join(table("han")["sides"])
    return re.compile(
        rf"(?P<number>{_NUMBER})(?P<counted>{_any(_numbered())})"
        rf"|(?P<side>[{sides}])(?=[一二三四五六]?(?:路|街|大道|大街))"
        rf"|(?P<part>{_any(_meanings())})"
    )


def _any(words: dict[str, object] | dict[str, str] | dict[str, tuple[str, bool]]) -> str:
    return "|".join(map(re.escape, sorted(words, key=len, reverse=True)))
