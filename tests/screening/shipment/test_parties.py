"""Every party in every text of a shipment."""

from __future__ import annotations

import pytest

import sanctionscreen as ss
from sanctionscreen.model import PartyScreening, Shipment

from .made import SCREENER, listed, shipment


def told(answer: PartyScreening) -> tuple[str | None, int | None, str, list[str]]:
    hits = [hit.name for hit in answer.screening.hits]
    return answer.role, answer.given, answer.screening.party.name, hits


def test_every_party_in_every_text_is_screened() -> None:
    field = ["TO THE ORDER OF BANK NORDOVIA", "NOTIFY SINNO ELECTRONIC CO LTD TEL +852 2345 6789"]
    answer = SCREENER.screen(
        shipment(
            ss.Party(role="CN", name_lines=field),
            ("sap:SP", "Blue Harbour C/O World Jetta (HK) Logistics"),
            vessel="MV ANGARA IMO 9179842",
        )
    )
    assert [told(party) for party in answer.parties] == [
        ("order_of", 0, "BANK NORDOVIA", []),
        ("notify", 0, "SINNO ELECTRONIC CO LTD", ["SINNO ELECTRONICS CO., LIMITED"]),
        ("carrier", 1, "Blue Harbour", []),
        ("care_of", 1, "World Jetta (HK) Logistics", ["World Jetta (H.K.) Logistics Limited"]),
        ("vessel", None, "ANGARA", []),
    ]
    bank, sinno, *_, vessel = answer.parties
    assert (bank.said, sinno.said) == ("TO THE ORDER OF", "NOTIFY")
    assert sinno.screening.party.identifiers == {"TEL": "+852 2345 6789"}
    assert vessel.screening.party.kind == "vessel"
    assert vessel.screening.party.identifiers == {"IMO": "9179842"}
    assert [note.name for note in bank.notes] == ["stripped", "stripped", "lifted"]
    assert answer.advice == "hold"


@pytest.mark.parametrize("role", ["CN", "consignee"])
def test_the_same_as_another_is_that_party(role: str) -> None:
    answer = SCREENER.screen(shipment((role, "Sinno Electronics Co Ltd"), ("notify", "SAME AS CONSIGNEE")))
    consignee, notify = answer.parties
    assert told(notify) == ("notify", 1, "Sinno Electronics Co Ltd", ["SINNO ELECTRONICS CO., LIMITED"])
    assert notify.screening == consignee.screening
    assert (notify.said, notify.notes[0].name) == ("SAME AS CONSIGNEE", "same_as")


def test_the_order_of_the_shipper_is_the_consignor() -> None:
    answer = SCREENER.screen(shipment(("consignee", "TO ORDER OF SHIPPER"), ("CZ", "Blue Harbour Ltd")))
    assert [told(party)[:3] for party in answer.parties] == [
        ("order_of", 0, "Blue Harbour Ltd"),
        ("consignor", 1, "Blue Harbour Ltd"),
    ]


def test_a_reference_to_nobody_is_skipped() -> None:
    answer = SCREENER.screen(shipment(("notify", "SAME AS CONSIGNEE"), ("shipper", "Blue Harbour Ltd")))
    assert [row.what for row in answer.skipped] == ["party 1 (notify)"]
    assert "consignee, which is not given" in answer.skipped[0].reason
    assert answer.advice == "review"


def test_to_order_names_nobody() -> None:
    answer = SCREENER.screen(shipment(("consignee", "TO ORDER"), ("shipper", "Blue Harbour Ltd")))
    assert [party.role for party in answer.parties] == ["shipper"]
    assert [(note.name, note.text) for note in answer.warnings] == [
        ("to_order", "party 1 (consignee): 'TO ORDER': the goods are for whoever holds the document")
    ]


def test_a_field_filled_with_nothing_is_skipped() -> None:
    answer = SCREENER.screen(shipment(("end user", "N/A"), ("consignee", "")))
    assert [row.what for row in answer.skipped] == ["party 1 (end user)"]
    assert [party.screening.status for party in answer.parties] == ["incomplete"]
    assert answer.advice == "review"


def test_lines_are_read_as_lines() -> None:
    lines = ["WORLD JETTA (H.K.) LOGISTICS LIMITE", "D", "MONG KOK, HONG KONG"]
    answer = SCREENER.screen(shipment(ss.Party(role="consignee", name_lines=lines)))
    (party,) = answer.parties
    assert party.screening.hits[0].score >= 95
    assert party.screening.party.address == "MONG KOK, HONG KONG"
    assert "joined" in [note.name for note in party.notes]


def test_a_cut_that_leaves_common_words_is_no_clearance() -> None:
    answer = SCREENER.screen(shipment(("consignee", "JOINT STOCK COMPANY NORTH WESTERN R")))
    assert [note.name for note in answer.parties[0].notes] == ["cut", "insufficient"]
    assert [(reason.name, reason.advice) for reason in answer.reasons] == [("name_insufficient", "review")]


def test_other_names_are_screened() -> None:
    plain = SCREENER.screen(ss.Party(name="Blue Harbour Ltd", other_names=["Sinno Electronics"]))
    assert plain.status == "match"
    answer = SCREENER.screen(shipment(("consignee", "Blue Harbour Ltd T/A Sinno Electronics")))
    assert told(answer.parties[0]) == (
        "consignee",
        0,
        "Blue Harbour Ltd",
        ["SINNO ELECTRONICS CO., LIMITED"],
    )


def test_what_is_given_of_a_party_stays_with_it() -> None:
    given = ss.Party(
        name="Almaz Supply", role="buyer", country="Russia", identifiers={"INN": "7731084175"}, reference="77"
    )
    party = SCREENER.screen(shipment(given)).parties[0]
    assert party.screening.party.country == "RU"
    assert party.screening.party.reference == "77"
    assert party.screening.hits[0].entity.id == "JSC Almaz-Antey"
    assert party.screening.hits[0].score == 100


def test_a_listed_name_that_looks_like_two_parties_is_found() -> None:
    screener = ss.Screener.from_entities([listed("Selenga / Vardanov Works")])
    answer = screener.screen(shipment(("consignee", "Selenga / Vardanov Works")))
    assert [told(party)[2] for party in answer.parties] == [
        "Selenga",
        "Vardanov Works",
        "Selenga / Vardanov Works",
    ]
    assert answer.parties[2].screening.hits[0].score == 100
    assert answer.parties[2].notes[0].name == "whole"


def test_an_unknown_country_loses_nothing_else() -> None:
    given = ss.Party(name="Sinno Electronics", role="buyer", country="Atlantis")
    answer = SCREENER.screen(shipment(given, ("consignee", "World Jetta Logistics HK Ltd")))
    assert [party.screening.status for party in answer.parties] == ["match", "match"]
    assert answer.skipped[0].what == "party 1 (buyer)"
    assert "unknown country 'Atlantis'" in answer.skipped[0].reason


def test_an_unknown_role_says_where_it_stands() -> None:
    wrong = shipment(("consignee", "Blue Harbour"), ("notyfy", "Blue Harbour"), reference="B/L 7")
    with pytest.raises(ss.UsageError, match=r"record B/L 7, field parties\[1\].role: unknown role 'notyfy'"):
        SCREENER.screen(wrong)


def test_a_shipment_without_parties_is_not_released() -> None:
    answer = SCREENER.screen(Shipment())
    assert (answer.advice, answer.skipped[0].what) == ("review", "parties")


def test_a_field_too_long_to_take_apart_is_still_screened() -> None:
    answer = SCREENER.screen(shipment(("consignee", "Sinno Electronics Co Ltd " + "x " * 1500)))
    assert len(answer.parties) == 1
    assert "were not told apart" in answer.skipped[0].reason
    assert answer.advice == "review"


@pytest.mark.parametrize(
    "party",
    [
        ss.Party(name="\ud800", role="CN"),
        ss.Party(
            name="Blue\udfff Harbour", role="CN", address="\ud800 5 Main Street", identifiers={"\ud800": "1"}
        ),
        ss.Party(name_lines=["", "\x00"], role="CN"),
        ss.Party(name="ATTN MR IVANOV", role="notify", other_names=["\ud800", ""]),
        ss.Party(name="SAME AS ABOVE", role="notify"),
        ss.Party(name="SAME AS BELOW", role="notify"),
        ss.Party(name="+852 5555 0123", role="CN", incorporated="\ud800"),
    ],
    ids=lambda party: ascii(party.name)[:20],
)
def test_no_text_breaks_an_answer(party: ss.Party) -> None:
    answer = SCREENER.screen(shipment(party, reference="\ud800 7", destination="\ud800"))
    assert type(answer).model_validate_json(answer.model_dump_json()) == answer
    assert answer.advice == "review"
    assert answer.shipment.reference == "\ufffd 7"
