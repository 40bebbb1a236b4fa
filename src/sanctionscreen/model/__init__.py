"""The nouns: what is on a list, who is screened, and the answer. No input or output happens here."""

from .dates import PartialDate
from .entity import Address, Birth, Entity, Identifier, Name, Relation, Vessel
from .explanation import Explanation, NameStep, NameWord
from .flags import GoodsFlag, RouteFlag
from .hit import Comparison, Evidence, Finding, Hit
from .keeping import EntityChange, EntityMark, FieldChange, ListDiff, ListStatus, Outcome, Refresh, State
from .listing import Listing, Snapshot, SnapshotFile
from .ownership import ChainParty, ListedOwner, OwnershipFinding, OwnershipParty, OwnershipStatement
from .party import Party
from .screening import Notice, Screening, Skipped
from .settings import Settings
from .shipment import (
    Advice,
    Goods,
    LineFlag,
    ListedAddress,
    PartyScreening,
    Reason,
    RedFlag,
    Shipment,
    ShipmentScreening,
)
from .vocabulary import (
    GENDERS,
    KINDS,
    Effect,
    EntityKind,
    Gender,
    Kind,
    NameKind,
    OwnershipKind,
    OwnershipOutcome,
    RegimeStatus,
    RelationKind,
    Scheme,
    Status,
    Strength,
)

__all__ = [
    "GENDERS", "KINDS", "Address", "Advice", "Birth", "ChainParty", "Comparison", "Effect", "Entity",
    "EntityChange", "EntityKind", "EntityMark", "Evidence", "Explanation", "FieldChange", "Finding",
    "Gender", "Goods", "GoodsFlag", "Hit", "Identifier", "Kind", "LineFlag", "ListDiff", "ListStatus",
    "ListedAddress", "ListedOwner", "Listing", "Name", "NameKind", "NameStep", "NameWord", "Notice",
    "Outcome", "OwnershipFinding", "OwnershipKind", "OwnershipOutcome", "OwnershipParty",
    "OwnershipStatement", "PartialDate", "Party", "PartyScreening", "Reason", "RedFlag", "Refresh",
    "RegimeStatus", "Relation", "RelationKind", "RouteFlag", "Scheme", "Screening", "Settings", "Shipment",
    "ShipmentScreening", "Skipped", "Snapshot", "SnapshotFile", "State", "Status", "Strength", "Vessel",
]  # fmt: skip
