"""Worksheets: what cells say, which sheet is the list's, and workbooks that are none or would do harm."""

from __future__ import annotations

import zipfile
from datetime import date
from pathlib import Path

import pytest

from sanctionscreen.errors import ReadError
from sanctionscreen.reading import Files
from sanctionscreen.reading.sheet import rows, sheet_has

SPREADSHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
STYLES = (
    f'<styleSheet xmlns="{SPREADSHEET}"><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs>'
    "</styleSheet>"
)


def text(value: str) -> str:
    return f'<c t="inlineStr"><is><t>{value}</t></is></c>'


def number(value: str, style: int = 0) -> str:
    return f'<c s="{style}"><v>{value}</v></c>'


def relationships(parts: list[tuple[str, str, str]]) -> str:
    inner = "".join(
        f'<Relationship Id="{name}" Type="{OFFICE}/{kind}" Target="{target}"/>'
        for name, kind, target in parts
    )
    return f'<Relationships xmlns="{PACKAGE}/relationships">{inner}</Relationships>'


def workbook(path: Path, sheets: dict[str, list[str]], **more: str) -> Path:
    """A workbook of the given rows, each a string of cells."""
    numbered = list(enumerate(sheets, start=1))
    members = {
        "[Content_Types].xml": f'<Types xmlns="{PACKAGE}/content-types"/>',
        "_rels/.rels": relationships([("r1", "officeDocument", "xl/workbook.xml")]),
        "xl/styles.xml": STYLES,
        "xl/workbook.xml": f'<workbook xmlns="{SPREADSHEET}" xmlns:r="{OFFICE}"><sheets>'
        + "".join(f'<sheet name="{name}" sheetId="{n}" r:id="r{n}"/>' for n, name in numbered)
        + "</sheets></workbook>",
        "xl/_rels/workbook.xml.rels": relationships(
            [("s", "styles", "styles.xml")]
            + [(f"r{n}", "worksheet", f"worksheets/sheet{n}.xml") for n, _ in numbered]
        ),
    }
    for n, lines in enumerate(sheets.values(), start=1):
        body = "".join(f'<row r="{line}">{cells}</row>' for line, cells in enumerate(lines, start=1))
        members[f"xl/worksheets/sheet{n}.xml"] = (
            f'<worksheet xmlns="{SPREADSHEET}"><sheetData>{body}</sheetData></worksheet>'
        )
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in {**members, **more}.items():
            archive.writestr(name, content)
    return path


HEADER = text("Name") + text(" Listed  on ") + text("Number")
ROW = text("Zyxel_x000D_ Works") + number("44638", 1) + number("7")


def test_cells_say_what_was_meant(tmp_path: Path) -> None:
    files = Files("zz", [workbook(tmp_path / "a.xlsx", {"Data": [HEADER, ROW, "", text("")]})])
    (row,) = rows(files, ["Name", "Listed on"])
    assert row.line == 2
    assert row.text("Name") == "Zyxel Works"
    assert row.value("Listed on") == date(2022, 3, 18)
    assert row.text("Number") == "7"


def test_what_nobody_asked_for_is_unread(tmp_path: Path) -> None:
    files = Files("zz", [workbook(tmp_path / "a.xlsx", {"Data": [HEADER, ROW + text("beyond the header")]})])
    for row in rows(files, ["Name"]):
        row.ignore("Number")
        assert row.text("Name")
    assert files.report.unread == {"Listed on": 1, "column 4": 1}


def test_the_sheet_with_the_header_is_found_below_its_banner(tmp_path: Path) -> None:
    sheets = {"Notes": [text("Read me")], "Data": [text("Register"), "", HEADER, ROW]}
    files = Files("zz", [workbook(tmp_path / "a.xlsx", sheets)])
    assert sheet_has("Name", "Number")(files)
    assert not sheet_has("Name", "Committee")(files)
    assert [row.line for row in rows(files, ["Name"])] == [4]
    with pytest.raises(ReadError, match="no sheet 'Notes' with a column 'Name'"):
        list(rows(files, ["Name"], sheet="Notes"))
    with pytest.raises(ReadError, match="no sheet with a column 'Committee'"):
        list(rows(files, ["Name", "Committee"]))


def test_headers_under_other_spellings(tmp_path: Path) -> None:
    header = text("PARTY NAME(s)") + text("Name") + text("Name")
    files = Files(
        "zz", [workbook(tmp_path / "a.xlsx", {"Data": [header, text("A") + text("B") + text("C")]})]
    )
    spellings = {"Party": ("Party names",)}
    assert sheet_has("Party", spellings=spellings)(files)
    (row,) = rows(files, ["Party"], spellings=spellings)
    assert [row.text(name) for name in ("Party", "Name", "Name (3)")] == ["A", "B", "C"]


def test_an_old_or_encrypted_workbook(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(b"\xd0\xcf\x11\xe0" + bytes(600))
    files = Files("zz", [path])
    for read in (lambda: sheet_has("Name")(files), lambda: list(rows(files, ["Name"]))):
        with pytest.raises(ReadError, match="encrypted workbook, or one in the old form"):
            read()


def test_a_web_page(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(b"<html>Not found</html>")
    assert not sheet_has("Name")(Files("zz", [path]))
    with pytest.raises(ReadError, match="no XLSX workbook"):
        list(rows(Files("zz", [path]), ["Name"]))


def test_a_workbook_that_was_cut(tmp_path: Path) -> None:
    path = workbook(tmp_path / "a.xlsx", {"Data": [HEADER, ROW]})
    path.write_bytes(path.read_bytes()[:-100])
    with pytest.raises(ReadError, match="damaged or cut short"):
        list(rows(Files("zz", [path]), ["Name"]))


def test_another_archive_is_not_recognised(tmp_path: Path) -> None:
    path = tmp_path / "list.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("list.xml", "<list/>")
    assert not sheet_has("Name")(Files("zz", [path]))
    with pytest.raises(ReadError, match="no XLSX workbook"):
        list(rows(Files("zz", [path]), ["Name"]))


def test_a_workbook_that_unpacks_to_too_much(tmp_path: Path) -> None:
    path = workbook(tmp_path / "a.xlsx", {"Data": [HEADER]}, **{"xl/media/image1.png": "0" * (4 << 20)})
    with pytest.raises(ReadError, match="unpacks to more than"):
        list(rows(Files("zz", [path]), ["Name"]))


@pytest.mark.parametrize(
    "cell",
    [
        '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>',
        "<row r='4294967290'><c r='ZZ4294967290' s='1'><v>1</v></c></row>",
    ],
)
def test_cells_too_far_apart(tmp_path: Path, cell: str) -> None:
    data = f'<worksheet xmlns="{SPREADSHEET}"><sheetData>{cell}</sheetData></worksheet>'
    path = workbook(tmp_path / "a.xlsx", {"Data": [HEADER]}, **{"xl/worksheets/sheet1.xml": data})
    with pytest.raises(ReadError, match=r"field xl/worksheets/sheet1\.xml: the cells of a sheet span"):
        list(rows(Files("zz", [path]), ["Name"]))


def test_empty_cells_far_away_are_only_formatting(tmp_path: Path) -> None:
    far = '<row r="1048576"><c r="XFD1048576" s="1"/></row>'
    data = (
        f'<worksheet xmlns="{SPREADSHEET}"><sheetData><row r="1">{HEADER}</row>{far}</sheetData></worksheet>'
    )
    path = workbook(tmp_path / "a.xlsx", {"Data": []}, **{"xl/worksheets/sheet1.xml": data})
    assert list(rows(Files("zz", [path]), ["Name"])) == []


def test_a_document_type_is_refused(tmp_path: Path) -> None:
    data = f'<!DOCTYPE worksheet [<!ENTITY a "aaaa">]><worksheet xmlns="{SPREADSHEET}"/>'
    path = workbook(tmp_path / "a.xlsx", {"Data": [HEADER]}, **{"xl/worksheets/sheet1.xml": data})
    with pytest.raises(ReadError, match="declares a document type"):
        list(rows(Files("zz", [path]), ["Name"]))
