"""``sanctionscreen compare``: two names, their score and why."""

from __future__ import annotations

import click

from sanctionscreen.matching import compare
from sanctionscreen.model.vocabulary import KINDS
from sanctionscreen.reports.json import render_json
from sanctionscreen.reports.text import render_comparison

EPILOG = """\b
Example:
  sanctionscreen compare "Sinno Electronic Co" "SINNO ELECTRONICS CO., LIMITED" --kind organization
"""


@click.command("compare", epilog=EPILOG)
@click.argument("a")
@click.argument("b")
@click.option("--kind", default="unknown", show_default=True, help=f"What both are: {', '.join(KINDS)}.")
@click.option("--json", "as_json", is_flag=True, help="The comparison as one line of JSON.")
def command(a: str, b: str, kind: str, as_json: bool) -> None:
    """Hold name A, as asked, against name B, as listed.

    Prints the score and every contribution to it. No list is involved.
    """
    comparison = compare(a, b, kind)
    click.echo(render_json(comparison) if as_json else render_comparison(comparison))
