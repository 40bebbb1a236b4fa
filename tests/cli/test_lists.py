"""Loading lists and keeping them fresh, as a user does it: real processes, a real server."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.fetching import server
from tests.fetching.server import Publisher, publishing

UN = Path(__file__).parents[1] / "sources" / "fixtures" / "un_sc"
OLD, NEW = (next((UN / layout).glob("*.xml")).read_bytes() for layout in ("layout_2024", "layout_2026"))
PATH = "/un_sc/consolidated.xml"
START = [sys.executable, "-c", "from sanctionscreen.cli.main import main; main()"]
Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def home(tmp_path: Path) -> Path:
    (tmp_path / "settings.toml").write_text(
        "[download]\nattempts = 1\n[lists.un_sc]\nmax_loss = 1\nmax_age_days = 100000\n", "utf-8"
    )
    return tmp_path


@pytest.fixture
def run(home: Path) -> Run:
    environment = {**os.environ, "SANCTIONSCREEN_HOME": str(home), "NO_PROXY": "*"}

    def command(*arguments: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [*START, *arguments], capture_output=True, text=True, env=environment, check=False
        )

    return command


@pytest.fixture
def publisher() -> Iterator[Publisher]:
    with publishing() as running:
        running.answers[PATH] = NEW
        yield running


@pytest.fixture
def loaded(run: Run, publisher: Publisher, tmp_path: Path) -> Run:
    """Two versions: the older by hand, the newer refused by an update and then accepted."""
    (tmp_path / "consolidated.xml").write_bytes(OLD)
    assert run("lists", "add", "un_sc", str(tmp_path / "consolidated.xml"), "--partial").returncode == 0
    assert run("lists", "update", "un_sc", "--from", publisher.url).returncode == 3
    assert run("lists", "accept", "un_sc", "2026-02-27").returncode == 0
    return run


def test_a_refused_update_says_why_and_what_to_do(run: Run, publisher: Publisher) -> None:
    done = run("lists", "update", "un_sc", "--from", publisher.url)
    assert done.returncode == 3
    assert "un_sc: refused" in done.stdout
    assert "where a complete list has 600 to" in done.stdout
    command = done.stdout.splitlines()[-1].split("sanctionscreen ", 1)[1]
    accepted = run(*command.split())
    assert accepted.returncode == 0
    assert "current is 2026-02-27-" in accepted.stdout
    again = run("lists", "update", "un_sc", "--from", publisher.url, "--json")
    assert again.returncode == 0
    assert json.loads(again.stdout)["outcome"] == "unchanged"


def test_a_failed_update_is_no_traceback(run: Run, publisher: Publisher) -> None:
    publisher.answers[PATH] = server.status(403)
    done = run("lists", "update", "un_sc", "--from", publisher.url)
    assert done.returncode == 3
    assert "403 Forbidden. Some publishers refuse clients" in done.stdout
    assert "Traceback" not in done.stderr


def test_status_is_for_monitoring(loaded: Run, home: Path) -> None:
    done = loaded("lists", "status", "--json")
    (status,) = map(json.loads, done.stdout.splitlines())
    assert done.returncode == 0, done.stdout
    assert (status["list"], status["state"], status["versions"]) == ("un_sc", "fresh", 2)
    (home / "settings.toml").write_text("", "utf-8")
    text = (home / "lists" / "un_sc" / "checks.json").read_text("utf-8")
    (home / "lists" / "un_sc" / "checks.json").write_text(text.replace('"2026-', '"2020-'), "utf-8")
    stale = loaded("lists", "status")
    assert stale.returncode == 3
    assert "stale" in stale.stdout
    assert loaded("lists", "status", "eu_fsf").returncode == 3
    assert loaded("screen", "Acme Bakery").returncode == 3


def test_history_and_diff(loaded: Run) -> None:
    rows = loaded("lists", "history", "un_sc").stdout.splitlines()
    assert [row.split("\t")[1] for row in rows[1:]] == ["2024-11-30", "2026-02-27"]
    shown = loaded("lists", "diff", "un_sc").stdout
    assert shown.startswith("un_sc: 2024-11-30-")
    assert "  + " in shown
    found = json.loads(loaded("lists", "diff", "un_sc", "2024-11-30", "2026-02-27", "--json").stdout)
    assert {"added", "removed", "changed", "before", "after"} <= set(found)
    assert loaded("lists", "diff", "un_sc", "2023").returncode == 2


def test_report(loaded: Run) -> None:
    assert "Every filled field was read." in loaded("lists", "report", "un_sc").stdout
    found = json.loads(loaded("lists", "report", "un_sc", "--json").stdout)
    assert found["snapshot"]["list"] == "un_sc"
    assert found["accepted"], "what was doubted and accepted"


def test_verify_and_prune(loaded: Run, home: Path) -> None:
    assert "All 2 versions are as they were written." in loaded("lists", "verify").stdout
    assert "No version is older" in loaded("lists", "prune").stdout
    (file,) = home.glob("lists/un_sc/2024*/entities.jsonl")
    file.write_bytes(b"x")
    broken = loaded("lists", "verify")
    assert broken.returncode == 3
    assert "entities.jsonl is not as it was written" in broken.stdout


def test_screening_a_past_day(loaded: Run) -> None:
    before = loaded("screen", "Acme Bakery", "--as-of", "2020-01-01", "--json")
    assert before.returncode == 3
    assert "no version was held then" in json.loads(before.stdout)["skipped"][0]["reason"]
    then = loaded("screen", "Acme Bakery", "--as-of", "2025-01-01", "--by", "published", "--json")
    assert json.loads(then.stdout)["lists"][0]["as_of"] == "2024-11-30"
    assert loaded("screen", "Acme Bakery", "--as-of", "2999-01-01").returncode == 2


def test_an_older_file_is_kept_in_the_history(loaded: Run, tmp_path: Path) -> None:
    (tmp_path / "old.xml").write_bytes(next((UN / "layout_2021").glob("*.xml")).read_bytes())
    done = loaded("lists", "add", "un_sc", str(tmp_path / "old.xml"), "--partial")
    assert done.returncode == 0
    assert "It is older than the current version 2026-02-27-" in done.stdout


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["lists", "updat"], "Did you mean 'update'"),
        (["lists", "update", "un_cs"], "Did you mean 'un_sc'"),
        (["lists", "update", "un_sc", "--form", "xlm"], "Did you mean 'xml'"),
        (["lists", "accept", "un_sc", "2020"], "unknown version of un_sc '2020'"),
        (["lists", "status", "un_cs"], "Did you mean 'un_sc'"),
    ],
)
def test_wrong_usage(loaded: Run, arguments: list[str], said: str) -> None:
    done = loaded(*arguments)
    assert done.returncode == 2
    assert said in done.stderr
    assert "Traceback" not in done.stderr
