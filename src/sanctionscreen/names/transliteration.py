"""Other scripts to Latin letters. Unidecode is used here and nowhere else, so that it can be replaced."""

from __future__ import annotations

import re
from functools import cache

from unidecode import unidecode

from .lexicon import table

_HAN_RUN = re.compile("[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0002ffff]+")
_HAN_ORDINAL = re.compile("第([一二三四五六七八九十百〇零两]+)")
_HAN_DIGITS = {numeral: value for value, numeral in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}


def normalize_han(text: str) -> str:
    """Company names in Han characters, cut into place, brand, trade and form.

    Known parts become the English word of ``han.toml``, ordinals become digits, and what is left
    stays in Han characters, one run a word.
    """
    if text.isascii() or not _HAN_RUN.search(text):
        return text
    text = _HAN_ORDINAL.sub(lambda found: f" {_han_number(found.group(1))} ", text)
    pattern, parts = _han_parts()
    return pattern.sub(lambda found: f" {parts[found.group()]} ", text)


def normalize_script(text: str) -> str:
    """Latin letters for every script; a run of Han characters becomes one word of joined pinyin.

    Unidecode romanizes character by character; traditional and simplified forms of a character
    mostly share their pinyin.
    """
    if text.isascii():
        return text
    text = _HAN_RUN.sub(lambda found: f" {unidecode(found.group()).replace(' ', '')} ", text)
    return unidecode(text)


@cache
def _han_parts() -> tuple[re.Pattern[str], dict[str, str]]:
    parts: dict[str, str] = table("han")["parts"]
    longest_first = sorted(parts, key=len, reverse=True)
    return re.compile("|".join(map(re.escape, longest_first))), parts


def _han_number(numerals: str) -> int:
    """``十三`` is 13, ``五十四`` is 54, ``一〇三`` is 103."""
    if not re.search("[十百]", numerals):
        return int("".join(str(_HAN_DIGITS[character]) for character in numerals))
    total, digit = 0, 0
    for character in numerals:
        if character in "十百":
            total += (digit or 1) * (10 if character == "十" else 100)
            digit = 0
        else:
            digit = _HAN_DIGITS[character]
    return total + digit
