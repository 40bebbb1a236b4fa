"""Listed owners held against a graph of statements: whom does each regime's rule reach, on which day?"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from datetime import date

import numpy as np

from sanctionscreen.model import ListedOwner, OwnershipFinding

from .columns import ALWAYS, STILL, Numbers
from .finding import Scene, write_finding
from .graph import Ownership
from .holdings import Holdings
from .power import Power
from .regimes import REGIMES, Regime, check_periods

MOST_KEPT = 4_000_000
"""How many holdings are kept, over all stretches of days that were asked for: within a stretch nothing begins
or ends. A stretch takes some 300 bytes a holding."""

Listed = Mapping[str, ListedOwner | Sequence[ListedOwner]]


class Reach:
    """What listed owners reach in a graph of statements. Make it once; asking is cheap.

    Args:
        ownership: the statements.
        listed: by party id, the listings that a party of the statements was matched to. Whoever does the
            matching says which are certain. Ids that no statement names are of no account.
        regimes: the rules.

    Raises:
        UsageError: two rules of one regime hold on one day.
    """

    def __init__(self, ownership: Ownership, listed: Listed, regimes: Sequence[Regime] = REGIMES) -> None:
        check_periods(regimes)
        self._ownership, self._regimes = ownership, tuple(regimes)
        self._listed = {
            ownership.place[key]: (given,) if isinstance(given, ListedOwner) else tuple(given)
            for key, given in sorted(listed.items())
            if key in ownership
        }
        self._rows = _rows_reached(ownership, list(self._listed))
        self._changes = self._days_of_change()
        self._stretches: dict[int, _Stretch] = {}

    def findings(self, party: str, on: date) -> tuple[OwnershipFinding, ...]:
        """A finding for each regime that has a rule on a day, in the order of the table of regimes.

        Args:
            party: the party's id in the statements. Of one that they do not name nothing is known, and
                there is no finding.
            on: the day.
        """
        if party not in self._ownership:
            return ()
        stretch, asked = self._stretch(on), self._ownership.party(party)
        return tuple(
            write_finding(stretch.scene, stretch.power(regime), asked, on)
            for regime in self._regimes
            if regime.holds_on(on)
        )

    def _stretch(self, on: date) -> _Stretch:
        number = bisect_right(self._changes, on.toordinal())
        if number not in self._stretches:
            self._stretches[number] = self._at(on)
            while len(self._stretches) > 1 and sum(map(len, self._stretches.values())) > MOST_KEPT:
                del self._stretches[next(iter(self._stretches))]
        return self._stretches[number]

    def _at(self, on: date) -> _Stretch:
        holdings = Holdings(self._ownership.rows, self._ownership.rows_on(on, self._rows))
        listings = {
            number: current
            for place, given in self._listed.items()
            if (number := holdings.number(place)) is not None
            and (current := tuple(one for one in given if _is_listed(one, on)))
        }
        return _Stretch(Scene(self._ownership, holdings, listings))

    def _days_of_change(self) -> list[int]:
        packed = self._ownership.rows
        days = {*packed.since[self._rows].tolist(), *(packed.until[self._rows] + 1).tolist()}
        for given in self._listed.values():
            days |= {one.since.toordinal() for one in given if one.since}
            days |= {one.until.toordinal() + 1 for one in given if one.until}
        return sorted(days - {ALWAYS, STILL + 1})


class _Stretch:
    """Days on which nothing changes: who holds what, who is listed, and what each rule makes of it."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self._powers: dict[int, Power] = {}

    def __len__(self) -> int:
        return len(self.scene.holdings)

    def power(self, regime: Regime) -> Power:
        """A rule, applied once."""
        key = id(regime)
        if key not in self._powers:
            self._powers[key] = Power(self.scene.holdings, self.scene.listings, regime)
        return self._powers[key]


def _is_listed(owner: ListedOwner, on: date) -> bool:
    return (owner.since is None or owner.since <= on) and (owner.until is None or on <= owner.until)


def _rows_reached(ownership: Ownership, listed: Sequence[int]) -> Numbers:
    """The statements on everybody that listed owners lead to, whatever is held and on whatever day.

    Nobody else can be reached, so all that follows looks at these alone.
    """
    packed = ownership.rows
    order = np.argsort(packed.owner, kind="stable")
    starts = np.searchsorted(packed.owner[order], np.arange(len(ownership.ids) + 1)).tolist()
    owned = packed.owned[order].tolist()
    led_to = np.zeros(len(ownership.ids), bool)
    seen, waiting = set(listed), list(listed)
    while waiting:
        owner = waiting.pop()
        below = owned[starts[owner] : starts[owner + 1]]
        led_to[below] = True
        new = set(below) - seen
        seen |= new
        waiting += new
    return np.flatnonzero(led_to[packed.owned])
