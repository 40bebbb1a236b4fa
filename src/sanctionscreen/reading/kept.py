"""Values that are kept as printed, and reported where they could not be understood."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from typing import TypeVar

from sanctionscreen.model import Name, PartialDate
from sanctionscreen.printed.countries import country_code
from sanctionscreen.printed.dates import partial_date
from sanctionscreen.printed.scripts import language_code, script_code, script_of

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


def kept_country(files: Files, record: str, field: str, text: str | None, language: str = "") -> str | None:
    """The code of a country as printed, in English or another language; an unknown one is reported."""
    code = country_code(text, language) if text else None
    if text and not code:
        files.report.odd(record, field, text, "a country that is not known")
    return code


def kept_word(files: Files, record: str, field: str, word: str, known: Mapping[str, T], default: T) -> T:
    """What a word of a list's fixed vocabulary means; the default for one that is new, and reported."""
    if word not in known:
        files.report.odd(record, field, word, "a word that is not known here")
    return known.get(word, default)


def kept_original(files: Files, record: str, text: str, script: str, language: str) -> Name:
    """A name in another script; the printed words for script and language as ISO codes, or reported."""
    code = script_of(text) or script_code(script)
    tongue = language_code(re.split(r"\W", language)[0])
    if not code:
        files.report.odd(record, "Non-latin script type", script, "a script that is not known")
    if language and not tongue:
        files.report.odd(record, "Non-latin script language", language, "a language without a code")
    return Name(text=text, kind="original_script", script=code, language=tongue)


def unique(values: Iterable[T]) -> tuple[T, ...]:
    """The values that say something, without repetitions, in order.

    >>> unique(["b", "", "a", "b"])
    ('b', 'a')
    """
    return tuple(dict.fromkeys(value for value in values if value))


def kept_id(files: Files, field: str, key: str, seen: set[str]) -> str:
    """An id that the file has not given yet; one that it gives again gets a count, and is reported.

    Args:
        files: the list's files.
        field: the field that the id stands in.
        key: the id as printed, or as built.
        seen: the ids given so far; the one returned is added.
    """
    own, times = key, 1
    while own in seen:
        times += 1
        own = f"{key} ({times})"
    if own != key:
        files.report.odd(own, field, key, "an id that another record has too: counted")
    seen.add(own)
    return own
