"""What kind of number an identifier is, from the words that lists print beside it."""

from __future__ import annotations

import re

from sanctionscreen.model import Scheme

# In order: the first pattern found in the printed type decides. Sources: the identifier types of
# OFAC's SDN.XML, the CSL's ids column, EU FSF identificationTypeCode, UN TYPE_OF_DOCUMENT and the
# UK list's free text.
SCHEMES: tuple[tuple[Scheme, str], ...] = (
    ("imo", r"\bimo\b|vessel registration identification"),
    ("mmsi", r"\bmmsi\b|maritime mobile service"),
    ("call_sign", r"call ?sign"),
    ("hull", r"hull identification"),
    ("aircraft", r"aircraft"),
    ("lei", r"legal entity (identifier|number)|\blei\b"),
    ("uscc", r"unified social credit"),
    ("ogrn", r"\bo?grn\b|\bpsrn\b|main state registration"),
    ("inn", r"\binn\b"),
    ("bic", r"swift|\bbic\b"),
    ("isin", r"\bisin\b"),
    ("crypto", r"digital currency"),
    ("passport", r"passport"),
    ("national_id", r"national id|identity card|national foreign id|cedula|\bcurp\b|\bid card\b|\bssn\b"
                    r"|social security|national identification|national insurance|id\.? number|birth cert"),
    ("website", r"website|\bweb\b"),
    ("email", r"e-?mail"),
    ("phone", r"phone|\bfax\b"),
    ("tax", r"\btax\b|\bvat\b|\bnit\b|\brfc\b|\bruc\b|\bfiscal|\btin\b|\br\.?t\.?n\b|dni|\bcuit\b"),
    ("registration", r"registration|company number|commercial reg|registry|trade lic|\blicen[cs]e\b"
                     r"|business number|enterprise number|regnumber|\bcr no"),
)  # fmt: skip
_COMPILED = tuple((scheme, re.compile(pattern, re.IGNORECASE)) for scheme, pattern in SCHEMES)


def scheme_of(printed_type: str) -> Scheme:
    """The scheme of an identifier type as printed; ``other`` where no word tells.

    >>> scheme_of("Unified Social Credit Code (USCC)"), scheme_of("D-U-N-S Number")
    ('uscc', 'other')
    """
    for scheme, pattern in _COMPILED:
        if pattern.search(printed_type):
            return scheme
    return "other"
