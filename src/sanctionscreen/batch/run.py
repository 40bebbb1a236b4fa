"""A file of parties through a screener: to a file that can be taken up again, or to a stream."""

from __future__ import annotations

import json
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import asdict, dataclass
from itertools import chain, islice
from pathlib import Path
from typing import IO, Any

from sanctionscreen.model import Kind, Party
from sanctionscreen.reports.rows import HitRow, rows_of
from sanctionscreen.screening import Screener
from sanctionscreen.store.disk import digest_file

from .answering import counted, take_up, terms_of
from .asked import Asked, ask
from .columns import Columns
from .file import PartyFile
from .journal import ENCODER, Journal, Lines
from .output import OutputForm, check_place, write_whole, writer_of
from .tally import Tally

Told = Callable[[Tally], None]
ROWS: Lines[list[HitRow]] = Lines(
    write=lambda rows: ENCODER.encode([list(row) for row in rows]).encode(),
    read=lambda line: [HitRow(*values) for values in json.loads(line)],
)
"""The rows of a party's answer as a line of the journal."""


@dataclass(frozen=True, slots=True)
class Batch:
    """A file of parties and all that decides how it is answered.

    Args:
        path: the file.
        file: the file, opened.
        columns: which of its columns says what.
        kind: what a party is where its row does not say.
        screener: what answers.
        workers: how many processes do the work.
    """

    path: Path
    file: PartyFile
    columns: Columns
    kind: Kind
    screener: Screener
    workers: int = 1

    def terms(self) -> dict[str, Any]:
        """What must be the same when a run is taken up again, or its answers would not fit together."""
        return {
            **terms_of(self.screener),
            "input": digest_file(self.path).sha256,
            "reading": self.file.said,
            "columns": asdict(self.columns),
            "kind": self.kind,
            "rows": HitRow._fields,
        }

    def answers(self, after: int = 0) -> Iterator[list[HitRow]]:
        """The rows of each party's answer, in the order of the file, without the first ``after`` parties.

        Raises:
            ReadError: the file is damaged; the parties before the damage are answered first.
            SanctionscreenError: a worker ended before it answered.
        """
        rows = islice(self.file.read(self.columns.all()), after, None)
        asked = (ask(row, self.columns, self.kind) for row in rows)
        return answers(asked, self.screener, self.workers)


def answers(asked: Iterable[Asked], screener: Screener, workers: int | None = None) -> Iterator[list[HitRow]]:
    """The rows of each party's answer, in order."""
    waiting: deque[Asked] = deque()

    def parties() -> Iterator[Party]:
        for one in asked:
            waiting.append(one)
            yield one.party

    for screening in screener.screen_many(parties(), workers):
        one = waiting.popleft()
        yield rows_of(screening, one.row, one.problems)


def run_to_file(batch: Batch, out: Path, form: OutputForm, *, restart: bool, told: Told) -> Tally:
    """Answer every party and write the rows to a file, which appears when it is whole.

    A run that was stopped goes on where it was when this is called again with the same batch.

    Args:
        batch: what to answer.
        out: the file.
        form: its form.
        restart: whether to forget an unfinished run, and to replace a file that is there.
        told: is called after each answer, and once before the first, which tells what was answered before.

    Raises:
        UsageError: the file is there or cannot be, or an unfinished run to it had other terms.
        ReadError: the input is damaged.
        SanctionscreenError: the output cannot be written, or a worker ended before it answered.
    """
    check_place(out, batch.path)
    tally = Tally()
    with Journal(out, ROWS, batch.terms(), restart=restart) as journal:
        journal.check_replacing(restart=restart)
        take_up(journal, batch.answers, tally, told)
        write_whole((row for rows in journal.answers() for row in rows), form, out)
        journal.remove()
    return tally


def run_to_stream(batch: Batch, handle: IO[bytes], form: OutputForm, told: Told) -> Tally:
    """Answer every party and write the rows as they come.

    Args:
        batch: what to answer.
        handle: where the rows go.
        form: their form.
        told: is called after each answer.

    Raises:
        ReadError: the input is damaged.
        SanctionscreenError: a worker ended before it answered.
    """
    tally = Tally()
    writer_of(form)(chain.from_iterable(counted(batch.answers(), tally, told)), handle)
    handle.flush()
    return tally
