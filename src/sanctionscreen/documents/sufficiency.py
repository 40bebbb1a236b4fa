"""Whether what a cut or a split left of a name still tells parties apart."""

from __future__ import annotations

from sanctionscreen.names import Role, analyse, ordinary

COMMON = 0.8
"""Rarity below which over half a dozen of 19,338 ordinary companies bear a word, such as ``south``."""
SHORTEST_START = 5
"""Letters of a cut word that tell as much as the word."""


def tells_enough(name: str, *, cut: bool) -> bool:
    """Whether a name holds a rare word, its last one aside where the cut left only a few letters of it.

    >>> tells_enough("JOINT STOCK COMPANY SOUTH EASTERN R", cut=True), tells_enough("SELENGA", cut=False)
    (False, True)
    """
    tokens = list(analyse(name).tokens)
    if cut and tokens and tokens[-1].role is Role.DISTINCTIVE and len(tokens[-1].text) < SHORTEST_START:
        tokens.pop()
    return any(
        token.role in (Role.DISTINCTIVE, Role.PATRONYMIC) and ordinary().weight(token.key) >= COMMON
        for token in tokens
    )
