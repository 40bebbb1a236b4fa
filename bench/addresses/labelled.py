"""The labelled addresses of six buildings in Hong Kong: is each at a listed unit, or elsewhere in the building?

``shared/eval/address_units.csv`` marks an address that is at one of the building's listed units; the listed
address in its row is not always that one, so an address is held against every listed address of its building.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from functools import cache
from itertools import combinations
from typing import NamedTuple

from published import LISTS
from rapidfuzz import fuzz, utils
from sanctionscreen.addresses import compare_addresses, parse_address

LABELLED = LISTS.parent / "eval" / "address_units.csv"


class Labelled(NamedTuple):
    """An address, the listed addresses of its building, and whether it is at one of those units."""

    address: str
    listed: tuple[str, ...]
    same_unit: bool


@cache
def labelled() -> tuple[Labelled, ...]:
    """The labelled addresses."""
    with LABELLED.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    listed: dict[str, list[str]] = {}
    for row in rows:
        of_building = listed.setdefault(row["building"], [])
        if row["listed_address"] not in of_building:
            of_building.append(row["listed_address"])
    return tuple(
        Labelled(row["address"], tuple(listed[row["building"]]), row["same_unit"] == "true") for row in rows
    )


def ours(a: str, b: str) -> float:
    """This package's similarity."""
    return compare_addresses(parse_address(a), parse_address(b)).similarity


def token_set(a: str, b: str) -> float:
    """rapidfuzz's token_set_ratio, on lower case without punctuation."""
    return fuzz.token_set_ratio(a, b, processor=utils.default_process) / 100


def auc(positive: list[float], negative: list[float]) -> float:
    """How often a positive pair is above a negative one; a tie counts half."""
    wins = sum((p > n) + 0.5 * (p == n) for p in positive for n in negative)
    return wins / (len(positive) * len(negative))


def figures() -> Iterator[tuple[str, str, str]]:
    """What is measured, this package's figure, and token_set_ratio's."""
    rows = labelled()
    for title, chosen in (
        ("all six buildings", rows),
        ("Ho King", [r for r in rows if "Ho King" in r.listed[0]]),
    ):
        found = []
        for similarity in (ours, token_set):
            best = [
                (max(similarity(row.address, one) for one in row.listed), row.same_unit) for row in chosen
            ]
            found.append(auc([s for s, same in best if same], [s for s, same in best if not same]))
        yield f"AUC, {title}", f"{found[0]:.4f}", f"{found[1]:.4f}"
    right = sum(_at_listed_unit(row) == row.same_unit for row in rows)
    yield "labels met by the level", f"{right} of {len(rows)}", "-"
    units = sorted({one for row in rows for one in row.listed})
    confused = [
        (a, b)
        for a, b in combinations(units, 2)
        if compare_addresses(parse_address(a), parse_address(b)).level == "same_unit"
    ]
    yield f"pairs of the {len(units)} listed addresses at one unit", f"{len(confused)}", "-"
    for a, b in confused:
        yield f"    {a} | {b}", "", ""


def _at_listed_unit(row: Labelled) -> bool:
    return any(
        compare_addresses(parse_address(row.address), parse_address(one)).level == "same_unit"
        for one in row.listed
    )
