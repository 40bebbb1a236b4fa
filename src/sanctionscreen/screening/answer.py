"""What the parts of an answer add up to."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sanctionscreen.model import Hit, Notice, Snapshot, Status


def status_of(hits: Sequence[Hit], *, incomplete: bool) -> Status:
    """``match`` where a hit raises an alert; else ``incomplete`` where something was not looked at."""
    if any(hit.alert for hit in hits):
        return "match"
    return "incomplete" if incomplete else "no_match"


def warnings_of(snapshots: Iterable[Snapshot]) -> tuple[Notice, ...]:
    """A notice for each concern of a snapshot."""
    return tuple(
        Notice(name="doubtful_list", text=f"{snapshot.list}: {concern}")
        for snapshot in snapshots
        for concern in snapshot.concerns
    )
