"""What follows from statements: sums, ranges, kinds of holding, days, doubtful links, and what is odd."""

from __future__ import annotations

from datetime import date

import pytest

import sanctionscreen as ss
from sanctionscreen.model import ListedOwner, OwnershipParty
from sanctionscreen.ownership import REGIMES, Ownership, Reach, Regime, Roots, Threshold

from .made import DAY, find, holds, listed_as, outcome, remarks


def test_percentages_are_added_up_exactly() -> None:
    assert outcome([holds("X", "A", 16.6), holds("Y", "A", 16.7), holds("Z", "A", 16.7)], "A") == "not_owned"
    owners = [holds(key, "A", share) for key, share in (("X", 16.6), ("Y", 16.7), ("Z", 16.7))]
    assert outcome(owners, "A", listed=listed_as("X", "Y", "Z")) == "owned"
    assert outcome([holds("X", "A", 49.999999999)], "A") == "not_owned"


@pytest.mark.parametrize(
    ("fields", "ofac", "gb"),
    [
        ({"percent": 50}, "owned", "not_owned"),
        ({"pct_min": 50, "pct_max": 75}, "owned", "undetermined"),
        ({"pct_min": 50, "pct_max": 75, "above_min": True}, "owned", "owned"),
        ({"pct_min": 25, "pct_max": 50}, "undetermined", "not_owned"),
        ({"pct_min": 25, "pct_max": 50, "below_max": True}, "not_owned", "not_owned"),
        ({"pct_max": 25}, "not_owned", "not_owned"),
        ({"pct_min": 10}, "undetermined", "undetermined"),
        ({}, "undetermined", "undetermined"),
    ],
)
def test_ranges_and_their_open_ends(fields: dict[str, float], ofac: str, gb: str) -> None:
    statement = holds("X", "A", **fields)  # type: ignore[arg-type]
    assert (outcome([statement], "A"), outcome([statement], "A", "gb")) == (ofac, gb)


def test_what_others_hold_for_certain_the_listed_cannot() -> None:
    unknown = holds("X", "A")
    finding = find([unknown, holds("Q", "A", 60)], "A")
    assert (finding.outcome, finding.pct_min, finding.pct_max) == ("not_owned", 0, 40)
    assert outcome([unknown, holds("Q", "A", 50)], "A") == "undetermined"


def test_one_holding_from_several_statements() -> None:
    overlap = [holds("X", "A", pct_min=25, pct_max=75), holds("X", "A", pct_min=50)]
    finding = find(overlap, "A")
    assert (finding.pct_min, finding.pct_max) == (50, 75)
    twice = find([holds("X", "A", 40, source="a"), holds("X", "A", 40, source="b")], "A")
    assert (twice.pct_min, twice.pct_max) == (40, 40)
    lots = find([holds("X", "A", 30), holds("X", "A", 25)], "A")
    assert (lots.outcome, lots.pct_min, lots.pct_max) == ("undetermined", 25, 55)
    assert remarks(lots) == {"statements_differ"}


def test_indirect_holdings_are_not_added_to_direct_ones() -> None:
    shares = [holds("X", "B", 100), holds("B", "A", 30), holds("X", "A", 30, indirect=True)]
    finding = find(shares, "A")
    assert (finding.outcome, finding.pct_min, finding.pct_max) == ("undetermined", 30, 60)
    assert outcome([holds("X", "A", 75, indirect=True)], "A") == "owned"


def test_control_counts_where_the_regime_says_so() -> None:
    control = [holds("X", "A", 10), holds("X", "A", kind="control")]
    assert outcome(control, "A") == "not_owned"
    for regime in ("eu", "gb"):
        finding = find(control, "A", regime)
        assert (finding.outcome, finding.basis) == ("owned", "control")
        assert (finding.pct_min, finding.pct_max) == (10, 10)
    votes = [holds("X", "A", 0), holds("X", "A", 51, kind="votes")]
    assert [outcome(votes, "A", regime) for regime in ("us_ofac", "eu", "gb")] == [
        "not_owned",
        "owned",
        "owned",
    ]
    assert find(votes, "A", "gb").pct_min == 51


@pytest.mark.parametrize("kind", ["control", "votes", "board", "linked"])
def test_whose_shares_are_not_stated_may_own(kind: str) -> None:
    finding = find([holds("X", "A", kind=kind)], "A")
    assert (finding.outcome, finding.basis, finding.pct_max) == ("undetermined", "shares", 100)
    assert [statement.kind for statement in finding.statements] == [kind]


def test_an_office_is_no_ownership_but_is_told() -> None:
    finding = find([holds("X", "A", kind="office", note="director")], "A", "gb")
    assert finding.outcome == "not_owned"
    assert remarks(finding) == {"office"}


def test_whoever_is_perhaps_reached_perhaps_reaches_others() -> None:
    chain = [holds("X", "A", pct_min=40, pct_max=60), holds("A", "B", 100)]
    finding = find(chain, "B")
    assert (finding.outcome, finding.pct_min, finding.pct_max) == ("undetermined", 0, 100)
    assert [party.outcome for party in finding.parties] == [None, "undetermined", "undetermined"]


def test_the_uk_adds_up_what_one_person_holds_and_not_what_several_do() -> None:
    one = [holds("X", "A", 60), holds("X", "B", 60), holds("A", "C", 30), holds("B", "C", 30)]
    assert outcome(one, "C", "gb") == "owned"
    two = find([holds("X", "A", 30), holds("Y", "A", 30)], "A", "gb")
    assert (two.outcome, two.pct_max) == ("not_owned", 30)
    assert remarks(two) == {"joint_holding"}
    same = {key: ListedOwner(list="gb_fcdo", entity="one person") for key in ("X", "Y")}
    assert outcome([holds("X", "A", 30), holds("Y", "A", 30)], "A", "gb", listed=same) == "owned"


def test_statements_and_listings_hold_on_their_days() -> None:
    sold = [holds("X", "A", 60, since=date(2019, 1, 1), until=date(2020, 6, 30))]
    days = (date(2018, 12, 31), date(2019, 1, 1), date(2020, 6, 30), date(2020, 7, 1))
    assert [outcome(sold, "A", on=day) for day in days] == ["not_owned", "owned", "owned", "not_owned"]
    since = listed_as("X", since=date(2020, 1, 1), until=date(2020, 3, 31))
    days = (date(2019, 12, 31), date(2020, 1, 1), date(2020, 3, 31), date(2020, 4, 1))
    assert [outcome(sold, "A", on=day, listed=since) for day in days] == [
        "not_owned", "owned", "owned", "not_owned",
    ]  # fmt: skip
    finding = find(sold, "A", on=date(2021, 1, 1))
    assert remarks(finding) == {"owners_unknown"}


def test_the_stretches_that_are_kept_stay_few(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sanctionscreen.ownership.reach.MOST_KEPT", 3)
    statements = [holds("X", f"A{n}", 60, since=date(2015, 1, n)) for n in range(1, 9)]
    reach = Reach(Ownership.of(statements), listed_as("X"))
    for _ in range(2):
        for n in range(1, 9):
            findings = reach.findings("A5", date(2015, 1, n))
            assert findings[0].outcome == ("owned" if n >= 5 else "not_owned")
    assert len(reach._stretches) <= 3


def test_findings_that_rest_on_a_doubtful_link_say_review() -> None:
    doubtful = listed_as("X") | listed_as("Y", certain=False)
    both = [holds("X", "A", 30), holds("Y", "A", 30)]
    assert find(both, "A", listed=doubtful).review
    assert not find(both, "A", "gb", listed=doubtful).review
    assert not find([holds("X", "A", 60), holds("Y", "A", 10)], "A", listed=doubtful).review
    assert find([holds("Y", "A", 60)], "A", "gb", listed=doubtful).review


def test_a_listed_party_is_judged_by_its_owners_alone() -> None:
    finding = find([holds("X", "Y", 60), holds("Y", "A", 100)], "Y")
    assert finding.outcome == "owned"
    assert remarks(finding) == {"listed"}
    circle = [holds("X", "A", 100), holds("A", "X", 60)]
    finding = find(circle, "X")
    assert (finding.outcome, finding.pct_max) == ("not_owned", 0)
    assert remarks(finding) == {"listed", "cross_holding"}
    assert outcome([*circle, holds("Y", "X", 60)], "X") == "owned"


def test_circles_end_and_are_told() -> None:
    seeded = [holds("X", "A", 50), holds("A", "B", 60), holds("B", "A", 30)]
    finding = find(seeded, "A")
    assert (finding.outcome, finding.pct_min) == ("owned", 80)
    assert remarks(finding) == {"cross_holding"}
    around = [holds("A", "B", 60), holds("B", "C", 60), holds("C", "A", 60), holds("X", "A", 30)]
    finding = find(around, "A")
    assert (finding.outcome, finding.pct_max) == ("not_owned", 30)
    assert remarks(finding) == {"circle"}
    assert find([holds("X", "A", 10), holds("A", "X", kind="linked")], "A").remarks[:-1] == ()


def test_more_than_the_whole_is_told() -> None:
    finding = find([holds("X", "A", 60), holds("Q", "A", 70)], "A")
    assert finding.outcome == "owned"
    assert remarks(finding) == {"over_100"}
    assert "130 %" in finding.remarks[0].text
    assert outcome([holds("X", "A"), holds("Q", "A", 70), holds("R", "A", 70)], "A") == "undetermined"


def test_scope_and_unspecified_owners_are_told() -> None:
    wide = listed_as("X", scope=("and its subsidiaries", "all offices worldwide"))
    finding = find([holds("X", "A", 10)], "A", listed=wide)
    texts = {remark.text for remark in finding.remarks if remark.name == "scope"}
    assert "the listing of X on us_ofac_sdn itself says 'and its subsidiaries'" in texts
    assert not any("offices" in text for text in texts)
    nobody = OwnershipParty(id="unspecified:1", name="Unspecified owner (unknown)")
    statements = [holds("X", "A", 10), holds("Q", "A").model_copy(update={"owner": nobody})]
    assert remarks(find(statements, "A")) == {"owner_unspecified"}


def test_bis_does_not_reach_american_companies() -> None:
    american = OwnershipParty(id="A", name="A", country="US")
    statement = holds("X", "A", 60).model_copy(update={"owned": american})
    finding = find([statement], "A", "us_bis")
    assert remarks(finding) == {"outside_rule"}


def test_only_the_statements_that_decide_are_shown() -> None:
    statements = [
        holds("X", "A", 60),
        holds("A", "B", 55),
        holds("Q", "B", 45),
        holds("X", "other", 90),
        holds("Z", "A", 40),
        holds("B", "C", 100),
        holds("C", "D", 100),
    ]
    finding = find(statements, "C")
    ties = [(statement.owner.id, statement.owned.id) for statement in finding.statements]
    assert sorted(ties) == [("A", "B"), ("B", "C"), ("X", "A")]
    assert [(party.party.id, party.layer) for party in finding.parties] == [
        ("X", 0),
        ("A", 1),
        ("B", 2),
        ("C", 3),
    ]


def test_a_party_that_nothing_ties_to_a_listed_one() -> None:
    graph = [holds("X", "A", 60), holds("Q", "B", 60)]
    finding = find(graph, "B")
    assert (finding.outcome, finding.parties, finding.statements, finding.remarks) == (
        "not_owned",
        (),
        (),
        (),
    )
    assert Reach(Ownership.of(graph), listed_as("X")).findings("nobody", DAY) == ()
    assert Reach(Ownership.of([]), listed_as("X")).findings("X", DAY) == ()
    assert (
        outcome(graph, "B", listed={"somebody else": ListedOwner(list="gb_fcdo", entity="1")}) == "not_owned"
    )


def test_a_long_chain_neither_overflows_nor_hangs() -> None:
    length = 3000
    chain = [holds("X", "N0", 100), *(holds(f"N{n}", f"N{n + 1}", 100) for n in range(length))]
    finding = find(chain, f"N{length}")
    assert finding.outcome == "owned"
    assert len(finding.statements) == length + 1
    assert outcome([*chain, holds(f"N{length}", "N0", 0.5)], "N5") == "owned"


def test_a_rule_of_ones_own() -> None:
    quarter = Regime(
        key="house",
        rule="a quarter or more",
        roots=(Roots(list="house"),),
        shares=Threshold(percent=25),
        source="our own policy",
    )
    graph = Ownership.of([holds("X", "A", 25)])
    reach = Reach(graph, {"X": ListedOwner(list="house", entity="1")}, (*REGIMES, quarter))
    assert [finding.outcome for finding in reach.findings("A", DAY) if finding.regime == "house"] == ["owned"]
    with pytest.raises(ss.UsageError, match="two rules of the regime 'house' hold on every day"):
        Reach(graph, {}, (quarter, quarter))
