"""Whom listed owners reach: the least fixed point of a regime's rule.

Start with the listed owners. Whoever they hold enough of is reached, and counts as a listed owner from then
on; repeat until nobody is added. Percentages are never multiplied (OFAC FAQ 401). The circle of those
reached can only grow, so it ends whatever cycles the graph has.

This is done twice: with the least that each holding can be, which gives those reached for certain, and with
the most, which gives those that cannot be excluded. Both are exact: there is one way to fill all ranges in
which nobody but the certain are reached, and one in which everybody that is not excluded is.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from sanctionscreen.model.ownership import WHOLE

from .holdings import Holdings

Needed = Mapping[int, int]
"""By kind, the least that reaches a party, in billionths of a percent."""


class Tally:
    """What the members of a circle hold of one party, of one kind.

    Direct holdings add up. What is held through others may hold the same shares again: it is never
    added to what is certain, and only the largest of it counts there.

    Args:
        stated: how much all direct owners hold at least, whoever they are.
    """

    __slots__ = ("_direct", "_least", "_most", "_rest", "_through", "_through_most")

    def __init__(self, stated: int) -> None:
        self._least = self._direct = self._through = self._through_most = 0
        # What others are known to hold, the members cannot; unless the statements go beyond the whole.
        self._rest = WHOLE - stated if stated <= WHOLE else WHOLE

    def add(self, least: int, most: int, indirect: int) -> None:
        """Add a member's holding."""
        if indirect:
            self._through = max(self._through, least)
            self._through_most += most
        else:
            self._least += least
            self._direct += most
            self._rest += least

    @property
    def least(self) -> int:
        """What they hold for certain."""
        return min(WHOLE, max(self._least, self._through))

    @property
    def most(self) -> int:
        """What cannot be excluded."""
        return max(self.least, min(WHOLE, min(self._direct, self._rest) + self._through_most))


def spread(holdings: Holdings, roots: Iterable[int], needed: Needed, *, certain: bool) -> dict[int, int]:
    """Everyone whom some owners reach, with the round in which each was; the owners themselves in round 0.

    Args:
        holdings: who holds what.
        roots: the listed owners, by number.
        needed: what it takes.
        certain: count the least that holdings can be, not the most.
    """
    reached = dict.fromkeys(sorted(roots), 0)
    tallies: dict[tuple[int, int], Tally] = {}
    kinds, parties, stated = holdings.kind, holdings.owned, holdings.stated
    latest, turn = list(reached), 0
    while latest:
        turn += 1
        touched = set()
        for owner in latest:
            for holding in holdings.out(owner):
                key = parties[holding], kinds[holding]
                if key[1] not in needed or key[0] in reached:
                    continue
                if (tally := tallies.get(key)) is None:
                    tally = tallies[key] = Tally(stated[key[1]][key[0]])
                tally.add(holdings.least[holding], holdings.most[holding], holdings.indirect[holding])
                touched.add(key)
        latest = sorted({key[0] for key in touched if _amount(tallies[key], certain) >= needed[key[1]]})
        reached |= dict.fromkeys(latest, turn)
    return reached


def _amount(tally: Tally, certain: bool) -> int:
    return tally.least if certain else tally.most
