"""Address units: is an address at a listed unit nearer to one than an address elsewhere in the building?

``bench/addresses.py`` measures addresses at length; this is its first figure.
"""

from __future__ import annotations

from collections.abc import Iterator

from addresses.labelled import figures, labelled

from .compared import Scale
from .table import NONE, Row


def rows(scale: Scale) -> Iterator[Row]:
    """The areas under the curve, beside rapidfuzz's token_set_ratio; every address is asked at any scale."""
    for title, own, token_set in figures():
        if title.startswith("AUC"):
            cases = len(labelled())
            peer = token_set if scale.peers else NONE
            yield Row("address units", title, cases, own, cases, own, (NONE, peer, NONE))
