"""Lists that are in no store: a caller's own entities, and the starter list."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence

from sanctionscreen.errors import UsageError
from sanctionscreen.index import Holding
from sanctionscreen.model import Entity, Notice, Snapshot
from sanctionscreen.version import version


def hold_in_memory(entities: Iterable[Entity]) -> list[Holding]:
    """Entities by their list, each list with a snapshot that is named after its content."""
    by_list: dict[str, dict[str, Entity]] = {}
    for entity in entities:
        held = by_list.setdefault(entity.list, {})
        if entity.id in held:
            raise UsageError(
                "two entities have the same id",
                list_key=entity.list,
                record=entity.id,
                advice="Give each its own",
            )
        held[entity.id] = entity
    return [
        _holding(key, "held in memory", "the caller", tuple(held.values()))
        for key, held in sorted(by_list.items())
    ]


def starter_holding() -> tuple[Holding, Notice]:
    """The starter list, and what every answer made with it says."""
    from sanctionscreen.starter import COVERS, read_starter  # noqa: PLC0415

    holding = _holding(
        "starter", "Starter list of the sanctionscreen package", "sanctionscreen", read_starter()
    )
    text = (
        f"No list is loaded, so this is the built-in starter list. {COVERS} To load the real lists: "
        "sanctionscreen lists available, then sanctionscreen lists add KEY FILE."
    )
    return holding, Notice(name="starter_list", text=text)


def _holding(key: str, title: str, publisher: str, entities: Sequence[Entity]) -> Holding:
    content = hashlib.sha256()
    for entity in entities:
        content.update(entity.model_dump_json().encode() + b"\n")
    digest = content.hexdigest()
    snapshot = Snapshot(
        list=key, title=title, publisher=publisher, version=digest[:12], sha256=digest, format="memory",
        files=(), as_of=None, added_at=None, records=len(entities),
        names=sum(len(entity.names) for entity in entities), reader=version(),
    )  # fmt: skip
    return Holding(snapshot, entities)
