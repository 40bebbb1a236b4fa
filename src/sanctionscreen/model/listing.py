"""Why a party is on a list, and from which version of the list we know."""

from __future__ import annotations

from datetime import date, datetime

from .dates import PartialDate
from .frozen import Frozen
from .vocabulary import Effect


class SnapshotFile(Frozen):
    """One original file of a snapshot.

    ``sha256`` is of its bytes and ``size`` is in bytes; ``url`` is where it was downloaded from, None
    where a person gave the file.
    """

    name: str
    sha256: str
    size: int
    url: str | None = None


class Snapshot(Frozen):
    """One immutable version of one list.

    Args:
        list: the list's key.
        version: the snapshot's name in the store, made from its date and its content.
        sha256: over the names and digests of all its files.
        as_of: the publisher's own date, read from the file; None where the file carries none.
        added_at: when it was put into the store (UTC); None for a list held in memory.
        records: how many entities it holds.
        names: how many names they have.
        reader: the version of this package that read it.
        concerns: what makes the snapshot doubtful, such as far fewer records than the list has.
        max_age_days: for how many days it may be trusted to be the publisher's latest without a word
            from the publisher.
    """

    list: str
    title: str
    publisher: str
    version: str
    sha256: str
    format: str
    files: tuple[SnapshotFile, ...]
    as_of: date | None
    added_at: datetime | None
    records: int
    names: int
    reader: str
    concerns: tuple[str, ...] = ()
    max_age_days: int = 7


class Listing(Frozen):
    """The provenance of an entity: the list's own facts, and on a hit the snapshot they come from.

    ``programme`` words, ``measures`` and ``citations`` are as printed. ``component`` tells the
    lists apart that one publication joins (``EL``, ``SDN``, ... of the Consolidated Screening List),
    and ``component_title`` is what that list is called (``Entity List``).
    """

    list: str
    authority: str
    component: str | None = None
    component_title: str | None = None
    programmes: tuple[str, ...] = ()
    measures: tuple[str, ...] = ()
    effect: Effect = "block"
    legal_basis: str | None = None
    citations: tuple[str, ...] = ()
    reasons: tuple[str, ...] = ()
    licence_requirement: str | None = None
    licence_policy: str | None = None
    standard_order: str | None = None
    listed_on: PartialDate | None = None
    amended_on: PartialDate | None = None
    delisted_on: PartialDate | None = None
    expires_on: PartialDate | None = None
    other_ids: tuple[str, ...] = ()
    urls: tuple[str, ...] = ()
    snapshot: Snapshot | None = None
