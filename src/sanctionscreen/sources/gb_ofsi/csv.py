"""The CSV in both its layouts: a banner, a header, and as many rows for a group as its facts multiply to."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from sanctionscreen.model import Entity
from sanctionscreen.printed import day
from sanctionscreen.reading import Files
from sanctionscreen.reading.grouped import grouped_rows
from sanctionscreen.reading.table import header_has, rows

from .facts import read_group

NEEDED = ("Name 6", "Group Type", "Alias Type", "Regime", "Listed On", "Group ID")
# Columns that state one thing together; every other column stands alone. A layout may lack some.
GROUPS: dict[str, tuple[str, ...]] = {
    "name": ("Name 1", "Name 2", "Name 3", "Name 4", "Name 5", "Name 6", "Alias Type", "Alias Quality"),
    "script": ("Name Non-Latin Script", "Non-Latin Script Type", "Non-Latin Script Language"),
    "address": (
        "Address 1", "Address 2", "Address 3", "Address 4", "Address 5", "Address 6", "Post/Zip Code",
        "Country",
    ),
    "listed": ("Regime", "Listed On", "UK Sanctions List Date Designated"),
} | {
    column: (column,)
    for column in (
        "Title", "DOB", "Town of Birth", "Country of Birth", "Nationality", "Passport Number",
        "Passport Details", "NI Number", "National Identification Number", "National Identification Details",
        "Position", "Other Information", "UK Statement of Reasons", "IMO Number", "Group Type",
        "Last Updated",
    )
}  # fmt: skip


def read_csv(files: Files) -> Iterator[Entity]:
    """The groups of the CSV file, in either layout."""
    banner = files.head().decode("utf-8-sig", "replace").splitlines()[0]
    as_of = day(banner.partition(",")[2].strip(" ,"), "%d/%m/%Y")
    if not as_of:
        files.report.odd("line 1", "Last Updated", banner, "the date of the list cannot be read")
    files.published(as_of)
    read = partial(rows, needed=NEEDED, skip=1, encoding=read_encoding(files))
    for group in grouped_rows(files, read, "Group ID", GROUPS):
        yield read_group(files, group)


def read_encoding(files: Files) -> str:
    """UTF-8 in the second layout, or where the first was saved so; else Windows' Western code page."""
    if not header_has("Alias Quality", skip=1)(files):
        with files.open() as lines:
            for line in lines:
                try:
                    line.decode("utf-8-sig")
                except UnicodeDecodeError:
                    return "cp1252"
    return "utf-8-sig"
