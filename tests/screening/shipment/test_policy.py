"""What findings make of a shipment, by the package's policy and by one's own."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

import sanctionscreen as ss
from sanctionscreen.model import Goods
from sanctionscreen.screening.shipment import Policy

from .made import ENTITIES, INN, SCREENER, listed, shipment

CHIPS = [Goods(hs="8542.31", hs_edition=2022)]
CLEAN = ("consignee", "Blue Harbour")
OWN = """
key = "house"
dated = 2026-01-01

[[rows]]
name = "any_hit"
advice = "hold"
about = "hit"
text = "any hit is held here"
"""


def reasons(*parties: Any, screener: ss.Screener = SCREENER, **fields: Any) -> list[tuple[str, str]]:
    answer = screener.screen(shipment(*parties, **{"date": date(2024, 6, 1), **fields}))
    found = [(reason.name, reason.advice) for reason in answer.reasons]
    assert answer.advice == (found[0][1] if found else "release")
    return found


def test_nothing_found_is_released_and_names_the_policy() -> None:
    answer = SCREENER.screen(shipment(CLEAN, goods=[Goods(hs="2818.20")], destination="DE"))
    assert (answer.advice, answer.reasons) == ("release", ())
    assert answer.policy == "sanctionscreen 2026-11-30"


def test_hits() -> None:
    assert reasons(("consignee", "Sinno Electronics Co Ltd")) == [("listed_party", "hold")]
    assert reasons(("consignee", "Sino Electronics"))[0] == ("possible_match", "review")
    numbered = ss.Party(name="Blue Harbour", role="buyer", identifiers={"inn": INN["number"]})
    assert reasons(numbered) == [("listed_party", "hold")]


@pytest.mark.parametrize(
    ("effect", "advice"),
    [
        ("block", "hold"),
        ("export_licence", "hold"),
        ("export_denial", "hold"),
        ("debarment", "review"),
        ("finance_only", "review"),
        ("red_flag", "review"),
        ("information", "review"),
    ],
)
def test_what_a_listing_means_decides(effect: str, advice: str) -> None:
    screener = ss.Screener.from_entities([listed("Selenga Works", effect=effect)])
    assert reasons(("consignee", "Selenga Works"), screener=screener)[0][1] == advice


def test_a_weak_alias_is_reviewed_only_with_listed_goods_on_a_flagged_route() -> None:
    weak = ("consignee", "XNE")
    assert reasons(weak) == [("weak_alias", "release")]
    assert reasons(weak, goods=CHIPS) == [("weak_alias", "release"), ("listed_goods", "release")]
    assert ("weak_alias_with_listed_goods", "review") in reasons(weak, goods=CHIPS, destination="KZ")


def test_routes() -> None:
    assert reasons(CLEAN, destination="IR") == [("embargo", "hold")]
    assert reasons(CLEAN, destination="Luhansk, UA")[0][1] == "review"  # not certain
    assert reasons(CLEAN, destination="RU") == [("flagged_route", "review")]
    assert reasons(CLEAN, destination="RU", goods=CHIPS)[0] == ("denied_goods", "hold")
    assert reasons(CLEAN, destination="KZ") == [("transshipment", "release")]
    assert reasons(CLEAN, destination="KZ", goods=CHIPS) == [
        ("red_flag", "review"),
        ("transshipment", "release"),
        ("listed_goods", "release"),
    ]


def test_what_was_not_looked_at_is_reviewed(tmp_path: Path) -> None:
    assert reasons(CLEAN, screener=ss.Screener.open(tmp_path, lists=["un_sc"])) == [("incomplete", "review")]
    answer = ss.Screener.open(tmp_path).screen(shipment(CLEAN))
    assert [reason.advice for reason in answer.reasons] == ["review"]
    assert "starter list" in answer.reasons[0].text
    assert reasons(CLEAN, screener=ss.Screener.from_entities([]))[0][1] == "review"


def test_every_unread_thing_is_a_reason_of_its_own() -> None:
    found = reasons(CLEAN, goods=[Goods(hs="1"), Goods(hs="2")], destination="Atlantis")
    assert found == [("incomplete", "review")] * 3


def test_hits_of_one_party_under_one_row_make_one_reason() -> None:
    screener = ss.Screener.from_entities([*ENTITIES, listed("Sinno Electronics Co Ltd", list="gb_fcdo")])
    answer = screener.screen(shipment(("consignee", "Sinno Electronics")))
    assert len(answer.parties[0].screening.hits) == 2
    assert [reason.text[-12:] for reason in answer.reasons] == ["; and 1 more"]
    assert answer.reasons[0].party == 0


def test_a_policy_of_ones_own(tmp_path: Path) -> None:
    file = tmp_path / "policy.toml"
    file.write_text(OWN, "utf-8")
    screener = ss.Screener.from_entities(ENTITIES, policy=Policy.load(file))
    answer = screener.screen(shipment(("consignee", "XNE"), goods=CHIPS))
    assert answer.policy == "house 2026-01-01"
    assert [(reason.name, reason.advice) for reason in answer.reasons] == [
        ("any_hit", "hold"),
        ("unforeseen", "review"),
    ]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (OWN.replace("advice", "advise"), "unknown option 'advise'. Did you mean 'advice'?"),
        (OWN.replace('"hold"', '"stop"'), "file own.toml, field rows.0.advice"),
        (OWN.replace("key", "kee"), "Did you mean 'key'?"),
        ("key = 1 =", "cannot be read"),
        ("", "field key"),
    ],
)
def test_a_policy_that_is_none_says_where(tmp_path: Path, text: str, told: str) -> None:
    file = tmp_path / "own.toml"
    file.write_text(text, "utf-8")
    with pytest.raises(ss.ReadError) as caught:
        Policy.load(file)
    assert told in str(caught.value)
