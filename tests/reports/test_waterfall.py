"""The picture of a score: every contribution a bar, and the bars lead to the score."""

from __future__ import annotations

import pytest
from lxml import etree

import sanctionscreen as ss
from sanctionscreen.reports.waterfall import CHART, LABELS, render_waterfall

SVG = "{http://www.w3.org/2000/svg}"


@pytest.mark.parametrize(
    ("asked", "listed"),
    [
        ("World Jetta Logistic", "World Jetta (H.K.) Logistics Limited"),
        ("CETC 15th Research Institute", "CETC Research Institute 13"),
        ("A \"<&>' Trading", "A & B Trading LLC"),
        ("nothing", "in common"),
    ],
)
def test_each_contribution_is_a_bar_and_the_last_is_the_score(asked: str, listed: str) -> None:
    comparison = ss.compare(asked, listed)
    root = etree.fromstring(render_waterfall(comparison, 80).encode())
    bars = root.findall(f"{SVG}rect")
    assert len(bars) == len(comparison.evidence) + 1
    assert bars[-1].get("class") == "score"
    assert float(bars[-1].get("width")) == pytest.approx(max(CHART * comparison.score / 100, 1), abs=0.1)
    kinds = ["gives" if row.points > 0 else "takes" for row in comparison.evidence]
    assert [bar.get("class") for bar in bars[:-1]] == kinds
    assert all(LABELS <= float(bar.get("x")) <= LABELS + CHART for bar in bars)
    assert len(root.findall(f"{SVG}line[@class='line least']")) == 1
