"""``sanctionscreen lists update``: lists brought up to date."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager

import click

from sanctionscreen.model import Refresh
from sanctionscreen.reading import load_source
from sanctionscreen.store import Step, Store

EPILOG = """\b
Examples:
  sanctionscreen lists update
  sanctionscreen lists update us_csl un_sc
  sanctionscreen lists update us_ofac_sdn --form csv
  sanctionscreen lists update --from https://mirror.example.com/sanctions
  sanctionscreen lists update un_sc --from /media/usb/lists --offline
  sanctionscreen lists update --offline

\b
Exit codes: 0 all are up to date, 2 wrong usage, 3 one was refused or could not be fetched.
"""


@click.command("update", epilog=EPILOG)
@click.argument("keys", metavar="[KEY]...", nargs=-1)
@click.option(
    "--from",
    "origin",
    metavar="URL|DIR",
    help="Take the files from here, as KEY/FILE or FILE, instead of the publishers.",
)
@click.option("--form", help="The published form to fetch, such as csv; the richest if not said.")
@click.option(
    "--offline",
    is_flag=True,
    help="Open no connection. Without --from, read the kept files again where another version read them.",
)
@click.option("--json", "as_json", is_flag=True, help="One JSON object per list, one per line.")
def command(keys: Sequence[str], origin: str | None, form: str | None, offline: bool, as_json: bool) -> None:
    """Bring lists up to date: those named, else all that are loaded, else all that are published.

    A list is fetched only if it has changed, then read and checked, and only then made current. A version
    that looks wrong is refused: the last good one stays, and the reason is said. Mirrors, a proxy,
    certificates and ages are set in settings.toml in the store's folder.
    """
    store = Store()
    with _progress() as told:
        results = store.refresh(list(keys) or None, origin=origin, form=form, offline=offline, progress=told)
    for result in results:
        click.echo(result.model_dump_json() if as_json else _line(result))
    sys.exit(3 if any(result.outcome in ("refused", "failed") for result in results) else 0)


def _line(result: Refresh) -> str:
    lines = [f"{result.list}: {result.outcome}"]
    if result.snapshot:
        of = f"as of {result.snapshot.as_of}, " if result.snapshot.as_of else ""
        lines[0] += f"; current is {result.snapshot.version} ({of}{result.snapshot.records:,} records)"
    lines += [f"  {problem}" for problem in result.problems]
    if result.refused:
        command = f"sanctionscreen lists accept {result.list} {result.refused}"
        lines.append(f"  To take it all the same: {command}")
    elif result.outcome in ("failed", "refused") and len(forms := _fetchable(result.list)) > 1:
        lines.append(f"  Another form may serve: --form {' | '.join(forms)}")
    elif result.outcome == "new" and result.before:
        lines.append(f"  What changed: sanctionscreen lists diff {result.list} {result.before}")
    return "\n".join(lines)


def _fetchable(key: str) -> list[str]:
    return [form.name for form in load_source(key).formats if form.urls]


@contextmanager
def _progress() -> Iterator[Callable[[Step], None]]:
    """A bar per file and list on a terminal; nothing in a pipe."""
    if not sys.stderr.isatty():
        yield lambda _: None
        return
    from rich.console import Console  # noqa: PLC0415  (rich is for terminals only)
    from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn  # noqa: PLC0415

    shown = TextColumn("{task.description}"), BarColumn(), TextColumn("{task.fields[done]}")
    with Progress(*shown, TimeElapsedColumn(), console=Console(stderr=True), transient=True) as bars:
        tasks = {}

        def told(step: Step) -> None:
            name = f"{step.list}: {step.doing} {step.what}"
            if name not in tasks:
                tasks[name] = bars.add_task(name, total=step.total, done="")
            done = f"{step.done:,} records" if step.doing == "read" else f"{step.done / 1e6:.1f} MB"
            bars.update(tasks[name], completed=step.done, done=done)

        yield told
