"""A file of shipments through a screener: to a file that can be taken up again, or to a stream."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from typing import IO, Any

from sanctionscreen.batch.answering import counted, take_up, terms_of
from sanctionscreen.batch.journal import Journal, Lines
from sanctionscreen.batch.output import check_place, write_file
from sanctionscreen.model import ShipmentScreening, Snapshot
from sanctionscreen.reports import shipment_jsonl
from sanctionscreen.reports.shipment_run import ShipmentRun
from sanctionscreen.screening import Screener
from sanctionscreen.screening.shipment.policy import UNFORESEEN, Policy
from sanctionscreen.store.disk import digest_file
from sanctionscreen.version import version

from .answer import screen_records
from .file import ShipmentFile
from .output import ShipmentForm
from .tally import ShipmentTally

Told = Callable[[ShipmentTally], None]


@dataclass(frozen=True, slots=True)
class Job:
    """A file of shipments and all that decides how it is answered.

    Args:
        file: the file, opened.
        screener: what answers.
        policy: what the screener decides by.
        sources: what the screener was given beside its lists, in words, with what tells its version.
        workers: how many processes do the work.
    """

    file: ShipmentFile
    screener: Screener
    policy: Policy
    sources: tuple[str, ...] = field(default=())
    workers: int = 1

    def terms(self, sha256: str) -> dict[str, Any]:
        """What must be the same when a run is taken up again, or its answers would not fit together."""
        return {
            **terms_of(self.screener),
            "input": sha256,
            "reading": self.file.said,
            "policy": self.policy_mark(),
            "beside the lists": self.sources,
        }

    def policy_mark(self) -> str:
        """The policy's key and day, and the start of a hash of what it says."""
        rows = [{**row.model_dump(mode="json"), "evidence": sorted(row.evidence)} for row in self.policy.rows]
        return f"{self.policy.version}+{hashlib.sha256(json.dumps(rows).encode()).hexdigest()[:12]}"

    def answers(self, after: int = 0) -> Iterator[ShipmentScreening]:
        """The answers in the order of the file, without the first ``after``."""
        return screen_records(islice(self.file.read(), after, None), self.screener, self.policy, self.workers)

    def tally(self) -> ShipmentTally:
        """A count that knows which reasons are for what was not looked at."""
        names = {row.name for row in self.policy.rows if row.about == "incomplete"}
        return ShipmentTally(frozenset(names | {UNFORESEEN.name}))

    def told(self, sha256: str, made: str) -> ShipmentRun:
        """What a report says of the whole run."""
        return ShipmentRun(
            file=self.file.path.name,
            sha256=sha256,
            read_as=self.file.said,
            lists=self.screener.lists,
            settings=self.screener.settings,
            policy=self.policy_mark(),
            library=version(),
            made=made,
            skipped=self.screener.skipped,
            warnings=self.screener.warnings,
            sources=self.sources,
        )


def run_to_file(
    job: Job, out: Path, form: ShipmentForm, made: str, *, restart: bool, told: Told
) -> ShipmentTally:
    """Answer every shipment and write the report to a file, which appears when it is whole.

    A run that was stopped goes on where it was when this is called again with the same job.

    Args:
        job: what to answer.
        out: the file.
        form: its form, ``jsonl`` or ``html``.
        made: when, as the report says it.
        restart: whether to forget an unfinished run, and to replace a file that is there.
        told: is called after each answer, and once before the first, which tells what was answered before.

    Raises:
        UsageError: the file is there or cannot be, or an unfinished run to it had other terms.
        SanctionscreenError: the output cannot be written, or a worker ended before it answered.
    """
    check_place(out, job.file.path)
    tally, sha256 = job.tally(), digest_file(job.file.path).sha256
    with Journal(out, _lines(job.screener.lists), job.terms(sha256), restart=restart) as journal:
        journal.check_replacing(restart=restart)
        take_up(journal, job.answers, tally, told)
        with write_file(out) as handle:
            _write(journal.answers(), form, job.told(sha256, made), handle)
        journal.remove()
    return tally


def run_to_stream(job: Job, handle: IO[bytes], told: Told) -> ShipmentTally:
    """Answer every shipment and write the answers as JSON lines as they come.

    Args:
        job: what to answer.
        handle: where the lines go.
        told: is called after each answer.

    Raises:
        SanctionscreenError: a worker ended before it answered.
    """
    tally = job.tally()
    shipment_jsonl.write(counted(job.answers(), tally, told), handle)
    handle.flush()
    return tally


def _write(
    answers: Iterator[ShipmentScreening], form: ShipmentForm, run: ShipmentRun, handle: IO[bytes]
) -> None:
    if form == "jsonl":
        shipment_jsonl.write(answers, handle)
        return
    from sanctionscreen.reports import html  # noqa: PLC0415  (its templates are for pages only)

    html.write(answers, run, handle)


def _lines(lists: tuple[Snapshot, ...]) -> Lines[ShipmentScreening]:
    """An answer as a line of the journal: without the versions of the lists, which are those of the run."""

    def read(line: bytes) -> ShipmentScreening:
        answer = ShipmentScreening.model_validate_json(line)
        parties = tuple(
            party.model_copy(update={"screening": party.screening.model_copy(update={"lists": lists})})
            for party in answer.parties
        )
        return answer.model_copy(update={"parties": parties})

    def write(answer: ShipmentScreening) -> bytes:
        parties = tuple(
            party.model_copy(update={"screening": party.screening.model_copy(update={"lists": ()})})
            for party in answer.parties
        )
        return answer.model_copy(update={"parties": parties}).model_dump_json().encode()

    return Lines(write, read)
