"""Shipments as a table on a terminal: a line for each that is not released, the gravest first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rich.console import Console
from rich.table import Table
from rich.text import Text

from sanctionscreen.model import ShipmentScreening

from . import shipment_words as words

COLOUR = {"hold": "bold red", "review": "yellow", "release": "green"}
TITLES = ("Advice", "Shipment", "Where", "Why", "Parties")


def rows(answers: Iterable[ShipmentScreening]) -> Iterator[tuple[str, ...]]:
    """A row for each shipment, in order, as ``TITLES`` heads it."""
    for answer in answers:
        yield (
            words.ADVICE[answer.advice],
            answer.shipment.reference or "",
            answer.place or "",
            words.main_reason(answer),
            words.parties(answer),
        )


def print_shipments(found: Iterable[tuple[str, ...]], console: Console) -> None:
    """Print rows; what is released is counted."""
    order = {words.ADVICE[advice]: place for place, advice in enumerate(words.ADVICES)}
    ranked = sorted(found, key=lambda row: order[row[0]])
    table = Table(header_style="bold")
    for name in TITLES:
        table.add_column(name, overflow="fold")
    released = 0
    for row in ranked:
        if row[0] == words.ADVICE["release"]:
            released += 1
            continue
        advice = Text(row[0], style=COLOUR[row[0].lower()])
        table.add_row(advice, *map(Text, row[1:]))
    if table.row_count:
        console.print(table)
    if released:
        console.print(Text(f"{released:,} released, not shown. {words.MEANS['release']}", style="dim"))
