"""The normalization of a name: an ordered tuple of steps that anyone can print.

The order is policy. A step that moves changes scores, and belongs in the changelog under "Scores".
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

from sanctionscreen.model import EntityKind
from sanctionscreen.printed.scope import split_scope

from .punctuation import normalize_dotted, normalize_punctuation
from .roles import ORGANIZATION_STEPS, PERSON_STEPS, RoleStep, tokenize
from .tokens import AnalysedName
from .transliteration import normalize_han, normalize_script, normalize_script_words
from .unicode import normalize_confusables, normalize_digits, normalize_unicode

LONGEST = 1000
"""Characters of a name that are read. The longest names on the published lists have under 400."""


def normalize_scope(text: str) -> str:
    """A name without ``and its sub-units and successors`` and the like."""
    return split_scope(text)[0]


TEXT_STEPS: tuple[Callable[[str], str], ...] = (
    normalize_unicode,
    normalize_confusables,
    normalize_scope,
    normalize_dotted,
    normalize_script_words,
    normalize_han,
    normalize_script,
    normalize_punctuation,
    normalize_digits,
)


def role_steps(kind: EntityKind) -> tuple[RoleStep, ...]:
    """The role steps for a kind of party; a party of unknown kind is read as an organization."""
    return PERSON_STEPS if kind == "person" else ORGANIZATION_STEPS


def analyse(text: str, kind: EntityKind = "unknown") -> AnalysedName:
    """A name as tokens with roles.

    Args:
        text: the name as received or as printed; read up to ``LONGEST`` characters.
        kind: what bears the name; persons have other steps than organizations.

    Returns:
        The tokens in order; none where the text holds no letter and no digit.
    """
    words = _words(text[:LONGEST])
    tokens = tokenize(words)
    for step in role_steps(kind):
        tokens = step(tokens)
    return AnalysedName(text, tuple(tokens), words)


@lru_cache(maxsize=64)
def _words(text: str) -> tuple[str, ...]:
    """The words of a text after the steps that are the same for every kind of party."""
    for step in TEXT_STEPS:
        text = step(text)
    return tuple(text.split())


def trace(text: str, kind: EntityKind = "unknown") -> list[tuple[str, str]]:
    """What each step makes of a name: pairs of the step's name and its result, in order."""
    rows: list[tuple[str, str]] = []
    normal = text[:LONGEST]
    for step in TEXT_STEPS:
        normal = step(normal)
        rows.append((step.__name__, normal))
    tokens = tokenize(normal.split())
    for role_step in role_steps(kind):
        tokens = role_step(tokens)
        rows.append((role_step.__name__, " ".join(f"{t.key}:{t.role.label}" for t in tokens)))
    return rows
