"""``sanctionscreen lists add``: a file that the user has."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

import click

from sanctionscreen.model import Snapshot
from sanctionscreen.store import Store


@click.command("add")
@click.argument("key")
@click.argument("files", metavar="FILE...", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--partial", is_flag=True, help="The file is an extract on purpose: do not doubt its size.")
def command(key: str, files: Sequence[Path], partial: bool) -> None:
    """Add a local copy of the list KEY from one or more FILEs.

    The file is checked, hashed, read and kept; the version loaded before stays in the history. A file that
    is older than what is loaded goes into the history. On any fault the store is left as it was.
    """
    store = Store()
    snapshot = _add(store, key, files, partial)
    dated = f"as of {snapshot.as_of}" if snapshot.as_of else "without a date of its own"
    click.echo(f"{key}: {snapshot.records:,} records, {snapshot.names:,} names, {dated}")
    click.echo(f"version {snapshot.version}, sha256 {snapshot.sha256}")
    for concern in snapshot.concerns:
        click.echo(f"Warning: {concern}", err=True)
    current = store.versions()[key]
    if current != snapshot.version:
        click.echo(
            f"It is older than the current version {current}, and was kept in the history. To make it "
            f"current: sanctionscreen lists accept {key} {snapshot.version}"
        )


def _add(store: Store, key: str, files: Sequence[Path], partial: bool) -> Snapshot:
    if not sys.stderr.isatty():
        return store.add(key, files, accept_partial=partial)
    from rich.console import Console  # noqa: PLC0415  (rich is for terminals only)

    with Console(stderr=True).status(f"Reading {key}") as shown:
        return store.add(
            key,
            files,
            accept_partial=partial,
            progress=lambda count: shown.update(f"Reading {key}: {count:,} records"),
        )
