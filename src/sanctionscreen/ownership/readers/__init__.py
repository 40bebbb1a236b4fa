"""Files of statements in the forms that there are: one module each, recognised by what a file holds."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from sanctionscreen.errors import ReadError
from sanctionscreen.model import OwnershipStatement
from sanctionscreen.reading import Files

from . import bods, ftm, gleif, own

Read = Callable[[Files], Iterator[OwnershipStatement | ReadError]]


class Form(NamedTuple):
    """A form of statements: what it is called, how a file is known to have it, and who reads it."""

    title: str
    recognise: Callable[[Files], bool]
    read: Read


FORMS = (
    Form("a CSV with the columns owner and owned", own.is_csv, own.read_csv),
    Form("JSON lines with owner and owned", own.is_jsonl, own.read_jsonl),
    Form("BODS statements, 0.2 to 0.4", bods.is_bods, bods.read_bods),
    Form("GLEIF relationship records as CSV", gleif.is_gleif, gleif.read_csv),
    Form("FollowTheMoney entities as JSON lines", ftm.is_ftm, ftm.read_jsonl),
)


def read_statements(
    paths: Iterable[Path], *, keep_going: bool, unread: Counter[str]
) -> Iterator[OwnershipStatement | ReadError]:
    """The statements of files, each of any form.

    Args:
        paths: the files.
        keep_going: yield the error of a record that cannot be taken, instead of raising it.
        unread: filled with the number of filled fields that nobody asked for, by column.

    Raises:
        ReadError: a file is damaged or of no known form; or, unless ``keep_going``, a record cannot be taken.
    """
    for path in paths:
        files = Files("", [path])
        form = next((form for form in FORMS if form.recognise(files)), None)
        if not form:
            known = "; ".join(form.title for form in FORMS)
            raise files.error(
                "this is no form of ownership statements that is known", advice=f"Known: {known}"
            )
        for statement in form.read(files):
            if isinstance(statement, ReadError) and not keep_going:
                raise statement
            yield statement
        unread.update(files.report.unread)
