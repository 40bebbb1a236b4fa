"""The listed parties: every published list, read once and kept, and who is the same party on several."""

from __future__ import annotations

import hashlib
import pickle
import tempfile
from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path

import platformdirs

import sanctionscreen as ss
from published import LISTS, ROOT, newest
from sanctionscreen.model import Entity

from .cases import Pool
from .folding import fold

EVAL = LISTS.parent / "eval"
CACHE = Path(platformdirs.user_cache_path("sanctionscreen-bench"))
READERS = ("model", "printed", "reading", "sources", "store")
SHORTEST_SHARED = 12
"""Letters of a name of two words or more that two listed entities share when they are taken for one party."""


@cache
def everyone() -> tuple[Entity, ...]:
    """Every entity of the newest published file of each list; read anew when a reader has changed."""
    files = newest()
    kept = CACHE / f"entities-{_digest(files)}.pickle"
    if not kept.exists():
        CACHE.mkdir(parents=True, exist_ok=True)
        for old in CACHE.glob("entities-*.pickle"):
            old.unlink()
        found: list[Entity] = []
        with tempfile.TemporaryDirectory() as home:
            store = ss.Store(home)
            for key, paths in files.items():
                found.extend(store.entities(store.add(key, paths)))
        kept.write_bytes(pickle.dumps(found))
    entities: list[Entity] = pickle.loads(kept.read_bytes())
    return tuple(entities)


@cache
def all_lists() -> Pool:
    """The pool of all lists."""
    return Pool("all lists", everyone(), same_parties(everyone()))


@cache
def of_list(key: str, component: str = "") -> tuple[Entity, ...]:
    """The entities of one list, or of one component of it."""
    return tuple(
        entity
        for entity in everyone()
        if entity.list == key
        and (not component or (entity.listing is not None and entity.listing.component == component))
    )


def same_parties(entities: Sequence[Entity]) -> list[int]:
    """The party of each entity: those that print one long name alike are one."""
    party = list(range(len(entities)))
    bearer: dict[str, int] = {}

    def root(place: int) -> int:
        while party[place] != place:
            party[place] = party[party[place]]
            place = party[place]
        return place

    for place, entity in enumerate(entities):
        for name in entity.names:
            folded = fold(name.text)
            if " " not in folded or len(folded) < SHORTEST_SHARED or name.strength == "weak":
                continue
            other = bearer.setdefault(" ".join(sorted(folded.split())), place)
            party[root(place)] = root(other)
    return [root(place) for place in range(len(entities))]


def _digest(files: dict[str, list[Path]]) -> str:
    digest = hashlib.sha256()
    for folder in READERS:
        for path in sorted((ROOT / "src" / "sanctionscreen" / folder).rglob("*.py")):
            digest.update(path.read_bytes())
    for path in _flat(files.values()):
        digest.update(f"{path.name} {path.stat().st_size}".encode())
    return digest.hexdigest()[:16]


def _flat(parts: Iterable[list[Path]]) -> list[Path]:
    return [path for part in parts for path in part]
