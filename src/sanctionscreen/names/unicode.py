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
    """Words that mix Latin with Cyrillic or Greek look-alikes, folded to the word's main script.

    The lists themselves mix scripts (the EU prints a Cyrillic М in ``V.M. Myasishchev``).
    """
    if text.isascii():
        return text
    return _WORD.sub(lambda found: _fold_word(found.group()), text)


@cache
def _to_latin() -> dict[str, str]:
    rows: dict[str, str] = table("confusables")["latin"]
    return {other: latin for latin, others in rows.items() for other in others}


@cache
def _to_cyrillic() -> dict[str, str]:
    return {latin: other for other, latin in _to_latin().items() if "CYRILLIC" in unicodedata.name(other)}


def _fold_word(word: str) -> str:
    latin = sum("a" <= character.lower() <= "z" for character in word)
    cyrillic = sum("\u0400" <= character <= "\u052f" for character in word)
    greek = sum("\u0370" <= character <= "\u03ff" for character in word)
    if not latin or not (cyrillic or greek):
        return word
    folds = _to_cyrillic() if cyrillic > latin else _to_latin()
    return "".join(folds.get(character, character) for character in word)
