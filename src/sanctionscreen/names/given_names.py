"""Given names and what their bearers are called: Sasha and Aleksandr, Wm and William, Mehmet and Muhammad.

The names are data with their sources: ``lexicons/given_names.toml``.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache

from .lexicon import spellings, table
from .romanization import LONGEST_UNFOLDED, fold


@lru_cache(maxsize=65536)
def full_names(word: str, /) -> frozenset[str]:
    """The given names that a short, familiar or abbreviated form may stand for.

    Args:
        word: one word of a person's name as the pipeline writes it: lower case Latin letters, no point.

    Returns:
        Keys of persons' words (``romanization.fold``): those of the names, and the word's own, which is
        the only one of a full name and of a word that is not known.
    """
    return frozenset(_key(name) for name in _names(word))


def may_be_same(a: str, b: str, /) -> bool:
    """Whether two words may be one given name: one is short for the other, or both are for a third.

    Args:
        a: a word as for ``full_names``.
        b: another.
    """
    return not full_names(a).isdisjoint(full_names(b))


@lru_cache(maxsize=65536)
def counterparts(word: str, /) -> frozenset[str]:
    """The given names for which documents in another language put this one.

    Args:
        word: as for ``full_names``; a short form has the counterparts of all its names.

    Returns:
        Keys of the names at the head of their rows: that of Nikolai for Nicholas and for Nick, not the
        other way round. None for most words.
    """
    spelled, by_key = _standing_for("counterparts")
    found = (spelled.get(name) or by_key.get(_key(name), set()) for name in _names(word))
    return frozenset(_key(name) for names in found for name in names)


def may_be_translated(a: str, b: str, /) -> bool:
    """Whether one of two words is a counterpart of the other: Mike and Mikhail.

    Args:
        a: a word as for ``full_names``.
        b: another.
    """
    return not (counterparts(a).isdisjoint(full_names(b)) and counterparts(b).isdisjoint(full_names(a)))


def _key(word: str) -> str:
    return fold(word, person=True)


def _names(word: str) -> set[str]:
    """A word, and the names it may stand for, as spelled."""
    spelled, by_key = _standing_for("short", "written")
    known = spelled[word] if word in spelled else by_key.get(_key(word), set())
    return known | {word}


@cache
def _standing_for(*parts: str) -> tuple[dict[str, set[str]], dict[str, set[str]]]:
    """The names that forms stand for in some parts of the lexicon: by the form as spelled, and by its key.

    A key that is also that of a name leads nowhere: ``Valera``, short for Valeri, has that of ``Valeriya``.
    """
    lexicon = table("given_names")
    names = {name for part in parts for rows in lexicon[part].values() for name in rows}
    spelled: dict[str, set[str]] = {name: set() for name in names}
    by_key: dict[str, set[str]] = defaultdict(set)
    for part in parts:
        for section, rows in lexicon[part].items():
            romanized = section in lexicon["romanized"].get(part, ())
            for name, form in _pairs(rows):
                spelled.setdefault(form, set()).add(name)
                if romanized and len(key := _key(form)) > LONGEST_UNFOLDED:
                    by_key[key].add(name)
    of_names = {_key(name) for name in names}
    return spelled, {key: found for key, found in by_key.items() if key not in of_names}


def _pairs(rows: Mapping[str, list[str]]) -> Iterator[tuple[str, str]]:
    """Each name of a section with each of its other forms."""
    return ((name, form) for name, forms in rows.items() for row in forms for form in spellings(row))
