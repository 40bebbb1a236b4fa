"""A pair of names to a score with evidence, by one policy."""

from .alike import SHORTEST_ANAGRAM, alike, alike_persons
from .attributes import attribute_points, is_at, most_attribute_points
from .compare import compare
from .explain import explain
from .policy import ROLE_WEIGHT, SCORE, doubt, edit_budget, extra_cost
from .score import Points, Score, score_names
from .telling import distinctiveness, says_little
from .weighted import WeightedName, weigh, weighted

__all__ = [
    "ROLE_WEIGHT", "SCORE", "SHORTEST_ANAGRAM", "Points", "Score", "WeightedName", "alike", "alike_persons",
    "attribute_points", "compare", "distinctiveness", "doubt", "edit_budget", "explain", "extra_cost",
    "is_at", "most_attribute_points", "says_little", "score_names", "weigh", "weighted",
]  # fmt: skip
