"""Listed addresses: entries without a name, and listed parties at a party's address."""

from __future__ import annotations

import pytest

import sanctionscreen as ss

from .made import listed, shipment

HO_KING = "Ho King Commercial Centre, 2-16 Fa Yuen Street, Mongkok, Kowloon, Hong Kong"
ENTRY = f"Flat 2309, 23/F, {HO_KING}"
LISTED = (
    listed("Address 01", kind="address", addresses=[ss.Address(text=ENTRY, country="HK")]),
    listed(
        "Address 02",
        kind="address",
        addresses=[ss.Address(text="Ferry Street 38, 1011 Amsterdam, Netherlands", country="NL")],
    ),
    listed("ZIXIS LIMITED", addresses=[ss.Address(text=f"Room 4, 16/F, {HO_KING}", country="HK")]),
    listed("Allparts Trading", addresses=[ss.Address(text="610 Nathan Road, Hong Kong")]),
)
SCREENER = ss.Screener.from_entities(LISTED)
LOOSE = ss.Screener.from_entities(LISTED, ss.Settings(threshold=50))


def found(address: str, name: str = "Blue Harbour Ltd") -> ss.Screening:
    return SCREENER.screen(ss.Party(name=name, address=address))


@pytest.mark.parametrize(
    "address",
    [
        ENTRY,
        "RM 2309 23/FL, HO KING COMM CTR, 2-16 FA YUEN ST, MONG KOK, KLN, HONG KONG",
        "Flat/Rm 2309, 23 Floor\nHo King Commercial Center\n2-16 Fa Yuen Str.\nHong Kong",
    ],
)
def test_an_entry_without_a_name_is_found_by_its_unit(address: str) -> None:
    result = found(address)
    (hit,) = result.hits
    assert (result.status, hit.score, hit.entity.kind, hit.alert) == ("match", 100, "address", True)
    row = next(row for row in hit.evidence if row.feature == "listed_address")
    assert row.points == 100
    assert row.listed == ENTRY
    assert round(sum(row.points for row in hit.evidence), 2) == hit.score


def test_without_any_name_too() -> None:
    assert [hit.entity.id for hit in found(ENTRY, name="").hits] == ["Address 01"]
    assert found(ENTRY, name="").status == "match"


@pytest.mark.parametrize("unit", ["Flat 2304, 23/F, ", "Flat 2309, 22/F, ", ""])
def test_another_unit_or_none_is_no_hit(unit: str) -> None:
    assert found(unit + HO_KING).hits == ()


def test_less_certain_units_score_less() -> None:
    (hit,) = found("Flat 2309, Ho King Commercial Centre").hits
    assert 90 <= hit.score < 100


def test_a_house_listed_as_a_whole_holds_every_unit_in_it() -> None:
    assert [hit.entity.id for hit in found("Unit 5, Ferry Street 38, Amsterdam, Netherlands").hits] == [
        "Address 02"
    ]
    assert found("Ferry Street 40, Amsterdam, Netherlands").hits == ()


def test_a_listed_party_in_the_unit_is_a_finding_and_in_the_building_a_note() -> None:
    answer = SCREENER.screen(
        shipment(ss.Party(role="consignee", name="Blue Harbour Ltd", address=f"Rm 4 16/F {HO_KING}"))
    )
    party = answer.parties[0]
    assert party.screening.hits == ()
    assert [(row.entity, row.name, row.level) for row in party.addresses] == [
        ("ZIXIS LIMITED", "ZIXIS LIMITED", "same_unit"),
        ("Address 01", ENTRY, "same_building"),
    ]
    assert {"building", "street", "unit"} <= set(party.addresses[0].agree)
    assert "unit" in party.addresses[1].differ
    assert ("listed_address", "review") in [(row.name, row.advice) for row in answer.reasons]
    assert ("listed_in_building", "release") in [(row.name, row.advice) for row in answer.reasons]


def test_a_building_of_which_a_unit_is_listed_is_reviewed_where_no_unit_is_stated() -> None:
    answer = SCREENER.screen(shipment(ss.Party(role="consignee", name="Blue Harbour Ltd", address=HO_KING)))
    assert [row.level for row in answer.parties[0].addresses] == ["same_building", "same_building"]
    assert answer.reasons[0].name == "perhaps_listed_address"


def test_the_address_in_a_name_field_counts() -> None:
    lines = [
        "BLUE HARBOUR LIMITED",
        "FLAT 2309, 23/F, HO KING COMM CTR",
        "2-16 FA YUEN STREET, MONGKOK, HONG KONG",
    ]
    answer = SCREENER.screen(shipment(ss.Party(role="consignee", name_lines=lines)))
    assert [hit.entity.id for hit in answer.parties[0].screening.hits] == ["Address 01"]
    assert answer.reasons[0].name == "listed_party"
    assert answer.advice == "hold"


def test_an_address_moves_the_score_of_a_name_both_ways() -> None:
    def score(address: str | None) -> float:
        return LOOSE.screen(ss.Party(name="Zixis Trading Limited", address=address)).hits[0].score

    nothing = score(None)
    assert round(score(f"Room 4, 16/F, {HO_KING}") - nothing, 2) == 4
    assert round(score(f"Room 5, 15/F, {HO_KING}") - nothing, 2) == 2
    assert score("2 Unknown Lane, Hong Kong") == nothing
    assert round(score("Hauptstrasse 5, Hamburg, Germany") - nothing, 2) == -3


def test_another_city_is_not_counted_beside_another_country() -> None:
    party = ss.Party(name="Zixis Limited", country="DE", address="Hauptstrasse 5, Hamburg, Germany")
    features = {row.feature for row in SCREENER.screen(party).hits[0].evidence}
    assert "other_country" in features
    assert "other_city" not in features
