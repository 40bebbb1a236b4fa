"""Many parties: answered in order, a few ahead, in this process or in several.

Trade data names the same parties over and over, so an answer is kept for a while and given again to
an equal question.
"""

from __future__ import annotations

import os
import signal
import threading
from collections import OrderedDict, deque
from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import contextmanager
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from sanctionscreen.errors import SanctionscreenError
from sanctionscreen.model import Party, Settings

from .found import Found, find
from .lists import Lists

if TYPE_CHECKING:
    from concurrent.futures import Future, ProcessPoolExecutor

SLICE = 16
"""Parties sent to a process at once: enough that sending costs little beside the milliseconds of each."""
SLICES_AHEAD = 4
"""Slices begun per process, so that none waits while the caller is busy with an answer."""
REMEMBERED = 20_000
"""Answers and hits kept to be given again, together; a hit holds some kilobytes."""

Today = Callable[[], date | None]


class Dated(NamedTuple):
    """What was found of a party, and the day that it was looked for."""

    found: Found
    day: date | None


def find_many(
    parties: Iterable[Party], lists: Lists, settings: Settings, today: Today, workers: int
) -> Generator[Dated, None, None]:
    """What is found of each party, in order; memory does not grow with their number.

    Args:
        parties: the parties; with several processes up to ``SLICE * SLICES_AHEAD`` of them per process are
            taken before the first is answered.
        lists: what is looked at.
        settings: threshold and the like.
        today: tells the day that an answer is for.
        workers: how many processes do the work; with 1 it is this one.

    Raises:
        UsageError: a party's country does not exist.
        SanctionscreenError: a process ended before it answered.
    """
    if workers > 1:
        yield from _find_in_processes(parties, lists, settings, today, workers)
        return
    known = _Remembered()
    for party in parties:
        day = today()
        question = _question(party, day)
        found = known.get(question) or find(party, lists, settings, day)
        known.keep(question, found)
        yield Dated(_for(party, found), day)


class _Remembered:
    """The answers given last, as many as ``REMEMBERED`` allows."""

    def __init__(self) -> None:
        self._found: OrderedDict[str, Found] = OrderedDict()
        self._size = 0

    def get(self, question: str) -> Found | None:
        found = self._found.get(question)
        if found:
            self._found.move_to_end(question)
        return found

    def keep(self, question: str, found: Found) -> None:
        if question in self._found:
            return
        self._found[question] = found
        self._size += 1 + len(found.hits)
        while self._size > REMEMBERED:
            self._size -= 1 + len(self._found.popitem(last=False)[1].hits)


def _question(party: Party, day: date | None) -> str:
    """What is asked: two parties with the same text here have the same answer."""
    return repr((day, {name: value for name, value in party if name != "reference"}))


def _for(party: Party, found: Found) -> Found:
    """An answer as that of this party, whose reference is its own."""
    if found.party.reference == party.reference:
        return found
    return found._replace(party=found.party.model_copy(update={"reference": party.reference}))


class _Promise(NamedTuple):
    """An answer that a process is working out."""

    answers: Future[list[Found | Exception]]
    place: int

    def kept(self) -> Found:
        found = self.answers.result()[self.place]
        if isinstance(found, Exception):
            raise found
        return found


class _Asked(NamedTuple):
    """A party whose answer is known or on its way."""

    party: Party
    day: date | None
    question: str
    answer: Found | _Promise


def _find_in_processes(
    parties: Iterable[Party], lists: Lists, settings: Settings, today: Today, workers: int
) -> Iterator[Dated]:
    known = _Remembered()
    promised: dict[str, _Promise] = {}
    waiting: deque[list[_Asked]] = deque()
    source = iter(parties)
    trouble: Exception | None = None
    ended = False
    with _processes(lists, settings, workers) as pool:
        while waiting or not ended:
            while not ended and len(waiting) < workers * SLICES_AHEAD:
                taken, trouble = _take(source)
                waiting.append(_ask(taken, today(), known, promised, pool))
                ended = trouble is not None or len(taken) < SLICE
            for party, day, question, answer in waiting.popleft():
                found = answer.kept() if isinstance(answer, _Promise) else answer
                known.keep(question, found)
                promised.pop(question, None)
                yield Dated(_for(party, found), day)
    if trouble is not None:
        raise trouble


def _take(source: Iterator[Party]) -> tuple[list[Party], Exception | None]:
    """The next parties. What goes wrong with the one after them is told once they are answered."""
    taken: list[Party] = []
    try:
        for party in source:
            taken.append(party)
            if len(taken) == SLICE:
                break
    except Exception as error:
        return taken, error
    return taken, None


def _ask(
    parties: list[Party],
    day: date | None,
    known: _Remembered,
    promised: dict[str, _Promise],
    pool: ProcessPoolExecutor,
) -> list[_Asked]:
    """Have a process answer those of some parties that no answer is known for or on its way."""
    questions = [_question(party, day) for party in parties]
    answers: list[Found | None] = [known.get(question) for question in questions]
    new = {
        question: party
        for party, question, answer in zip(parties, questions, answers, strict=True)
        if answer is None and question not in promised
    }
    if new:
        future = pool.submit(_answers, list(new.values()), day)
        promised |= {question: _Promise(future, place) for place, question in enumerate(new)}
    return [
        _Asked(party, day, question, answer or promised[question])
        for party, question, answer in zip(parties, questions, answers, strict=True)
    ]


@contextmanager
def _processes(lists: Lists, settings: Settings, workers: int) -> Iterator[ProcessPoolExecutor]:
    """Processes that answer; they are gone afterwards, however the block is left."""
    from concurrent.futures import ProcessPoolExecutor  # noqa: PLC0415  (not needed for one process)
    from concurrent.futures.process import BrokenProcessPool  # noqa: PLC0415

    pool = ProcessPoolExecutor(workers, initializer=_begin, initargs=(lists, settings))
    try:
        yield pool
    except BrokenProcessPool as error:
        raise SanctionscreenError(
            "a process that was screening ended before it answered",
            advice="The system ends processes when memory runs out: use fewer workers. Where the processes "
            "end at once, the script that starts them needs: if __name__ == '__main__':",
        ) from error
    finally:
        pool.shutdown(cancel_futures=True)


_LISTS: Lists
_SETTINGS: Settings


def _begin(lists: Lists, settings: Settings) -> None:
    """Make a new process ready. It leaves it to its parent to be interrupted, and ends with it."""
    global _LISTS, _SETTINGS
    _LISTS, _SETTINGS = lists, settings
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    """A process whose parent was killed would wait for questions for ever."""
    import multiprocessing  # noqa: PLC0415  (not needed for one process)

    if parent := multiprocessing.parent_process():
        parent.join()
    os._exit(1)


def _answers(parties: list[Party], day: date | None) -> list[Found | Exception]:
    """What is found of each party, or why it cannot be asked."""
    answers: list[Found | Exception] = []
    for party in parties:
        try:
            answers.append(find(party, _LISTS, _SETTINGS, day))
        except SanctionscreenError as error:
            answers.append(error)
    return answers
