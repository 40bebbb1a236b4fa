"""Candidates for a query: few enough to score each, and none left out that could be a hit.

A name is looked at only if it has one of the words that a hit must have (``essential_places``), or is found
as a whole: by its letters, by those of its words that are no legal forms, by the bag of its words. What is
looked at is scored where an upper bound on its score reaches the threshold.
"""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np

from sanctionscreen.matching import WeightedName, weighted
from sanctionscreen.matching.align import SHORTEST_CUT, SHORTEST_FORM
from sanctionscreen.matching.identifiers import bare_number
from sanctionscreen.names import Rarity, Role, Token, digest, ordinary

from .alternatives import SEARCHED, Alternative, Vocabulary
from .bound import Bound, essential_places
from .build import READINGS
from .listed import LONGEST_SLIPPED
from .words import Array, Words, places_of

MOST_CANDIDATES = 400
"""Names scored per query at most, the most promising first."""
MOST_BY_PARTS = 60
"""Names scored because they have a part of a word that may be several run together."""
MOST_WORDS = 40
"""Words of a query that are looked up, the heaviest first. The longest listed names have some thirty."""
MOST_CONTINUED = 200
"""Names looked at because they begin with the whole query."""
FEW = 12
"""Names that are scored without a bound: so few are as fast to score."""

_ROLES = tuple(Role)


class NameIndex:
    """The arrays of an index, as built in memory or mapped from disk.

    Args:
        arrays: what ``Builder.arrays`` gives.
    """

    def __init__(self, arrays: dict[str, Array]) -> None:
        self.arrays = arrays
        self.words = _words(arrays, "word")
        self._whole = _words(arrays, "whole")
        self._vocabulary = Vocabulary(
            self.words, arrays["word_rarity"], arrays["near_hashes"], arrays["near_words"]
        )
        self._unseen = Rarity(ordinary().counts, int(arrays["parties"][0]))
        self._light = {
            form for number in arrays["light_words"].tolist() for form in _with_one_less(self.words[number])
        }

    def __len__(self) -> int:
        """How many names are listed."""
        return len(self.arrays["name_entity"])

    def weight(self, key: str) -> float:
        """The rarity of a word among the parties of these lists and ordinary companies."""
        number = self.words.find(key)
        return self._unseen.weight(key) if number is None else float(self.arrays["word_rarity"][number])

    def owner(self, name: int) -> tuple[int, int]:
        """The entity a name belongs to, and its place among the entity's names."""
        return int(self.arrays["name_entity"][name]), int(self.arrays["name_place"][name])

    def name(self, number: int) -> WeightedName:
        """A listed name ready to score."""
        arrays = self.arrays
        start, end = int(arrays["name_tokens"][number]), int(arrays["name_tokens"][number + 1])
        words = self.words
        tokens = tuple(
            [
                Token(words[text], words[key], _ROLES[role])
                for text, key, role in zip(
                    arrays["token_text"][start:end].tolist(),
                    arrays["token_key"][start:end].tolist(),
                    arrays["token_role"][start:end].tolist(),
                    strict=True,
                )
            ]
        )
        weights = tuple(arrays["token_weight"][start:end].tolist())
        person = bool(arrays["name_person"][number])
        return weighted(tokens, weights, int(arrays["name_bag"][number]), person=person)

    def with_identifier(self, number: str) -> list[int]:
        """The entities that may have an identifier; compare before believing."""
        arrays = self.arrays
        return places_of(arrays["id_hashes"], arrays["id_entity"], digest(bare_number(number)))

    def with_address(self, keys: Iterable[str]) -> list[int]:
        """The entities that may have an address with one of some keys; compare before believing."""
        arrays = self.arrays
        found = (places_of(arrays["address_hashes"], arrays["address_entity"], digest(key)) for key in keys)
        return sorted({entity for entities in found for entity in entities})

    def candidates(self, query: WeightedName, least: float) -> list[int]:
        """The listed names that may score ``least`` or more against a query, the most promising first."""
        if not query.tokens:
            return []
        whole = self._as_a_whole(query)
        places = sorted(
            [place for place, token in enumerate(query.tokens) if token.role in SEARCHED],
            key=lambda place: -query.weights[place],
        )[:MOST_WORDS]
        idle = frozenset(place for place in places if self._may_be_light(query.tokens[place]))
        count = essential_places(query, places, least, idle)
        alternatives = list(self._vocabulary.of_runs(query, MOST_WORDS))
        parts: list[Alternative] = []
        for place in places[:count]:
            alternatives += self._vocabulary.of_place(query, place)
            parts += self._vocabulary.parts_of(query, place)
        names = self._bearers(alternatives, person=query.person)
        if len(names) > FEW:
            for place in set(range(len(query.tokens))).difference(places[:count]):
                alternatives += self._vocabulary.of_place(query, place)
            names = self._promising(names, Bound(query, alternatives, idle), least)
        by_parts = self._bearers(parts, person=query.person)[:MOST_BY_PARTS]
        return list(dict.fromkeys((*whole, *names.tolist(), *by_parts.tolist())))

    def _promising(self, names: Array, bound: Bound, least: float) -> Array:
        """Those of some names whose bound reaches a score, the most promising first."""
        values = bound.of(names, self.arrays)
        kept = np.flatnonzero(values >= least)
        return names[kept[np.argsort(-values[kept], kind="stable")][:MOST_CANDIDATES]]

    def _as_a_whole(self, query: WeightedName) -> list[int]:
        """Names with the query's letters, those of its core or its words, and those that begin with it."""
        arrays = self.arrays
        found: list[int] = []
        number = self._whole.find(query.letters)
        if number is not None:
            found += self._spelled(number)
        if query.core:
            found += places_of(arrays["core_hashes"], arrays["core_names"], digest(query.core))
        found += places_of(arrays["bag_hashes"], arrays["bag_names"], query.bag)
        if len(query.letters) >= SHORTEST_CUT:
            for longer in self._whole.beginning_with(query.letters)[:MOST_CONTINUED]:
                found += self._spelled(longer)
        persons = arrays["name_person"]
        return [name for name in dict.fromkeys(found) if bool(persons[name]) is query.person]

    def _spelled(self, number: int) -> list[int]:
        starts = self.arrays["whole_starts"]
        names: list[int] = self.arrays["whole_names"][starts[number] : starts[number + 1]].tolist()
        return names

    def _bearers(self, alternatives: Iterable[Alternative], *, person: bool) -> Array:
        """The names that bear one of some words."""
        offsets = self.arrays[f"{READINGS[person]}_offsets"]
        posted = self.arrays[f"{READINGS[person]}_names"]
        words = sorted({found.word for found in alternatives})
        parts = [posted[offsets[word] : offsets[word + 1]] for word in words]
        return np.unique(np.concatenate(parts)) if parts else np.zeros(0, np.int32)

    def _may_be_light(self, token: Token) -> bool:
        """Whether a word may be a legal form, or a short common word, with a letter wrong."""
        text = token.text
        if token.role is not Role.DISTINCTIVE or not SHORTEST_FORM - 1 <= len(text) <= LONGEST_SLIPPED + 1:
            return False
        return not self._light.isdisjoint(_with_one_less(text))


def _with_one_less(text: str) -> set[str]:
    return {text, *(text[:place] + text[place + 1 :] for place in range(len(text)))}


def _words(arrays: dict[str, Array], name: str) -> Words:
    return Words(
        {key.removeprefix(f"{name}_"): array for key, array in arrays.items() if key.startswith(f"{name}_")}
    )
