"""Rows as parties: what cannot be understood hides no hit and is said."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

import pytest

import sanctionscreen as ss
from sanctionscreen.batch.asked import ask, country_of
from sanctionscreen.batch.columns import Columns
from sanctionscreen.batch.file import PartyRow
from sanctionscreen.batch.run import answers
from tests.batch.files import SCREENER

COLUMNS = Columns(("name",), reference="ref", country="country", kind="kind", born="born")


def asked(**cells: Any) -> Any:
    return ask(PartyRow(2, cells), COLUMNS)


def test_a_row_is_a_party() -> None:
    got = asked(name=" Acme ", ref=4711.0, country="Deutschland", kind="Company", born=datetime(1962, 11, 23))
    assert got.problems == ()
    assert got.party == ss.Party(
        name="Acme", reference="4711", country="DE", kind="organization", date_of_birth="1962-11-23"
    )
    assert asked(name="Acme", born=date(1962, 11, 23)).party.date_of_birth == "1962-11-23"
    assert asked(name="Acme", ref=float("nan")).party.reference is None


def test_a_name_may_stand_in_parts() -> None:
    row = PartyRow(2, {"a": "Nicolas", "b": "", "c": "Maduro Moros"})
    assert ask(row, Columns(("a", "b", "c"))).party.name == "Nicolas Maduro Moros"


def test_the_kind_said_for_all_holds_where_a_row_says_none() -> None:
    rows = [PartyRow(2, {"name": "x", "kind": kind}) for kind in ("", "ship", "Container")]
    assert [ask(row, COLUMNS, "person").party.kind for row in rows] == ["person", "vessel", "unknown"]


@pytest.mark.parametrize(
    ("cells", "problem"),
    [
        ({"country": "Atlantis"}, "unknown country 'Atlantis', not compared"),
        ({"kind": "Container"}, "unknown kind 'Container', screened as any kind"),
        ({"ref": ["a", "b"]}, "the field 'ref' does not hold one text"),
    ],
)
def test_what_cannot_be_understood_makes_no_match_incomplete_and_hides_no_hit(
    cells: dict[str, Any], problem: str
) -> None:
    both = [asked(name="Sinno Electronics", **cells), asked(name="Acme Bakery", **cells)]
    found, nothing = answers(both, SCREENER)
    assert [(row.status, row.notes) for row in found] == [("match", problem)]
    assert [(row.status, row.notes) for row in nothing] == [("incomplete", problem)]


def test_a_row_without_a_name_is_answered_too() -> None:
    ((row,),) = answers([asked(name=None, ref="4711")], SCREENER)
    assert (row.row, row.reference, row.status, row.notes) == (
        2,
        "4711",
        "incomplete",
        "name: the name is empty: ''",
    )
    ((row,),) = answers([asked(name={"first": "Nicolas"})], SCREENER)
    assert row.status == "incomplete"
    assert row.notes.startswith("the field 'name' does not hold one text; ")


def test_a_name_that_no_text_can_hold_is_answered_too() -> None:
    ((row,),) = answers([asked(name="Sinno \ud800 Electronics", ref="\ud800")], SCREENER)
    assert (row.status, row.reference) == ("match", "\ufffd")


@pytest.mark.parametrize(
    ("text", "code"),
    [("HK", "HK"), ("Türkei", "TR"), ("Russland", "RU"), ("Китай", "CN"), ("中国", "CN"), ("VR China", "CN"),
     ("Royaume-Uni", "GB"), ("Netherlands Antilles", "AN"), ("AN", "AN"), ("Atlantis", None)],
)  # fmt: skip
def test_countries_in_the_languages_of_trade(text: str, code: str | None) -> None:
    assert country_of(text) == code
    if code:
        assert SCREENER.screen("Acme", country=code).party.country == code
