"""Country names as lists print them, to ISO 3166 alpha-2 codes (pycountry, Debian's iso-codes)."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib import resources

_NOW = re.compile(r"\b(?:now|currently)\s+([^()]+)", re.IGNORECASE)


@cache
def _own_spellings() -> dict[str, str]:
    text = resources.files(__package__).joinpath("countries.toml").read_text("utf-8")
    return {_fold(name): code for name, code in tomllib.loads(text)["spellings"].items()}


@cache
def country_code(text: str) -> str | None:
    """The ISO 3166 alpha-2 code of a country as printed, or None where it is not known.

    The lists' own spellings (``countries.toml``) come first, then ISO's names, codes and former
    names; of "Former USSR, now Ukraine" the present one.

    >>> country_code("Congo (Democratic Republic)"), country_code("CN"), country_code("Burma")
    ('CD', 'CN', 'MM')
    """
    import pycountry  # noqa: PLC0415  (loading ISO's tables takes longer than screening a name)

    if own := _own_spellings().get(_fold(text)):
        return own
    try:
        country = pycountry.countries.lookup(" ".join(text.split()))
    except LookupError:
        renamed = _NOW.search(text)
        return country_code(renamed[1].strip()) if renamed else None
    return str(country.alpha_2)


def _fold(text: str) -> str:
    return " ".join(text.casefold().replace(",", " ").replace(".", " ").replace("’", "'").split())
