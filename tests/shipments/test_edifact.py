"""EDIFACT: released characters, service characters of its own, consignments, and files that were cut."""

from __future__ import annotations

import datetime
import io
from pathlib import Path

import pytest

from sanctionscreen.shipments import open_shipments
from sanctionscreen.shipments.edifact.syntax import segments
from tests.shipments.reading import FIXTURES, grave, records, shipment


def test_a_message_becomes_a_shipment_with_what_its_released_characters_mean() -> None:
    (record,) = records("iftmin_released.edi")
    assert (record.place, record.problems) == ("message 0001 (IFTMIN)", ())
    assert shipment(record) == {
        "reference": "FWD-2026-0117",
        "date": "2026-03-04",
        "origin": "HAMBURG, DE",
        "destination": "HK",
        "via": ["SINGAPORE, SG", "HONG KONG, HK"],
        "vessel": {"name": "EMMA MAERSK", "kind": "vessel", "identifiers": {"imo": "9321483"}},
        "parties": [
            {"name": "MAERSK LINE", "role": "carrier"},
            {
                "name": "MÜLLER & SÖHNE MASCHINENBAU GMBH",
                "name_lines": ["MÜLLER & SÖHNE MASCHINENBAU GMBH"],
                "role": "consignor",
                "country": "DE",
                "address": "HAUPTSTRASSE 1\n50667 KOELN",
                "identifiers": {"GLN": "4012345000009", "VAT number": "DE123456789"},
            },
            {
                "name": "WORLD JETTA (H.K.) LOGISTICS\nLIMITED",
                "name_lines": ["WORLD JETTA (H.K.) LOGISTICS", "LIMITED"],
                "role": "consignee",
                "country": "HK",
                "address": "ROOM 2309 HO KING COMM CENTRE\n2-16 FA YUEN STREET\n999077 MONG KOK",
                "identifiers": {"e-mail": "info@jetta.example"},
            },
            {"name": "SAME AS CONSIGNEE", "name_lines": ["SAME AS CONSIGNEE"], "role": "notify"},
            {"name": "C/O O'BRIEN + PARTNERS", "name_lines": ["C/O O'BRIEN + PARTNERS"], "role": "care_of"},
        ],
        "goods": [
            {
                "description": "INTEGRATED CIRCUITS: PROCESSORS AND CONTROLLERS",
                "hs": "854231",
                "quantity": 10.0,
                "unit": "CT",
                "weight_kg": 12.5,
                "origin": "TW",
            },
            {"description": "CABLES", "quantity": 3.0, "unit": "PK"},
        ],
    }


def test_each_consignment_is_a_shipment_with_the_vessel_of_the_message() -> None:
    first, second = records("cuscar_two_consignments.edi")
    assert first.place == "message 77 (CUSCAR), consignment 1"
    assert [party["name"] for party in shipment(first)["parties"]] == ["ОАО ВОЛГА", "ООО РОМАШКА* И СЫН"]
    assert shipment(first)["goods"] == [{"quantity": 2.0, "unit": "CT", "weight_kg": 10.5}]
    assert [shipment(one)["reference"] for one in (first, second)] == ["BL-1", "BL-2"]
    assert [shipment(one)["vessel"]["identifiers"] for one in (first, second)] == [{"imo": "9200000"}] * 2
    assert [party.get("role") for party in shipment(second)["parties"]] == ["carrier", "consignee", None]
    (told,) = second.problems
    assert told.text.startswith("unknown role 'edifact:XX' of 'NOBODY KNOWS'")
    assert not told.grave


def test_a_file_that_was_cut_names_the_message_and_the_segment_and_keeps_what_is_there() -> None:
    whole, cut = records("desadv_cut.edi")
    assert (whole.problems, whole.shipment and whole.shipment.date) == ((), datetime.date(2026, 2, 28))
    assert cut.place == "message 2 (DESADV)"
    text = "the file ends within segment 4 (NAD) of the message: what stood behind it is lost"
    assert grave(cut) == [("NAD", f"{text}. Ask for the file again")]
    assert [party["name"] for party in shipment(cut)["parties"]] == ["NORTHWIND LT"]


@pytest.mark.parametrize(
    ("content", "field", "said"),
    [
        ("UNH+1+IFTMIN'NAD+CN+++A'UNT+9+1'", "UNT", "counts 9 segments and holds 3"),
        ("UNH+1+IFTMIN'NAD+CN+++A'UNT+3+2'", "UNT", "ends with the reference '2'"),
        ("UNH+1+IFTMIN'NAD+CN+++A'", "UNT", "has no UNT; its last segment is NAD"),
        ("UNH+1+IFTMIN'NAD+CN+++A'UNH+2+IFTMIN'NAD+CN+++B'UNT+3+2'", "UNT", "has no UNT"),
        (
            "UNB+UNOC:3+A+B+1:1+R'UNH+1+IFTMIN'NAD+CN+++A'UNT+3+1'UNZ+2+R'",
            "UNZ",
            "counts 2 messages and holds 1",
        ),
        ("UNH+1+IFTMIN'DTM+137:20261301:102'NAD+CN+++A'UNT+4+1'", "DTM+137", "'20261301' is no day"),
    ],
)
def test_what_was_lost_on_the_way_is_told(tmp_path: Path, content: str, field: str, said: str) -> None:
    path = tmp_path / "file"
    path.write_text(content, "ascii")
    told = [problem for record in open_shipments(path).read() for problem in record.problems]
    assert [(problem.field, problem.grave) for problem in told] == [(field, True)]
    assert said in told[0].text


def test_interchanges_follow_one_another_each_with_its_own_service_characters(tmp_path: Path) -> None:
    first = "UNA:+.? 'UNB+UNOC:3+A+B+1:1+1'UNH+1+IFTMIN'NAD+CN+++ZÜRI?+CO'UNT+3+1'UNZ+1+1'".encode("latin-1")
    second = "UNA|*,# ~UNB*UNOW|4*A*B*1|1*2~UNH*2*IFTMIN~NAD*CN***深圳 +CO~UNT*3*2~UNZ*1*2~".encode()
    path = tmp_path / "two.txt"
    path.write_bytes(first + b"\r\n" + second + b"\r\n")
    found = list(open_shipments(path).read())
    assert [(one.problems, shipment(one)["parties"][0]["name"]) for one in found] == [
        ((), "ZÜRI+CO"),
        ((), "深圳 +CO"),
    ]


def test_utf_8_in_an_interchange_that_says_latin_is_read_as_what_it_is(tmp_path: Path) -> None:
    path = tmp_path / "file.edi"
    path.write_text("UNB+UNOC:3+A+B+1:1+1'UNH+1+IFTMIN'NAD+CN+++MÜLLER'UNT+3+1'UNZ+1+1'", "utf-8")
    (record,) = open_shipments(path).read()
    assert shipment(record)["parties"][0]["name"] == "MÜLLER"
    assert [(one.field, one.grave) for one in record.problems] == [("NAD", False)]


@pytest.mark.parametrize("size", [1, 2, 3, 7, 10_000])
def test_segments_do_not_depend_on_how_the_bytes_come(size: int) -> None:
    content = (FIXTURES / "iftmin_released.edi").read_bytes()

    class Slow(io.BytesIO):
        def read(self, _: int | None = -1) -> bytes:
            return super().read(size)

    assert list(segments(Slow(content))) == list(segments(io.BytesIO(content)))


def test_numbers_belong_to_the_party_whose_group_they_stand_in(tmp_path: Path) -> None:
    path = tmp_path / "file.edi"
    segments = (
        "UNH+1+IFTMIN", "TDT+20+1+1++MAEU:172:20:MAERSK LINE", "RFF+VA:1", "NAD+CN+++ACME", "RFF+VA:2",
        "GID+1+1:CT", "RFF+VA:3", "UNT+8+1",
    )  # fmt: skip
    path.write_text("'".join(segments) + "'", "ascii")
    (record,) = open_shipments(path).read()
    assert [one.get("identifiers") for one in shipment(record)["parties"]] == [None, {"VAT number": "2"}]


def test_a_released_separator_begins_no_element() -> None:
    ((segment, _),) = segments(io.BytesIO(b"FTX+?+A?++?::B+?''"))
    assert segment.elements == (("+A+",), (":", "B"), ("'",))
