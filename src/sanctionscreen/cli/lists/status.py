"""``sanctionscreen lists status``: for people and for monitoring."""

from __future__ import annotations

import sys
from collections.abc import Sequence

import click

from sanctionscreen.cli.tables import show_table
from sanctionscreen.model import ListStatus
from sanctionscreen.store import Store

COLUMNS = ("list", "state", "as of", "confirmed", "fresh until", "records", "versions", "version")


@click.command("status")
@click.argument("keys", metavar="[KEY]...", nargs=-1)
@click.option("--json", "as_json", is_flag=True, help="One JSON object per list, one per line.")
def command(keys: Sequence[str], as_json: bool) -> None:
    """Show whether every list is fresh, and what the last refresh said.

    A list is fresh until its greatest age is past, counted from the day on which its publisher last gave this
    version as the latest. Exits with 3 where one is stale, doubtful, damaged, not loaded, or was refused.
    """
    found = Store().status(list(keys) or None)
    if as_json:
        for status in found:
            click.echo(status.model_dump_json())
    elif not found:
        click.echo("No list is loaded. See: sanctionscreen lists available")
    else:
        show_table(COLUMNS, [_row(status) for status in found])
        for status in found:
            _say(status)
    sys.exit(0 if found and all(status.is_well for status in found) else 3)


def _row(status: ListStatus) -> tuple[str, ...]:
    snapshot = status.snapshot
    return (
        status.list,
        f"{status.state}, refused" if status.refused else status.state,
        str(snapshot.as_of or "unknown") if snapshot else "",
        str(status.confirmed_on or ""),
        str(status.fresh_until or ""),
        f"{snapshot.records:,}" if snapshot else "",
        str(status.versions),
        snapshot.version if snapshot else "",
    )


def _say(status: ListStatus) -> None:
    for concern in status.snapshot.concerns if status.snapshot else ():
        click.echo(f"{status.list}: it {concern}")
    tried = f" on {status.tried_at:%Y-%m-%d %H:%M} UTC" if status.tried_at else ""
    for problem in status.problems:
        click.echo(f"{status.list}: the refresh{tried} was not taken: {problem}")
    if status.refused:
        click.echo(f"{status.list}: to take it: sanctionscreen lists accept {status.list} {status.refused}")
