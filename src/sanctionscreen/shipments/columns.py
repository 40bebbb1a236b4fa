"""Which column of a table of shipments says what: as given by the user, or known by its header."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any, Literal

from sanctionscreen.batch.columns import folded
from sanctionscreen.errors import UsageError, unknown

Layout = Literal["shipments", "parties"]
"""What a row is: a whole shipment, whose columns say the role with what they hold (``consignee_name``); or
one party of a shipment, whose role stands in a column of its own."""

ADVICE = (
    "Say which: --column consignee_name=HEADER for a row per shipment; "
    "--column name=HEADER --column role=HEADER --column reference=HEADER for a row per party"
)


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns that are read.

    Args:
        layout: what a row is.
        of: the headers of each field, in the order of the file: a field of the shipment (``hs``), of a
            party in its row (``name``), or of a role (``consignee_address``).
        unread: the columns that are not.
    """

    layout: Layout
    of: Mapping[str, tuple[str, ...]]
    unread: tuple[str, ...] = ()

    def headers(self, field: str) -> tuple[str, ...]:
        """The columns of a field, none where the file has none."""
        return self.of.get(field, ())

    def said(self) -> str:
        """Which column was taken for what, in a line."""
        rows = "a row for each party" if self.layout == "parties" else "a row for each shipment"
        told = [
            f"{field} from " + " + ".join(f"'{one}'" for one in headers) for field, headers in self.of.items()
        ]
        rest = "; NOT read: " + ", ".join(f"'{one}'" for one in self.unread) if self.unread else ""
        return f"{rows}: {', '.join(told)}{rest}"


def choose_columns(header: Sequence[str], given: Mapping[str, Sequence[str]] | None = None) -> Columns:
    """The columns to read: those given, and for the others those whose header is known.

    Args:
        header: the columns that the file has.
        given: the user's, by field; an empty header for a field that is not to be read.

    Raises:
        UsageError: a field or column that was given does not exist; no column is known to hold a party's
            name; or there is a row for each party and no column tells which rows belong together.
    """
    given = given or {}
    own = {_known_field(field): _existing(header, columns) for field, columns in given.items()}
    taken = {column for columns in own.values() for column in columns}
    free = [column for column in header if column not in taken]
    fields = {column: _fields().get(_stem(column)) for column in free}
    of_party = bool(own.get("role") or ("role" not in own and "role" in fields.values()))
    of_party = of_party and bool(own.get("name") or "name" in fields.values())
    found: dict[str, list[str]] = {field: list(columns) for field, columns in own.items() if columns}
    for column, field in fields.items():
        if field and field not in own and _fits(field, of_party=of_party):
            found.setdefault(field, []).append(column)
    layout: Layout = "parties" if of_party else "shipments"
    read = {column for columns in found.values() for column in columns}
    unread = tuple(column for column in header if column and column not in read)
    columns = Columns(layout, {field: tuple(columns) for field, columns in found.items()}, unread)
    _check(columns, header)
    return columns


def has_party(header: Sequence[str], given: Mapping[str, Sequence[str]] | None = None) -> bool:
    """Whether a row may be the header of a file of shipments: some column of it holds a party's name."""
    try:
        choose_columns(header, given)
    except UsageError:
        return False
    return True


def roles_of(columns: Columns) -> list[str]:
    """The roles that columns speak of, in the order of the table."""
    return [role for role in _words()["roles"] if columns.headers(f"{role}_name")]


def _fits(field: str, *, of_party: bool) -> bool:
    """Whether a field belongs to the layout: bare words of a party head columns of parties alone."""
    if field in _words()["of_shipment"]:
        return True
    return of_party == (field in _words()["of_a_party"])


def _check(columns: Columns, header: Sequence[str]) -> None:
    if columns.layout == "parties":
        if not columns.headers("reference"):
            raise UsageError(
                "there is a row for each party, and no column is known to say of which shipment",
                advice=f"Say which: --column reference=HEADER. The first row has: {', '.join(header)}",
            )
    elif not roles_of(columns):
        raise UsageError(
            f"no column is known to hold a party's name; the first row has: {', '.join(header) or 'nothing'}",
            advice=ADVICE,
        )


def _known_field(field: str) -> str:
    known = {*_words()["of_shipment"], *_words()["of_a_party"], *_composed()}
    if field not in known:
        raise unknown("field", field, sorted(known, key=len)[:60] if "_" not in field else known)
    return field


def _existing(header: Sequence[str], columns: Sequence[str]) -> tuple[str, ...]:
    found = []
    for column in filter(None, columns):
        alike = [other for other in header if other == column or folded(other) == folded(column)]
        if column not in header and len(alike) != 1:
            raise unknown("column", column, map(str, header))
        found.append(column if column in header else alike[0])
    return tuple(found)


def _stem(header: str) -> str:
    """A header as it is compared: folded, without the number of a line at its end."""
    return folded(header).rstrip("0123456789")


@cache
def _words() -> dict[str, Any]:
    return tomllib.loads(resources.files(__package__).joinpath("columns.toml").read_text("utf-8"))


def _composed() -> Iterable[str]:
    return (
        f"{role}_{said}" for role in _words()["roles"] for said in _words()["of_a_party"] if said != "role"
    )


@cache
def _fields() -> dict[str, str]:
    """The field of each header that is known; of two, that of the shipment comes before that of a party."""
    fields: dict[str, str] = {}
    for field, words in _words()["of_shipment"].items():
        for word in words:
            fields.setdefault(_stem(word), field)
    said = {name: words for name, words in _words()["of_a_party"].items() if name != "role"}
    for role, called in _words()["roles"].items():
        for word in called:
            fields.setdefault(_stem(word), f"{role}_name")
            for field, words in said.items():
                for about in words:
                    fields.setdefault(_stem(f"{word} {about}"), f"{role}_{field}")
                    fields.setdefault(_stem(f"{about} {word}"), f"{role}_{field}")
                    fields.setdefault(_stem(f"{about} of {word}"), f"{role}_{field}")
    for field, words in _words()["of_a_party"].items():
        for word in words:
            fields.setdefault(_stem(word), field)
            fields.setdefault(_stem(f"party {word}"), field)
    return fields
