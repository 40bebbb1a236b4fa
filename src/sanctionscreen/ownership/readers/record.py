"""A record of any form as a statement, or as an error that says where it stands and what to do."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from pydantic import ValidationError

from sanctionscreen.errors import ReadError
from sanctionscreen.model import OwnershipStatement
from sanctionscreen.printed import partial_date
from sanctionscreen.reading import Files

_ADVICE = {
    "owner": "Give the owner's id or name",
    "owned": "Give the id or name of what is owned; shares that a company holds of itself are left out",
    "percent": "Give 0 to 100, or a range such as 25-50 or >50; leave it empty where it is not known",
    "kind": "Use shares, votes, board, control, linked or office",
    "since": "Give a day, a month or a year, such as 2019-05-31",
    "until": "Give the last day on which it holds, not before the first",
}
_PERCENTS = ("percent", "pct_min", "pct_max", "above_min", "below_max")


def statement_of(files: Files, place: str, fields: Mapping[str, Any]) -> OwnershipStatement | ReadError:
    """The statement that some fields make.

    Args:
        files: the file, for errors.
        place: where in it the record stands, such as ``line 7``.
        fields: those of ``OwnershipStatement``.
    """
    try:
        return OwnershipStatement.model_validate(fields)
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        field = str(first["loc"][0]) if first["loc"] else None
        return record_error(files, place, field or "owner", _problem(first))


def record_error(files: Files, place: str, field: str, problem: str) -> ReadError:
    """The error of one record; its field in the words of the user's columns."""
    of = "percent" if field in _PERCENTS else field
    named = {"since": "from", "until": "to"}.get(of, of)
    return files.error(problem, record=place, field=named, advice=_ADVICE.get(of))


def first_day(text: str) -> date | None:
    """The first day that a date can mean; of an empty text None.

    Raises:
        ValueError: it cannot be read.
    """
    found = _date(text)
    return found[0] if found else None


def last_day(text: str) -> date | None:
    """The last day that a date can mean; of an empty text None.

    Raises:
        ValueError: it cannot be read.
    """
    found = _date(text)
    return found[1] if found else None


def _date(text: str) -> tuple[date, date] | None:
    found = partial_date(text)
    if not found:
        return None
    if not (found.earliest and found.latest):
        raise ValueError(f"'{text}' is not a date")
    return found.earliest, found.latest


def _problem(error: Any) -> str:
    """What pydantic found, in the words of this package."""
    given, kind = error["input"], error["type"]
    field = error["loc"][0] if error["loc"] else ""
    if field in _PERCENTS and kind in ("greater_than_equal", "less_than_equal", "finite_number"):
        return f"{given:g} is not between 0 and 100"
    if kind == "literal_error":
        return f"'{given}' is not a kind of holding"
    if kind in ("missing", "string_type", "string_too_short"):
        return "it is missing"
    words = error["msg"].removeprefix("Value error, ")
    return f"'{given}' is not right: {words}" if kind not in ("value_error",) else words
