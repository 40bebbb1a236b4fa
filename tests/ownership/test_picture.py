"""The picture of a finding, as a reader, a browser and a printer see it."""

from __future__ import annotations

import re
from datetime import date
from itertools import combinations
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

from sanctionscreen.model import OwnershipFinding, OwnershipParty
from sanctionscreen.ownership import Ownership, Reach, render_svg, render_text
from sanctionscreen.ownership.layout import Line, lay_out

from .made import DAY, find, holds, listed_as

PAGE = Path(__file__).parents[2] / "docs" / "ownership.md"
SVG = "{http://www.w3.org/2000/svg}"


def example() -> OwnershipFinding:
    """Two ways from a listed owner, a doubtful second one, a circle, and a name that must be escaped."""
    listed = listed_as("X") | listed_as("Y", certain=False)
    statements = [
        holds("X", "Holding", 100, source="register", record="line 2"),
        holds("X", "Blue <Harbour> & Sons", 60, since=date(2014, 1, 1)),
        holds(
            "Holding",
            "保利东方进出口贸易有限公司及其很长很长很长的名字",
            pct_min=50,
            above_min=True,
            pct_max=75,
        ),
        holds("Blue <Harbour> & Sons", "A", 15),
        holds("保利东方进出口贸易有限公司及其很长很长很长的名字", "A", 20),
        holds("Y", "A", 20),
        holds("B", "A", 10),
        holds("A", "B", 60),
    ]
    return find(statements, "A", listed=listed)


def test_text() -> None:
    assert render_text(example()) == (
        "A\n"
        "us_ofac on 2026-01-01: owned, 65 %; a link to a list is not certain\n"
        "Listed parties, and those they reach, hold 65 % of its shares.\n"
        "  ├─ B, owned: 10 % of shares [no source given]\n"
        "  │  └─ A, see above: 60 % of shares [no source given]\n"
        "  ├─ Blue <Harbour> & Sons, owned: 15 % of shares [no source given]\n"
        "  │  └─ X, listed: us_ofac_sdn X, us_csl X: 60 % of shares [no source given, from 2014-01-01]\n"
        "  ├─ Y, listed: us_ofac_sdn Y (by a likeness of names), us_csl Y (by a likeness of names): "
        "20 % of shares [no source given]\n"
        "  └─ 保利东方进出口贸易有限公司及其很长很长很长的名字, owned: 20 % of shares [no source given]\n"
        "     └─ Holding, owned: over 50 to 75 % of shares [no source given]\n"
        "        └─ X, listed: us_ofac_sdn X, us_csl X: 100 % of shares [register, line 2]\n"
        "cross_holding: A and B own something of each other\n"
        "rule_note: OFAC urges caution with parties that blocked persons control without owning half "
        "(FAQ 398).\n"
        "Rule: 50 % or more, added up over blocked persons (OFAC guidance of 13 August 2014; FAQ 398 "
        "(control does not count), 401 (indirect ownership))\n"
    )


def test_the_svg_is_whole_safe_and_the_same_each_time() -> None:
    drawn = render_svg(example())
    assert drawn == render_svg(example())
    root = ET.fromstring(drawn)
    assert root.get("role") == "group"
    assert "owned, 65 %" in (root.get("aria-label") or "")
    assert not re.search(r"<script|<style|href|\bid=|url\(|http(?!://www\.w3\.org/2000/svg)", drawn)
    labels = [group.get("aria-label") for group in root.iter(f"{SVG}g")]
    assert "X, listed: us_ofac_sdn X, us_csl X" in labels
    assert "X holds of Blue <Harbour> & Sons: 60 % of shares (no source given, from 2014-01-01)" in labels
    assert len(labels) == 7 + 8
    assert all(group.get("role") == "img" for group in root.iter(f"{SVG}g"))


def test_names_with_letters_that_xml_forbids_are_drawn() -> None:
    party = OwnershipParty(id="A\x00\x1b", name="A\x00\x1b\ufffe")
    statement = holds("X", "A", 60).model_copy(update={"owned": party})
    reach = Reach(Ownership.of([statement]), listed_as("X"))
    for finding in reach.findings(party.id, DAY):
        ET.fromstring(render_svg(finding).encode("utf-8"))


def test_boxes_and_labels_lie_on_nothing_else() -> None:
    root = ET.fromstring(render_svg(example()))
    boxes = []
    for box in root.iter(f"{SVG}rect"):
        if box.get("x"):
            x, y, width, height = (float(box.attrib[name]) for name in ("x", "y", "width", "height"))
            boxes.append((x, y, x + width, y + height))
    assert len(boxes) == 7 + 8
    for (left, top, right, bottom), (x, y, across, down) in combinations(boxes, 2):
        assert right <= x or across <= left or bottom <= y or down <= top
    _, _, width, height = (float(part) for part in root.attrib["viewBox"].split())
    assert all(
        left >= 0 and top >= 0 and right <= width and down <= height for left, top, right, down in boxes
    )


def test_a_circle_is_dashed_and_points_up() -> None:
    dashed = re.findall(r'aria-label="([^"]+)">\n<path [^>]*stroke-dasharray', render_svg(example()))
    assert dashed == ["A holds of B: 60 % of shares (no source given)"]


def test_a_party_without_listed_owners_is_a_single_box() -> None:
    finding = find([holds("X", "A", 60), holds("Q", "B", 60)], "B")
    root = ET.fromstring(render_svg(finding))
    assert [group.get("aria-label") for group in root.iter(f"{SVG}g")] == ["B, not owned"]
    assert "B\n" in render_text(finding)


def test_what_is_too_large_to_be_read_is_not_drawn() -> None:
    chain = [holds("X", "N0", 100), *(holds(f"N{n}", f"N{n + 1}", 100) for n in range(600))]
    statements = [*chain, *(holds("X", f"N{n}", 10) for n in range(1, 600))]
    drawn = render_svg(find(statements, "N600"))
    assert "602 parties and 1200 statements decide: too many to draw." in " ".join(
        text.text or "" for text in ET.fromstring(drawn).iter(f"{SVG}text")
    )
    assert len(drawn) < 3000


def test_the_layout_takes_out_crossings() -> None:
    layers = {"a": 0, "b": 0, "c": 1, "d": 1}
    found = lay_out(layers, dict.fromkeys(layers, 10.0), [Line("a", "d", 5), Line("b", "c", 5)])
    assert (found.boxes["a"] < found.boxes["b"]) == (found.boxes["d"] < found.boxes["c"])
    assert found.width >= 2 * 10


def test_the_picture_in_the_docs_is_current() -> None:
    names: dict[str, Any] = {}
    for example in re.findall(r"^```python\n(.+?)^```", PAGE.read_text("utf-8"), re.MULTILINE | re.DOTALL)[
        :2
    ]:
        exec(compile(example, str(PAGE), "exec"), names)
    assert names["picture"] == PAGE.with_suffix(".svg").read_text("utf-8")
