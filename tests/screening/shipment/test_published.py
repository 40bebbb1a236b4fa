"""Shipments against a published list: the Denied Persons List of November 2023."""

from __future__ import annotations

from pathlib import Path

import pytest

import sanctionscreen as ss

from .made import shipment

ADDRESS = "19/F, Ka Wah Bank Centre, 232 Des Voeux Road Central, Hong Kong"


@pytest.mark.real_lists
def test_a_denied_person_by_name_in_a_text_and_its_neighbour_by_address(
    published: Path, tmp_path: Path
) -> None:
    store = ss.Store(tmp_path)
    store.add("us_bis_dpl", [published / "us_bis_dpl" / "dpl_2023-11.txt"])
    screener = ss.Screener.open(store)
    answer = screener.screen(
        shipment(
            ss.Party(role="CN", name="BLUE HARBOUR LTD C/O SHUTTLE LONG COMPANY LIMITED", address=ADDRESS),
            ("EX", "Plain Bakery"),
        )
    )
    harbour, shuttle, baker = answer.parties
    assert harbour.screening.hits == ()
    assert {row.name for row in harbour.addresses} == {
        "ANTHONY CHAN",
        "CHAN SUM-TAI ANTHONY",
        "SHUTTLE LONG CO, LTD.",
    }
    assert {row.level for row in harbour.addresses} == {"same_building"}
    assert [hit.name for hit in shuttle.screening.hits] == ["SHUTTLE LONG CO, LTD."]
    assert baker.screening.hits == ()
    assert (answer.advice, answer.reasons[0].name) == ("hold", "listed_party")
    again = screener.screen_shipments([answer.shipment], workers=2)
    assert next(again).model_dump_json() == answer.model_dump_json()
