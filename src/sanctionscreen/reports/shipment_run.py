"""What a report on a file of shipments says of the whole run."""

from __future__ import annotations

from dataclasses import dataclass, field

from sanctionscreen.model import Notice, Settings, Skipped, Snapshot


@dataclass(frozen=True, slots=True)
class ShipmentRun:
    """A file of shipments, and by what it was answered.

    Args:
        file: its name.
        sha256: of its content.
        read_as: how it was read, a line each.
        lists: the versions of the lists.
        settings: threshold and the like.
        policy: the key and date of the policy, and what tells its version.
        library: the version of this package.
        made: when, as the caller writes it.
        skipped: what every answer skipped.
        warnings: what every answer warns of.
        sources: of ownership and codes, what was given beside the lists, by name.
    """

    file: str
    sha256: str
    read_as: tuple[str, ...]
    lists: tuple[Snapshot, ...]
    settings: Settings
    policy: str
    library: str
    made: str
    skipped: tuple[Skipped, ...] = ()
    warnings: tuple[Notice, ...] = ()
    sources: tuple[str, ...] = field(default=())
