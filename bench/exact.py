"""The exact-name control: every listed name, screened as printed, must return its own entity at 100.

    python bench/exact.py [--sample N] [--processes N]

The FCA found in 2023 that some screening tools miss unaltered listed names. This loads the newest
published file of each list into a temporary store, screens every distinct name of every list as
printed, and counts the names that did not bring back every entity that bears them at 100; then the
same in a further round with the other forms of the lists that are published in several. The peer,
on a sample in the same run, is what a user would write with rapidfuzz: ``process.extract`` with
WRatio and its default processor, the twenty best.
"""

from __future__ import annotations

import argparse
import random
import tempfile
import time
from collections import defaultdict
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from rapidfuzz import fuzz, process, utils

import sanctionscreen as ss
from published import rounds

SEED = 20261124
PEER_SAMPLE = 300
Bearers = dict[str, set[tuple[str, str]]]
Lost = tuple[str, tuple[str, str]]

_screeners: dict[str, ss.Screener] = {}


def missed(home: str, names: list[tuple[str, set[tuple[str, str]]]]) -> list[Lost]:
    """The pairs of name and bearer that a screening of the name did not return at 100."""
    screener = _screeners.setdefault(home, ss.Screener.open(home))
    lost = []
    for name, bearers in names:
        hits = screener.screen(name).hits
        certain = {(hit.entity.list, hit.entity.id) for hit in hits if hit.score == 100}
        lost += [(name, bearer) for bearer in bearers - certain]
    return lost


def peer_missed(names: list[str], bearers: Bearers) -> int:
    """How many sampled names the peer does not return at 100, with the name itself among its best."""
    choices = [utils.default_process(name) for name in bearers]
    lost = 0
    for name in names:
        asked = utils.default_process(name)
        best = process.extract(asked, choices, scorer=fuzz.WRatio, limit=20)
        lost += not any(choice == asked and score == 100 for choice, score, _ in best)
    return lost


def load(home: str, files: dict[str, list[Path]]) -> tuple[Bearers, dict[str, set[str]]]:
    """Load lists into a store; who bears each name, and which names each list has."""
    store = ss.Store(home)
    bearers: Bearers = defaultdict(set)
    listed: dict[str, set[str]] = defaultdict(set)
    for key, paths in files.items():
        for entity in store.entities(store.add(key, paths)):
            for name in entity.names:
                bearers[name.text].add((key, entity.id))
                listed[key].add(name.text)
    ss.Screener.open(home)
    return bearers, listed


def report(names: list[str], listed: dict[str, set[str]], lost: list[Lost]) -> None:
    """The share of each list's names that came back."""
    print(f"{'list':<14}{'names':>10}{'missed':>8}{'found':>10}")
    for key in sorted(listed):
        own = [name for name in names if name in listed[key]]
        gone = {name for name, (of, _) in lost if of == key}
        share = 100 * (1 - len(gone) / len(own)) if own else 100.0
        print(f"{key:<14}{len(own):>10,}{len(gone):>8,}{share:>9.2f}%")
    for name, (key, record) in lost[:20]:
        print(f"  lost: {key} {record} {name!r}")


def main() -> None:
    """Load, screen, count, print."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    options.add_argument("--sample", type=int, help="screen only so many names, drawn with a fixed seed")
    options.add_argument("--processes", type=int, default=2)
    chosen = options.parse_args()
    lost = [pair for files in rounds() for pair in one_round(files, chosen.sample, chosen.processes)]
    if lost:
        raise SystemExit(1)


def one_round(files: dict[str, list[Path]], count: int | None, processes: int) -> list[Lost]:
    """Load some lists, screen their names, print what was found; the pairs that were lost."""
    draw = random.Random(SEED)
    with tempfile.TemporaryDirectory() as home:
        bearers, listed = load(home, files)
        names = sorted(draw.sample(sorted(bearers), min(count, len(bearers))) if count else bearers)
        work = [(name, bearers[name]) for name in names]
        parts = [work[start : start + 1000] for start in range(0, len(work), 1000)]
        began = time.perf_counter()
        with ProcessPoolExecutor(processes) as pool:
            lost = [pair for part in pool.map(missed, [home] * len(parts), parts) for pair in part]
        took = time.perf_counter() - began
    report(names, listed, lost)
    pairs = sum(len(who) for _, who in work)
    print(f"{len(names):,} distinct names, {pairs:,} pairs of name and entity, {len(lost):,} lost")
    print(f"{took:.0f} s with {processes} processes, {len(names) / took:,.0f} names a second")
    sample = draw.sample(names, min(PEER_SAMPLE, len(names)))
    ours = {name for name, _ in lost} & set(sample)
    theirs = peer_missed(sample, bearers)
    print(f"on {len(sample)} of them: sanctionscreen missed {len(ours)}, rapidfuzz WRatio missed {theirs}\n")
    return lost


if __name__ == "__main__":
    main()
