"""Names ready to score: tokens with their weights."""

from __future__ import annotations

from typing import NamedTuple, Protocol

from sanctionscreen.names import AnalysedName, Token

from .policy import ROLE_WEIGHT

ROLE_VALUES = tuple(ROLE_WEIGHT[role].value for role in sorted(ROLE_WEIGHT))
"""The weight of each role, by its number."""


class WeightedName(NamedTuple):
    """The tokens of a name and, place by place, the weight of each; ``person`` tells whose steps."""

    tokens: tuple[Token, ...]
    weights: tuple[float, ...]
    person: bool


class Weights(Protocol):
    """Whatever knows how rare a word is: a ``Rarity``, or an index with the counts of its lists."""

    def weight(self, key: str, /) -> float:
        """The rarity of a word, 0.2 to 1."""


def weigh(name: AnalysedName, rarity: Weights, *, person: bool = False) -> WeightedName:
    """A name with the weight of each token: its rarity times the weight of its role."""
    weights = tuple(rarity.weight(token.key) * ROLE_VALUES[token.role] for token in name.tokens)
    return WeightedName(name.tokens, weights, person)
