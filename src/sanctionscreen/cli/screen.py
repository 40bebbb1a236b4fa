"""``sanctionscreen screen``: names in, answers out."""

from __future__ import annotations

import sys
from collections.abc import Callable, Collection, Sequence
from datetime import datetime
from functools import partial

import click

from sanctionscreen.errors import UsageError
from sanctionscreen.model import Party, Screening, Settings, Status
from sanctionscreen.model.vocabulary import GENDERS, KINDS, gender_of, kind_of
from sanctionscreen.reports.json import render_json
from sanctionscreen.reports.text import render_text
from sanctionscreen.screening import Screener
from sanctionscreen.store import By

from . import options

EPILOG = """\b
Examples:
  sanctionscreen screen "World Jetta (HK) Logistics"
  sanctionscreen screen "Sinno Electronic" --kind organization --country HK
  sanctionscreen screen "Angara" --kind vessel --id imo=9179842
  sanctionscreen screen "Almaz Antey" "Acme Bakery" --list us_csl --list eu_fsf --json
  sanctionscreen screen "Sinno Electronic" --as-of 2022-06-30 --by published

\b
Exit codes: 0 no match, 1 match, 2 wrong usage, 3 could not screen or incomplete; with several names, 1 if any
matched, else 3 if any was incomplete.
"""


@click.command("screen", epilog=EPILOG)
@click.argument("names", metavar="NAME...", nargs=-1, required=True)
@click.option("--kind", default="unknown", show_default=True, help=f"What the party is: {', '.join(KINDS)}.")
@click.option("--country", help="The party's country: an ISO code such as HK, or a name.")
@click.option("--id", "ids", metavar="TYPE=NUMBER", multiple=True, help="An identifier, such as imo=9179842.")
@click.option("--born", help="A person's date of birth: a day, month or year.")
@click.option(
    "--gender",
    default="unknown",
    show_default=True,
    help=f"A person's gender: {', '.join(GENDERS)}; or m, f.",
)
@options.lists
@options.threshold
@options.as_of
@options.by
@click.option("--json", "as_json", is_flag=True, help="One JSON object per name, one per line.")
def command(
    names: Sequence[str],
    kind: str,
    country: str | None,
    ids: Sequence[str],
    born: str | None,
    gender: str,
    lists: Sequence[str],
    threshold: float,
    as_of: datetime | None,
    by: By,
    as_json: bool,
) -> None:
    """Screen names against the loaded lists.

    Prints every listed party at or above the threshold with its list, entry, reason and evidence.
    Without loaded lists, the built-in starter list is used for trying the tool.
    """
    opened = partial(
        Screener.open,
        lists=list(lists) or None,
        settings=Settings(threshold=threshold),
        as_of=as_of.date() if as_of else None,
        by=by,
    )
    screener = opening(opened)
    identifiers = dict(_identifier(text) for text in ids)
    asked = Party(
        name="",
        kind=kind_of(kind),
        country=country,
        identifiers=identifiers,
        date_of_birth=born,
        gender=gender_of(gender),
    )
    parties = (asked.model_copy(update={"name": name}) for name in names)
    statuses = []
    for screening in screener.screen_many(parties):
        _show(screening, as_json)
        statuses.append(screening.status)
    sys.exit(exit_code(statuses))


def opening(opened: Callable[[], Screener]) -> Screener:
    """The screener; on a terminal with a word of what takes time when the lists are new."""
    if not sys.stderr.isatty():
        return opened()
    from rich.console import Console  # noqa: PLC0415  (rich is for terminals only)

    with Console(stderr=True).status("Opening the lists; the first time after a change, indexing them"):
        return opened()


def exit_code(statuses: Collection[Status]) -> int:
    """1 if any matched, else 3 if any was incomplete, else 0."""
    return 1 if "match" in statuses else 3 if "incomplete" in statuses else 0


def _identifier(text: str) -> tuple[str, str]:
    label, equals, number = text.partition("=")
    if not (label and equals and number):
        raise UsageError(f"'{text}' is not an identifier", advice="Write it as TYPE=NUMBER: --id imo=9179842")
    return label, number


def _show(screening: Screening, as_json: bool) -> None:
    if as_json:
        click.echo(render_json(screening))
    elif sys.stdout.isatty():
        from rich.console import Console  # noqa: PLC0415  (rich is for terminals only)

        from sanctionscreen.reports.terminal import print_screening  # noqa: PLC0415

        print_screening(screening, Console())
    else:
        click.echo(render_text(screening) + "\n")
