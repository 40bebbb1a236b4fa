"""What lists state of who owns whom, as one graph."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from sanctionscreen.index import Holding, Holdings, content_name
from sanctionscreen.model import OwnershipStatement
from sanctionscreen.ownership import Ownership, from_lists
from sanctionscreen.store import Store

_SHAPED_BY = ("model", "printed", "ownership")
_FILE = "statements.jsonl"


def ties_of(holdings: Holdings, store: Store | None) -> Ownership:
    """The statements of all lists.

    Reading every entity for the few that name an owner takes seconds, so what comes of it is kept beside the
    index, by the content of each snapshot and of the code.

    Args:
        holdings: the lists.
        store: where they are kept; None for lists in memory.
    """
    return Ownership.of(statement for part in holdings.parts for statement in _statements(part, store))


def _statements(part: Holding, store: Store | None) -> Iterator[OwnershipStatement]:
    if store is None:
        yield from from_lists(part.entities)
        return

    def write_into(folder: Path) -> None:
        folder.joinpath(_FILE).write_text("".join(_lines(from_lists(part.entities))), "utf-8")

    folder = store.derived(
        f"ties/{part.snapshot.list}", content_name([part.snapshot], _SHAPED_BY), write_into
    )
    with folder.joinpath(_FILE).open(encoding="utf-8") as lines:
        yield from map(OwnershipStatement.model_validate_json, lines)


def _lines(statements: Iterable[OwnershipStatement]) -> Iterator[str]:
    return (f"{statement.model_dump_json(exclude_defaults=True)}\n" for statement in statements)
