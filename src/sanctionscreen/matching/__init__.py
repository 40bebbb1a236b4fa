"""A pair of names to a score with evidence, by one policy."""

from .attributes import attribute_points, most_attribute_points
from .compare import compare
from .explain import explain
from .policy import ROLE_WEIGHT, SCORE, edit_budget, extra_cost
from .score import Points, Score, score_names, total
from .weighted import WeightedName, weigh

__all__ = [
    "ROLE_WEIGHT", "SCORE", "Points", "Score", "WeightedName", "attribute_points", "compare", "edit_budget",
    "explain", "extra_cost", "most_attribute_points", "score_names", "total", "weigh",
]  # fmt: skip
