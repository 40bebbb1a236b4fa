"""The batch command as a user runs it: real processes that are killed, interrupted and run again."""

from __future__ import annotations

import csv
import io
import json
import os
import resource
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.batch.files import csv_file
from tests.cli.test_commands import START, UN, listed_name, on_terminal

Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store with an extract of a list that stays fresh."""
    home = tmp_path_factory.mktemp("home")
    (home / "settings.toml").write_text("[lists.un_sc]\nmax_age_days = 100000\n", "utf-8")
    subprocess.run(
        [*START, "lists", "add", "un_sc", str(UN), "--partial"],
        env={**os.environ, "SANCTIONSCREEN_HOME": str(home)},
        check=True,
        capture_output=True,
    )
    return home


@pytest.fixture
def run(home: Path, tmp_path: Path) -> Run:
    def command(*arguments: str, **options: Any) -> subprocess.CompletedProcess[str]:
        environment = {**os.environ, "SANCTIONSCREEN_HOME": str(home)}
        return subprocess.run(
            [*START, "batch", *arguments],
            capture_output=True, text=True, env=environment, check=False, cwd=tmp_path, **options,
        )  # fmt: skip

    return command


@pytest.fixture
def parties(tmp_path: Path) -> Path:
    rows = [["id", "name", "country"], ["1", listed_name(), ""], ["2", "Acme Bakery", "US"], ["3", "", "US"]]
    return csv_file(tmp_path / "parties.csv", rows)


def many_parties(folder: Path) -> Path:
    """Enough parties to be in the middle of for some seconds."""
    rows = [
        [listed_name() if n % 100 == 50 else f"Acme {n} Bakery {n * 7919} Springfield"] for n in range(6000)
    ]
    return csv_file(folder / "many.csv", [["name"], *rows])


@pytest.fixture
def many(tmp_path: Path) -> Path:
    return many_parties(tmp_path)


@pytest.fixture(scope="module")
def whole(home: Path, tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """The output of a run over the many parties that nothing disturbs."""
    folder = tmp_path_factory.mktemp("whole")
    environment = {**os.environ, "SANCTIONSCREEN_HOME": str(home)}
    command = [*START, "batch", str(many_parties(folder)), "-o", str(folder / "hits.csv")]
    assert subprocess.run(command, capture_output=True, env=environment, check=False).returncode == 1
    return (folder / "hits.csv").read_bytes()


def table(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text)))


def test_every_party_has_a_row_and_the_way_there_is_said(run: Run, parties: Path) -> None:
    done = run("parties.csv")
    assert done.returncode == 1
    rows = table(done.stdout)
    assert [(row["row"], row["reference"], row["status"]) for row in rows] == [
        ("2", "1", "match"), ("3", "2", "no_match"), ("4", "3", "incomplete"),
    ]  # fmt: skip
    assert (rows[0]["score"], rows[0]["list"], rows[0]["list_as_of"]) == ("100.0", "un_sc", "2026-02-27")
    assert len(rows[0]["list_sha256"]) == 16
    for said in (
        "parties.csv: CSV in utf-8, columns separated by commas",
        "name from 'name', reference from 'id', country from 'country', no kind, no date of birth",
        "3 parties: 1 match, 1 no match, 1 incomplete; 1 hits on 1 entities",
        "parties/s",
    ):
        assert said in done.stderr


def test_the_output_is_a_file_that_spreadsheets_read(run: Run, parties: Path, tmp_path: Path) -> None:
    printed = run("parties.csv").stdout
    done = run("parties.csv", "-o", "hits.csv", "--workers", "2")
    assert (done.returncode, done.stdout) == (1, "")
    assert (tmp_path / "hits.csv").read_text("utf-8-sig") == printed
    assert (tmp_path / "hits.csv").read_bytes().startswith(b"\xef\xbb\xbf")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["hits.csv", "parties.csv"]


def test_json_lines_and_parquet_have_the_same_rows(run: Run, parties: Path, tmp_path: Path) -> None:
    rows = [json.loads(line) for line in run("parties.csv", "--format", "jsonl").stdout.splitlines()]
    assert [row["status"] for row in rows] == ["match", "no_match", "incomplete"]
    pq = pytest.importorskip("pyarrow.parquet", reason="the extra 'parquet' is not installed")
    assert run("parties.csv", "-o", "hits.parquet").returncode == 1
    assert pq.read_table(tmp_path / "hits.parquet").to_pylist() == rows


def test_the_exit_code_is_that_of_screen(run: Run, tmp_path: Path) -> None:
    csv_file(tmp_path / "one.csv", [["name"], ["Acme Bakery"]])
    csv_file(tmp_path / "none.csv", [["name"]])
    assert run("one.csv").returncode == 0
    assert run("one.csv", "--list", "un_sc", "--list", "eu_fsf").returncode == 3
    assert "Skipped: eu_fsf" in run("one.csv", "--list", "un_sc", "--list", "eu_fsf").stderr
    assert run("none.csv").returncode == 0


def wait_for(journal: Path, lines: int) -> None:
    patience = time.monotonic() + 120
    while not journal.exists() or journal.read_bytes().count(b"\n") < lines:
        assert time.monotonic() < patience, "the run does not get on"
        time.sleep(0.02)


@pytest.fixture
def begun(home: Path, many: Path) -> Iterator[Callable[..., subprocess.Popen[str]]]:
    """Starts a run in a session of its own and returns in the middle of it."""
    started: list[subprocess.Popen[str]] = []

    def begin(*arguments: str, lines: int) -> subprocess.Popen[str]:
        process = subprocess.Popen(
            [*START, "batch", "many.csv", "-o", "hits.csv", *arguments],
            stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, cwd=many.parent,
            env={**os.environ, "SANCTIONSCREEN_HOME": str(home)}, start_new_session=True,
        )  # fmt: skip
        started.append(process)
        wait_for(many.parent / "hits.csv.journal", lines)
        assert process.poll() is None, "the run was over before it could be stopped"
        return process

    yield begin
    for process in started:
        if process.poll() is None:
            process.kill()
        process.communicate()


def wait_until_gone(session: int) -> None:
    """Until no process of a session is left."""
    patience = time.monotonic() + 60
    while True:
        try:
            os.killpg(session, 0)
        except ProcessLookupError:
            return
        assert time.monotonic() < patience, "a process was left behind"
        time.sleep(0.05)


@pytest.mark.parametrize("workers", ["1", "2"])
def test_a_run_that_is_killed_twice_ends_like_one_that_is_not(
    run: Run, begun: Callable[..., subprocess.Popen[str]], tmp_path: Path, workers: str, whole: bytes
) -> None:
    for lines in (300, 2500):
        process = begun("--workers", workers, lines=lines)
        process.send_signal(signal.SIGKILL)
        process.communicate()
        assert process.returncode == -signal.SIGKILL
        wait_until_gone(process.pid)
        assert not (tmp_path / "hits.csv").exists()
    done = run("many.csv", "-o", "hits.csv", "--workers", workers)
    assert done.returncode == 1, done.stderr
    assert "of an earlier run" in done.stderr
    assert (tmp_path / "hits.csv").read_bytes() == whole
    rows = table((tmp_path / "hits.csv").read_text("utf-8-sig"))
    assert [row["row"] for row in rows] == [str(number) for number in range(2, 6002)]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["hits.csv", "many.csv"]


@pytest.mark.parametrize("workers", ["1", "2"])
def test_an_interrupted_run_says_that_it_goes_on_and_leaves_no_process(
    begun: Callable[..., subprocess.Popen[str]], workers: str
) -> None:
    process = begun("--workers", workers, lines=300)
    os.killpg(process.pid, signal.SIGINT)  # as a terminal does, the whole group
    _, said = process.communicate(timeout=60)
    assert process.returncode == 3
    assert (
        said.splitlines()[-1] == "Stopped. The same command goes on from here; hits.csv is not written yet."
    )
    assert "Traceback" not in said
    wait_until_gone(process.pid)


def test_what_was_changed_meanwhile_is_said(
    run: Run, begun: Callable[..., subprocess.Popen[str]], tmp_path: Path
) -> None:
    begun(lines=100).kill()
    done = run("many.csv", "-o", "hits.csv", "--threshold", "90")
    assert done.returncode == 2
    assert "had other terms: settings was" in done.stderr
    with (tmp_path / "many.csv").open("a") as handle:
        handle.write("One More\n")
    done = run("many.csv", "-o", "hits.csv")
    assert done.returncode == 2
    assert "the content of the file" in done.stderr
    assert "--restart" in done.stderr


def test_a_full_disk_is_an_error_after_which_the_run_goes_on(run: Run, many: Path, tmp_path: Path) -> None:
    def full() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000))

    done = run("many.csv", "-o", "hits.csv", preexec_fn=full)
    assert done.returncode == 3
    assert "hits.csv.journal: cannot be written (File too large)" in done.stderr
    assert "Traceback" not in done.stderr
    assert "Exception ignored" not in done.stderr
    done = run("many.csv", "-o", "hits.csv")
    assert done.returncode == 1
    assert "of an earlier run" in done.stderr
    assert len(table((tmp_path / "hits.csv").read_text("utf-8-sig"))) == 6000


def test_a_file_that_is_broken_at_its_end_is_answered_until_there(run: Run, tmp_path: Path) -> None:
    (tmp_path / "parties.csv").write_text('name\nAcme\n"Sin', "utf-8")
    for arguments in (["parties.csv"], ["parties.csv", "-o", "hits.csv"]):
        done = run(*arguments)
        assert done.returncode == 3
        assert "file parties.csv, record line 3: line 3 is not valid CSV" in done.stderr
        assert "Traceback" not in done.stderr
    assert (tmp_path / "hits.csv.journal").read_bytes().count(b"\n") == 2
    assert not (tmp_path / "hits.csv").exists()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["nowhere.csv"], "nowhere.csv"),
        (["parties.csv", "--name-column", "nam"], "Did you mean 'name'"),
        (["parties.csv", "--country-column", "land"], "unknown column 'land'"),
        (["parties.csv", "--kind", "organisation"], "Did you mean 'organization'"),
        (["parties.csv", "--list", "us_cls"], "Did you mean 'us_csl'"),
        (["parties.csv", "--threshold", "180"], "180"),
        (["parties.csv", "--encoding", "latin-15"], "unknown encoding 'latin-15'"),
        (["parties.csv", "--workers", "0"], "workers"),
        (["parties.csv", "--format", "xml"], "'xml'"),
        (["parties.csv", "--format", "parquet"], "-o FILE.parquet"),
        (["parties.csv", "-o", "hits.dat"], "--format"),
        (["parties.csv", "-o", "parties.csv"], "the output is the input"),
        (["parties.csv", "-o", "nowhere/hits.csv"], "no such folder"),
        (["parties.csv", "-o", "there.csv"], "there already"),
        (["unknown.csv"], "no column is known to hold names"),
        (["two.csv"], "more than one column may hold the name: 'Consignee', 'Shipper'"),
    ],
)
def test_wrong_usage_exits_2_with_a_hint_and_no_traceback(
    run: Run, parties: Path, tmp_path: Path, arguments: list[str], said: str
) -> None:
    (tmp_path / "there.csv").write_text("", "utf-8")
    csv_file(tmp_path / "unknown.csv", [["wer", "wo"], ["Acme", "US"]])
    csv_file(tmp_path / "two.csv", [["Consignee", "Shipper"], ["Acme", "US"]])
    done = run(*arguments)
    assert done.returncode == 2, done.stderr
    assert said in done.stderr
    assert "Traceback" not in done.stderr


def test_without_pyarrow_the_error_says_how_to_install_it(home: Path, parties: Path) -> None:
    script = (
        "import sys; sys.modules['pyarrow'] = None\nfrom sanctionscreen.cli.main import main\n"
        f"sys.argv[1:] = ['batch', {str(parties)!r}, '-o', {str(parties) + '.parquet'!r}]\nmain()"
    )
    environment = {**os.environ, "SANCTIONSCREEN_HOME": str(home)}
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, env=environment, check=False
    )
    assert done.returncode == 2
    assert "pip install 'sanctionscreen[parquet]'" in done.stderr


def test_a_guessed_encoding_is_said(run: Run, tmp_path: Path) -> None:
    csv_file(tmp_path / "parties.csv", [["name", "land"], ["Müller & Söhne", "Österreich"]], "cp1252", ";")
    done = run("parties.csv")
    assert "CSV in cp1252 (guessed" in done.stderr
    assert table(done.stdout)[0]["query"] == "Müller & Söhne"
    assert table(done.stdout)[0]["query_country"] == "AT"
    assert "guessed" not in run("parties.csv", "--encoding", "cp1252").stderr


def test_a_terminal_gets_a_bar_with_rate_and_time_left(home: Path, many: Path) -> None:
    arguments = ("batch", "many.csv", "-o", "hits.csv", "--workers", "2")
    code, text = on_terminal(home, *arguments, folder=many.parent)
    assert code == 1
    assert "/6000" in text
    assert "/s" in text
    assert "0:00:0" in text
    assert "6,000 parties: 60 match" in text
