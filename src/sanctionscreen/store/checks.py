"""What refreshes remember of a list: the file ``checks.json`` in the list's folder.

It decides nothing about which version is current. Should it be lost, the next refresh downloads the
list once more than it had to.
"""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from datetime import date, datetime
from pathlib import Path

from pydantic import Field, ValidationError

from sanctionscreen.fetching import Validator
from sanctionscreen.model import Snapshot
from sanctionscreen.model.frozen import Frozen

from .disk import write_synced

NAME = "checks.json"
REFUSED = ".refused"
"""The folder in a list's folder that holds the version which a refresh refused."""


class Checks(Frozen):
    """The content of ``checks.json``.

    Args:
        confirmed: when the publisher, or a mirror, last gave each version as the latest.
        validators: what the server said of each file, by address.
        validates: the version that those files became, current or refused.
        tried_at: when the list was last to be refreshed.
        problems: why that did not succeed; empty where it did.
        refused: the version that was refused and is kept aside, until it is accepted or replaced.
    """

    confirmed: Mapping[str, datetime] = Field(default_factory=dict)
    validators: Mapping[str, Validator] = Field(default_factory=dict)
    validates: str | None = None
    tried_at: datetime | None = None
    problems: tuple[str, ...] = ()
    refused: str | None = None


def read_checks(folder: Path) -> Checks:
    """What is remembered of a list; nothing where that is lost."""
    try:
        return Checks.model_validate_json((folder / NAME).read_bytes())
    except (OSError, ValidationError):
        return Checks()


def write_checks(folder: Path, temporary: Path, checks: Checks) -> None:
    """Remember, in one step. The caller holds the list's lock and a temporary folder beside the list."""
    write_synced(temporary / NAME, checks.model_dump_json(indent=1, exclude_defaults=True) + "\n")
    (temporary / NAME).replace(folder / NAME)


def settle(folder: Path, temporary: Path) -> None:
    """Forget what was refused: a person has said what is current."""
    checks = read_checks(folder)
    if checks.refused or checks.problems:
        write_checks(folder, temporary, checks.model_copy(update={"refused": None, "problems": ()}))
    forget_refused(folder)


def renew_checks(folder: Path, temporary: Path, before: str, after: str) -> None:
    """What was said of a version holds for another reading of the same files."""
    checks = read_checks(folder)
    if before == after:
        return
    update: dict[str, object] = {"validates": after if checks.validates == before else checks.validates}
    if before in checks.confirmed:
        update["confirmed"] = {**checks.confirmed, after: checks.confirmed[before]}
    write_checks(folder, temporary, checks.model_copy(update=update))


def forget_refused(folder: Path) -> None:
    """Remove the version that was kept aside."""
    shutil.rmtree(folder / REFUSED, ignore_errors=True)


def counts_from(snapshot: Snapshot, checks: Checks, today: date) -> date:
    """The day from which the age of a version counts, seen from ``today``.

    That is when the publisher last gave it as the latest. A file that a person added was confirmed
    by nobody: there the publisher's own date counts, and the day it was added where it has none.
    """
    confirmed = checks.confirmed.get(snapshot.version)
    if confirmed:
        return min(confirmed.date(), today)
    if snapshot.as_of:
        return snapshot.as_of
    return snapshot.added_at.date() if snapshot.added_at else today
