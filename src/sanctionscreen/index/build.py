"""Entities to arrays: every listed name analysed once, and every word with the names that bear it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

import numpy as np

from sanctionscreen.matching.align import FIXED, LONGEST_JOIN
from sanctionscreen.matching.identifiers import SHORTEST, bare_number
from sanctionscreen.matching.weighted import ROLE_VALUES
from sanctionscreen.model import EntityKind
from sanctionscreen.names import AnalysedName, Role, Token, analyse, ordinary

from .near import near_arrays
from .words import Array, digest, sorted_hashes, words_to_arrays

SEARCHED_NEAR = frozenset((Role.DISTINCTIVE, Role.BUSINESS, Role.PLACE))
"""Roles of the words that are found by a near spelling too."""
SEARCHED = SEARCHED_NEAR | {Role.NUMBER}
"""Roles of the words that names are found by."""


def joined_words(tokens: tuple[Token, ...]) -> Iterable[tuple[int, int, str]]:
    """Each run of two to four neighbouring words written as one: first place, last place, letters.

    Numbers and legal forms end a run, as they do in the alignment.
    """
    for start in range(len(tokens)):
        letters = ""
        for end in range(start, min(start + LONGEST_JOIN, len(tokens))):
            if tokens[end].role in FIXED:
                break
            letters += tokens[end].text
            if end > start:
                yield start, end, letters


@dataclass
class Builder:
    """Collects entities one by one and gives the arrays of the index.

    Call ``add`` for each entity in order, then ``arrays``.
    """

    _numbers: dict[str, int] = field(default_factory=dict)
    _parties: Counter[int] = field(default_factory=Counter)
    _near: set[int] = field(default_factory=set)
    _name_entity: list[int] = field(default_factory=list)
    _name_place: list[int] = field(default_factory=list)
    _name_person: list[bool] = field(default_factory=list)
    _name_forms: list[str] = field(default_factory=list)
    _name_tokens: list[int] = field(default_factory=lambda: [0])
    _token_text: list[int] = field(default_factory=list)
    _token_key: list[int] = field(default_factory=list)
    _token_role: list[int] = field(default_factory=list)
    _run_word: list[int] = field(default_factory=list)
    _run_first: list[int] = field(default_factory=list)
    _run_last: list[int] = field(default_factory=list)
    _posted_word: list[int] = field(default_factory=list)
    _posted_name: list[int] = field(default_factory=list)
    _id_hashes: list[int] = field(default_factory=list)
    _id_entity: list[int] = field(default_factory=list)
    _entities: int = 0

    def add(self, kind: EntityKind, names: Iterable[str], identifiers: Iterable[str]) -> None:
        """Add the next entity: its kind, its names in order, and its identifiers' numbers."""
        person = kind == "person"
        borne: set[int] = set()
        for place, text in enumerate(names):
            name = analyse(text, kind)
            if name.tokens:
                self._add_name(place, person, name)
                borne.update(self._number(token.key) for token in name.tokens)
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
        self._name_forms.append(name.normal_form)
        first_token = len(self._token_text)
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
        for first, last, letters in joined_words(name.tokens):
            word = self._number(letters)
            posted.add(word)
            self._run_word.append(word)
            self._run_first.append(first_token + first)
            self._run_last.append(first_token + last)
        self._posted_word.extend(posted)
        self._posted_name.extend([number] * len(posted))
        self._name_tokens.append(len(self._token_text))

    def _number(self, word: str) -> int:
        return self._numbers.setdefault(word, len(self._numbers))

    def arrays(self) -> dict[str, Array]:
        """The arrays of the index; their names are the attributes of ``NameIndex``."""
        words = list(self._numbers)
        rarity = ordinary().joined_with(
            {words[n]: count for n, count in self._parties.items()}, self._entities
        )
        word_rarity = np.fromiter((rarity.weight(word) for word in words), np.float32, len(words))
        token_key = np.array(self._token_key, np.uint32)
        token_role = np.array(self._token_role, np.uint8)
        token_weight = word_rarity[token_key] * np.array(ROLE_VALUES, np.float32)[token_role]
        return {
            "parties": np.array([rarity.total], np.int64),
            "token_text": np.array(self._token_text, np.uint32),
            "token_key": token_key,
            "token_role": token_role,
            "token_weight": token_weight,
            "word_rarity": word_rarity,
            "word_value": self._word_value(len(words), token_weight),
            **words_to_arrays(words),
            **near_arrays((number, words[number]) for number in sorted(self._near)),
            **self._names(token_role, token_weight),
            **self._postings(len(words)),
            **self._identifiers(),
        }

    def _names(self, token_role: Array, token_weight: Array) -> dict[str, Array]:
        """What is kept of each listed name: its owner, its tokens, their total weight and initials."""
        starts = np.array(self._name_tokens, np.uint32)
        weights = np.concatenate([[0.0], np.cumsum(token_weight, dtype=np.float64)])
        initials = np.concatenate([[0], np.cumsum(token_role == Role.INITIAL)])
        hashes, order = sorted_hashes(self._name_forms)
        return {
            "name_entity": np.array(self._name_entity, np.int32),
            "name_place": np.array(self._name_place, np.uint16),
            "name_person": np.array(self._name_person, np.bool_),
            "name_tokens": starts,
            "name_weight": np.diff(weights[starts]).astype(np.float32),
            "name_initials": np.diff(initials[starts]).astype(np.uint8),
            "name_hashes": hashes,
            "name_order": order,
        }

    def _postings(self, words: int) -> dict[str, Array]:
        """The names that bear each word, word after word."""
        posted_word = np.array(self._posted_word, np.uint32)
        order = np.argsort(posted_word, kind="stable")
        offsets = np.zeros(words + 1, np.uint32)
        offsets[1:] = np.cumsum(np.bincount(posted_word, minlength=words))
        return {"post_offsets": offsets, "post_names": np.array(self._posted_name, np.int32)[order]}

    def _identifiers(self) -> dict[str, Array]:
        hashes = np.array(self._id_hashes, np.uint64)
        order = np.argsort(hashes, kind="stable")
        return {"id_hashes": hashes[order], "id_entity": np.array(self._id_entity, np.int32)[order]}

    def _word_value(self, words: int, token_weight: Array) -> Array:
        """The most that each word, or run of words written as one, weighs in any listed name."""
        value = np.zeros(words, np.float32)
        np.maximum.at(value, np.array(self._token_key, np.uint32), token_weight)
        np.maximum.at(value, np.array(self._token_text, np.uint32), token_weight)
        running = np.concatenate([[0.0], np.cumsum(token_weight, dtype=np.float64)])
        last, first = np.array(self._run_last, np.int64), np.array(self._run_first, np.int64)
        np.maximum.at(value, np.array(self._run_word, np.uint32), (running[last + 1] - running[first]))
        return value
