"""A finding as text: the sub-graph as a tree, from the party up to listed owners."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from sanctionscreen.model import OwnershipFinding, OwnershipStatement

from .words import amount, headline, provenance, standing


def render_text(finding: OwnershipFinding) -> str:
    """A finding in lines: the headline, the rule, the owners as a tree, the remarks.

    An owner that was shown before is named again without what stands above it.
    """
    lines = [finding.party.name, headline(finding), f"{finding.reason}.", *_tree(finding)]
    lines += [f"{remark.name}: {remark.text}" for remark in finding.remarks]
    lines += [f"Rule: {finding.rule} ({finding.source})"]
    return "\n".join(lines) + "\n"


def _tree(finding: OwnershipFinding) -> Iterator[str]:
    into: defaultdict[str, defaultdict[str, list[OwnershipStatement]]] = defaultdict(
        lambda: defaultdict(list)
    )
    for statement in finding.statements:
        into[statement.owned.id][statement.owner.id].append(statement)
    known = {party.party.id: party for party in finding.parties}
    shown = {finding.party.id}
    # With a stack of its own: chains of owners can be longer than Python's.
    waiting = _branches(into[finding.party.id], "  ")
    while waiting:
        before, is_last, owner, held = waiting.pop()
        party = known[owner]
        again = owner in shown and owner in into
        what = "; ".join(f"{amount(statement)} [{provenance(statement)}]" for statement in held)
        place = ", see above" if again else f", {standing(party)}"
        yield f"{before}{'└─' if is_last else '├─'} {party.party.name}{place}: {what}"
        if not again:
            shown.add(owner)
            waiting += _branches(into.get(owner, {}), before + ("   " if is_last else "│  "))


_Branch = tuple[str, bool, str, list[OwnershipStatement]]


def _branches(owners: dict[str, list[OwnershipStatement]], before: str) -> list[_Branch]:
    """The owners of a party, the last first, each with what stands before its line."""
    items = sorted(owners.items(), reverse=True)
    return [(before, place == 0, owner, held) for place, (owner, held) in enumerate(items)]
