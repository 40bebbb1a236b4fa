"""The command: labelled addresses, generated pairs, keys, and time."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path

from . import found, labelled, speed, told_apart
from .classes import halves
from .pairs import Pair, pairs

RIGHT = "judged right | by token_set_ratio at the cut that fits these pairs best"
COUNT = 40
"""Pairs of each class in each group of countries."""


def main(about: str | None) -> None:
    """Measure and print."""
    options = argparse.ArgumentParser(description=about, formatter_class=argparse.RawTextHelpFormatter)
    options.add_argument(
        "--seen", action="store_true", help="only the classes and addresses that may be looked at"
    )
    options.add_argument("--misses", type=Path, help="a file to write the misjudged pairs of seen classes to")
    chosen = options.parse_args()
    show("labelled addresses: measure | sanctionscreen | token_set_ratio", labelled.figures())
    seen, held = halves()
    looked_at = list(pairs(seen, COUNT, held=False))
    halves_of = {"seen": looked_at}
    if not chosen.seen:
        halves_of["held back"] = list(pairs(held, COUNT, held=True))
    for title, of_half in halves_of.items():
        show(f"{title} classes: class | pairs | {RIGHT}", told_apart.figures(of_half))
        show(f"{title} classes: keys | pairs | figure", found.figures(of_half))
    show("time: what | microseconds", speed.figures())
    if chosen.misses:
        chosen.misses.write_text("\n".join(misses(looked_at)), "utf-8")


def misses(of: list[Pair]) -> Iterator[str]:
    """The misjudged pairs, by class."""
    for pair in sorted(of, key=lambda pair: (pair.title, pair.group)):
        level = told_apart.level(pair)
        if not told_apart.right(pair, level):
            yield f"{pair.title} | {pair.group} | {level} | {pair.listed!r} | {pair.varied!r}"


def show(title: str, rows: Iterator[tuple[str, ...]]) -> None:
    """A table."""
    print(f"\n## {title}\n")
    for row in rows:
        print("| " + " | ".join(row) + " |", flush=True)
