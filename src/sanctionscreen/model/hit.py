"""A listed entity that a party may be, and why."""

from __future__ import annotations

from .entity import Entity
from .frozen import Frozen
from .listing import Listing
from .vocabulary import EntityKind, NameKind, Quiet, Strength


class Evidence(Frozen):
    """One contribution to a score, in points; the contributions of a hit add up to its score.

    Args:
        feature: the row of the policy table that gave the points.
        points: what it added, or took when negative.
        query: the part of the party that was compared.
        listed: the part of the entity that was compared.
        reason: one sentence for a reader.
    """

    feature: str
    points: float
    query: str = ""
    listed: str = ""
    reason: str = ""


class Hit(Frozen):
    """An entity at or above the threshold.

    Args:
        score: 0 to 100, to two decimals.
        name: the listed name that matched, as printed.
        name_kind: what the list says this name is.
        name_strength: how strong the list says this name is.
        alert: whether it raises the status to ``match``.
        quiet_because: why it does not: only a weak alias, or one of a single short or common word,
            matched and the settings say that it confirms only; or the party was taken off the list.
        rarity: how distinctive the matched name is, 0 to 1: one rare word makes 1, a common or short
            one little. Hits with the same score are in its order.
        entity: the listed party.
        listing: its provenance, with the snapshot.
        evidence: what made the score.
    """

    score: float
    name: str
    name_kind: NameKind
    name_strength: Strength
    alert: bool
    quiet_because: Quiet | None = None
    rarity: float = 0.0
    entity: Entity
    listing: Listing
    evidence: tuple[Evidence, ...]


class Finding(Frozen):
    """One party in an answer: the hits that are evidently of the same party.

    Args:
        name: the party's first name on the list of its best hit.
        kind: what that list says it is.
        score: of the best hit.
        alert: whether one of its hits raises an alert.
        hits: the places of its hits in the screening's ``hits``, from 0, best first.
        because: why they are taken together, such as an equal number; empty for a single hit.
    """

    name: str
    kind: EntityKind
    score: float
    alert: bool
    hits: tuple[int, ...]
    because: tuple[str, ...] = ()


class Comparison(Frozen):
    """Two names held against each other, with no list involved."""

    score: float
    a: str
    b: str
    evidence: tuple[Evidence, ...]
