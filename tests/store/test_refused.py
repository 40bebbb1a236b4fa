"""What is refused: the error says where and what to do, and the store stays as it was."""

from __future__ import annotations

import os
import random
import shutil
import zipfile
from pathlib import Path

import pytest

from sanctionscreen.errors import ReadError, StoreError, UsageError
from sanctionscreen.reading import source_keys
from sanctionscreen.store import Store, disk

from .made import ROOT, ROWS, tree, write_made

UN = ROOT / "tests" / "sources" / "fixtures" / "un_sc"


def refused(store: Store, *files: Path, key: str = "zz_made") -> str:
    """The message of a refused add; nothing of it may be left behind."""
    before = tree(store.home)
    with pytest.raises(ReadError) as caught:
        store.add(key, files)
    assert tree(store.home) == before
    assert not list(store.home.rglob(".adding-*"))
    return str(caught.value)


def test_unknown_list(store: Store, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"unknown list 'zz_mode'\. Did you mean 'zz_made'\?"):
        store.add("zz_mode", [write_made(tmp_path / "made.txt")])


def test_no_file(store: Store) -> None:
    with pytest.raises(UsageError, match=r"list zz_made: no file is given\. Name the files of the list"):
        store.add("zz_made", [])


def test_absent_file(store: Store, tmp_path: Path) -> None:
    path = tmp_path / "absent.txt"
    assert refused(store, path) == (
        f"list zz_made, file {path}: the file cannot be found (No such file or directory). "
        "Check the path and its permissions"
    )
    assert not store.home.exists()


def test_folder(store: Store, tmp_path: Path) -> None:
    assert refused(store, tmp_path) == (
        f"list zz_made, file {tmp_path}: this is a folder. Name the list's files in it"
    )


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_pipe(store: Store, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    assert "this is no ordinary file. Save the list to a file first" in refused(store, tmp_path / "pipe")


def test_two_files_of_one_name(store: Store, tmp_path: Path) -> None:
    files = write_made(tmp_path / "a" / "made.txt"), write_made(tmp_path / "b" / "made.txt")
    assert "another file of this set has the same name" in refused(store, *files)


@pytest.mark.skipif(os.name == "nt", reason="file names are text on Windows")
def test_a_file_name_that_is_no_text(store: Store, tmp_path: Path) -> None:
    assert "the file's name is not valid text. Rename the file" in refused(store, tmp_path / "list\udcff.txt")


def test_empty_file(store: Store, tmp_path: Path) -> None:
    (tmp_path / "made.txt").touch()
    assert refused(store, tmp_path / "made.txt") == (
        "list zz_made, file made.txt: the file is empty. Download it again"
    )


@pytest.mark.parametrize("page", ["<!DOCTYPE html>\n<html>", "\ufeff <HTML lang=en>", "<?xml?>\n<html>"])
def test_web_page(store: Store, tmp_path: Path, page: str) -> None:
    (tmp_path / "made.txt").write_text(page, "utf-8")
    assert refused(store, tmp_path / "made.txt") == (
        "list zz_made, file made.txt: this is a web page, probably an error page of the download. "
        "Download the list again"
    )


@pytest.mark.parametrize(
    ("content", "what"), [(b"PK\x03\x04..", "a ZIP archive"), (b"\x1f\x8b..", "gzip"), (b"%PDF-1", "a PDF")]
)
def test_something_else(store: Store, tmp_path: Path, content: bytes, what: str) -> None:
    (tmp_path / "made.txt").write_bytes(content)
    assert what in refused(store, tmp_path / "made.txt")


def test_a_workbook_that_no_list_takes(store: Store, tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "made.xlsx", "w") as book:
        book.writestr("[Content_Types].xml", "<Types/>")
    assert "file made.xlsx: this is an Excel workbook" in refused(store, tmp_path / "made.xlsx")


def test_a_file_of_another_list_names_that_list(store: Store, tmp_path: Path) -> None:
    file = write_made(tmp_path / "other.txt", key="zz_other")
    assert refused(store, file) == (
        "list zz_made, file other.txt: this looks like zz_other. "
        "Use: sanctionscreen lists add zz_other other.txt"
    )
    published = UN / "layout_2024" / "consolidated.xml"
    assert "this looks like un_sc. Use: sanctionscreen lists add un_sc" in refused(store, published)
    assert "this looks like un_sc" in refused(store, published, key="eu_fsf")


def test_no_list_at_all(store: Store, tmp_path: Path) -> None:
    (tmp_path / "made.txt").write_text("Dear customer,\n", "utf-8")
    assert refused(store, tmp_path / "made.txt") == (
        "list zz_made, file made.txt: this is in none of the forms that are read (lines: made.txt). "
        "See https://example.org/, and give all files of one form, named as published"
    )


def test_noise_is_refused_by_every_list(store: Store, tmp_path: Path) -> None:
    draw = random.Random(7)
    for number, start in enumerate((b"", b"<", b"<a", b"{", b'["', b"\xff\xfe", b"\x00", b"a,b\r", b'"')):
        (tmp_path / f"noise{number}.bin").write_bytes(start + draw.randbytes(3000))
        for key in source_keys():
            assert f"noise{number}.bin" in refused(store, tmp_path / f"noise{number}.bin", key=key)


def test_a_truncated_file_leaves_the_version_before(store: Store, tmp_path: Path) -> None:
    whole = UN / "layout_2024" / "consolidated.xml"
    snapshot = store.add("un_sc", [whole])
    cut = tmp_path / "consolidated.xml"
    cut.write_bytes(whole.read_bytes()[:-200])
    assert "the XML is damaged or cut short at line" in refused(store, cut, key="un_sc")
    assert store.snapshots() == (snapshot,)


def test_another_count_than_the_file_says(store: Store, tmp_path: Path) -> None:
    assert refused(store, write_made(tmp_path / "made.txt", announced=1003)) == (
        "list zz_made, file made.txt: the file says that it has 1,003 records, and 3 were read. "
        "It was cut or edited; download it again"
    )
    assert store.add("zz_made", [write_made(tmp_path / "made.txt", announced=3)]).records == 3


def test_no_records(store: Store, tmp_path: Path) -> None:
    assert "made.txt: the file has no records" in refused(store, write_made(tmp_path / "made.txt", []))


def test_an_id_twice(store: Store, tmp_path: Path) -> None:
    assert refused(store, write_made(tmp_path / "made.txt", [*ROWS, "2,Again,Oslo"])) == (
        "list zz_made, file made.txt, record 2, field id: record #4 has an id that an earlier record has "
        "too. The file was edited, or two files were joined; download it again"
    )


def test_a_record_of_another_list(store: Store, tmp_path: Path) -> None:
    message = refused(store, write_made(tmp_path / "made.txt", ["1,stranger,Oslo"]))
    assert "record 1, field list: record #1 was read as one of the list 'zz_stranger'" in message


def test_what_the_reader_did_not_foresee_is_placed(store: Store, tmp_path: Path) -> None:
    assert refused(store, write_made(tmp_path / "made.txt", [*ROWS, "4,Only two"])) == (
        "list zz_made, file made.txt, record #4: the record after 3 that were read cannot be understood "
        "(ValueError: not enough values to unpack (expected 3, got 2)). "
        "Download the file again; if that does not help, please report it"
    )
    assert "ValidationError" in refused(store, write_made(tmp_path / "made.txt", ["4,,Oslo"]))


def test_a_first_add_that_is_refused_loads_nothing(store: Store, tmp_path: Path) -> None:
    refused(store, write_made(tmp_path / "made.txt", []))
    assert store.held() == ()
    with pytest.raises(StoreError, match=r"not loaded\. Add it: sanctionscreen lists add zz_made FILE"):
        store.report("zz_made")


def test_a_lock_that_another_process_holds(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = write_made(tmp_path / "made.txt")
    monkeypatch.setattr(disk, "LOCK_SECONDS", 0.2)
    folder = store.home / "lists" / "zz_made"
    folder.mkdir(parents=True)
    with disk.locked(folder, "zz_made"), disk.temporary_folder(folder):
        with pytest.raises(StoreError) as caught:
            store.add("zz_made", [file])
        assert f"process {os.getpid()} has been writing here" in str(caught.value)
        assert "Wait until it is done" in str(caught.value)
    assert store.add("zz_made", [file]).records == 3


def test_a_home_that_is_a_file(tmp_path: Path, store: Store) -> None:
    (tmp_path / "home").write_text("mine", "utf-8")
    for use in (store.held, store.snapshots, lambda: store.add("zz_made", [write_made(tmp_path / "m.txt")])):
        with pytest.raises(StoreError) as caught:
            use()
        assert "Move the file of that name away, or name another folder in SANCTIONSCREEN_HOME" in str(
            caught.value
        )
    assert (tmp_path / "home").read_text("utf-8") == "mine"


def test_a_list_that_is_removed_by_hand_is_not_held(store: Store, tmp_path: Path) -> None:
    store.add("zz_made", [write_made(tmp_path / "made.txt")])
    shutil.rmtree(store.home / "lists" / "zz_made")
    assert store.snapshots() == ()
