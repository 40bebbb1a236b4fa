"""Warning signs: each rule on what it needs, and silent without it."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

import sanctionscreen as ss
from sanctionscreen.model import Goods, OwnershipStatement, RedFlag
from sanctionscreen.ownership import Ownership
from sanctionscreen.screening.shipment.red_flags import RULES

from .made import SCREENER, listed, shipment

CHIPS = [Goods(hs="8542.31", hs_edition=2022)]
ALUMINA = [Goods(hs="2818.20", hs_edition=2022)]
DAY = date(2024, 6, 1)
SELLER = ("seller", "Plain Bakery")


def flags(*parties: Any, **fields: Any) -> list[RedFlag]:
    return list(SCREENER.screen(shipment(*parties, **{"date": DAY, **fields})).red_flags)


def named(*parties: Any, **fields: Any) -> list[str]:
    return [flag.name for flag in flags(*parties, **fields)]


def test_every_rule_says_what_it_is_and_has_a_source() -> None:
    assert all(rule.__doc__ for rule in RULES)


def newcomer(incorporated: str | None, country: str | None, role: str = "consignee") -> ss.Party:
    return ss.Party(name="Blue Harbour", role=role, country=country, incorporated=incorporated)


@pytest.mark.parametrize(
    ("party", "goods", "expected"),
    [
        (newcomer("2022-03-15", "HK"), CHIPS, True),
        (newcomer("2023", "KZ"), CHIPS, True),
        (newcomer("2022", "KZ"), CHIPS, True),
        (newcomer("2022-02-24", "HK"), CHIPS, False),
        (newcomer("2019-05-01", "HK"), CHIPS, False),
        (newcomer(None, "HK"), CHIPS, False),
        (newcomer("2022-03-15", None), CHIPS, False),
        (newcomer("2022-03-15", "DE"), CHIPS, False),
        (newcomer("2022-03-15", "HK", "carrier"), CHIPS, False),
        (newcomer("2022-03-15", "HK"), ALUMINA, False),
    ],
)
def test_a_newcomer_gets_listed_goods(party: ss.Party, goods: list[Goods], expected: bool) -> None:
    others = () if party.role == "consignee" else (("consignee", "Blue Harbour Two"),)
    assert named(party, *others, goods=goods) == (["newcomer_with_listed_goods"] if expected else [])


@pytest.mark.parametrize(
    "name", ["Blue Freight Forwarders GmbH", "Selenga Lojistik Ltd Sti", "Транс Логистика ООО"]
)
def test_a_forwarder_is_the_last_destination(name: str) -> None:
    assert named(("consignee", name)) == ["mover_as_end_user"]
    assert named(("consignee", name), ("end_user", "Blue Harbour")) == []
    assert named(("forwarder", name), ("consignee", "Blue Harbour")) == []


@pytest.mark.parametrize("field", ["Bank Nordovia", "TO THE ORDER OF NORDOVIABANK"])
def test_a_bank_is_the_consignee(field: str) -> None:
    assert named(("consignee", field)) == ["bank_as_consignee"]
    assert named(("consignee", field), ("notify", "Blue Harbour")) == []
    assert named(("consignee", field), ("notify", "SAME AS CONSIGNEE")) == ["bank_as_consignee"]


def test_nobody_receives() -> None:
    assert named(SELLER, ("consignee", "TO ORDER")) == ["nobody_receives"]
    assert named(SELLER) == ["nobody_receives"]
    assert named(SELLER, ss.Party(name="Blue Harbour")) == []
    assert named() == []


def test_listed_goods_through_a_transshipment_point() -> None:
    (flag,) = flags(
        ("consignee", "Blue Harbour"), goods=[*ALUMINA, *CHIPS], destination="KG", via=["Türkiye"]
    )
    assert (flag.name, flag.lines) == ("listed_goods_through_transshipment", (1,))
    assert flag.text.endswith("destination KG, via Türkiye")
    assert "FIN-2022-Alert003" in flag.source
    assert named(("consignee", "Blue Harbour"), goods=ALUMINA, destination="KG") == []
    assert named(("consignee", "Blue Harbour"), goods=CHIPS, destination="KG", date=date(2022, 1, 1)) == []


def test_a_mailbox_for_everyone() -> None:
    field = "Blue Harbour LLC, E-MAIL: blueharbour@mail.ru"
    assert named(("consignee", field), goods=CHIPS) == ["mailbox_for_everyone"]
    assert named(("consignee", field), goods=ALUMINA) == []
    assert named(("consignee", "Blue Harbour LLC, E-MAIL: sales@blueharbour.example"), goods=CHIPS) == []


def test_a_listed_party_next_door() -> None:
    address = "Room 4, 16/F, Ho King Commercial Centre, 2-16 Fa Yuen Street, Mongkok, Hong Kong"
    screener = ss.Screener.from_entities([listed("Zixis", addresses=[ss.Address(text=address)])])
    party = ss.Party(role="consignee", name="Blue Harbour", address=address)
    (flag,) = screener.screen(shipment(party)).red_flags
    assert (flag.name, flag.parties) == ("listed_neighbour", (0,))
    assert flag.text == "party 1 (consignee) 'Blue Harbour' has the address of Zixis (us_csl)"


def test_an_owner_of_unknown_share() -> None:
    ownership = Ownership.of([OwnershipStatement(owner="Zixis", owned="Blue Harbour")])
    screener = ss.Screener.from_entities([listed("Zixis")], ownership=ownership)
    asked = shipment(("consignee", "Blue Harbour"), date=date(2025, 10, 1))
    assert [flag.name for flag in screener.screen(asked).red_flags] == ["owner_of_unknown_share"]


def test_goods_made_under_embargo() -> None:
    (flag,) = flags(("consignee", "Blue Harbour"), goods=[Goods(hs="570110", origin="Iran")])
    assert (flag.name, flag.lines) == ("made_under_embargo", (0,))
    assert named(("consignee", "Blue Harbour"), goods=[Goods(hs="570110", origin="TR")]) == []
    answer = SCREENER.screen(shipment(("consignee", "Blue Harbour"), goods=[Goods(origin="Atlantis")]))
    assert answer.skipped[0].what == "goods line 1: origin"


def test_a_day_of_founding_that_cannot_be_read_is_said() -> None:
    answer = SCREENER.screen(shipment(newcomer("long ago", "HK"), goods=CHIPS))
    assert [note.name for note in answer.parties[0].notes] == ["incorporated_unread"]
