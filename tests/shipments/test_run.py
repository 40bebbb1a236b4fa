"""Runs over files of shipments: answers that say what was not read, and runs that are taken up again."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from sanctionscreen.errors import UsageError
from sanctionscreen.model import ShipmentScreening
from sanctionscreen.screening.shipment.policy import own_policy
from sanctionscreen.shipments import open_shipments
from sanctionscreen.shipments.output import form_of
from sanctionscreen.shipments.run import Job, run_to_file
from sanctionscreen.shipments.tally import ShipmentTally
from tests.batch.files import SCREENER
from tests.shipments.shared import four_shipments


class StoppedError(Exception):
    pass


def job_of(path: Path, workers: int = 1) -> Job:
    return Job(open_shipments(path), SCREENER, own_policy(), workers=workers)


def run(
    job: Job, out: Path, told: Callable[[ShipmentTally], None] = lambda _: None, *, restart: bool = False
) -> ShipmentTally:
    return run_to_file(job, out, form_of(out, None) or "jsonl", "today", restart=restart, told=told)


def test_every_record_has_an_answer_and_what_was_not_read_is_in_it(tmp_path: Path) -> None:
    answers = list(job_of(four_shipments(tmp_path)).answers())
    assert [(one.place, one.advice) for one in answers] == [
        ("line 1", "hold"), ("line 2", "review"), ("line 3", "release"), ("line 4", "review"),
    ]  # fmt: skip
    held, doubtful, free, unread = answers
    assert held.reasons[0].name == "listed_party"
    assert [(one.what, one.reason) for one in doubtful.skipped] == [
        ("line 2, field country", "unknown country 'Atlantis' of 'Acme', not compared")
    ]
    assert [reason.name for reason in doubtful.reasons] == ["incomplete"]
    assert (free.skipped, free.parties[0].screening.status) == ((), "no_match")
    assert unread.skipped[0].what == "line 4"
    assert [reason.name for reason in unread.reasons] == ["incomplete"]
    assert "the line is not valid JSON" in unread.reasons[0].text


def test_the_exit_code_tells_what_was_found_from_what_was_not_looked_at(tmp_path: Path) -> None:
    path = four_shipments(tmp_path)
    lines = path.read_text("utf-8").splitlines()
    for places, code in (((0, 1, 2, 3), 1), ((1, 2), 3), ((2, 3), 3), ((2,), 0)):
        path.write_text("\n".join(lines[place] for place in places), "utf-8")
        tally = run(job_of(path), tmp_path / "out.jsonl", restart=True)
        assert (tally.exit_code, tally.shipments) == (code, len(places))


def test_json_lines_are_whole_answers(tmp_path: Path) -> None:
    job, out = job_of(four_shipments(tmp_path)), tmp_path / "out.jsonl"
    tally = run(job, out)
    assert dict(tally.advices) == {"hold": 1, "review": 2, "release": 1}
    assert (tally.unread, tally.parties) == (2, 3)
    written = [ShipmentScreening.model_validate(json.loads(line)) for line in out.read_text().splitlines()]
    assert written == list(job.answers())
    assert sorted(path.name for path in tmp_path.iterdir()) == ["four.jsonl", "out.jsonl"]


@pytest.mark.parametrize("form", ["jsonl", "html"])
@pytest.mark.parametrize("workers", [1, 2])
def test_a_run_that_was_stopped_ends_like_one_that_was_not(tmp_path: Path, form: str, workers: int) -> None:
    job, out = job_of(four_shipments(tmp_path), workers), tmp_path / f"out.{form}"

    def stop(tally: ShipmentTally) -> None:
        if tally.shipments == 2:
            raise StoppedError

    with pytest.raises(StoppedError):
        run(job, out, stop)
    assert not out.exists()
    before: list[int] = []
    run(job, out, lambda tally: before.append(tally.before))
    assert before == [2, 2, 2]
    taken_up = out.read_bytes()
    run(job, out, restart=True)
    assert out.read_bytes() == taken_up
    with pytest.raises(UsageError, match="the output is there already"):
        run(job, out)


def test_a_policy_is_marked_alike_in_every_process(tmp_path: Path) -> None:
    code = (
        "import sys; from pathlib import Path; sys.path.insert(0, sys.argv[2]);"
        "from tests.shipments.test_run import job_of; print(job_of(Path(sys.argv[1])).policy_mark())"
    )
    command = [sys.executable, "-c", code, str(four_shipments(tmp_path)), str(Path(__file__).parents[2])]
    marks = {
        subprocess.run(
            command, env={**os.environ, "PYTHONHASHSEED": seed}, capture_output=True, text=True, check=True
        ).stdout
        for seed in ("1", "2", "3")
    }
    assert len(marks) == 1


def test_a_run_with_another_policy_is_not_gone_on_with(tmp_path: Path) -> None:
    path, out = four_shipments(tmp_path), tmp_path / "out.jsonl"

    def stop(_: ShipmentTally) -> None:
        raise StoppedError

    with pytest.raises(StoppedError):
        run(job_of(path), out, stop)
    policy = own_policy().model_copy(update={"key": "mine"})
    with pytest.raises(UsageError, match="an unfinished run had other terms: policy was"):
        run(Job(open_shipments(path), SCREENER, policy), out)


@pytest.mark.parametrize(
    ("out", "said", "problem"),
    [
        ("a.csv", None, "the ending says no form"),
        (None, "html", "a page cannot be printed"),
        ("a.html", "table", "a table is printed, not written"),
    ],
)
def test_outputs_that_cannot_be_are_refused(out: str | None, said: str | None, problem: str) -> None:
    with pytest.raises(UsageError, match=problem):
        form_of(Path(out) if out else None, said)  # type: ignore[arg-type]
