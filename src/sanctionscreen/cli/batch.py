"""``sanctionscreen batch``: a file of parties in, a row for each hit out."""

from __future__ import annotations

import codecs
import sys
import time
from collections.abc import Sequence
from functools import partial
from pathlib import Path

import click

from sanctionscreen.batch.columns import Columns, choose_columns
from sanctionscreen.batch.file import open_file
from sanctionscreen.batch.output import FORMS, OutputForm, form_of
from sanctionscreen.batch.run import Batch, run_to_file, run_to_stream
from sanctionscreen.batch.tally import Tally
from sanctionscreen.errors import UsageError
from sanctionscreen.model import Settings
from sanctionscreen.model.vocabulary import KINDS, kind_of
from sanctionscreen.reports.words import reservations
from sanctionscreen.screening import Screener

from . import options
from .progress import progress, say_rate, stopping
from .screen import exit_code, opening

EPILOG = """\b
Examples:
  sanctionscreen batch customers.csv -o hits.csv
  sanctionscreen batch kunden.xlsx --name-column Firma --country-column Land -o hits.csv
  sanctionscreen batch crew.csv --name-column Vorname --name-column Nachname --kind person -o hits.csv
  sanctionscreen batch shipments.parquet --id-column order -o hits.parquet --workers 4
  sanctionscreen batch customers.csv --kind-column "" --format jsonl | jq 'select(.alert)'

\b
The output has one row for each hit, and one for each party without a hit. With -o it appears when it is
whole; after an interruption the same command goes on where it stopped.

\b
Exit codes: 0 no match, 1 match, 2 wrong usage, 3 could not screen or incomplete; 1 if any matched, else 3 if
any was incomplete.
"""


@click.command("batch", epilog=EPILOG)
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option(
    "--name-column", "name", metavar="HEADER", multiple=True, help="The name; repeat it for a name in parts."
)
@click.option("--country-column", "country", metavar="HEADER", help="The country: a code or a name.")
@click.option("--id-column", "reference", metavar="HEADER", help="Your own key, given back as reference.")
@click.option("--kind-column", metavar="HEADER", help="What the party is.")
@click.option("--born-column", "born", metavar="HEADER", help="A person's date of birth.")
@click.option(
    "--kind", default="unknown", show_default=True, help=f"Where no column says it: {', '.join(KINDS)}."
)
@options.lists
@options.threshold
@click.option("--encoding", help="Of a CSV, where the one that is found is wrong, such as gb18030.")
@options.output
@click.option("--format", "form", type=click.Choice(FORMS), help="By the ending of the output if not said.")
@options.workers
@options.restart
def command(
    file: Path,
    name: Sequence[str],
    country: str | None,
    reference: str | None,
    kind_column: str | None,
    born: str | None,
    kind: str,
    lists: Sequence[str],
    threshold: float,
    encoding: str | None,
    out: Path | None,
    form: OutputForm | None,
    workers: int,
    restart: bool,
) -> None:
    """Screen every party of FILE: CSV, XLSX, JSON lines or Parquet.

    The columns are guessed from their headers in some twenty languages, and which were taken is said. Give
    an empty HEADER for a column that is not to be read.
    """
    written = form_of(out, form)
    known_kind = kind_of(kind)
    given = Columns(name=tuple(name), reference=reference, country=country, kind=kind_column, born=born)
    opened = open_file(file, given, known_encoding(encoding))
    columns = choose_columns(opened.header, given)
    click.echo(f"{file.name}: {opened.said}", err=True)
    click.echo(f"{file.name}: {columns.said()}", err=True)
    settings = Settings(threshold=threshold)
    screener = opening(partial(Screener.open, lists=list(lists) or None, settings=settings))
    for line in reservations(screener):
        click.echo(line, err=True)
    batch = Batch(file, opened, columns, known_kind, screener, workers)
    began = time.monotonic()
    with stopping(out), progress(opened.expected, _shown) as told:
        if out:
            tally = run_to_file(batch, out, written, restart=restart, told=told)
        else:
            tally = run_to_stream(batch, sys.stdout.buffer, written, told)
    _summarize(tally, file, out, time.monotonic() - began)
    sys.exit(exit_code(tally.statuses))


def known_encoding(encoding: str | None) -> str | None:
    """An encoding that Python knows; UTF-8 with or without its mark is one."""
    if encoding is None:
        return None
    try:
        name = codecs.lookup(encoding).name
    except LookupError as error:
        raise UsageError(
            f"unknown encoding '{encoding}'", advice="Such as: utf-8, utf-16, cp1252, gb18030"
        ) from error
    return "utf-8-sig" if name == "utf-8" else name


def _shown(tally: Tally) -> tuple[int, str]:
    """What the progress bar says of a run."""
    return tally.parties, f"{tally.statuses['match']:,} match"


def _summarize(tally: Tally, file: Path, out: Path | None, seconds: float) -> None:
    counted = tally.statuses
    click.echo(
        f"{file.name}: {tally.parties:,} parties: {counted['match']:,} match, "
        f"{counted['no_match']:,} no match, {counted['incomplete']:,} incomplete; "
        f"{tally.hits:,} hits on {len(tally.entities):,} entities",
        err=True,
    )
    say_rate("parties", tally.parties, tally.before, out, seconds)
