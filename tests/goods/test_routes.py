"""Embargoes and transshipment points by day, and parts of countries by what an address says."""

from __future__ import annotations

import tomllib
from datetime import date
from pathlib import Path

import pytest

from sanctionscreen.errors import UsageError
from sanctionscreen.goods import route_flags

TABLE = Path(__file__).parents[2] / "src" / "sanctionscreen" / "goods" / "routes.toml"


def kinds(place: str, day: date | None = None) -> list[tuple[str, str]]:
    return [(flag.kind, flag.regime) for flag in route_flags(destination=place, on=day)]


def test_the_eighteen_transshipment_points_are_flagged_from_the_day_of_the_alert() -> None:
    rows = tomllib.loads(TABLE.read_text("utf-8"))["row"]
    [alert] = [row for row in rows if row["kind"] == "transshipment"]
    assert len(set(alert["countries"])) == 18
    for country in alert["countries"]:
        assert ("transshipment", "us") in kinds(country, date(2022, 6, 28))
        assert kinds(country, date(2022, 6, 27)) == []


def test_an_origin_is_no_transshipment_point() -> None:
    assert route_flags(origin="CN", destination="DE") == ()
    assert [flag.place for flag in route_flags("CN", "DE", ["Türkiye", "AE"])] == ["via", "via"]


@pytest.mark.parametrize(
    ("place", "day", "expected"),
    [
        ("IR", date(2020, 1, 1), [("embargo", "us")]),
        ("Cuba", None, [("embargo", "us")]),
        ("SY", date(2025, 6, 30), [("embargo", "us")]),
        ("SY", date(2025, 7, 1), [("controls", "us")]),
        ("RU", date(2022, 2, 23), []),
        ("RU", date(2022, 2, 24), [("denial", "us")]),
        ("BY", date(2022, 3, 2), [("denial", "us")]),
        ("UA", date(2024, 1, 1), []),
        ("DE", None, []),
    ],
)
def test_days(place: str, day: date | None, expected: list[tuple[str, str]]) -> None:
    assert kinds(place, day) == expected


@pytest.mark.parametrize(
    "place",
    [
        "Yalta", "Krimea", "Sevastopol, Ukraine", "Simferopol, Russia", "ул. Ленина 1, Ялта",
        "Kirov St 3, 298600, RU", "98600, Ukraine", "Republic of Crimea",
    ],
)  # fmt: skip
def test_places_of_crimea(place: str) -> None:
    found = [flag for flag in route_flags(destination=place) if flag.region == "crimea"]
    assert {flag.regime for flag in found} == {"us", "eu"}
    assert "points there" in found[0].text


@pytest.mark.parametrize("place", ["Krymsk, Russia", "Cupertino 95014, US", "Kyiv, Ukraine", "Yalta, US"])
def test_places_that_are_not_in_crimea(place: str) -> None:
    assert not [flag for flag in route_flags(destination=place) if flag.region]


def test_a_place_that_has_namesakes_is_a_reason_to_look() -> None:
    flags = [flag for flag in route_flags(destination="Donetsk, Russia") if flag.region]
    assert flags
    assert not any(flag.certain for flag in flags)
    assert flags[0].text.endswith("check it")


def test_every_flag_names_its_source_and_version() -> None:
    for flag in route_flags("IR", "Yalta, UA", ["KZ", "SY"], on=date(2025, 1, 1)):
        assert flag.source
        assert flag.version.startswith("2026-11-23+")
        assert flag.since <= date(2025, 1, 1)


def test_unknown_countries_are_refused() -> None:
    with pytest.raises(UsageError, match="unknown country 'Atlantis'") as caught:
        route_flags(destination="Atlantis")
    assert caught.value.field == "destination"
    with pytest.raises(UsageError, match="Pass a list of places"):
        route_flags(via="AE")
