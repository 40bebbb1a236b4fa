"""From a party of a shipment up to whoever is listed, and on to whoever owns that, in words."""

from __future__ import annotations

from collections.abc import Iterator

import sanctionscreen as ss
from sanctionscreen.model import OwnershipFinding, OwnershipStatement, PartyScreening
from sanctionscreen.ownership.words import amount

GRAVEST = ("owned", "undetermined")


def telling(party: PartyScreening) -> OwnershipFinding | None:
    """The finding on a party's owners that says most: a rule that reaches it before one that may."""
    ranked = sorted(party.ownership, key=lambda one: (GRAVEST.index(one.outcome), one.status != "in_force"))
    return ranked[0] if ranked else None


def rests_on_a_day(finding: OwnershipFinding) -> bool:
    """Whether a listing that it rests on has a day; one without counts as always, which may be hindsight."""
    return any(entry.since for one in finding.parties for entry in one.listed)


def chains(finding: OwnershipFinding, owners: ss.Ownership) -> Iterator[str]:
    """Each way up from the party to the end of the statements, if a listed party stands on it."""
    listed = {
        one.party.name: ", ".join(sorted({f"{entry.list} {entry.entity}" for entry in one.listed}))
        for one in finding.parties
        if one.listed
    }
    for way in _ways(finding.party.name, _held_on(finding, owners)):
        if any(statement.owner.name in listed for statement in way):
            steps = [finding.party.name]
            for statement in way:
                owner = statement.owner.name
                entry = f" [listed: {listed[owner]}]" if owner in listed else ""
                steps.append(f"{amount(statement)} held by {owner}{entry}")
            yield " < ".join(steps)


def conglomerate_of(finding: OwnershipFinding, owners: ss.Ownership) -> str:
    """Who stands at the upper end of the ways that pass a listed party."""
    listed = {one.party.name for one in finding.parties if one.listed}
    ways = _ways(finding.party.name, _held_on(finding, owners))
    tops = {way[-1].owner.name for way in ways if any(one.owner.name in listed for one in way)}
    return ", ".join(sorted(tops))


def _held_on(finding: OwnershipFinding, owners: ss.Ownership) -> list[OwnershipStatement]:
    day = finding.on
    return [
        one
        for one in owners.statements()
        if (one.since is None or one.since <= day) and (one.until is None or day <= one.until)
    ]


def _ways(party: str, held: list[OwnershipStatement]) -> Iterator[tuple[OwnershipStatement, ...]]:
    """Every way up; the statements of this example have no circles."""
    for statement in held:
        if statement.owned.name == party:
            above = list(_ways(statement.owner.name, held))
            yield from ((statement, *way) for way in above or [()])
