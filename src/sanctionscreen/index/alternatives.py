"""Which listed words a word of a query may stand for, and how alike they are."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from typing import NamedTuple

from sanctionscreen.matching import SCORE, WeightedName, alike, alike_persons
from sanctionscreen.matching.align import NEAR
from sanctionscreen.matching.alike import LEAST_BEGINNING, SHORTEST_BEGINNING
from sanctionscreen.names import Role

from .near import find_near, forms_of, reduced
from .runs import joined_words
from .words import HEAD, Array, Words

SHORTEST_PART = 4
"""Letters of the beginning or end of a word that is looked up by itself, as where a space was lost."""
RARE = 0.45
"""Rarity from which a part of a word is looked up: what a few hundred parties bear says nothing."""
SHORTEST_SEVERAL = 6
"""Letters of a word that may be several run together, such as an article and a name."""
MOST_CONTINUATIONS = 400
"""Listed words that continue a word of the query that are looked at."""
SEARCHED_NEAR = NEAR
"""Roles of the words that are found by a near spelling too."""
SEARCHED = SEARCHED_NEAR | {Role.NUMBER}
"""Roles of the words that names are found by."""

_JOINED = SCORE["joined"].value


class Alternative(NamedTuple):
    """A listed word by its number, the places of the query that it may stand for, and how alike they are."""

    word: int
    places: tuple[int, ...]
    similarity: float


class Vocabulary:
    """The listed words and what they are found by.

    Args:
        words: the words.
        rarity: how rare each is.
        near_hashes, near_words: from ``near_arrays``.
    """

    def __init__(self, words: Words, rarity: Array, near_hashes: Array, near_words: Array) -> None:
        self.words = words
        self._rarity = rarity
        self._near_hashes = near_hashes
        self._near_words = near_words

    def of_place(self, query: WeightedName, place: int) -> Iterator[Alternative]:
        """What one word of a query may stand for."""
        token = query.tokens[place]
        yield from self.equal(query, place)
        if token.role in SEARCHED_NEAR:
            for number, similarity in self._near(token.text, forms_of(token.text), person=query.person):
                yield Alternative(number, (place,), similarity)
            for number, similarity in self._continued(token.text):
                yield Alternative(number, (place,), similarity)
            if query.cut and place == len(query.tokens) - 1 and len(token.text) >= HEAD:
                for number in self.words.beginning_with(token.text)[:MOST_CONTINUATIONS]:
                    yield Alternative(number, (place,), SCORE["cut"].value)

    def of_runs(self, query: WeightedName, most: int) -> Iterator[Alternative]:
        """What neighbouring words of a query may stand for together."""
        for first, last, letters in joined_words(query.tokens[:most]):
            places = tuple(range(first, last + 1))
            number = self.words.find(letters)
            if number is not None:
                yield Alternative(number, places, _JOINED)
            if last == first + 1 and any(query.tokens[place].role is Role.DISTINCTIVE for place in places):
                for near, similarity in self._near(letters, reduced(letters, 1), person=query.person):
                    yield Alternative(near, places, _JOINED * similarity)

    def equal(self, query: WeightedName, place: int) -> Iterator[Alternative]:
        """The listed words that are one word of a query, or have its key."""
        token = query.tokens[place]
        for text in dict.fromkeys((token.text, token.key)):
            number = self.words.find(text)
            if number is not None:
                yield Alternative(number, (place,), 1.0)

    def _near(self, word: str, forms: list[str], *, person: bool) -> Iterator[tuple[int, float]]:
        """Listed words that are like a word, by its forms."""
        likeness = alike_persons if person else alike
        for number in find_near(self._near_hashes, self._near_words, forms):
            listed = self.words[number]
            if listed != word and (similarity := likeness(word, listed)[0]) > 0.0:
                yield number, similarity

    def _continued(self, word: str) -> Iterator[tuple[int, float]]:
        """Listed words that begin with a word."""
        if len(word) < SHORTEST_BEGINNING:
            return
        longest = len(word) / LEAST_BEGINNING
        for number in self.words.beginning_with(word)[:MOST_CONTINUATIONS]:
            listed = self.words[number]
            if len(word) < len(listed) <= longest:
                yield number, alike(word, listed)[0]

    def parts_of(self, query: WeightedName, place: int) -> Iterator[Alternative]:
        """Rare words that a word which no list has begins or ends with: it may be several run together.

        What the other part is, only the alignment tells.
        """
        text = query.tokens[place].text
        if query.tokens[place].role is not Role.DISTINCTIVE or len(text) < SHORTEST_SEVERAL:
            return
        if self.words.find(text) is not None:
            return
        lengths = range(SHORTEST_PART, len(text) - 1)
        for part in itertools.chain((text[:length] for length in lengths), (text[-n:] for n in lengths)):
            number = self.words.find(part)
            if number is not None and self._rarity[number] >= RARE:
                yield Alternative(number, (place,), _JOINED)
