"""A rule's judgement of a party, written out: the outcome, the sub-graph that decides, and what is odd."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date

import numpy as np

from sanctionscreen.model import (
    ChainParty,
    ListedOwner,
    Notice,
    OwnershipFinding,
    OwnershipOutcome,
    OwnershipParty,
)
from sanctionscreen.model.ownership import PARTS

from .columns import KINDS
from .graph import Ownership
from .holdings import BOARD, CONTROL, OFFICE, SHARES, VOTES, Holdings
from .influence import GRAVITY, Verdict
from .power import Judgement, Power
from .regimes import Regime
from .remarks import UNSPECIFIED, Oddities, wider_scope
from .words import span

Listings = Mapping[int, Sequence[ListedOwner]]
"""The listings of parties, by number."""


class Scene:
    """What all findings of a stretch of days draw on.

    Args:
        ownership: the statements.
        holdings: who holds what on these days, of everybody that listed owners lead to.
        listings: who is listed on these days.
    """

    def __init__(self, ownership: Ownership, holdings: Holdings, listings: Listings) -> None:
        self.ownership, self.holdings, self.listings = ownership, holdings, listings
        self.oddities = Oddities(holdings, self.name)

    def key(self, number: int) -> str:
        """A party's id by its number in the holdings."""
        return self.ownership.ids[int(self.holdings.nodes[number])]

    def has_owner(self, key: str, on: date) -> bool:
        """Whether a statement names an owner of a party on a day."""
        owned, place = self.ownership.rows.owned, self.ownership.place[key]
        first, last = np.searchsorted(owned, (place, place + 1))
        return len(self.ownership.rows_on(on, np.arange(first, last))) > 0

    def name(self, number: int) -> str:
        """A party's name by its number in the holdings."""
        return self.ownership.party(self.key(number)).name


def write_finding(scene: Scene, power: Power, party: OwnershipParty, on: date) -> OwnershipFinding:
    """The finding of one rule on one party."""
    key, regime = party.id, power.regime
    told = {"party": party, "regime": regime.key, "rule": regime.rule, "source": regime.source}
    number = scene.holdings.number(scene.ownership.place[key])
    if number is None:
        return OwnershipFinding(
            **told,
            status=regime.status,
            on=on,
            outcome="not_owned",
            remarks=() if scene.has_owner(key, on) else (_OWNERS_UNKNOWN,),
            reason="Nothing ties it to a party that is listed under this regime",
        )
    judgement = power.judge(number)
    verdict = judgement.verdict
    chain = judgement.influence.chain(number, verdict)
    statements = sorted({row for holding in chain for row in scene.holdings.rows(holding)})
    return OwnershipFinding(
        **told,
        status=regime.status,
        on=on,
        outcome=GRAVITY[verdict.gravity],
        basis=KINDS[verdict.basis[0]] if verdict.basis else None,
        pct_min=round(verdict.least / PARTS, 6),
        pct_max=round(verdict.most / PARTS, 6),
        review=judgement.review,
        parties=_parties(scene, power, judgement, number, chain) if chain else (),
        statements=tuple(map(scene.ownership.statement, statements)),
        remarks=(*_remarks(scene, power, judgement, number, chain), *_limits(regime, party, verdict)),
        reason=_reason(verdict),
    )


_OWNERS_UNKNOWN = Notice(name="owners_unknown", text="no statement says on that day who owns it")


def _reason(verdict: Verdict) -> str:
    """One sentence."""
    held = span(verdict.least / PARTS, verdict.most / PARTS)
    if not verdict.basis:
        few = f"hold {held} of it, which is too little" if verdict.most else "hold nothing of it"
        return f"Listed parties, and those they reach, {few}, as far as the statements go"
    if verdict.basis[0] == CONTROL:
        sure = "control it" if verdict.gravity > 1 else "may control it"
        return f"Listed parties, or those they reach, {sure}"
    what = _OF[verdict.basis[0]]
    if verdict.gravity > 1:
        return f"Listed parties, and those they reach, hold {held} {what}"
    return f"Listed parties, and those they perhaps reach, may hold enough {what}: {held}"


_OF = {SHARES: "of its shares", VOTES: "of its votes", BOARD: "of its board"}


def _parties(
    scene: Scene, power: Power, judgement: Judgement, party: int, chain: Sequence[int]
) -> tuple[ChainParty, ...]:
    """The parties of a sub-graph, by layer and id; the party itself stands last."""
    influence = judgement.influence

    def outcome(number: int) -> OwnershipOutcome | None:
        if number == party:
            return GRAVITY[judgement.verdict.gravity]
        if number in influence.roots:
            return None
        return "owned" if number in influence.certain else "undetermined"

    layers = _layers(scene, party, chain)
    return tuple(
        ChainParty(
            party=scene.ownership.party(scene.key(number)),
            layer=layer,
            listed=power.listings.get(number, ()),
            outcome=outcome(number),
        )
        for number, layer in sorted(layers.items(), key=lambda item: (item[1], item[0]))
    )


def _layers(scene: Scene, party: int, chain: Sequence[int]) -> dict[int, int]:
    """The longest way from a party of a sub-graph up to one that nothing shown owns.

    Only the party that was asked for can close a circle, so what it owns does not count; whoever it alone
    owns stands right above those that it owns in turn.
    """
    holdings = scene.holdings
    owners: defaultdict[int, set[int]] = defaultdict(set)
    ties = {(holdings.owner[holding], holdings.owned[holding]) for holding in chain}
    for owner, owned in ties:
        owners[owned] |= {owner} - {party}
    layers: dict[int, int] = {}
    waiting = [party]
    while waiting:
        number = waiting[-1]
        missing = [owner for owner in owners[number] if owner not in layers]
        if missing:
            waiting += missing
            continue
        waiting.pop()
        layers[number] = 1 + max((layers[owner] for owner in owners[number]), default=-1)
    for number in sorted({owned for owner, owned in ties if owner == party and not owners[owned]}):
        layers[number] = min(layers[owned] for owner, owned in ties if owner == number) - 1
    return layers


def _remarks(
    scene: Scene, power: Power, judgement: Judgement, party: int, chain: Sequence[int]
) -> Iterator[Notice]:
    """What a reader should know, in the order of the table of remarks."""
    holdings = scene.holdings
    shown = {party, *(holdings.owner[one] for one in chain), *(holdings.owned[one] for one in chain)}
    yield from scene.oddities.among(shown, chain)
    for holding in holdings.into(party):
        owner = holdings.owner[holding]
        if scene.key(owner).startswith(UNSPECIFIED):
            yield Notice(name="owner_unspecified", text=f"{scene.name(owner)}: an owner is not named")
        if holdings.kind[holding] == OFFICE and power.reaches(owner):
            yield Notice(name="office", text=f"{scene.name(owner)}, listed or reached, holds an office in it")
    if party in power.listings:
        yield Notice(name="listed", text="it is itself listed; it is judged here by its owners alone")
    if judgement.jointly:
        yield Notice(
            name="joint_holding",
            text="different listed owners hold enough together; the rule adds them up if they act jointly",
        )
    for owner in sorted(shown):
        for listed in power.listings.get(owner, ()):
            yield from wider_scope(listed)


def _limits(regime: Regime, party: OwnershipParty, verdict: Verdict) -> Iterator[Notice]:
    """What limits the rule, where it reaches a party."""
    if verdict.gravity and party.country in regime.outside:
        yield Notice(name="outside_rule", text=f"the rule does not reach companies of {party.country}")
    if verdict.gravity and regime.note:
        yield Notice(name="rule_note", text=regime.note)
