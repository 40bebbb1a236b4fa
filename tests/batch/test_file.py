"""Files of parties in every form and encoding, and those that are broken."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

import sanctionscreen as ss
from sanctionscreen.batch.columns import Columns
from sanctionscreen.batch.file import PartyRow, open_file
from tests.batch.files import Rows, csv_file, jsonl_file, parquet_file, xlsx_file
from tests.reading.test_sheet import number, text, workbook

PARTIES = [["name", "country"], ["Sinno Electronics", "HK"], ["深圳市金派科技有限公司", "CN"]]


def read(path: Path, *columns: str, **options: str) -> list[PartyRow]:
    file = open_file(path, **options)  # type: ignore[arg-type]
    return list(file.read(columns or file.header))


@pytest.mark.parametrize(
    ("write", "suffix", "first"),
    [
        (csv_file, ".csv", 2),
        (xlsx_file, ".xlsx", 2),
        (jsonl_file, ".jsonl", 1),
        (parquet_file, ".parquet", 1),
    ],
)
def test_every_form_gives_the_same_rows(
    tmp_path: Path, write: Callable[[Path, Rows], Path], suffix: str, first: int
) -> None:
    if suffix == ".parquet":
        pytest.importorskip("pyarrow", reason="the extra 'parquet' is not installed")
    path = write(tmp_path / f"parties{suffix}", PARTIES)
    file = open_file(path)
    assert file.header == ("name", "country")
    assert file.expected == 2
    assert list(file.read(file.header)) == [
        PartyRow(first + place, {"name": name, "country": country})
        for place, (name, country) in enumerate(PARTIES[1:])
    ]
    path.rename(tmp_path / "parties.dat")
    assert read(tmp_path / "parties.dat") == list(open_file(tmp_path / "parties.dat").read(file.header))


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_the_separator_is_found(tmp_path: Path, delimiter: str) -> None:
    path = csv_file(tmp_path / "parties.csv", PARTIES, delimiter=delimiter)
    assert read(path)[0].cells == {"name": "Sinno Electronics", "country": "HK"}


def test_a_list_of_names_may_hold_commas(tmp_path: Path) -> None:
    path = csv_file(tmp_path / "names.txt", [["name"], ["Sinno Electronics Co., Limited"]])
    assert read(path) == [PartyRow(2, {"name": "Sinno Electronics Co., Limited"})]


GERMAN = [["name", "land"], ["Müller & Söhne GmbH", "Österreich"]]
CHINESE = [["名称", "国家"], ["深圳市金派科技有限公司", "中国"]]
RUSSIAN = [["Наименование", "Страна"], ["ООО Ромашка", "Россия"]]


@pytest.mark.parametrize(
    ("encoding", "rows", "guessed"),
    [
        ("utf-8", CHINESE, False),
        ("utf-8-sig", GERMAN, False),
        ("utf-16", CHINESE, False),
        ("utf-16-le", GERMAN, True),
        ("utf-16-be", GERMAN, True),
        ("utf-32", CHINESE, False),
        ("cp1252", GERMAN, True),
        ("cp1250", [["nazwa", "kraj"], ["Łódzkie Zakłady Przemysłu", "Polska"]], True),
        ("cp1254", [["ünvan", "ülke"], ["Türk Hava Yolları Anonim Şirketi", "Türkiye"]], True),
        ("cp1251", RUSSIAN, True),
        ("gb18030", CHINESE, True),
        ("gb18030", [["name", "country"], ["深圳市金派科技", "CN"], ["Acme Ltd", "US"]], True),
        ("big5", [["名稱", "國家"], ["台灣積體電路製造股份有限公司", "台灣"]], True),
        ("cp932", [["会社名", "国"], ["株式会社リコー", "日本"]], True),
        ("cp949", [["회사명", "국가"], ["삼성전자 주식회사", "대한민국"]], True),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_the_encoding_is_found_and_a_guess_is_said(
    tmp_path: Path, encoding: str, rows: Rows, guessed: bool
) -> None:
    path = csv_file(tmp_path / "parties.csv", rows, encoding)
    file = open_file(path)
    assert [list(row.cells.values()) for row in file.read(file.header)] == rows[1:]
    assert ("guessed" in file.said) is guessed
    assert ("--encoding" in file.said) is guessed


def test_the_user_may_name_the_encoding(tmp_path: Path) -> None:
    path = csv_file(tmp_path / "parties.csv", [["name"], ["Ðorðe"]], "cp1252")
    assert read(path)[0].cells != {"name": "Ðorðe"}
    assert read(path, encoding="cp1252")[0].cells == {"name": "Ðorðe"}


def test_utf8_that_is_damaged_is_refused_with_its_line_and_not_read_as_something_else(tmp_path: Path) -> None:
    path = tmp_path / "parties.csv"
    lines = ["name", *(f"Müller & Söhne {number}" for number in range(10_000))]
    whole = "\n".join(lines).encode()
    path.write_bytes(whole.replace("Söhne 7654\n".encode(), b"S\xf6hne 7654\n"))
    with pytest.raises(
        ss.ReadError, match=r"file parties.csv, record line 7656: line 7656 is not utf-8.*Save it"
    ):
        read(path)


def test_rows_are_numbered_as_a_spreadsheet_does_and_empty_ones_passed_over(tmp_path: Path) -> None:
    path = tmp_path / "parties.csv"
    path.write_text('name,country\n"Sinno\nElectronics",HK\n\n,\nAcme,US\n', "utf-8")
    assert [(row.number, row.cells["name"]) for row in read(path)] == [(2, "Sinno\nElectronics"), (5, "Acme")]


def test_a_row_of_another_length_is_kept_with_what_is_wrong(tmp_path: Path) -> None:
    path = tmp_path / "parties.csv"
    path.write_text("name,country\nSinno Co, Ltd,HK\nAcme\nAcme,US,,\n", "utf-8")
    rows = read(path)
    assert [row.problem for row in rows] == [
        "the row has 3 fields, where the header has 2", "the row has 1 fields, where the header has 2", "",
    ]  # fmt: skip
    assert rows[1].cells == {"name": "Acme"}


def test_headers_that_are_empty_or_twice_get_a_number(tmp_path: Path) -> None:
    path = csv_file(tmp_path / "parties.csv", [["name", "", "name"], ["a", "b", "c"]])
    assert open_file(path).header == ("name", "column 2", "name (3)")


def test_a_workbook_is_searched_for_its_header_and_says_what_it_leaves_out(tmp_path: Path) -> None:
    banner = text("Customers of 2026")
    header = text("Nr") + text("Firma") + text("seit")
    party = number("4711") + text("Sinno Electronics") + number("45292", style=1)
    path = workbook(
        tmp_path / "kunden.xlsx",
        {"Notes": [text("about")], "Kunden": [banner, "", header, party], "Alt": [header]},
    )
    file = open_file(path)
    assert file.said.startswith("XLSX, sheet 'Kunden', header in row 3; NOT read: sheet 'Notes', 'Alt' (")
    (row,) = file.read(file.header)
    assert (row.number, row.cells["Nr"], row.cells["Firma"], str(row.cells["seit"])) == (
        4, 4711, "Sinno Electronics", "2024-01-01",
    )  # fmt: skip


def test_a_workbook_without_known_words_is_read_by_those_given(tmp_path: Path) -> None:
    path = workbook(
        tmp_path / "x.xlsx", {"S": [text("a banner"), text("Wer") + text("Wo"), text("Acme") + text("US")]}
    )
    assert open_file(path).header[0] == "a banner"
    assert open_file(path, Columns(("Wer",))).header == ("Wer", "Wo")


def test_objects_may_have_different_keys(tmp_path: Path) -> None:
    path = tmp_path / "parties.jsonl"
    path.write_text('{"name": "Acme"}\n\n{"name": "Sinno", "country": "HK", "tags": ["a"]}\n', "utf-8")
    assert open_file(path).header == ("name", "country", "tags")
    assert read(path, "name", "country") == [
        PartyRow(1, {"name": "Acme", "country": None}), PartyRow(3, {"name": "Sinno", "country": "HK"}),
    ]  # fmt: skip


def test_a_zip_of_one_file_is_read(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "parties.zip", "w") as archive:
        archive.write(csv_file(tmp_path / "parties.csv", PARTIES), "parties.csv")
    assert read(tmp_path / "parties.zip") == read(tmp_path / "parties.csv")


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "the file is empty"),
        (b"<html><table>", "this is HTML or XML"),
        (b'[{"name": "Acme"}]', "this is a JSON array"),
        (b"%PDF-1.7 ...", "this is a PDF"),
        (b"\xd0\xcf\x11\xe0" + b"\0" * 600, "old form of Excel"),
        (b"PK\x03\x04 and then nothing", "ZIP archive that is damaged"),
        (b'name\nAcme\n"Sinno\nElectro', "line 4 is not valid CSV"),
        (b'{"name": "Acme"}\n{"name": "Sin', "line 2 is not valid JSON"),
        (b'{"name": "Acme"}\n["Sinno"]\n', "line 2 is not an object"),
        (b'{"name": "Acme"}\n{"name": "M\xfcller"}\n', "line 2 is not utf-8"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_broken_file_is_an_error_with_its_place(tmp_path: Path, content: bytes, said: str) -> None:
    path = tmp_path / "parties.dat"
    path.write_bytes(content)
    with pytest.raises(ss.ReadError, match=said) as raised:
        read(path, "name")
    assert str(raised.value).startswith("file parties.dat")
    assert str(raised.value).endswith(
        "Save it again as CSV in UTF-8, XLSX, JSON lines or Parquet, and run the command again"
    )


def test_a_broken_parquet_file_is_an_error(tmp_path: Path) -> None:
    pytest.importorskip("pyarrow", reason="the extra 'parquet' is not installed")
    path = parquet_file(tmp_path / "parties.parquet", PARTIES)
    path.write_bytes(path.read_bytes()[:-20])
    with pytest.raises(ss.ReadError, match=r"file parties.parquet: the Parquet file is damaged"):
        open_file(path)
