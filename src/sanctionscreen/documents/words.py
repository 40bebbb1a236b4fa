"""The word lists of this folder, as patterns: commented TOML files beside this module."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from functools import cache
from importlib import resources
from typing import Any

UNSPACED = re.compile(r"[぀-ヿ一-鿿가-힣]")
"""Letters of scripts that put no space between words."""


@cache
def table(name: str) -> dict[str, Any]:
    """A word list as a dictionary."""
    text = resources.files(__package__).joinpath(f"{name}.toml").read_text("utf-8")
    return tomllib.loads(text)


def any_of(words: Iterable[str]) -> str:
    """A pattern for any of some words, the longest first; a space stands for any white space."""
    return "|".join(whole(word) for word in sorted(words, key=len, reverse=True))


def whole(word: str) -> str:
    """A pattern for a word or phrase with no letter or digit beside it, but in scripts without spaces."""
    pattern = r"\s+".join(re.escape(part) for part in word.split())
    before = "" if UNSPACED.match(word[0]) or not word[0].isalnum() else r"(?<![^\W_])"
    after = "" if UNSPACED.match(word[-1]) or not word[-1].isalnum() else r"(?![^\W_])"
    return f"{before}{pattern}{after}"


def lettered(letters: str) -> str:
    """A pattern for an abbreviation with strokes between its letters; from three on full stops do as well.

    >>> [bool(re.fullmatch(lettered("dba"), text)) for text in ("d/b/a", "d.b.a.", "dba")]
    [True, True, False]
    """
    strokes = r"\s?/\s?".join(letters) + r"\.?"
    stops = r"|" + r"\.\s?".join(letters) + r"\." if len(letters) > 2 else ""
    return rf"(?<![\w./])(?:{strokes}{stops})(?![^\W_])"
