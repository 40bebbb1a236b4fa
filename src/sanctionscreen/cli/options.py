"""Options that several commands take."""

from __future__ import annotations

from pathlib import Path

import click

lists = click.option("--list", "lists", metavar="KEY", multiple=True, help="Only this list; may be repeated.")
threshold = click.option(
    "--threshold", type=click.FloatRange(0, 100), default=80.0, show_default=True, help="Least score."
)
as_of = click.option(
    "--as-of",
    metavar="DATE",
    type=click.DateTime(["%Y-%m-%d"]),
    help="Answer with the versions of a past day, such as that of a shipment.",
)
by = click.option(
    "--by",
    type=click.Choice(["held", "published"]),
    default="held",
    show_default=True,
    help="With --as-of: the versions held then, or the newest now kept that were published by then.",
)
output = click.option(
    "-o", "--output", "out", type=click.Path(path_type=Path), help="Where to write; else it is printed."
)
workers = click.option(
    "--workers", type=click.IntRange(1), default=1, show_default=True, help="Processes that do the work."
)
restart = click.option("--restart", is_flag=True, help="Forget an unfinished run, and replace the output.")
