"""Names as a careful user of a string library would prepare them."""

from __future__ import annotations

import unicodedata

from rapidfuzz import utils


def fold(text: str) -> str:
    """Lower case, no accents, a space for every mark."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    return " ".join(utils.default_process(plain).split())
