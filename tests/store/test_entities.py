"""Reading what is held: by place, as a whole, and where something is damaged."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from sanctionscreen.errors import StoreError, UsageError
from sanctionscreen.model import Entity, Snapshot
from sanctionscreen.reading import Files, load_source
from sanctionscreen.store import EntityFile, Store

from .made import ROOT, write_made

ADD_AGAIN = "Add the list again: sanctionscreen lists add zz_made FILE"


@pytest.fixture
def snapshot(store: Store, tmp_path: Path) -> Snapshot:
    return store.add("zz_made", [write_made(tmp_path / "made.txt")])


@pytest.fixture
def folder(store: Store, snapshot: Snapshot) -> Path:
    return store.home / "lists" / "zz_made" / snapshot.version


def test_entities_by_place(store: Store, snapshot: Snapshot) -> None:
    entities = store.entities(snapshot)
    assert isinstance(entities, EntityFile)
    assert len(entities) == 3
    assert [entity.id for entity in entities] == ["1", "2", "3"]
    assert entities[2].name == entities[-1].name == "金派科技"
    assert entities.ids == ("1", "2", "3")
    assert list(entities) == list(entities)
    for place in (3, -4):
        with pytest.raises(IndexError, match="the list has 3"):
            entities[place]


def test_what_is_read_back_is_what_the_reader_gave(store: Store) -> None:
    cases = sorted((ROOT / "tests" / "sources" / "fixtures").glob("*/*/expected.json"))
    readable = [case for case in cases if "entities" in json.loads(case.read_text("utf-8"))]
    assert readable
    for case in readable:
        source = load_source(case.parents[1].name)
        paths = [path for path in sorted(case.parent.iterdir()) if path != case]
        files = Files(source.key, paths)
        form = next(form for form in source.formats if form.recognise(files))
        read = list(form.read(files))
        assert list(store.entities(store.add(source.key, paths))) == read


def change_size(path: Path) -> None:
    path.write_bytes(path.read_bytes() + b"\n")


def break_content(path: Path) -> None:
    path.write_bytes(bytes(len(path.read_bytes())))


@pytest.mark.parametrize("name", ["entities.jsonl", "offsets.npy"])
@pytest.mark.parametrize("change", [change_size, break_content, Path.unlink])
def test_a_damaged_file_is_said(
    store: Store, snapshot: Snapshot, folder: Path, name: str, change: Callable[[Path], None]
) -> None:
    change(folder / name)
    with pytest.raises(StoreError) as caught:
        _ = store.entities(snapshot)[0]
    assert f"list zz_made, file {folder / name}: the snapshot is damaged" in str(caught.value)
    assert ADD_AGAIN in str(caught.value)


def test_ids_of_a_damaged_file(store: Store, snapshot: Snapshot, folder: Path) -> None:
    entities = store.entities(snapshot)
    lines = folder / "entities.jsonl"
    lines.write_bytes(lines.read_bytes().replace(b'"id"', b'"iD"', 1))
    with pytest.raises(StoreError, match="line 1 is no entity"):
        _ = entities.ids


@pytest.mark.parametrize("content", ["", "{", "[]", '{"layout": 1}'])
def test_a_damaged_manifest_is_said(store: Store, snapshot: Snapshot, folder: Path, content: str) -> None:
    (folder / "manifest.json").write_text(content, "utf-8")
    for use in (store.snapshots, lambda: store.history("zz_made"), lambda: store.entities(snapshot)):
        with pytest.raises(StoreError, match=r"manifest\.json: the snapshot is damaged") as caught:
            use()
        assert ADD_AGAIN in str(caught.value)


def test_a_missing_manifest_is_said(store: Store, snapshot: Snapshot, folder: Path) -> None:
    (folder / "manifest.json").unlink()
    with pytest.raises(StoreError, match="the file is missing"):
        store.snapshots()


def test_a_layout_of_another_version_is_said(store: Store, tmp_path: Path, folder: Path) -> None:
    path = folder / "manifest.json"
    later = {**json.loads(path.read_text("utf-8")), "layout": 2, "new": True}
    path.write_text(json.dumps(later), "utf-8")
    with pytest.raises(StoreError) as caught:
        store.snapshots()
    assert "the snapshot has layout 2, and this version of sanctionscreen reads layout 1" in str(caught.value)
    assert "Use the version that wrote it, or add the list again" in str(caught.value)
    again = store.add("zz_made", [tmp_path / "made.txt"])
    assert again.version == f"{folder.name}-r2"
    assert json.loads(path.read_text("utf-8")) == later, "the other version may still need it"
    assert store.snapshots() == (again,)


@pytest.mark.parametrize("content", ["", "2020-01-01-abc", "..", "/etc", "\x00"])
def test_a_damaged_pointer_is_said(store: Store, folder: Path, content: str) -> None:
    (folder.parent / "current").write_text(content, "utf-8")
    with pytest.raises(StoreError, match=r"is not there|does not say which version") as caught:
        store.snapshots()
    assert ADD_AGAIN in str(caught.value)


def test_a_snapshot_of_another_store(store: Store, snapshot: Snapshot, tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="does not hold version"):
        Store(tmp_path / "empty").entities(snapshot)
    with pytest.raises(StoreError, match="does not hold version"):
        store.entities(snapshot.model_copy(update={"sha256": "0" * 64}))


@pytest.mark.parametrize("call", ["snapshots", "history", "report"])
def test_unknown_keys(store: Store, call: str) -> None:
    given = ["zz_mode"] if call == "snapshots" else "zz_mode"
    with pytest.raises(UsageError, match="Did you mean 'zz_made'"):
        getattr(store, call)(given)


def test_a_list_that_this_version_no_longer_reads_is_still_held(
    store: Store, snapshot: Snapshot, modules: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sanctionscreen.store.store.source_keys", lambda: ("un_sc",))
    assert store.snapshots(["zz_made"]) == (snapshot,)
    assert isinstance(store.entities(snapshot)[0], Entity)


def test_where_the_store_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SANCTIONSCREEN_HOME", str(tmp_path / "named"))
    assert Store().home == tmp_path / "named"
    assert Store(tmp_path / "given").home == tmp_path / "given"
    assert repr(Store("/a")) == f"Store({str(Path('/a').absolute())!r})"
    monkeypatch.setenv("SANCTIONSCREEN_HOME", "~/lists")
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    assert Store().home == tmp_path / "lists"
    monkeypatch.delenv("SANCTIONSCREEN_HOME")
    assert Store().home.name == "sanctionscreen"
    monkeypatch.chdir(tmp_path)
    assert Store("here").home == tmp_path / "here"
