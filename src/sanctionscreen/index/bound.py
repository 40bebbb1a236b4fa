"""An upper bound on the score of many listed names at once.

It is the score that a pair would have if every word of the listed name that an alternative of the query
reaches counted at its best, every other word were left over, and nothing contradicted.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

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


NOBODY = 2**62
"""In place of the number of a word: greater than any."""
MOST_CHARGED = 12
"""Words of a query that cost where they are missing, the heaviest: their sets have a bit for each."""
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


def in_common_at_most(weight: float) -> float:
    """The most that ``in_common`` can be for a weight, whatever the role."""
    return weight if weight >= 1.0 else max(weight * weight, COMMON_WORD + weight / 2)


def _at_best(query: WeightedName, place: int) -> float:
    weight = query.weights[place]
    return (weight + 1.0) / 2 if query.tokens[place].role is Role.DISTINCTIVE else weight


class _Tokens(NamedTuple):
    """The words of some listed names, one name after another, and where each name begins."""

    firsts: Array
    texts: Array
    keys: Array
    weights: Array
    roles: Array

    @classmethod
    def of(cls, names: Array, arrays: dict[str, Array]) -> _Tokens:
        starts = arrays["name_tokens"][names].astype(np.int64)
        lengths = arrays["name_tokens"][names + 1].astype(np.int64) - starts
        firsts = np.cumsum(lengths) - lengths
        tokens = np.repeat(starts - firsts, lengths) + np.arange(int(lengths.sum()))
        columns = ("token_text", "token_key", "token_weight", "token_role")
        return cls(firsts, *(arrays[column][tokens] for column in columns))


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
        self._least = least / 100
        rows = _by_word(alternatives)
        tokens, weights = query.tokens, query.weights
        charged = [
            0.0 if place in idle or token.role is Role.INITIAL else weights[place]
            for place, token in enumerate(tokens)
        ]
        self._heaviest = max(charged)
        heavy = sorted(range(len(tokens)), key=lambda place: -charged[place])[:MOST_CHARGED]
        bits = {place: 1 << number for number, place in enumerate(heavy)}
        # The last row stands for a listed word that no word of the query may be.
        self._words = np.array([*(row.word for row in rows), NOBODY], np.int64)
        self._weights = np.array(weights)
        self._bits = np.array([bits.get(place, 0) for place in range(len(tokens))], np.uint16)
        self._similarity = np.array([*(row.similarity for row in rows), 0.0])
        self._weight = np.array([*(sum([weights[p] for p in row.places]) for row in rows), 0.0])
        self._covers = np.array([*(sum([bits.get(p, 0) for p in row.places]) for row in rows), 0], np.uint16)
        roles = [tokens[row.places[0]].role if len(row.places) == 1 else _SEVERAL for row in rows]
        self._role = np.array([*roles, _SEVERAL], np.uint8)
        slips = [charged[p] if len(tokens[p].text) in SLIPPING else 0.0 for p in heavy]
        self._slips = _sums_left(slips)
        self._missing = _sums_left(
            [0.0 if slip else charged[p] for p, slip in zip(heavy, slips, strict=True)]
        )
        self._initials = _first_letters(query, initials=True)
        self._begun = _first_letters(query, initials=False)

    def of(self, names: Array, arrays: dict[str, Array], several: Array) -> Array:
        """The bound on the score of each listed name.

        Args:
            names: numbers of listed names.
            arrays: the arrays of the index.
            several: for each name the place of a word of the query that may be several of its words, all that
                no other alternative reaches; -1 where there is none.
        """
        tokens = _Tokens.of(names, arrays)
        initials = arrays["name_initials"][names]
        pair, similarity, reached = self._pairs(tokens)
        if self._query.initials or initials.any():
            self._pair_initials(tokens, arrays["word_first"][tokens.texts], pair, similarity)
        paired = np.add.reduceat(pair, tokens.firsts)
        gained = np.add.reduceat(pair * similarity, tokens.firsts)
        common = np.add.reduceat(np.where(similarity > 0.0, self._in_common(pair), 0.0), tokens.firsts)
        extra = np.add.reduceat(np.where(similarity > 0.0, 0.0, tokens.weights), tokens.firsts)
        covered = np.bitwise_or.reduceat(reached, tokens.firsts)
        is_several = several >= 0
        if is_several.any():
            joined = np.where(is_several, (self._weights[several] + extra) * 0.5, 0.0)
            paired, gained = paired + joined, gained + joined
            common = common + np.where(is_several, self._in_common(joined), 0.0)
            extra[is_several] = 0.0
            covered |= np.where(is_several, self._bits[several], 0).astype(np.uint16)
        missing = np.maximum(self._missing[covered] - initials * self._heaviest, 0.0)
        slipped = self._slips[covered]
        per_extra = extra_cost(person=self._query.person) * (_BEYOND_CUT if self._query.cut else 1.0)
        doubtful = doubts(common, person=self._query.person)
        costs = doubtful * (extra * per_extra + missing * _MISSING)
        whole = paired + costs + np.minimum(doubtful * _MISSING, 1.0) * slipped
        bound: Array = 100.0 * (gained + slipped * _SLIP) / np.maximum(whole, 1e-9)
        return bound

    def _in_common(self, pair: Array) -> Array:
        """The most that words of some weight can say that two names have in common."""
        if self._query.person:
            return pair
        most: Array = np.where(pair >= 1.0, pair, np.maximum(pair * pair, COMMON_WORD + pair / 2))
        return most

    def _at(self, numbers: Array) -> Array:
        at = self._words[:-1].searchsorted(numbers)
        rows: Array = np.where(self._words[at] == numbers, at, len(self._words) - 1)
        return rows

    def _pairs(self, tokens: _Tokens) -> tuple[Array, Array, Array]:
        """For each listed word what it and its alternatives weigh together, how alike they are at best, and
        which of the query's words they are.
        """
        by_text, by_key = self._at(tokens.texts), self._at(tokens.keys)
        ours = np.maximum(self._weight[by_text], self._weight[by_key])
        similarity = np.maximum(self._similarity[by_text], self._similarity[by_key])
        pair = (ours + tokens.weights) * 0.5
        # A pair of two roles weighs what the lighter does, which helps where it is less alike than the rest.
        roles = self._role[np.where(self._similarity[by_text] == similarity, by_text, by_key)]
        lighter = (similarity < self._least) & (roles != tokens.roles) & (roles != _SEVERAL)
        pair = np.where(lighter, np.minimum(ours, tokens.weights), pair)
        pair[similarity == 0.0] = 0.0
        return pair, similarity, self._covers[by_text] | self._covers[by_key]

    def _pair_initials(self, tokens: _Tokens, first: Array, pair: Array, similarity: Array) -> None:
        """Pair initials of one side with words of the other that begin so, where nothing else does."""
        for may_be, other in (
            (np.isin(first, self._initials), tokens.weights),
            ((tokens.roles == Role.INITIAL) & np.isin(first, self._begun), self._heaviest),
        ):
            begun = may_be & (similarity == 0.0)
            np.copyto(pair, (tokens.weights + other) / 2, where=begun)
            similarity[begun] = _INITIAL


def _by_word(alternatives: Iterable[Alternative]) -> list[Alternative]:
    """One alternative for each listed word, in order: all places it may stand for, and its best likeness."""
    found: dict[int, Alternative] = {}
    for one in alternatives:
        other = found.get(one.word)
        if other:
            places = tuple({*one.places, *other.places})
            one = Alternative(one.word, places, max(one.similarity, other.similarity))  # noqa: PLW2901
        found[one.word] = one
    return sorted(found.values())


def _sums_left(weights: Sequence[float]) -> Array:
    """For each set of places, as bits, the sum of the weights of the others."""
    sums = np.zeros(1)
    for weight in weights:
        sums = np.concatenate([sums + weight, sums])
    return sums


def _first_letters(query: WeightedName, *, initials: bool) -> Array:
    """The first letters of a query's initials, or of all its other words."""
    letters = {ord(token.text[0]) for token in query.tokens if (token.role is Role.INITIAL) is initials}
    return np.array(sorted(letters), np.uint32)
