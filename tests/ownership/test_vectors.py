"""The published examples of OFAC's rule, with the UK's beside it, and the Cobham case."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from sanctionscreen.ownership import Ownership, Reach

from .made import DAY, find, holds, listed_as

VECTORS = Path(__file__).parents[3] / "shared" / "eval" / "ownership_vectors.json"

# OFAC FAQ 401, examples 1 to 3: who is owned under OFAC's rule. Nothing is over 50 %, so nobody is in the UK.
FAQ_401 = {
    "one half of one half": ([("X", "A", 50), ("A", "B", 50)], "AB"),
    "two quarters through two halves": (
        [("X", "A", 50), ("X", "B", 50), ("A", "C", 25), ("B", "C", 25)],
        "ABC",
    ),
    "directly and through a half": ([("X", "A", 50), ("X", "B", 10), ("A", "B", 40)], "AB"),
}


def owned(edges: list[tuple[str, str, float]], listed: list[str]) -> dict[str, set[str]]:
    """The parties that each regime's rule reaches, without the listed ones."""
    graph = Ownership.of(holds(owner, owned, percent) for owner, owned, percent in edges)
    reach = Reach(graph, listed_as(*listed))
    found: dict[str, set[str]] = {}
    for party in sorted(set(graph.ids) - set(listed)):
        for finding in reach.findings(party, DAY):
            of_regime = found.setdefault(finding.regime, set())
            of_regime |= {party} if finding.outcome == "owned" else set()
    return found


@pytest.mark.parametrize("name", FAQ_401)
def test_faq_401(name: str) -> None:
    edges, expected = FAQ_401[name]
    found = owned(edges, ["X"])
    assert found["us_ofac"] == found["eu"] == found["us_bis"] == set(expected)
    assert found["gb"] == set()


def test_all_vectors() -> None:
    if not VECTORS.is_file():
        pytest.skip("the ownership vectors (shared/eval beside the checkout) are not here")
    for vector in json.loads(VECTORS.read_text("utf-8")):
        found = owned(vector["owns"], vector["listed"])
        assert found["us_ofac"] == set(vector["ofac"]), vector["name"]
        assert found["gb"] == set(vector["uk"]), vector["name"]


def test_cobham() -> None:
    """OFAC against Cobham, 27 November 2018: no name led from the consignee to its listed owner."""
    statement = holds("JSC Almaz-Antey", "Almaz Antey Telecommunications LLC", 51, source="OFAC, 2018")
    finding = find([statement], "Almaz Antey Telecommunications LLC", listed=listed_as("JSC Almaz-Antey"))
    assert (finding.outcome, finding.pct_min, finding.pct_max) == ("owned", 51, 51)
    assert finding.statements == (statement,)
    assert [party.party.name for party in finding.parties] == [
        "JSC Almaz-Antey",
        "Almaz Antey Telecommunications LLC",
    ]
    assert finding.parties[0].listed[0].list == "us_ofac_sdn"
