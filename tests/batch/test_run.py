"""Runs to a file: taken up where they were stopped, refused where the answers would not fit together."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

import sanctionscreen as ss
from sanctionscreen.batch.columns import choose_columns
from sanctionscreen.batch.file import open_file
from sanctionscreen.batch.journal import Journal
from sanctionscreen.batch.output import OutputForm, form_of
from sanctionscreen.batch.run import ROWS, Batch, run_to_file
from sanctionscreen.batch.tally import Tally
from tests.batch.files import SCREENER, csv_file

NAMES = [f"Acme Bakery {number}" if number % 7 else "Sinno Electronics" for number in range(100)]


class StoppedError(Exception):
    pass


def stop_after(parties: int) -> Callable[[Tally], None]:
    def told(tally: Tally) -> None:
        if tally.parties == parties:
            raise StoppedError

    return told


def batch_of(tmp_path: Path, names: list[str] = NAMES, **fields: Any) -> Batch:
    path = csv_file(tmp_path / "parties.csv", [["name"], *([name] for name in names)])
    file = open_file(path)
    batch = Batch(path, file, choose_columns(file.header), "unknown", SCREENER)
    return replace(batch, **fields)


def run(batch: Batch, out: Path, told: Callable[[Tally], None] = lambda _: None, **options: Any) -> Tally:
    form: OutputForm = options.pop("form", "csv")
    return run_to_file(batch, out, form, restart=options.pop("restart", False), told=told)


def stopped(batch: Batch, out: Path, after: int) -> None:
    with pytest.raises(StoppedError):
        run(batch, out, stop_after(after))
    assert not out.exists()


@pytest.mark.parametrize("form", ["csv", "jsonl", "parquet"])
@pytest.mark.parametrize("workers", [1, 2])
def test_a_run_that_was_stopped_often_ends_like_one_that_was_not(
    tmp_path: Path, form: str, workers: int
) -> None:
    if form == "parquet":
        pytest.importorskip("pyarrow", reason="the extra 'parquet' is not installed")
    batch, out = batch_of(tmp_path, workers=workers), tmp_path / "often"
    for after in (1, 17, 64):
        stopped(batch, out, after)
    tally = run(batch, out, form=form)
    whole = run(batch, tmp_path / "whole", form=form)
    assert out.read_bytes() == (tmp_path / "whole").read_bytes()
    assert (tally.before, whole.before) == (64, 0)
    assert (tally.statuses, tally.hits, tally.entities) == (whole.statuses, whole.hits, whole.entities)
    assert tally.statuses == {"match": 15, "no_match": 85}
    assert sorted(path.name for path in tmp_path.iterdir()) == ["often", "parties.csv", "whole"]


@pytest.mark.parametrize("cut", [1, 5, 40])
def test_a_line_that_was_being_written_is_answered_again(tmp_path: Path, cut: int) -> None:
    batch, out = batch_of(tmp_path), tmp_path / "hits.csv"
    stopped(batch, out, 20)
    journal = tmp_path / "hits.csv.journal"
    journal.write_bytes(journal.read_bytes()[:-cut])
    assert run(batch, out).before == 19
    run(batch, tmp_path / "whole.csv")
    assert out.read_bytes() == (tmp_path / "whole.csv").read_bytes()


@pytest.mark.parametrize("kept", [0, 10])
def test_a_journal_that_was_just_begun_is_begun_again(tmp_path: Path, kept: int) -> None:
    batch, out = batch_of(tmp_path), tmp_path / "hits.csv"
    stopped(batch, out, 20)
    journal = tmp_path / "hits.csv.journal"
    journal.write_bytes(journal.read_bytes()[:kept])
    assert run(batch, out).before == 0
    assert out.exists()


def test_a_run_that_was_stopped_before_its_journal_was_removed_is_finished(tmp_path: Path) -> None:
    batch, out = batch_of(tmp_path), tmp_path / "hits.csv"
    stopped(batch, out, 100)
    out.write_text("what was written just before", "utf-8")
    assert run(batch, out).before == 100
    assert out.read_text("utf-8").count("\n") == 101


OTHER = ss.Screener.from_entities([ss.Entity(list="house", id="1", names=(ss.Name(text="Acme"),))])


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"names": ["Acme"]}, "the content of the file"),
        ({"kind": "person"}, "kind was 'unknown'"),
        ({"screener": OTHER}, "list house was "),
    ],
    ids=["input", "kind", "lists"],
)
def test_a_run_whose_answers_would_not_fit_is_not_taken_up(
    tmp_path: Path, change: dict[str, Any], said: str
) -> None:
    out = tmp_path / "hits.csv"
    stopped(batch_of(tmp_path), out, 20)
    changed = batch_of(tmp_path, **change)
    with pytest.raises(ss.UsageError, match=f"had other terms: {said}.*--restart"):
        run(changed, out)
    assert not out.exists()
    tally = run(changed, out, restart=True)
    assert tally.before == 0


def test_another_threshold_and_other_columns_are_other_terms(tmp_path: Path) -> None:
    out = tmp_path / "hits.csv"
    batch = batch_of(tmp_path)
    stopped(batch, out, 20)
    strict = ss.Screener(SCREENER._scope, ss.Settings(threshold=90))
    with pytest.raises(ss.UsageError, match="settings was"):
        run(replace(batch, screener=strict), out)
    with pytest.raises(ss.UsageError, match="columns was"):
        run(replace(batch, columns=replace(batch.columns, country="name")), out)
    assert run(replace(batch, workers=2), out).before == 20


def test_an_output_that_is_there_is_not_replaced_unasked(tmp_path: Path) -> None:
    batch, out = batch_of(tmp_path), tmp_path / "hits.csv"
    out.write_text("yesterday's", "utf-8")
    with pytest.raises(ss.UsageError, match=r"there already.*--restart"):
        run(batch, out)
    assert out.read_text("utf-8") == "yesterday's"
    assert not (tmp_path / "hits.csv.journal").exists()
    run(batch, out, restart=True)
    assert out.read_text("utf-8-sig").startswith("row,reference,")


def test_two_runs_do_not_write_one_output(tmp_path: Path) -> None:
    batch, out = batch_of(tmp_path), tmp_path / "hits.csv"
    with (
        Journal(out, ROWS, batch.terms()),
        pytest.raises(ss.UsageError, match="another run is writing this output"),
    ):
        run(batch, out)
    run(batch, out)


def test_what_is_no_journal_is_left_alone(tmp_path: Path) -> None:
    journal = tmp_path / "hits.csv.journal"
    journal.write_text("a diary\n", "utf-8")
    with pytest.raises(ss.SanctionscreenError, match="no journal of a run"):
        run(batch_of(tmp_path), tmp_path / "hits.csv")
    assert journal.read_text("utf-8") == "a diary\n"


def test_an_output_that_cannot_be_one_is_said(tmp_path: Path) -> None:
    batch = batch_of(tmp_path)
    for out, said in (
        (tmp_path, "this is a folder"),
        (tmp_path / "nowhere" / "hits.csv", "there is no such folder"),
        (batch.path, "the output is the input"),
    ):
        with pytest.raises(ss.UsageError, match=said):
            run(batch, out, restart=True)


@pytest.mark.parametrize(
    ("out", "said", "form"),
    [("x.csv", None, "csv"), ("x.CSV", None, "csv"), ("x.ndjson", None, "jsonl"), (None, None, "csv"),
     ("x.csv", "jsonl", "jsonl"), ("x", "csv", "csv")],
)  # fmt: skip
def test_the_form_is_that_said_or_of_the_ending(out: str | None, said: Any, form: str) -> None:
    assert form_of(Path(out) if out else None, said) == form


def test_forms_that_cannot_be_written_are_said() -> None:
    with pytest.raises(ss.UsageError, match="--format: csv, jsonl, parquet"):
        form_of(Path("x.dat"), None)
    with pytest.raises(ss.UsageError, match=r"-o FILE.parquet"):
        form_of(None, "parquet")
