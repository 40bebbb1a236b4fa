"""Aligned columns on a terminal, tab-separated ones in a pipe."""

from __future__ import annotations

import sys
from collections.abc import Sequence

import click


def show_table(titles: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """Print rows under their titles."""
    if sys.stdout.isatty():
        from rich.console import Console  # noqa: PLC0415  (rich is for terminals only)
        from rich.table import Table  # noqa: PLC0415

        table = Table(*titles, header_style="bold")
        for row in rows:
            table.add_row(*row)
        Console().print(table)
        return
    for row in (titles, *rows):
        click.echo("\t".join(row))
