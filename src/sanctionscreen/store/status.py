"""How a list stands on a day: fresh, stale or doubtful, and what the last refresh said."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

from sanctionscreen.errors import StoreError
from sanctionscreen.fetching import Options
from sanctionscreen.model import ListStatus, Snapshot, State

from .add import version_folders
from .checks import Checks, counts_from, read_checks
from .journal import CURRENT, read_current


def fresh_until(snapshot: Snapshot, checks: Checks, options: Options, today: date) -> date:
    """The last day on which a version counts as the publisher's latest, seen from ``today``."""
    own = options.of(snapshot.list).max_age_days
    days = snapshot.max_age_days if own is None else own
    return counts_from(snapshot, checks, today) + timedelta(days=days)


def status_of_list(folder: Path, options: Options, today: date) -> ListStatus:
    """How a list stands; a fault of its folder is told, not raised."""
    key, checks = folder.name, read_checks(folder)
    told = {"tried_at": checks.tried_at, "problems": checks.problems, "refused": checks.refused}
    if not (folder / CURRENT).exists():
        return ListStatus(list=key, state="missing", **told)
    try:
        snapshot = read_current(folder).snapshot
    except StoreError as error:
        return ListStatus(list=key, state="damaged", **{**told, "problems": (str(error), *checks.problems)})
    until = fresh_until(snapshot, checks, options, today)
    state: State = "stale" if today > until else "doubtful" if snapshot.concerns else "fresh"
    return ListStatus(
        list=key,
        state=state,
        snapshot=snapshot,
        confirmed_on=counts_from(snapshot, checks, today),
        fresh_until=until,
        versions=len(version_folders(folder)),
        **told,
    )
