"""Country names as lists print them, to ISO 3166 alpha-2 codes (pycountry, Debian's iso-codes)."""

from __future__ import annotations

import gettext
import re
import tomllib
import unicodedata
from functools import cache
from importlib import resources

_NOW = re.compile(r"\b(?:now|currently)\s+([^()]+)", re.IGNORECASE)


@cache
def _own_spellings() -> dict[str, str]:
    text = resources.files(__package__).joinpath("countries.toml").read_text("utf-8")
    spellings: dict[str, str] = tomllib.loads(text)["spellings"]
    # Their codes too: some of them ISO has given up, and a party may be asked by the code that it was given.
    return {_fold(code): code for code in spellings.values()} | {
        _fold(name): code for name, code in spellings.items()
    }


@cache
def _names_in(language: str) -> dict[str, str]:
    """ISO's names of countries in a language, also with what stands behind their comma put first."""
    import pycountry  # noqa: PLC0415

    catalogue = gettext.translation("iso3166-1", pycountry.LOCALES_DIR, [language], fallback=True)
    names: dict[str, str] = {}
    for country in pycountry.countries:
        for field in ("name", "common_name", "official_name"):
            if english := getattr(country, field, ""):
                name = catalogue.gettext(english)
                head, _, tail = name.partition(", ")
                inverted = f"{tail}{head}" if tail.endswith(("'", "’")) else f"{tail} {head}"
                names |= {_plain(printed): country.alpha_2 for printed in (name, inverted)}
    return names


@cache
def country_code(text: str, language: str = "") -> str | None:
    """The ISO 3166 alpha-2 code of a country as printed, or None where it is not known.

    The lists' own spellings (``countries.toml``) come first, then ISO's names, codes and former
    names; of "Former USSR, now Ukraine" the present one. Then the names of ISO's countries in another
    ``language`` (ISO 639-1), with or without its accents.

    >>> country_code("Congo (Democratic Republic)"), country_code("CN"), country_code("Burma")
    ('CD', 'CN', 'MM')
    >>> country_code("Netherlands Antilles"), country_code("AN")
    ('AN', 'AN')
    >>> country_code("République arabe Syrienne", "fr"), country_code("Etats-Unis", "fr")
    ('SY', 'US')
    """
    import pycountry  # noqa: PLC0415  (loading ISO's tables takes longer than screening a name)

    if own := _own_spellings().get(_fold(text)):
        return own
    try:
        country = pycountry.countries.lookup(" ".join(text.split()))
    except LookupError:
        if language and (code := _names_in(language).get(_plain(text))):
            return code
        renamed = _NOW.search(text)
        return country_code(renamed[1].strip()) if renamed else None
    return str(country.alpha_2)


def _fold(text: str) -> str:
    return " ".join(text.casefold().replace(",", " ").replace(".", " ").replace("’", "'").split())


def _plain(text: str) -> str:
    """A folded text without accents and hyphens."""
    decomposed = unicodedata.normalize("NFKD", _fold(text).replace("-", " "))
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter))
