"""How long the lists take to load, and how soon a new process can answer.

    python bench/loading.py

Adds the newest published file of each list to a temporary store, compiles the index, and then opens
it in new processes. Prints seconds, and peak memory of this process as the system counts it. The
peer in the same run: a new process that reads the names from a JSON file and answers the same query
with rapidfuzz's ``process.extract``, which is what there is without an index.
"""

from __future__ import annotations

import json
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import sanctionscreen as ss
from published import newest

OPEN = """
import time; began = time.perf_counter()
import sanctionscreen as ss
screener = ss.Screener.open({home!r}); opened = time.perf_counter()
result = screener.screen("ALMAZ ANTEY JSC"); answered = time.perf_counter()
ss.Screener.open({home!r}); again = time.perf_counter()
print(opened - began, answered - began, again - answered)
"""
PEER = """
import time; began = time.perf_counter()
import json
from rapidfuzz import fuzz, process, utils
names = [utils.default_process(name) for name in json.load(open({names!r}))]; opened = time.perf_counter()
found = process.extract("almaz antey jsc", names, scorer=fuzz.WRatio, limit=5); answered = time.perf_counter()
print(opened - began, answered - began, 0)
"""
RUNS = 7


def timed(script: str) -> list[float]:
    """Median seconds until open, until answered, and for opening once more, over new processes."""
    rows = []
    for _ in range(RUNS):
        done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
        rows.append([float(value) for value in done.stdout.split()])
    return [statistics.median(column) for column in zip(*rows, strict=True)]


def main() -> None:
    """Load, open, print."""
    with tempfile.TemporaryDirectory() as home:
        store = ss.Store(home)
        began = time.perf_counter()
        print(f"{'list':<14}{'records':>10}{'names':>10}{'seconds':>10}")
        for key, files in newest().items():
            start = time.perf_counter()
            snapshot = store.add(key, files)
            print(
                f"{key:<14}{snapshot.records:>10,}{snapshot.names:>10,}{time.perf_counter() - start:>10.1f}"
            )
        start = time.perf_counter()
        ss.Screener.open(store)
        print(f"index built in {time.perf_counter() - start:.1f} s")
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(f"all loaded in {time.perf_counter() - began:.1f} s, peak memory {peak:,.0f} MB")
        size = sum(path.stat().st_size for path in (Path(home) / "index").rglob("*") if path.is_file())
        print(f"index on disk {size / 1e6:.0f} MB")
        names = Path(home) / "names.json"
        everyone = [n.text for s in store.snapshots() for entity in store.entities(s) for n in entity.names]
        names.write_text(json.dumps(everyone), "utf-8")
        opened, answered, again = timed(OPEN.format(home=home))
        print(f"new process: open after {opened:.3f} s, first answer after {answered:.3f} s")
        print(f"             without the imports the opening takes {again:.3f} s")
        opened, answered, _ = timed(PEER.format(names=str(names)))
        print(f"rapidfuzz:   open after {opened:.3f} s, first answer after {answered:.3f} s")


if __name__ == "__main__":
    main()
