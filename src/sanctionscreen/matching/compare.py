"""Two names against each other, with no list."""

from __future__ import annotations

from sanctionscreen.model import Comparison, Kind
from sanctionscreen.model.vocabulary import kind_of
from sanctionscreen.names import analyse, ordinary

from .score import score_names
from .weighted import WeightedName, weigh


def compare(a: str, b: str, kind: str = "unknown") -> Comparison:
    """How well name ``a``, as asked, fits name ``b``, as listed.

    Words weigh by their rarity among ordinary company names, as no list is at hand.

    Args:
        a: the name asked.
        b: the name it is held against.
        kind: what both are: ``person``, ``organization``, ``vessel``, ``aircraft`` or ``unknown``.

    Returns:
        The score, 0 to 100, and the evidence that adds up to it.

    Raises:
        UsageError: the kind is not one of these.
    """
    known = kind_of(kind)
    score = score_names(_weighted(a, known), _weighted(b, known))
    return Comparison(score=score.value, a=a, b=b, evidence=tuple(row.evidence() for row in score.points))


def _weighted(name: str, kind: Kind) -> WeightedName:
    return weigh(analyse(name, kind), ordinary(), person=kind == "person")
