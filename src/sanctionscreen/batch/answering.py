"""Answers as they come, of parties or of shipments: counted, and kept so that a stopped run goes on."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any, Protocol, TypeVar

from sanctionscreen.screening import Screener
from sanctionscreen.version import version

from .journal import Journal


class Counts(Protocol):
    """What a run's answers add up to; ``before`` is how many of them an earlier run had given."""

    before: int

    def add(self, answer: Any, /) -> None:
        """Count an answer."""


Answer = TypeVar("Answer")
Tally = TypeVar("Tally", bound=Counts)


def terms_of(screener: Screener) -> dict[str, Any]:
    """What of a screener must be the same when a run is taken up again."""
    return {
        "library": version(),
        "settings": screener.settings.model_dump(),
        "lists": {snapshot.list: snapshot.version for snapshot in screener.lists},
        "skipped lists": [skipped.what for skipped in screener.skipped],
    }


def counted(answers: Iterable[Answer], tally: Tally, told: Callable[[Tally], None]) -> Iterator[Answer]:
    """Answers as they come, each counted, and the tally told of after each."""
    for answer in answers:
        tally.add(answer)
        told(tally)
        yield answer


def take_up(
    journal: Journal[Answer],
    answers: Callable[[int], Iterable[Answer]],
    tally: Tally,
    told: Callable[[Tally], None],
) -> None:
    """Count what an earlier run answered, and answer, keep and count the rest.

    Args:
        journal: where answers are kept.
        answers: gives the answers without so many of the first.
        tally: counts them.
        told: is called after each answer, and once before the first, which tells what was answered before.
    """
    for answer in journal.answers():
        tally.add(answer)
    tally.before = journal.answered
    told(tally)
    for answer in answers(journal.answered):
        journal.add(answer)
        tally.add(answer)
        told(tally)
