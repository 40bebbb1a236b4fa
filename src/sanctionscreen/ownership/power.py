"""One regime's rule as it bears on the holdings of one day."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import NamedTuple

from sanctionscreen.model import ListedOwner

from .columns import KINDS
from .holdings import SHARES, Holdings
from .influence import GRAVITY, Influence, Verdict
from .regimes import Regime
from .spread import Tally

OWNED = GRAVITY.index("owned")

Listings = Mapping[int, Sequence[ListedOwner]]
"""The listings of parties, by number."""


class Judgement(NamedTuple):
    """What a rule says of a party.

    Args:
        verdict: in short.
        influence: of the listed owners that it comes from.
        review: whether it would be milder without the links to lists that are not certain.
        jointly: whether it would be graver if the rule added up the holdings of different owners.
    """

    verdict: Verdict
    influence: Influence
    review: bool
    jointly: bool


class _Group(NamedTuple):
    """Owners that count as one; and the same without those whose link to a list is not certain."""

    all: Influence
    sure: Influence


class Power:
    """A rule applied to the holdings of a day: to all listed owners together, or to each by itself.

    Args:
        holdings: who holds what.
        listings: who is listed on the day.
        regime: the rule.
    """

    def __init__(self, holdings: Holdings, listings: Listings, regime: Regime) -> None:
        self.regime = regime
        self.listings = {
            number: counted
            for number, given in sorted(listings.items())
            if (counted := tuple(one for one in given if any(root.hold(one) for root in regime.roots)))
        }
        self._holdings = holdings
        self._needed = {KINDS.index(kind): needed for kind, needed in regime.needed.items()}
        self._nobody = Influence(holdings, (), self._needed)

    @cached_property
    def _groups(self) -> list[_Group]:
        groups: defaultdict[tuple[str, str], dict[int, bool]] = defaultdict(dict)
        for number, listings in self.listings.items():
            for one in listings:
                key = ("", "") if self.regime.aggregate else (one.list, one.entity)
                groups[key][number] = groups[key].get(number, False) or one.certain
        unique = {tuple(links.items()): None for _, links in sorted(groups.items())}
        return [self._group(dict(links)) for links in unique]

    def _group(self, links: Mapping[int, bool]) -> _Group:
        influence = Influence(self._holdings, links, self._needed)
        sure = [number for number, certain in links.items() if certain]
        return _Group(
            influence,
            influence if len(sure) == len(links) else Influence(self._holdings, sure, self._needed),
        )

    @cached_property
    def _groups_of(self) -> Mapping[int, list[int]]:
        """The groups that reach each party, or cannot be excluded from it."""
        found: defaultdict[int, list[int]] = defaultdict(list)
        for place, group in enumerate(self._groups):
            for number in group.all.possible:
                found[number].append(place)
        return found

    def judge(self, party: int) -> Judgement:
        """What the rule says of a party, by the group of owners that weighs most."""
        owners = {self._holdings.owner[holding] for holding in self._holdings.into(party)}
        places = sorted({place for owner in owners for place in self._groups_of.get(owner, ())})
        if not places:
            return Judgement(Verdict(0), self._nobody, review=False, jointly=False)
        found = [self._groups[place] for place in places]
        groups = [_Group(group.all.on(party), group.sure.on(party)) for group in found]
        verdicts = [group.all.judge(party) for group in groups]
        best = max(range(len(groups)), key=lambda place: (verdicts[place], -place))
        verdict = verdicts[best]
        surest = max(
            verdicts[place] if group.sure is group.all else group.sure.judge(party)
            for place, group in enumerate(groups)
        )
        return Judgement(
            verdict,
            groups[best].all,
            review=surest.gravity < verdict.gravity,
            jointly=verdict.gravity < OWNED and self._jointly(party, groups),
        )

    def reaches(self, party: int) -> bool:
        """Whether a party is listed under the rule, reached, or cannot be excluded."""
        return party in self._groups_of

    def _jointly(self, party: int, groups: Sequence[_Group]) -> bool:
        """Whether those whom the groups reach for certain hold enough of the shares together."""
        holdings = self._holdings
        tally = Tally(holdings.stated[SHARES][party])
        for holding in holdings.into(party):
            if holdings.kind[holding] == SHARES and any(
                holdings.owner[holding] in group.all.certain for group in groups
            ):
                tally.add(holdings.least[holding], holdings.most[holding], holdings.indirect[holding])
        return tally.least >= self._needed[SHARES]
