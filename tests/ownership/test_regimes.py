"""The table of rules: which holds on a day, how it stands, and whose listing counts."""

from __future__ import annotations

from datetime import date

import pytest

from sanctionscreen.model import ListedOwner
from sanctionscreen.ownership import REGIMES, regimes_on
from sanctionscreen.ownership.regimes import check_periods

from .made import find, holds, outcome


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (date(2008, 2, 13), {"eu": "verify"}),
        (date(2014, 8, 12), {"us_ofac": "verify", "eu": "verify"}),
        (date(2014, 8, 13), {"us_ofac": "in_force", "eu": "verify"}),
        (date(2020, 12, 31), {"us_ofac": "in_force", "eu": "verify", "gb": "in_force"}),
        (date(2024, 7, 3), {"us_ofac": "in_force", "eu": "in_force", "gb": "in_force"}),
        (date(2025, 9, 28), {"us_ofac": "in_force", "eu": "in_force", "gb": "in_force"}),
    ],
)
def test_which_rules_hold_on_a_day(day: date, expected: dict[str, str]) -> None:
    assert {regime.key: regime.status for regime in regimes_on(day)} == expected


@pytest.mark.parametrize(
    ("day", "status"),
    [
        (date(2025, 9, 29), "in_force"),
        (date(2025, 11, 9), "in_force"),
        (date(2025, 11, 10), "suspended"),
        (date(2026, 11, 9), "suspended"),
        (date(2026, 11, 10), "verify"),
        (date(2031, 1, 1), "verify"),
    ],
)
def test_the_affiliates_rule_came_was_suspended_and_must_be_looked_up(day: date, status: str) -> None:
    assert {regime.key: regime.status for regime in regimes_on(day)}["us_bis"] == status
    entity = {"X": ListedOwner(list="us_csl", entity="EL-1", component="EL")}
    finding = find([holds("X", "A", 50)], "A", "us_bis", listed=entity, on=day)
    assert (finding.outcome, finding.status) == ("owned", status)


def test_the_eu_changed_from_more_than_half_to_half() -> None:
    half = [holds("X", "A", 50)]
    assert outcome(half, "A", "eu", on=date(2024, 7, 2)) == "not_owned"
    assert outcome(half, "A", "eu", on=date(2024, 7, 3)) == "owned"


def test_ofac_did_not_add_up_owners_before_2014() -> None:
    quarters = [holds("X", "A", 25), holds("Y", "A", 25)]
    assert outcome(quarters, "A", on=date(2014, 8, 12)) == "not_owned"
    assert outcome(quarters, "A", on=date(2014, 8, 13)) == "owned"


@pytest.mark.parametrize(
    ("listed", "reached"),
    [
        ({"list": "us_ofac_sdn"}, {"us_ofac"}),
        ({"list": "us_ofac_sdn", "programmes": ("RUSSIA-EO14024",)}, {"us_ofac", "us_bis"}),
        ({"list": "us_csl", "component": "SDN", "programmes": ("CUBA",)}, {"us_ofac"}),
        ({"list": "us_csl", "component": "MEU"}, {"us_bis"}),
        ({"list": "us_csl", "component": "UVL"}, set()),
        ({"list": "us_csl"}, {"us_ofac", "us_bis"}),
        ({"list": "us_ofac_cons", "component": "CMIC"}, set()),
        ({"list": "gb_ofsi"}, {"gb"}),
        ({"list": "eu_fsf"}, {"eu"}),
    ],
)
def test_whose_listing_counts(listed: dict[str, object], reached: set[str]) -> None:
    owner = {"X": ListedOwner.model_validate({"entity": "1", **listed})}
    owned = {
        regime
        for regime in ("us_ofac", "eu", "gb", "us_bis")
        if outcome([holds("X", "A", 60)], "A", regime, listed=owner) == "owned"
    }
    assert owned == reached


def test_every_rule_has_a_source_and_no_two_of_one_regime_meet() -> None:
    assert all(regime.source for regime in REGIMES)
    check_periods(REGIMES)
