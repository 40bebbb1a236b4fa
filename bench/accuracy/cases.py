"""A case: a name asked, and which listed parties it is. How answers to cases are counted."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from sanctionscreen.model import Entity, EntityKind

from .folding import fold

Answer = dict[int, float]
"""The entities of a pool that an engine alerts on, by place, with the score of each, 0 to 100."""


@dataclass(frozen=True)
class Case:
    """A name asked.

    Args:
        query: the name.
        kind: what bears it; told to the peer that needs it, never to this package.
        right: the parties it is, by number in the pool; none where nobody listed is meant.
        group: the class that the case belongs to.
        beside: further parties that a reviewer would not call wrong.
        within: the list whose alerts count; every list where empty.
        hides: a name, folded, that is taken from the right parties before the question is asked.
    """

    query: str
    kind: EntityKind = "unknown"
    right: frozenset[int] = frozenset()
    group: str = ""
    beside: frozenset[int] = frozenset()
    within: str = ""
    hides: str = ""


@dataclass(frozen=True, eq=False)
class Pool:
    """Who is listed.

    Args:
        name: what the pool is called in the table.
        entities: the listed entities.
        parties: the party that each entity is, by number: one party can be on several lists.
    """

    name: str
    entities: Sequence[Entity]
    parties: Sequence[int]

    @classmethod
    def of(cls, name: str, entities: Sequence[Entity]) -> Pool:
        """A pool in which every entity is a party of its own."""
        return cls(name, entities, range(len(entities)))

    @cached_property
    def places(self) -> dict[tuple[str, str], int]:
        """The place of each entity by its list and id."""
        return {(entity.list, entity.id): place for place, entity in enumerate(self.entities)}

    @cached_property
    def members(self) -> dict[int, list[int]]:
        """The places of the entities that are one party, by the party."""
        found: dict[int, list[int]] = {}
        for place, party in enumerate(self.parties):
            found.setdefault(party, []).append(place)
        return found

    def without(self, cases: Iterable[Case]) -> Pool:
        """The pool after the names that cases hide were taken from their parties."""
        entities = list(self.entities)
        for case in cases:
            for place in self.robbed(case):
                names = tuple(name for name in entities[place].names if fold(name.text) != case.hides)
                entities[place] = entities[place].model_copy(update={"names": names})
        kept = [place for place, entity in enumerate(entities) if entity.names]
        return Pool(self.name, [entities[p] for p in kept], [self.parties[p] for p in kept])

    def title(self, party: int) -> str:
        """The first name of a party."""
        return self.entities[self.members[party][0]].name

    def robbed(self, case: Case) -> list[int]:
        """The places of the entities from which a case takes a name."""
        return [place for party in case.right for place in self.members[party]] if case.hides else []

    def scores(self, case: Case, answer: Answer) -> dict[int, float]:
        """The best score of each party that an answer alerts on, as far as the case counts it."""
        best: dict[int, float] = {}
        for place, score in answer.items():
            if case.within and self.entities[place].list != case.within:
                continue
            party = self.parties[place]
            best[party] = max(score, best.get(party, 0.0))
        return best


@dataclass(frozen=True)
class Counted:
    """What an engine did on some cases, from the scores of parties.

    Args:
        cases: what was asked.
        scores: for each case the parties that the engine alerts on.
        low: for each case also those that score too little to alert, as far down as the engine was asked.
    """

    cases: Sequence[Case]
    scores: Sequence[dict[int, float]]
    low: Sequence[dict[int, float]]

    @classmethod
    def of(
        cls, pool: Pool, cases: Sequence[Case], alerts: Sequence[Answer], low: Sequence[Answer] | None = None
    ) -> Counted:
        """The counts of answers to cases of one pool."""
        scores, lower = (
            [pool.scores(case, answer) for case, answer in zip(cases, answers, strict=True)]
            for answers in (alerts, alerts if low is None else low)
        )
        return cls(cases, scores, lower)

    def chosen(self, places: Sequence[int]) -> Counted:
        """The cases at some places alone."""
        return Counted(
            [self.cases[place] for place in places],
            [self.scores[place] for place in places],
            [self.low[place] for place in places],
        )

    def only(self, groups: Collection[str]) -> Counted:
        """The cases of some groups alone."""
        return self.chosen([place for place, case in enumerate(self.cases) if case.group in groups])

    def above(self, least: float) -> Counted:
        """What the engine would have done at another threshold."""
        kept = [{party: s for party, s in scores.items() if s >= least} for scores in self.low]
        return replace(self, scores=kept)

    def found(self) -> float:
        """Share of cases with a right party among the alerts, in per cent."""
        return self._share(not case.right.isdisjoint(scores) for case, scores in self._rows(self.scores))

    def first(self) -> float:
        """Share of cases in which no wrong party scores higher than a right one, whatever the threshold."""
        return self._share(
            not case.right.isdisjoint(scores)
            and max(scores.get(party, 0.0) for party in case.right)
            >= max((scores[party] for party in scores if is_wrong(case, party)), default=0.0)
            for case, scores in self._rows(self.low)
        )

    def wrong(self) -> float:
        """Wrong parties among the alerts, per case."""
        count = sum(is_wrong(case, party) for case, scores in self._rows(self.scores) for party in scores)
        return count / max(len(self.cases), 1)

    def alerting(self) -> float:
        """Share of cases that alert on a wrong party, in per cent."""
        rows = self._rows(self.scores)
        return self._share(any(is_wrong(case, party) for party in scores) for case, scores in rows)

    def found_at(self, wrong: float) -> tuple[float, bool]:
        """The share found at the lowest threshold with no more wrong parties per case than given.

        The second value says that fewer were wrong even at the lowest score asked for, so that the
        share is a lower bound.
        """
        rows = self._rows(self.low)
        falling = sorted((s for c, scores in rows for p, s in scores.items() if is_wrong(c, p)), reverse=True)
        allowed = int(wrong * len(self.cases) + 1e-9)
        if len(falling) <= allowed:
            return self.above(0.0).found(), True
        return self.above(falling[allowed] + 1e-6).found(), False

    def _rows(self, scores: Sequence[dict[int, float]]) -> Iterator[tuple[Case, dict[int, float]]]:
        return zip(self.cases, scores, strict=True)

    def _share(self, met: Iterable[bool]) -> float:
        return 100 * sum(met) / max(len(self.cases), 1)


def is_wrong(case: Case, party: int) -> bool:
    """Whether an alert on a party is a false one."""
    return party not in case.right and party not in case.beside
