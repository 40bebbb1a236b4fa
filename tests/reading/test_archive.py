"""A list in its ZIP: read as if it lay unpacked, and never further than a list can reach."""

from __future__ import annotations

import io
import tracemalloc
import zipfile
from pathlib import Path

import pytest

from sanctionscreen import ReadError
from sanctionscreen.reading import Files
from sanctionscreen.reading.archive import HARMLESS_BYTES, OFFICE, check_archive
from sanctionscreen.reading.json import objects
from sanctionscreen.reading.table import header_has, rows
from sanctionscreen.reading.xml import root_is, stream

BOMB = b"<list>" + b" " * HARMLESS_BYTES * 4


def packed(tmp_path: Path, *members: tuple[str, bytes], name: str = "list.zip") -> Files:
    path = tmp_path / name
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for inner, content in members:
            archive.writestr(inner, content)
    return Files("zz_list", [path])


def test_every_reader_takes_the_file_in_its_zip(tmp_path: Path) -> None:
    xml = packed(tmp_path, ("a.xml", b"<list><r><name>World Jetta</name></r></list>"))
    assert root_is("list")(xml)
    assert [record.text("name") for record in stream(xml, "list", "r")] == ["World Jetta"]
    table = packed(tmp_path, ("in/", b""), ("in/a.csv", b"name\r\nSinno\r\n"), name="table.zip")
    assert header_has("name")(table)
    assert [row.text("name") for row in rows(table, ["name"])] == ["Sinno"]
    listed = packed(tmp_path, ("a.json", b'\xef\xbb\xbf{"results": [{"name": "Winninc"}]}'), name="json.zip")
    assert [row.text("name") for row in objects(listed, "results")] == ["Winninc"]


def test_memory_does_not_grow_with_what_is_packed(tmp_path: Path) -> None:
    def peak(count: int) -> int:
        listed = packed(tmp_path, ("a.xml", b"<list>" + b"<r>Sinno</r>" * count + b"</list>"))
        tracemalloc.start()
        assert sum(1 for _ in stream(listed, "list", "r")) == count
        _, most = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        return most

    assert peak(60_000) < peak(6_000) + 1_000_000


@pytest.mark.parametrize(
    ("members", "message"),
    [
        ([("a.xml", b"<a/>"), ("b.xml", b"<b/>")], r"holds 2 files \(a\.xml, b\.xml\)\. Unpack it"),
        ([(f"{n}.xml", b"") for n in range(9)], r"holds 9 files \(.*3\.xml, \.\.\.\)"),
        ([], "holds no file. Download it again"),
        ([("a.zip", b"PK\x03\x04")], "holds another ZIP archive"),
    ],
)
def test_a_zip_of_anything_but_one_file_is_refused(
    tmp_path: Path, members: list[tuple[str, bytes]], message: str
) -> None:
    with pytest.raises(ReadError, match=rf"file list\.zip: this is a ZIP archive that {message}"):
        packed(tmp_path, *members).head()


def test_a_bomb_is_refused_while_it_is_read(tmp_path: Path) -> None:
    listed = packed(tmp_path, ("a.xml", BOMB))
    tracemalloc.start()
    with pytest.raises(ReadError, match=r"unpacks to more than 1,048,576 bytes.*Do not use this file"):
        list(stream(listed, "list", "r"))
    assert tracemalloc.get_traced_memory()[1] < HARMLESS_BYTES
    tracemalloc.stop()


@pytest.mark.parametrize(
    ("offset", "value", "message"),
    [
        (6, 0x01, "is encrypted"),  # the flags of the member
        (8, 0x0C, "is packed by method 12"),  # bzip2
    ],
)
def test_a_zip_that_cannot_be_opened_says_why(tmp_path: Path, offset: int, value: int, message: str) -> None:
    listed = packed(tmp_path, ("a.xml", b"<list/>"))
    content = bytearray(listed.paths[0].read_bytes())
    content[offset] = value
    content[content.index(b"PK\x01\x02") + offset + 2] = value
    listed.paths[0].write_bytes(content)
    with pytest.raises(ReadError, match=f"this is a ZIP archive that {message}"):
        listed.open()


@pytest.mark.parametrize("cut", [30, 200, -1])
def test_a_damaged_zip_names_the_file(tmp_path: Path, cut: int) -> None:
    listed = packed(tmp_path, ("a.xml", bytes(range(256)) * 9))
    content = listed.paths[0].read_bytes()
    listed.paths[0].write_bytes(content[:cut])
    with pytest.raises(ReadError, match=r"list\.zip: this is a ZIP archive that is damaged or cut short"):
        listed.open()
    broken = bytearray(content)
    broken[60:90] = bytes(30)
    listed.paths[0].write_bytes(broken)
    with pytest.raises(ReadError, match="is damaged or cut short"), listed.open() as handle:
        handle.read()


def test_an_office_document_is_left_as_it_is(tmp_path: Path) -> None:
    book = packed(tmp_path, (OFFICE, b"<Types/>"), ("xl/workbook.xml", b"<workbook/>"), name="list.xlsx")
    with book.open() as handle:
        assert handle.read() == book.paths[0].read_bytes()
    check_archive(book, book.paths[0])


@pytest.mark.parametrize("parts", [[BOMB], [BOMB[: HARMLESS_BYTES // 2]] * 3], ids=["one part", "in all"])
def test_an_office_document_that_is_a_bomb_is_refused(tmp_path: Path, parts: list[bytes]) -> None:
    members = [(f"xl/sheet{number}.xml", part) for number, part in enumerate(parts)]
    book = packed(tmp_path, (OFFICE, b"<Types/>"), *members, name="list.xlsx")
    with pytest.raises(ReadError, match=r"list\.xlsx: this is a ZIP archive that unpacks to more"):
        check_archive(book, book.paths[0])


def test_a_damaged_office_document_is_refused(tmp_path: Path) -> None:
    book = packed(tmp_path, (OFFICE, b"<Types/>"), ("xl/sheet.xml", bytes(range(256)) * 9))
    content = book.paths[0].read_bytes()
    book.paths[0].write_bytes(content[:-1])
    with pytest.raises(ReadError, match="is damaged or cut short"):
        check_archive(book, book.paths[0])
    path = tmp_path / "bare.xlsx"
    path.write_bytes(io.BytesIO(content[:40]).getvalue())
    with pytest.raises(ReadError, match="is damaged or cut short"):
        check_archive(book, path)
