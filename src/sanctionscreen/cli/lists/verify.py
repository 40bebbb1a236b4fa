"""``sanctionscreen lists verify``: is every byte as it was written?"""

from __future__ import annotations

import sys
from collections.abc import Sequence

import click

from sanctionscreen.store import Store, add_command


@click.command("verify")
@click.argument("keys", metavar="[KEY]...", nargs=-1)
@click.option("--json", "as_json", is_flag=True, help="One JSON object per fault, one per line.")
def command(keys: Sequence[str], as_json: bool) -> None:
    """Hash every file of every version again. Exits with 3 where one is not as it was written."""
    store = Store()
    faults = store.verify(list(keys) or None)
    for fault in faults:
        text = f"{fault.list} {fault.version}: {fault.problem}. Add it again: {add_command(fault.list)}"
        click.echo(fault.model_dump_json() if as_json else text)
    if not faults and not as_json:
        versions = sum(len(store.history(key)) for key in (keys or store.held()))
        click.echo(f"All {versions:,} versions are as they were written.")
    sys.exit(3 if faults else 0)
