"""Names to tokens with roles and weights. Knows no list."""

from .digests import digest
from .pipeline import LONGEST, TEXT_STEPS, analyse, role_steps, trace
from .rarity import Rarity, ordinary
from .shapes import shape_of
from .tokens import AnalysedName, Role, Token

__all__ = [
    "LONGEST",
    "TEXT_STEPS",
    "AnalysedName",
    "Rarity",
    "Role",
    "Token",
    "analyse",
    "digest",
    "ordinary",
    "role_steps",
    "shape_of",
    "trace",
]
