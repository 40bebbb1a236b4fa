"""Names to tokens with roles and weights. Knows no list."""

from .pipeline import LONGEST, TEXT_STEPS, analyse, role_steps, trace
from .rarity import Rarity, ordinary
from .tokens import AnalysedName, Role, Token

__all__ = [
    "LONGEST",
    "TEXT_STEPS",
    "AnalysedName",
    "Rarity",
    "Role",
    "Token",
    "analyse",
    "ordinary",
    "role_steps",
    "trace",
]
