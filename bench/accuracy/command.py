"""The command: chosen tasks in their order, one table."""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from published import ROOT

from . import across, clean, control, forms, generic, hard, hidden, package, speed, units, variations
from .compared import Scale
from .table import Row, text_of

TASKS: dict[str, Callable[[Scale], Iterator[Row]]] = {
    "control": control.rows,
    "variations": variations.rows,
    "hidden": hidden.rows,
    "across": across.rows,
    "clean": clean.rows,
    "hard": hard.rows,
    "units": units.rows,
    "package": package.rows,
    "forms": forms.rows,
    "generic": generic.rows,
    "speed": speed.rows,
}
RESULTS = ROOT / "bench" / "results"
ABOUT = """# Accuracy

Written by `python bench/accuracy.py --freeze`{quick}. What each task shows is in its module in
`bench/accuracy/`.
`sanctionscreen` is this package at its default threshold on all cases, `there` the same on the peers' cases;
WRatio and token_set are rapidfuzz at 85 on folded text, logic-v2 is nomenklatura's at 70.

"""


def main(about: str | None) -> None:
    """Measure and print; with ``--freeze`` keep the table."""
    options = argparse.ArgumentParser(description=about, formatter_class=argparse.RawTextHelpFormatter)
    options.add_argument("--quick", action="store_true", help="small samples of everything, some minutes")
    options.add_argument("--tasks", nargs="+", choices=list(TASKS), default=list(TASKS), metavar="TASK")
    options.add_argument("--no-peers", action="store_true", help="this package alone")
    options.add_argument(
        "--misses", type=Path, help="a file to write this package's misses and wrong alerts to"
    )
    options.add_argument(
        "--freeze",
        action="store_true",
        help=f"keep the table in {RESULTS.name}/; with --tasks only their rows",
    )
    chosen = options.parse_args()
    scale = Scale(chosen.quick, not chosen.no_peers, chosen.misses)
    if chosen.misses:
        chosen.misses.write_text("", "utf-8")
    rows: list[Row] = []
    for title in chosen.tasks:
        began = time.perf_counter()
        of_task = list(TASKS[title](scale))
        rows += of_task
        if not chosen.freeze:
            print(text_of(of_task), flush=True)
        print(f"{title}: {time.perf_counter() - began:.0f} s\n", file=sys.stderr)
    if chosen.freeze:
        print(text_of(rows))
        whole = rows if chosen.tasks == list(TASKS) else together(frozen(RESULTS), rows)
        freeze(whole, RESULTS, quick=chosen.quick)


def frozen(folder: Path) -> list[Row]:
    """The rows that are kept."""
    return [
        Row(**{**row, "peers": tuple(row["peers"])})
        for row in json.loads((folder / "accuracy.json").read_text("utf-8"))
    ]


def together(before: Sequence[Row], now: Sequence[Row]) -> list[Row]:
    """Rows with those of some tasks anew, each task where it stood; a new task stands last."""
    fresh = {row.task: [one for one in now if one.task == row.task] for row in now}
    rows: list[Row] = []
    for row in before:
        rows += fresh.pop(row.task, []) if row.task in fresh else []
        rows += [row] if row.task not in {one.task for one in now} else []
    return [*rows, *(row for task in fresh.values() for row in task)]


def freeze(rows: Sequence[Row], folder: Path, *, quick: bool) -> None:
    """Write the table as Markdown for people and as JSON for a diff of figures."""
    folder.mkdir(exist_ok=True)
    about = ABOUT.format(quick=", quick samples" if quick else "")
    (folder / "accuracy.md").write_text(about + text_of(rows) + "\n", "utf-8")
    lines = ",\n".join(json.dumps(row._asdict(), ensure_ascii=False) for row in rows)
    (folder / "accuracy.json").write_text(f"[\n{lines}\n]\n", "utf-8")
