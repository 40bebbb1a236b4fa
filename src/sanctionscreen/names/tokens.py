"""The words of a name and the part each plays."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum


class Role(IntEnum):
    """What a word does in a name; the policy of weights reads it."""

    DISTINCTIVE = 0
    BUSINESS = 1
    FORM = 2
    PLACE = 3
    NUMBER = 4
    INITIAL = 5
    PARTICLE = 6

    @property
    def label(self) -> str:
        """The role in words."""
        return self.name.lower().replace("_", " ")


@dataclass(frozen=True, slots=True)
class Token:
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


@dataclass(frozen=True, slots=True)
class AnalysedName:
    """A name after all steps: the text as given, and its tokens in order."""

    text: str
    tokens: tuple[Token, ...]

    @property
    def normal_form(self) -> str:
        """The token texts joined: equal for two spellings of one name."""
        return " ".join(token.text for token in self.tokens)
