"""``sanctionscreen lists history``: all versions of a list."""

from __future__ import annotations

from datetime import UTC, datetime

import click

from sanctionscreen.cli.lists import COLUMNS, row_of
from sanctionscreen.cli.tables import show_table
from sanctionscreen.store import Store


@click.command("history")
@click.argument("key")
@click.option("--json", "as_json", is_flag=True, help="One JSON object per version, one per line.")
def command(key: str, as_json: bool) -> None:
    """Show all versions of the list KEY that are kept, the one added first first."""
    snapshots = Store().history(key)
    if as_json:
        for snapshot in snapshots:
            click.echo(snapshot.model_dump_json())
    elif snapshots:
        now = datetime.now(UTC)
        show_table(COLUMNS, [row_of(snapshot, now) for snapshot in snapshots])
    else:
        click.echo(f"No version of {key} is kept.")
