"""One key for the spellings of a word in different romanizations: Aleksei, Alexey; Qods, Ghods.

The rules are data with their sources: ``lexicons/romanization.toml``.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import NamedTuple

from .lexicon import table

LONGEST_UNFOLDED = 4
"""Letters of the words that no rule folds."""
SHORTEST_KEY = {False: 5, True: 4}
"""Letters that a fold must leave, by whether a person bears the name: Sinno is not Sino, Pharm not Farm."""

_REPEATED = re.compile(r"(?<!n)(.)\1+")  # not the two syllables of Tongguan


class _Pass(NamedTuple):
    """Rules that are tried together, as one expression with a group for each, and what each puts."""

    for_all: bool
    pattern: re.Pattern[str]
    put: tuple[str, ...]

    def fold(self, word: str) -> str:
        """The word after these rules."""
        return self.pattern.sub(lambda found: self.put[(found.lastindex or 1) - 1], word)


@lru_cache(maxsize=65536)
def fold(word: str, *, person: bool = False) -> str:
    """The key of a romanized word, lower case: equal for the spellings of one word.

    Args:
        word: lower case Latin letters; a word with anything else in it is its own key.
        person: whether it is a word in a person's name, which is folded further.

    Returns:
        The key; the word itself where too few letters would be left of it.
    """
    known = _words(person).get(word)
    if known is not None:
        return known
    return _by_rule(word, person)


def _by_rule(word: str, person: bool) -> str:
    if len(word) <= LONGEST_UNFOLDED or not word.isalpha():
        return word
    key = _with_common_stem(word) if person else word
    for rules in _passes():
        if person or rules.for_all:
            key = rules.fold(key)
    key = _REPEATED.sub(r"\1", key)
    return key if len(key) >= SHORTEST_KEY[person] else word


@cache
def _passes() -> tuple[_Pass, ...]:
    passes = []
    for entry in table("romanization")["pass"]:
        finds = "|".join(f"({rule['find']})" for rule in entry["rules"])
        put = tuple(rule["put"] for rule in entry["rules"])
        passes.append(_Pass(entry["for"] == "all", re.compile(finds), put))
    return tuple(passes)


@cache
def _words(person: bool) -> dict[str, str]:
    """Whole words with their key, for all names or for persons' too."""
    families = dict(table("romanized_words")["all"])
    if person:
        families |= table("romanized_words")["persons"]
    return {
        spelling: _by_rule(head, person) if spellings else head
        for head, spellings in families.items()
        for spelling in (head, *spellings)
    }


@cache
def _stems() -> tuple[re.Pattern[str], dict[str, str]]:
    """The beginnings of given names, and of patronymics made from them, by language."""
    families = table("romanized_words")["stems"]
    stems = {spelling: head for head, spellings in families.items() for spelling in spellings}
    longest_first = sorted(stems, key=len, reverse=True)
    return re.compile("|".join(longest_first)), stems


def _with_common_stem(word: str) -> str:
    pattern, stems = _stems()
    found = pattern.match(word)
    return stems[found.group()] + word[found.end() :] if found else word
