"""Codes as declarations print them, and those that are refused."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sanctionscreen.errors import UsageError
from sanctionscreen.goods import EDITIONS, HsCode, edition_on


@pytest.mark.parametrize(
    ("text", "digits"),
    [
        ("8542.31", "854231"),
        ("854231", "854231"),
        ("8542 31 00", "85423100"),
        ("8542.31.00.90", "8542310090"),
        (" 0101.21 ", "010121"),
        ("８５４２．３１", "854231"),
    ],
)
def test_six_eight_and_ten_digits_with_dots_or_not(text: str, digits: str) -> None:
    assert HsCode.parse(text).digits == digits


@pytest.mark.parametrize(
    ("text", "reason", "advice"),
    [
        ("10121", "has 5 digits", "010121"),
        ("8542310", "has 7 digits", "Look it up and give 6, 8 or 10 digits"),
        ("854231.0", "has 7 digits", "the decimal of a spreadsheet"),
        ("854231009", "has 9 digits", "Look it up"),
        ("8542", "has 4 digits", "the six digits of the subheading"),
        ("85423100901", "has 11 digits", "at most 10"),
        ("8542-31", "holds '-'", "Give digits"),
        ("854231x", "holds 'x'", "Give digits"),
        ("", "is empty", "Give digits"),
        ("000131", "no chapter 00", "begin at 01"),
    ],
)
def test_what_cannot_be_a_code_is_refused_with_the_way_out(text: str, reason: str, advice: str) -> None:
    with pytest.raises(UsageError, match=reason) as caught:
        HsCode.parse(text)
    assert caught.value.field == "hs"
    assert caught.value.advice
    assert advice in caught.value.advice


def test_a_number_is_no_code() -> None:
    with pytest.raises(UsageError, match="an HS code is text, not int"):
        HsCode.parse(854231)  # type: ignore[arg-type]


def test_the_form_of_the_digits_is_checked_however_a_code_is_made() -> None:
    with pytest.raises(ValueError, match="has 5 digits"):
        HsCode(digits="85423")


@pytest.mark.parametrize(
    ("text", "name"),
    [("7712.34", "reserved_chapter"), ("9801.00.10", "national_chapter"), ("9903.88", "national_chapter")],
)
def test_chapters_without_goods_of_their_own_are_told(text: str, name: str) -> None:
    assert [note.name for note in HsCode.parse(text).notes] == [name]
    assert HsCode.parse("8542.31").notes == ()


def test_parents() -> None:
    code = HsCode.parse("8542310090")
    assert (code.subheading, code.heading, code.chapter) == ("8542.31", "8542", "85")


@given(st.from_regex(r"(0[1-9]|[1-9][0-9])[0-9]{4}([0-9][0-9]){0,2}", fullmatch=True))
def test_what_is_printed_is_read_again(digits: str) -> None:
    code = HsCode.parse(digits)
    assert HsCode.parse(str(code)) == code


def test_editions_hold_from_the_first_day_of_their_year() -> None:
    assert EDITIONS == (2012, 2017, 2022)
    assert [edition_on(date(year, 6, 1)) for year in (2005, 2014, 2017, 2021, 2022, 2026)] == [
        2012, 2012, 2017, 2017, 2022, 2022,
    ]  # fmt: skip
