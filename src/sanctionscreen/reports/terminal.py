"""A screening as a table on a terminal."""

from __future__ import annotations

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from sanctionscreen.model import Hit, Screening

from . import words

COLOUR = {"match": "bold red", "no_match": "bold green", "incomplete": "bold yellow"}


def print_screening(screening: Screening, console: Console) -> None:
    """Print the whole answer: a table of hits, the evidence of each, and what was looked at."""
    console.print(Text(words.headline(screening), style=COLOUR[screening.status]))
    for line in words.findings(screening):
        console.print(Text(line))
    if screening.hits:
        console.print(_table(screening.hits))
    for hit in screening.hits:
        console.print(Padding(_details(hit), (0, 0, 1, 2)))
    console.print("Looked at:", style="bold")
    for line in words.versions(screening.lists) or ["nothing"]:
        console.print(f"  {line}", markup=False, highlight=False)
    for line in words.reservations(screening):
        console.print(Text(line, style="yellow"))
    if screening.status == "no_match":
        console.print(Text(words.NOT_CLEARED, style="dim"))


def _table(hits: tuple[Hit, ...]) -> RenderableType:
    table = Table(header_style="bold", expand=False)
    table.add_column("Score", justify="right")
    for title in ("Listed name", "Entry", "Effect", "Listed"):
        table.add_column(title, overflow="fold")
    for hit in hits:
        table.add_row(
            Text(f"{hit.score:.2f}", style="bold red" if hit.alert else "yellow"),
            Text(words.listed_name(hit)),
            Text(words.entry(hit)),
            Text(words.EFFECT[hit.listing.effect]),
            Text(str(hit.listing.listed_on or "")),
        )
    return table


def _details(hit: Hit) -> RenderableType:
    lines = [Text(f"{hit.score:.2f}  {hit.name}", style="bold")]
    if hit.quiet_because:
        lines.append(Text(words.QUIET[hit.quiet_because], style="yellow"))
    lines += [Text(line) for line in words.why_listed(hit)]
    lines += [Text(line, style="dim") for line in words.evidence(hit)]
    return Group(*lines)
