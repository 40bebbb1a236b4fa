"""Which listed words a word of a query may stand for, and how alike they are."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from sanctionscreen.matching import SCORE, WeightedName, alike, alike_persons
from sanctionscreen.matching.align import LONGEST_ACRONYM, NEAR
from sanctionscreen.matching.alike import LEAST_BEGINNING, SHORTEST_BEGINNING
from sanctionscreen.names import Role

from .near import find_near, forms_of, reduced
from .parts import Part
from .runs import ACRONYM, JOINED, acronyms, joined_words
from .words import HEAD, Array, Words

SHORTEST_PART = 4
"""Letters of the beginning or end of a word that is looked up by itself, as where a space was lost."""
RARE = 0.45
"""Rarity from which a part of a word is looked up: what a few hundred parties bear says nothing."""
SHORTEST_SEVERAL = 6
"""Letters of a word that may be several run together, such as an article and a name."""
COMMON = 0.5
"""Rarity up to which a short word is looked for at the beginning of another."""
LETTERS_OF_ARTICLES = (2, 3, 4)
"""Letters of the short words that are often written as one with a person's name: el, ali, abdu."""
MOST_CONTINUATIONS = 400
"""Listed words that continue a word of the query that are looked at."""
SEARCHED_NEAR = NEAR
"""Roles of the words that are found by a near spelling too."""
SEARCHED = SEARCHED_NEAR | {Role.NUMBER}
"""Roles of the words that names are found by."""

REMEMBERED = 20_000
"""Words whose near spellings are kept, as queries have the same words over and over."""

_JOINED = SCORE["joined"].value
_ACRONYM = SCORE["long_acronym"].value


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
        self._near = lru_cache(REMEMBERED)(self._look_near)
        self._found = lru_cache(REMEMBERED)(self._look_found)

    def of_place(self, query: WeightedName, place: int) -> Iterator[Alternative]:
        """What one word of a query may stand for."""
        token = query.tokens[place]
        yield from self.equal(query, place)
        if token.role in SEARCHED_NEAR:
            for number, similarity in self._near(token.text, query.person):
                yield Alternative(number, (place,), similarity)
            for number, similarity in self._continued(token.text):
                yield Alternative(number, (place,), similarity)
            if query.cut and place == len(query.tokens) - 1 and len(token.text) >= HEAD:
                for number in self.words.beginning_with(token.text)[:MOST_CONTINUATIONS]:
                    yield Alternative(number, (place,), SCORE["cut"].value)

    def of_runs(self, query: WeightedName, most: int) -> Iterator[Alternative]:
        """What neighbouring words of a query may stand for together."""
        tokens = query.tokens[:most]
        runs = list(joined_words(tokens))
        for (first, last, letters), number in zip(
            runs, self.words.find_all([letters for _, _, letters in runs]), strict=True
        ):
            places = tuple(range(first, last + 1))
            if number is not None:
                yield Alternative(number, places, _JOINED)
            if last == first + 1 and any(tokens[place].role is Role.DISTINCTIVE for place in places):
                for near, similarity in self._near(letters, query.person, joined=True):
                    yield Alternative(near, places, _JOINED * similarity)
        if not query.person:
            spelled = list(acronyms(tokens))
            for (run, _), number in zip(
                spelled, self.words.find_all([letters for _, letters in spelled]), strict=True
            ):
                if number is not None:
                    yield Alternative(number, run, _ACRONYM)

    def several(self, query: WeightedName, place: int) -> Iterator[int]:
        """What stands for several words of a listed name that one word of a query may be, by its number.

        How much the others of these words count is not known before the names are scored.
        """
        token = query.tokens[place]
        marked = [JOINED + text for text in {token.text, token.key}]
        if token.role is Role.DISTINCTIVE and not query.person and len(token.text) <= LONGEST_ACRONYM:
            marked.append(ACRONYM + token.text)
        yield from (number for number in self.words.find_all(marked) if number is not None)

    def equal(self, query: WeightedName, place: int) -> Iterator[Alternative]:
        """The listed words that are one word of a query, or have its key."""
        token = query.tokens[place]
        for text in dict.fromkeys((token.text, token.key)):
            number = self.words.find(text)
            if number is not None:
                yield Alternative(number, (place,), 1.0)

    def _look_near(self, word: str, person: bool, *, joined: bool = False) -> tuple[tuple[int, float], ...]:
        """Listed words that are like a word, or like several words joined, and how alike they are."""
        likeness = alike_persons if person else alike
        near = ((number, likeness(word, listed)[0]) for number, listed in self._found(word, joined))
        return tuple(row for row in near if row[1] > 0.0)

    def _look_found(self, word: str, joined: bool) -> tuple[tuple[int, str], ...]:
        """Other listed words that have a form of a word."""
        forms = reduced(word, 1) if joined else forms_of(word)
        found = find_near(self._near_hashes, self._near_words, forms)
        return tuple((number, listed) for number in found if (listed := self.words[number]) != word)

    def _continued(self, word: str) -> Iterator[tuple[int, float]]:
        """Listed words that begin with a word."""
        if len(word) < SHORTEST_BEGINNING:
            return
        longest = len(word) / LEAST_BEGINNING
        for number in self.words.beginning_with(word)[:MOST_CONTINUATIONS]:
            listed = self.words[number]
            if len(word) < len(listed) <= longest:
                yield number, alike(word, listed)[0]

    def parts_of(self, query: WeightedName, place: int) -> Iterator[Part]:
        """Rare words that a word begins or ends with: it may be several run together."""
        text = query.tokens[place].text
        if query.tokens[place].role is not Role.DISTINCTIVE or len(text) < SHORTEST_SEVERAL:
            return
        parts = [
            part
            for length in range(SHORTEST_PART, len(text) - 1)
            for part in ((text[:length], text[length:], True), (text[-length:], text[:-length], False))
        ]
        numbers = self.words.find_all([part for part, _, _ in parts])
        for (_, rest, begins), number in zip(parts, numbers, strict=True):
            if number is not None and self._rarity[number] >= RARE:
                yield Part(number, rest, begins)
        if query.person:
            yield from self._behind_article(text)

    def _behind_article(self, text: str) -> Iterator[Part]:
        """Words like the rest of a word that begins with a short common one: ``elmobruk`` is el mabruk."""
        short = [text[:length] for length in LETTERS_OF_ARTICLES]
        for article, number in zip(short, self.words.find_all(short), strict=True):
            if number is not None and self._rarity[number] <= COMMON:
                rest = text[len(article) :]
                yield from (Part(near, article, False) for near, _ in self._near(rest, True, joined=True))
