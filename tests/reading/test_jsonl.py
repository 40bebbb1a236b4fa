"""JSON lines, streamed and found again."""

from __future__ import annotations

from pathlib import Path

import pytest

from sanctionscreen.errors import ReadError
from sanctionscreen.reading import Files
from sanctionscreen.reading.jsonl import LineIndex, first_line_has, lines


def files_with(folder: Path, content: bytes) -> Files:
    path = folder / "list.jsonl"
    path.write_bytes(content)
    return Files("zz", [path])


def test_lines_keep_their_number_and_count_what_was_not_read(tmp_path: Path) -> None:
    files = files_with(tmp_path, b'\xef\xbb\xbf{"a": 1, "b": 2}\r\n\r\n{"a": 3}')
    assert [(row.line, row.value("a")) for row in lines(files)] == [(1, 1), (3, 3)]
    assert dict(files.report.unread) == {"b": 1}


def test_objects_are_found_by_any_of_their_keys(tmp_path: Path) -> None:
    files = files_with(tmp_path, '{"a": "é"}\n{"a": "y"}\n{"a": "é", "n": 2}\n'.encode())
    index = LineIndex(files, lambda row: [row.text("a")])
    with files.open() as handle:
        assert [row.value("n") for row in index.find(handle, "é")] == [None, 2]
        assert list(index.find(handle, "nothing")) == []


def test_a_file_without_objects_has_an_empty_index(tmp_path: Path) -> None:
    files = files_with(tmp_path, b"\n")
    index = LineIndex(files, lambda row: [row.text("a")])
    with files.open() as handle:
        assert list(index.find(handle, "x")) == []


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (b'{"a": 1}\n{"a":', "line 2 is not valid JSON"),
        (b"[1]\n", "line 1 is not an object"),
        (b'{"a": "\xff"}\n', "line 1 is not utf-8"),
        (b'{"a": ' + b"[" * 100_000, "line 1 is not an object of at most 8 levels"),
    ],
)
def test_a_damaged_line_is_placed(tmp_path: Path, content: bytes, problem: str) -> None:
    with pytest.raises(ReadError, match=problem):
        list(lines(files_with(tmp_path, content)))


def test_the_first_line_tells_the_form(tmp_path: Path) -> None:
    recognise = first_line_has("id", "name")
    assert recognise(files_with(tmp_path, b'{"id": 1, "name": "A"}\n'))
    assert not recognise(files_with(tmp_path, b'{"id": 1}\n{"name": "A"}\n'))
    assert not recognise(files_with(tmp_path, b"\x00\xff"))
