"""The index of some lists, put together from their analysed names: every word with the names that bear it."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from sanctionscreen.matching.weighted import ROLE_VALUES
from sanctionscreen.names import Role, ordinary

from .near import near_arrays
from .words import Array, alphabetical, arrays_to_strings, sorted_keys, words_to_arrays

READINGS = ("organizations", "persons")
"""The names of persons and all others are found apart: the words of a query mean other things in them."""


def put_together(lists: Sequence[dict[str, Array]]) -> dict[str, Array]:
    """The arrays of an index; their names are what ``NameIndex`` reads.

    Args:
        lists: the arrays of ``ListedNames`` of each list, in the order in which entities are numbered.
    """
    words, numbers = _numbered([arrays_to_strings(part, "word") for part in lists])
    columns = _Columns(lists, numbers)
    parties = np.zeros(len(words), np.int64)
    for part, number in zip(lists, numbers, strict=True):
        parties[number] += part["word_parties"]
    entities = sum(int(part["entities"][0]) for part in lists)
    borne = {words[n]: int(parties[n]) for n in np.flatnonzero(parties).tolist()}
    rarity = ordinary().joined_with(borne, entities)
    word_rarity = np.fromiter((rarity.weight(word) for word in words), np.float32, len(words))
    token_key = columns.words("token_key")
    token_role = columns.plain("token_role")
    near = np.unique(columns.words("near_words")).tolist()
    return {
        "parties": np.array([rarity.total], np.int64),
        "token_text": columns.words("token_text"),
        "token_key": token_key,
        "token_role": token_role,
        "token_weight": word_rarity[token_key] * np.array(ROLE_VALUES, np.float32)[token_role],
        "word_rarity": word_rarity,
        "light_words": np.unique(columns.words("light_words")),
        **{f"word_{name}": array for name, array in words_to_arrays(words).items()},
        "word_first": np.array([ord(word[0]) for word in words], np.uint32),
        **near_arrays((number, words[number]) for number in near),
        **_names(columns, token_role),
        **_wholes([arrays_to_strings(part, "whole") for part in lists]),
        **_postings(columns, len(words)),
        **_entities_by(columns, "id"),
        **_entities_by(columns, "address"),
    }


class _Columns:
    """Columns of all lists, one list after another, numbered through."""

    def __init__(self, lists: Sequence[dict[str, Array]], numbers: Sequence[Array]) -> None:
        self._lists = lists
        self._numbers = numbers

    def plain(self, name: str) -> Array:
        """A column of values."""
        return np.concatenate([part[name] for part in self._lists]) if self._lists else np.zeros(0, np.uint8)

    def words(self, name: str) -> Array:
        """A column of words, by the numbers that they have in the index."""
        parts = [number[part[name]] for part, number in zip(self._lists, self._numbers, strict=True)]
        return np.concatenate(parts) if parts else np.zeros(0, np.uint32)

    def after(self, name: str, counts: Sequence[int]) -> Array:
        """A column of numbers that begin anew in each list, which has so many of what is numbered."""
        starts = np.cumsum([0, *counts])[: len(self._lists)]
        parts = [part[name].astype(np.int64) + start for part, start in zip(self._lists, starts, strict=True)]
        return np.concatenate(parts) if parts else np.zeros(0, np.int64)

    def token_starts(self) -> Array:
        """Where the tokens of each name begin, and the end of the last."""
        ends: list[Array] = []
        before = 0
        for part in self._lists:
            ends.append(part["name_tokens"][1:].astype(np.int64) + before)
            before += len(part["token_text"])
        return np.concatenate([np.zeros(1, np.int64), *ends]).astype(np.uint32)

    def counts(self, name: str) -> list[int]:
        """How many rows each list has of a column."""
        return [len(part[name]) for part in self._lists]

    def entities(self) -> list[int]:
        """How many entities each list has."""
        return [int(part["entities"][0]) for part in self._lists]


def _numbered(lists: Sequence[list[str]]) -> tuple[list[str], list[Array]]:
    """All strings in alphabetical order, and for each list the number of each of its own."""
    strings = alphabetical(string for own in lists for string in own)
    number_of = {string: number for number, string in enumerate(strings)}
    return strings, [np.fromiter((number_of[string] for string in own), np.uint32, len(own)) for own in lists]


def _names(columns: _Columns, token_role: Array) -> dict[str, Array]:
    """What is kept of each listed name: its owner, its tokens and what it is found by."""
    tokens = columns.token_starts()
    initials = np.concatenate([[0], np.cumsum(token_role == Role.INITIAL)])
    core_hashes, core_order = sorted_keys(columns.plain("name_core").astype(np.uint64))
    bags = columns.plain("name_bag").astype(np.uint64)
    bag_hashes, bag_order = sorted_keys(bags)
    return {
        "name_entity": columns.after("name_entity", columns.entities()).astype(np.int32),
        "name_place": columns.plain("name_place").astype(np.uint16),
        "name_person": columns.plain("name_person").astype(np.bool_),
        "name_tokens": tokens,
        "name_initials": np.diff(initials[tokens]).astype(np.uint8),
        "name_bag": bags,
        "core_hashes": core_hashes,
        "core_names": core_order,
        "bag_hashes": bag_hashes,
        "bag_names": bag_order,
    }


def _wholes(lists: Sequence[list[str]]) -> dict[str, Array]:
    """The letters of all names, and the names that are spelled with each."""
    strings, numbers = _numbered(lists)
    own = np.concatenate(numbers) if numbers else np.zeros(0, np.uint32)
    by_letters = np.argsort(own, kind="stable").astype(np.int32)
    return {
        **{f"whole_{name}": array for name, array in words_to_arrays(strings).items()},
        "whole_names": by_letters,
        "whole_starts": np.searchsorted(own[by_letters], np.arange(len(strings) + 1)).astype(np.uint32),
    }


def _postings(columns: _Columns, words: int) -> dict[str, Array]:
    """The names that bear each word, word after word, for each reading."""
    posted_word = columns.words("posted_word")
    posted_name = columns.after("posted_name", columns.counts("name_entity")).astype(np.int32)
    persons = columns.plain("name_person").astype(np.bool_)[posted_name]
    arrays: dict[str, Array] = {}
    for reading, chosen in zip(READINGS, (~persons, persons), strict=True):
        word, name = posted_word[chosen], posted_name[chosen]
        order = np.argsort(word, kind="stable")
        offsets = np.zeros(words + 1, np.uint32)
        offsets[1:] = np.cumsum(np.bincount(word, minlength=words))
        arrays |= {f"{reading}_offsets": offsets, f"{reading}_names": name[order]}
    return arrays


def _entities_by(columns: _Columns, what: str) -> dict[str, Array]:
    """The entities by the hashes of their numbers or of the keys of their addresses."""
    hashes = columns.plain(f"{what}_hashes").astype(np.uint64)
    order = np.argsort(hashes, kind="stable")
    entities = columns.after(f"{what}_entity", columns.entities()).astype(np.int32)
    return {f"{what}_hashes": hashes[order], f"{what}_entity": entities[order]}
