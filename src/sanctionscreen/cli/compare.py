"""``sanctionscreen compare``: two names, their score and why."""

from __future__ import annotations

from pathlib import Path

import click

from sanctionscreen.matching import compare
from sanctionscreen.model import Settings
from sanctionscreen.model.vocabulary import KINDS
from sanctionscreen.reports.json import render_json
from sanctionscreen.reports.text import render_comparison
from sanctionscreen.reports.waterfall import render_waterfall

EPILOG = """\b
Examples:
  sanctionscreen compare "Sinno Electronic Co" "SINNO ELECTRONICS CO., LIMITED" --kind organization
  sanctionscreen compare "Yuri Kuzminov" "Yuriy Vasilyevich Kuzminov" --kind person --picture why.svg
"""


@click.command("compare", epilog=EPILOG)
@click.argument("a")
@click.argument("b")
@click.option("--kind", default="unknown", show_default=True, help=f"What both are: {', '.join(KINDS)}.")
@click.option("--json", "as_json", is_flag=True, help="The comparison as one line of JSON.")
@click.option(
    "--picture",
    type=click.Path(dir_okay=False, writable=True, path_type=Path),
    help="Also draw the contributions into this SVG file.",
)
def command(a: str, b: str, kind: str, as_json: bool, picture: Path | None) -> None:
    """Hold name A, as asked, against name B, as listed.

    Prints the score and every contribution to it. No list is involved.
    """
    comparison = compare(a, b, kind)
    if picture:
        picture.write_text(render_waterfall(comparison, Settings().threshold), "utf-8")
    click.echo(render_json(comparison) if as_json else render_comparison(comparison))
