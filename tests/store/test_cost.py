"""What the store costs: memory that does not follow the file, and nothing loaded that is not used."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from sanctionscreen.store import Store

from .made import python, run, write_made

MEGABYTE = 1 << 20

ADD_AND_MEASURE = """
import resource
store = ss.Store(sys.argv[1])
store.add("zz_made", [sys.argv[2]])
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
snapshot = store.add("zz_made", [sys.argv[3]])
grown = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before
print(grown * (1 if sys.platform == "darwin" else 1024), snapshot.records)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="measured with POSIX's getrusage")
def test_memory_does_not_follow_the_file(store: Store, modules: Path, tmp_path: Path) -> None:
    small = write_made(tmp_path / "small" / "made.txt")
    street = "Connaught Road " * 60
    rows = (f"{number},Name {number},{street}" for number in range(60_000))
    large = write_made(tmp_path / "large" / "made.txt", rows)
    assert large.stat().st_size > 50 * MEGABYTE
    done = run(python(modules, ADD_AND_MEASURE, store.home, small, large))
    assert done.returncode == 0, done.stderr
    grown, records = map(int, done.stdout.split())
    assert records == 60_000
    assert grown < 25 * MEGABYTE, f"adding a file of {large.stat().st_size:,} bytes took {grown:,} more"


def test_importing_the_store_loads_no_reader_of_files(modules: Path) -> None:
    code = "import sanctionscreen.store\nprint('\\n'.join(sys.modules))"
    loaded = set(run(python(modules, code)).stdout.split())
    assert "sanctionscreen.store.store" in loaded
    assert not loaded & {"lxml", "pycountry", "ijson", "filelock", "platformdirs", "requests"}
    assert not [name for name in loaded if name.startswith("sanctionscreen.sources.")]


def test_reading_the_store_loads_no_list_module(store: Store, modules: Path, tmp_path: Path) -> None:
    store.add("zz_made", [write_made(tmp_path / "made.txt")])
    code = """
store = ss.Store(sys.argv[1])
snapshot, = store.snapshots(["zz_made"])
assert len(list(store.entities(snapshot))) == 3
print("\\n".join(sys.modules))
"""
    loaded = set(run(python(modules, code, store.home)).stdout.split())
    assert not loaded & {"lxml", "pycountry", "ijson", "filelock"}
    assert not [name for name in loaded if name.startswith("sanctionscreen.sources.")]
