"""The errors a caller can meet, each saying where it went wrong and what to do next."""

from __future__ import annotations

import difflib
from collections.abc import Iterable


class SanctionscreenError(Exception):
    """Anything this package refuses, with the place and the way out.

    Args:
        problem: what is wrong, in one clause.
        list_key: the list concerned, such as ``un_sc``.
        file: the file's name as the user gave it.
        record: the record's id, or its line or position where it has none.
        field: the field or column.
        advice: what to do next.
    """

    def __init__(
        self,
        problem: str,
        *,
        list_key: str | None = None,
        file: str | None = None,
        record: str | None = None,
        field: str | None = None,
        advice: str | None = None,
    ) -> None:
        self.problem = problem
        self.list_key = list_key
        self.file = file
        self.record = record
        self.field = field
        self.advice = advice
        super().__init__(str(self))

    def __str__(self) -> str:
        place = ", ".join(
            f"{label} {value}"
            for label, value in (
                ("list", self.list_key),
                ("file", self.file),
                ("record", self.record),
                ("field", self.field),
            )
            if value
        )
        text = f"{place}: {self.problem}" if place else self.problem
        return f"{text}. {self.advice}" if self.advice else text


class ReadError(SanctionscreenError):
    """A list file cannot be read: damaged, of another list, or of an unknown layout."""


class StoreError(SanctionscreenError):
    """The store cannot do what was asked; what it held before is untouched."""


class UsageError(SanctionscreenError, ValueError):
    """A value that the caller gave is not one that exists here."""


def unknown(what: str, given: str, known: Iterable[str]) -> UsageError:
    """The error for a word that is not in a fixed vocabulary, with the nearest word that is.

    >>> str(unknown("list", "us_cls", ["us_csl", "un_sc"]))
    "unknown list 'us_cls'. Did you mean 'us_csl'? Known: un_sc, us_csl"
    """
    choices = sorted(known)
    near = difflib.get_close_matches(given, choices, n=1, cutoff=0.5)
    hint = f"Did you mean '{near[0]}'? " if near else ""
    return UsageError(f"unknown {what} '{given}'", advice=f"{hint}Known: {', '.join(choices)}")


def not_installed(package: str, extra: str) -> UsageError:
    """The error for a package that only an extra of this one brings.

    >>> str(not_installed("pyarrow", "parquet"))
    "pyarrow is not installed, and is needed for this. Install it with: pip install 'sanctionscreen[parquet]'"
    """
    return UsageError(
        f"{package} is not installed, and is needed for this",
        advice=f"Install it with: pip install 'sanctionscreen[{extra}]'",
    )
