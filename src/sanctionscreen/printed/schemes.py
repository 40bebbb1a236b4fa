"""What kind of number an identifier is, from the words that lists print beside it."""

from __future__ import annotations

import re
from functools import lru_cache

from sanctionscreen.model import Scheme

from .check_digits import check_digits_hold

# In order: the first pattern found in the printed type decides. Sources: the identifier types of
# OFAC's SDN.XML, the CSL's ids column, EU FSF identificationTypeCode, UN TYPE_OF_DOCUMENT and the
# UK list's free text.
SCHEMES: tuple[tuple[Scheme, str], ...] = (
    ("imo", r"\bimo\b|\bomi\b|\b[iі]мо\b|vessel registration identification"),
    ("mmsi", r"\bmmsi\b|maritime mobile service"),
    ("call_sign", r"call ?sign"),
    ("hull", r"hull identification"),
    ("aircraft", r"aircraft"),
    ("lei", r"legal entity (identifier|number)|\blei\b"),
    ("uscc", r"uni(?:fi|t)ed social credit|\buscc\b"),
    ("ogrn", r"\bo?grn\b|\bpsrn\b|main state registration|\b(?:огрн|одрн)\b"
             r"|основний державний реєстраційний"),
    ("inn", r"\binn\b|\b[иі]нн\b"),
    ("bic", r"swift|\bbic\b"),
    ("isin", r"\bisin\b"),
    ("crypto", r"digital currency"),
    ("passport", r"passport|passeport|pasaporte|паспорт|\bпасп\b"),
    ("national_id", r"national id|identity card|national foreign id|cedula|\bcurp\b|\bid card\b|\bssn\b"
                     r"|social security|national identification|national insurance|(?<!bvd )(?<!tax )"
                     r"\bid\.? number|birth cert|identification card|\bdni\b|\bni number"
                     r"|carte (?:nationale )?d.identit|identité nationale|національний ідентифікаційний"),
    ("website", r"website|\bweb\b|веб-?сайт"),
    ("email", r"e-?mail|courriel|електронна (?:адреса|пошта)"),
    ("phone", r"phone|\bfax\b|телефон|\bтел\b"),
    ("tax", r"\btax(?:payer)?\b|\bvat\b|\bnit\b|\brfc\b|\bruc\b|\bfiscal|\btin\b|\br\.?t\.?n\b|\bcuit\b"
            r"|\bfein\b|\brif\b|\bcif\b|\bnuit\b|податков|платника\s*податк|\b(?:іпн|інпп|рнокпп|унп|nip)\b|\bдрфо\b"),
    ("registration", r"registration|company number|commercial reg|registry|trade lic|\blicen[cs]e\b"
                     r"|business number|enterprise number|regnumber|\bcr no|mercantil|chamber of comm"
                     r"|immatriculation|enregistrement|registre du commerce|\bsiren\b"
                     r"|incorporation|register number|company no\b"
                     r"|\b(?:єдрпоу|окпо|зкпо|єдрюо|regon|krs)\b|реєстр|юридичної особи"),
)  # fmt: skip
# The full stops of an abbreviation: C.U.R.P. is CURP.
_ABBREVIATION = re.compile(r"(?<=\b[A-Za-z])\.")
_COMPILED = tuple((scheme, re.compile(pattern, re.IGNORECASE)) for scheme, pattern in SCHEMES)


@lru_cache(maxsize=4096)
def scheme_of(printed_type: str) -> Scheme:
    """The scheme of an identifier type as printed; ``other`` where no word tells.

    >>> scheme_of("Unified Social Credit Code (USCC)"), scheme_of("D-U-N-S Number")
    ('uscc', 'other')
    """
    words = _ABBREVIATION.sub("", printed_type)
    for scheme, pattern in _COMPILED:
        if pattern.search(words):
            return scheme
    return "other"


def russian_scheme(number: str) -> Scheme | None:
    """``ogrn`` or ``inn`` where the check digits say so; other lists print such numbers without a name.

    Thirteen digits that begin with 1 or 5 can be the OGRN of an organization (order of the Russian Ministry
    of Finance No. 165n of 30 October 2017), ten its INN.

    >>> russian_scheme("1 027 739 001 993"), russian_scheme("7731084175"), russian_scheme("7731084176")
    ('ogrn', 'inn', None)
    """
    digits = re.sub(r"\s", "", number)
    if re.fullmatch(r"[15]\d{12}", digits) and check_digits_hold("ogrn", digits):
        return "ogrn"
    if re.fullmatch(r"\d{10}", digits) and check_digits_hold("inn", digits):
        return "inn"
    return None
