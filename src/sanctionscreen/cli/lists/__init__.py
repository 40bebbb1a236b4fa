"""``sanctionscreen lists``: what is loaded and how it stands; loading lists and keeping them fresh."""

from __future__ import annotations

from datetime import UTC, datetime

import click

from sanctionscreen.cli.lazy import LazyCommands
from sanctionscreen.cli.tables import show_table
from sanctionscreen.model import Snapshot
from sanctionscreen.store import Store

EPILOG = """\b
Examples:
  sanctionscreen lists
  sanctionscreen lists available
  sanctionscreen lists update us_csl un_sc
  sanctionscreen lists add us_ofac_sdn SDN.CSV ALT.CSV ADD.CSV SDN_COMMENTS.CSV
  sanctionscreen lists status --json
  sanctionscreen lists diff un_sc 2024-11-30 2026-02-27
"""

COMMANDS = {
    "available": "Which lists are read, and where they are published.",
    "update": "Fetch lists from their publishers, or from a mirror.",
    "add": "Add a file that you have.",
    "status": "Whether every list is fresh; for monitoring.",
    "accept": "Make a refused or an earlier version current.",
    "history": "All versions of a list.",
    "diff": "What changed between two versions.",
    "report": "What the reader noticed in a list.",
    "verify": "Hash everything again.",
    "prune": "Remove old versions.",
}
COLUMNS = ("list", "as of", "age", "records", "names", "added", "sha256", "version")


@click.group(
    "lists",
    cls=LazyCommands,
    package="sanctionscreen.cli.lists",
    lines=COMMANDS,
    epilog=EPILOG,
    invoke_without_command=True,
)
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
    show_table(COLUMNS, [row_of(snapshot, now) for snapshot in snapshots])
    for snapshot in snapshots:
        for concern in snapshot.concerns:
            click.echo(f"Warning: {snapshot.list}: {concern}")


def row_of(snapshot: Snapshot, now: datetime) -> tuple[str, ...]:
    """A snapshot as the cells of a row."""
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
