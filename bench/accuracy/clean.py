"""Clean names: ordinary companies and persons; how many alert?

The names are those of ``shared/eval``. Companies that are listed parties themselves stand in
``listed_companies.csv`` with their listing, judged by hand, and are not asked. Nor are those from which the
package's counts of words were made (``tools/build_token_counts.py``).
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path
from random import Random
from zlib import crc32

from sanctionscreen.model import EntityKind

from .cases import Case, Pool
from .compared import Compared, Scale
from .lists import EVAL, all_lists, of_list
from .table import Row

SEED = 4501
LISTED = Path(__file__).with_name("listed_companies.csv")
MEASURES = ("alert", "hits per name")


def rows(scale: Scale) -> Iterator[Row]:
    """Companies against the SDN organizations and all lists, persons against the UN list and all lists."""
    organizations = [entity for entity in of_list("us_ofac_sdn") if entity.kind == "organization"]
    companies, persons = company_cases(), person_cases()
    for pool, cases, few, many, sample in (
        (Pool.of("SDN organizations", organizations), companies, 800, 12_000, 300),
        (all_lists(), companies, 500, 12_000, 150),
        (Pool.of("UN list", of_list("un_sc")), persons, 800, 10_003, 400),
        (all_lists(), persons, 400, 10_003, 150),
    ):
        compared = Compared.of(pool, cases[: scale.pick(few, many)], scale.pick(sample // 5, sample), scale)
        what = "companies" if cases is companies else "persons"
        yield from compared.rows(f"clean {what}, {pool.name}", MEASURES)


def company_cases() -> list[Case]:
    """The companies that are not listed, in random order."""
    listed = {row["name"] for row in _read(LISTED)}
    names = [row["name"] for row in _read(EVAL / "company_names.csv")]
    asked = [name for name in names if name not in listed and not is_counted(name)]
    return _shuffled(asked, "organization")


def is_counted(name: str) -> bool:
    """Whether a company is of the half whose words the package counts: by the hash that its tool takes."""
    return crc32(name.encode()) % 2 == 0


def person_cases() -> list[Case]:
    """The persons, in random order."""
    return _shuffled([row["name"] for row in _read(EVAL / "person_names.csv")], "person")


def _shuffled(names: list[str], kind: EntityKind) -> list[Case]:
    cases = [Case(name, kind) for name in names]
    Random(SEED).shuffle(cases)
    return cases


def _read(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as handle:
        return list(csv.DictReader(handle))
