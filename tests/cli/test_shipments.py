"""The shipments command as a user runs it: real processes, exit codes, what is said on the way."""

from __future__ import annotations

import json
import os
import pty
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.batch.files import csv_file
from tests.cli.test_commands import START, UN, listed_name

Run = Callable[..., subprocess.CompletedProcess[str]]
FIXTURES = Path(__file__).parents[1] / "shipments" / "fixtures"


@pytest.fixture(scope="module")
def environment(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """A store with an extract of a list that stays fresh."""
    home = tmp_path_factory.mktemp("home")
    (home / "settings.toml").write_text("[lists.un_sc]\nmax_age_days = 100000\n", "utf-8")
    environment = {**os.environ, "SANCTIONSCREEN_HOME": str(home)}
    subprocess.run(
        [*START, "lists", "add", "un_sc", str(UN), "--partial"],
        env=environment,
        check=True,
        capture_output=True,
    )
    return environment


@pytest.fixture
def run(environment: dict[str, str], tmp_path: Path) -> Run:
    def command(*arguments: str, **options: Any) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [*START, "shipments", *arguments],
            capture_output=True, text=True, env=environment, check=False, cwd=tmp_path, **options,
        )  # fmt: skip

    return command


ROWS = [
    ["Order No", "Consignee", "Consignee Country", "HS Code", "Destination"],
    ["1", listed_name(), "", "870899", "FR"],
    ["2", "Acme Bakery", "US", "870899", "FR"],
    ["3", "Acme Bakery", "US", "847", "FR"],
]


@pytest.fixture
def orders(tmp_path: Path) -> Path:
    return csv_file(tmp_path / "orders.csv", ROWS)


def test_every_shipment_has_a_line_and_the_way_there_is_said(run: Run, orders: Path) -> None:
    done = run("orders.csv")
    assert done.returncode == 1, done.stderr
    lines = [line.split("\t") for line in done.stdout.splitlines()]
    assert lines[0] == ["Advice", "Shipment", "Where", "Why", "Parties"]
    assert [line[:3] for line in lines[1:]] == [
        ["HOLD", "1", "row 2"], ["RELEASE", "2", "row 3"], ["REVIEW", "3", "row 4"],
    ]  # fmt: skip
    assert lines[1][4] == f"{listed_name()} (consignee)"
    assert "HS code '847' has 3 digits" in lines[3][3]
    for said in (
        "orders.csv: CSV in utf-8, columns separated by commas",
        "reference from 'Order No', consignee_name from 'Consignee', consignee_country from 'Con",
        "orders.csv: 3 shipments with 3 parties: 1 hold, 1 review, 1 release",
        "shipments/s",
    ):
        assert said in done.stderr


def test_the_page_and_the_json_lines_tell_the_same(run: Run, orders: Path, tmp_path: Path) -> None:
    printed = run("orders.csv", "--format", "jsonl").stdout
    answers = [json.loads(line) for line in printed.splitlines()]
    assert [one["advice"] for one in answers] == ["hold", "release", "review"]
    assert run("orders.csv", "-o", "answers.jsonl", "--workers", "2").returncode == 1
    assert (tmp_path / "answers.jsonl").read_text("utf-8") == printed
    assert run("orders.csv", "-o", "report.html").returncode == 1
    page = (tmp_path / "report.html").read_text("utf-8")
    assert "<title>orders.csv: 1 held, 1 to review, 1 released</title>" in page
    for answer in answers:
        assert f">{answer['shipment']['reference']}<" in page
    assert answers[0]["parties"][0]["screening"]["lists"][0]["sha256"] in page
    assert sorted(path.name for path in tmp_path.iterdir()) == ["answers.jsonl", "orders.csv", "report.html"]


def test_the_exit_code_tells_release_from_what_was_not_looked_at(run: Run, tmp_path: Path) -> None:
    csv_file(tmp_path / "free.csv", [ROWS[0], ROWS[2]])
    csv_file(tmp_path / "odd.csv", [ROWS[0], ROWS[3]])
    csv_file(tmp_path / "none.csv", ROWS[:1])
    assert run("free.csv").returncode == 0
    assert run("free.csv", "--list", "un_sc", "--list", "eu_fsf").returncode == 3
    assert run("odd.csv").returncode == 3
    assert run("none.csv").returncode == 0


def test_a_cut_interchange_is_screened_up_to_the_cut(run: Run) -> None:
    done = run(str(FIXTURES / "desadv_cut.edi"))
    assert done.returncode == 3
    first, second = done.stdout.splitlines()[1:]
    assert first.startswith("RELEASE\tDN1\tmessage 1 (DESADV)")
    assert second.startswith("REVIEW\tDN2\tmessage 2 (DESADV)")
    assert "the file ends within segment 4 (NAD) of the message" in second
    assert "1 not read whole" in done.stderr


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        ((str(FIXTURES / "columns_unknown.csv"),), 2, "no column is known to hold a party's name"),
        (("orders.csv", "--column", "Consignee"), 2, "Write it as FIELD=HEADER"),
        (("orders.csv", "--column", "consignee_nam=Consignee"), 2, "Did you mean 'consignee_name'"),
        (("orders.csv", "-o", "out.csv"), 2, "the ending says no form"),
        (("orders.csv", "--format", "html"), 2, "Name a file for it: -o FILE.html"),
        (("orders.csv", "--encoding", "utf-9"), 2, "unknown encoding 'utf-9'"),
        (("orders.csv", "--list", "un_sk"), 2, "Did you mean 'un_sc'"),
        ((str(FIXTURES / "dtd.xml"),), 3, "declares a document type"),
        (("orders.csv", "--ownership", "orders.csv"), 3, "no form of ownership statements"),
        (("orders.csv", "--codes", "orders.csv"), 3, "orders.csv"),
        (("orders.csv", "--policy", "orders.csv"), 3, "orders.csv"),
    ],
)
def test_what_is_wrong_is_said_without_a_traceback(
    run: Run, orders: Path, arguments: tuple[str, ...], code: int, said: str
) -> None:
    done = run(*arguments)
    assert (done.returncode, done.stdout) == (code, "")
    assert said in done.stderr
    assert "Traceback" not in done.stderr


def test_what_is_given_beside_the_lists_decides_and_is_told(run: Run, orders: Path, tmp_path: Path) -> None:
    csv_file(tmp_path / "codes.csv", [["code", "note"], ["870899", "spare parts"]])
    assert run("orders.csv", "--codes", "codes.csv", "-o", "report.html").returncode == 1
    page = (tmp_path / "report.html").read_text("utf-8")
    assert "codes.csv, sha256" in page


def test_columns_can_be_said(run: Run, tmp_path: Path) -> None:
    csv_file(tmp_path / "own.csv", [["Alpha", "Beta"], [listed_name(), "X"]])
    done = run("own.csv", "--column", "end_user_name=Alpha", "--column", "reference=Beta")
    assert done.stdout.splitlines()[1].startswith("HOLD\tX\trow 2")
    assert f"{listed_name()} (end user)" in done.stdout


def test_an_interrupted_run_goes_on(environment: dict[str, str], tmp_path: Path) -> None:
    rows = [[str(n), f"Acme {n} Bakery {n * 7919}", "", "870899", "FR"] for n in range(5000)]
    csv_file(tmp_path / "many.csv", [ROWS[0], *rows])
    command = [*START, "shipments", "many.csv", "-o", "many.jsonl"]
    begun = subprocess.Popen(command, env=environment, cwd=tmp_path, stderr=subprocess.PIPE, text=True)
    journal = tmp_path / "many.jsonl.journal"
    patience = time.monotonic() + 120
    while not journal.exists() or journal.read_bytes().count(b"\n") < 20:
        assert time.monotonic() < patience, "the run does not get on"
        time.sleep(0.02)
    begun.send_signal(signal.SIGINT)
    _, said = begun.communicate(timeout=60)
    assert begun.returncode == 3
    assert "The same command goes on from here; many.jsonl is not written yet" in said
    again = subprocess.run(
        command, env=environment, cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert again.returncode == 0, again.stderr
    assert "of an earlier run" in again.stderr
    lines = (tmp_path / "many.jsonl").read_text("utf-8").splitlines()
    places = [json.loads(line)["place"] for line in lines]
    assert places == [f"row {number}" for number in range(2, 5002)]


@pytest.mark.skipif(sys.platform == "win32", reason="there are no pseudo-terminals")
def test_a_terminal_gets_a_table_of_what_is_not_released(
    environment: dict[str, str], orders: Path, tmp_path: Path
) -> None:
    main, side = pty.openpty()
    done = subprocess.Popen(
        [*START, "shipments", "orders.csv"], env={**environment, "COLUMNS": "160"}, cwd=tmp_path,
        stdout=side, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    os.close(side)
    shown = b""
    try:
        while chunk := os.read(main, 1 << 16):
            shown += chunk
    except OSError:  # the terminal's other side is closed
        pass
    os.close(main)
    assert done.wait(60) == 1
    text = shown.decode()
    assert text.index("HOLD") < text.index("REVIEW")
    assert "1 released, not shown" in text
