"""What must hold of any graph: order is of no account, and more can never mean less."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from sanctionscreen.model import OwnershipFinding, OwnershipStatement
from sanctionscreen.ownership import Ownership, Reach

from .made import DAY, holds, listed_as

NODES = ("X", "Y", "A", "B", "C", "D")
GRAVITY = ("not_owned", "undetermined", "owned")

shares = st.sampled_from((0, 10, 25, 33.3, 40, 50, 50.1, 75, 100))
kinds = st.sampled_from(("shares", "shares", "shares", "votes", "control", "linked", "office"))


@st.composite
def statements(draw: st.DrawFn) -> OwnershipStatement:
    owner, owned = draw(st.lists(st.sampled_from(NODES), min_size=2, max_size=2, unique=True))
    least, most = sorted((draw(shares), draw(shares)))
    kind, indirect = draw(kinds), draw(st.integers(0, 5)) == 0
    return holds(owner, owned, pct_min=least, pct_max=most, kind=kind, indirect=indirect)


graphs = st.lists(statements(), max_size=12)


def findings(graph: list[OwnershipStatement]) -> dict[tuple[str, str], OwnershipFinding]:
    reach = Reach(Ownership.of(graph), listed_as("X") | listed_as("Y", certain=False))
    return {(party, found.regime): found for party in NODES for found in reach.findings(party, DAY)}


@given(graphs, st.randoms(use_true_random=False))
def test_the_order_of_statements_is_of_no_account(graph: list[OwnershipStatement], random: st.DrawFn) -> None:
    shuffled = list(graph)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert findings(graph) == findings(shuffled)


@given(graphs, statements())
def test_no_further_statement_makes_an_owned_party_not_owned(
    graph: list[OwnershipStatement], more: OwnershipStatement
) -> None:
    before, after = findings(graph), findings([*graph, more])
    for key, finding in before.items():
        if key[1] == "us_ofac" and finding.outcome == "owned":
            assert after[key].outcome != "not_owned"


@given(graphs, st.integers(0, 11), shares)
def test_a_higher_percentage_makes_no_outcome_milder(
    graph: list[OwnershipStatement], place: int, raised: float
) -> None:
    unique = list(
        {(s.owner.id, s.owned.id, s.kind, s.indirect): s for s in graph if s.owner.id in "XY"}.values()
    )
    before = findings(unique)
    if unique:
        old = unique[place % len(unique)]
        least, most = max(old.pct_min or 0, raised), max(old.pct_max or 0, raised)
        unique[place % len(unique)] = old.model_copy(update={"pct_min": least, "pct_max": most})
    after = findings(unique)
    for key, finding in before.items():
        if key[1] == "us_ofac":
            assert GRAVITY.index(after[key].outcome) >= GRAVITY.index(finding.outcome)


@given(graphs)
def test_a_finding_shows_what_it_says(graph: list[OwnershipStatement]) -> None:
    for finding in findings(graph).values():
        shown = {party.party.id: party for party in finding.parties}
        assert 0 <= finding.pct_min <= finding.pct_max <= 100
        assert {end.id for one in finding.statements for end in (one.owner, one.owned)} <= set(shown)
        if finding.outcome != "not_owned":
            assert finding.basis
            assert finding.parties[-1].party.id == finding.party.id
            assert any(party.listed for party in finding.parties)
            tops = {party.party.id for party in finding.parties if party.layer == 0}
            around = {one.owned.id for one in finding.statements if one.owner.id == finding.party.id}
            assert all(shown[top].listed for top in tops - around)
