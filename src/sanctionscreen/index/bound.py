"""An upper bound on the score of many listed names at once.

It is the score that a pair would have if every word of the listed name that an alternative of the query
reaches counted at its best, every other word were left over, and nothing contradicted.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np

from sanctionscreen.matching import WeightedName, extra_cost
from sanctionscreen.matching.alike import SLIPPED
from sanctionscreen.matching.policy import COMMON_WORD, SCORE, doubt, doubts
from sanctionscreen.names import Role

from .alternatives import Alternative
from .words import Array

_MISSING = SCORE["missing"].value
_INITIAL = SCORE["initial"].value
_SLIP = SCORE["slip"].value
_BEYOND_CUT = SCORE["beyond_cut"].value


_SEVERAL = 255
"""In place of a role, where several words of the query stand together."""
SLIPPING = (SLIPPED, SLIPPED + 1)
"""Letters of the words that may stand for a word with one letter wrong that the index does not find."""


def essential_places(query: WeightedName, places: Sequence[int], least: float, idle: frozenset[int]) -> int:
    """How many of a query's words, heaviest first, a name must have one of to reach a score.

    Args:
        query: the query.
        places: the words that names are found by, heaviest first.
        least: the score.
        idle: words that may be left over at no cost, such as a misspelt legal form.

    Returns:
        The smallest number such that a name with none of so many, and all of the others, scores less.
    """
    for count in range(1, len(places)):
        lost = [place for place in places[:count] if place not in idle]
        slipped = sum([query.weights[place] for place in lost if len(query.tokens[place].text) in SLIPPING])
        missing = [query.weights[p] for p in lost if len(query.tokens[p].text) not in SLIPPING]
        if query.person and missing:
            missing.remove(max(missing))  # an initial may stand for it
        weights = [_at_best(query, place) for place in places[count:]]
        paired = sum(weights)
        common = paired if query.person else sum([in_common_at_most(weight) for weight in weights])
        per_word = doubt(common, person=query.person) * _MISSING
        whole = paired + per_word * sum(missing) + min(per_word, 1.0) * slipped
        if paired and 100 * (paired + slipped * _SLIP) / whole < least:
            return count
    return len(places)


def _first_letters(query: WeightedName, *, initials: bool) -> Array:
    """The first letters of a query's initials, or of all its other words."""
    letters = {ord(t.text[0]) for t in query.tokens if (t.role is Role.INITIAL) is initials}
    return np.array(sorted(letters), np.uint32)


def in_common_at_most(weight: float) -> float:
    """The most that ``in_common`` can be for a weight, whatever the role."""
    return weight if weight >= 1.0 else max(weight * weight, COMMON_WORD + weight / 2)


def _at_best(query: WeightedName, place: int) -> float:
    weight = query.weights[place]
    return (weight + 1.0) / 2 if query.tokens[place].role is Role.DISTINCTIVE else weight


class Bound:
    """The bound of one query.

    Args:
        query: the query.
        alternatives: the listed words that its words may stand for.
        idle: words that may be left over at no cost.
        least: the score that the bound is held against.
    """

    def __init__(
        self, query: WeightedName, alternatives: Iterable[Alternative], idle: frozenset[int], least: float
    ) -> None:
        self._query = query
        by_word: dict[int, Alternative] = {}
        for found in alternatives:
            before = by_word.get(found.word, found)
            places = tuple(sorted({*before.places, *found.places}))
            similarity = max(before.similarity, found.similarity)
            by_word[found.word] = Alternative(found.word, places, similarity)
        rows = sorted(by_word.values())
        count = len(query.tokens)
        self._words = np.array([row.word for row in rows] or [-1], np.int64)
        self._similarity = np.array([row.similarity for row in rows] or [0.0])
        self._least = least / 100
        self._weight = np.array([sum([query.weights[p] for p in row.places]) for row in rows] or [0.0])
        roles = [query.tokens[row.places[0]].role if len(row.places) == 1 else _SEVERAL for row in rows]
        self._role = np.array(roles or [_SEVERAL], np.uint8)
        self._covers = np.zeros((max(len(rows), 1), count), np.bool_)
        for number, row in enumerate(rows):
            self._covers[number, list(row.places)] = True
        charged = np.array(query.weights)
        charged[list(idle)] = 0.0
        for place, token in enumerate(query.tokens):
            if token.role is Role.INITIAL:
                charged[place] = 0.0
        self._initials = _first_letters(query, initials=True)
        self._begun = _first_letters(query, initials=False)
        self._heaviest = float(charged.max())
        slips = np.array([len(token.text) in SLIPPING for token in query.tokens])
        self._slips = np.where(slips, charged, 0.0)
        self._missing = np.where(slips, 0.0, charged * _MISSING)

    def of(self, names: Array, arrays: dict[str, Array]) -> Array:
        """The bound on the score of each listed name.

        Args:
            names: numbers of listed names.
            arrays: the arrays of the index.
        """
        starts = arrays["name_tokens"][names].astype(np.int64)
        lengths = arrays["name_tokens"][names + 1].astype(np.int64) - starts
        firsts = np.cumsum(lengths) - lengths
        tokens = np.repeat(starts - firsts, lengths) + np.arange(int(lengths.sum()))
        texts = arrays["token_text"][tokens]
        row = self._rows(texts, arrays["token_key"][tokens])
        met = row >= 0
        weight = arrays["token_weight"][tokens].astype(np.float64)
        role = arrays["token_role"][tokens]
        similarity = np.where(met, self._similarity[row], 0.0)
        pair = (self._weight[row] + weight) / 2
        # A pair of two roles weighs what the lighter does, which helps where it is less alike than the rest.
        lighter = (similarity < self._least) & (self._role[row] != role) & (self._role[row] != _SEVERAL)
        pair = np.where(met, np.where(lighter, np.minimum(self._weight[row], weight), pair), 0.0)
        first = arrays["word_first"][texts]
        for as_initial, other in (
            (np.isin(first, self._initials), weight),
            ((role == Role.INITIAL) & np.isin(first, self._begun), self._heaviest),
        ):
            begun = as_initial & ~met
            pair = np.where(begun, (weight + other) / 2, pair)
            similarity = np.where(begun, _INITIAL, similarity)
            met |= begun
        paired = np.add.reduceat(pair, firsts)
        gained = np.add.reduceat(pair * similarity, firsts)
        person = self._query.person
        per_extra = extra_cost(person=person) * (_BEYOND_CUT if self._query.cut else 1.0)
        costs = np.add.reduceat(np.where(met, 0.0, weight), firsts) * per_extra
        covered = np.logical_or.reduceat(self._covers[row] & (row >= 0)[:, None], firsts, axis=0)
        missing = ~covered @ self._missing
        missing -= arrays["name_initials"][names] * self._heaviest * _MISSING
        costs += np.maximum(missing, 0.0)
        common = paired
        if not person:
            rare = np.where(pair >= 1.0, pair, np.maximum(pair * pair, COMMON_WORD + pair / 2))
            common = np.add.reduceat(np.where(met, rare, 0.0), firsts)
        doubtful = doubts(common, person=person)
        slipped = ~covered @ self._slips
        whole = paired + doubtful * costs + np.minimum(doubtful * _MISSING, 1.0) * slipped
        bound: Array = 100.0 * (gained + slipped * _SLIP) / np.maximum(whole, 1e-9)
        return bound

    def _rows(self, texts: Array, keys: Array) -> Array:
        """For each listed word the alternative most like it, by its text or its key; -1 for none."""
        by_text, by_key = (self._at(numbers) for numbers in (texts, keys))
        better = (by_text >= 0) & (self._similarity[by_text] >= self._similarity[by_key])
        rows: Array = np.where(better | (by_key < 0), by_text, by_key)
        return rows

    def _at(self, numbers: Array) -> Array:
        at = np.minimum(np.searchsorted(self._words, numbers), len(self._words) - 1)
        rows: Array = np.where(self._words[at] == numbers, at, -1)
        return rows
