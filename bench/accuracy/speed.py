"""Microseconds per pair, both names analysed before: the cost of one candidate, not of a screening.

The pairs are aliases of the Entity List, half of them with a name of their own party and half with a name of
another, drawn alike for every engine. rapidfuzz gets folded text. logic-v2 gets its own analysed names and
its innermost function, which is faster than what it offers to callers.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from random import Random

from rapidfuzz import fuzz

from sanctionscreen.matching import score_names, weigh
from sanctionscreen.names import analyse, ordinary

from . import peers
from .compared import Scale
from .folding import fold
from .lists import of_list
from .table import NONE, Row

SEED = 4801
ROUNDS = 3


def rows(scale: Scale) -> Iterator[Row]:
    """The best of a few rounds."""
    pairs = drawn_pairs(scale.pick(2000, 10_000))
    ready = {text: weigh(analyse(text, "organization"), ordinary()) for pair in pairs for text in pair}
    own = _microseconds(score_names, [(ready[a], ready[b]) for a, b in pairs])
    shown = [NONE, NONE, NONE]
    if scale.peers:
        folded = [(fold(a), fold(b)) for a, b in pairs]
        shown[0] = f"{_microseconds(fuzz.WRatio, folded):.1f}"
        shown[1] = f"{_microseconds(fuzz.token_set_ratio, folded):.1f}"
        if peers.python():
            shown[2] = f"{peers.run('peer_speed.py', {'pairs': pairs, 'rounds': ROUNDS}):.1f}"
    there = f"{own:.1f}" if scale.peers else NONE
    sampled = len(pairs) if scale.peers else 0
    yield Row("speed", "microseconds per pair", len(pairs), f"{own:.1f}", sampled, there, tuple(shown))


def drawn_pairs(count: int) -> list[tuple[str, str]]:
    """An alias with another name of its party, or with one of another party, in turn."""
    draw = Random(SEED)
    several = [[name.text for name in e.names] for e in of_list("us_csl", "EL") if len(e.names) > 1]
    pairs = []
    for number in range(count):
        own, other = draw.choice(several), draw.choice(several)
        alias = draw.choice(own[1:])
        pairs.append((alias, own[0] if number % 2 else draw.choice(other)))
    return pairs


def _microseconds(score: Callable[..., object], pairs: Sequence[tuple[object, object]]) -> float:
    best = float("inf")
    for _ in range(ROUNDS):
        began = time.perf_counter()
        for a, b in pairs:
            score(a, b)
        best = min(best, time.perf_counter() - began)
    return 1e6 * best / len(pairs)
