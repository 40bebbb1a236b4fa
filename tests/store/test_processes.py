"""Several processes at once, processes that die, and disks that will not take any more."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from sanctionscreen.store import Store

from .made import ROWS, environment, python, run, tree, write_made

posix = pytest.mark.skipif(os.name != "posix", reason="uses signals and limits of POSIX")

ADD = """
try:
    snapshot = ss.Store(sys.argv[1]).add("zz_made", sys.argv[2:])
except ss.SanctionscreenError as error:
    sys.exit(f"{type(error).__name__}: {error}")
print(snapshot.version)
"""

ADD_IN_TURN = """
from pathlib import Path
store, file = ss.Store(sys.argv[1]), Path(sys.argv[2])
for turn in range(25):
    rows = (f"{number},Name,City {turn}\\n" for number in range(100 + turn))
    file.write_text("#zz_made,2024-05-06,\\n" + "".join(rows))
    store.add("zz_made", [file])
"""

READ_UNTIL_TOLD = """
import pathlib
store, stop, seen = ss.Store(sys.argv[1]), pathlib.Path(sys.argv[2]), set()
while not stop.exists():
    snapshot, = store.snapshots()
    entities = list(store.entities(snapshot))
    cities = {entity.addresses[0].text for entity in entities}
    assert len(cities) == 1 and len(entities) == snapshot.records, (cities, snapshot)
    seen |= cities
print(len(seen))
"""

LIMIT_FILES = """
import resource, signal
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv.pop()),) * 2)
"""


def wait_for(condition: str, folder: Path) -> None:
    """Wait until a file of this pattern is there."""
    for _ in range(2000):
        if list(folder.glob(condition)):
            return
        time.sleep(0.01)
    pytest.fail(f"{condition} did not appear in {folder}")


def test_processes_that_add_the_same_list_at_once(store: Store, modules: Path, tmp_path: Path) -> None:
    rows = [f"{number},Name {number},Oslo" for number in range(3000)]
    file = write_made(tmp_path / "made.txt", rows)
    adding = [
        subprocess.Popen(
            python(modules, ADD, store.home, file), stdout=subprocess.PIPE, text=True, env=environment()
        )
        for _ in range(4)
    ]
    versions = {process.communicate(timeout=60)[0].strip() for process in adding}
    assert [process.returncode for process in adding] == [0] * 4
    (snapshot,) = store.history("zz_made")
    assert versions == {snapshot.version}
    assert len(list(store.entities(snapshot))) == 3000
    assert not list(store.home.rglob(".adding-*"))


def test_readers_see_one_whole_version_while_it_is_replaced(
    store: Store, modules: Path, tmp_path: Path
) -> None:
    store.add("zz_made", [write_made(tmp_path / "made.txt", ["1,Name,Oslo", "2,Name,Oslo"])])
    reading = [
        subprocess.Popen(
            python(modules, READ_UNTIL_TOLD, store.home, tmp_path / "stop"),
            stdout=subprocess.PIPE,
            text=True,
            env=environment(),
        )
        for _ in range(2)
    ]
    changed = run(python(modules, ADD_IN_TURN, store.home, tmp_path / "made.txt"))
    time.sleep(0.2)
    (tmp_path / "stop").touch()
    seen = [int(process.communicate(timeout=60)[0]) for process in reading]
    assert changed.returncode == 0, changed.stderr
    assert [process.returncode for process in reading] == [0, 0]
    assert min(seen) > 3, "the readers were there while versions changed"
    assert len(store.history("zz_made")) == 26


@posix
def test_a_process_killed_in_the_middle_leaves_the_store_usable(
    store: Store, modules: Path, tmp_path: Path
) -> None:
    first = store.add("zz_made", [write_made(tmp_path / "made.txt")])
    before = tree(store.home)
    folder = store.home / "lists" / "zz_made"
    halting = write_made(tmp_path / "halting" / "made.txt", [*ROWS, "4,wait,Oslo"])
    adding = subprocess.Popen(python(modules, ADD, store.home, halting), env=environment())
    wait_for(".adding-*/snapshot/entities.jsonl", folder)
    adding.send_signal(signal.SIGKILL)
    adding.wait(timeout=60)
    assert len(list(folder.glob(".adding-*"))) == 1, "nothing could tidy up"
    assert store.snapshots() == store.history("zz_made") == (first,)
    assert store.add("zz_made", [tmp_path / "made.txt"]) == first
    assert tree(store.home) == before
    assert not list(folder.glob(".adding-*"))


@posix
def test_an_interrupted_process_tidies_up(store: Store, modules: Path, tmp_path: Path) -> None:
    folder = store.home / "lists" / "zz_made"
    halting = write_made(tmp_path / "made.txt", ["4,wait,Oslo"])
    heed = "import signal\nsignal.signal(signal.SIGINT, signal.default_int_handler)\n"
    adding = subprocess.Popen(
        python(modules, heed + ADD, store.home, halting), env=environment(), stderr=subprocess.PIPE, text=True
    )
    wait_for(".adding-*/snapshot/entities.jsonl", folder)
    adding.send_signal(signal.SIGINT)
    assert "KeyboardInterrupt" in adding.communicate(timeout=60)[1]
    assert not list(folder.glob(".adding-*"))
    assert store.held() == ()


def test_a_version_that_was_put_in_place_but_not_made_current(
    store: Store, modules: Path, tmp_path: Path
) -> None:
    file = write_made(tmp_path / "made.txt")
    snapshot = store.add("zz_made", [file])
    (store.home / "lists" / "zz_made" / "current").unlink()
    assert store.held() == ()
    assert store.add("zz_made", [file]) == snapshot
    assert store.snapshots() == (snapshot,)


@posix
@pytest.mark.parametrize("limit", [200, 20_000, 110_000], ids=["no file", "original", "entities"])
def test_files_that_may_not_grow(store: Store, modules: Path, tmp_path: Path, limit: int) -> None:
    first = store.add("zz_made", [write_made(tmp_path / "made.txt")])
    before = tree(store.home)
    rows = [f"{number},Name {number},Hong Kong" for number in range(3000)]
    large = write_made(tmp_path / "large" / "made.txt", rows)
    assert 20_000 < large.stat().st_size < 110_000
    done = run(python(modules, LIMIT_FILES + ADD, store.home, large, limit))
    assert done.returncode == 1
    assert done.stderr.startswith(f"StoreError: list zz_made, file {store.home}"), done.stderr
    assert "the disk is full (File too large). Free some space and try again" in done.stderr
    assert tree(store.home) == before
    assert not list(store.home.rglob(".adding-*"))
    assert store.snapshots() == (first,)


def in_own_mounts(script: str) -> list[str]:
    """The start of a command whose mounts no other process sees; the test is skipped where it fails."""
    if not (sys.platform == "linux" and shutil.which("unshare")):
        pytest.skip("needs Linux and unshare")
    command = ["unshare", "--mount", "--map-root-user", "sh", "-c", f'{script} && exec "$@"', "sh"]
    if run([*command, "true"]).returncode:
        pytest.skip("this user may not mount a file system of its own")
    return command


def test_a_disk_that_is_full(store: Store, modules: Path, tmp_path: Path) -> None:
    small = tmp_path / "small"
    small.mkdir()
    first = write_made(tmp_path / "made.txt")
    rows = [f"{number},Name {number},Hong Kong" for number in range(3000)]
    large = write_made(tmp_path / "large" / "made.txt", rows)
    mounted = in_own_mounts(f"mount -t tmpfs -o size=300k tmpfs {small}")
    code = """
store = ss.Store(sys.argv[1])
first = store.add("zz_made", [sys.argv[2]])
try:
    store.add("zz_made", [sys.argv[3]])
except ss.StoreError as error:
    print(error)
left = [path for path in store.home.rglob("*") if ".adding" in path.name]
assert store.history("zz_made") == (first,) == store.snapshots() and not left
assert len(list(store.entities(first))) == 3
"""
    done = run(python(modules, code, small / "home", first, large, wrapper=mounted))
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith(f"list zz_made, file {small / 'home'}")
    assert "the disk is full (No space left on device)" in done.stdout


def test_a_store_that_may_only_be_read(store: Store, modules: Path, tmp_path: Path) -> None:
    store.add("zz_made", [write_made(tmp_path / "made.txt")])
    changed = write_made(tmp_path / "changed" / "made.txt", as_of="2024-07-01")
    mounted = in_own_mounts(
        f"mount --bind {store.home} {store.home} && mount -o remount,bind,ro {store.home}"
    )
    done = run(python(modules, ADD, store.home, changed, wrapper=mounted))
    assert done.returncode == 1
    assert done.stderr.startswith(f"StoreError: list zz_made, file {store.home}"), done.stderr
    assert "the store may not be used (Read-only file system). Give this user the right" in done.stderr
    read = "store = ss.Store(sys.argv[1])\nprint(len(store.entities(store.snapshots()[0])))"
    assert run(python(modules, read, store.home, wrapper=mounted)).stdout == "3\n"
    fresh = run(python(modules, ADD, store.home / "new", changed, wrapper=mounted))
    assert "the store may not be used (Read-only file system)" in fresh.stderr


@pytest.mark.skipif(
    os.name != "posix" or not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write anywhere"
)
def test_a_home_without_the_right_to_write(store: Store, modules: Path, tmp_path: Path) -> None:
    store.home.mkdir(mode=0o500)
    done = run(python(modules, ADD, store.home, write_made(tmp_path / "made.txt")))
    assert "the store may not be used (Permission denied)" in done.stderr
