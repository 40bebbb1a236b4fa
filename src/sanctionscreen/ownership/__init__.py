"""Who owns or controls a party, and does a regime's rule reach it?

>>> from datetime import date
>>> from sanctionscreen.model import ListedOwner, OwnershipStatement
>>> ownership = Ownership.of([OwnershipStatement(owner="X", owned="A", percent=51)])
>>> reach = Reach(ownership, {"X": ListedOwner(list="us_ofac_sdn", entity="1")})
>>> [(finding.regime, finding.outcome) for finding in reach.findings("A", date(2018, 11, 27))]
[('us_ofac', 'owned'), ('eu', 'not_owned')]
"""

from .graph import Ownership
from .lists import from_lists, list_id, listed_in
from .reach import Reach
from .regimes import REGIMES, Regime, Roots, Threshold, regimes_on
from .svg import render_svg
from .text import render_text

__all__ = [
    "REGIMES", "Ownership", "Reach", "Regime", "Roots", "Threshold", "from_lists", "list_id", "listed_in",
    "regimes_on", "render_svg", "render_text",
]  # fmt: skip
