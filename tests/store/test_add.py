"""Adding: what a snapshot holds, and what becomes of the one before."""

from __future__ import annotations

import hashlib
import json
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path

import pytest

from sanctionscreen.store import Store, add
from sanctionscreen.version import version

from .conftest import NOON
from .made import ROWS, tree, write_made


def test_a_snapshot_says_what_was_added(store: Store, tmp_path: Path) -> None:
    file = write_made(tmp_path / "made.txt")
    snapshot = store.add("zz_made", [file])
    content = hashlib.sha256(file.read_bytes()).hexdigest()
    combined = hashlib.sha256(f"made.txt:{content}\n".encode()).hexdigest()
    assert snapshot.model_dump() == {
        "list": "zz_made",
        "title": "Made list",
        "publisher": "Ministry of Tests",
        "version": f"2024-05-06-{combined[:12]}",
        "sha256": combined,
        "format": "lines",
        "files": ({"name": "made.txt", "sha256": content, "size": file.stat().st_size, "url": None},),
        "as_of": date(2024, 5, 6),
        "added_at": NOON,
        "records": 3,
        "names": 3,
        "reader": version(),
        "concerns": (),
        "max_age_days": 7,
    }
    assert store.snapshots() == store.history("zz_made") == (snapshot,)
    assert store.held() == ("zz_made",)
    assert [entity.name for entity in store.entities(snapshot)] == ["Zyxel Works", "Ådal Øst", "金派科技"]
    kept = store.home / "lists" / "zz_made" / snapshot.version / "original" / "made.txt"
    assert kept.read_bytes() == file.read_bytes()


def test_nothing_is_written_before_the_first_add(store: Store) -> None:
    assert store.held() == store.snapshots() == store.history("zz_made") == ()
    assert not store.home.exists()


def test_a_path_may_stand_alone(store: Store, tmp_path: Path) -> None:
    assert store.add("zz_made", str(write_made(tmp_path / "made.txt"))).records == 3


def test_the_same_content_again_is_the_same_snapshot(store: Store, tmp_path: Path) -> None:
    first = store.add("zz_made", [write_made(tmp_path / "made.txt")])
    before = tree(store.home)
    later = Store(store.home, now=lambda: NOON + timedelta(days=9))
    assert later.add("zz_made", [write_made(tmp_path / "elsewhere" / "made.txt")]) == first
    assert tree(store.home) == before


def test_a_file_without_a_date_is_named_after_the_day_it_was_added(store: Store, tmp_path: Path) -> None:
    file = write_made(tmp_path / "made.txt", as_of="")
    first = store.add("zz_made", [file])
    assert (first.as_of, first.version[:10]) == (None, "2024-06-01")
    later = Store(store.home, now=lambda: NOON + timedelta(days=9))
    assert later.add("zz_made", [file]) == first


def test_the_clock_is_kept_in_utc(store: Store, tmp_path: Path) -> None:
    ahead = timezone(timedelta(hours=14))
    eastern = Store(store.home, now=lambda: datetime(2024, 6, 2, 1, tzinfo=ahead))
    snapshot = eastern.add("zz_made", [write_made(tmp_path / "made.txt", as_of="")])
    assert snapshot.added_at == datetime(2024, 6, 1, 11, tzinfo=UTC)
    assert snapshot.version.startswith("2024-06-01-")


def test_a_second_version_becomes_current_and_the_first_stays(store: Store, tmp_path: Path) -> None:
    first = store.add("zz_made", [write_made(tmp_path / "made.txt")])
    held = store.entities(first)
    file = write_made(tmp_path / "made.txt", [*ROWS, "4,Fourth,Oslo"], as_of="2024-05-07")
    second = Store(store.home, now=lambda: NOON + timedelta(days=1)).add("zz_made", [file])
    assert store.snapshots() == (second,)
    assert store.history("zz_made") == (first, second)
    assert len(held) == len(store.entities(first)) == 3
    assert len(store.entities(second)) == 4


def test_an_older_file_goes_into_the_history(store: Store, tmp_path: Path) -> None:
    second = store.add("zz_made", [write_made(tmp_path / "b" / "made.txt", as_of="2024-05-07")])
    first = store.add("zz_made", [write_made(tmp_path / "a" / "made.txt", as_of="2024-05-06")])
    assert store.snapshots() == (second,)
    assert set(store.history("zz_made")) == {first, second}
    assert store.accept("zz_made", first.version) == first
    assert store.snapshots() == (first,)


def test_another_content_of_one_day_is_the_newer(store: Store, tmp_path: Path) -> None:
    first = store.add("zz_made", [write_made(tmp_path / "a" / "made.txt")])
    second = store.add("zz_made", [write_made(tmp_path / "b" / "made.txt", [*ROWS, "4,Fourth,Oslo"])])
    assert store.snapshots() == (second,)
    assert store.add("zz_made", [tmp_path / "a" / "made.txt"]) == first
    assert store.snapshots() == (first,)


def test_two_lists_are_held_side_by_side(store: Store, tmp_path: Path) -> None:
    other = store.add("zz_other", [write_made(tmp_path / "other.txt", key="zz_other")])
    made = store.add("zz_made", [write_made(tmp_path / "made.txt")])
    assert store.snapshots() == (made, other)
    assert store.snapshots(["zz_other", "un_sc"]) == (other,)


def test_another_version_of_the_reader_reads_anew(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = write_made(tmp_path / "made.txt")
    first = store.add("zz_made", [file])
    monkeypatch.setattr(add, "version", lambda: "99.0")
    second = store.add("zz_made", [file])
    assert (second.reader, second.version) == ("99.0", f"{first.version}-r2")
    assert second.sha256 == first.sha256
    assert store.snapshots() == (second,)
    assert store.add("zz_made", [file]) == second
    assert list(store.entities(first)) == list(store.entities(second))


def test_too_few_records_are_a_concern(store: Store, tmp_path: Path) -> None:
    snapshot = store.add("zz_made", [write_made(tmp_path / "made.txt", ROWS[:1])])
    assert snapshot.concerns == ("holds 1 record, where a complete list has 3 to 200",)
    assert store.snapshots() == (snapshot,)


def test_an_extract_on_purpose_is_no_concern(store: Store, tmp_path: Path) -> None:
    file = write_made(tmp_path / "made.txt", ROWS[:1])
    doubted = store.add("zz_made", [file])
    accepted = store.add("zz_made", [file], accept_partial=True)
    assert (accepted.concerns, accepted.version) == ((), f"{doubted.version}-r2")
    assert store.snapshots() == (accepted,)
    manifest = store.home / "lists" / "zz_made" / accepted.version / "manifest.json"
    assert json.loads(manifest.read_text("utf-8"))["accept_partial"] is True
    assert store.add("zz_made", [file]) == doubted


def test_a_field_that_is_seldom_filled_is_a_concern(store: Store, tmp_path: Path) -> None:
    rows = [f"{number},Name {number},{'Oslo' if number < 33 else ''}" for number in range(201)]
    snapshot = store.add("zz_made", [write_made(tmp_path / "made.txt", rows)])
    assert snapshot.concerns == (
        "holds 201 records, where a complete list has 3 to 200",
        "fills 'addresses' in 16.4% of its records, where a complete list does in at least 50%",
    )
    assert store.add("zz_made", [tmp_path / "made.txt"], accept_partial=True).concerns == (
        snapshot.concerns[1],
    )


def test_the_report_of_the_reading_is_kept(store: Store, tmp_path: Path) -> None:
    rows = [*ROWS, "4,Fourth,?", "5,Fifth,?"]
    store.add("zz_made", [write_made(tmp_path / "made.txt", rows)])
    why = "a city that is not known"
    assert store.report("zz_made") == {
        "oddities": [{"record": number, "field": "city", "value": "?", "why": why} for number in ("4", "5")],
        "counts": {why: 2},
        "unread": {},
        "components": {},
        "accepted": (),
    }


def test_progress_is_told_as_records_are_read(store: Store, tmp_path: Path) -> None:
    told: list[int] = []
    rows = [f"{number},Name {number},Oslo" for number in range(600)]
    store.add("zz_made", [write_made(tmp_path / "made.txt", rows)], progress=told.append)
    assert told == [250, 500, 600]


@pytest.mark.parametrize("fault", [KeyboardInterrupt, RuntimeError])
def test_an_interrupted_add_leaves_the_store_as_it_was(
    store: Store, tmp_path: Path, fault: type[BaseException]
) -> None:
    first = store.add("zz_made", [write_made(tmp_path / "made.txt")])
    before = tree(store.home)

    def stop(_: int) -> None:
        raise fault

    with pytest.raises(fault):
        store.add("zz_made", [write_made(tmp_path / "made.txt", as_of="2024-07-01")], progress=stop)
    assert tree(store.home) == before
    assert store.snapshots() == (first,)


def test_the_form_is_that_of_the_first_file_and_all_files_are_kept(store: Store, tmp_path: Path) -> None:
    files = [write_made(tmp_path / "made.txt"), write_made(tmp_path / "notes.txt", ["a"])]
    snapshot = store.add("zz_made", files)
    assert [file.name for file in snapshot.files] == ["made.txt", "notes.txt"]
    turned = sorted(f"{file.name}:{file.sha256}\n" for file in snapshot.files)
    assert snapshot.sha256 == hashlib.sha256("".join(turned).encode()).hexdigest()


def test_a_damaged_snapshot_is_put_right_by_adding_its_own_originals(store: Store, tmp_path: Path) -> None:
    snapshot = store.add("zz_made", [write_made(tmp_path / "made.txt")])
    folder = store.home / "lists" / "zz_made" / snapshot.version
    for name in ("entities.jsonl", "offsets.npy", "manifest.json"):
        (folder / name).write_bytes(b"{}")
        mended = store.add("zz_made", [folder / "original" / "made.txt"])
        assert mended == snapshot
        assert store.history("zz_made") == (mended,)
        assert len(list(store.entities(mended))) == 3


def test_an_original_that_was_changed_is_put_right(store: Store, tmp_path: Path) -> None:
    file = write_made(tmp_path / "made.txt")
    snapshot = store.add("zz_made", [file])
    original = store.home / "lists" / "zz_made" / snapshot.version / "original" / "made.txt"
    original.write_bytes(file.read_bytes()[:-1] + b"!")
    assert store.add("zz_made", [file]) == snapshot
    assert original.read_bytes() == file.read_bytes()


def test_a_failed_mending_does_not_remove_what_is_damaged(store: Store, tmp_path: Path) -> None:
    file = write_made(tmp_path / "made.txt")
    snapshot = store.add("zz_made", [file])
    (store.home / "lists" / "zz_made" / snapshot.version / "entities.jsonl").write_bytes(b"{}")
    before = tree(store.home)

    def stop(_: int) -> None:
        raise RuntimeError

    with pytest.raises(RuntimeError):
        store.add("zz_made", [file], progress=stop)
    assert tree(store.home) == before
