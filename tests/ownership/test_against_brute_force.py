"""Random small graphs with ranges, cycles and control, against every way to fill them."""

from __future__ import annotations

import random
from datetime import date

import pytest

from sanctionscreen.model import ListedOwner, OwnershipStatement
from sanctionscreen.ownership import Ownership, Reach

from .brute import Graph, Rule, outcomes, random_graph

DAY = date(2026, 1, 1)
LISTS = ("us_ofac_sdn", "eu_fsf", "gb_fcdo")
RULES = {
    "us_ofac": Rule(),
    "eu": Rule(control=True),
    "gb": Rule(above=True, aggregate=False, control=True),
}


def statements(graph: Graph) -> list[OwnershipStatement]:
    return [
        OwnershipStatement(owner=edge.owner, owned=edge.owned, kind="control")
        if edge.controls
        else OwnershipStatement(owner=edge.owner, owned=edge.owned, pct_min=edge.least, pct_max=edge.most)
        for edge in graph.edges
    ]


def found(graph: Graph) -> dict[str, dict[str, str]]:
    """The outcomes by regime and party, of parties that are not listed."""
    listed = {key: [ListedOwner(list=name, entity=key) for name in LISTS] for key in graph.listed}
    reach = Reach(Ownership.of(statements(graph)), listed)
    outcome: dict[str, dict[str, str]] = {regime: {} for regime in RULES}
    for node in set(graph.nodes) - set(graph.listed):
        for finding in reach.findings(node, DAY):
            if finding.regime in outcome:
                outcome[finding.regime][node] = finding.outcome
    return outcome


@pytest.mark.parametrize("seed", range(8))
def test_outcomes_are_those_of_every_way_to_fill_the_ranges(seed: int) -> None:
    draw = random.Random(seed)
    for number in range(60):
        graph = random_graph(draw, ranges=number % 4)
        expected = {regime: outcomes(graph, rule) for regime, rule in RULES.items()}
        assert found(graph) == expected, graph
