"""The labelled addresses of six buildings in Hong Kong: at a listed unit, or elsewhere in the building?

``shared/eval/address_units.csv`` marks an address that is at one of the building's listed units; the listed
address in its row is not always that one, so an address is held against every listed address of its building.
"""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from itertools import combinations
from typing import NamedTuple

from rapidfuzz import fuzz, utils

from published import LISTS
from sanctionscreen.addresses import compare_addresses, parse_address

LABELLED = LISTS.parent / "eval" / "address_units.csv"


class Labelled(NamedTuple):
    """An address, the listed one of its row, those of its building, and whether it is at one of these."""

    address: str
    beside: str
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
        Labelled(
            row["address"], row["listed_address"], tuple(listed[row["building"]]), row["same_unit"] == "true"
        )
        for row in rows
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


def figures() -> Iterator[tuple[str, ...]]:
    """What is measured, this package's figure, and token_set_ratio's."""
    rows = labelled()
    ho_king = [row for row in rows if "Ho King" in row.listed[0]]
    for title, chosen in (("all six buildings", rows), ("Ho King Commercial Centre", ho_king)):
        found = [_auc(chosen, similarity) for similarity in (ours, token_set)]
        yield f"AUC, {title}", *(f"{figure:.4f}" for figure in found)
    pairs = [(ours(row.address, row.beside), token_set(row.address, row.beside)) for row in rows]
    found = [auc(*_split(rows, [pair[side] for pair in pairs])) for side in (0, 1)]
    yield "AUC, each with the listed address of its row alone", *(f"{figure:.4f}" for figure in found)
    right = sum(_at_listed_unit(row) == row.same_unit for row in rows)
    yield "labels met by the level", f"{right} of {len(rows)}", "-"
    units = sorted({one for row in rows for one in row.listed})
    confused = [pair for pair in combinations(units, 2) if _level(*pair) == "same_unit"]
    yield f"pairs of the {len(units)} listed addresses that are one unit", f"{len(confused)}", "-"
    for pair in confused:
        yield " = ".join(pair), "", ""
    yield "listed address that is most similar is its own unit", f"{_own(rows)}", "-"


def _auc(rows: Sequence[Labelled], similarity: Callable[[str, str], float]) -> float:
    """How often an address at a listed unit is nearer to one than an address elsewhere in the building."""
    return auc(*_split(rows, [max(similarity(row.address, one) for one in row.listed) for row in rows]))


def _split(rows: Sequence[Labelled], scores: Sequence[float]) -> tuple[list[float], list[float]]:
    """The scores of the rows of one unit, and those of the others."""
    scored = list(zip(scores, (row.same_unit for row in rows), strict=True))
    return [score for score, same in scored if same], [score for score, same in scored if not same]


def _level(a: str, b: str) -> str:
    return compare_addresses(parse_address(a), parse_address(b)).level


def _at_listed_unit(row: Labelled) -> bool:
    return any(_level(row.address, one) == "same_unit" for one in row.listed)


def _own(rows: Sequence[Labelled]) -> str:
    """How many addresses at a listed unit have their own one as the most similar of all eight."""
    units = sorted({one for row in rows for one in row.listed})
    at_one = [row for row in rows if row.same_unit]
    nearest = [max(units, key=lambda one, row=row: ours(row.address, one)) for row in at_one]
    right = sum(
        parse_address(one).keys("unit") == parse_address(row.address).keys("unit") and one in row.listed
        for one, row in zip(nearest, at_one, strict=True)
    )
    return f"{right} of {len(at_one)}"
