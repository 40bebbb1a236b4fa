"""A pair of names to a score with evidence, by one policy."""

from .alike import SHORTEST_ANAGRAM, alike, alike_persons
from .attributes import attribute_points, lift_by_identifier, most_attribute_points
from .compare import compare
from .explain import explain
from .policy import ROLE_WEIGHT, SCORE, doubt, edit_budget, extra_cost, in_common
from .score import Points, Score, score_names
from .weighted import WeightedName, weigh, weighted

__all__ = [
    "ROLE_WEIGHT", "SCORE", "SHORTEST_ANAGRAM", "Points", "Score", "WeightedName", "alike", "alike_persons",
    "attribute_points", "compare", "doubt", "edit_budget", "explain", "extra_cost", "in_common",
    "lift_by_identifier", "most_attribute_points", "score_names", "weigh", "weighted",
]  # fmt: skip
