"""How fast parties are screened, beside what a user of rapidfuzz would write and beside logic-v2.

    python bench/speed.py [--growth 10 30] [--quick]

All published lists are loaded. Half of the queries are clean companies, a quarter listed names with
variations, a quarter persons, drawn by a fixed seed. Times are of this machine: compare the ratios. rapidfuzz
gets lower-case text without accents, against every listed name. ``--growth`` adds the same lists with names
made up to so many times their number: words of listed and of ordinary names put together anew, as often as
they occur.
"""

from __future__ import annotations

import argparse
import gc
import itertools
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

import numpy as np
from rapidfuzz import fuzz, process

import sanctionscreen as ss
from accuracy import peers
from accuracy.classes import CLASSES
from accuracy.clean import company_cases, person_cases
from accuracy.folding import fold
from accuracy.lists import CACHE, everyone
from accuracy.speed import drawn_pairs
from accuracy.variations import KINDS, drawn_names, one_deep
from published import ROOT, newest

SEED = 5101
HOSTILE = {
    "10,000 words": " ".join(f"word{number}" for number in range(10_000)),
    "one letter 1,000 times": "a" * 1000,
    "one letter in 1,000 words": "a " * 1000,
}
ROW = "{:<58}{:>22}"


def queries(count: int) -> list[str]:
    """The queries, in random order."""
    draw = Random(SEED)
    asked = [case.query for case in company_cases()[: count // 2]]
    asked += [case.query for case in person_cases()[: count // 4]]
    for kind in KINDS:
        names = drawn_names(kind, draw)
        classes = [title for title, row in CLASSES.items() if kind in row.kinds and row.bar != "loss"]
        asked += [case.query for case in one_deep(kind, names, classes, 1 + count // 400, draw)[: count // 8]]
    draw.shuffle(asked)
    return asked


def show(what: str, figure: str) -> None:
    """Print a row of the table."""
    print(ROW.format(what, figure), flush=True)


def singles(screener: ss.Screener, asked: Sequence[str], of: str) -> float:
    """Percentiles of single calls in milliseconds; gives the median."""
    for name in asked[:50]:
        screener.screen(name)
    times = []
    for name in asked:
        began = time.perf_counter()
        screener.screen(name)
        times.append(1e3 * (time.perf_counter() - began))
    p50, p95, p99 = np.percentile(times, (50, 95, 99))
    show(f"single calls, {of}: p50, p95, p99, worst (ms)", f"{p50:.2f} {p95:.2f} {p99:.2f} {max(times):.1f}")
    return float(p50)


def timed(work: Callable[[], object]) -> float:
    """Seconds that some work takes."""
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def rate(screener: ss.Screener, asked: Sequence[str], workers: int) -> float:
    """Distinct names screened per second, by so many processes."""
    return len(asked) / timed(lambda: [None for _ in screener.screen_many(asked, workers=workers)])


def of_rapidfuzz(asked: Sequence[str]) -> dict[str, float]:
    """Milliseconds per query of the ways that a user would write, in one process."""
    names = list(dict.fromkeys(fold(name.text) for entity in everyone() for name in entity.names))
    ordered = [_ordered(name) for name in names]
    folded = [fold(name) for name in asked]

    def extract(scorer: Callable[..., float]) -> float:
        few = folded[:8]
        return timed(lambda: [process.extract(q, names, scorer=scorer, score_cutoff=85) for q in few]) / len(
            few
        )

    def at_once() -> float:
        many = [_ordered(name) for name in folded[:200]]
        work = partial(process.cdist, many, ordered, scorer=fuzz.ratio, score_cutoff=85, dtype=np.uint8)
        return timed(work) / len(many)

    return {
        "extract with WRatio": 1e3 * extract(fuzz.WRatio),
        "extract with token_sort_ratio": 1e3 * extract(fuzz.token_sort_ratio),
        "cdist with sorted words": 1e3 * at_once(),
    }


def _ordered(name: str) -> str:
    return " ".join(sorted(name.split()))


def command(home: Path, *arguments: str) -> float:
    """Seconds from the start of a process to its end, the best of five."""
    environment = {**os.environ, "SANCTIONSCREEN_HOME": str(home)}
    run = partial(subprocess.run, arguments, env=environment, capture_output=True, check=False)
    return min(timed(run) for _ in range(5))


def resident() -> float:
    """Megabytes of memory that this process holds, what it shares included."""
    status = Path("/proc/self/status")
    if not status.exists():
        return float("nan")
    line = next(line for line in status.read_text().splitlines() if line.startswith("VmRSS"))
    return int(line.split()[1]) / 1000


def resident_alone(home: Path) -> float:
    """Memory of a process that opens the store and screens once."""
    code = (
        "import sys; sys.path.insert(0, 'bench'); import sanctionscreen as ss; import speed;"
        f"ss.Screener.open({str(home)!r}).screen('World Jetta Logistics'); print(speed.resident())"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT)
    return float(run.stdout.splitlines()[-1])


def made_entities(times: int) -> Iterator[ss.Entity]:
    """The entities of all lists, and so many more, their names put together from words as they occur."""
    draw = Random(SEED + times)
    for entity in everyone():
        yield entity
    words: dict[str, list[str]] = {}
    for entity in everyone():
        for name in entity.names:
            words.setdefault(entity.kind, []).extend(name.text.split())
    words["organization"] += [w for case in company_cases() for w in case.query.split()]
    words["person"] += [w for case in person_cases() for w in case.query.split()]
    number = itertools.count()
    for _ in range(times - 1):
        for entity in everyone():
            own = words[entity.kind]
            names = tuple(
                ss.Name(text=" ".join(draw.choice(own) for _ in name.text.split())) for name in entity.names
            )
            yield entity.model_copy(update={"id": f"made-{next(number)}", "names": names, "identifiers": ()})


def of_index(home: Path) -> ss.Screener:
    """How long the index takes, whole and when one list has changed, and how large it is."""
    store = ss.Store(home)
    for key, paths in newest().items():
        store.add(key, paths)
    show("index of all lists, build (s)", f"{timed(lambda: ss.Screener.open(store)):.1f}")
    for folder in (home / "index", home / "names" / "us_ofac_sdn"):
        shutil.rmtree(folder)
    show("index, one list changed (s)", f"{timed(lambda: ss.Screener.open(store)):.1f}")
    size = sum(path.stat().st_size for path in (home / "index").rglob("*.npy")) / 1e6
    screener = ss.Screener.open(store)
    show("listed names, and megabytes of the index", f"{len(screener._index):,} {size:.0f}")
    return screener


def of_peers(asked: Sequence[str], p50: float) -> None:
    """What others take for a query, and how many times our median that is."""
    for title, milliseconds in of_rapidfuzz(asked).items():
        show(f"rapidfuzz {title} (ms, times our p50)", f"{milliseconds:.1f} {milliseconds / p50:,.0f}")
    if peers.python():
        hundred = peers.run("peer_speed.py", {"pairs": drawn_pairs(2000), "rounds": 3}) / 10
        show("logic-v2, a hundred candidates (ms, times our p50)", f"{hundred:.1f} {hundred / p50:,.0f}")


def of_processes(home: Path) -> None:
    """Import, a whole command, and memory."""
    program = str(Path(sys.executable).with_name("sanctionscreen"))
    show("import sanctionscreen (s)", f"{command(home, sys.executable, '-c', 'import sanctionscreen'):.2f}")
    whole = command(home, program, "screen", "World Jetta Logistics")
    show("sanctionscreen screen, start to exit (s)", f"{whole:.2f}")
    show("resident memory of a process (MB)", f"{resident_alone(home):.0f}")


def main() -> None:
    """Measure and print, a row at a time."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    options.add_argument("--growth", type=int, nargs="*", default=[], help="times the number of names")
    options.add_argument("--quick", action="store_true", help="a fifth of the queries")
    chosen = options.parse_args()
    asked = queries(400 if chosen.quick else 2000)
    gc.freeze()  # the entities that the bench holds are no part of a user's process
    with TemporaryDirectory(dir=CACHE) as folder:
        home = Path(folder)
        screener = of_index(home)
        p50 = singles(screener, asked, "all lists")
        for workers in (1, 2):
            show(f"batch, {workers} processes (names/s)", f"{rate(screener, asked, workers):,.0f}")
        of_peers(asked, p50)
        commonest = sorted(_counts().items(), key=lambda row: -row[1])[:200]
        for title, name in {**HOSTILE, "200 commonest words": " ".join(w for w, _ in commonest)}.items():
            show(f"{title} (ms)", f"{1e3 * timed(partial(screener.screen, name)):.0f}")
        of_processes(home)
    for times in chosen.growth:
        grown = ss.Screener.from_entities(made_entities(times))
        of = f"{len(grown._index):,} names"
        show(f"single calls, {times} times: p50 as a multiple", f"{singles(grown, asked, of) / p50:.2f}")


def _counts() -> dict[str, int]:
    counts: dict[str, int] = {}
    for entity in everyone():
        for name in entity.names:
            for word in set(name.text.lower().split()):
                counts[word] = counts.get(word, 0) + 1
    return counts


if __name__ == "__main__":
    main()
