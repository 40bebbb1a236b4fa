"""GLEIF's level 2 data, "who owns whom": relationship records (RR-CDF 2.1) as CSV.

Publisher: Global Legal Entity Identifier Foundation, Golden Copy, CC0. Each record ties a child (start
node) to a parent (end node) by their LEIs; the names are in the level 1 data, so a party is named by its
LEI here.

| relationship type | read as |
|---|---|
| ``IS_DIRECTLY_CONSOLIDATED_BY`` | control: the parent consolidates the accounts; its share is not known |
| ``IS_ULTIMATELY_CONSOLIDATED_BY`` | the same, through others |
| ``IS_INTERNATIONAL_BRANCH_OF`` | shares, 100 %: a branch is its head office abroad |
| ``IS_FUND-MANAGED_BY``, ``IS_SUBFUND_OF``, ``IS_FEEDER_TO`` | a tie |

A relationship holds in its ``RELATIONSHIP_PERIOD``; the periods of accounts and of filings say when it was
looked at. One that is ``INACTIVE`` without an end ended at its last update. Records whose registration was
``ANNULLED`` or is a ``DUPLICATE`` were taken back by the publisher and are left out.

Links: https://www.gleif.org/en/lei-data/access-and-use-lei-data/level-2-data-who-owns-whom;
https://www.gleif.org/en/about-lei/common-data-file-format/relationship-record-cdf-format
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sanctionscreen.errors import ReadError
from sanctionscreen.model import OwnershipStatement
from sanctionscreen.reading import Files, Row
from sanctionscreen.reading.table import header_has, rows

from .record import first_day, last_day, record_error, statement_of

CHILD, PARENT = "Relationship.StartNode.NodeID", "Relationship.EndNode.NodeID"
TYPE, STATE = "Relationship.RelationshipType", "Relationship.RelationshipStatus"
UPDATED, REGISTERED = "Registration.LastUpdateDate", "Registration.RegistrationStatus"
NEEDED = (CHILD, PARENT, TYPE, STATE)
PERIODS = tuple(f"Relationship.Period.{number}" for number in range(1, 6))
TAKEN_BACK = ("ANNULLED", "DUPLICATE")

TYPES: dict[str, dict[str, Any]] = {
    "IS_DIRECTLY_CONSOLIDATED_BY": {"kind": "control"},
    "IS_ULTIMATELY_CONSOLIDATED_BY": {"kind": "control", "indirect": True},
    "IS_INTERNATIONAL_BRANCH_OF": {"kind": "shares", "percent": 100},
    "IS_FUND-MANAGED_BY": {"kind": "linked"},
    "IS_SUBFUND_OF": {"kind": "linked"},
    "IS_FEEDER_TO": {"kind": "linked"},
}

_KNOWN = (
    "Relationship.StartNode.", "Relationship.EndNode.", "Relationship.Period.", "Relationship.Relationship",
    "Registration.",
)  # fmt: skip

is_gleif = header_has(*NEEDED)


def read_csv(files: Files) -> Iterator[OwnershipStatement | ReadError]:
    """The relationships, in the order of the file."""
    for row in rows(files, NEEDED):
        row.ignore(*(name for name in row.unread() if name.startswith(_KNOWN)))
        if row.text(REGISTERED) not in TAKEN_BACK:
            yield _statement(files, row)


def _statement(files: Files, row: Row) -> OwnershipStatement | ReadError:
    place, word = f"line {row.line}", row.text(TYPE)
    if word not in TYPES:
        return record_error(files, place, "kind", f"'{word}' is not a relationship type that is known")
    since, until = _period(row)
    if row.text(STATE) == "INACTIVE":
        until = until or row.text(UPDATED)
    try:
        days = {"since": first_day(since), "until": last_day(until)}
    except ValueError as error:
        return record_error(files, place, "since", str(error))
    owner, owned = (
        {"id": lei, "name": lei, "identifiers": {"lei": lei}} if (lei := row.text(node)) else None
        for node in (PARENT, CHILD)
    )
    fields = {"owner": owner, "owned": owned, **TYPES[word], **days}
    note = word.removeprefix("IS_").replace("_", " ").lower()
    return statement_of(files, place, {**fields, "source": "GLEIF", "record": place, "note": note})


def _period(row: Row) -> tuple[str, str]:
    """The first and the last day of the relationship, as printed."""
    for period in PERIODS:
        if row.text(f"{period}.periodType") == "RELATIONSHIP_PERIOD":
            return row.text(f"{period}.startDate"), row.text(f"{period}.endDate")
    return "", ""
