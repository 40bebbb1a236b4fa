"""Many parties: the same answers in the same order whatever does the work, and nothing left behind."""

from __future__ import annotations

import itertools
import multiprocessing
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

import sanctionscreen as ss
from sanctionscreen.screening import many

UN = next((Path(__file__).parents[1] / "sources" / "fixtures" / "un_sc" / "layout_2026").glob("*.xml"))
METHODS = multiprocessing.get_all_start_methods()
PARTIES = [
    "World Jetta HK Logistics",
    ss.Party(name="Sinno Electronic", kind="organization", country="Hong Kong", reference="order 1"),
    "",
    "Acme Bakery",
    ss.Party(name="Sinno Electronic", kind="organization", country="Hong Kong", reference="order 2"),
    ss.Party(name="Nicolas Maduro Moros", kind="person", date_of_birth="long ago"),
    "\ud800",
    *(f"Acme Bakery {number}" for number in range(60)),
    "World Jetta HK Logistics",
]


def house(*names: str, **fields: object) -> ss.Entity:
    listed = [ss.Name(text=name) for name in names]
    return ss.Entity.model_validate({"list": "house", "id": names[0], "names": listed, **fields})


SCREENER = ss.Screener.from_entities(
    [
        house("SINNO ELECTRONICS CO., LIMITED", kind="organization"),
        house("World Jetta (H.K.) Logistics Limited"),
        house("MADURO MOROS, Nicolas", kind="person"),
    ]
)


@pytest.fixture(params=METHODS)
def start_method(request: pytest.FixtureRequest) -> Iterator[str]:
    before = multiprocessing.get_start_method(allow_none=True)
    multiprocessing.set_start_method(request.param, force=True)
    yield request.param
    multiprocessing.set_start_method(before, force=True)


@pytest.fixture(scope="module")
def stored(tmp_path_factory: pytest.TempPathFactory) -> ss.Screener:
    store = ss.Store(tmp_path_factory.mktemp("store"))
    store.add("un_sc", UN, accept_partial=True)
    return ss.Screener.open(store, lists=["un_sc", "eu_fsf"])


def one_by_one(screener: ss.Screener) -> list[str]:
    return [screener.screen(party).model_dump_json() for party in PARTIES]


def test_one_process_answers_as_single_calls_do() -> None:
    assert [answer.model_dump_json() for answer in SCREENER.screen_many(PARTIES)] == one_by_one(SCREENER)
    assert [a.model_dump_json() for a in SCREENER.screen_many(PARTIES, workers=1)] == one_by_one(SCREENER)


def test_two_processes_answer_as_single_calls_do(start_method: str, stored: ss.Screener) -> None:
    for screener in (SCREENER, stored):
        answers = [answer.model_dump_json() for answer in screener.screen_many(PARTIES, workers=2)]
        assert answers == one_by_one(screener)
    assert not multiprocessing.active_children()


@pytest.mark.parametrize("workers", [1, 2])
def test_a_party_that_is_asked_again_is_answered_from_memory(workers: int) -> None:
    names = ["Sinno Electronics", *(f"Acme {number}" for number in range(200)), "Sinno Electronics"]
    answers = list(SCREENER.screen_many((ss.Party(name=n, reference=n) for n in names), workers))
    assert answers[0].hits[0] is answers[-1].hits[0]
    assert [answer.party.reference for answer in answers] == names


@pytest.mark.parametrize("workers", [1, 2])
def test_what_is_kept_is_bounded(workers: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(many, "REMEMBERED", 3)
    names = ["Sinno Electronics", *(f"Acme {number}" for number in range(200)), "Sinno Electronics"]
    answers = list(SCREENER.screen_many(names, workers))
    assert answers[0].hits == answers[-1].hits
    assert answers[0].hits[0] is not answers[-1].hits[0]


@pytest.mark.parametrize(("workers", "ahead"), [(1, 1), (2, 2 * many.SLICE * many.SLICES_AHEAD)])
def test_an_endless_stream_is_answered(workers: int, ahead: int) -> None:
    taken = 0

    def endless() -> Iterator[str]:
        nonlocal taken
        for taken in itertools.count(1):
            yield f"Acme Bakery {taken}"

    answers = SCREENER.screen_many(endless(), workers)
    assert next(answers).party.name == "Acme Bakery 1"
    assert taken <= ahead
    answers.close()  # type: ignore[attr-defined]
    assert not multiprocessing.active_children()


@pytest.mark.parametrize("workers", [1, 2])
@pytest.mark.parametrize("place", [0, 5, 150])
def test_a_party_that_cannot_be_asked_ends_it_in_its_place(workers: int, place: int) -> None:
    parties: list[str | ss.Party] = [f"Acme {number}" for number in range(200)]
    parties[place] = ss.Party(name="x", country="Atlantis")
    answers = SCREENER.screen_many(parties, workers)
    for number in range(place):
        assert next(answers).party.name == f"Acme {number}"
    with pytest.raises(ss.UsageError, match="unknown country 'Atlantis'"):
        next(answers)


@pytest.mark.parametrize("workers", [1, 2])
def test_what_the_callers_iterable_raises_comes_after_the_answers_before_it(workers: int) -> None:
    def broken() -> Iterator[str]:
        yield from ("Acme 1", "Acme 2")
        raise OSError("the disk is gone")

    answers = SCREENER.screen_many(broken(), workers)
    assert [next(answers).party.name, next(answers).party.name] == ["Acme 1", "Acme 2"]
    with pytest.raises(OSError, match="the disk is gone"):
        next(answers)


@pytest.mark.parametrize("wrong", [None, 7, b"Acme"])
def test_what_is_no_party_is_said(wrong: object) -> None:
    with pytest.raises(ss.UsageError, match="a party is a name or a Party"):
        list(SCREENER.screen_many([wrong], workers=2))  # type: ignore[list-item]


def test_fewer_than_one_worker_is_said_at_once() -> None:
    with pytest.raises(ss.UsageError, match="there cannot be 0 workers"):
        SCREENER.screen_many([], workers=0)


def test_a_worker_that_is_killed_is_an_error_and_no_hang(start_method: str) -> None:
    answers = SCREENER.screen_many((f"Acme {number}" for number in itertools.count()), workers=2)
    next(answers)
    os.kill(multiprocessing.active_children()[0].pid or 0, signal.SIGKILL)
    with pytest.raises(ss.SanctionscreenError, match=r"ended before it answered.*fewer workers"):
        for _ in answers:
            pass
    assert not multiprocessing.active_children()


SCRIPT = """
import itertools, sanctionscreen as ss
if __name__ == "__main__":
    import multiprocessing
    multiprocessing.set_start_method({method!r})
    names = (f"Acme {{number}}" for number in itertools.count())
    for number, _ in enumerate(ss.Screener.open(lists=["un_sc"]).screen_many(names, workers=2)):
        if number == 100:
            print(*(child.pid for child in multiprocessing.active_children()), flush=True)
"""


@pytest.mark.parametrize("sent", [signal.SIGINT, signal.SIGKILL], ids=["interrupted", "killed"])
@pytest.mark.parametrize("method", METHODS)
def test_no_process_outlives_its_parent(tmp_path: Path, method: str, sent: signal.Signals) -> None:
    script = tmp_path / "script.py"
    script.write_text(SCRIPT.format(method=method), "utf-8")
    environment = {**os.environ, "SANCTIONSCREEN_HOME": str(tmp_path)}
    process = subprocess.Popen(
        [sys.executable, str(script)],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=environment, start_new_session=True,
    )  # fmt: skip
    assert process.stdout
    workers = [int(pid) for pid in process.stdout.readline().split()]
    assert len(workers) == 2
    if sent == signal.SIGINT:
        os.killpg(process.pid, sent)  # as a terminal does, the whole group
    else:
        process.kill()
    _, said = process.communicate(timeout=60)
    assert process.returncode == -sent
    assert said.count("Traceback") == (1 if sent == signal.SIGINT else 0), said
    wait_until_gone(workers)


def wait_until_gone(pids: list[int]) -> None:
    patience = time.monotonic() + 30
    while alive := [pid for pid in pids if is_alive(pid)]:
        assert time.monotonic() < patience, f"{alive} live on"
        time.sleep(0.05)


def is_alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    status = Path(f"/proc/{pid}/stat")  # an orphan that has ended and that nobody has asked for is not alive
    return not (status.exists() and status.read_text().rpartition(")")[2].split()[0] == "Z")
