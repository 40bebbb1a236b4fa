"""The names of one list, analysed, with what else they are found by: what any index is put together from."""

from __future__ import annotations

from array import array
from collections.abc import Iterable

import numpy as np

from sanctionscreen.addresses import address_keys, parse_address
from sanctionscreen.matching.align import SHORTEST_FORM
from sanctionscreen.matching.alike import SLIPPED
from sanctionscreen.matching.identifiers import SHORTEST, bare_number
from sanctionscreen.matching.weighted import core_of, letters_of
from sanctionscreen.model import Address, EntityKind
from sanctionscreen.names import AnalysedName, Role, Token, analyse, digest, stated_abbreviation

from .alternatives import SEARCHED, SEARCHED_NEAR
from .runs import posted_runs
from .words import Array, strings_to_arrays

MOST_PERSONS_WORDS = 5
PERSONS_ROLES = frozenset((Role.DISTINCTIVE, Role.INITIAL, Role.PARTICLE))
LONGEST_SLIPPED = 8
"""Letters of the legal forms that a misspelt word is held against; longer ones are mended when read."""
LIGHT_ROLES = frozenset((Role.BUSINESS, Role.PLACE))


class ListedNames:
    """Collects the entities of a list one by one and gives their names as arrays.

    Call ``add`` for each entity in order, then ``arrays``. Words are numbered in the order they came in.
    """

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}
        self._parties = array("I")
        self._near: set[int] = set()
        self._light: set[int] = set()
        self._letters: list[str] = []
        self._rows = {name: array(code) for name, (code, _) in ROWS.items()}
        self._rows["name_tokens"].append(0)
        self._entities = 0

    def add(
        self,
        kind: EntityKind,
        names: Iterable[str],
        identifiers: Iterable[str],
        addresses: Iterable[Address] = (),
    ) -> None:
        """Add the next entity: its kind, its names in order, its identifiers' numbers, and its addresses."""
        borne: set[int] = set()
        for place, text in enumerate(names):
            name = analyse(text, kind)
            if not name.tokens:
                continue
            self._add_name(place, kind == "person", name)
            borne.update(self._number(token.key) for token in name.tokens)
            if kind == "unknown" and _may_be_persons(name):
                self._add_name(place, True, analyse(text, "person"))
            if kind != "person" and (abbreviation := stated_abbreviation(text)):
                self._add_name(place, False, analyse(abbreviation, kind))
        for number in borne:
            self._parties[number] += 1
        for identifier in identifiers:
            key = bare_number(identifier)
            if len(key) >= SHORTEST:
                self._rows["id_hashes"].append(digest(key))
                self._rows["id_entity"].append(self._entities)
        for key in sorted({key for address in addresses for key in address_keys(parse_address(address))}):
            self._rows["address_hashes"].append(digest(key))
            self._rows["address_entity"].append(self._entities)
        self._entities += 1

    def _add_name(self, place: int, person: bool, name: AnalysedName) -> None:
        rows = self._rows
        number = len(rows["name_entity"])
        rows["name_entity"].append(self._entities)
        rows["name_place"].append(place)
        rows["name_person"].append(person)
        rows["name_core"].append(digest(core_of(name.tokens)))
        rows["name_bag"].append(digest(name.bag))
        self._letters.append(letters_of(name.tokens))
        posted: set[int] = set()
        for token in name.tokens:
            text, key = self._number(token.text), self._number(token.key)
            rows["token_text"].append(text)
            rows["token_key"].append(key)
            rows["token_role"].append(token.role)
            if token.role in SEARCHED:
                posted.update((text, key))
            if token.role in SEARCHED_NEAR:
                self._near.add(text)
            if _is_light(token):
                self._light.add(text)
        posted.update(self._number(letters) for letters in posted_runs(name.tokens))
        rows["posted_word"].extend(posted)
        rows["posted_name"].extend([number] * len(posted))
        rows["name_tokens"].append(len(rows["token_text"]))

    def _number(self, word: str) -> int:
        number = self._numbers.setdefault(word, len(self._numbers))
        if number == len(self._parties):
            self._parties.append(0)
        return number

    def arrays(self) -> dict[str, Array]:
        """The arrays, which ``put_together`` takes."""
        return {
            "entities": np.array([self._entities], np.int64),
            "word_parties": np.array(self._parties, np.uint32),
            "near_words": np.array(sorted(self._near), np.uint32),
            "light_words": np.array(sorted(self._light), np.uint32),
            **{name: np.array(self._rows[name], dtype) for name, (_, dtype) in ROWS.items()},
            **{f"word_{name}": rows for name, rows in strings_to_arrays(list(self._numbers)).items()},
            **{f"whole_{name}": rows for name, rows in strings_to_arrays(self._letters).items()},
        }


ROWS: dict[str, tuple[str, type[np.generic]]] = {
    "name_entity": ("I", np.int32),
    "name_place": ("I", np.uint16),
    "name_person": ("B", np.bool_),
    "name_core": ("Q", np.uint64),
    "name_bag": ("Q", np.uint64),
    "name_tokens": ("I", np.uint32),
    "token_text": ("I", np.uint32),
    "token_key": ("I", np.uint32),
    "token_role": ("B", np.uint8),
    "posted_word": ("I", np.uint32),
    "posted_name": ("I", np.int32),
    "id_hashes": ("Q", np.uint64),
    "id_entity": ("I", np.int32),
    "address_hashes": ("Q", np.uint64),
    "address_entity": ("I", np.int32),
}
"""The columns of numbers: the code that collects them, and their type as an array."""


def _is_light(token: Token) -> bool:
    """Whether a misspelling of a word counts as little as the word: legal forms and short common words."""
    if token.role is Role.FORM:
        return SHORTEST_FORM <= len(token.text) <= LONGEST_SLIPPED
    return token.role in LIGHT_ROLES and SLIPPED <= len(token.text) <= SLIPPED + 1


def _may_be_persons(name: AnalysedName) -> bool:
    """Whether a name that a list gives without saying whose may be a person's.

    It has two to five words, all of them distinctive, initials or particles.
    """
    return 2 <= len(name.tokens) <= MOST_PERSONS_WORDS and all(
        token.role in PERSONS_ROLES for token in name.tokens
    )
