"""Characters: what cannot be seen is dropped, and what looks alike is made alike."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from .lexicon import table

_SURROGATES = re.compile("[\ud800-\udfff]")
_CONTROLS = re.compile(r"[\x00-\x1f\x7f-\x9f]")
_ARABIC_MARKS = re.compile("[\u064b-\u065f\u0670\u0640]")
_WORD = re.compile(r"\w+")
_ALWAYS_FOLDED = re.compile("[\u13a0-\u13ff\u2c80-\u2cff\ua4d0-\ua4ff]")  # Cherokee, Coptic, Lisu
_LETTER_BY_DIGIT = re.compile(r"[a-z]\d|\d[a-z]")
_DIGITS_AS_LETTERS = re.compile(
    r"(?:[05](?=[a-z]{3}))?[a-z]+(?:(?:[0135]|(?<=[a-z]{2})[478](?=[a-z]{2}))[a-z]+)*(?:(?<=[a-z]{3})0)?"
)
_SMALL_L = re.compile(r"(?<![^\W\d_])(?=(?:l*[A-Z]){2})[A-Zl]+(?![^\W\d_])")
_VOWEL = re.compile("[aeiouy]")


def printable(text: str) -> str:
    """A text that can be written as UTF-8: a lone surrogate becomes U+FFFD."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def normalize_unicode(text: str) -> str:
    """NFKC, without lone surrogates, controls, invisible and bidi characters and Arabic vowel signs.

    NFKC (Unicode Annex 15) turns full-width and styled letters into plain ones; format characters
    (category Cf) are the zero-width and bidi tricks.
    """
    if text.isascii():
        return _CONTROLS.sub(" ", text)
    text = unicodedata.normalize("NFKC", _SURROGATES.sub("", text))
    text = _CONTROLS.sub(" ", _ARABIC_MARKS.sub("", text))
    return "".join(character for character in text if unicodedata.category(character) != "Cf")


def normalize_confusables(text: str) -> str:
    """Words that mix Latin with look-alikes of other scripts, folded to the script that is meant.

    The lists themselves mix scripts (the EU prints a Cyrillic М in ``V.M. Myasishchev``). A letter that
    the other script has nothing like decides; then what the other words of the name are; then the majority.
    A small l among capitals is an I (``KlM``).
    """
    if "l" in text:
        text = _SMALL_L.sub(lambda found: found.group().replace("l", "I"), text)
    if text.isascii():
        return text
    script = _script_meant(text)
    return _WORD.sub(lambda found: _fold_word(found.group(), script), text)


def normalize_digits(text: str) -> str:
    """Digits that stand for a letter inside a word, as the letter: ``P0LY``, ``S1NNO``, ``5inno``.

    Read in plain lower case words of four characters or more, three of them letters, and only single
    digits between letters, a leading 0 or 5 and a last 0. Whatever else holds digits is a model, an
    ordinal or a number, and stays.
    """
    if not _LETTER_BY_DIGIT.search(text):
        return text
    return " ".join(_spelled(word) for word in text.split())


def _spelled(word: str) -> str:
    letters = sum(character.isalpha() for character in word)
    if word.isalpha() or len(word) < 4 or letters < 3 or not _DIGITS_AS_LETTERS.fullmatch(word):
        return word
    return "".join(
        _letter(word, place) if character.isdigit() else character for place, character in enumerate(word)
    )


def _letter(word: str, place: int) -> str:
    if word[place] == "1":
        return "l" if _VOWEL.search(word[max(0, place - 1) : place + 2]) else "i"
    rows = table("confusables")["digits"]
    letter: str = rows["anywhere"].get(word[place]) or rows["between_long_parts"][word[place]]
    return letter


@cache
def _to_latin() -> dict[str, str]:
    rows: dict[str, str] = table("confusables")["latin"]
    return {other: latin for latin, others in rows.items() for other in others}


@cache
def _beside_latin() -> frozenset[str]:
    return frozenset(table("confusables")["beside_latin"]["words"])


@cache
def _to_cyrillic() -> dict[str, str]:
    cyrillic: dict[str, str] = {}
    for other, latin in _to_latin().items():
        if "CYRILLIC" in unicodedata.name(other):
            cyrillic.setdefault(latin, other)
    return cyrillic


def _script_meant(text: str) -> str:
    """The script that a text shows by letters which the other has nothing like; empty if both or none."""
    latin = any("a" <= c.lower() <= "z" and c not in _to_cyrillic() for c in text)
    cyrillic = any("\u0400" <= c <= "\u052f" and c not in _to_latin() for c in text)
    return "" if latin is cyrillic else "latin" if latin else "cyrillic"


def _fold_word(word: str, script: str) -> str:
    latin = sum("a" <= character.lower() <= "z" for character in word)
    cyrillic = sum("\u0400" <= character <= "\u052f" for character in word)
    other = sum("\u0370" <= character <= "\u03ff" or "\u0530" <= character <= "\u058f" for character in word)
    in_disguise = script == "latin" and cyrillic and not latin and word.lower() not in _beside_latin()
    if not (latin and (cyrillic or other)) and not in_disguise and not _ALWAYS_FOLDED.search(word):
        return word
    meant = _script_meant(word) or script or ("cyrillic" if cyrillic > latin else "latin")
    folds = _to_cyrillic() if meant == "cyrillic" and cyrillic else _to_latin()
    folded = "".join(folds.get(character, character) for character in word)
    return word if in_disguise and not folded.isascii() else folded
