"""How quickly each list is read, in each form it is published in, and in how much memory.

    python bench/reading.py [LIST ...]

For the newest published file of each form (as each list's ``published.toml`` names them): its size,
the records and names read, seconds, records a second, and peak memory as the system counts it. The first
line is a process that imports a list's module and reads nothing. The last is a made file of OFAC's
Advanced XML of 120 MB, the size of the whole SDN_ADVANCED.XML; what it takes above the short file are the
tables of what its parties refer to.

Each file is read in a process of its own. Seconds are the processor's, without the start of the
process, and with what a reader loads when first used, such as the names of the countries.

Beside each, in the same run, the least that anybody could do with the file: count its records and keep
nothing, with lxml's ``iterparse`` for XML, ``csv.reader`` for text and python-calamine for workbooks.
"times" is how often as long the reader takes. Seconds differ from machine to machine; this differs less.
"""

from __future__ import annotations

import csv
import json
import resource
import subprocess
import sys
import tempfile
import time
import zipfile
from pathlib import Path
from typing import IO

from lxml import etree
from python_calamine import CalamineWorkbook

from published import LISTS, entries
from repeated import write_repeated

SHORT = LISTS / "us_ofac" / "CONS_ADVANCED_2020-03-17.xml"
MADE_SIZE = 120_000_000
RECORDS = (
    "sdnEntry",
    "DistinctParty",
    "entity",
    "sanctionEntity",
    "INDIVIDUAL",
    "ENTITY",
    "record",
    "target",
)
HEADER = ("list", "form", "MB", "records", "names", "seconds", "per second", "peak MB", "plain s", "times")
ROW = "{:<14}{:<10}{:>7}{:>10}{:>9}{:>9}{:>12}{:>9}{:>9}{:>7}"


def nothing() -> tuple[int, int]:
    """Import all that a reader needs."""
    from sanctionscreen.reading import load_source  # noqa: PLC0415

    load_source("us_ofac_cons")
    return 0, 0


def read(key: str, form: str, *paths: str) -> tuple[int, int]:
    """Read a list: its records and its names."""
    from sanctionscreen.reading import Files, load_source  # noqa: PLC0415

    chosen = next(known for known in load_source(key).formats if known.name == form)
    records = names = 0
    for entity in chosen.read(Files(key, [Path(path) for path in paths])):
        records += 1
        names += len(entity.names)
    return records, names


def plain(*paths: str) -> tuple[int, int]:
    """Count the records of a list."""
    return sum(count(Path(path)) for path in paths), 0


def count(path: Path) -> int:
    """Count the records of a file with nothing but the library for its type."""
    suffix = path.suffix.lower()
    if suffix == ".xlsx":
        return len(CalamineWorkbook.from_path(path).get_sheet_by_index(0).to_python())
    if suffix in {".csv", ".txt"}:
        with path.open(newline="", encoding="utf-8", errors="replace") as handle:
            return sum(1 for _ in csv.reader(handle, delimiter="\t" if suffix == ".txt" else ","))
    if suffix == ".zip":
        with zipfile.ZipFile(path) as archive, archive.open(archive.namelist()[0]) as member:
            return count_xml(member)
    with path.open("rb") as content:
        return count_xml(content)


def count_xml(content: IO[bytes]) -> int:
    """Count the records of an XML file."""
    found = 0
    for _, element in etree.iterparse(content, tag=[f"{{*}}{name}" for name in RECORDS]):
        found += 1
        element.clear()
    return found


TASKS = {"nothing": nothing, "read": read, "plain": plain}


def measured(task: str, *arguments: str) -> tuple[int, int, float, float]:
    """What a task counts, its seconds and its peak memory in MB, in a process of its own."""
    command = [sys.executable, __file__, "--task", task, *arguments]
    done = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True)
    records, names, seconds, peak = json.loads(done.stdout)
    return records, names, seconds, peak


def perform(task: str, *arguments: str) -> None:
    """Do a task in this process, and print what was measured."""
    began = time.process_time()
    records, names = TASKS[task](*arguments)
    seconds = time.process_time() - began
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps([records, names, seconds, peak]))


def row(key: str, form: str, paths: list[Path]) -> str:
    """One line of the table."""
    told = [str(path) for path in paths]
    records, names, seconds, peak = measured("read", key, form, *told)
    _, _, least, _ = measured("plain", *told)
    size = sum(path.stat().st_size for path in paths) / 1e6
    return ROW.format(
        key, form, f"{size:.1f}", f"{records:,}", f"{names:,}", f"{seconds:.2f}", f"{records / seconds:,.0f}",
        f"{peak:.0f}", f"{least:.2f}", f"{seconds / least:.1f}",
    )  # fmt: skip


def main(*wanted: str) -> None:
    """Read each list in each form, and print the table."""
    print(ROW.format(*HEADER))
    print(ROW.format("(nothing)", "", *[""] * 5, f"{measured('nothing')[3]:.0f}", "", ""))
    newest = {(key, entry["format"]): entry["paths"] for key, entry in entries()}
    for (key, form), names in newest.items():
        if not wanted or key in wanted:
            print(row(key, form, [LISTS / name for name in names]), flush=True)
    if not wanted or "us_ofac_cons" in wanted:
        with tempfile.TemporaryDirectory() as folder:
            made = Path(folder) / "CONS_ADVANCED.XML"
            write_repeated(made, SHORT.read_bytes(), MADE_SIZE)
            print(row("us_ofac_cons", "advanced", [made]))


if __name__ == "__main__":
    if sys.argv[1:2] == ["--task"]:
        perform(*sys.argv[2:])
    else:
        main(*sys.argv[1:])
