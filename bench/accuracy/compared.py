"""All engines on the same cases: this package on all, the peers on a sample of them."""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from .cases import Case, Counted, Pool, is_wrong
from .engines import FLOOR, TOKEN_SET, WRATIO, Engine, ours, ours_to_floor
from .peers import LogicV2, python
from .table import NONE, PEERS, Row

Measure = Callable[[Counted], float]
MEASURES: dict[str, tuple[Measure, str]] = {
    "found": (lambda counted: counted.found(), "{:.2f} %"),
    "first (ties count)": (lambda counted: counted.first(), "{:.2f} %"),
    "wrong parties per case": (lambda counted: counted.wrong(), "{:.3f}"),
    "alert": (lambda counted: counted.alerting(), "{:.2f} %"),
    "hits per name": (lambda counted: counted.wrong(), "{:.3f}"),
}
"""What is counted, and how the figure is printed."""
AT_RATE = "our share found at the peer's wrong parties per case"


def _printed(measure: Measure, form: str) -> Callable[[Counted], str]:
    return lambda counted: form.format(measure(counted))


@dataclass(frozen=True)
class Scale:
    """How much is measured.

    Args:
        quick: whether small samples are enough.
        peers: whether peers are asked at all.
        misses: a file to which this package's misses and wrong alerts are added, a line each.
    """

    quick: bool
    peers: bool = True
    misses: Path | None = None

    def pick(self, quick: int, whole: int) -> int:
        """A number of cases."""
        return quick if self.quick else whole

    def engines(self) -> list[Engine]:
        """The peers that can be asked."""
        if not self.peers:
            return []
        return [WRATIO, TOKEN_SET, *([LogicV2()] if python() else [])]

    def note(self, pool: Pool, counted: Counted) -> None:
        """Write down what this package missed, and on whom it alerted wrongly."""
        if not self.misses:
            return
        with self.misses.open("a", encoding="utf-8") as file:
            for case, scores in zip(counted.cases, counted.scores, strict=True):
                missed = bool(case.right) and not case.right & scores.keys()
                wrong = {pool.title(party): score for party, score in scores.items() if is_wrong(case, party)}
                if missed or wrong:
                    row = {"pool": pool.name, "group": case.group, "query": case.query, "missed": missed}
                    row |= {"right": [pool.title(party) for party in case.right], "wrong": wrong}
                    file.write(json.dumps(row, ensure_ascii=False) + "\n")


@dataclass(frozen=True)
class Compared:
    """The counts of every engine.

    Args:
        ours: this package, on all cases.
        there: this package on the peers' cases alone.
        peers: each peer that was asked, by its title.
    """

    ours: Counted
    there: Counted
    peers: dict[str, Counted]

    @classmethod
    def of(
        cls, pool: Pool, cases: Sequence[Case], sample: int, scale: Scale, *, ranked: bool = False
    ) -> Compared:
        """Ask all engines; the peers' cases are the first ones, so cases come in random order.

        ``ranked`` asks everyone down to ``FLOOR`` for all cases, where ranks or other thresholds matter.
        """
        engines = scale.engines()
        asked = cases[: sample if engines else 0]
        own = Counted.of(pool, cases, ours(pool, cases), ours_to_floor(pool, cases) if ranked else None)
        scale.note(pool, own)
        there = own.chosen(range(len(asked)))
        if asked and not ranked:
            there = replace(there, low=Counted.of(pool, asked, ours_to_floor(pool, asked)).scores)
        peers = {peer.title: _asked(peer, pool, asked, ranked=ranked) for peer in engines if asked}
        return cls(own, there, peers)

    def only(self, groups: Collection[str]) -> Compared:
        """The cases of some groups alone."""
        peers = {title: counted.only(groups) for title, counted in self.peers.items()}
        return Compared(self.ours.only(groups), self.there.only(groups), peers)

    def row(self, task: str, title: str, figure: Callable[[Counted], str]) -> Row:
        """One figure of every engine."""
        sampled = len(self.there.cases)
        return Row(
            task,
            title,
            len(self.ours.cases),
            figure(self.ours),
            sampled,
            figure(self.there) if sampled else NONE,
            self._of_peers(figure),
        )

    def rows(self, task: str, measures: Sequence[str], prefix: str = "") -> Iterator[Row]:
        """A row per measure; after ``found`` and ``wrong``, this package's share at each peer's rate."""
        for title in measures:
            yield self.row(task, prefix + title, _printed(*MEASURES[title]))
        sampled = len(self.there.cases)
        if sampled and {"found", "wrong parties per case"} <= set(measures):
            yield Row(task, prefix + AT_RATE, sampled, NONE, sampled, NONE, self._of_peers(self._at_rate))

    def _of_peers(self, figure: Callable[[Counted], str]) -> tuple[str, ...]:
        peers = self.peers if self.there.cases else {}
        return tuple(figure(peers[peer]) if peer in peers else NONE for peer in PEERS)

    def _at_rate(self, peer: Counted) -> str:
        share, bound = self.there.found_at(peer.wrong())
        return f"{'>= ' if bound else ''}{share:.2f} %"


def _asked(peer: Engine, pool: Pool, cases: Sequence[Case], *, ranked: bool) -> Counted:
    if not ranked:
        return Counted.of(pool, cases, peer(pool, cases, peer.threshold))
    return Counted.of(pool, cases, peer(pool, cases, FLOOR)).above(peer.threshold)
