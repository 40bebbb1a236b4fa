"""JSON: lines, arrays and one object; records that are wrong are told and the rest goes on."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from sanctionscreen.errors import ReadError
from sanctionscreen.model import Party, Shipment
from sanctionscreen.shipments import open_shipments
from tests.shipments.reading import grave, records, shipment


def test_a_bad_line_is_told_and_the_rest_goes_on() -> None:
    first, broken, third, listed = records("shipments.jsonl")
    assert [one.place for one in (first, broken, third, listed)] == ["line 1", "line 2", "line 3", "line 4"]
    assert shipment(first) == {
        "reference": "J-1",
        "parties": [{"name": "World Jetta (HK) Logistics", "role": "consignee", "country": "HK"}],
        "goods": [{"hs": "854231"}],
        "destination": "HK",
        "date": "2026-03-01",
    }
    assert [(one.field, one.grave) for one in first.problems] == [("goods.0.quantity", False)]
    assert (broken.shipment, grave(broken)[0][1][:28]) == (None, "the line is not valid JSON (")
    assert shipment(third) == {"reference": "J-3", "parties": [{"name": "Acme", "role": "consignee"}]}
    assert {field for field, _ in grave(third)} == {"destinaton", "date", "parties.0.kind"}
    assert dict(grave(third))["destinaton"].endswith("did you mean 'destination'?")
    assert (listed.shipment, grave(listed)) == (None, [("", "the record is not an object with fields")])


def test_an_array_that_was_cut_keeps_the_shipments_before() -> None:
    first, last = records("array_cut.json")
    assert shipment(first)["vessel"] == {"name": "Emma Maersk", "kind": "vessel"}
    assert (last.place, last.shipment) == ("record 2", None)
    assert grave(last)[0][1].startswith("the JSON is damaged or cut short after 1 complete records")


SHIPMENTS = [
    Shipment(reference="1", parties=(Party(name="Acme", role="consignee"),), destination="KZ"),
    Shipment(reference="2", parties=(Party(name="深圳市金派", role="shipper"),), vessel=Party(name="Angara")),
]


@pytest.mark.parametrize("form", ["lines", "array", "wrapped", "one"])
def test_what_the_model_writes_is_read_again(tmp_path: Path, form: str) -> None:
    values = [json.loads(one.model_dump_json()) for one in SHIPMENTS]
    text = {
        "lines": "\n".join(json.dumps(one) for one in values),
        "array": json.dumps(values, indent=1),
        "wrapped": json.dumps({"shipments": values}),
        "one": json.dumps(values[0], indent=2),
    }[form]
    path = tmp_path / "file"
    path.write_text(text, "utf-8")
    found = list(open_shipments(path).read())
    assert [(one.shipment, one.problems) for one in found] == [
        (one, ()) for one in SHIPMENTS[: 1 if form == "one" else 2]
    ]


def test_a_file_that_is_no_json_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "file.json"
    path.write_text('[{"parties"')
    with pytest.raises(ReadError, match="damaged or cut short after 0 complete records"):
        list(open_shipments(path).read())
