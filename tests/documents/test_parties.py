"""The parties of name fields: the labelled blocks, and single rules by example."""

from __future__ import annotations

import csv
import tomllib
from pathlib import Path

import pytest

from sanctionscreen.documents import PartiesFound, parties_in
from sanctionscreen.errors import UsageError

HERE = Path(__file__).parent
BLOCKS = tomllib.loads((HERE / "blocks.toml").read_text("utf-8"))["block"]
COMPANIES = HERE.parents[1].parent / "shared" / "eval" / "company_names.csv"
LABELLED = ("to_order", "order_of:", "same_as:", "empty", "insufficient")


def named(found: PartiesFound) -> list[tuple[str, str | None]]:
    return [(party.name, party.role) for party in found.parties]


def notes(found: PartiesFound) -> list[str]:
    return [note.name for note in found.notes]


@pytest.mark.parametrize("block", BLOCKS[1::2], ids=lambda block: block["about"])
def test_the_blocks_for_building(block: dict[str, object]) -> None:
    found = parties_in(block["lines"], block.get("role"))  # type: ignore[arg-type]
    expected = [
        (
            row["name"],
            row.get("role"),
            [(other["name"], other["kind"]) for other in row.get("others", [])],
            sorted(row.get("numbers", [])),
        )
        for row in block["parties"]  # type: ignore[attr-defined]
    ]
    assert expected == [
        (
            party.name,
            party.role,
            [(other.text, other.kind) for other in party.other_names],
            sorted(f"{number.scheme} {number.number}" for number in party.identifiers),
        )
        for party in found.parties
    ]
    assert sorted(block.get("notes", [])) == sorted(  # type: ignore[call-overload]
        name for name in notes(found) if name.startswith(LABELLED)
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("DHL GLOBAL FORWARDING C/O ELPROM LLC", [("DHL GLOBAL FORWARDING", "x"), ("ELPROM LLC", "care_of")]),
        ("M/V ANGARA IMO 9179842", [("ANGARA", "vessel")]),
        ("CONSIGNEE/NOTIFY: ALFAVIT LLC", [("ALFAVIT LLC", "notify")]),
        ("SAME AS CONSIGNEE / ALSO NOTIFY: BETAMAR LLC", [("BETAMAR LLC", "notify")]),
        ("ALFAVIT LLC AND OR BETAMAR LLC", [("ALFAVIT LLC", "x"), ("BETAMAR LLC", "x")]),
        ("KHAN, Haji Faizullah", [("KHAN, Haji Faizullah", "x")]),
        ("GULF A/C SPARE PARTS LLC", [("GULF A/C SPARE PARTS LLC", "x")]),
        ("MV ALFAVIT S.P.A.", [("MV ALFAVIT S.P.A.", "x")]),
        ("ASSOCIATION FOR ARTS, CRAFTS, AND TRADES", [("ASSOCIATION FOR ARTS, CRAFTS, AND TRADES", "x")]),
        ("ARMY OF LAKONIA UNIT 586", [("ARMY OF LAKONIA UNIT 586", "x")]),
        ("ALFAVIT INSURANCE BROKER", [("ALFAVIT INSURANCE BROKER", "x")]),
        ("WWW.ALFAVIT.EXAMPLE", [("WWW.ALFAVIT.EXAMPLE", "x")]),
    ],
)
def test_one_line(text: str, expected: list[tuple[str, str]]) -> None:
    assert named(parties_in(text, "x")) == expected


def test_a_cut_within_a_word_is_joined_and_told() -> None:
    found = parties_in(["JOINT STOCK COMPANY NORTH WESTERN R", "EGIONAL CENTRE OF ALFAVIT"])
    assert found.parties[0].name == "JOINT STOCK COMPANY NORTH WESTERN REGIONAL CENTRE OF ALFAVIT"
    assert [step.text for step in found.steps] == [
        "line 1 is full: 'JOINT STOCK COMPANY NORTH WESTERN R' goes on with 'EGIONAL CENTRE OF ALFAVIT',"
        " within a word"
    ]


def test_a_cut_that_leaves_only_common_words_says_so() -> None:
    assert notes(parties_in("JOINT STOCK COMPANY NORTH WESTERN R")) == ["cut", "insufficient"]
    assert notes(parties_in("YILDIZ CIP TEKNOLOJI ELEKTRONI")) == ["cut"]
    assert notes(parties_in("GENERAL TRADING LLC")) == []
    assert notes(parties_in("GENERAL TRADING LLC / ALFAVIT LLC")) == ["insufficient"]


def test_numbers_go_with_their_party_and_labels_stay_as_printed() -> None:
    found = parties_in("ALFAVIT LLC TEL. +7 495 555-01-34 C/O BETAMAR LLC (INN 7799942430)")
    assert [(n.type, n.scheme, n.number) for n in found.parties[0].identifiers] == [
        ("TEL", "phone", "+7 495 555-01-34")
    ]
    assert [(n.type, n.number) for n in found.parties[1].identifiers] == [("INN", "7799942430")]


def test_an_address_without_a_name_is_told() -> None:
    found = parties_in(["FLAT/RM 2309 23/F LUCKY COMMERCIAL CENTRE", "2-16 FA YUEN STREET"])
    assert found.parties == ()
    assert found.address == ("FLAT/RM 2309 23/F LUCKY COMMERCIAL CENTRE", "2-16 FA YUEN STREET")
    assert notes(found) == ["no_name"]


@pytest.mark.parametrize("text", ["", "   ", "\n"])
def test_nothing_gives_nothing(text: str) -> None:
    assert parties_in(text) == PartiesFound(text=text, parts=parties_in(text).parts)
    assert parties_in([]).parties == ()


def test_bad_input_is_refused_with_the_way_out() -> None:
    with pytest.raises(UsageError, match="line 2 of a name field is int, not text"):
        parties_in(["ALFAVIT", 5])  # type: ignore[list-item]
    with pytest.raises(UsageError, match="not NoneType"):
        parties_in(None)  # type: ignore[arg-type]
    with pytest.raises(UsageError, match="Pass one field at a time"):
        parties_in("A" * 5000)


def test_ordinary_company_names_stay_whole() -> None:
    if not COMPANIES.is_file():
        pytest.skip(f"{COMPANIES} is absent")
    with COMPANIES.open(encoding="utf-8", newline="") as file:
        names = [" ".join(row["name"].split()) for row in csv.DictReader(file)][::20]
    apart = [name for name in names if [name.rstrip(" ,/")] != [p.name for p in parties_in(name).parties]]
    assert len(apart) <= len(names) * 0.002, apart
