"""Hard cases: labelled pairs of a query and the names of one listed party (``shared/eval/hard_cases.csv``).

All listed parties of the file make the pool; what counts is whether a query alerts on its own row's
party: matches must, non-matches must not, and reviews are shown. Address units are another matter.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator

from sanctionscreen.model import Entity, Name

from .cases import Case, Pool
from .compared import Compared, Scale
from .lists import EVAL
from .table import Row

EXPECTED = {"match": "of matches, alert", "nonmatch": "of non-matches, alert", "review": "of reviews, alert"}


def rows(scale: Scale) -> Iterator[Row]:
    """The share of each expectation that alerts."""
    pool, cases = pool_and_cases()
    compared = Compared.of(pool, cases, len(cases), scale)
    for expected, title in EXPECTED.items():
        for row in compared.only([expected]).rows("hard cases", ("found",)):
            yield row._replace(measure=title)


def pool_and_cases() -> tuple[Pool, list[Case]]:
    """Each row's party once, and a case for each row."""
    with (EVAL / "hard_cases.csv").open(encoding="utf-8", newline="") as handle:
        stated = list(csv.DictReader(handle))
    parties = {
        text: number for number, text in enumerate(dict.fromkeys(row["listed_names"] for row in stated))
    }
    vessels = {row["listed_names"] for row in stated if row["class"] == "VESSEL"}
    entities = [
        Entity(
            list="hard",
            id=str(number),
            kind="vessel" if text in vessels else "organization",
            names=tuple(Name(text=name.strip()) for name in text.split("|")),
        )
        for text, number in parties.items()
    ]
    cases = []
    for row in stated:
        party = parties[row["listed_names"]]
        cases.append(Case(row["query"], entities[party].kind, frozenset((party,)), row["expected"]))
    return Pool.of("hard cases", entities), cases
