"""The words of a name and the part each plays."""

from __future__ import annotations

from enum import IntEnum
from typing import NamedTuple


class Role(IntEnum):
    """What a word does in a name; the policy of weights reads it."""

    DISTINCTIVE = 0
    BUSINESS = 1
    FORM = 2
    PLACE = 3
    NUMBER = 4
    INITIAL = 5
    PARTICLE = 6
    PATRONYMIC = 7

    @property
    def label(self) -> str:
        """The role in words."""
        return self.name.lower().replace("_", " ")


class Token(NamedTuple):
    """One word of a name, or a phrase that acts as one.

    Args:
        text: as romanized, lower case; the words of a phrase run together.
        key: what it is compared by: itself, or its concept (``tech`` and ``technologies`` are
            ``technology``, ``13th`` is ``13``).
        role: its part in the name.
    """

    text: str
    key: str
    role: Role = Role.DISTINCTIVE


class AnalysedName(NamedTuple):
    """A name after all steps: the text as given, its tokens in order, and its words before they had roles."""

    text: str
    tokens: tuple[Token, ...]
    words: tuple[str, ...] = ()

    @property
    def bag(self) -> str:
        """The words in alphabetical order: equal for two orders of the same words."""
        return " ".join(sorted(self.words))
