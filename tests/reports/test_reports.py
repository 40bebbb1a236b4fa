"""What a reader of a report is told."""

from __future__ import annotations

import json

import sanctionscreen as ss
from sanctionscreen.model import PartialDate, Relation
from sanctionscreen.reports.json import render_json
from sanctionscreen.reports.text import render_comparison, render_text

LISTED = ss.Entity(
    list="house",
    id="7",
    names=(ss.Name(text="World Jetta (H.K.) Logistics Limited"), ss.Name(text="WJL", strength="weak")),
    relations=(Relation(kind="linked_to", name="SINNO"),),
    scope=("and its sub-units",),
    remarks=("x" * 1000,),
    listing=ss.Listing(
        list="house",
        authority="Export department",
        effect="export_denial",
        listed_on=PartialDate(text="2022"),
        citations=("memo 12", "memo 13"),
    ),
)
SCREENER = ss.Screener.from_entities([LISTED])


def test_text_tells_who_listed_what_and_why_it_was_found() -> None:
    text = render_text(SCREENER.screen("World Jetta (HK) Logistics"))
    for said in (
        "MATCH: 'World Jetta (HK) Logistics' has 1 hit",
        "World Jetta (H.K.) Logistics Limited (primary)   house 7",
        "authority: Export department",
        "effect: no export",
        "listed: 2022",
        "citation: memo 12; memo 13",
        "scope: and its sub-units",
        "tied to: SINNO (linked to)",
        "jetta: the same word",
        "Looked at:\n  house",
    ):
        assert said in text
    assert "x" * 400 not in text


def test_text_marks_a_weak_alias() -> None:
    assert "[weak alias: confirms, does not alert alone]" in render_text(SCREENER.screen("WJL"))


def test_text_names_what_was_skipped() -> None:
    assert "Skipped: name: the name is empty" in render_text(SCREENER.screen(""))


def test_json_is_one_line_that_reads_back() -> None:
    result = SCREENER.screen("World\nJetta")
    line = render_json(result)
    assert "\n" not in line
    assert ss.Screening.model_validate(json.loads(line)) == result


def test_a_comparison_shows_both_words() -> None:
    assert "logistic = logistics" in render_comparison(ss.compare("Jetta Logistic", "Jetta Logistics"))
