"""Past days, differences between versions, what may go, and what older versions of the package wrote."""

from __future__ import annotations

import shutil
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

import sanctionscreen as ss
from sanctionscreen.model import FieldChange
from sanctionscreen.store import Store

from .conftest import NOON
from .made import ROWS, write_made

WRITTEN = Path(__file__).parent / "written_by"
FIRST, SECOND, THIRD = (NOON + timedelta(days=days) for days in (0, 10, 20))


@pytest.fixture
def versions(store: Store, tmp_path: Path) -> tuple[str, str, str]:
    """Three versions, current from three days on: the second is of the day before the first's."""
    added = []
    for day, rows, as_of in (
        (FIRST, ROWS, "2024-05-06"),
        (SECOND, [*ROWS[:2], "3,金派科技,Shenzhen", "4,Fourth,Oslo"], "2024-06-09"),
        (THIRD, ROWS[1:], "2024-06-19"),
    ):
        at = Store(store.home, now=lambda day=day: day)
        added.append(
            at.add("zz_made", [write_made(tmp_path / "made.txt", rows, as_of=as_of)], accept_partial=True)
        )
    return added[0].version, added[1].version, added[2].version


@pytest.fixture
def later(store: Store, versions: tuple[str, str, str]) -> Store:
    return Store(store.home, now=lambda: NOON + timedelta(days=30))


class TestPastDays:
    """What was held, and what had been published."""

    @pytest.mark.parametrize(("days", "place"), [(0, 0), (9, 0), (10, 1), (19, 1), (20, 2), (30, 2)])
    def test_what_was_held(self, later: Store, versions: tuple[str, ...], days: int, place: int) -> None:
        (snapshot,), skipped = later.as_of((NOON + timedelta(days=days)).date())
        assert (snapshot.version, skipped) == (versions[place], ())

    def test_a_moment_within_a_day(self, later: Store, versions: tuple[str, ...]) -> None:
        (snapshot,), _ = later.as_of(SECOND - timedelta(seconds=1))
        assert snapshot.version == versions[0]

    def test_what_had_been_published(self, later: Store, versions: tuple[str, ...]) -> None:
        (snapshot,), _ = later.as_of(date(2024, 6, 9), by="published")
        assert snapshot.version == versions[1]
        (snapshot,), _ = later.as_of(date(2024, 6, 8), by="published")
        assert snapshot.version == versions[0]

    def test_a_day_before_the_first_version(self, later: Store) -> None:
        snapshots, (skipped,) = later.as_of(date(2024, 5, 31))
        assert snapshots == ()
        assert skipped.reason == "no version was held then; the first became current on 2024-06-01"
        _, (skipped,) = later.as_of(date(2024, 5, 5), by="published")
        assert skipped.reason == "no version of that day or before is kept; the first is of 2024-05-06"

    def test_a_day_ahead(self, later: Store) -> None:
        with pytest.raises(ss.UsageError, match="2030-01-01 lies ahead"):
            later.as_of(date(2030, 1, 1))
        with pytest.raises(ss.UsageError, match="has no time zone"):
            later.as_of(datetime(2024, 6, 1))

    def test_a_list_that_was_not_loaded(self, later: Store) -> None:
        _, (skipped,) = later.as_of(date(2024, 6, 5), ["un_sc"])
        assert skipped.reason == "the list is not loaded; add it with: sanctionscreen lists add un_sc FILE"

    def test_screening_as_it_was(self, later: Store) -> None:
        then, now = ss.Screener.open(later, as_of=date(2024, 6, 5)), ss.Screener.open(later)
        assert then.screen("Zyxel Works").status == "match"
        assert now.screen("Zyxel Works").hits == ()
        assert then.screen("Fourth Thing").status == "incomplete", "the first version was a month old by then"
        assert ss.Screener.open(later, as_of=date(2024, 6, 12)).screen("Fourth Thing").status == "no_match"
        before = ss.Screener.open(later, as_of=date(2024, 5, 1)).screen("Zyxel Works")
        assert (before.status, before.skipped[0].what) == ("incomplete", "zz_made")

    def test_going_back_is_written_down(self, later: Store, versions: tuple[str, ...]) -> None:
        later.accept("zz_made", versions[0])
        for days, place in ((25, 2), (30, 0)):
            (snapshot,), _ = later.as_of((NOON + timedelta(days=days)).date())
            assert snapshot.version == versions[place]

    def test_an_older_file_is_history_that_was_never_held(self, later: Store, tmp_path: Path) -> None:
        old = later.add(
            "zz_made", [write_made(tmp_path / "made.txt", ["9,Ancient,Oslo"], as_of="2020-01-01")]
        )
        assert later.as_of(date(2021, 1, 1), by="published")[0] == (old,)
        assert later.as_of(date(2021, 1, 1))[0] == ()


class TestDiff:
    """Entities that came, went and changed."""

    def test_field_by_field(self, later: Store, versions: tuple[str, ...]) -> None:
        found = later.diff("zz_made", versions[0], versions[1])
        assert [(mark.id, mark.name) for mark in found.added] == [("4", "Fourth")]
        assert found.removed == ()
        (change,) = found.changed
        assert (change.id, change.name) == ("3", "金派科技")
        assert change.fields == (FieldChange(field="addresses", after=({"text": "Shenzhen"},)),)

    def test_without_versions_it_is_the_last_change(self, later: Store, versions: tuple[str, ...]) -> None:
        found = later.diff("zz_made")
        assert (found.before.version, found.after.version) == versions[1:]
        assert [mark.id for mark in found.removed] == ["1", "4"]
        assert later.diff("zz_made", after=versions[1]) == later.diff("zz_made", versions[0], versions[1])

    def test_the_beginning_of_a_version_is_enough(self, later: Store, versions: tuple[str, ...]) -> None:
        assert later.diff("zz_made", "2024-05", "2024-06-09").before.version == versions[0]
        with pytest.raises(ss.UsageError, match="unknown version of zz_made '2024-06'"):
            later.diff("zz_made", "2024-06")
        with pytest.raises(ss.UsageError, match="no version was added before 2024-05-06"):
            later.diff("zz_made", after=versions[0])

    def test_a_version_is_equal_to_itself(self, later: Store, versions: tuple[str, ...]) -> None:
        found = later.diff("zz_made", versions[0], versions[0])
        assert (found.added, found.removed, found.changed) == ((), (), ())


class TestPrune:
    """What may go: what was added and last used long ago."""

    def test_the_default_is_ten_years(self, later: Store, versions: tuple[str, ...]) -> None:
        assert later.prune() == ()
        far = Store(later.home, now=lambda: NOON + timedelta(days=3653 + 15))
        assert [snapshot.version for snapshot in far.prune(dry_run=True)] == [versions[0]]
        assert len(far.history("zz_made")) == 3

    def test_what_is_current_stays_and_what_is_gone_is_said(
        self, later: Store, versions: tuple[str, ...]
    ) -> None:
        assert [snapshot.version for snapshot in later.prune(["zz_made"], days=5)] == list(versions[:2])
        assert [snapshot.version for snapshot in later.history("zz_made")] == [versions[2]]
        _, (skipped,) = later.as_of(date(2024, 6, 5))
        assert skipped.reason == f"the version held then, {versions[0]}, has been removed"
        assert later.verify() == ()

    def test_a_version_counts_from_when_it_was_last_used(
        self, later: Store, versions: tuple[str, ...]
    ) -> None:
        assert [snapshot.version for snapshot in later.prune(days=15)] == [versions[0]]


class TestVerify:
    """Every byte is hashed again."""

    def test_all_is_well(self, later: Store) -> None:
        assert later.verify() == ()

    def test_what_is_not_as_it_was_written(self, later: Store, versions: tuple[str, ...]) -> None:
        folder = later.home / "lists" / "zz_made"
        (folder / versions[0] / "original" / "made.txt").write_text("changed", "utf-8")
        (folder / versions[1] / "entities.jsonl").unlink()
        (folder / versions[2] / "manifest.json").write_text("{", "utf-8")
        found = {fault.version: fault.problem for fault in later.verify()}
        assert found == {
            versions[0]: "original/made.txt is not as it was written",
            versions[1]: "entities.jsonl is not as it was written",
            versions[2]: "the snapshot is damaged: it is not what was written",
        }


@pytest.mark.parametrize("version", sorted(path.name for path in WRITTEN.iterdir()))
class TestWrittenBy:
    """Stores that earlier versions of the package wrote, as they wrote them."""

    @pytest.fixture
    def written(self, version: str, tmp_path: Path) -> Store:
        shutil.copytree(WRITTEN / version, tmp_path / "home")
        return Store(tmp_path / "home", now=lambda: datetime(2026, 11, 24, tzinfo=UTC))

    def test_it_opens_screens_and_verifies(self, written: Store) -> None:
        assert written.held() == ("gb_fcdo", "un_sc")
        assert written.verify() == ()
        screener = ss.Screener.open(written)
        for snapshot in written.snapshots():
            for entity in written.entities(snapshot):
                assert screener.screen(entity.name).hits[0].score == 100

    def test_its_history_is_known(self, written: Store) -> None:
        assert len(written.history("un_sc")) == 2
        assert written.diff("un_sc").added
        (snapshot,), _ = written.as_of(date(2026, 11, 23), ["un_sc"])
        assert snapshot.version == written.versions()["un_sc"]
        assert written.as_of(date(2026, 11, 22))[0] == ()

    def test_it_goes_on(self, written: Store) -> None:
        results = written.refresh(offline=True)
        assert {(result.list, result.outcome) for result in results} == {("gb_fcdo", "new"), ("un_sc", "new")}
        assert all(written.entities(snapshot) for snapshot in written.snapshots())
