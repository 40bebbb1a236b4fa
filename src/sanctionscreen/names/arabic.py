"""Names in Arabic script, Arabic and Persian, to the Latin letters that the lists use for them.

The script leaves short vowels out, so known words are read from ``script_words.toml``; the others come
out as their consonants and long vowels.
"""

from __future__ import annotations

import re
from functools import cache

from .lexicon import table

ARABIC_WORD = re.compile("[\u0620-\u064a\u066e-\u06d3\u06d5\u06fa-\u06ff]+")
_UNIFIED = str.maketrans("أإآٱیىکھە", "ااااييكهه")
_AND, _ARTICLE, _FOR_THE, _SERVANT, _GOD = "و", "ال", "لل", "عبدال", "الله"
_SHORTEST = 3
"""Letters that must be left of a word for a prefix to be one."""

# UNGEGN Arabic 2017 and Persian 2012, without diacritics; long vowels by their commonest Latin letter.
_LETTERS = str.maketrans(
    {
        "ا": "a", "ب": "b", "پ": "p", "ت": "t", "ث": "th", "ج": "j", "چ": "ch", "ح": "h", "خ": "kh",
        "د": "d", "ذ": "dh", "ر": "r", "ز": "z", "ژ": "zh", "س": "s", "ش": "sh", "ص": "s", "ض": "d",
        "ط": "t", "ظ": "z", "ع": "a", "غ": "gh", "ف": "f", "ڤ": "v", "ق": "q", "ك": "k", "گ": "g",
        "ل": "l", "م": "m", "ن": "n", "ه": "h", "ة": "a", "و": "u", "ي": "i", "ئ": "i", "ؤ": "u",
        "ء": None,
    }
)  # fmt: skip


def romanize_arabic(word: str) -> str:
    """A word in Arabic script as Latin words: known words as the lists spell them, the article apart."""
    word = word.translate(_UNIFIED)
    if (known := _words().get(word)) is not None:
        return known
    for prefix, before in ((_SERVANT, "abdul "), (_ARTICLE, "al "), (_FOR_THE, "al ")):
        if word.startswith(prefix) and len(word) - len(prefix) >= _SHORTEST:
            return before + romanize_arabic(word.removeprefix(prefix))
    if word.startswith(_AND + _ARTICLE):
        return "and " + romanize_arabic(word.removeprefix(_AND))
    if word.endswith(_GOD) and len(word) - len(_GOD) >= _SHORTEST - 1:
        return romanize_arabic(word.removesuffix(_GOD)).rstrip("u") + "ullah"
    return _by_letters(word)


def _by_letters(word: str) -> str:
    latin = word.translate(_LETTERS)
    if word[0] in "وي" and len(word) > 1:
        latin = ("w" if word[0] == "و" else "y") + latin[1:]
    return latin


@cache
def _words() -> dict[str, str]:
    words: dict[str, str] = table("script_words")["arabic"]
    return {word.translate(_UNIFIED): latin for word, latin in words.items()}
