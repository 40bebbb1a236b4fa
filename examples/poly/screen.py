"""Screens the made customs records, and shows the chain from each shipper to China Poly and to the lists.

    python examples/poly/screen.py [SHIPMENTS.csv] [--store] [--workers N]

Without ``--store`` it screens against the few dozen real entries that come with the package, as lists in
memory, so that the example runs before any list is loaded. Each shipment is judged by the rules of its day;
what is found is judged by those of today as well. Written beside the records: ``found.csv`` with a row for
each shipment that is held or reviewed, ``shipments.svg`` and ``ownership.svg``.
"""

from __future__ import annotations

import argparse
import csv
import time
from collections import Counter
from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import sanctionscreen as ss
from drawing import draw_over_time
from sanctionscreen.model import Hit, OwnershipFinding, ShipmentScreening
from sanctionscreen.ownership import render_svg, render_text
from sanctionscreen.starter import read_starter

HERE = Path(__file__).parent
OWNERSHIP = HERE / "ownership.csv"
COLUMNS = (
    "reference", "date", "advice", "shipper", "chain", "rules_then", "rules_today", "consignee", "listed_as",
    "list", "score", "listed_then", "goods", "planted",
)  # fmt: skip


class Found(NamedTuple):
    """A shipment's record, its answer by the rules of its day, and that by the rules of today."""

    record: dict[str, str]
    then: ShipmentScreening
    today: ShipmentScreening


def records(path: Path) -> Iterator[dict[str, str]]:
    """The records of a file."""
    with path.open(encoding="utf-8", newline="") as handle:
        yield from csv.DictReader(handle)


def shipment_of(record: dict[str, str], day: str | None) -> ss.Shipment:
    """A record as a shipment of a day; of today where none is given."""
    return ss.Shipment(
        parties=[
            ss.Party(role="shipper", name=record["shipper_name"], country=record["shipper_country"]),
            ss.Party(role="consignee", name=record["consignee_name"], country=record["consignee_country"]),
        ],
        goods=[ss.Goods(hs=record["hs"], description=record["description"])],
        origin=record["origin"],
        destination=record["destination"],
        date=day,
        reference=record["reference"],
    )


def row_of(found: Found) -> dict[str, Any]:
    """A row of ``found.csv``: who ships and who owns it, who receives and since when it is on a list."""
    record, then, today = found
    hits = [hit for party in then.parties for hit in party.screening.hits if hit.alert]
    chains = owners(today) or owners(then)
    best = hits[0] if hits else None
    day = date.fromisoformat(record["date"])
    return {
        "reference": record["reference"],
        "date": record["date"],
        "advice": then.advice,
        "shipper": record["shipper_name"],
        "chain": chain_of(chains[0]) if chains else "",
        "rules_then": rules_of(then),
        "rules_today": rules_of(today),
        "consignee": record["consignee_name"],
        "listed_as": best.name if best else "",
        "list": best.entity.list if best else "",
        "score": best.score if best else "",
        "listed_then": "yes" if any(listed_by(hit, day) for hit in hits) else "no",
        "goods": record["description"],
        "planted": record["planted"],
    }


def owners(answer: ShipmentScreening) -> list[OwnershipFinding]:
    """What rules on owners say of the parties."""
    return [finding for party in answer.parties for finding in party.ownership]


def rules_of(answer: ShipmentScreening) -> str:
    """The rules that reach a party through its owners."""
    return ", ".join(dict.fromkeys(f"{one.regime}: {one.outcome}" for one in owners(answer)))


def chain_of(finding: OwnershipFinding) -> str:
    """The parties from the shipper up to the one that is listed, and on to the conglomerate."""
    names = [member.party.name for member in reversed(finding.parties)]
    while (owner := owners_stated().get(names[-1])) and owner not in names:
        names.append(owner)
    return " <- ".join(names)


@cache
def owners_stated() -> dict[str, str]:
    """The largest owner of each party, as the statements have it."""
    with OWNERSHIP.open(encoding="utf-8", newline="") as handle:
        rows = sorted(csv.DictReader(handle), key=lambda row: float(row["percent"]))
    return {row["owned"]: row["owner"] for row in rows}


def listed_by(hit: Hit, day: date) -> bool:
    """Whether a list states that the party stood on it by a day."""
    since = hit.listing.listed_on
    return bool(since and since.latest and since.latest <= day)


def main() -> None:
    """Screen, write and print."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    options.add_argument("shipments", nargs="?", type=Path, default=HERE / "shipments.csv")
    options.add_argument("--store", action="store_true", help="against the lists that you have loaded")
    options.add_argument("--workers", type=int, default=1)
    chosen = options.parse_args()
    ownership = ss.Ownership.load(OWNERSHIP)
    screener = (
        ss.Screener.open(ownership=ownership)
        if chosen.store
        else ss.Screener.from_entities(read_starter(), ownership=ownership)
    )
    advice: Counter[tuple[str, str]] = Counter()
    kept: list[tuple[dict[str, str], ShipmentScreening]] = []
    began = time.perf_counter()
    asked = (shipment_of(record, record["date"]) for record in records(chosen.shipments))
    answers = screener.screen_shipments(asked, workers=chosen.workers)
    for record, answer in zip(records(chosen.shipments), answers, strict=True):
        advice["planted" if record["planted"] else "ordinary", answer.advice] += 1
        if answer.advice != "release":
            kept.append((record, answer))
    took = time.perf_counter() - began
    today = screener.screen_shipments(shipment_of(record, None) for record, _ in kept)
    found = [Found(record, then, now) for (record, then), now in zip(kept, today, strict=True)]
    write(found, chosen.shipments.parent)
    tell(advice, found, took)


def write(kept: list[Found], folder: Path) -> None:
    """Write what was found beside the records."""
    with (folder / "found.csv").open("w", encoding="utf-8", newline="") as handle:
        table = csv.DictWriter(handle, COLUMNS)
        table.writeheader()
        table.writerows(row_of(found) for found in kept)
    days = [(date.fromisoformat(found.record["date"]), found.record["description"]) for found in kept]
    if days:
        title = f"{len(days)} shipments held or to review, by quarter and goods (shippers invented)"
        (folder / "shipments.svg").write_text(draw_over_time(days, title), "utf-8")
    if (chain := longest_chain(kept)) is not None:
        (folder / "ownership.svg").write_text(render_svg(chain), "utf-8")


def longest_chain(kept: list[Found]) -> OwnershipFinding | None:
    """The finding on owners with the most parties."""
    findings = [finding for found in kept for finding in owners(found.today)]
    return max(findings, key=lambda finding: len(finding.parties), default=None)


def tell(advice: Counter[tuple[str, str]], kept: list[Found], took: float) -> None:
    """Print the shares, the time, and one chain."""
    print(f"{'':<10}{'shipments':>10}{'hold':>10}{'review':>10}{'release':>10}")
    for sort in ("planted", "ordinary"):
        row = [advice[sort, one] for one in ("hold", "review", "release")]
        print(f"{sort:<10}{sum(row):>10,}" + "".join(f"{count:>10,}" for count in row))
    rows = [row_of(found) for found in kept if found.record["planted"]]
    for what, count in (
        ("receiver on a list that states a day by then", sum(row["listed_then"] == "yes" for row in rows)),
        (
            "shipper reached through its owners, by the rules of the day",
            sum(bool(row["rules_then"]) for row in rows),
        ),
        (
            "shipper reached through its owners, by the rules of today",
            sum(bool(row["rules_today"]) for row in rows),
        ),
    ):
        print(f"planted: {what}: {count}")
    print(f"{advice.total() / took:,.0f} shipments a second, {took:.0f} s in all")
    if (chain := longest_chain(kept)) is not None:
        print(f"\n{render_text(chain)}")


if __name__ == "__main__":
    main()
