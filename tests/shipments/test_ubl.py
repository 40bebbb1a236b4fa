"""UBL: both names of a party, places, goods and ships; envelopes; documents that are refused."""

from __future__ import annotations

from pathlib import Path

import pytest

from sanctionscreen.errors import ReadError
from sanctionscreen.shipments import open_shipments
from tests.shipments.reading import FIXTURES, grave, records, shipment


def test_a_despatch_advice_becomes_a_shipment() -> None:
    (record,) = records("despatch_two_names.xml")
    assert (record.place, record.problems) == ("document DespatchAdvice 565899", ())
    assert shipment(record) == {
        "reference": "565899",
        "date": "2026-03-03",
        "origin": "Hamburg, DE",
        "destination": "KZ",
        "vessel": {"name": "Emma Maersk", "kind": "vessel", "identifiers": {"imo": "9321483"}},
        "parties": [
            {
                "name": "Consortial",
                "role": "seller",
                "country": "GB",
                "address": "56A Busy Street\nFarthing, AA99 1BB",
            },
            {
                "name": "IYT",
                "other_names": ["Iyt Corporation & Sons"],
                "role": "buyer",
                "identifiers": {"LEI": "213800AAAAAAAAAAAA17", "company registration number": "5402697509"},
            },
            {"name": "Fred Churchill", "kind": "person", "role": "buyer"},
            {"name": "Notified Ltd", "role": "notify"},
        ],
        "goods": [
            {"description": "Beeswax Wax", "hs": "152190", "quantity": 90.0, "unit": "KGM", "origin": "UA"}
        ],
    }


def test_an_envelope_is_one_shipment_for_each_document() -> None:
    found = records("envelope.xml")
    assert [one.place for one in found] == ["document 1 (Invoice) INV-1", "document 2 (Invoice) INV-2"]
    assert [shipment(one)["parties"][0]["name"] for one in found] == ["First", "Second"]


def test_a_document_type_is_refused() -> None:
    with pytest.raises(ReadError) as error:
        records("dtd.xml")
    assert str(error.value) == (
        "file dtd.xml, field <!DOCTYPE>: the XML declares a document type, which can carry an "
        "entity-expansion attack. Ask the sender for the file again, or save it as CSV in UTF-8, XLSX, "
        "Parquet, JSON, UN/EDIFACT or UBL 2"
    )


def test_a_document_that_was_cut_and_xml_of_another_kind_are_refused(tmp_path: Path) -> None:
    content = (FIXTURES / "despatch_two_names.xml").read_bytes()
    (tmp_path / "cut.xml").write_bytes(content[: len(content) // 2])
    (tmp_path / "other.xml").write_text("<html><body/></html>")
    with pytest.raises(ReadError, match=r"the XML is damaged or cut short at line \d+"):
        list(open_shipments(tmp_path / "cut.xml").read())
    with pytest.raises(ReadError, match="the root <html>, which is no UBL document"):
        list(open_shipments(tmp_path / "other.xml").read())


def test_an_envelope_that_was_cut_keeps_the_documents_before(tmp_path: Path) -> None:
    content = (FIXTURES / "envelope.xml").read_bytes()
    (tmp_path / "cut.xml").write_bytes(content[: content.index(b"Second")])
    first, last = open_shipments(tmp_path / "cut.xml").read()
    assert shipment(first)["reference"] == "INV-1"
    assert (last.place, last.shipment) == ("#2", None)
    assert "damaged or cut short" in grave(last)[0][1]
