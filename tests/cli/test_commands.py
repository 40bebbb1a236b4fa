"""The commands as a user runs them: real processes, exit codes, plain output in a pipe."""

from __future__ import annotations

import json
import os
import pty
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from sanctionscreen.version import version

FIXTURES = Path(__file__).parents[1] / "sources" / "fixtures"
UN = next((FIXTURES / "un_sc" / "layout_2026").glob("*.xml"))
Run = Callable[..., subprocess.CompletedProcess[str]]
START = [sys.executable, "-c", "from sanctionscreen.cli.main import main; main()"]


@pytest.fixture
def run(tmp_path: Path) -> Run:
    environment = {**os.environ, "SANCTIONSCREEN_HOME": str(tmp_path / "home")}

    def command(*arguments: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [*START, *arguments], capture_output=True, text=True, env=environment, check=False
        )

    return command


@pytest.fixture
def loaded(run: Run, tmp_path: Path) -> Run:
    assert run("lists", "add", "un_sc", str(UN), "--partial").returncode == 0
    (tmp_path / "home" / "settings.toml").write_text("[lists.un_sc]\nmax_age_days = 100000\n", "utf-8")
    return run


def listed_name() -> str:
    from sanctionscreen.reading import Files, load_source  # noqa: PLC0415

    source = load_source("un_sc")
    return next(source.formats[0].read(Files("un_sc", [UN]))).name


def test_the_first_screen_needs_no_list(run: Run) -> None:
    done = run("screen", "World Jetta (HK) Logistics")
    assert done.returncode == 1, done.stderr
    assert done.stdout.startswith("MATCH: 'World Jetta (HK) Logistics' has 1 hit at or above 80")
    for said in (
        "us_csl EL",
        "list: Entity List",
        "export licence required",
        "listed: 2022-06-28",
        "starter list",
        "lists add",
    ):
        assert said in done.stdout


def test_the_starter_list_never_says_no_match(run: Run) -> None:
    done = run("screen", "Acme Bakery Springfield")
    assert done.returncode == 3
    assert done.stdout.startswith("INCOMPLETE")


def test_no_match_lists_what_was_looked_at(loaded: Run) -> None:
    done = loaded("screen", "Acme Bakery Springfield")
    assert done.returncode == 0
    assert "Looked at:\n  un_sc as of 2026-02-27" in done.stdout
    assert "not a clearance" in done.stdout


def test_json_has_one_object_per_name(loaded: Run) -> None:
    done = loaded("screen", listed_name(), "Acme Bakery", "--json")
    first, second = (json.loads(line) for line in done.stdout.splitlines())
    assert done.returncode == 1
    assert first["hits"][0]["score"] == 100
    assert first["hits"][0]["listing"]["snapshot"]["as_of"] == "2026-02-27"
    assert second["status"] == "no_match"


def test_what_else_is_known_is_asked_too(loaded: Run) -> None:
    options = (
        "--kind",
        "person",
        "--country",
        "FR",
        "--born",
        "1900",
        "--gender",
        "F",
        "--id",
        "passport=X1234567",
    )
    done = loaded("screen", listed_name(), *options, "--json")
    party = json.loads(done.stdout)["party"]
    assert {name: party[name] for name in ("kind", "country", "date_of_birth", "gender", "identifiers")} == {
        "kind": "person",
        "country": "FR",
        "date_of_birth": "1900",
        "gender": "female",
        "identifiers": {"passport": "X1234567"},
    }
    shown = loaded("screen", listed_name(), *options).stdout
    assert "1900 against " in shown


def test_a_list_that_is_not_loaded_is_incomplete(loaded: Run) -> None:
    done = loaded("screen", "Acme Bakery", "--list", "un_sc", "--list", "eu_fsf")
    assert done.returncode == 3
    assert "Skipped: eu_fsf: the list is not loaded; add it with" in done.stdout


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["screen", "x", "--kind", "organisation"], "Did you mean 'organization'"),
        (["screen", "x", "--list", "us_cls"], "Did you mean 'us_csl'"),
        (["screen", "x", "--country", "Atlantis"], "unknown country"),
        (["screen", "x", "--id", "9179842"], "--id imo=9179842"),
        (["screen", "x", "--gender", "femal"], "Did you mean 'female'"),
        (["screen", "x", "--treshold", "80"], "--threshold"),
        (["screen", "x", "--threshold", "180"], "180"),
        (["screen"], "Missing argument"),
        (["scren", "x"], "Did you mean 'screen'"),
        (["lists", "add", "us_cls", "x"], "Did you mean 'us_csl'"),
        (["compare", "a", "b", "--kind", "ship"], "Known: aircraft"),
    ],
)
def test_wrong_usage_exits_2_with_a_hint_and_no_traceback(run: Run, arguments: list[str], said: str) -> None:
    done = run(*arguments)
    assert done.returncode == 2
    assert said in done.stderr
    assert "Traceback" not in done.stderr


def test_bytes_that_are_no_text_are_an_answer_too(loaded: Run, tmp_path: Path) -> None:
    environment = {**os.environ, "SANCTIONSCREEN_HOME": str(tmp_path / "home")}
    command = [*(part.encode() for part in START), b"screen", b"\xff\xfe"]
    done = subprocess.run(command, capture_output=True, env=environment, check=False)
    assert done.returncode == 3
    assert b"Skipped: name" in done.stdout


def test_a_bad_file_exits_3_and_leaves_the_store(loaded: Run, tmp_path: Path) -> None:
    page = tmp_path / "consolidated.xml"
    page.write_text("<!DOCTYPE html><html><body>503</body></html>", "utf-8")
    before = loaded("lists", "--json").stdout
    done = loaded("lists", "add", "un_sc", str(page))
    assert done.returncode == 3
    assert "list un_sc, file consolidated.xml" in done.stderr
    assert "Traceback" not in done.stderr
    assert loaded("lists", "--json").stdout == before


def test_a_missing_file_is_said(run: Run) -> None:
    done = run("lists", "add", "un_sc", "nowhere.xml")
    assert done.returncode in (2, 3)
    assert "nowhere.xml" in done.stderr


def test_lists_shows_what_is_loaded(loaded: Run) -> None:
    titles, row = (line.split("\t") for line in loaded("lists").stdout.splitlines())
    shown = dict(zip(titles, row, strict=True))
    assert shown["list"] == "un_sc"
    assert shown["as of"] == "2026-02-27"
    assert shown["age"].endswith(" days")
    (snapshot,) = (json.loads(line) for line in loaded("lists", "--json").stdout.splitlines())
    assert snapshot["sha256"].startswith(shown["sha256"])


def test_lists_with_none_loaded_says_what_to_do(run: Run) -> None:
    assert "sanctionscreen lists available" in run("lists").stdout


def test_available_names_each_list_and_where_it_is(run: Run) -> None:
    shown = run("lists", "available").stdout
    for said in ("us_csl", "us_ofac_sdn", "eu_fsf", "gb_fcdo", "un_sc", "https://"):
        assert said in shown


def test_compare_shows_the_evidence(run: Run) -> None:
    done = run("compare", "Sinno Electronic Co", "SINNO ELECTRONICS CO., LIMITED", "--json")
    comparison = json.loads(done.stdout)
    assert done.returncode == 0
    assert comparison["score"] > 90
    assert run("compare", "Sinno", "SINNO LTD").stdout.startswith("9")


def test_help_teaches_by_example(run: Run) -> None:
    for arguments in ([], ["screen"], ["batch"], ["compare"], ["lists"]):
        assert "Example" in run(*arguments, "--help").stdout
    assert run("--version").stdout.strip().endswith(version())


def on_terminal(home: Path, *arguments: str, folder: Path | None = None) -> tuple[int, str]:
    """The exit code of a command whose output is a terminal, and what that shows."""
    environment = {**os.environ, "SANCTIONSCREEN_HOME": str(home), "COLUMNS": "140", "TERM": "xterm"}
    controller, terminal = pty.openpty()
    process = subprocess.Popen(
        [*START, *arguments], stdout=terminal, stderr=terminal, env=environment, cwd=folder
    )
    os.close(terminal)
    shown = b""
    try:
        while chunk := os.read(controller, 65536):
            shown += chunk
    except OSError:  # Linux ends a terminal that nobody holds with an error
        pass
    os.close(controller)
    return process.wait(), shown.decode()


def test_a_terminal_gets_a_table(loaded: Run, tmp_path: Path) -> None:
    code, shown = on_terminal(tmp_path / "home", "screen", listed_name())
    assert code == 1
    assert "Listed name" in shown
    assert "┃" in shown


def test_a_fault_of_ours_never_exits_like_an_answer(tmp_path: Path) -> None:
    broken = (
        "import sanctionscreen.cli.main as m\n"
        "def fail(*_, **__): raise RuntimeError('boom')\n"
        "m.LazyCommands.get_command = fail\n"
        "m.main()"
    )
    done = subprocess.run(
        [sys.executable, "-c", broken, "screen", "x"], capture_output=True, text=True, check=False
    )
    assert done.returncode == 3
    assert "please report it" in done.stderr
