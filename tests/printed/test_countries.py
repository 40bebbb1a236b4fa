"""Countries as printed."""

from __future__ import annotations

import tomllib
from importlib import resources

import pycountry
import pytest

from sanctionscreen.printed import country_code

OWN = tomllib.loads(resources.files("sanctionscreen.printed").joinpath("countries.toml").read_text("utf-8"))
BEYOND_ISO = {"XK"}


@pytest.mark.parametrize(
    ("printed", "code"),
    [
        ("HK", "HK"), ("hong kong", "HK"), ("Korea, North", "KP"), ("Congo (Democratic Republic)", "CD"),
        ("Russian Federation", "RU"), ("Burma", "MM"), ("Türkiye", "TR"), ("Atlantis", None), ("", None),
    ],
)  # fmt: skip
def test_a_printed_country(printed: str, code: str | None) -> None:
    assert country_code(printed) == code


@pytest.mark.parametrize(
    ("printed", "code"),
    [
        ("Syrie", "SY"), ("République arabe syrienne", "SY"), ("Fédération de Russie", "RU"),
        ("Russie", "RU"), ("ETATS-UNIS", "US"), ("République islamique d’Iran", "IR"), ("Mali", "ML"),
        ("République populaire démocratique de Corée", "KP"), ("Emirats arabes unis", "AE"), ("RDC", "CD"),
        ("République démocratique du Congo", "CD"), ("Congo", "CG"), ("Îles Marshall", "MH"), ("Niger", "NE"),
        ("Corée du Nord", "KP"), ("Vénézuela", "VE"), ("Côte d'Ivoire", "CI"), ("Soudan du Sud", "SS"),
        ("Biélorussie", "BY"), ("Atlantide", None), ("", None),
    ],
)  # fmt: skip
def test_a_country_printed_in_french(printed: str, code: str | None) -> None:
    assert country_code(printed, "fr") == code


def test_other_languages_are_read_only_where_a_list_is_printed_in_them() -> None:
    assert country_code("Allemagne") is None
    assert country_code("Deutschland", "de") == "DE"


def test_every_spelling_of_ours_leads_to_a_code_that_is_or_was_a_country() -> None:
    known = {country.alpha_2 for country in pycountry.countries}
    former = {country.alpha_4[:2] for country in pycountry.historic_countries}
    assert set(OWN["spellings"].values()) <= known | former | BEYOND_ISO
