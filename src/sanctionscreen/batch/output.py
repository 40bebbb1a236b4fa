"""The form of the output, and writing it so that its name only ever stands for a whole file."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path
from typing import IO, Literal, get_args

from sanctionscreen.errors import SanctionscreenError, UsageError
from sanctionscreen.reports.parquet import arrow
from sanctionscreen.reports.rows import HitRow

OutputForm = Literal["csv", "jsonl", "parquet"]
FORMS: tuple[OutputForm, ...] = get_args(OutputForm)
BY_SUFFIX: dict[str, OutputForm] = {
    ".csv": "csv",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".parquet": "parquet",
    ".pq": "parquet",
}
FOR_EXCEL = b"\xef\xbb\xbf"
"""UTF-8's mark at the start of a CSV: without it Excel takes the text for the system's old encoding."""

Write = Callable[[Iterable[HitRow], IO[bytes]], None]


def form_of(out: Path | None, said: OutputForm | None) -> OutputForm:
    """The form to write: the one said, else by the ending of the output, else CSV.

    Raises:
        UsageError: the ending is that of no form, or Parquet cannot be written there or here.
    """
    form = said or (BY_SUFFIX.get(out.suffix.lower()) if out else "csv")
    if form is None:
        raise UsageError(
            "the ending says no form", file=str(out), advice=f"Say it with --format: {', '.join(FORMS)}"
        )
    if form == "parquet" and out is None:
        raise UsageError("Parquet cannot be printed", advice="Name a file for it: -o FILE.parquet")
    if form == "parquet":
        arrow()  # before hours of work, not after
    return form


def check_place(out: Path, source: Path) -> None:
    """Refuse an output that cannot be one.

    Raises:
        UsageError: it is a folder, is in none, or is the input.
    """
    if out.is_dir():
        raise UsageError("this is a folder", file=str(out), advice="Name a file in it")
    if not out.absolute().parent.is_dir():
        raise UsageError("there is no such folder", file=str(out), advice="Make it, or name another")
    if out.resolve() == source.resolve():
        raise UsageError("the output is the input", file=str(out), advice="Name another output")


def writer_of(form: OutputForm) -> Write:
    """What writes a form."""
    write: Write = import_module(f"sanctionscreen.reports.{form}").write
    return write


def write_whole(rows: Iterable[HitRow], form: OutputForm, out: Path) -> None:
    """Write rows to a file, which appears when it is whole.

    Raises:
        SanctionscreenError: the system does not allow it.
    """
    with write_file(out) as handle:
        if form == "csv":
            handle.write(FOR_EXCEL)
        writer_of(form)(rows, handle)


@contextmanager
def write_file(out: Path) -> Iterator[IO[bytes]]:
    """A file to write under another name, which gets its own when it is whole and on the disk.

    Raises:
        SanctionscreenError: the system does not allow it.
    """
    temporary = out.with_name(out.name + ".writing")
    with refusals(out):
        try:
            with temporary.open("wb") as handle:
                yield handle
                handle.flush()
                os.fsync(handle.fileno())
            temporary.replace(out)
        finally:
            temporary.unlink(missing_ok=True)


@contextmanager
def refusals(path: Path) -> Iterator[None]:
    """Turn what the system refuses inside the block into an error that says the way out."""
    try:
        yield
    except OSError as error:
        raise SanctionscreenError(
            f"cannot be written ({error.strerror or error})",
            file=str(path),
            advice="Free some space or get the right to write there, and run the same command again: it goes "
            "on where it stopped. Or name another output",
        ) from error
