"""Exact control: every loaded name, verbatim and in other dress; does each bearer come back?

The FCA found in 2023 that some tools miss unaltered listed names. Weak names are asked with the setting
that lets them alert. Verbatim, every entity that bears the name must score 100; otherwise it must be among
the alerts. Names in which a change leaves nothing to change are not asked again.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from random import Random

import sanctionscreen as ss

from .cases import Case, Counted, Pool
from .compared import Scale
from .engines import TOKEN_SET, WRATIO, ours
from .lists import all_lists
from .table import NONE, Row
from .vary import drop_punctuation

SEED = 4101
SETTINGS = ss.Settings(weak_aliases="alert", max_hits=1000)
DRESS: dict[str, Callable[[str], str]] = {
    "verbatim": lambda name: name,
    "upper case": str.upper,
    "lower case": str.lower,
    "punctuation dropped": lambda name: drop_punctuation(name, Random(SEED)),
    "words in reverse": lambda name: " ".join(reversed(name.replace(",", " ").split())),
}


def rows(scale: Scale) -> Iterator[Row]:
    """A row per dress: the share of names for which no bearer is lost."""
    pool = Pool.of("all lists", all_lists().entities)
    bearers: dict[str, set[int]] = {}
    for place, entity in enumerate(pool.entities):
        for name in entity.names:
            bearers.setdefault(name.text, set()).add(place)
    names = sorted(bearers)
    Random(SEED).shuffle(names)
    sample = scale.pick(20, 40) if scale.peers else 0
    for dress, change in DRESS.items():
        asked = names[: scale.pick(400, len(names) if dress == "verbatim" else 4_000)]
        cases = [
            Case(varied, right=frozenset(bearers[name]))
            for name in asked
            if (varied := change(name)) and (varied != name or dress == "verbatim")
        ]
        least = 100.0 if dress == "verbatim" else 0.0
        counted = Counted.of(pool, cases, ours(pool, cases, SETTINGS))
        there = counted.chosen(range(min(sample, len(cases))))
        peers = [
            Counted.of(pool, cases[:sample], peer(pool, cases[:sample], peer.threshold))
            for peer in (WRATIO, TOKEN_SET)
        ]
        yield Row(
            "exact control",
            f"{dress}: every bearer found{' at 100' if least else ''}",
            len(cases),
            whole(counted, least),
            sample,
            whole(there, least) if sample else NONE,
            (*(whole(peer, least) if sample else NONE for peer in peers), NONE),
        )


def whole(counted: Counted, least: float) -> str:
    """The share of cases in which every right party reaches a score."""
    met = sum(
        all(scores.get(party, -1.0) >= least for party in case.right)
        for case, scores in zip(counted.cases, counted.scores, strict=True)
    )
    return f"{100 * met / max(len(counted.cases), 1):.3f} %"
