"""Statements packed and given back, and what they say of parties together."""

from __future__ import annotations

from datetime import date

from sanctionscreen.model import OwnershipParty, OwnershipStatement
from sanctionscreen.ownership import Ownership

from .made import holds

FULL = OwnershipStatement(
    owner=OwnershipParty(id="H", name="Holding", country="CN", identifiers={"lei": "1", "inn": "2"}),
    owned=OwnershipParty(id="W", name="Works"),
    kind="votes",
    pct_min=25,
    pct_max=50,
    above_min=True,
    below_max=True,
    indirect=True,
    since=date(2019, 1, 1),
    until=date(2020, 1, 1),
    source="register",
    record="line 2",
    note="as stated",
)


def test_a_statement_comes_back_as_it_was() -> None:
    others = [
        holds("A", "B", 33.3),
        holds("A", "B", 0),
        holds("A", "B", pct_min=10),
        holds("A", "B", pct_max=99.5, below_max=True),
        holds("A", "B", kind="control"),
    ]
    graph = Ownership.of([FULL, *others])
    assert sorted(map(repr, graph.statements())) == sorted(map(repr, [FULL, *others]))
    assert len(graph) == 6
    assert "H" in graph
    assert "Holding" not in graph


def test_a_party_is_what_all_statements_say_of_it() -> None:
    other = OwnershipParty(id="H", name="Holding Ltd", country="CN", identifiers={"lei": "1", "uscc": "3"})
    third = OwnershipParty(id="H", name="Holding Ltd", country="HK")
    statements = [FULL, holds("H", "Z", 1), holds("Q", "H", 1).model_copy(update={"owned": other})]
    party = Ownership.of(statements).party("H")
    assert (party.name, party.other_names, party.country) == ("Holding", ("Holding Ltd",), "CN")
    assert dict(party.identifiers) == {"lei": "1", "inn": "2", "uscc": "3"}
    disagreeing = Ownership.of([*statements, holds("R", "H", 1).model_copy(update={"owned": third})])
    assert disagreeing.party("H").country is None
    assert [known.id for known in disagreeing.parties()] == ["H", "Q", "R", "W", "Z"]
    assert disagreeing.party("nobody").name == "nobody"


def test_what_is_odd_is_told_without_any_listed_owner() -> None:
    graph = Ownership.of(
        [
            holds("A", "B", 60),
            holds("B", "A", 60),
            holds("C", "D", 60),
            holds("D", "E", 60),
            holds("E", "C", 60),
            holds("Q", "A", 50),
            holds("R", "S", 10),
            holds("R", "S", 20),
            holds("S", "R", 1, until=date(2020, 1, 1)),
        ]
    )
    assert [(notice.name, notice.text) for notice in graph.oddities(date(2026, 1, 1))] == [
        ("cross_holding", "A and B own something of each other"),
        ("circle", "C, D and E own each other in a circle"),
        (
            "over_100",
            "the statements account for 110 % of the shares of A; look at their sources and dates",
        ),
        (
            "statements_differ",
            "2 statements on what R holds of S contradict each other, or are lots that add up",
        ),
    ]
    wide = Ownership.of([holds(f"N{n}", f"N{(n + 1) % 9}", 50) for n in range(9)])
    assert (
        wide.oddities(date(2026, 1, 1))[0].text == "N0, N1, N2, N3, N4 and 4 more own each other in a circle"
    )
