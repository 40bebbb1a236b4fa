"""Candidates for a query: few enough to score each, and none left out that could be a hit.

A name is looked at only if it has one of the words that a hit must have (``essential_places``), or is found
as a whole: by its letters, by those of its words that are no legal forms, by the bag of its words. What is
looked at is scored where an upper bound on its score reaches the threshold.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from itertools import chain

import numpy as np

from sanctionscreen.matching import WeightedName, weighted
from sanctionscreen.matching.align import SHORTEST_CUT, SHORTEST_FORM
from sanctionscreen.matching.identifiers import bare_number
from sanctionscreen.names import Rarity, Role, Token, digest, ordinary, without_letters

from .alternatives import REMEMBERED, SEARCHED, Vocabulary
from .bound import Bound, essential_places
from .build import READINGS
from .listed import LONGEST_SLIPPED
from .parts import bearers_of_parts
from .words import Array, Words, places_of

MOST_CANDIDATES = 400
"""Names scored per query at most, the most promising first, and fewer for a query of more than ten words:"""
MOST_SCORED = 4_000
"""words of the query times names, so that the work for the longest query is bounded too."""
MOST_WORDS = 40
"""Words of a query that are looked up, the heaviest first. The longest listed names have some thirty."""
MOST_CONTINUED = 200
"""Names looked at because they begin with the whole query."""
ROUNDED = 0.005
"""What a score may gain by being rounded to two decimals."""
FEW = 12
"""Names that are scored without a bound: so few are as fast to score."""

_ROLES = tuple(Role)


class NameIndex:
    """The arrays of an index, as built in memory or mapped from disk.

    Args:
        arrays: what ``put_together`` gives.
    """

    def __init__(self, arrays: dict[str, Array]) -> None:
        self.arrays = arrays
        self.words = _words(arrays, "word")
        self._whole = _words(arrays, "whole")
        self._vocabulary = Vocabulary(self.words, arrays)
        self._unseen = Rarity(ordinary().counts, int(arrays["parties"][0]))
        self._several = lru_cache(REMEMBERED)(self._bearers_of_several)
        self._light = {
            form for number in arrays["light_words"].tolist() for form in without_letters(self.words[number])
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
        least -= ROUNDED
        whole = self._as_a_whole(query)
        places = sorted(
            [place for place, token in enumerate(query.tokens) if token.role in SEARCHED],
            key=lambda place: -query.weights[place],
        )[:MOST_WORDS]
        idle = frozenset(place for place in places if self._may_be_light(query.tokens[place]))
        count = essential_places(query, places, least, idle)
        vocabulary, posted = self._vocabulary, self._posted(query.person)
        alternatives = list(vocabulary.of_runs(query, MOST_WORDS))
        for place in places[:count]:
            alternatives += vocabulary.of_place(query, place)
        names = _bearers([found.word for found in alternatives], *posted)
        joined = [self._several(query.tokens[place], query.person) for place in places]
        several = [-1] * len(names) + [place for place, of in zip(places, joined, strict=True) for _ in of]
        names = np.concatenate([names, np.fromiter(chain.from_iterable(joined), np.int64)])
        if len(names) > FEW:
            for place in set(range(len(query.tokens))).difference(places[:count]):
                alternatives += vocabulary.of_place(query, place)
            bound = Bound(query, alternatives, idle, least)
            promising = _promising(names, bound.of(names, self.arrays, np.array(several)), least)
            names = promising[: min(MOST_CANDIDATES, MOST_SCORED // len(query.tokens))]
        return list(dict.fromkeys((*whole, *names.tolist())))

    def _bearers_of_several(self, token: Token, person: bool) -> tuple[int, ...]:
        """The names of which several words together may be one of the query's."""
        posted = self._posted(person)
        names = _bearers(self._vocabulary.several(token, person), *posted).tolist()
        if parts := self._vocabulary.parts_of(token):
            names += bearers_of_parts(parts, *posted, self.arrays, self.words)
        return tuple(names)

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

    def _posted(self, person: bool) -> tuple[Array, Array]:
        """Where the names of each word begin, and the names, of one reading."""
        return self.arrays[f"{READINGS[person]}_offsets"], self.arrays[f"{READINGS[person]}_names"]

    def _may_be_light(self, token: Token) -> bool:
        """Whether a word may be a legal form, or a short common word, with a letter wrong."""
        text = token.text
        if token.role is not Role.DISTINCTIVE or not SHORTEST_FORM - 1 <= len(text) <= LONGEST_SLIPPED + 1:
            return False
        return not self._light.isdisjoint(without_letters(text))


def _promising(names: Array, values: Array, least: float) -> Array:
    """Those of some names whose bound reaches a score, the most promising first."""
    kept = np.flatnonzero(values >= least)
    return names[kept[np.argsort(-values[kept], kind="stable")]]


def _bearers(words: Iterable[int], offsets: Array, posted: Array) -> Array:
    """The names that bear one of some words."""
    parts = [posted[offsets[word] : offsets[word + 1]] for word in sorted(set(words))]
    return np.unique(np.concatenate(parts)) if parts else np.zeros(0, np.int32)


def _words(arrays: dict[str, Array], name: str) -> Words:
    return Words(
        {key.removeprefix(f"{name}_"): array for key, array in arrays.items() if key.startswith(f"{name}_")}
    )
