"""How a run over a file shows how far it is, and what becomes of it when the user stops it."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

import click

SHOWN_EVERY = 0.2
"""Seconds between two states of the progress bar."""

Tally = TypeVar("Tally")


@contextmanager
def stopping(out: Path | None) -> Iterator[None]:
    """Say what becomes of a run that the user interrupts."""
    try:
        yield
    except KeyboardInterrupt as error:
        said = f"The same command goes on from here; {out} is not written yet" if out else "It is not whole"
        click.echo(f"Stopped. {said}.", err=True)
        raise click.Abort from error


def say_rate(what: str, count: int, before: int, out: Path | None, seconds: float) -> None:
    """Say how long a run took, and how many of something it answered in a second.

    Args:
        what: what was answered, such as ``parties``.
        count: how many there are.
        before: how many of them an earlier run had answered.
        out: where the answers were written; None where they were printed.
        seconds: how long it took.
    """
    went_on = f", after {before:,} of an earlier run" if before else ""
    written = f"{out}: written in " if out else ""
    click.echo(f"{written}{seconds:,.1f} s, {(count - before) / seconds:,.0f} {what}/s{went_on}", err=True)


@contextmanager
def progress(expected: int, shown: Callable[[Tally], tuple[int, str]]) -> Iterator[Callable[[Tally], None]]:
    """A bar with rate and time left on a terminal; nothing in a pipe.

    It draws itself only when told, without a thread, since the workers may be forks of this process.

    Args:
        expected: about how many answers there will be; 0 where that is not known.
        shown: of a tally, how many there are, and what was found.
    """
    if not sys.stderr.isatty():
        yield lambda _: None
        return
    from rich.console import Console  # noqa: PLC0415  (rich is for terminals only)
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn  # noqa: PLC0415

    columns = (
        BarColumn(), MofNCompleteColumn(), TextColumn("{task.fields[rate]}"), TimeRemainingColumn(),
        TextColumn("{task.fields[found]}"),
    )  # fmt: skip
    with Progress(*columns, console=Console(stderr=True), transient=True, auto_refresh=False) as bar:
        task = bar.add_task("", total=expected or None, rate="", found="")
        next_at = 0.0

        def told(tally: Tally) -> None:
            nonlocal next_at
            now = time.monotonic()
            if now < next_at:
                return
            next_at = now + SHOWN_EVERY
            speed = bar.tasks[0].speed
            count, found = shown(tally)
            rate = f"{speed:,.0f}/s" if speed else ""
            bar.update(task, completed=count, rate=rate, found=found, refresh=True)

        yield told
