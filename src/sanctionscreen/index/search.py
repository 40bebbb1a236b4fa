"""Candidates for a query, with an upper bound on the score of each.

The bound is the score of the pair if every word found in the index counts at its best, every other
word is left over, and nothing contradicts. It is never below the score, but for two rare cases that
``docs/matching.md`` names, so what is cut by it could not have been a hit.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np

from sanctionscreen.matching import SCORE, WeightedName, extra_cost
from sanctionscreen.matching.align import spelling_similarity
from sanctionscreen.matching.identifiers import bare_number
from sanctionscreen.names import AnalysedName, Rarity, Role, Token, ordinary

from .build import SEARCHED, SEARCHED_NEAR, joined_words
from .near import find_near
from .words import Array, Words, digest, find_all

MOST_CANDIDATES = 400
"""Names scored per query at most, the most promising first."""
MOST_WORDS = 40
"""Words of a query that are looked up, the heaviest first. The longest listed names have some thirty."""
SHORTEST_PART = 4
"""Letters of the beginning or end of a word that is looked up by itself."""
RARE = 0.5
"""Rarity from which a part of a word is looked up: what a few hundred parties bear says nothing."""

_ROLES = tuple(Role)


class Found(NamedTuple):
    """Listed names that bear a word of the query: how alike, and what the query's words weigh."""

    names: Array
    similarity: float
    weight: float
    listed_weight: float


class NameIndex:
    """The arrays of an index, as built in memory or mapped from disk.

    Args:
        arrays: what ``Builder.arrays`` gives.
    """

    def __init__(self, arrays: dict[str, Array]) -> None:
        self.arrays = arrays
        self.words = Words(
            arrays["word_letters"], arrays["word_offsets"], arrays["word_hashes"], arrays["word_order"]
        )
        self._unseen = Rarity(ordinary().counts, int(arrays["parties"][0]))

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
        start, end = int(self.arrays["name_tokens"][number]), int(self.arrays["name_tokens"][number + 1])
        tokens = tuple(
            Token(self.words[text], self.words[key], _ROLES[role])
            for text, key, role in zip(
                self.arrays["token_text"][start:end].tolist(),
                self.arrays["token_key"][start:end].tolist(),
                self.arrays["token_role"][start:end].tolist(),
                strict=True,
            )
        )
        weights = tuple(self.arrays["token_weight"][start:end].tolist())
        return WeightedName(tokens, weights, bool(self.arrays["name_person"][number]))

    def same_form(self, name: AnalysedName) -> list[int]:
        """The listed names with the query's very words in the query's order."""
        if not name.tokens:
            return []
        form = digest(name.normal_form)
        return find_all(self.arrays["name_hashes"], self.arrays["name_order"], form)

    def with_identifier(self, number: str) -> list[int]:
        """The entities that may have an identifier; compare before believing."""
        key = digest(bare_number(number))
        return find_all(self.arrays["id_hashes"], self.arrays["id_entity"], key)

    def candidates(self, query: WeightedName, least: float) -> list[int]:
        """The listed names that may score ``least`` or more against a query, the most promising first."""
        size = len(self)
        gained = np.zeros(size)
        saved = np.zeros(size)
        per_missing, per_extra = SCORE["missing"].value, extra_cost(person=query.person)
        for found in self._found(query):
            pair = (found.weight + found.listed_weight) / 2
            gained[found.names] += pair * found.similarity
            saved[found.names] += pair - found.weight * per_missing - found.listed_weight * per_extra
        touched = np.flatnonzero(gained)
        if not len(touched):
            return []
        looked_up = sum(
            weight
            for token, weight in zip(query.tokens, query.weights, strict=True)
            if token.role is not Role.INITIAL
        )
        freed = self.arrays["name_initials"][touched] * max(query.weights)
        whole = (
            per_missing * np.maximum(looked_up - freed, 0)
            + per_extra * self.arrays["name_weight"][touched]
            + saved[touched]
        )
        bound = 100 * gained[touched] / np.maximum(whole, gained[touched])
        kept = np.flatnonzero((bound >= least) & (self.arrays["name_person"][touched] == query.person))
        best_first = kept[np.argsort(-bound[kept], kind="stable")][:MOST_CANDIDATES]
        return [int(name) for name in touched[best_first]]

    def _found(self, query: WeightedName) -> Iterator[Found]:
        heaviest = sorted(range(len(query.tokens)), key=lambda place: -query.weights[place])[:MOST_WORDS]
        for place in sorted(heaviest):
            token = query.tokens[place]
            if token.role in SEARCHED:
                yield from self._one_word(token, query.weights[place])
                yield from self._parts(token, query.weights[place])
        for first, last, letters in joined_words(query.tokens[:MOST_WORDS]):
            weight = sum(query.weights[first : last + 1])
            for number, similarity in self._alike(letters, near=last == first + 1):
                yield self._bearers(number, SCORE["joined"].value * similarity, weight)

    def _alike(self, word: str, *, near: bool) -> list[tuple[int, float]]:
        """The listed words that spell a word, or nearly: their numbers, the most like first."""
        alike: dict[int, float] = {}
        if (number := self.words.find(word)) is not None:
            alike[number] = 1.0
        if near:
            for number in find_near(self.arrays["near_hashes"], self.arrays["near_words"], word):
                if (similarity := spelling_similarity(word, self.words[number])) > alike.get(number, 0.0):
                    alike[number] = similarity
        return sorted(alike.items(), key=lambda row: (-row[1], row[0]))

    def _parts(self, token: Token, weight: float) -> Iterator[Found]:
        """Names that bear a rare beginning or end of a word, as where a space was lost.

        What the other part is, only the alignment tells; here it counts as the rarest word.
        """
        if token.role is not Role.DISTINCTIVE:
            return
        for cut in range(SHORTEST_PART, len(token.text) - SHORTEST_PART + 1):
            for part in (token.text[:cut], token.text[cut:]):
                number = self.words.find(part)
                if number is not None and self.arrays["word_rarity"][number] >= RARE:
                    found = self._bearers(number, SCORE["joined"].value, weight)
                    yield found._replace(listed_weight=found.listed_weight + 1.0)

    def _one_word(self, token: Token, weight: float) -> Iterator[Found]:
        """Each listed name once, by the word of it that is most like the query's."""
        alike = dict(self._alike(token.text, near=token.role in SEARCHED_NEAR))
        if (number := self.words.find(token.key)) is not None:
            alike[number] = 1.0
        seen = np.zeros(len(self), np.bool_)
        for number, similarity in sorted(alike.items(), key=lambda row: (-row[1], row[0])):
            found = self._bearers(number, similarity, weight)
            fresh = found.names[~seen[found.names]]
            seen[fresh] = True
            yield Found(fresh, similarity, weight, found.listed_weight)

    def _bearers(self, number: int, similarity: float, weight: float) -> Found:
        start, end = int(self.arrays["post_offsets"][number]), int(self.arrays["post_offsets"][number + 1])
        return Found(
            self.arrays["post_names"][start:end], similarity, weight, float(self.arrays["word_value"][number])
        )
