"""What normalization makes of a name, for a person who wants to see why."""

from __future__ import annotations

from .frozen import Frozen
from .vocabulary import Kind


class NameStep(Frozen):
    """A step of normalization and what the name looks like after it."""

    step: str
    result: str


class NameWord(Frozen):
    """A word of a name as it is scored.

    Args:
        text: as romanized, lower case.
        key: what it is compared by: itself, its concept or its number.
        role: its part in the name.
        rarity: how much it tells by how many parties bear it, 0.2 to 1.
        weight: the rarity times the weight of the role.
        share: the part of the whole name's weight that it has, 0 to 1.
    """

    text: str
    key: str
    role: str
    rarity: float
    weight: float
    share: float


class Explanation(Frozen):
    """A name step by step, and the words that are scored in the end."""

    name: str
    kind: Kind
    steps: tuple[NameStep, ...]
    words: tuple[NameWord, ...]
