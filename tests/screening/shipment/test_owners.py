"""Ownership in shipments: whom the statements put above a party, and who of those is listed."""

from __future__ import annotations

from datetime import date

import pytest

import sanctionscreen as ss
from sanctionscreen.model import (
    OwnershipFinding,
    OwnershipParty,
    OwnershipStatement,
    Relation,
    ShipmentScreening,
)
from sanctionscreen.ownership import Ownership

from .made import INN, listed, shipment

DAY = date(2018, 11, 27)
ALMAZ = listed("JSC Almaz-Antey", effect="block", list="us_ofac_sdn", identifiers=[INN])


def holds(
    owner: OwnershipParty | str, owned: OwnershipParty | str, percent: float | None
) -> OwnershipStatement:
    return OwnershipStatement(owner=owner, owned=owned, percent=percent, source="register")


def screened(
    statements: list[OwnershipStatement], party: ss.Party | str, *entities: ss.Entity, on: date | None = DAY
) -> ShipmentScreening:
    given = party if isinstance(party, ss.Party) else ss.Party(role="consignee", name=party)
    screener = ss.Screener.from_entities(entities or (ALMAZ,), ownership=Ownership.of(statements))
    return screener.screen(shipment(given, date=on))


def told(findings: tuple[OwnershipFinding, ...]) -> list[tuple[str, str, bool]]:
    return [(finding.regime, finding.outcome, finding.review) for finding in findings]


def test_cobham_by_name_and_by_ownership() -> None:
    """OFAC settled with Cobham on 27 November 2018: its tool had found nothing for this name."""
    answer = screened([holds("Almaz-Antey JSC", "Almaz Antey Telecom", 51)], "Almaz Antey Telecom LLC")
    (party,) = answer.parties
    (hit,) = party.screening.hits
    assert (hit.name, hit.alert) == ("JSC Almaz-Antey", True)
    (owned,) = party.ownership
    assert (owned.regime, owned.outcome, owned.pct_min, owned.on) == ("us_ofac", "owned", 51, DAY)
    assert owned.review  # the owner is tied to the list by its name alone
    assert [note.name for note in party.notes] == ["owners_by_name"]
    assert answer.advice == "review"


def test_numbers_make_it_certain() -> None:
    owner = OwnershipParty(id="1", name="Concern VKO", identifiers={"inn": "7731084175"})
    owned = OwnershipParty(id="2", name="Blue Harbour", identifiers={"ogrn": "1027739000000"})
    party = ss.Party(role="buyer", name="Anything", identifiers={"OGRN": "1027739000000"})
    answer = screened([holds(owner, owned, 51)], party)
    assert told(answer.parties[0].ownership) == [("us_ofac", "owned", False)]
    assert (answer.advice, answer.reasons[0].name) == ("hold", "owned")
    assert answer.parties[0].notes == ()


def test_a_chain_is_a_fixed_point_and_the_finding_has_its_sub_graph() -> None:
    statements = [
        holds("JSC Almaz-Antey", "Northern Holding", 50),
        holds("Northern Holding", "Blue Harbour", 50),
        holds("Somebody Else", "Blue Harbour", 50),
        holds("Blue Harbour", "Something Below", 100),
        holds("Unrelated", "Elsewhere", 100),
    ]
    (owned,) = screened(statements, "BLUE HARBOUR LTD").parties[0].ownership
    assert (owned.outcome, owned.pct_min) == ("owned", 50)
    assert [part.party.name for part in owned.parties] == [
        "JSC Almaz-Antey",
        "Northern Holding",
        "Blue Harbour",
    ]


def test_what_no_rule_reaches_is_no_finding() -> None:
    answer = screened([holds("JSC Almaz-Antey", "Blue Harbour", 10)], "Blue Harbour")
    assert answer.parties[0].ownership == ()
    assert answer.parties[0].notes == ()
    assert answer.advice == "release"


def test_a_share_that_is_not_known_is_reviewed() -> None:
    answer = screened([holds("JSC Almaz-Antey", "Blue Harbour", None)], "Blue Harbour")
    assert told(answer.parties[0].ownership) == [("us_ofac", "undetermined", True)]
    assert (answer.advice, answer.reasons[0].name) == ("review", "perhaps_owned")


def test_the_day_of_the_shipment_counts() -> None:
    statement = holds("JSC Almaz-Antey", "Blue Harbour", 60).model_copy(update={"until": date(2020, 1, 1)})
    assert screened([statement], "Blue Harbour").parties[0].ownership
    assert not screened([statement], "Blue Harbour", on=date(2021, 1, 1)).parties[0].ownership
    assert not screened([statement], "Blue Harbour", on=None).parties[0].ownership


@pytest.mark.parametrize("name", ["Harbour Blue", "Blue Harbours", "Blue", "Blue Harbour Trading"])
def test_another_name_is_another_party(name: str) -> None:
    answer = screened([holds("JSC Almaz-Antey", "Blue Harbours Bay", 60)], name)
    assert answer.parties[0].ownership == ()


def test_names_in_other_scripts_and_orders_are_the_same() -> None:
    answer = screened([holds("JSC Almaz-Antey", "ООО «Селенга Вектор»", 60)], "Selenga Vektor OOO")
    assert told(answer.parties[0].ownership) == [("us_ofac", "owned", True)]


def test_namesakes_are_judged_apart() -> None:
    first, second = (OwnershipParty(id=key, name="Blue Harbour Ltd") for key in ("1", "2"))
    answer = screened(
        [holds("JSC Almaz-Antey", first, 60), holds("JSC Almaz-Antey", second, 10)], "Blue Harbour"
    )
    assert [owned.party.id for owned in answer.parties[0].ownership] == ["1"]


def test_what_lists_state_is_joined_with_what_the_user_states() -> None:
    group = listed("Grand Group", list="us_ofac_sdn", effect="block")
    holding = listed(
        "Quiet Holding",
        list="un_sc",
        relations=[Relation(kind="owner", name="Grand Group", id="Grand Group")],
    )
    group_there = listed("Grand Group", list="un_sc", effect="information")
    statements = [holds("Quiet Holding SA", "Blue Harbour", 80)]
    (owned,) = screened(statements, "Blue Harbour", group, holding, group_there).parties[0].ownership
    assert (owned.regime, owned.outcome) == ("us_ofac", "undetermined")
    assert [part.party.name for part in owned.parties] == ["Grand Group", "Quiet Holding SA", "Blue Harbour"]


def test_lists_alone_state_owners_too() -> None:
    relation = Relation(kind="subsidiary", name="Blue Harbour LLC")
    group = listed("Grand Group", list="us_ofac_sdn", effect="block", relations=[relation])
    screener = ss.Screener.from_entities([group])
    answer = screener.screen(shipment(("consignee", "Blue Harbour"), date=DAY))
    assert told(answer.parties[0].ownership) == [("us_ofac", "undetermined", False)]


def test_circles_and_hubs_end() -> None:
    circle = [holds("A Works", "B Works", 60), holds("B Works", "A Works", 60)]
    assert screened([*circle, holds("JSC Almaz-Antey", "A Works", 40)], "B Works").parties[0].ownership == ()
    many = [holds(f"Owner {number}", "Blue Harbour", 0.1) for number in range(400)]
    party = screened([*many, holds("JSC Almaz-Antey", "Blue Harbour", 60)], "Blue Harbour").parties[0]
    assert "owners_cut" in [note.name for note in party.notes]
