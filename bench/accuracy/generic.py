"""Generic names: three names that say nothing must alert on nobody but who is called that in full."""

from __future__ import annotations

from collections.abc import Iterator

from .cases import Case, Pool
from .compared import Scale
from .engines import ours
from .lists import all_lists
from .table import NONE, PEERS, Row

NAMES = ("General Trading LLC", "Global Logistics Co Ltd", "International Trading Company")
SHOWN = 3


def rows(scale: Scale) -> Iterator[Row]:
    """How many listed entities each name alerts on, and the best of ours."""
    pool = Pool.of("all lists", all_lists().entities)
    cases = [Case(name, "organization") for name in NAMES]
    own = ours(pool, cases)
    peers = {peer.title: peer(pool, cases, peer.threshold) for peer in scale.engines()}
    for place, name in enumerate(NAMES):
        best = sorted(own[place].items(), key=lambda row: -row[1])[:SHOWN]
        shown = "; ".join(f"{pool.entities[entity].name} {score:.0f}" for entity, score in best)
        yield Row(
            "generic names",
            f"{name}: entities that alert",
            1,
            f"{len(own[place])}{f' ({shown})' if shown else ''}",
            1 if peers else 0,
            NONE,
            tuple(str(len(peers[peer][place])) if peer in peers else NONE for peer in PEERS),
        )
