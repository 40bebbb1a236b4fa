"""``sanctionscreen shipments``: a file of shipments in, an advice for each with its reasons out."""

from __future__ import annotations

import sys
import time
from collections.abc import Sequence
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

import click

from sanctionscreen.batch.answering import counted
from sanctionscreen.errors import UsageError
from sanctionscreen.goods import CodeList
from sanctionscreen.model import Settings
from sanctionscreen.ownership import Ownership
from sanctionscreen.reports.shipment_table import TITLES, print_shipments, rows
from sanctionscreen.reports.words import reservations
from sanctionscreen.screening import Screener
from sanctionscreen.screening.shipment import Policy
from sanctionscreen.screening.shipment.policy import own_policy
from sanctionscreen.shipments import open_shipments
from sanctionscreen.shipments.output import FORMS, ShipmentForm, form_of
from sanctionscreen.shipments.run import Job, Told, run_to_file, run_to_stream
from sanctionscreen.shipments.tally import ShipmentTally
from sanctionscreen.store import By
from sanctionscreen.store.disk import digest_file

from . import options
from .batch import known_encoding
from .progress import progress, say_rate, stopping
from .screen import opening

EPILOG = """\b
Examples:
  sanctionscreen shipments orders.csv
  sanctionscreen shipments orders.xlsx -o report.html
  sanctionscreen shipments iftmin.edi --list us_csl --list eu_fsf -o answers.jsonl
  sanctionscreen shipments despatch.xml --as-of 2026-03-01 -o report.html
  sanctionscreen shipments orders.csv --column end_user_name=Customer --column hs=Warennummer
  sanctionscreen shipments orders.csv --ownership owners.csv --codes licensed.csv -o report.html

\b
A table has a row for each shipment, with columns such as "Consignee Name", "Consignee Address", "HS Code"
and "Destination Country", or a row for each party, with "Reference", "Role", "Name" and "Country".

\b
Advices: hold, review, release. With -o the report appears when it is whole; after an interruption the same
command goes on where it stopped.

\b
Exit codes: 0 all released, 1 any held or to be reviewed for something found, 2 wrong usage, 3 could not
screen, or any to be reviewed for something not looked at or not read.
"""

_FILE = click.Path(exists=True, dir_okay=False, path_type=Path)


@click.command("shipments", epilog=EPILOG)
@click.argument("file", type=_FILE)
@click.option(
    "--column",
    "columns",
    metavar="FIELD=HEADER",
    multiple=True,
    help="Of a table: what a column holds; may be repeated. An empty HEADER leaves the field unread.",
)
@click.option("--encoding", help="Of a text, where the one that is found is wrong, such as gb18030.")
@options.lists
@options.threshold
@options.as_of
@options.by
@click.option(
    "--ownership", "owners", type=_FILE, multiple=True, help="Statements of who owns whom; may be repeated."
)
@click.option(
    "--codes", type=_FILE, multiple=True, help="A list of codes of goods of your own; may be repeated."
)
@click.option("--policy", "policy_file", type=_FILE, help="A policy of your own, in place of the package's.")
@options.output
@click.option("--format", "form", type=click.Choice(FORMS), help="By the ending of the output if not said.")
@options.workers
@options.restart
def command(
    file: Path,
    columns: Sequence[str],
    encoding: str | None,
    lists: Sequence[str],
    threshold: float,
    as_of: datetime | None,
    by: By,
    owners: Sequence[Path],
    codes: Sequence[Path],
    policy_file: Path | None,
    out: Path | None,
    form: ShipmentForm | None,
    workers: int,
    restart: bool,
) -> None:
    """Screen every shipment of FILE: a table (CSV, XLSX, Parquet), JSON, UN/EDIFACT or UBL.

    Says of each whether to hold, review or release it, and why: its parties on lists, at listed addresses or
    owned by listed parties, its goods and its route. What cannot be read is said and never released.
    """
    written = form_of(out, form)
    opened = open_shipments(file, _columns(columns), known_encoding(encoding))
    for line in opened.said:
        click.echo(f"{file.name}: {line}", err=True)
    policy = Policy.load(policy_file) if policy_file else own_policy()
    screener = opening(
        partial(
            Screener.open,
            lists=list(lists) or None,
            settings=Settings(threshold=threshold),
            as_of=as_of.date() if as_of else None,
            by=by,
            ownership=Ownership.load(*owners) if owners else None,
            code_lists=[CodeList.load(path, key=path.stem) for path in codes],
            policy=policy,
        )
    )
    for line in reservations(screener):
        click.echo(line, err=True)
    beside = tuple(f"{path.name}, sha256 {digest_file(path).sha256}" for path in (*owners, *codes))
    job = Job(opened, screener, policy, beside, workers)
    began = time.monotonic()
    with stopping(out), progress(opened.expected, _shown) as told:
        tally = _run(job, out, written, told, restart=restart)
    _summarize(tally, file, out, time.monotonic() - began)
    sys.exit(tally.exit_code)


def _run(job: Job, out: Path | None, form: ShipmentForm, told: Told, *, restart: bool) -> ShipmentTally:
    if out:
        made = datetime.now(UTC).strftime("%Y-%m-%d %H:%M UTC")
        return run_to_file(job, out, form, made, restart=restart, told=told)
    if form == "jsonl":
        return run_to_stream(job, sys.stdout.buffer, told)
    tally = job.tally()
    found = rows(counted(job.answers(), tally, told))
    if sys.stdout.isatty():
        from rich.console import Console  # noqa: PLC0415  (rich is for terminals only)

        print_shipments(list(found), Console())
    else:
        for row in (TITLES, *found):
            click.echo("\t".join(row))
    return tally


def _columns(given: Sequence[str]) -> dict[str, list[str]]:
    """What the user said of columns: the headers of each field."""
    columns: dict[str, list[str]] = {}
    for text in given:
        field, equals, header = text.partition("=")
        if not (field and equals):
            raise UsageError(
                f"'{text}' names no column",
                advice="Write it as FIELD=HEADER: --column consignee_name=Customer",
            )
        columns.setdefault(field.strip(), []).append(header)
    return columns


def _shown(tally: ShipmentTally) -> tuple[int, str]:
    """What the progress bar says of a run."""
    return tally.shipments, f"{tally.advices['hold']:,} held, {tally.advices['review']:,} to review"


def _summarize(tally: ShipmentTally, file: Path, out: Path | None, seconds: float) -> None:
    counted = tally.advices
    unread = f"; {tally.unread:,} not read whole" if tally.unread else ""
    click.echo(
        f"{file.name}: {tally.shipments:,} shipments with {tally.parties:,} parties: "
        f"{counted['hold']:,} hold, {counted['review']:,} review, {counted['release']:,} release{unread}",
        err=True,
    )
    say_rate("shipments", tally.shipments, tally.before, out, seconds)
