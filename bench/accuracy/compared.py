"""All engines on the same cases: this package on all, the peers on a sample of them."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass

from .cases import Case, Counted, Pool
from .engines import TOKEN_SET, WRATIO, Engine, ours, ours_to_floor
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
    """How much is measured: whether it is the quick run, and whether peers are asked at all."""

    quick: bool
    peers: bool = True

    def pick(self, quick: int, whole: int) -> int:
        """A number of cases."""
        return quick if self.quick else whole

    def engines(self) -> list[Engine]:
        """The peers that can be asked."""
        if not self.peers:
            return []
        return [WRATIO, TOKEN_SET, *([LogicV2()] if python() else [])]


@dataclass(frozen=True)
class Compared:
    """The counts of every engine.

    Args:
        ours: this package, on all cases.
        there: this package on the peers' cases alone.
        low: the same with the threshold at ``FLOOR``.
        peers: each peer that was asked, by its title.
    """

    ours: Counted
    there: Counted
    low: Counted
    peers: dict[str, Counted]

    @classmethod
    def of(cls, pool: Pool, cases: Sequence[Case], sample: int, scale: Scale) -> Compared:
        """Ask all engines; the peers' cases are the first ones, so cases come in random order."""
        own = Counted.of(pool, cases, ours(pool, cases))
        engines = scale.engines()
        asked = cases[: sample if engines else 0]
        there = Counted(asked, own.scores[: len(asked)])
        low = Counted.of(pool, asked, ours_to_floor(pool, asked)) if asked else there
        peers = {peer.title: Counted.of(pool, asked, peer(pool, asked)) for peer in engines if asked}
        return cls(own, there, low, peers)

    def only(self, groups: Collection[str]) -> Compared:
        """The cases of some groups alone."""
        peers = {title: counted.only(groups) for title, counted in self.peers.items()}
        return Compared(self.ours.only(groups), self.there.only(groups), self.low.only(groups), peers)

    def rows(self, task: str, measures: Sequence[str], prefix: str = "") -> Iterator[Row]:
        """A row per measure; after ``found`` and ``wrong``, this package's share at each peer's rate."""
        sampled = len(self.there.cases)
        for title in measures:
            measure, form = MEASURES[title]
            yield Row(
                task,
                prefix + title,
                len(self.ours.cases),
                form.format(measure(self.ours)),
                sampled,
                form.format(measure(self.there)) if sampled else NONE,
                self._of_peers(_printed(measure, form)),
            )
        if sampled and {"found", "wrong parties per case"} <= set(measures):
            yield Row(task, prefix + AT_RATE, sampled, NONE, sampled, NONE, self._of_peers(self._at_rate))

    def _of_peers(self, figure: Callable[[Counted], str]) -> tuple[str, ...]:
        peers = self.peers if self.there.cases else {}
        return tuple(figure(peers[peer]) if peer in peers else NONE for peer in PEERS)

    def _at_rate(self, peer: Counted) -> str:
        share, bound = self.low.found_at(peer.wrong())
        return f"{'>= ' if bound else ''}{share:.2f} %"
