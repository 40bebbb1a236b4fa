"""The one scorer: two names to points, with the evidence that adds up to them.

What the paired words have in common is shared out over a hundred points by weight. What is left over
on either side, and what contradicts, takes points away. The sum is the score.
"""

from __future__ import annotations

import itertools
from typing import NamedTuple

from sanctionscreen.model import Evidence
from sanctionscreen.names import Role

from .align import Alignment, Pair, align, is_cut
from .policy import LONGEST_WORD, SCORE, doubt, extra_cost, in_common
from .weighted import WeightedName

_REASONS = {
    "word": "the same word",
    "concept": "another word for the same",
    "romanization": "the same word, romanized otherwise",
    "spelling": "nearly the same spelling",
    "slip": "one letter of a short word",
    "shape": "letters that look alike",
    "beginning": "the beginning of the word",
    "joined": "the same letters, spaced otherwise",
    "short_name": "two forms of one given name",
    "translated_name": "one given name in two languages",
    "initial": "an initial and a word that begins with it",
    "acronym": "an acronym and the words it stands for",
    "cut": "the beginning of the word, where the field ends",
    "missing": "in the query only",
    "extra": "in the listed name only",
    "bounds": "a score is between 0 and 100",
}
_MISSING = SCORE["missing"].value
_BEYOND_CUT = SCORE["beyond_cut"].value


class Points(NamedTuple):
    """One contribution before rounding; ``query`` and ``listed`` are the words concerned."""

    feature: str
    points: float
    query: str = ""
    listed: str = ""

    def evidence(self) -> Evidence:
        """The contribution as a reader gets it."""
        reason = _REASONS.get(self.feature) or SCORE[self.feature].reason
        return Evidence(
            feature=self.feature, points=self.points, query=self.query, listed=self.listed, reason=reason
        )


class Contribution(NamedTuple):
    """What pairs, left-over words or a contradiction give or take, with the places concerned."""

    feature: str
    points: float
    query: tuple[int, ...] = ()
    listed: tuple[int, ...] = ()


class Score:
    """A score of 0 to 100, and the contributions that add up to it, both to two decimals.

    ``exact`` is what names make, and attributes besides, before 0 and 100 bound it. The contributions are
    put into words when they are asked for: most scores are too low to be shown.
    """

    __slots__ = ("_listed", "_more", "_query", "_rows", "exact", "value")

    def __init__(
        self,
        rows: tuple[Contribution, ...] = (),
        query: WeightedName | None = None,
        listed: WeightedName | None = None,
        more: tuple[Points, ...] = (),
    ) -> None:
        self._rows = rows
        self._query = query
        self._listed = listed
        self._more = more
        self.exact = max(0.0, sum([row.points for row in rows])) + sum([row.points for row in more])
        self.value = round(min(100.0, max(0.0, self.exact)), 2)

    def with_points(self, *more: Points) -> Score:
        """The score with further contributions, kept within 0 and 100."""
        return Score(self._rows, self._query, self._listed, (*self._more, *more)) if more else self

    @property
    def points(self) -> tuple[Points, ...]:
        """The contributions, each to two decimals.

        What 0 and 100 cut off is one of them, and the hundredths that rounding loses go to the largest.
        """
        worded = [
            Points(row.feature, row.points, _words(self._query, row.query), _words(self._listed, row.listed))
            for row in self._rows
        ]
        return _adding_up((*worded, *self._more), self.value)


NO_SCORE = Score()
CONTRADICTIONS = (
    ("other_number", Role.NUMBER),
    ("other_place", Role.PLACE),
    ("other_father", Role.PATRONYMIC),
)
"""What names contradict each other in where both have a word of a role that the other has not."""


def score_names(query: WeightedName, listed: WeightedName) -> Score:
    """How well a query's name fits a listed name.

    Two names with the same words in the same order score 100.
    """
    alignment = align(query, listed)
    if not alignment.pairs:
        return NO_SCORE
    rows = _agreements(query, listed, alignment)
    rows += _contradictions(query, listed, alignment)
    return Score(tuple(rows), query, listed)


def _adding_up(points: tuple[Points, ...], value: float) -> tuple[Points, ...]:
    if not points:
        return ()
    exact = round(sum(row.points for row in points), 2)
    rounded = [row._replace(points=round(row.points, 2)) for row in points]
    lost = exact - sum(row.points for row in rounded)
    largest = max(range(len(rounded)), key=lambda place: abs(rounded[place].points))
    rounded[largest] = rounded[largest]._replace(points=round(rounded[largest].points + lost, 2))
    if value != exact:
        rounded.append(Points("bounds", round(value - exact, 2)))
    return tuple(row for row in rounded if row.points)


def _agreements(query: WeightedName, listed: WeightedName, alignment: Alignment) -> list[Contribution]:
    """What is paired, shared out over a hundred points by weight, and what the left-over words take."""
    paired = sum([pair.weight for pair in alignment.pairs])
    if not paired:
        return []
    rows = []
    gained = 0.0
    for pair in alignment.pairs:
        worth = 100.0 * pair.weight * pair.similarity / paired
        gained += worth
        rows.append(Contribution(pair.feature, worth, pair.query, pair.listed))
    if alignment.missing or alignment.extra:
        costs = _costs(query, listed, alignment)
        doubtful = doubt(_common(query, alignment.pairs), person=listed.person)
        whole = paired + doubtful * sum([cost for _, cost, _ in costs])
        for feature, cost, place in costs:
            ours, theirs = ((place,), ()) if feature == "missing" else ((), (place,))
            rows.append(Contribution(feature, -gained * doubtful * cost / whole, ours, theirs))
    return rows


def _common(query: WeightedName, pairs: list[Pair]) -> float:
    common = 0.0
    for pair in pairs:
        weight = pair.weight * pair.similarity
        if query.person:
            common += weight
        else:
            token = query.tokens[pair.query[0]]
            role = Role.DISTINCTIVE if len(pair.query) > 1 else token.role
            common += in_common(role, weight, len(token.text) if len(pair.query) == 1 else LONGEST_WORD)
    return common


def _costs(query: WeightedName, listed: WeightedName, alignment: Alignment) -> list[tuple[str, float, int]]:
    """What each left-over word costs, before doubt."""
    costs = [("missing", query.weights[place] * _MISSING, place) for place in alignment.missing]
    per_extra = extra_cost(person=listed.person)
    cut = alignment.extra and is_cut(query, listed)
    last = max([pair.listed[-1] for pair in alignment.pairs]) if cut else len(listed.tokens)
    for place in alignment.extra:
        cost = listed.weights[place] * per_extra
        costs.append(("extra", cost * _BEYOND_CUT if place > last else cost, place))
    return costs


def _contradictions(query: WeightedName, listed: WeightedName, alignment: Alignment) -> list[Contribution]:
    rows = []
    if alignment.missing and alignment.extra:
        for feature, role in CONTRADICTIONS:
            ours = tuple([p for p in alignment.missing if query.tokens[p].role is role])
            theirs = tuple([p for p in alignment.extra if listed.tokens[p].role is role])
            if ours and theirs:
                rows.append(Contribution(feature, SCORE[feature].value, ours, theirs))
        ours_rare, theirs_rare = _rarest(query, alignment.missing), _rarest(listed, alignment.extra)
        if ours_rare and theirs_rare:
            worth = SCORE["other_word"].value * min(ours_rare[0], theirs_rare[0])
            rows.append(Contribution("other_word", worth, (ours_rare[1],), (theirs_rare[1],)))
    if not listed.person and _reordered(alignment.pairs):
        rows.append(Contribution("word_order", SCORE["word_order"].value))
    return rows


def _rarest(name: WeightedName, places: list[int]) -> tuple[float, int] | None:
    rare = [(name.weights[p], p) for p in places if name.tokens[p].role is Role.DISTINCTIVE]
    return max(rare, default=None)


def _reordered(pairs: list[Pair]) -> bool:
    if len(pairs) == 1:
        return len(pairs[0].query) > 1 and pairs[0].feature == "word"
    order = [pair.listed for pair in sorted(pairs)]
    return any(later < earlier for earlier, later in itertools.pairwise(order))


def _words(name: WeightedName | None, places: tuple[int, ...]) -> str:
    return " ".join(name.tokens[place].text for place in places) if name else ""
