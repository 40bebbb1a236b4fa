"""Streaming readers: flat memory, and every defect in its place."""

from __future__ import annotations

import tracemalloc
from pathlib import Path

import pytest

from sanctionscreen import ReadError
from sanctionscreen.reading import Files
from sanctionscreen.reading.json import objects
from sanctionscreen.reading.table import headerless, rows
from sanctionscreen.reading.xml import root_is, stream

RECORD = "<r><name>World Jetta</name><note>" + "x" * 500 + "</note></r>"


def files(tmp_path: Path, content: str | bytes, name: str = "list.xml") -> Files:
    path = tmp_path / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return Files("zz_list", [path])


def test_xml_memory_does_not_grow_with_the_file(tmp_path: Path) -> None:
    def peak(count: int) -> int:
        listed = files(tmp_path, f"<list>{RECORD * count}</list>")
        tracemalloc.start()
        assert sum(1 for _ in stream(listed, "list", "r")) == count
        _, most = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        return most

    assert peak(20_000) < peak(500) + 1_000_000


def test_xml_frees_what_stands_outside_the_records(tmp_path: Path) -> None:
    others = "<other><name>Sinno</name></other>" * 20_000  # more than the parser reads ahead
    listed = files(
        tmp_path, f"<list><day/><others>{others}</others>{RECORD}<others>{others}</others>{RECORD}</list>"
    )
    held = [
        (record.element.tag, sum(1 for _ in record.element.getroottree().iter()))
        for record in stream(listed, "list", "r", header=("day", "month"))
    ]
    assert [tag for tag, _ in held] == ["day", "r", "r"]
    assert max(count for _, count in held) < 5_000


def test_xml_that_is_cut_names_the_record(tmp_path: Path) -> None:
    listed = files(tmp_path, f"<list>{RECORD}{RECORD}<r><name>Wor")
    with pytest.raises(ReadError, match=r"file list\.xml, record #3: .*after 2 complete records.*Download"):
        list(stream(listed, "list", "r"))


def test_xml_records_before_the_damage_are_read(tmp_path: Path) -> None:
    records = stream(files(tmp_path, f"<list>{RECORD}\n{RECORD}</r></list>"), "list", "r")
    assert [next(records).text("name") for _ in range(2)] == ["World Jetta"] * 2
    with pytest.raises(ReadError, match=r"record #3: .* at line 2, after 2 complete records"):
        next(records)


def test_a_root_that_is_a_header_comes_first_with_its_attributes_alone(tmp_path: Path) -> None:
    listed = files(tmp_path, f'<list day="1" new="2"><other>x</other>{RECORD}</list>')
    found = [(record.tag, record.attr("day")) for record in stream(listed, "list", header="list")]
    assert found == [("list", "1")]
    assert listed.report.unread == {"list/@new": 1}


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("<other/>", "root element is <other>, where this list has <list>"),
        ('<!DOCTYPE l [<!ENTITY a "aa">]><list>&a;</list>', "declares a document type"),
        ('<!DOCTYPE l SYSTEM "http://127.0.0.1:9/x.dtd"><list/>', "declares a document type"),
        ("", "the file is empty"),
    ],
)
def test_xml_that_is_refused(tmp_path: Path, content: str, message: str) -> None:
    with pytest.raises(ReadError, match=message):
        list(stream(files(tmp_path, content), "list", "r"))


def test_a_root_is_recognised_in_any_namespace(tmp_path: Path) -> None:
    assert root_is("list")(files(tmp_path, '\ufeff<?xml version="1.0"?>\n<list xmlns="urn:x"><r/></list>'))
    assert not root_is("list")(files(tmp_path, "name,list\n<list>,x\n"))


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("a,b\n1,2\n", "field name"),
        ("name,b\n1,2,3\n", r"record line 2: line 2 has 3 fields, where the header has 2"),
        (b"name,b\n1,\xff\n", "record line 2: line 2 is not utf-8"),
        ('name,b\n1,"2\n', "is not valid CSV"),
    ],
)
def test_a_table_that_is_refused(tmp_path: Path, content: str | bytes, message: str) -> None:
    with pytest.raises(ReadError, match=message):
        list(rows(files(tmp_path, content, "list.csv"), ["name"]))


def test_a_headerless_table_ends_at_the_dos_mark(tmp_path: Path) -> None:
    listed = files(tmp_path, "1,Sinno\r\n\x1a\r\n", "sdn.csv")
    assert [row.text("name") for row in headerless(listed, ["id", "name"])] == ["Sinno"]


def test_json_in_both_shapes(tmp_path: Path) -> None:
    for content in ('[{"a": 1}]', '{"results": [{"a": 1}]}'):
        listed = files(tmp_path, content, "list.json")
        assert [row.value("a") for row in objects(listed, "results")] == [1]


def test_fields_that_nobody_read_are_counted(tmp_path: Path) -> None:
    listed = files(tmp_path, f"<list>{RECORD}{RECORD}</list>")
    for record in stream(listed, "list", "r"):
        record.text("name")
    assert listed.report.unread == {"r/note": 2}
