"""Names ready to score: tokens with their weights."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple, Protocol

from sanctionscreen.names import AnalysedName, Role, Token, digest

from .policy import CUTS, ROLE_WEIGHT

ROLE_VALUES = tuple(ROLE_WEIGHT[role].value for role in sorted(ROLE_WEIGHT))
"""The weight of each role, by its number."""


class WeightedName(NamedTuple):
    """A name as the scorer reads it.

    Args:
        tokens: its words, in order.
        weights: what each word weighs, place by place.
        person: whether it was read as a person's.
        keys: the key of each word.
        letters: all its letters, run together.
        core: those of its words that are no legal forms.
        bag: a hash that is equal for two orders of the same words, whatever their roles.
        cut: whether it has just so many characters as a field that cuts names holds.
    """

    tokens: tuple[Token, ...]
    weights: tuple[float, ...]
    person: bool
    keys: tuple[str, ...]
    letters: str
    core: str
    bag: int
    cut: bool = False


class Weights(Protocol):
    """Whatever knows how rare a word is: a ``Rarity``, or an index with the counts of its lists."""

    def weight(self, key: str, /) -> float:
        """The rarity of a word, 0.2 to 1."""


def weigh(name: AnalysedName, rarity: Weights, *, person: bool = False) -> WeightedName:
    """A name with the weight of each token: its rarity times the weight of its role."""
    weights = tuple(rarity.weight(token.key) * ROLE_VALUES[token.role] for token in name.tokens)
    return weighted(name.tokens, weights, digest(name.bag), person=person, cut=len(name.text) in CUTS)


def weighted(
    tokens: tuple[Token, ...], weights: tuple[float, ...], bag: int, *, person: bool, cut: bool = False
) -> WeightedName:
    """Tokens and their weights as a name to score."""
    return WeightedName(
        tokens,
        weights,
        person,
        tuple([token.key for token in tokens]),
        letters_of(tokens),
        core_of(tokens),
        bag,
        cut,
    )


def letters_of(tokens: Sequence[Token]) -> str:
    """The letters of all words, run together."""
    return "".join([token.text for token in tokens])


def core_of(tokens: Sequence[Token]) -> str:
    """The letters of all words that are no legal forms."""
    return "".join([token.text for token in tokens if token.role is not Role.FORM])
