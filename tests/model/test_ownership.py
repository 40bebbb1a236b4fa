"""Statements of ownership: what can be stated, and what each says at least and at most."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from pydantic import ValidationError

import sanctionscreen as ss
from sanctionscreen.model import ListedOwner, Listing, OwnershipParty, OwnershipStatement
from sanctionscreen.model.ownership import PARTS
from sanctionscreen.printed import partial_date


def statement(**fields: Any) -> OwnershipStatement:
    return OwnershipStatement.model_validate({"owner": "X", "owned": "A", **fields})


@pytest.mark.parametrize(
    ("fields", "least", "most"),
    [
        ({"percent": 33.3}, 33.3, 33.3),
        ({}, 0, 100),
        ({"pct_min": 25}, 25, 100),
        ({"pct_max": 25}, 0, 25),
        ({"pct_min": 25, "pct_max": 50, "above_min": True}, 25 + 1 / PARTS, 50),
        ({"pct_max": 50, "below_max": True}, 0, 50 - 1 / PARTS),
    ],
)
def test_the_bounds_of_a_statement(fields: dict[str, Any], least: float, most: float) -> None:
    assert statement(**fields).bounds == (round(least * PARTS), round(most * PARTS))


@pytest.mark.parametrize(
    ("fields", "field"),
    [
        ({"percent": 100.1}, "percent"),
        ({"percent": -1}, "percent"),
        ({"percent": 10, "pct_max": 20}, "pct_max"),
        ({"percent": 10, "above_min": True}, "above_min"),
        ({"pct_min": 30, "pct_max": 20}, "pct_max"),
        ({"pct_min": 30, "pct_max": 30, "below_max": True}, "below_max"),
        ({"owned": "X"}, "owned"),
        ({"owner": ""}, "owner"),
        ({"since": "2020-01-02", "until": "2020-01-01"}, "until"),
        ({"kind": "friendship"}, "kind"),
        ({"colour": "red"}, "colour"),
    ],
)
def test_what_cannot_be_stated(fields: dict[str, Any], field: str) -> None:
    with pytest.raises(ValidationError) as met:
        statement(**fields)
    assert met.value.errors()[0]["loc"][0] == field


def test_a_party_has_an_id_and_a_name() -> None:
    assert OwnershipParty.model_validate({"name": "Works"}).id == "Works"
    assert OwnershipParty.model_validate({"id": "1"}).name == "1"
    given = OwnershipParty.model_validate({"id": "1", "identifiers": {"lei": "b", "inn": "a"}})
    assert given.identifiers == (("inn", "a"), ("lei", "b"))


def test_json_and_back() -> None:
    one = statement(pct_min=25, above_min=True, since=date(2019, 1, 1))
    assert OwnershipStatement.model_validate_json(one.model_dump_json()) == one


def test_an_entity_as_a_listed_owner() -> None:
    listing = Listing(
        list="us_csl",
        authority="BIS",
        component="EL",
        programmes=("EAR",),
        listed_on=partial_date("2022-03"),
        delisted_on=partial_date("2024-05-01"),
    )
    names = [ss.Name(text="Invented Works")]
    owner = ListedOwner.of(ss.Entity(list="us_csl", id="EL-1", names=names, listing=listing), certain=False)
    assert (owner.name, owner.component, owner.certain) == ("Invented Works", "EL", False)
    assert (owner.since, owner.until) == (date(2022, 3, 1), date(2024, 5, 1))
    assert ListedOwner.of(ss.Entity(list="house", id="1", names=names)).since is None
