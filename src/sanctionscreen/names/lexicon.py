"""The word lists, loaded once: commented TOML files beside this module."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from functools import cache
from importlib import resources
from typing import Any


class Phrases:
    """A set of words and phrases with the key each stands for; finds the longest at a place.

    Args:
        families: key to its words and phrases, lower case, words separated by one space.
    """

    def __init__(self, families: Mapping[str, Iterable[str]]) -> None:
        self._by_first: dict[str, list[tuple[tuple[str, ...], str]]] = {}
        for key, spellings in families.items():
            for spelling in spellings:
                words = tuple(spelling.split())
                self._by_first.setdefault(words[0], []).append((words, key))
        for found in self._by_first.values():
            found.sort(key=lambda row: -len(row[0]))

    def at(self, words: list[str], place: int) -> tuple[int, str] | None:
        """How many words from ``place`` on make the longest known phrase, and its key."""
        for phrase, key in self._by_first.get(words[place], ()):
            if len(phrase) == 1 or tuple(words[place : place + len(phrase)]) == phrase:
                return len(phrase), key
        return None


@cache
def table(name: str) -> dict[str, Any]:
    """A lexicon file as a dictionary."""
    text = resources.files(__package__).joinpath("lexicons", f"{name}.toml").read_text("utf-8")
    return tomllib.loads(text)


@cache
def legal_forms() -> Phrases:
    """Legal forms by family."""
    return Phrases(table("legal_forms")["families"])


@cache
def edge_forms() -> frozenset[str]:
    """Legal forms that count only at an end of the name."""
    return frozenset(table("legal_forms")["edges"]["words"])


@cache
def business_words() -> Phrases:
    """Business words by concept."""
    return Phrases(table("business_words")["concepts"])


@cache
def connectives() -> Phrases:
    """``and`` and ``of`` in the languages of trade."""
    return Phrases(table("business_words")["connectives"])


@cache
def places() -> Phrases:
    """Places by key."""
    return Phrases(table("places")["places"])


@cache
def person_words() -> Phrases:
    """Particles and titles of persons, each its own key."""
    words = table("persons")["words"]
    return Phrases({word: [word] for word in (*words["particles"], *words["titles"])})


@cache
def number_words() -> dict[str, str]:
    """Number words to digits."""
    words: dict[str, str] = table("numbers")["words"]
    return words


@cache
def number_markers() -> frozenset[str]:
    """Words that announce a number."""
    return frozenset(table("numbers")["markers"]["words"])
