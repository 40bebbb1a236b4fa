"""Other scripts to Latin letters. Unidecode is used here and nowhere else, so that it can be replaced."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from unicodedata import normalize

from unidecode import unidecode

from .arabic import ARABIC_WORD, romanize_arabic
from .lexicon import table

_HAN_RUN = re.compile("[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0002ffff]+")
_HANGUL_RUN = re.compile("[\uac00-\ud7a3]+")
_UNSPACED = re.compile("[\u0e00-\u0e7f\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7a3]")
_SPACED = re.compile("[\u0370-\u03ff\u0530-\u05ff\u0900-\u097f\u10a0-\u10ff]+")
_QUOTES_INSIDE = re.compile(r"(?<=\w)[\"'\u05f3\u05f4](?=\w)")
_HAN_ORDINAL = re.compile("第([一二三四五六七八九十百〇零两]+)")
_HAN_DIGITS = {numeral: value for value, numeral in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}


def normalize_han(text: str) -> str:
    """Company names in Han characters, cut into place, brand, trade and form.

    Known parts become the English word of ``han.toml``, ordinals become digits, and what is left
    stays in Han characters, one run a word.
    """
    if text.isascii() or not _HAN_RUN.search(text):
        return text
    text = _HAN_ORDINAL.sub(lambda found: f" {han_number(found.group(1))} ", text)
    pattern, parts = _han_parts()
    return pattern.sub(lambda found: f" {parts[found.group()]} ", text)


def normalize_script_words(text: str) -> str:
    """Known words of other scripts as the Latin words of the other lexicons; Arabic script wholly.

    Korean, Japanese and Thai parts are cut out of their run, the words of other scripts are whole.
    """
    if text.isascii():
        return text
    if _UNSPACED.search(text):
        pattern, parts = _script_parts()
        text = pattern.sub(lambda found: f" {parts[found.group()]} ", text)
    text = ARABIC_WORD.sub(lambda found: romanize_arabic(found.group()), text)
    if not _SPACED.search(text):
        return text
    words, text = _script_words(), _QUOTES_INSIDE.sub("", text)
    return _SPACED.sub(lambda found: words.get(_bare(found.group()), found.group()), text)


def normalize_script(text: str) -> str:
    """Latin letters for every script; a run of Han characters becomes one word of joined pinyin.

    Unidecode romanizes character by character; ``pinyin.toml`` corrects it, and traditional and
    simplified forms of a character mostly share their pinyin. A Korean of two or three syllables is
    written as family and given name (Revised Romanization).
    """
    if text.isascii():
        return text
    text = _HAN_RUN.sub(lambda found: f" {_pinyin(found.group())} ", text)
    text = _HANGUL_RUN.sub(lambda found: f" {_hangul(found.group())} ", text)
    return unidecode(text)


def _pinyin(run: str) -> str:
    words, characters = _readings()
    run = words[0].sub(lambda found: words[1][found.group()], run)
    return "".join(characters.get(character) or unidecode(character) for character in run).replace(" ", "")


def _hangul(run: str) -> str:
    rows = table("pinyin")["hangul"]
    if len(run) in (2, 3) and run[0] in rows["families"]:
        family = rows["usual"].get(run[0]) or unidecode(run[0])
        return f"{family} {unidecode(run[1:]).replace(' ', '')}"
    return unidecode(run)


def _bare(word: str) -> str:
    """A word in small letters without its accents, as the rows of the lexicon are."""
    return "".join(mark for mark in normalize("NFD", word.casefold()) if not _is_accent(mark))


def _is_accent(mark: str) -> bool:
    return "\u0300" <= mark <= "\u036f"


@cache
def _readings() -> tuple[tuple[re.Pattern[str], dict[str, str]], dict[str, str]]:
    """Words with their pinyin, and characters with theirs."""
    rows = table("pinyin")
    characters = {character: reading for reading, those in rows["characters"].items() for character in those}
    return (_one_of(rows["words"]), rows["words"]), characters


@cache
def _script_parts() -> tuple[re.Pattern[str], dict[str, str]]:
    rows: dict[str, str] = table("script_words")["parts"]
    parts = {normalize("NFKC", part): latin for part, latin in rows.items()}
    return _one_of(parts), parts


@cache
def _script_words() -> dict[str, str]:
    words: dict[str, str] = table("script_words")["words"]
    return {_bare(word): latin for word, latin in words.items()}


@cache
def _han_parts() -> tuple[re.Pattern[str], dict[str, str]]:
    parts: dict[str, str] = table("han")["parts"]
    return _one_of(parts), parts


def _one_of(words: Iterable[str]) -> re.Pattern[str]:
    """An expression that finds any of these, the longest first."""
    return re.compile("|".join(map(re.escape, sorted(words, key=len, reverse=True))))


def han_number(numerals: str) -> int:
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
