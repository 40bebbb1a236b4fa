"""The peers that live in a virtual environment of their own, which is made here when first needed."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import venv
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any

from .cases import Answer, Case, Pool
from .engines import PROCESSES, nearest
from .lists import CACHE

PACKAGES = ("nomenklatura==4.17.4", "sanctions-screening-benchmark==0.1.0")
HERE = Path(__file__).parent
EXHAUSTIVE = 2500
"""Entities of a pool up to which logic-v2 sees every one; of a larger pool it sees the nearest."""
NEAREST = 150


@cache
def python() -> Path | None:
    """The interpreter of the peers' environment; None, with a word, where it cannot be made."""
    home = CACHE / "peers" / "-".join(package.replace("==", "-") for package in PACKAGES)
    interpreter = home / "bin" / "python"
    if (home / "complete").exists():
        return interpreter
    print(f"installing {', '.join(PACKAGES)} for the peers ...", file=sys.stderr)
    try:
        venv.create(home, clear=True, with_pip=True)
        install = [str(interpreter), "-m", "pip", "install", "--quiet", *PACKAGES]
        subprocess.run(install, check=True, capture_output=True, text=True)
    except (OSError, subprocess.CalledProcessError) as failure:
        print(f"the peers in their own environment are skipped: {failure}", file=sys.stderr)
        return None
    (home / "complete").touch()
    return interpreter


def run(script: str, question: dict[str, Any]) -> Any:
    """What a script of this folder answers in the peers' environment, JSON in and JSON out."""
    return run_all(script, [question])[0]


def run_all(script: str, questions: Sequence[dict[str, Any]]) -> list[Any]:
    """The same for several questions, each in a process of its own."""
    interpreter = python()
    assert interpreter is not None
    with tempfile.TemporaryDirectory() as folder:
        paths = [Path(folder) / f"{number}.json" for number in range(len(questions))]
        for path, question in zip(paths, questions, strict=True):
            path.write_text(json.dumps(question), "utf-8")
        command = [str(interpreter), "-I", str(HERE / script)]
        running = [subprocess.Popen([*command, str(path)]) for path in paths]
        if sum(process.wait() != 0 for process in running):
            raise SystemExit(f"{script} failed in the peers' environment")
        return [json.loads(path.read_text("utf-8")) for path in paths]


class LogicV2:
    """nomenklatura's logic-v2 at 0.70, the threshold that yente, its server, has by default.

    Of a pool with more than ``EXHAUSTIVE`` entities it is given those that bear one of the ``NEAREST``
    names by WRatio or token_set, as it is not made to look through a list alone.
    """

    title = "logic-v2"
    threshold = 70.0

    def __call__(self, pool: Pool, cases: Sequence[Case], least: float) -> list[Answer]:
        """The entities that score so much or more."""
        near = nearest(pool, cases, NEAREST) if len(pool.entities) > EXHAUSTIVE else None
        parts = [range(start, len(cases), PROCESSES) for start in range(PROCESSES)]
        questions = [
            {
                "entities": [
                    {"kind": entity.kind, "names": [name.text for name in entity.names]}
                    for entity in pool.entities
                ],
                "cases": [
                    {
                        "query": cases[number].query,
                        "kind": cases[number].kind,
                        "hides": cases[number].hides,
                        "robbed": pool.robbed(cases[number]),
                        "among": near[number] if near else None,
                    }
                    for number in part
                ],
                "least": least,
            }
            for part in parts
        ]
        answers: list[Answer] = [{} for _ in cases]
        for part, found in zip(parts, run_all("peer_logic_v2.py", questions), strict=True):
            for number, rows in zip(part, found, strict=True):
                answers[number] = dict(rows)
        return answers
