"""The one scorer: two names to points, with the evidence that adds up to them.

What the paired words have in common is shared out over a hundred points by weight. What is left over
on either side, and what contradicts, takes points away. The sum is the score.
"""

from __future__ import annotations

import itertools
from typing import NamedTuple

from sanctionscreen.model import Evidence
from sanctionscreen.names import Role, Token

from .align import Alignment, Pair, align
from .policy import SCORE, extra_cost
from .weighted import WeightedName

_REASONS = {
    "word": "the same word",
    "concept": "another word for the same",
    "romanization": "the same word, romanized otherwise",
    "spelling": "nearly the same spelling",
    "joined": "the same letters, spaced otherwise",
    "initial": "an initial and a word that begins with it",
    "missing": "in the query only",
    "extra": "in the listed name only",
    "bounds": "a score is between 0 and 100",
}


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


class Score(NamedTuple):
    """A score of 0 to 100 and the contributions that add up to it, both to two decimals."""

    value: float
    points: tuple[Points, ...]

    def with_points(self, *more: Points) -> Score:
        """The score with further contributions, kept within 0 and 100."""
        return total((*self.points, *more))


def score_names(query: WeightedName, listed: WeightedName) -> Score:
    """How well a query's name fits a listed name.

    Two names with the same words in the same order score 100.
    """
    alignment = align(query, listed)
    paired = sum(_weight(query, pair.query) + _weight(listed, pair.listed) for pair in alignment.pairs) / 2
    if paired == 0.0:
        return Score(0.0, ())
    return total((*_agreements(query, listed, alignment, paired), *_contradictions(query, listed, alignment)))


def total(points: tuple[Points, ...]) -> Score:
    """Contributions to two decimals that add up, with what 0 and 100 cut off as one of them.

    The hundredths that rounding loses go to the largest contribution.
    """
    if not points:
        return Score(0.0, ())
    exact = round(sum(row.points for row in points), 2)
    rounded = [row._replace(points=round(row.points, 2)) for row in points]
    lost = exact - sum(row.points for row in rounded)
    largest = max(range(len(rounded)), key=lambda place: abs(rounded[place].points))
    rounded[largest] = rounded[largest]._replace(points=round(rounded[largest].points + lost, 2))
    capped = min(100.0, max(0.0, exact))
    if capped != exact:
        rounded.append(Points("bounds", round(capped - exact, 2)))
    return Score(capped, tuple(row for row in rounded if row.points))


def _agreements(
    query: WeightedName, listed: WeightedName, alignment: Alignment, paired: float
) -> list[Points]:
    points = []
    gained = 0.0
    for pair in sorted(alignment.pairs):
        share = (_weight(query, pair.query) + _weight(listed, pair.listed)) / 2 / paired
        worth = 100.0 * share * pair.similarity
        gained += worth
        points.append(Points(pair.feature, worth, _words(query, pair.query), _words(listed, pair.listed)))
    per_extra = extra_cost(person=listed.person)
    costs = [("missing", query, p, query.weights[p] * SCORE["missing"].value) for p in alignment.missing]
    costs += [("extra", listed, p, listed.weights[p] * per_extra) for p in alignment.extra]
    whole = paired + sum(cost for *_, cost in costs)
    for feature, name, place, cost in costs:
        word = name.tokens[place].text
        sides = {"query": word} if feature == "missing" else {"listed": word}
        points.append(Points(feature, -gained * cost / whole, **sides))
    return points


def _contradictions(query: WeightedName, listed: WeightedName, alignment: Alignment) -> list[Points]:
    points = []
    for feature, role in (("other_number", Role.NUMBER), ("other_place", Role.PLACE)):
        ours = [query.tokens[p].text for p in alignment.missing if query.tokens[p].role is role]
        theirs = [listed.tokens[p].text for p in alignment.extra if listed.tokens[p].role is role]
        if ours and theirs:
            points.append(Points(feature, SCORE[feature].value, " ".join(ours), " ".join(theirs)))
    ours_rare = _rarest(query, alignment.missing)
    theirs_rare = _rarest(listed, alignment.extra)
    if ours_rare and theirs_rare:
        worth = SCORE["other_word"].value * min(ours_rare[0], theirs_rare[0])
        points.append(Points("other_word", worth, ours_rare[1].text, theirs_rare[1].text))
    if not listed.person and _reordered(alignment.pairs):
        points.append(Points("word_order", SCORE["word_order"].value))
    return points


def _rarest(name: WeightedName, places: list[int]) -> tuple[float, Token] | None:
    rare = [(name.weights[p], name.tokens[p]) for p in places if name.tokens[p].role is Role.DISTINCTIVE]
    return max(rare, key=lambda row: row[0], default=None)


def _reordered(pairs: list[Pair]) -> bool:
    order = [pair.listed for pair in sorted(pairs)]
    return any(later < earlier for earlier, later in itertools.pairwise(order))


def _weight(name: WeightedName, places: tuple[int, ...]) -> float:
    return sum(name.weights[place] for place in places)


def _words(name: WeightedName, places: tuple[int, ...]) -> str:
    return " ".join(name.tokens[place].text for place in places)
