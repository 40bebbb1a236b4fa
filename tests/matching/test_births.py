"""Whether two dates of birth can be one person's."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sanctionscreen.matching.births import compare_births
from sanctionscreen.model import PartialDate
from sanctionscreen.printed import partial_date


def date(text: str) -> PartialDate:
    found = partial_date(text)
    assert found
    return found


def feature(asked: str, *listed: str) -> str | None:
    compared = compare_births(date(asked), [date(text) for text in listed])
    return compared.feature if compared else None


@pytest.mark.parametrize(
    ("asked", "listed", "expected"),
    [
        ("1962-11-23", ["23 Nov 1962"], "birth_day"),
        ("1962-11-23", ["1962"], "birth"),
        ("1962-11", ["1962-11-23"], "birth"),
        ("1962", ["circa 1962"], "birth"),
        ("1962-11-23", ["circa 23 Nov 1962"], "birth"),
        ("1962-01-01", ["1962-01-01"], "birth"),  # stands for the year
        ("1962-04-03", ["1962-03-04"], "birth_swapped"),
        ("1962-04-03", ["1963-03-04"], None),
        ("1962-11-23", ["1962-05-05"], None),  # of one year: a slip in the day or the month
        ("1962-11-23", ["1963"], None),
        ("1962", ["1961-01-31"], None),
        ("1962", ["1964"], "other_birth"),
        ("1962", ["circa 1966"], None),
        ("circa 1962", ["1968"], "other_birth"),
        ("1962", ["1970 to 1975"], "other_birth"),
        ("1962", ["1960 to 1965"], "birth"),
        ("1962", ["long ago"], None),
        ("1962", ["long ago", "1990"], "other_birth"),
        ("1962", ["1990", "1963"], None),
        ("1962-11-23", ["1990", "1962", "1962-11-23"], "birth_day"),
        ("1962", [], None),
    ],
)
def test_dates(asked: str, listed: list[str], expected: str | None) -> None:
    assert feature(asked, *listed) == expected


YEARS = st.integers(1900, 2030).map(str)
DAYS = st.dates().filter(lambda day: day.year > 1850).map(lambda day: day.isoformat())
DATES = st.one_of(
    YEARS, DAYS, YEARS.map("circa {}".format), DAYS.map(lambda text: text[:7]), st.just("long ago")
)


@given(DATES, DATES)
def test_neither_side_matters_more(a: str, b: str) -> None:
    assert feature(a, b) == feature(b, a)


@given(DATES, st.lists(DATES, max_size=4), DATES)
def test_a_further_listed_date_never_contradicts_more(asked: str, listed: list[str], further: str) -> None:
    order = ["other_birth", None, "birth_swapped", "birth", "birth_day"]
    if feature(asked, *listed) is not None or feature(asked, further) != "other_birth":
        assert order.index(feature(asked, *listed, further)) >= order.index(feature(asked, *listed))
