"""How much a listed name tells by itself."""

from __future__ import annotations

from sanctionscreen.names import Role

from .policy import in_common
from .weighted import WeightedName

SHORT = 3
"""Letters of an acronym that hundreds of firms bear: there are 17,576 of three letters."""
COMMON = 0.7
"""Rarity below which a word is borne by dozens of ordinary companies."""
_SAYING_NOTHING = frozenset((Role.FORM, Role.PARTICLE))


def distinctiveness(name: WeightedName) -> float:
    """How distinctive a name is, 0 to 1: what it would have in common with itself.

    One rare word of six letters makes 1; a common or short word little.
    """
    shared = (
        in_common(token.role, weight, len(token.text))
        for token, weight in zip(name.tokens, name.weights, strict=True)
    )
    return round(min(1.0, sum(shared)), 2)


def says_little(name: WeightedName) -> bool:
    """Whether a name is one short or common word without a legal form: ``PTI``, ``Polytech``.

    Lists have such names among the aliases without calling them weak, and thousands of ordinary firms bear
    them (OFAC FAQ 122 describes weak aliases as broad or generic).
    """
    if name.person or any(token.role is Role.FORM for token in name.tokens):
        return False
    telling = [
        (token, weight)
        for token, weight in zip(name.tokens, name.weights, strict=True)
        if token.role not in _SAYING_NOTHING
    ]
    if len(telling) != 1:
        return False
    token, weight = telling[0]
    if token.role is Role.BUSINESS:
        return True
    return token.role is Role.DISTINCTIVE and (len(token.text) <= SHORT or weight < COMMON)
