"""What can be said of a list that is kept: how its refresh went, how it stands, what changed in it."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any, Literal

from .frozen import Frozen
from .listing import Snapshot

Outcome = Literal["new", "unchanged", "refused", "failed", "skipped"]
"""How a refresh ended: a new version is current; the publisher has no other; there was one, and it was
not taken; there was no answer to be had; nobody was asked."""

State = Literal["fresh", "stale", "doubtful", "missing", "damaged"]
"""How a list stands: as good as can be; older than it may be; loaded with concerns; not loaded; not
readable."""


class Refresh(Frozen):
    """How the refresh of one list went.

    Args:
        list: the list's key.
        outcome: in a word.
        snapshot: what is current now; None where nothing is.
        before: the version that was current before.
        problems: why nothing new was taken, a sentence each.
        refused: the version that was not taken and can be accepted by this name; None where the
            file could not be read at all.
    """

    list: str
    outcome: Outcome
    snapshot: Snapshot | None = None
    before: str | None = None
    problems: tuple[str, ...] = ()
    refused: str | None = None


class ListStatus(Frozen):
    """How a list stands on a day.

    Args:
        list: the list's key.
        state: in a word; ``stale`` and ``doubtful`` make answers without a hit incomplete.
        snapshot: what is current.
        confirmed_on: the day from which its age counts: when the publisher last gave it as the
            latest, else the publisher's own date, else when it was added.
        fresh_until: the last day on which it counts as fresh.
        tried_at: when a refresh was last tried.
        problems: why that did not succeed.
        refused: the version that was refused and can be accepted by this name.
        versions: how many versions are kept.
    """

    list: str
    state: State
    snapshot: Snapshot | None = None
    confirmed_on: date | None = None
    fresh_until: date | None = None
    tried_at: datetime | None = None
    problems: tuple[str, ...] = ()
    refused: str | None = None
    versions: int = 0

    @property
    def is_well(self) -> bool:
        """Whether nobody need look at it."""
        return self.state == "fresh" and not self.refused


class EntityMark(Frozen):
    """An entity, in brief."""

    id: str
    name: str
    kind: str


class FieldChange(Frozen):
    """What stood in a field before and no longer does, and what stands there now and did not.

    ``field`` is a path such as ``names`` or ``listing.programmes``. Values are as in the JSON form of
    an entity.
    """

    field: str
    before: tuple[Any, ...] = ()
    after: tuple[Any, ...] = ()


class EntityChange(EntityMark):
    """An entity that both versions hold, with the fields in which they differ."""

    fields: tuple[FieldChange, ...]


class ListDiff(Frozen):
    """What changed in a list from the version ``before`` to the version ``after``.

    Where the two were read by different versions of this package, a change may be the reader's;
    ``sanctionscreen lists update --offline`` reads kept files anew.
    """

    list: str
    before: Snapshot
    after: Snapshot
    added: tuple[EntityMark, ...]
    removed: tuple[EntityMark, ...]
    changed: tuple[EntityChange, ...]
