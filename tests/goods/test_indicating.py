"""The Common High Priority List and lists of one's own."""

from __future__ import annotations

import csv
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from sanctionscreen.errors import ReadError, UsageError
from sanctionscreen.goods import CodeList, HsCode, high_priority, indicate

PUBLISHED = Path(__file__).parents[2].parent / "shared" / "eval" / "chpl_2024-02-23.csv"


def test_the_list_is_whole() -> None:
    codes = high_priority().codes
    assert len({code.digits for code in codes}) == 50
    assert Counter(code.tier for code in codes) == {"1": 4, "2": 5, "3.A": 16, "3.B": 9, "4.A": 11, "4.B": 5}
    assert set(high_priority().tiers) == {code.tier for code in codes}
    assert high_priority().version.startswith("2024-02-23+")


def test_the_list_is_the_published_one() -> None:
    if not PUBLISHED.is_file():
        pytest.skip(f"{PUBLISHED} is absent")
    with PUBLISHED.open(encoding="utf-8", newline="") as file:
        published = {(row["hs6"], row["tier"]) for row in csv.DictReader(file)}
    assert {(code.digits, code.tier) for code in high_priority().codes} == published


@pytest.mark.parametrize(
    ("code", "edition", "match", "listed", "tier"),
    [
        ("8542.31", 2022, "code", "8542.31", "1"),
        ("8542.31.00.90", 2022, "code", "8542.31", "1"),
        ("8529.10", 2022, "code", "8529.10", "3.A"),
        ("8529.10", 2017, "code", "8529.10", "3.A"),
        ("8534.00", 2012, "code", "8534.00", "4.A"),
        ("8548.90", 2017, "code", "8548.00", "2"),
        ("8803.30", 2017, "code", "8807.30", "3.B"),
        ("8525.80", 2017, "part", "8525.89", "3.A"),
        ("8541.40", 2017, "part", "8541.49", "3.A"),
        ("8529.90", 2017, "part", "8529.90", "3.A"),
        ("8529.90", 2022, "code", "8529.90", "3.A"),
        ("8541.40", 2022, "other_edition", "8541.49", "3.A"),
        ("8541.49", 2017, "other_edition", "8541.49", "3.A"),
        ("8542.90", 2022, "heading", "8542.31", "1"),
        ("8803.30", None, "code", "8807.30", "3.B"),
    ],
)
def test_editions_and_parents(code: str, edition: int | None, match: str, listed: str, tier: str) -> None:
    [flag] = indicate(code, edition)
    assert (flag.match, flag.listed, flag.tier) == (match, listed, tier)
    assert flag.text.endswith("An indicator, not a classification")


def test_goods_of_the_story() -> None:
    assert indicate("2818.20") == ()  # alumina
    assert [flag.tier for flag in indicate("8542.39")] == ["1"]


def test_a_doubtful_correspondence_says_so() -> None:
    assert [flag.certain for flag in indicate("8541.50", 2017)] == [
        True
    ]  # 8541.59 is certain, 8541.51 is not
    assert [flag.certain for flag in indicate("8542.31", 2012)] == [False]
    assert [flag.certain for flag in indicate("8541.40", 2022)] == [False]


def test_the_day_gives_the_edition_and_hindsight_is_told() -> None:
    [flag] = indicate("8803.30", on=date(2019, 5, 1))
    assert (flag.match, flag.before_list) == ("code", True)
    assert "The list is of a later day than the goods" in flag.text
    [flag] = indicate("8803.30", on=date(2025, 5, 1))
    assert (flag.match, flag.before_list) == ("other_edition", False)


def test_unknown_edition() -> None:
    with pytest.raises(UsageError, match="unknown HS edition 2020"):
        indicate("8542.31", 2020)


def own(tmp_path: Path, text: str, **settings: object) -> CodeList:
    path = tmp_path / "own.csv"
    path.write_text(text, "utf-8")
    return CodeList.load(path, key="own", **settings)  # type: ignore[arg-type]


def test_a_list_of_ones_own(tmp_path: Path) -> None:
    ours = own(
        tmp_path,
        "Code,tier,note,from,to\n8542.31,A,chips,2023-01-01,\n"
        " 9306 ,,munitions,,2024-12-31\n8542310090,B,one,,\n",
        title="our list",
        dated=date(2023, 1, 1),
    )
    day = date(2024, 6, 1)
    [flag] = indicate("8542.31.00", on=day, lists=[ours])
    assert (flag.list, flag.match, flag.tier) == ("own", "code", "A")
    assert flag.text.startswith("8542.31.00 stands on our list of 2023-01-01, tier A: chips")
    assert [flag.match for flag in indicate("9306.21", on=day, lists=[ours])] == ["code"]
    assert indicate("9306.21", on=date(2025, 6, 1), lists=[ours]) == ()
    assert indicate("8542.39", on=day, lists=[ours]) == (), "headings only where they are asked for"
    assert [flag.list for flag in indicate("8542.31", on=day, lists=[ours, high_priority()])] == [
        "own",
        "chpl",
    ]


def test_fewer_digits_than_the_listed_code(tmp_path: Path) -> None:
    ours = own(tmp_path, "code\n8542310090\n")
    assert [flag.match for flag in indicate("8542.31", lists=[ours])] == ["shorter"]
    assert indicate("8542310010", lists=[ours]) == ()


def test_an_edition_of_ones_own_list(tmp_path: Path) -> None:
    ours = own(tmp_path, "code\n8803.30\n", edition=2017, headings=True)
    assert [flag.certain for flag in indicate("8803.30", 2017, lists=[ours])] == [True]
    assert [flag.certain for flag in indicate("8803.30", 2022, lists=[ours])] == [False]
    assert [flag.match for flag in indicate("8803.90", 2017, lists=[ours])] == ["heading"]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("hs\n8542.31\n", "line 1: has no column 'code'. Known columns: code, tier"),
        ("code,tear\n8542.31,1\n", "the column 'tear' is not known"),
        ("code,code\n8542.31,1\n", "the column 'code' stands twice"),
        ("code\n", "holds no codes"),
        ("", "has no column 'code'"),
        ("code\n8542.31\n85423\n", "record line 3, field code: '85423' has 5 digits. Give 2, 4, 6, 8 or 10"),
        ("code\nchips\n", "record line 2, field code"),
        ("code,from\n8542.31,1.2.2024\n", "record line 2, field from: '1.2.2024' is no day. Write it as"),
        ("code,from,to\n8542.31,2024-02-01,2023-02-01\n", "field to: 2023-02-01 is before 2024-02-01"),
        ("code,tier\n8542.31,1,2\n", "record line 2: has more or fewer fields"),
        ("code,tier\n8542.31\n", "record line 2: has more or fewer fields"),
        ('code,note\n8542.31,"a"b\n', "is no CSV"),
    ],
)
def test_bad_lists_name_file_line_and_field(tmp_path: Path, text: str, message: str) -> None:
    with pytest.raises(ReadError) as caught:
        own(tmp_path, text)
    assert "own.csv" in str(caught.value)
    assert message in str(caught.value)


def test_files_that_cannot_be_read(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match=r"gone\.csv: cannot be read"):
        CodeList.load(tmp_path / "gone.csv", key="own")
    (tmp_path / "latin.csv").write_bytes("code,note\n8542.31,Stück\n".encode("latin-1"))
    with pytest.raises(ReadError, match="Give a CSV file in UTF-8"):
        CodeList.load(tmp_path / "latin.csv", key="own")


def test_a_code_is_taken_as_well_as_its_text() -> None:
    assert indicate(HsCode.parse("8542.31")) == indicate("8542.31")
