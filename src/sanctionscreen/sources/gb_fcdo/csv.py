"""The CSV form: a banner with the date, a header, and as many rows for a subject as its facts multiply to."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from sanctionscreen.model import Entity
from sanctionscreen.printed import day
from sanctionscreen.reading import Files
from sanctionscreen.reading.grouped import grouped_rows
from sanctionscreen.reading.table import rows

from .facts import GROUPS, read_subject

NEEDED = ("Unique ID", "Name 6", "Name type", "Regime Name", "Designation Type")


def read_csv(files: Files) -> Iterator[Entity]:
    """The subjects of the CSV file."""
    banner = files.head().decode("utf-8-sig", "replace").splitlines()[0]
    as_of = day(banner.partition(":")[2], "%d-%b-%Y", "%d/%m/%Y")
    if not as_of:
        files.report.odd("line 1", "Report Date", banner, "the date of the report cannot be read")
    files.published(as_of)
    for subject in grouped_rows(files, partial(rows, needed=NEEDED, skip=1), "Unique ID", GROUPS):
        yield read_subject(files, subject)
