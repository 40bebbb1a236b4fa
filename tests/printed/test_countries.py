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


def test_every_spelling_of_ours_leads_to_a_code_that_is_or_was_a_country() -> None:
    known = {country.alpha_2 for country in pycountry.countries}
    former = {country.alpha_4[:2] for country in pycountry.historic_countries}
    assert set(OWN["spellings"].values()) <= known | former | BEYOND_ISO
