"""The word lists, loaded once: commented TOML files beside this module."""

from __future__ import annotations

import itertools
import tomllib
from collections.abc import Iterable, Mapping
from functools import cache
from importlib import resources
from typing import Any, NamedTuple


class Phrases:
    """A set of words and phrases with the key each stands for; finds the longest at a place.

    Args:
        families: key to its words and phrases, lower case, words separated by one space, with
            alternatives in braces (``spellings``).
    """

    def __init__(self, families: Mapping[str, Iterable[str]]) -> None:
        self._keys: dict[tuple[str, ...], str] = {}
        lengths: dict[str, set[int]] = {}
        for key, patterns in families.items():
            for spelling in itertools.chain.from_iterable(map(spellings, patterns)):
                words = tuple(spelling.split())
                self._keys.setdefault(words, key)
                lengths.setdefault(words[0], set()).add(len(words))
        self._lengths = {first: sorted(found, reverse=True) for first, found in lengths.items()}

    def at(self, words: list[str], place: int) -> tuple[int, str] | None:
        """How many words from ``place`` on make the longest known phrase, and its key."""
        for length in self._lengths.get(words[place], ()):
            phrase = tuple(words[place : place + length])
            if len(phrase) == length and (key := self._keys.get(phrase)) is not None:
                return length, key
        return None


def spellings(pattern: str) -> list[str]:
    """Every spelling that a pattern stands for; braces hold alternatives, of which one may be empty.

    >>> spellings("tovar{i,y}stvo")
    ['tovaristvo', 'tovarystvo']
    """
    before, brace, rest = pattern.partition("{")
    if not brace:
        return [pattern]
    inside, _, after = rest.partition("}")
    return [before + choice + end for choice in inside.split(",") for end in spellings(after)]


@cache
def table(name: str) -> dict[str, Any]:
    """A lexicon file as a dictionary."""
    text = resources.files(__package__).joinpath("lexicons", f"{name}.toml").read_text("utf-8")
    return tomllib.loads(text)


class EdgeForms(NamedTuple):
    """Legal forms that count only at an end of the name, by where, and the last words of the last."""

    first: frozenset[str]
    first_before_brand: frozenset[str]
    last: frozenset[str]
    last_words: frozenset[str]


@cache
def legal_forms() -> Phrases:
    """Legal forms by family; the rows of a family are by country."""
    families: dict[str, dict[str, list[str]]] = table("legal_forms")["families"]
    return Phrases({key: itertools.chain(*rows.values()) for key, rows in families.items()})


@cache
def edge_forms() -> EdgeForms:
    """Legal forms that count only at an end of the name."""
    edges = table("legal_forms")["edges"]
    ends, before_brand = frozenset(edges["ends"]), frozenset(edges["before_brand"])
    last = ends | before_brand | frozenset(edges["behind"])
    return EdgeForms(ends, before_brand, last, frozenset(phrase.split()[-1] for phrase in last))


@cache
def business_words() -> Phrases:
    """Business words by concept."""
    return Phrases(table("business_words")["concepts"])


@cache
def connectives() -> Phrases:
    """``and`` and ``of`` in the languages of trade."""
    return Phrases(table("business_words")["connectives"])


@cache
def person_words() -> Phrases:
    """Particles and titles of persons, each its own key."""
    words = table("persons")["words"]
    return Phrases({word: [word] for word in (*words["particles"], *words["titles"])})


@cache
def number_words() -> Phrases:
    """Number words by their digits, up to a hundred; tens and units make a phrase."""
    words: dict[str, list[str]] = table("numbers")["words"]
    tens = [number for number in words if int(number) % 10 == 0 and 20 <= int(number) < 100]
    compounds = {
        str(int(ten) + unit): [f"{words[ten][0]} {spelled}" for spelled in words[str(unit)][:2]]
        for ten in tens
        for unit in range(1, 10)
    }
    return Phrases(words | compounds)


@cache
def roman_numerals() -> dict[str, str]:
    """Roman numerals to digits."""
    return {numeral: str(value) for value, numeral in enumerate(table("numbers")["roman"]["words"]) if value}


@cache
def number_markers() -> frozenset[str]:
    """Words that announce a number."""
    return frozenset(table("numbers")["markers"]["words"])


@cache
def number_endings() -> frozenset[str]:
    """What follows an ordinal in digits and belongs to it."""
    return frozenset(table("numbers")["endings"]["words"])
