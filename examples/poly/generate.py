"""Makes customs records in the manner of the report that this project began with: mostly ordinary, some not.

    python examples/poly/generate.py [--shipments N] [--seed N] [-o shipments.csv]

Ordinary shipments go from Chinese to Russian firms, all of them invented; a few firms ship often, most
seldom, as in trade. 281 shipments from 2014 to January 2022 are planted: from invented subsidiaries of China
Poly, which no list names, to organizations that lists do name, under other spellings, cuts and scripts. The
column ``planted`` says which; nothing that screens the file reads it.
"""

from __future__ import annotations

import argparse
import csv
import itertools
import tomllib
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from pathlib import Path
from random import Random
from typing import Any

HERE = Path(__file__).parent
COLUMNS = (
    "reference", "date", "shipper_name", "shipper_country", "consignee_name", "consignee_country", "hs",
    "description", "quantity", "origin", "destination", "invented", "planted",
)  # fmt: skip
SHIPMENTS = 200_000
PLANTED = 281
"""The undisclosed shipments that C4ADS traced (2022)."""
FIRMS = 1_500
"""Firms on each side."""
SEED = 281
FIRST, LAST = date(2014, 1, 1), date(2022, 1, 31)


def records(shipments: int = SHIPMENTS, seed: int = SEED) -> Iterator[dict[str, Any]]:
    """The records, by date: so many ordinary ones, and those that are planted."""
    words = tomllib.loads((HERE / "invented.toml").read_text("utf-8"))
    draw = Random(seed)
    ordinary = _ordinary(words, shipments, draw)
    planted = _planted(words["planted"], draw)
    rows = sorted(itertools.chain(ordinary, planted), key=lambda row: (row["date"], row["consignee_name"]))
    for number, row in enumerate(rows, 1):
        yield {"reference": f"CN-RU-{number:06}", **row}


def _ordinary(words: dict[str, Any], count: int, draw: Random) -> Iterator[dict[str, Any]]:
    shippers = _distinct(lambda: _chinese(words["chinese"], draw))
    consignees = _distinct(lambda: _russian(words["russian"], draw))
    weights = [1 / rank for rank in range(1, FIRMS + 1)]  # Zipf: the second largest ships half as much
    pairs = zip(
        draw.choices(shippers, weights, k=count), draw.choices(consignees, weights, k=count), strict=True
    )
    for shipper, consignee in pairs:
        yield _record(shipper, consignee, draw.choice(words["goods"]), _day(draw), draw, planted=False)


def _planted(words: dict[str, Any], draw: Random) -> Iterator[dict[str, Any]]:
    for number in range(PLANTED):
        shipper = words["shippers"][number % len(words["shippers"])]
        consignee = words["receivers"][number % len(words["receivers"])]
        yield _record(shipper, consignee, draw.choice(words["goods"]), _day(draw), draw, planted=True)


def _record(
    shipper: str, consignee: str, goods: dict[str, str], day: date, draw: Random, *, planted: bool
) -> dict[str, Any]:
    return {
        "date": day.isoformat(),
        "shipper_name": shipper,
        "shipper_country": "CN",
        "consignee_name": consignee,
        "consignee_country": "RU",
        "hs": goods["hs"],
        "description": goods["words"],
        "quantity": draw.randint(1, 2_000),
        "origin": "CN",
        "destination": "RU",
        "invented": "shipper" if planted else "shipper, consignee",
        "planted": "yes" if planted else "",
    }


def _day(draw: Random) -> date:
    return FIRST + timedelta(days=draw.randint(0, (LAST - FIRST).days))


def _distinct(make: Any) -> list[str]:
    found: dict[str, None] = {}
    while len(found) < FIRMS:
        found[make()] = None
    return list(found)


def _chinese(words: dict[str, Sequence[str]], draw: Random) -> str:
    brand = "".join(draw.choices(words["syllables"], k=draw.choice((2, 2, 3)))).title()
    return (
        f"{draw.choice(words['cities'])} {brand} {draw.choice(words['trades'])} {draw.choice(words['forms'])}"
    )


def _russian(words: dict[str, Sequence[str]], draw: Random) -> str:
    brand = "".join(draw.choices(words["syllables"], k=2)) + draw.choice(words["endings"])
    return f"{draw.choice(words['forms'])} {brand.upper()}"


def main() -> None:
    """Write the file."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    options.add_argument(
        "--shipments", type=int, default=SHIPMENTS, help=f"ordinary ones (default: {SHIPMENTS:,})"
    )
    options.add_argument("--seed", type=int, default=SEED)
    options.add_argument("-o", "--output", type=Path, default=HERE / "shipments.csv")
    chosen = options.parse_args()
    with chosen.output.open("w", encoding="utf-8", newline="") as handle:
        table = csv.DictWriter(handle, COLUMNS)
        table.writeheader()
        table.writerows(records(chosen.shipments, chosen.seed))
    print(f"{chosen.output}: {chosen.shipments + PLANTED:,} shipments")


if __name__ == "__main__":
    main()
