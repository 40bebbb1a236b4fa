"""What a reader of a finding should know beside its outcome, each with a name that programs can test for.

| name | what it says |
|---|---|
| ``cross_holding`` | two parties own something of each other |
| ``circle`` | more than two do, one through the other |
| ``over_100`` | the direct holdings of a party's shares add up to more than 100 % |
| ``statements_differ`` | statements on one holding contradict each other, or are lots that add up |
| ``owner_unspecified`` | a source says that there is an owner, and not who |
| ``listed`` | the party is itself listed under the regime |
| ``office`` | a listed or reached party holds an office in it |
| ``joint_holding`` | different owners together hold enough, and the rule does not add them up |
| ``scope`` | the listing of an owner is itself worded to reach subsidiaries, units or affiliates |
| ``outside_rule`` | the rule does not reach companies of the party's country |
| ``owners_unknown`` | no statement says on that day who owns it |
| ``rule_note`` | what the regime itself adds |
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator
from functools import cached_property

import numpy as np

from sanctionscreen.model import ListedOwner, Notice
from sanctionscreen.model.ownership import PARTS, WHOLE

from .circles import circles
from .holdings import SHARES, Holdings

UNSPECIFIED = "unspecified:"
"""How the id of an owner begins of whom a source says only that there is one."""
MOST_NAMED = 5
_WIDER = re.compile(r"sub-?\s?unit|subsidiar|affiliate|operating unit", re.IGNORECASE)

NameOf = Callable[[int], str]
"""The name of a party by its number."""


class Oddities:
    """What is odd in some holdings, found once and told of any of their parties.

    Args:
        holdings: where to look.
        name_of: the names of parties.
    """

    def __init__(self, holdings: Holdings, name_of: NameOf) -> None:
        self._holdings, self._name_of = holdings, name_of

    @cached_property
    def _circles(self) -> list[tuple[int, ...]]:
        return circles(self._holdings)

    @cached_property
    def _circle_of(self) -> dict[int, int]:
        return {party: place for place, circle in enumerate(self._circles) for party in circle}

    def everywhere(self) -> Iterator[Notice]:
        """All oddities: circles first, then by party."""
        table = self._holdings.table
        yield from map(self._circle, self._circles)
        yield from map(self._over, np.flatnonzero(self._holdings.totals[SHARES] > WHOLE).tolist())
        yield from map(self._differ, np.flatnonzero(table.differ).tolist())

    def among(self, parties: Collection[int], chain: Iterable[int]) -> Iterator[Notice]:
        """The oddities that touch some parties and holdings."""
        places = sorted({self._circle_of[party] for party in parties if party in self._circle_of})
        yield from (self._circle(self._circles[place]) for place in places)
        stated = self._holdings.stated[SHARES]
        yield from map(self._over, (party for party in sorted(parties) if stated[party] > WHOLE))
        yield from map(self._differ, (one for one in chain if self._holdings.table.differ[one]))

    def _circle(self, circle: tuple[int, ...]) -> Notice:
        names = self._names(circle)
        if len(circle) == 2:
            return Notice(name="cross_holding", text=f"{names} own something of each other")
        return Notice(name="circle", text=f"{names} own each other in a circle")

    def _over(self, party: int) -> Notice:
        total = self._holdings.totals[SHARES][party] / PARTS
        return Notice(
            name="over_100",
            text=f"the statements account for {total:.6g} % of the shares of {self._name_of(party)}; "
            "look at their sources and dates",
        )

    def _differ(self, holding: int) -> Notice:
        owner, owned = self._holdings.owner[holding], self._holdings.owned[holding]
        return Notice(
            name="statements_differ",
            text=f"{len(self._holdings.rows(holding))} statements on what {self._name_of(owner)} holds of "
            f"{self._name_of(owned)} contradict each other, or are lots that add up",
        )

    def _names(self, parties: tuple[int, ...]) -> str:
        named = [self._name_of(party) for party in parties[:MOST_NAMED]]
        more = len(parties) - MOST_NAMED
        if more > 0:
            return f"{', '.join(named)} and {more} more"
        return f"{', '.join(named[:-1])} and {named[-1]}"


def is_wider(scope: str) -> bool:
    """Whether words of a listing reach other companies than the listed one, not merely all of its offices.

    >>> is_wider("and any successor, sub-unit, or subsidiary thereof"), is_wider("all offices worldwide")
    (True, False)
    """
    return bool(_WIDER.search(scope))


def wider_scope(owner: ListedOwner) -> Iterator[Notice]:
    """That a listing is worded to reach beyond the listed party, so that any share may be enough."""
    for words in owner.scope:
        if is_wider(words):
            yield Notice(
                name="scope",
                text=f"the listing of {owner.name or owner.entity} on {owner.list} itself says '{words}'",
            )
