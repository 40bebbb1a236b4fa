"""Which listed words a word of a query may stand for, and how alike they are."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from sanctionscreen.matching import SCORE, WeightedName, alike, alike_persons
from sanctionscreen.matching.align import LONGEST_ACRONYM, NEAR
from sanctionscreen.matching.alike import LEAST_BEGINNING, SHORTEST_BEGINNING
from sanctionscreen.names import Role, Token

from .near import find_near, given_forms, reduced, spelled_forms
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
"""Rarity up to which a short word is looked for at the beginning or the end of another."""
LETTERS_OF_SHORT = (2, 3, 4)
"""Letters of the short words that are often written as one with another: el, ali, ooo."""
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


def _long_enough(token: Token) -> bool:
    return token.role in SEARCHED_NEAR and len(token.text) >= HEAD


class Vocabulary:
    """The listed words and what they are found by.

    Args:
        words: the words.
        arrays: the arrays of the index, among them how rare each word is.
    """

    def __init__(self, words: Words, arrays: dict[str, Array]) -> None:
        self.words = words
        self._rarity = arrays["word_rarity"]
        self._near_hashes = arrays["near_hashes"]
        self._near_words = arrays["near_words"]
        self._light = frozenset(arrays["light_words"].tolist())
        self._like = lru_cache(REMEMBERED)(self._look_like)
        self._spelled_like = lru_cache(REMEMBERED)(self._look_spelled)

    def of_place(self, query: WeightedName, place: int) -> Iterator[Alternative]:
        """What one word of a query may stand for."""
        token = query.tokens[place]
        places = (place,)
        for number, similarity in self._like(token, query.person):
            yield Alternative(number, places, similarity)
        if query.cut and place == len(query.tokens) - 1 and _long_enough(token):
            for number in self.words.beginning_with(token.text)[:MOST_CONTINUATIONS]:
                yield Alternative(number, places, SCORE["cut"].value)

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
                for near, similarity in self._spelled_like(letters, True):
                    yield Alternative(near, places, _JOINED * similarity)
        if not query.person:
            spelled = list(acronyms(tokens))
            for (run, _), number in zip(
                spelled, self.words.find_all([letters for _, letters in spelled]), strict=True
            ):
                if number is not None:
                    yield Alternative(number, run, _ACRONYM)

    def _look_like(self, token: Token, person: bool) -> tuple[tuple[int, float], ...]:
        """The listed words that are a word, have its key, or are like it, and how alike they are."""
        equal = [self.words.find(text) for text in dict.fromkeys((token.text, token.key))]
        like = [(number, 1.0) for number in equal if number is not None]
        if token.role in SEARCHED_NEAR:
            like += [*self._look_near(token.text, person), *self._continued(token.text)]
        return tuple(like)

    def _look_near(self, word: str, person: bool) -> tuple[tuple[int, float], ...]:
        """Listed words that are like a word, and how alike they are."""
        near = dict(self._spelled_like(word, False))
        if person:
            found = self._found(given_forms(word), word)
            near |= {number: alike_persons(word, listed)[0] for number, listed in found}
        return tuple(row for row in near.items() if row[1] > 0.0)

    def _look_spelled(self, word: str, joined: bool) -> tuple[tuple[int, float], ...]:
        """Listed words that are spelled like a word, or like several words joined."""
        found = self._found(reduced(word, 1) if joined else spelled_forms(word), word)
        like = ((number, alike(word, listed)[0]) for number, listed in found)
        return tuple(row for row in like if row[1] > 0.0)

    def _found(self, forms: list[str], word: str) -> Iterator[tuple[int, str]]:
        """Listed words that have one of some forms, other than a word itself."""
        for number in find_near(self._near_hashes, self._near_words, forms):
            listed = self.words[number]
            if listed != word:
                yield number, listed

    def _continued(self, word: str) -> Iterator[tuple[int, float]]:
        """Listed words that begin with a word."""
        if len(word) < SHORTEST_BEGINNING:
            return
        longest = len(word) / LEAST_BEGINNING
        for number in self.words.beginning_with(word)[:MOST_CONTINUATIONS]:
            listed = self.words[number]
            if len(word) < len(listed) <= longest:
                yield number, alike(word, listed)[0]

    def several(self, token: Token, person: bool) -> tuple[int, ...]:
        """What stands for several words of a listed name that one word may be, by its number.

        How much the others of these words count is not known before the names are scored.
        """
        marked = [JOINED + text for text in dict.fromkeys((token.text, token.key))]
        if token.role is Role.DISTINCTIVE and not person and len(token.text) <= LONGEST_ACRONYM:
            marked.append(ACRONYM + token.text)
        return tuple(number for number in self.words.find_all(marked) if number is not None)

    def parts_of(self, token: Token) -> tuple[Part, ...]:
        """Rare words that a word begins or ends with: it may be several run together."""
        text = token.text
        if token.role is not Role.DISTINCTIVE or len(text) < SHORTEST_SEVERAL:
            return ()
        parts = [
            part
            for length in range(SHORTEST_PART, len(text) - 1)
            for part in ((text[:length], text[length:], True), (text[-length:], text[:-length], False))
        ]
        numbers = self.words.find_all([part for part, _, _ in parts])
        found = [
            Part(number, rest, begins)
            for (_, rest, begins), number in zip(parts, numbers, strict=True)
            if number is not None and self._rarity[number] >= RARE
        ]
        return (*found, *self._beside_short(text))

    def _beside_short(self, text: str) -> Iterator[Part]:
        """Words like the rest of a word that begins or ends with a short common one: elmobruk, mahiral."""
        lengths = [length for length in LETTERS_OF_SHORT if len(text) - length >= SHORTEST_PART]
        short = [(text[:length], text[length:], False) for length in lengths]
        short += [(text[-length:], text[:-length], True) for length in lengths]
        numbers = self.words.find_all([letters for letters, _, _ in short])
        for (letters, rest, begins), number in zip(short, numbers, strict=True):
            if number is not None and (number in self._light or self._rarity[number] <= COMMON):
                near = [like for like, _ in self._spelled_like(rest, True)]
                whole = self.words.find(rest)
                yield from (Part(word, letters, begins) for word in (*near, whole) if word is not None)
