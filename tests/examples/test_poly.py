"""The example runs as its README says, on 2,000 ordinary shipments and all that are planted."""

from __future__ import annotations

import csv
import subprocess
import sys
from pathlib import Path

import pytest
from lxml import etree

EXAMPLE = Path(__file__).parents[2] / "examples" / "poly"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("poly")
    run("generate.py", "--ordinary", "2000", "--out", str(folder))
    return folder


@pytest.fixture(scope="module")
def table(folder: Path) -> dict[str, str]:
    printed = run("screen.py", "--folder", str(folder), "--workers", "1", "--today", "2026-11-30")
    return {line[:56].strip(): line[56:] for line in printed.splitlines()}


@pytest.fixture(scope="module")
def found(folder: Path, table: dict[str, str]) -> list[dict[str, str]]:
    with (folder / "found.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def run(script: str, *arguments: str) -> str:
    command = [sys.executable, str(EXAMPLE / script), *arguments]
    return subprocess.run(command, check=True, capture_output=True, text=True, encoding="utf-8").stdout


def test_what_is_found(table: dict[str, str]) -> None:
    assert {name: told for name, told in table.items() if name != "time"} == {
        "planted shipments found": "281 of 281",
        "on their day: hold, review": "223, 58",
        "only by what is known today": "0",
        "by the consignee's name": "253",
        "by the exporter's owners": "281",
        "whose listing is known to be as old as the shipment": "0",
        "by the owners alone": "28",
        "consignee on its day: listed": "228",
        "consignee on its day: not found by name": "28",
        "consignee on its day: not yet listed": "25",
        "ordinary ones, hold": "0 of 2,000 (0.000%)",
        "ordinary ones, review": "26 of 2,000 (1.300%)",
        "for red_flag": "26",
        "judged again as of today": "307, of them planted 281",
        "planted: hold, review": "268, 13",
        "planted: another advice today": "45",
        "exporter today: not reached": "23",
        "exporter today: owned": "235",
        "exporter today: undetermined": "23",
    }


def test_the_way_from_an_exporter_to_a_listing(found: list[dict[str, str]]) -> None:
    assert len(found) == 307
    two_ways = next(row for row in found if row["Exporter"] == "ZHUORAO MICROWAVE HK LTD")
    top = "of shares held by Poly Technologies Inc. [listed: us_ofac_sdn 49446] < "
    top += "100 % of shares held by China Poly Group Corporation"
    name = "Zhuorao Microwave (HK) Limited"
    assert two_ways["Owners of the exporter"].split("; ") == [
        f"{name} < 25 % of shares held by Hengchuo Investment Ltd. < 75 % {top}",
        f"{name} < 30 % of shares held by Lanrui Partners (HK) Limited < 60 % {top}",
    ]
    assert two_ways["Conglomerate"] == "China Poly Group Corporation"


def test_exactly_half_is_enough_in_some_regimes(found: list[dict[str, str]]) -> None:
    half = next(row for row in found if "QIAORUN" in row["Exporter"])
    # The UK asks for more than half, the others for half.
    assert half["Rules that reach the exporter today"] == "us_ofac owned; eu owned; us_bis owned"


def test_what_was_sold_is_not_owned_today(found: list[dict[str, str]]) -> None:
    sold = [row for row in found if "FENGLUE" in row["Exporter"].upper()]
    assert len(sold) == 23
    assert {row["Rules that reach the exporter today"] for row in sold} == {""}
    assert all(row["As of"] == row["Date"] <= "2020-06-30" for row in sold)


def test_ordinary_companies_are_marked_as_invented(folder: Path) -> None:
    with (folder / "records.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert len(rows) == 2281
    assert {row["Invented"] for row in rows} == {"exporter, consignee, shipment", "exporter, shipment"}
    assert sum(row["Invented"] == "exporter, shipment" for row in rows) == 281


def test_the_pictures(folder: Path, found: list[dict[str, str]]) -> None:
    months = etree.parse(folder / "shipments.svg").getroot()
    titles = [node.text or "" for node in months.iter("{*}title")]
    assert titles[0] == "281 planted shipments found, by month and goods; all invented"
    assert sum(int(title.split(": ")[1].split(" ×")[0]) for title in titles if " × " in title) == 281
    assert "Zhuorao Microwave" in (folder / "owners.svg").read_text("utf-8")
