"""The word lists, loaded once: commented TOML files beside this module."""

from __future__ import annotations

import itertools
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from importlib import resources
from typing import Any, NamedTuple


class Phrases:
    """A set of words and phrases with the key each stands for; finds the longest at a place.

    Args:
        families: key to its words and phrases, lower case, words separated by one space.
    """

    def __init__(self, families: Mapping[str, Iterable[str]]) -> None:
        self._keys: dict[tuple[str, ...], str] = {}
        lengths: dict[str, set[int]] = {}
        for key, spellings in families.items():
            for spelling in spellings:
                words = tuple(spelling.split())
                self._keys.setdefault(words, key)
                lengths.setdefault(words[0], set()).add(len(words))
        self._lengths = {first: sorted(found, reverse=True) for first, found in lengths.items()}

    def __iter__(self) -> Iterator[tuple[str, ...]]:
        """Every word and phrase, as a tuple of words."""
        return iter(self._keys)

    def begins_in(self, words: Iterable[str]) -> bool:
        """Whether any of the words begins a known phrase."""
        return not self._lengths.keys().isdisjoint(words)

    def at(self, words: list[str], place: int) -> tuple[int, str] | None:
        """How many words from ``place`` on make the longest known phrase, and its key."""
        for length in self._lengths.get(words[place], ()):
            phrase = tuple(words[place : place + length])
            if len(phrase) == length and (key := self._keys.get(phrase)) is not None:
                return length, key
        return None


def expanded(families: Mapping[str, Iterable[str]]) -> Phrases:
    """Phrases of which some are patterns, with alternatives in braces (``spellings``)."""
    return Phrases({key: [text for row in rows for text in spellings(row)] for key, rows in families.items()})


def spellings(pattern: str) -> list[str]:
    """Every spelling that a pattern stands for.

    Braces hold alternatives, of which one may be empty, or the name of those that romanizations give
    (``[spellings]`` in ``institutions.toml``).

    >>> spellings("tovar{i,y}stvo"), spellings("sudoverf{ye}")[:2]
    (['tovaristvo', 'tovarystvo'], ['sudoverfe', 'sudoverfie'])
    """
    before, brace, rest = pattern.partition("{")
    if not brace:
        return [pattern]
    inside, _, after = rest.partition("}")
    choices = table("institutions")["spellings"].get(f"{{{inside}}}") or inside.split(",")
    return [before + choice + end for choice in choices for end in spellings(after)]


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
def patterns() -> dict[str, str]:
    """Each romanization of a word of the institutions to the pattern that stands for all of them."""
    rows = table("institutions")
    sections = ("words", "words_beside_russian_form", "concepts", "connectives", "groups")
    phrases = (phrase for section in sections for row in rows[section].values() for phrase in row)
    words = sorted({word for phrase in phrases for word in phrase.split() if "{" in word})
    return {spelling: word for word in reversed(words) for spelling in spellings(word)}


def by_pattern(words: list[str]) -> list[str]:
    """Words, each by the pattern that covers it where one does."""
    read = patterns()
    return words if read.keys().isdisjoint(words) else [read.get(word, word) for word in words]


def _phrases_by_pattern(families: Mapping[str, Iterable[str]]) -> Phrases:
    """Phrases whose words are patterns, or plain words by the pattern that covers them."""
    return Phrases(
        {key: [" ".join(by_pattern(row.split())) for row in rows] for key, rows in families.items()}
    )


@cache
def institutions() -> Phrases:
    """The vocabulary of institutions, and the groups they belong to, by concept."""
    rows = table("institutions")
    return _phrases_by_pattern(rows["concepts"] | rows["connectives"] | rows["groups"])


@cache
def institution_groups() -> frozenset[str]:
    """Concepts of ``institutions`` that are the names of groups."""
    return frozenset(table("institutions")["groups"])


@cache
def institution_connectives() -> frozenset[str]:
    """Concepts of ``institutions`` that carry nothing: honours and ``named after``."""
    return frozenset(table("institutions")["connectives"])


@cache
def inner_words() -> frozenset[str]:
    """Words of ``institutions`` that count only between other words."""
    return frozenset(table("institutions")["inside"]["words"])


@cache
def institution_words() -> Phrases:
    """Abbreviations and translations of institutions, by the English words they stand for."""
    return _phrases_by_pattern(table("institutions")["words"])


@cache
def institution_names() -> tuple[tuple[str, ...], ...]:
    """The English phrases that institutions are read as, and the names of groups that hold no pattern."""
    rows = table("institutions")
    groups = (name for names in rows["groups"].values() for name in names if "{" not in name)
    return tuple(
        tuple(name.split()) for name in (*rows["words"], *rows["words_beside_russian_form"], *groups)
    )


@cache
def russian_words() -> Phrases:
    """Short abbreviations that stand for English words beside a Russian legal form."""
    return _phrases_by_pattern(table("institutions")["words_beside_russian_form"])


@cache
def russian_forms() -> frozenset[str]:
    """Words of Russian legal forms."""
    return frozenset(table("institutions")["russian_forms"]["words"])


@cache
def legal_forms() -> Phrases:
    """Legal forms by family; the rows of a family are by country."""
    families: dict[str, dict[str, list[str]]] = table("legal_forms")["families"]
    return expanded({key: itertools.chain(*rows.values()) for key, rows in families.items()})


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
    return expanded(table("business_words")["concepts"])


@cache
def company_titles() -> Mapping[str, frozenset[str]]:
    """Titles of persons that stand before or behind the name of a company."""
    return {place: frozenset(words) for place, words in table("business_words")["titles"].items()}


@cache
def branches() -> Phrases:
    """What says that a name is of a branch or an office, each under one key."""
    return expanded(table("business_words")["branches"])


@cache
def connectives() -> Phrases:
    """``and`` and ``of`` in the languages of trade."""
    return expanded(table("business_words")["connectives"])


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
    return expanded(words | compounds)


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
