"""The example of China Poly's shipments, with fewer ordinary ones."""

from __future__ import annotations

import csv
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

POLY = Path(__file__).parents[2] / "examples" / "poly"


def run(script: str, *arguments: str) -> str:
    command = [sys.executable, str(POLY / script), *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=True, encoding="utf-8").stdout


@pytest.fixture(scope="module")
def screened(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    folder = tmp_path_factory.mktemp("poly")
    run("generate.py", "--shipments", "1000", "-o", str(folder / "shipments.csv"))
    return folder, run("screen.py", str(folder / "shipments.csv"))


def test_all_planted_shipments_are_found_and_ordinary_ones_released(screened: tuple[Path, str]) -> None:
    rows = [line.split() for line in screened[1].splitlines()[1:3]]
    assert rows == [["planted", "281", "266", "15", "0"], ["ordinary", "1,000", "0", "0", "1,000"]]


def test_what_is_found_has_its_chain_to_the_conglomerate(screened: tuple[Path, str]) -> None:
    with (screened[0] / "found.csv").open(encoding="utf-8", newline="") as handle:
        found = list(csv.DictReader(handle))
    assert len(found) == 281
    assert all(
        row["chain"].endswith("Poly Technologies, Inc. <- China Poly Group Corporation") for row in found
    )
    assert Counter(row["consignee"] for row in found if row["advice"] == "review") == {
        "Mytischi Machine-building Plant, JSC": 15
    }
    assert all(row["listed_as"] for row in found if row["advice"] == "hold")


def test_the_same_seed_makes_the_same_records(screened: tuple[Path, str], tmp_path: Path) -> None:
    run("generate.py", "--shipments", "1000", "-o", str(tmp_path / "again.csv"))
    assert (tmp_path / "again.csv").read_bytes() == (screened[0] / "shipments.csv").read_bytes()


def test_shipments_and_owners_are_drawn(screened: tuple[Path, str]) -> None:
    over_time = (screened[0] / "shipments.svg").read_text("utf-8")
    assert "281 shipments held or to review" in over_time
    assert over_time.count("<rect") > 32
    assert "Poly Technologies, Inc." in (screened[0] / "ownership.svg").read_text("utf-8")
