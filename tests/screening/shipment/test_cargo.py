"""Goods and route of a shipment."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import sanctionscreen as ss
from sanctionscreen.goods import CodeList
from sanctionscreen.model import Goods

from .made import ENTITIES, SCREENER, shipment

CLEAN = ("consignee", "Blue Harbour Ltd")


def test_goods_and_route_are_flagged_on_the_day() -> None:
    asked = shipment(
        CLEAN,
        goods=[Goods(hs="2818.20"), Goods(hs="8542.31.00", hs_edition=2022)],
        origin="DE",
        destination="Yalta, Ukraine",
        via=["Kazakhstan"],
        date=date(2024, 6, 1),
    )
    answer = SCREENER.screen(asked)
    assert [(row.line, row.flag.list, row.flag.match, row.flag.tier) for row in answer.goods] == [
        (1, "chpl", "code", "1")
    ]
    assert [(flag.kind, flag.place, flag.regime) for flag in answer.route] == [
        ("embargo", "destination", "us"),
        ("embargo", "destination", "eu"),
        ("transshipment", "via", "us"),
    ]
    assert answer.advice == "hold"
    before = SCREENER.screen(asked.model_copy(update={"date": date(2014, 3, 1)}))
    assert before.route == ()


def test_a_bad_code_is_skipped_and_the_rest_is_looked_at() -> None:
    goods = [
        Goods(hs="85423"),
        Goods(hs="8542.31"),
        Goods(hs="854231.0"),
        Goods(hs="8542.31", hs_edition=2020),
        Goods(),
    ]
    answer = SCREENER.screen(shipment(CLEAN, goods=goods))
    assert [row.line for row in answer.goods] == [1]
    assert [row.what for row in answer.skipped] == ["goods line 1", "goods line 3", "goods line 4"]
    assert "has 5 digits" in answer.skipped[0].reason
    assert "has 7 digits" in answer.skipped[1].reason
    assert "unknown HS edition 2020" in answer.skipped[2].reason
    assert [note.name for note in answer.warnings] == ["no_code"]
    assert answer.advice == "review"


def test_a_place_that_does_not_exist_hides_no_other() -> None:
    answer = SCREENER.screen(shipment(CLEAN, destination="Iran", origin="Nowhere", via=["Elsewhere"]))
    assert [(flag.kind, flag.place) for flag in answer.route] == [("embargo", "destination")]
    assert [row.what for row in answer.skipped] == ["origin", "via"]


def test_lists_of_codes_of_ones_own(tmp_path: Path) -> None:
    file = tmp_path / "watched.csv"
    file.write_text("code,tier\n93,arms\n", "utf-8")
    watched = CodeList.load(file, key="watched")
    screener = ss.Screener.from_entities(ENTITIES, code_lists=[watched])
    answer = screener.screen(shipment(CLEAN, goods=[Goods(hs="9306.21"), Goods(hs="8542.31")]))
    assert [(row.line, row.flag.list) for row in answer.goods] == [(0, "watched"), (1, "chpl")]
