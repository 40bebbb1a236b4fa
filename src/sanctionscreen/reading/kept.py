"""Values that are kept as printed, and reported where they could not be understood."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import TypeVar

from sanctionscreen.model import PartialDate
from sanctionscreen.printed.countries import country_code
from sanctionscreen.printed.dates import partial_date

from .files import Files

T = TypeVar("T")


def kept_date(
    files: Files,
    record: str,
    field: str,
    text: str,
    read: Callable[[str], PartialDate | None] = partial_date,
) -> PartialDate | None:
    """A date as printed, or None for an empty text; one that ``read`` cannot read is reported."""
    date = read(text)
    if date and not date.earliest:
        files.report.odd(record, field, text, "a date that cannot be read")
    return date


def kept_country(files: Files, record: str, field: str, text: str | None) -> str | None:
    """The code of a country as printed; one that is not known is reported."""
    code = country_code(text) if text else None
    if text and not code:
        files.report.odd(record, field, text, "a country that is not known")
    return code


def kept_word(files: Files, record: str, field: str, word: str, known: Mapping[str, T], default: T) -> T:
    """What a word of a list's fixed vocabulary means; the default for one that is new, and reported."""
    if word not in known:
        files.report.odd(record, field, word, "a word that is not known here")
    return known.get(word, default)


def unique(values: Iterable[T]) -> tuple[T, ...]:
    """The values that say something, without repetitions, in order.

    >>> unique(["b", "", "a", "b"])
    ('b', 'a')
    """
    return tuple(dict.fromkeys(value for value in values if value))
