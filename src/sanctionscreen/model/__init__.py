"""The nouns: what is on a list, who is screened, and the answer. No input or output happens here."""

from .dates import PartialDate
from .entity import Address, Birth, Entity, Identifier, Name, Relation, Vessel
from .hit import Comparison, Evidence, Hit
from .listing import Listing, Snapshot, SnapshotFile
from .party import Party
from .screening import Notice, Screening, Skipped
from .settings import Settings
from .vocabulary import KINDS, Effect, EntityKind, Kind, NameKind, RelationKind, Scheme, Status, Strength

__all__ = [
    "KINDS", "Address", "Birth", "Comparison", "Effect", "Entity", "EntityKind", "Evidence", "Hit",
    "Identifier", "Kind", "Listing", "Name", "NameKind", "Notice", "PartialDate", "Party", "Relation",
    "RelationKind", "Scheme", "Screening", "Settings", "Skipped", "Snapshot", "SnapshotFile", "Status",
    "Strength", "Vessel",
]  # fmt: skip
