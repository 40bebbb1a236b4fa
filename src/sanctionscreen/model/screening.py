"""The whole answer to one question."""

from __future__ import annotations

from .frozen import Frozen
from .hit import Finding, Hit
from .listing import Snapshot
from .party import Party
from .settings import Settings
from .vocabulary import Status


class Skipped(Frozen):
    """Something that should have been looked at and was not: a list, or the party itself."""

    what: str
    reason: str


class Notice(Frozen):
    """A warning with a name that programs can test for, and a text for people."""

    name: str
    text: str


class Screening(Frozen):
    """What was asked, what was looked at, and what was found.

    ``status`` is ``match`` where a hit raises an alert, ``incomplete`` where none does and
    something was skipped or doubtful, and ``no_match`` otherwise. It never means "cleared": it
    says that nothing was found at these settings against these list versions. ``findings`` are the hits
    put together by party: every hit is in exactly one.
    """

    party: Party
    status: Status
    hits: tuple[Hit, ...]
    findings: tuple[Finding, ...] = ()
    lists: tuple[Snapshot, ...]
    skipped: tuple[Skipped, ...] = ()
    warnings: tuple[Notice, ...] = ()
    settings: Settings
    library: str
