"""``sanctionscreen lists accept``: a person's word that a version is right."""

from __future__ import annotations

import click

from sanctionscreen.store import Store


@click.command("accept")
@click.argument("key")
@click.argument("version")
def command(key: str, version: str) -> None:
    """Make VERSION of the list KEY current: one that an update refused, or one from the history.

    The beginning of its name is enough, such as its date. What was doubted is kept with it.
    """
    snapshot = Store().accept(key, version)
    click.echo(f"{key}: current is {snapshot.version}, {snapshot.records:,} records")
