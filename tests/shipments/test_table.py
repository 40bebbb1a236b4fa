"""Tables of shipments: both layouts, columns that are known, given or neither, and cells that are wrong."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from sanctionscreen.errors import UsageError
from sanctionscreen.shipments import open_shipments
from sanctionscreen.shipments.cells import day_of, number_of
from sanctionscreen.shipments.columns import choose_columns
from tests.batch.files import csv_file, jsonl_file, xlsx_file
from tests.shipments.reading import FIXTURES, grave, records, shipment


def test_a_row_is_a_shipment_and_its_columns_are_told() -> None:
    file = open_shipments(FIXTURES / "per_shipment.csv")
    assert (file.said[0], file.expected) == ("CSV in utf-8, columns separated by semicolons", 4)
    assert file.said[1].startswith(
        "a row for each shipment: reference from 'Shipment No', date from 'Ship Date', "
    )
    assert "consignee_address from 'Consignee Addr 1' + 'Consignee Addr 2'" in file.said[1]
    assert file.said[1].endswith("; NOT read: 'Internal Remark'")
    first = next(file.read())
    assert (first.place, first.problems) == ("row 2", ())
    assert shipment(first) == {
        "reference": "S-1",
        "date": "2026-03-04",
        "destination": "HK",
        "via": ["SG", "AE"],
        "vessel": {"name": "Emma Maersk", "kind": "vessel", "identifiers": {"imo": "9321483"}},
        "parties": [
            {
                "name": "World Jetta (HK) Logistics",
                "name_lines": ["World Jetta (HK) Logistics"],
                "role": "consignee",
                "country": "HK",
                "address": "Room 2309, Ho King Commercial Centre\n2-16 Fa Yuen Street, Mong Kok",
            },
            {"name": "Müller GmbH", "name_lines": ["Müller GmbH"], "role": "shipper"},
        ],
        "goods": [
            {
                "description": "processors",
                "hs": "8542.31",
                "quantity": 1200.0,
                "unit": "PCS",
                "weight_kg": 12.5,
                "origin": "TW",
            }
        ],
    }


def test_what_a_cell_does_not_tell_is_told_and_the_rest_is_kept() -> None:
    _, second, third = records("per_shipment.csv")
    assert [one["hs"] for one in shipment(second)["goods"]] == ["8471", "8542.32"]
    assert shipment(second)["parties"][0]["name_lines"] == ["ACME Trading", "Company Ltd"]
    assert [(one.field, one.grave) for one in second.problems] == [
        ("date", False), ("country", True), ("goods.0.quantity", False),
    ]  # fmt: skip
    assert grave(second) == [
        ("country", "unknown country 'Atlantis' of 'ACME Trading Company Ltd', not compared")
    ]
    assert shipment(third) == {"reference": "S-3"}
    assert grave(third) == [("date", "'31.02.2026' is no day; write it as 2026-03-01")]


def test_rows_of_one_reference_are_one_shipment() -> None:
    first, second, late = records("per_party.csv")
    assert [one.place for one in (first, second, late)] == ["rows 2 to 4", "row 5", "row 6"]
    assert [(party["role"], party["name"], party["country"]) for party in shipment(first)["parties"]] == [
        ("consignee", "Northwind Ltd", "GB"),
        ("notify", "Bank Nordovia", "AT"),
        ("shipper", "Acme", "DE"),
    ]
    assert [one["hs"] for one in shipment(first)["goods"]] == ["854231", "847150"]
    assert (shipment(first)["destination"], shipment(first)["via"]) == ("Kazakhstan", ["Russia"])
    assert grave(first) == [
        ("destination", "the rows of one shipment say 'Kazakhstan', 'Russia'; the first was taken")
    ]
    assert [(one.field, one.grave) for one in second.problems] == [("role", False)]
    assert grave(late)[0][0] == "reference"


def test_columns_that_are_not_known_are_asked_for() -> None:
    with pytest.raises(UsageError) as error:
        open_shipments(FIXTURES / "columns_unknown.csv")
    assert "no column is known to hold a party's name; the first row has: Alpha, Beta, Gamma" in str(
        error.value
    )
    given = {"consignee_name": ["Alpha"], "consignee_country": ["beta"], "hs": ["Gamma"]}
    (record,) = records("columns_unknown.csv", columns=given)
    assert shipment(record) == {
        "parties": [
            {"name": "World Jetta", "name_lines": ["World Jetta"], "role": "consignee", "country": "HK"}
        ],
        "goods": [{"hs": "854231"}],
    }


@pytest.mark.parametrize(
    ("header", "field", "column"),
    [
        ("Consignee", "consignee_name", "Consignee"),
        ("CNEE_ADDR", "consignee_address", "CNEE_ADDR"),
        ("Land Empfänger", "consignee_country", "Land Empfänger"),
        ("Address of Shipper", "shipper_address", "Address of Shipper"),
        ("Endverwender Name", "end_user_name", "Endverwender Name"),
        ("收货人名称", "consignee_name", "收货人名称"),
        ("Адрес получатель", "consignee_address", "Адрес получатель"),
    ],
)
def test_headers_are_known_by_role_and_what_is_said(header: str, field: str, column: str) -> None:
    columns = choose_columns(["Buyer", header])
    assert columns.headers(field) == (column,)


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"consignee_nam": ["Alpha"]}, "unknown field 'consignee_nam'. Did you mean 'consignee_name'"),
        ({"consignee_name": ["Alfa"]}, "unknown column 'Alfa'. Did you mean 'Alpha'"),
        ({"name": ["Alpha"], "role": ["Beta"]}, "no column is known to say of which shipment"),
    ],
)
def test_fields_and_columns_that_do_not_exist_are_refused(given: dict[str, list[str]], said: str) -> None:
    with pytest.raises(UsageError) as error:
        choose_columns(["Alpha", "Beta", "Gamma"], given)
    assert said in str(error.value)


def test_workbooks_and_flat_json_lines_give_the_same_shipments(tmp_path: Path) -> None:
    rows = [["Consignee Name", "HS Code", "Ship Date"], ["Acme", "854231", "2026-03-01"]]
    for path in (
        csv_file(tmp_path / "a.csv", rows),
        xlsx_file(tmp_path / "a.xlsx", rows),
        jsonl_file(tmp_path / "a.json", rows),
    ):
        (record,) = open_shipments(path).read()
        assert shipment(record) == {
            "parties": [{"name": "Acme", "name_lines": ["Acme"], "role": "consignee"}],
            "goods": [{"hs": "854231"}],
            "date": "2026-03-01",
        }


@pytest.mark.parametrize(
    ("text", "found", "told"),
    [
        ("2026-03-04", date(2026, 3, 4), 0),
        ("2026-03-04 12:30", date(2026, 3, 4), 0),
        ("4.3.2026", date(2026, 3, 4), 0),
        ("04/03/2026", date(2026, 3, 4), 1),
        ("03/25/2026", date(2026, 3, 25), 0),
        ("25/03/2026", date(2026, 3, 25), 0),
        ("4 Mar 2026", date(2026, 3, 4), 0),
        ("20260304", date(2026, 3, 4), 0),
        ("March 2026", None, 1),
        ("soon", None, 1),
        ("", None, 0),
        (date(2026, 3, 4), date(2026, 3, 4), 0),
    ],
)
def test_days_as_people_write_them(text: object, found: date | None, told: int) -> None:
    day, problems = day_of(text)
    assert (day, len(problems)) == (found, told)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("1,200.50", "1200.50"), ("1.200,50", "1200.50"), ("12,5", "12.5"), ("1,200", "1200"),
        ("0.125", "0.125"), ("1.234.567", "1234567"), ("a few", "a few"), (12.5, "12.5"), (7, "7"),
    ],
)  # fmt: skip
def test_numbers_as_people_write_them(text: object, number: str) -> None:
    assert number_of(text) == (number, "")
