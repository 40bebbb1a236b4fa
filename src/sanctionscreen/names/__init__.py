"""Names to tokens with roles and weights. Knows no list."""

from .abbreviations import stated_abbreviation
from .digests import digest
from .given_names import counterparts, full_names, may_be_same, may_be_translated
from .pipeline import LONGEST, TEXT_STEPS, analyse, role_steps, trace
from .rarity import Rarity, ordinary
from .remains import by_remains, letters_in_order, swapped, without_letters
from .roles import FOLDED
from .shapes import shape_of
from .tokens import AnalysedName, Role, Token
from .unicode import printable

__all__ = [
    "FOLDED",
    "LONGEST",
    "TEXT_STEPS",
    "AnalysedName",
    "Rarity",
    "Role",
    "Token",
    "analyse",
    "by_remains",
    "counterparts",
    "digest",
    "full_names",
    "letters_in_order",
    "may_be_same",
    "may_be_translated",
    "ordinary",
    "printable",
    "role_steps",
    "shape_of",
    "stated_abbreviation",
    "swapped",
    "trace",
    "without_letters",
]
