"""Entities to arrays: every listed name analysed once, and every word with the names that bear it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

import numpy as np

from sanctionscreen.matching.align import SHORTEST_FORM
from sanctionscreen.matching.alike import SLIPPED
from sanctionscreen.matching.identifiers import SHORTEST, bare_number
from sanctionscreen.matching.weighted import ROLE_VALUES, core_of, letters_of
from sanctionscreen.model import EntityKind
from sanctionscreen.names import AnalysedName, Role, Token, analyse, digest, ordinary

from .alternatives import SEARCHED, SEARCHED_NEAR
from .near import near_arrays
from .runs import posted_runs
from .words import Array, alphabetical, sorted_keys, words_to_arrays

MOST_PERSONS_WORDS = 5
PERSONS_ROLES = frozenset((Role.DISTINCTIVE, Role.INITIAL, Role.PARTICLE))
LONGEST_SLIPPED = 8
"""Letters of the legal forms that a misspelt word is held against; longer ones are mended when read."""
LIGHT_ROLES = frozenset((Role.BUSINESS, Role.PLACE))
READINGS = ("organizations", "persons")
"""The names of persons and all others are found apart: the words of a query mean other things in them."""


def _is_light(token: Token) -> bool:
    """Whether a misspelling of a word counts as little as the word: legal forms and short common words."""
    if token.role is Role.FORM:
        return SHORTEST_FORM <= len(token.text) <= LONGEST_SLIPPED
    return token.role in LIGHT_ROLES and SLIPPED <= len(token.text) <= SLIPPED + 1


def _may_be_persons(name: AnalysedName) -> bool:
    """Whether a name that a list gives without saying whose may be a person's: two to five words, all
    of them distinctive, initials or particles."""
    return 2 <= len(name.tokens) <= MOST_PERSONS_WORDS and all(
        token.role in PERSONS_ROLES for token in name.tokens
    )


@dataclass
class Builder:
    """Collects entities one by one and gives the arrays of the index.

    Call ``add`` for each entity in order, then ``arrays``.
    """

    _numbers: dict[str, int] = field(default_factory=dict)
    _parties: Counter[int] = field(default_factory=Counter)
    _near: set[int] = field(default_factory=set)
    _light: set[int] = field(default_factory=set)
    _name_entity: list[int] = field(default_factory=list)
    _name_place: list[int] = field(default_factory=list)
    _name_person: list[bool] = field(default_factory=list)
    _name_letters: list[str] = field(default_factory=list)
    _name_core: list[int] = field(default_factory=list)
    _name_bag: list[int] = field(default_factory=list)
    _name_tokens: list[int] = field(default_factory=lambda: [0])
    _token_text: list[int] = field(default_factory=list)
    _token_key: list[int] = field(default_factory=list)
    _token_role: list[int] = field(default_factory=list)
    _posted_word: list[int] = field(default_factory=list)
    _posted_name: list[int] = field(default_factory=list)
    _id_hashes: list[int] = field(default_factory=list)
    _id_entity: list[int] = field(default_factory=list)
    _entities: int = 0

    def add(self, kind: EntityKind, names: Iterable[str], identifiers: Iterable[str]) -> None:
        """Add the next entity: its kind, its names in order, and its identifiers' numbers."""
        borne: set[int] = set()
        for place, text in enumerate(names):
            name = analyse(text, kind)
            if not name.tokens:
                continue
            self._add_name(place, kind == "person", name)
            borne.update(self._number(token.key) for token in name.tokens)
            if kind == "unknown" and _may_be_persons(name):
                self._add_name(place, True, analyse(text, "person"))
        self._parties.update(borne)
        for number in identifiers:
            key = bare_number(number)
            if len(key) >= SHORTEST:
                self._id_hashes.append(digest(key))
                self._id_entity.append(self._entities)
        self._entities += 1

    def _add_name(self, place: int, person: bool, name: AnalysedName) -> None:
        number = len(self._name_entity)
        self._name_entity.append(self._entities)
        self._name_place.append(place)
        self._name_person.append(person)
        self._name_letters.append(letters_of(name.tokens))
        self._name_core.append(digest(core_of(name.tokens)))
        self._name_bag.append(digest(name.bag))
        posted: set[int] = set()
        for token in name.tokens:
            text, key = self._number(token.text), self._number(token.key)
            self._token_text.append(text)
            self._token_key.append(key)
            self._token_role.append(token.role)
            if token.role in SEARCHED:
                posted.update((text, key))
            if token.role in SEARCHED_NEAR:
                self._near.add(text)
            if _is_light(token):
                self._light.add(text)
        posted.update(self._number(letters) for letters in posted_runs(name.tokens))
        self._posted_word.extend(posted)
        self._posted_name.extend([number] * len(posted))
        self._name_tokens.append(len(self._token_text))

    def _number(self, word: str) -> int:
        return self._numbers.setdefault(word, len(self._numbers))

    def arrays(self) -> dict[str, Array]:
        """The arrays of the index; their names are the attributes of ``NameIndex``."""
        words = alphabetical(self._numbers)
        place_of = np.zeros(len(words), np.uint32)
        for place, word in enumerate(words):
            place_of[self._numbers[word]] = place
        parties = {word: count for word, number in self._numbers.items() if (count := self._parties[number])}
        rarity = ordinary().joined_with(parties, self._entities)
        word_rarity = np.fromiter((rarity.weight(word) for word in words), np.float32, len(words))
        token_key = place_of[np.array(self._token_key, np.int64)]
        token_role = np.array(self._token_role, np.uint8)
        near = sorted(int(place_of[number]) for number in self._near)
        return {
            "parties": np.array([rarity.total], np.int64),
            "token_text": place_of[np.array(self._token_text, np.int64)],
            "token_key": token_key,
            "token_role": token_role,
            "token_weight": word_rarity[token_key] * np.array(ROLE_VALUES, np.float32)[token_role],
            "word_rarity": word_rarity,
            "light_words": np.array(sorted(int(place_of[number]) for number in self._light), np.uint32),
            **{f"word_{name}": array for name, array in words_to_arrays(words).items()},
            "word_first": np.array([ord(word[0]) for word in words], np.uint32),
            **near_arrays((number, words[number]) for number in near),
            **self._names(token_role),
            **self._postings(place_of, len(words)),
            **self._identifiers(),
        }

    def _names(self, token_role: Array) -> dict[str, Array]:
        """What is kept of each listed name: its owner, its tokens and what it is found by as a whole."""
        starts = np.array(self._name_tokens, np.uint32)
        initials = np.concatenate([[0], np.cumsum(token_role == Role.INITIAL)])
        letters = alphabetical(self._name_letters)
        number_of = {text: number for number, text in enumerate(letters)}
        own = np.array([number_of[text] for text in self._name_letters], np.uint32)
        by_letters = np.argsort(own, kind="stable").astype(np.int32)
        core_hashes, core_order = sorted_keys(np.array(self._name_core, np.uint64))
        bag_hashes, bag_order = sorted_keys(np.array(self._name_bag, np.uint64))
        return {
            "name_entity": np.array(self._name_entity, np.int32),
            "name_place": np.array(self._name_place, np.uint16),
            "name_person": np.array(self._name_person, np.bool_),
            "name_tokens": starts,
            "name_initials": np.diff(initials[starts]).astype(np.uint8),
            "name_bag": np.array(self._name_bag, np.uint64),
            **{f"whole_{name}": array for name, array in words_to_arrays(letters).items()},
            "whole_names": by_letters,
            "whole_starts": np.searchsorted(own[by_letters], np.arange(len(letters) + 1)).astype(np.uint32),
            "core_hashes": core_hashes,
            "core_names": core_order,
            "bag_hashes": bag_hashes,
            "bag_names": bag_order,
        }

    def _postings(self, place_of: Array, words: int) -> dict[str, Array]:
        """The names that bear each word, word after word, for each reading."""
        posted_word = place_of[np.array(self._posted_word, np.int64)]
        posted_name = np.array(self._posted_name, np.int32)
        persons = np.array(self._name_person, np.bool_)[posted_name]
        arrays: dict[str, Array] = {}
        for reading, chosen in zip(READINGS, (~persons, persons), strict=True):
            word, name = posted_word[chosen], posted_name[chosen]
            order = np.argsort(word, kind="stable")
            offsets = np.zeros(words + 1, np.uint32)
            offsets[1:] = np.cumsum(np.bincount(word, minlength=words))
            arrays |= {f"{reading}_offsets": offsets, f"{reading}_names": name[order]}
        return arrays

    def _identifiers(self) -> dict[str, Array]:
        hashes = np.array(self._id_hashes, np.uint64)
        order = np.argsort(hashes, kind="stable")
        return {"id_hashes": hashes[order], "id_entity": np.array(self._id_entity, np.int32)[order]}
