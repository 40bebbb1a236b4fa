"""What cannot be taken ends in an error with file, record and field; the rest is read where that is asked."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import sanctionscreen as ss
from sanctionscreen.ownership import Ownership

HEADER = "owner,owned,percent,kind,from,to,owned_country\n"
FIXTURES = Path(__file__).parents[1] / "fixtures"

ROWS = [
    ("X,A,130,,,,", "percent", "130 is not between 0 and 100. Give 0 to 100"),
    ("X,A,half,,,,", "percent", "'half' is not a percentage"),
    ("X,X,10,,,,", "owned", "'X' cannot own itself"),
    (",A,10,,,,", "owner", "it is missing. Give the owner's id or name"),
    ("X,,10,,,,", "owned", "it is missing"),
    ("X,A,10,sharse,,,", "kind", "'sharse' is not a kind of holding, did you mean 'share'. Use shares"),
    ("X,A,10,,2020-05-01,2019,", "to", "it ends on 2019-12-31, before it begins on 2020-05-01"),
    ("X,A,10,,yesterday,,", "from", "'yesterday' is not a date. Give a day, a month or a year"),
    ("X,A,50-25,,,,", "percent", "the range ends at 25, below its beginning at 50"),
    ("X,A,>100,,,,", "percent", "the range is empty"),
    ("X,A,10,,,,Atlantis", "owned_country", "'Atlantis' is not a country that is known here"),
]


@pytest.mark.parametrize(("row", "field", "words"), ROWS)
def test_a_row_that_cannot_be_taken(tmp_path: Path, row: str, field: str, words: str) -> None:
    path = tmp_path / "owners.csv"
    path.write_text(f"{HEADER}X,B,60,,,,\n{row}\nX,C,70,,,,\n", "utf-8")
    with pytest.raises(ss.ReadError) as met:
        Ownership.load(path)
    assert (met.value.file, met.value.record, met.value.field) == ("owners.csv", "line 3", field)
    assert words in str(met.value)
    assert met.value.advice or field == "owned_country"
    graph = Ownership.load(path, keep_going=True)
    assert [statement.owned.id for statement in graph.statements()] == ["B", "C"]
    assert [str(problem) for problem in graph.problems] == [str(met.value)]


@pytest.mark.parametrize(
    ("record", "field", "words"),
    [
        ({"owner": "X", "owned": "A", "percent": 130}, "percent", "130 is not between 0 and 100"),
        ({"owner": "X", "owned": "A", "percent": float("nan")}, "percent", "nan is not between"),
        ({"owner": "X", "owned": "A", "percent": True}, "percent", "'True' is not a percentage"),
        ({"owner": {"id": "X", "nmae": "X"}, "owned": "A"}, "owner", "Extra inputs"),
        ({"owner": {}, "owned": "A"}, "owner", "it is missing"),
        ({"owner": "X", "owned": "A", "percent": 5, "pct_min": 5}, "percent", "a percentage or a range"),
        ({"owner": "X", "owned": "A", "pct_min": "5-6"}, "percent", "'5-6' is not one percentage"),
        ({"owner": "X", "owned": "A", "indirect": "perhaps"}, "indirect", "'perhaps' is neither yes nor no"),
    ],
)
def test_an_object_that_cannot_be_taken(
    tmp_path: Path, record: dict[str, object], field: str, words: str
) -> None:
    path = tmp_path / "owners.jsonl"
    path.write_text(json.dumps(record) + "\n", "utf-8")
    with pytest.raises(ss.ReadError) as met:
        Ownership.load(path)
    assert (met.value.record, met.value.field) == ("line 1", field)
    assert words in str(met.value)


def test_percentages_that_look_like_fractions_of_one(tmp_path: Path) -> None:
    path = tmp_path / "owners.csv"
    path.write_text(f"{HEADER}X,A,0.51,,,,\nX,B,1,,,,\n", "utf-8")
    with pytest.raises(ss.ReadError, match="no percentage is above 1, and 1 are between 0 and 1"):
        Ownership.load(path)
    path.write_text(f"{HEADER}X,A,0.51 %,,,,\nX,B,1,,,,\n", "utf-8")
    assert len(Ownership.load(path)) == 2
    path.write_text(f"{HEADER}X,A,0.51,,,,\nX,B,51,,,,\n", "utf-8")
    assert len(Ownership.load(path)) == 2


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("a.csv", "", "the file is empty"),
        ("a.csv", "red,blue\n1,2\n", "this is no form of ownership statements that is known. Known: a CSV"),
        ("a.txt", "\x00\x01\x02", "this is no form of ownership statements"),
        ("a.json", "[1, 2]", "this is no form of ownership statements"),
        ("a.csv", f"{HEADER}X,A,10\n", "line 2 has 3 fields, where the header has 7"),
        ("a.csv", f'{HEADER}"X,A,10', "line 2 is not valid CSV"),
        ("a.jsonl", '{"owner": "X", "owned": "A"}\n{"owner": "X", "ow', "line 2 is not valid JSON"),
        ("a.json", '[{"statementID": "inv-1", "statementType": "entityS', "damaged or cut short"),
    ],
)
def test_a_file_that_is_damaged_or_of_another_form(
    tmp_path: Path, name: str, content: str, words: str
) -> None:
    path = tmp_path / name
    path.write_text(content, "utf-8")
    for keep_going in (False, True):
        with pytest.raises(ss.ReadError) as met:
            Ownership.load(path, keep_going=keep_going)
        assert words in str(met.value)
        assert met.value.file == name


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(ss.ReadError, match=r"gone\.csv: cannot be opened"):
        Ownership.load(tmp_path / "gone.csv")


def test_bods_records_that_cannot_be_taken(tmp_path: Path) -> None:
    told = json.loads((FIXTURES / "bods_03.json").read_text("utf-8"))
    told[3]["interests"][0]["share"] = {"exact": 130}
    told[4]["statementDate"] = "soon"
    told[6]["subject"] = None
    path = tmp_path / "bods.json"
    path.write_text(json.dumps(told), "utf-8")
    with pytest.raises(ss.ReadError):
        Ownership.load(path)
    graph = Ownership.load(path, keep_going=True)
    assert {(problem.record, problem.field) for problem in graph.problems} == {
        ("inv-o1", "percent"), ("inv-o2", "statementDate"), ("inv-o4", "owned"),
    }  # fmt: skip
    assert {statement.record for statement in graph.statements()} == {"inv-o1", "inv-o3"}


def test_gleif_records_that_cannot_be_taken(tmp_path: Path) -> None:
    text = (FIXTURES / "gleif_rr.csv").read_text("utf-8")
    text = text.replace("IS_INTERNATIONAL_BRANCH_OF", "IS_COUSIN_OF").replace(
        "2012-11-29T00:00:00.000Z", "x", 1
    )
    path = tmp_path / "rr.csv"
    path.write_text(text, "utf-8")
    graph = Ownership.load(path, keep_going=True)
    assert [(problem.record, problem.field) for problem in graph.problems] == [
        ("line 2", "from"),
        ("line 4", "kind"),
    ]


def test_followthemoney_records_that_cannot_be_taken(tmp_path: Path) -> None:
    text = (FIXTURES / "ftm.jsonl").read_text("utf-8")
    text = text.replace('"startDate": ["2019-04", "2018"]', '"startDate": ["soon"]')
    text = text.replace('"asset": ["inv-w1"], "percentage": ["20", "30"]', '"percentage": ["20"]')
    text = text.replace('"director": ["inv-p1"]', '"director": ["inv-w1"]')
    path = tmp_path / "ftm.jsonl"
    path.write_text(text, "utf-8")
    graph = Ownership.load(path, keep_going=True)
    assert [(problem.record, problem.field) for problem in graph.problems] == [
        ("inv-own-1", "from"), ("inv-own-3", "owned"), ("inv-dir-1", "owned"),
    ]  # fmt: skip
    assert len(graph) == 2
