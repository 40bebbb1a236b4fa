"""``sanctions-screening-benchmark`` from the package registry, on the SDN list.

The package makes the cases, with its own generator and seed, from OFAC's CSV files: 500 persons and 500
organizations (its own ``limit``, by number), each with every class of perturbation, and near names that
nobody bears. As it scores: a perturbed name is recalled where the best alert is its party (ties count),
and a near name is a false positive where anything alerts. Youden's J is recall less the false positive
rate; its best is sought over all thresholds.
"""

from __future__ import annotations

from collections.abc import Iterator
from random import Random
from typing import Any

from published import LISTS
from sanctionscreen.model import Entity, EntityKind, Name

from . import peers
from .cases import Case, Counted, Pool
from .compared import Compared, Scale
from .engines import FLOOR
from .table import NONE, Row

SEED = 4701
PARTIES = 500
FILES = LISTS / "us_ofac" / "sdn_csv_2021-07"
NEGATIVE = "negative"
KINDS: tuple[EntityKind, ...] = ("person", "organization")
THRESHOLDS = range(int(FLOOR), 101)


def rows(scale: Scale) -> Iterator[Row]:
    """Recall by class, false positives, and Youden's J at the default threshold and at its best."""
    if peers.python() is None:
        yield Row("benchmark package", "skipped: it cannot be installed here", 0, NONE)
        return
    for kind in KINDS:
        question = {
            "sdn": str(FILES / "sdn.csv"),
            "alt": str(FILES / "alt.csv"),
            "kind": kind,
            "limit": PARTIES,
        }
        pool, cases = pool_and_cases(peers.run("peer_package.py", question), kind)
        cases = cases[: scale.pick(800, len(cases))]
        compared = Compared.of(pool, cases, scale.pick(300, 600), scale, ranked=True)
        yield from _figures(compared, f"benchmark package, {kind}s")


def pool_and_cases(made: dict[str, Any], kind: EntityKind) -> tuple[Pool, list[Case]]:
    """The package's parties and its cases, in random order."""
    identities = list(made["candidates"])
    entities = [
        Entity(
            list="sdn", id=identity, kind=kind, names=tuple(Name(text=name) for name in names if name.strip())
        )
        for identity, names in made["candidates"].items()
    ]
    places = {identity: place for place, identity in enumerate(identities)}
    cases = [
        Case(case["query"], kind, frozenset((places[right],)) if right else frozenset(), _group(case))
        for case in made["cases"]
        for right in [case["expected_entity_id"]]
    ]
    Random(SEED).shuffle(cases)
    return Pool.of(f"SDN {kind}s", entities), cases


def _group(case: dict[str, Any]) -> str:
    return (
        f"{NEGATIVE}: {case['perturbation']}" if case["expected_entity_id"] is None else case["perturbation"]
    )


def _figures(compared: Compared, task: str) -> Iterator[Row]:
    groups = sorted({case.group for case in compared.ours.cases})
    good = [group for group in groups if not group.startswith(NEGATIVE)]
    for title, chosen in [("recall", good), *((f"recall, {group}", [group]) for group in good)]:
        yield compared.only(chosen).row(task, title, lambda counted: f"{recall(counted):.1f} %")
    yield compared.row(task, "false positives", lambda counted: f"{false_positives(counted):.1f} %")
    yield compared.row(task, "Youden's J", lambda counted: f"{youden(counted):.3f}")
    yield compared.row(task, "best Youden's J, and its threshold", best_youden)


def recall(counted: Counted) -> float:
    """Share of perturbed names whose best alert is their party."""
    positive = [(c, s) for c, s in zip(counted.cases, counted.scores, strict=True) if c.right]
    met = sum(
        bool(scores) and max(scores.get(party, -1.0) for party in case.right) >= max(scores.values())
        for case, scores in positive
    )
    return 100 * met / max(len(positive), 1)


def false_positives(counted: Counted) -> float:
    """Share of near names on which anything alerts."""
    negative = [s for c, s in zip(counted.cases, counted.scores, strict=True) if not c.right]
    return 100 * sum(map(bool, negative)) / max(len(negative), 1)


def youden(counted: Counted) -> float:
    """Recall less the false positive rate."""
    return (recall(counted) - false_positives(counted)) / 100


def best_youden(counted: Counted) -> str:
    """The best J over thresholds, and the threshold."""
    value, least = max((youden(counted.above(least)), least) for least in THRESHOLDS)
    return f"{value:.3f} at {least}"
