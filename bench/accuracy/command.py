"""The command: chosen tasks in their order, one table."""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Callable, Iterator

from . import clean, hard, hidden, variations
from .compared import Scale
from .table import Row, text_of

TASKS: dict[str, Callable[[Scale], Iterator[Row]]] = {
    "variations": variations.rows,
    "hidden": hidden.rows,
    "clean": clean.rows,
    "hard": hard.rows,
}


def main(about: str | None) -> None:
    """Measure and print."""
    options = argparse.ArgumentParser(description=about, formatter_class=argparse.RawTextHelpFormatter)
    options.add_argument("--quick", action="store_true", help="small samples of everything, some 3 minutes")
    options.add_argument("--tasks", nargs="+", choices=list(TASKS), default=list(TASKS), metavar="TASK")
    options.add_argument("--no-peers", action="store_true", help="this package alone")
    chosen = options.parse_args()
    scale = Scale(chosen.quick, not chosen.no_peers)
    rows: list[Row] = []
    for title in chosen.tasks:
        began = time.perf_counter()
        rows += TASKS[title](scale)
        print(f"{title}: {time.perf_counter() - began:.0f} s", file=sys.stderr)
    print(text_of(rows))
