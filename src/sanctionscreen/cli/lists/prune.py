"""``sanctionscreen lists prune``: old versions removed."""

from __future__ import annotations

from collections.abc import Sequence

import click

from sanctionscreen.store import KEPT_DAYS, Store


@click.command("prune")
@click.argument("keys", metavar="[KEY]...", nargs=-1)
@click.option(
    "--days", type=click.IntRange(0), default=KEPT_DAYS, show_default=True, help="How long versions are kept."
)
@click.option("--dry-run", is_flag=True, help="Remove nothing; show what would go.")
def command(keys: Sequence[str], days: int, dry_run: bool) -> None:
    """Remove versions that were added, and last current, more than so many days ago.

    What is current stays whatever its age. The default is ten years, for which records must be kept under
    31 CFR 501.601.
    """
    gone = Store().prune(list(keys) or None, days=days, dry_run=dry_run)
    for snapshot in gone:
        click.echo(f"{'would remove' if dry_run else 'removed'} {snapshot.list} {snapshot.version}")
    if not gone:
        click.echo(f"No version is older than {days:,} days.")
