"""Which column of a party file says what: as given by the user, or guessed from the header."""

from __future__ import annotations

import tomllib
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, fields
from functools import cache
from importlib import resources
from typing import Any

from sanctionscreen.errors import UsageError, unknown
from sanctionscreen.model.vocabulary import Kind

NONE = ""
"""What a user gives for a column that a file has not, so that none is guessed."""


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns of a party file that are read, by their headers.

    Args:
        name: the column of the name; several where it stands in parts, which are put together.
        reference: the column of the sender's own key.
        country: the column of the country.
        kind: the column of what the party is.
        born: the column of a person's date of birth.
    """

    name: tuple[str, ...] = ()
    reference: str | None = None
    country: str | None = None
    kind: str | None = None
    born: str | None = None

    def all(self) -> tuple[str, ...]:
        """Every column that is read."""
        rest = (self.reference, self.country, self.kind, self.born)
        return (*self.name, *(column for column in rest if column))

    def said(self) -> str:
        """Which column was taken for what, in a line."""
        parts = ["name from " + " and ".join(f"'{column}'" for column in self.name)]
        for field in fields(self)[1:]:
            column = getattr(self, field.name)
            what = "date of birth" if field.name == "born" else field.name
            parts.append(f"{what} from '{column}'" if column else f"no {what}")
        return ", ".join(parts)


def choose_columns(header: Sequence[str], given: Columns = Columns()) -> Columns:
    """The columns to read: those given, and for the others those whose header is a known word for them.

    Args:
        header: the columns that the file has.
        given: the user's; ``NONE`` for one that is not to be read.

    Raises:
        UsageError: a column that was given does not exist; or no name was given, and no column is known to
            hold names, or several are.
    """
    name = tuple(_existing(header, column) for column in given.name) or _guess_name(header)
    rest: dict[str, Any] = {}
    for field in fields(Columns)[1:]:
        column: str | None = getattr(given, field.name)
        if column:
            rest[field.name] = _existing(header, column)
        elif column is None:
            free = [other for other in header if other not in name]
            rest[field.name] = next(iter(_of_words(free, _words()["columns"][field.name])), None)
    return Columns(name=name, **rest)


def has_name(header: Sequence[str], given: Columns) -> bool:
    """Whether a row may be the header of a party file: it names the columns given, or one of names."""
    if given.name:
        known = set(map(folded, header))
        return all(folded(column) in known for column in given.name)
    return bool(_candidates(header))


def kind_of_word(text: str) -> Kind | None:
    """What a file means by its word for a kind of party; None where that is not known.

    >>> kind_of_word("Natürliche Person"), kind_of_word("Container")
    ('person', None)
    """
    return _kinds().get(folded(text))


def folded(text: str) -> str:
    """The letters and digits of a header, without capitals and accents.

    >>> folded("Razón social (*)"), folded("COUNTRY_CODE")
    ('razonsocial', 'countrycode')
    """
    plain = unicodedata.normalize("NFKD", text.casefold())
    return "".join(character for character in plain if character.isalnum())


def _existing(header: Sequence[str], column: str) -> str:
    if column in header:
        return column
    alike = [other for other in header if folded(str(other)) == folded(column)]
    if len(alike) != 1:
        raise unknown("column", column, map(str, header))
    return alike[0]


def _guess_name(header: Sequence[str]) -> tuple[str, ...]:
    found = _candidates(header)
    if len(found) == 1:
        return found[0]
    if found:
        shown = ", ".join(f"'{' + '.join(columns)}'" for columns in found)
        first = " ".join(f"--name-column '{column}'" for column in found[0])
        raise UsageError(
            f"more than one column may hold the name: {shown}",
            advice=f"Say which to screen, such as {first}. Of several parties in a row, screen one at a time",
        )
    raise UsageError(
        f"no column is known to hold names; the first row has: {', '.join(header) or 'nothing'}",
        advice="Say which: --name-column HEADER. The first row of a file names its columns, such as: name",
    )


def _candidates(header: Sequence[str]) -> list[tuple[str, ...]]:
    """Each column, or columns together, that may hold the name."""
    by_word = {folded(column): column for column in header}
    for parts in _words()["parts"]["name"]:
        if all(folded(part) in by_word for part in parts):
            together = tuple(by_word[folded(part)] for part in parts)
            rest = [column for column in header if column not in together]
            return [together, *((column,) for column in _of_words(rest, _words()["columns"]["name"]))]
    return [(column,) for column in _of_words(header, _words()["columns"]["name"])]


def _of_words(header: Sequence[str], words: Sequence[str]) -> list[str]:
    """The columns that some words name, in the order of the words."""
    rank = {folded(word): number for number, word in reversed(list(enumerate(words)))}
    return sorted((column for column in header if folded(column) in rank), key=lambda c: rank[folded(c)])


@cache
def _words() -> dict[str, Any]:
    return tomllib.loads(resources.files(__package__).joinpath("columns.toml").read_text("utf-8"))


@cache
def _kinds() -> dict[str, Kind]:
    return {folded(word): kind for kind, words in _words()["kinds"].items() for word in words}
