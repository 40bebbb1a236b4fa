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
    """What an engine did on some cases, from the scores of the parties it alerted on."""

    cases: Sequence[Case]
    scores: Sequence[dict[int, float]]

    @classmethod
    def of(cls, pool: Pool, cases: Sequence[Case], answers: Iterable[Answer]) -> Counted:
        """The counts of answers to cases of one pool."""
        return cls(cases, [pool.scores(case, answer) for case, answer in zip(cases, answers, strict=True)])

    def __add__(self, other: Counted) -> Counted:
        """The counts of both, as where the cases of one task are asked of several pools."""
        return Counted((*self.cases, *other.cases), (*self.scores, *other.scores))

    def _rows(self) -> Iterator[tuple[Case, dict[int, float]]]:
        return zip(self.cases, self.scores, strict=True)

    def _share(self, count: int) -> float:
        return 100 * count / max(len(self.cases), 1)

    def found(self, least: float = 0.0) -> float:
        """Share of cases with a right party among the alerts, in per cent."""
        return self._share(
            sum(any(scores.get(party, -1) >= least for party in case.right) for case, scores in self._rows())
        )

    def first(self) -> float:
        """Share of cases in which no wrong party scores higher than a right one, in per cent."""
        return self._share(
            sum(
                max((scores.get(party, 0.0) for party in case.right), default=0.0)
                >= max((scores[party] for party in _wrong(case, scores)), default=0.01)
                for case, scores in self._rows()
            )
        )

    def wrong(self, least: float = 0.0) -> float:
        """Wrong parties among the alerts, per case."""
        count = sum(scores[party] >= least for case, scores in self._rows() for party in _wrong(case, scores))
        return count / max(len(self.cases), 1)

    def alerting(self) -> float:
        """Share of cases that alert at all on a wrong party, in per cent."""
        return self._share(sum(bool(_wrong(case, scores)) for case, scores in self._rows()))

    def above(self, least: float) -> Counted:
        """The same with a higher threshold."""
        kept = [{party: s for party, s in scores.items() if s >= least} for scores in self.scores]
        return replace(self, scores=kept)

    def only(self, groups: Collection[str]) -> Counted:
        """The cases of some groups alone."""
        rows = [(case, scores) for case, scores in self._rows() if case.group in groups]
        return Counted([case for case, _ in rows], [scores for _, scores in rows])

    def found_at(self, wrong: float) -> tuple[float, bool]:
        """The share found at the lowest threshold with no more wrong parties per case than given.

        The second value says that fewer were wrong even at the lowest score asked for, so that the
        share is a lower bound.
        """
        by_score = sorted(
            (scores[party] for case, scores in self._rows() for party in _wrong(case, scores)), reverse=True
        )
        allowed = int(wrong * len(self.cases) + 1e-9)
        if len(by_score) <= allowed:
            return self.found(), True
        return self.found(by_score[allowed] + 1e-6), False


def _wrong(case: Case, scores: dict[int, float]) -> list[int]:
    return [party for party in scores if party not in case.right and party not in case.beside]
