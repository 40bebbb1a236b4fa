"""Small graphs for tests, written as short as they are thought."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from sanctionscreen.model import ListedOwner, OwnershipFinding, OwnershipStatement
from sanctionscreen.ownership import Ownership, Reach

DAY = date(2026, 1, 1)
LIST_OF = {"us_ofac": "us_ofac_sdn", "eu": "eu_fsf", "gb": "gb_fcdo", "us_bis": "us_csl"}
LISTS = tuple(LIST_OF.values())


def holds(owner: str, owned: str, percent: float | None = None, **fields: Any) -> OwnershipStatement:
    """One statement."""
    return OwnershipStatement(owner=owner, owned=owned, percent=percent, **fields)


def listed_as(*parties: str, **fields: Any) -> dict[str, list[ListedOwner]]:
    """Parties listed everywhere."""
    return {key: [ListedOwner(list=name, entity=key, **fields) for name in LISTS] for key in parties}


def find(
    statements: Iterable[OwnershipStatement],
    party: str,
    regime: str = "us_ofac",
    *,
    listed: Any = None,
    on: date = DAY,
) -> OwnershipFinding:
    """The finding of one regime on one party; ``X`` and ``Y`` are listed if nobody else is."""
    reach = Reach(Ownership.of(statements), listed_as("X", "Y") if listed is None else listed)
    return next(finding for finding in reach.findings(party, on) if finding.regime == regime)


def outcome(
    statements: Iterable[OwnershipStatement], party: str, regime: str = "us_ofac", **more: Any
) -> str:
    """The outcome of that finding."""
    return find(statements, party, regime, **more).outcome


def remarks(finding: OwnershipFinding) -> set[str]:
    """The names of a finding's remarks, without the regime's own note."""
    return {remark.name for remark in finding.remarks} - {"rule_note"}
