"""Who answers: this package, plain rapidfuzz with two scorers, and nomenklatura's logic-v2.

Every engine gets a pool and cases, and gives for each case the entities it alerts on with their scores.
rapidfuzz compares lower-case text without accents and punctuation, as a careful user of it would. logic-v2
is told what kind of party is asked for; this package and rapidfuzz are not.
"""

from __future__ import annotations

import multiprocessing
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import lru_cache
from typing import Any, Protocol

import numpy as np
from rapidfuzz import fuzz, process

import sanctionscreen as ss

from .cases import Answer, Case, Pool
from .folding import fold

PROCESSES = 2
FLOOR = 45.0
"""The lowest score that is asked for where ranks or other thresholds than the default are looked at."""
BATCH = 40
"""Queries that rapidfuzz holds against a whole pool at a time."""
Matrix = np.ndarray[Any, Any]

_asking: list[tuple[Pool, Sequence[Case], ss.Screener | ss.Settings]] = []


class Engine(Protocol):
    """A peer, with the threshold at which it is measured."""

    title: str
    threshold: float

    def __call__(self, pool: Pool, cases: Sequence[Case], least: float, /) -> list[Answer]:
        """The entities that score so much or more, for each case."""


def ours(pool: Pool, cases: Sequence[Case], settings: ss.Settings | None = None) -> list[Answer]:
    """This package's alerts, at its default settings if none are given."""
    chosen = settings or ss.Settings(max_hits=1000)
    if any(case.hides for case in cases):
        return _ours_in_folds(pool, cases, chosen)
    asked = _screener(pool)
    asked.settings = chosen
    _asking[:] = [(pool, cases, asked)]
    with _workers() as workers:
        return list(workers.map(_alerts, range(len(cases)), chunksize=25))


def ours_to_floor(pool: Pool, cases: Sequence[Case]) -> list[Answer]:
    """This package's alerts with the threshold at ``FLOOR``."""
    return ours(pool, cases, ss.Settings(threshold=FLOOR, max_hits=1000))


def _ours_in_folds(pool: Pool, cases: Sequence[Case], settings: ss.Settings) -> list[Answer]:
    """The cases in folds that hide one name a party, each fold with an index of its own."""
    folds: list[list[int]] = []
    used: list[set[int]] = []
    for number, case in enumerate(cases):
        fold_at = next((at for at, parties in enumerate(used) if not parties & case.right), len(folds))
        if fold_at == len(folds):
            folds.append([])
            used.append(set())
        folds[fold_at].append(number)
        used[fold_at] |= case.right
    _asking[:] = [(pool, cases, settings)]
    answers: dict[int, Answer] = {}
    with _workers() as workers:
        for numbers, found in zip(folds, workers.map(_alerts_of_fold, folds), strict=True):
            answers.update(zip(numbers, found, strict=True))
    return [answers[number] for number in range(len(cases))]


def _workers() -> ProcessPoolExecutor:
    """Processes that share what this one holds in memory, such as an index."""
    return ProcessPoolExecutor(PROCESSES, mp_context=multiprocessing.get_context("fork"))


@lru_cache(maxsize=2)
def _screener(pool: Pool) -> ss.Screener:
    return ss.Screener.from_entities(pool.entities)


def _alerts(number: int) -> Answer:
    pool, cases, asked = _asking[0]
    assert isinstance(asked, ss.Screener)
    return _alerts_of(pool, cases[number], asked)


def _alerts_of_fold(numbers: list[int]) -> list[Answer]:
    pool, cases, settings = _asking[0]
    assert isinstance(settings, ss.Settings)
    asked = ss.Screener.from_entities(pool.without(cases[n] for n in numbers).entities, settings)
    return [_alerts_of(pool, cases[n], asked) for n in numbers]


def _alerts_of(pool: Pool, case: Case, asked: ss.Screener) -> Answer:
    hits = asked.screen(case.query).hits
    return {pool.places[hit.entity.list, hit.entity.id]: hit.score for hit in hits if hit.alert}


class Rapidfuzz:
    """One scorer of rapidfuzz at one threshold.

    Args:
        title: what it is called in the table.
        scorer: the function of ``rapidfuzz.fuzz``.
        threshold: the least score that alerts.
    """

    def __init__(self, title: str, scorer: Callable[..., float], threshold: float = 85.0) -> None:
        self.title = title
        self.scorer = scorer
        self.threshold = threshold

    def __call__(self, pool: Pool, cases: Sequence[Case], least: float) -> list[Answer]:
        """The entities with a name that scores so much or more, each by its best name."""
        names, owners = _folded_names(pool)
        answers = []
        for case, row in zip(cases, _scores(names, cases, self.scorer, least), strict=True):
            robbed = set(pool.robbed(case))
            best: Answer = {}
            for column in np.flatnonzero(row >= least):
                owner = owners[column]
                if owner not in robbed or names[column] != case.hides:
                    best[owner] = max(float(row[column]), best.get(owner, 0.0))
            answers.append(best)
        return answers


WRATIO = Rapidfuzz("WRatio", fuzz.WRatio)
TOKEN_SET = Rapidfuzz("token_set", fuzz.token_set_ratio)


def nearest(pool: Pool, cases: Sequence[Case], count: int) -> list[list[int]]:
    """For each case the entities that either scorer of rapidfuzz puts among the nearest."""
    names, owners = _folded_names(pool)
    found: list[set[int]] = [set() for _ in cases]
    for scorer in (fuzz.WRatio, fuzz.token_set_ratio):
        for near, row in zip(found, _scores(names, cases, scorer, 40.0), strict=True):
            best = np.argpartition(-row, min(count, len(row) - 1))[:count]
            near.update(owners[column] for column in best if row[column])
    return [sorted(near) for near in found]


@lru_cache(maxsize=2)
def _folded_names(pool: Pool) -> tuple[list[str], list[int]]:
    """Every listed name, folded, and the place of the entity that bears it."""
    rows = [(fold(name.text), place) for place, entity in enumerate(pool.entities) for name in entity.names]
    rows = [row for row in dict.fromkeys(rows) if row[0]]
    return [name for name, _ in rows], [place for _, place in rows]


def _scores(
    names: list[str], cases: Sequence[Case], scorer: Callable[..., float], cutoff: float
) -> Iterator[Matrix]:
    """For each case its scores against all names."""
    queries = [fold(case.query) for case in cases]
    for start in range(0, len(queries), BATCH):
        batch = queries[start : start + BATCH]
        yield from process.cdist(
            batch, names, scorer=scorer, score_cutoff=cutoff, dtype=np.float32, workers=PROCESSES
        )
