"""``sanctionscreen lists``: what is loaded, what can be, and adding a file."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

import click

from sanctionscreen.model import Snapshot
from sanctionscreen.reading import load_source, source_keys
from sanctionscreen.store import Store, add_command

EPILOG = """\b
Examples:
  sanctionscreen lists
  sanctionscreen lists available
  sanctionscreen lists add us_csl consolidated.csv
  sanctionscreen lists add us_ofac_sdn SDN.CSV ALT.CSV ADD.CSV SDN_COMMENTS.CSV
"""

COLUMNS = ("list", "as of", "age", "records", "names", "added", "sha256", "version")


@click.group("lists", epilog=EPILOG, invoke_without_command=True)
@click.option("--json", "as_json", is_flag=True, help="The loaded snapshots, one JSON object per line.")
@click.pass_context
def command(context: click.Context, as_json: bool) -> None:
    """Show what is loaded: version, publisher's date, age, records and hash."""
    if context.invoked_subcommand:
        return
    snapshots = Store().snapshots()
    if as_json:
        for snapshot in snapshots:
            click.echo(snapshot.model_dump_json())
        return
    if not snapshots:
        click.echo("No list is loaded. See: sanctionscreen lists available")
        return
    now = datetime.now(UTC)
    _table(COLUMNS, [_row(snapshot, now) for snapshot in snapshots])
    for snapshot in snapshots:
        for concern in snapshot.concerns:
            click.echo(f"Warning: {snapshot.list}: {concern}")


@command.command("available")
@click.option("--json", "as_json", is_flag=True, help="One JSON object per line.")
def available(as_json: bool) -> None:
    """Show which lists this version reads, and where their publishers put them."""
    sources = [load_source(key) for key in source_keys()]
    for source in sources:
        if as_json:
            urls = {form.name: dict(form.urls) for form in source.formats}
            click.echo(
                json.dumps(
                    {"key": source.key, "title": source.title, "publisher": source.publisher, "urls": urls}
                )
            )
            continue
        click.echo(f"{source.key}  {source.title}\n    {source.publisher}, {source.page}")
        for form in source.formats:
            for name, url in form.urls.items():
                click.echo(f"    {form.name}: {name}  {url}")
        click.echo(f"    load it: {add_command(source.key, ' '.join(source.formats[0].urls))}\n")


@command.command("add")
@click.argument("key")
@click.argument("files", metavar="FILE...", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--partial", is_flag=True, help="The file is an extract on purpose: do not doubt its size.")
def add(key: str, files: Sequence[Path], partial: bool) -> None:
    """Add a local copy of the list KEY from one or more FILEs.

    The file is checked, hashed, read and kept; the version loaded before stays in the history. On any
    fault the store is left as it was.
    """
    store = Store()
    if sys.stderr.isatty():
        from rich.console import Console  # noqa: PLC0415  (rich is for terminals only)

        with Console(stderr=True).status(f"Reading {key}") as shown:
            snapshot = store.add(
                key,
                files,
                accept_partial=partial,
                progress=lambda count: shown.update(f"Reading {key}: {count:,} records"),
            )
    else:
        snapshot = store.add(key, files, accept_partial=partial)
    dated = f"as of {snapshot.as_of}" if snapshot.as_of else "without a date of its own"
    click.echo(f"{key}: {snapshot.records:,} records, {snapshot.names:,} names, {dated}")
    click.echo(f"version {snapshot.version}, sha256 {snapshot.sha256}")
    for concern in snapshot.concerns:
        click.echo(f"Warning: {concern}", err=True)


def _row(snapshot: Snapshot, now: datetime) -> tuple[str, ...]:
    age = f"{(now.date() - snapshot.as_of).days} days" if snapshot.as_of else "unknown"
    return (
        snapshot.list,
        str(snapshot.as_of or "unknown"),
        age,
        f"{snapshot.records:,}",
        f"{snapshot.names:,}",
        f"{snapshot.added_at:%Y-%m-%d}" if snapshot.added_at else "",
        snapshot.sha256[:16],
        snapshot.version,
    )


def _table(titles: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """Aligned columns, the same on a terminal and in a pipe."""
    if sys.stdout.isatty():
        from rich.console import Console  # noqa: PLC0415
        from rich.table import Table  # noqa: PLC0415

        table = Table(*titles, header_style="bold")
        for row in rows:
            table.add_row(*row)
        Console().print(table)
        return
    for row in (titles, *rows):
        click.echo("\t".join(row))
