"""Words of any script in small Latin letters and digits, as the lexicons of addresses have them."""

from __future__ import annotations

import re
from functools import lru_cache

from sanctionscreen.names.transliteration import normalize_script, normalize_script_words

_UNREADABLE = re.compile(r"[^0-9a-z ]+")


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
