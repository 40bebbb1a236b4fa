"""The script that a name is written in, where the list prints it without saying so."""

from __future__ import annotations

import unicodedata
from collections import Counter
from functools import lru_cache

# The first word of a letter's Unicode name, to ISO 15924.
SCRIPTS = {
    "LATIN": "Latn", "CYRILLIC": "Cyrl", "ARABIC": "Arab", "CJK": "Hani", "HIRAGANA": "Hira",
    "KATAKANA": "Kana", "HANGUL": "Hang", "HEBREW": "Hebr", "GREEK": "Grek", "ETHIOPIC": "Ethi",
    "GEORGIAN": "Geor", "ARMENIAN": "Armn", "THAI": "Thai", "MYANMAR": "Mymr", "DEVANAGARI": "Deva",
    "BENGALI": "Beng", "KHMER": "Khmr", "THAANA": "Thaa", "SYRIAC": "Syrc", "TAMIL": "Taml",
}  # fmt: skip


def script_of(text: str) -> str | None:
    """The ISO 15924 code of the script of most letters; None where there are none, or another script.

    >>> script_of("华信船务"), script_of("Абу Банат"), script_of("7TH OF TIR"), script_of("123")
    ('Hani', 'Cyrl', 'Latn', None)
    """
    if text.isascii():
        return "Latn" if any(letter.isalpha() for letter in text) else None
    words = Counter(_first_word(letter) for letter in text if letter.isalpha() and letter not in "ʻʼʾʿ")
    return SCRIPTS.get(words.most_common(1)[0][0]) if words else None


@lru_cache(maxsize=4096)
def _first_word(letter: str) -> str:
    return unicodedata.name(letter, "").split(" ")[0]


def script_code(word: str) -> str | None:
    """The ISO 15924 code of a script as printed, such as ``Cyrillic``; None where it is not known."""
    import pycountry  # noqa: PLC0415  (loading ISO's tables takes longer than screening a name)

    try:
        return str(pycountry.scripts.lookup(word.strip()).alpha_4)
    except LookupError:
        return None


def language_code(word: str) -> str | None:
    """The ISO 639-1 code of a language as printed, such as ``Russian``; None where it has none."""
    import pycountry  # noqa: PLC0415

    try:
        language = pycountry.languages.lookup(
            {"farsi": "fa", "mandarin": "zh"}.get(word.casefold(), word.strip())
        )
    except LookupError:
        return None
    return getattr(language, "alpha_2", None)
