"""Dates as printed, with the days they can mean."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sanctionscreen.printed import partial_date


@pytest.mark.parametrize(
    ("text", "earliest", "latest"),
    [
        ("1973-03-25", date(1973, 3, 25), date(1973, 3, 25)),
        ("10 Dec 1948", date(1948, 12, 10), date(1948, 12, 10)),
        ("06/12/2023", date(2023, 12, 6), date(2023, 12, 6)),
        ("dd/mm/1969", date(1969, 1, 1), date(1969, 12, 31)),
        ("dd/02/1972", date(1972, 2, 1), date(1972, 2, 29)),
        ("Mar 1960", date(1960, 3, 1), date(1960, 3, 31)),
        ("1958", date(1958, 1, 1), date(1958, 12, 31)),
        ("circa 1958", date(1958, 1, 1), date(1958, 12, 31)),
        ("1958 to 1963", date(1958, 1, 1), date(1963, 12, 31)),
        ("0017-05-26", None, None),
        ("3035-04-07", None, None),
        ("long ago", None, None),
    ],
)
def test_a_printed_date(text: str, earliest: date | None, latest: date | None) -> None:
    read = partial_date(text)
    assert read
    assert (read.text, read.earliest, read.latest) == (text, earliest, latest)


@given(st.text(max_size=30))
def test_no_text_breaks_it_and_none_is_lost(text: str) -> None:
    read = partial_date(text)
    assert (read is None) == (not text.strip())
    assert read is None or read.text == " ".join(text.split())


@given(st.dates(date(1850, 1, 1), date(2100, 12, 31)))
def test_every_day_is_read_in_iso_form(day: date) -> None:
    read = partial_date(day.isoformat())
    assert read
    assert read.earliest == read.latest == day
    assert str(read) == day.isoformat()
