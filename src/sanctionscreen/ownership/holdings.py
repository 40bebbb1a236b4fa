"""What each owner holds of each party on one day, as an interval, from all statements of that day.

Several statements can speak of one holding. Where they agree, the holding lies in what all of them allow: one
says 25 to 50 %, another 40 %. Where no percentage is in all of them, they contradict each other, or they are
lots of shares that add up: the holding then lies between the least of them and their sum.

A holding of votes, of the board, of control by other means, or a tie that may be any of these, says nothing
of shares. Where no statement does, the share of such an owner is unknown: 0 to 100 %.
"""

from __future__ import annotations

from functools import cached_property
from typing import NamedTuple

import numpy as np

from sanctionscreen.model.ownership import WHOLE

from .columns import INDIRECT, KINDS, Numbers, Packed

SHARES, VOTES, BOARD, CONTROL, LINKED, OFFICE = range(len(KINDS))


class _Table(NamedTuple):
    """Holdings, one array a field; the statements of each stand from ``first`` to before ``last``.

    ``differ``: its statements contradict each other. ``implied``: shares of which no statement speaks.
    """

    owner: Numbers
    owned: Numbers
    kind: Numbers
    indirect: Numbers
    least: Numbers
    most: Numbers
    differ: Numbers
    implied: Numbers
    first: Numbers
    last: Numbers


class Holdings:
    """The holdings that some statements tell of, sorted by party; each is known by its number.

    Owners and parties are numbered within these holdings; ``nodes`` has their places among all parties.

    Args:
        packed: the statements.
        rows: which of them: those that hold on one day.
    """

    def __init__(self, packed: Packed, rows: Numbers) -> None:
        ends = np.concatenate([packed.owner[rows], packed.owned[rows]])
        self.nodes, numbers = np.unique(ends, return_inverse=True)
        owner, owned = numbers[: len(rows)], numbers[len(rows) :]
        kind, indirect = packed.kind[rows], packed.flags[rows] & INDIRECT
        order = np.lexsort([indirect, kind, owner, owned])
        self._rows = rows[order]
        stated = _merged(packed, self._rows, owner[order], owned[order], kind[order], indirect[order])
        joined = _Table(*map(np.concatenate, zip(stated, _unknown_shares(stated), strict=True)))
        by_party = np.lexsort([joined.kind, joined.owner, joined.owned])
        self.table = _Table(*(column[by_party] for column in joined))

    def __len__(self) -> int:
        """How many holdings there are."""
        return len(self.table.owner)

    @cached_property
    def owner(self) -> list[int]:
        """Each holding's owner."""
        return _ints(self.table.owner)

    @cached_property
    def owned(self) -> list[int]:
        """Each holding's party."""
        return _ints(self.table.owned)

    @cached_property
    def kind(self) -> list[int]:
        """Each holding's kind, as a place in ``KINDS``."""
        return _ints(self.table.kind)

    @cached_property
    def least(self) -> list[int]:
        """What is held at least, in billionths of a percent."""
        return _ints(self.table.least)

    @cached_property
    def most(self) -> list[int]:
        """What is held at most, in billionths of a percent."""
        return _ints(self.table.most)

    @cached_property
    def indirect(self) -> list[int]:
        """Whether it is held through others."""
        return _ints(self.table.indirect)

    @cached_property
    def totals(self) -> Numbers:
        """How much of each party all its direct owners hold at least, by kind and party."""
        totals = np.zeros((len(KINDS), len(self.nodes)), np.int64)
        direct = self.table.indirect == 0
        np.add.at(totals, (self.table.kind[direct], self.table.owned[direct]), self.table.least[direct])
        return totals

    @cached_property
    def stated(self) -> list[list[int]]:
        """The same as ``totals``, quicker to look one up in."""
        return [_ints(of_kind) for of_kind in self.totals]

    @cached_property
    def _into(self) -> list[int]:
        return _ints(np.searchsorted(self.table.owned, np.arange(len(self.nodes) + 1)))

    @cached_property
    def _out(self) -> tuple[list[int], list[int]]:
        order = np.argsort(self.table.owner, kind="stable")
        starts = np.searchsorted(self.table.owner[order], np.arange(len(self.nodes) + 1))
        return _ints(starts), _ints(order)

    def into(self, party: int) -> range:
        """The holdings in a party."""
        return range(self._into[party], self._into[party + 1])

    def out(self, owner: int) -> list[int]:
        """The holdings of an owner."""
        starts, order = self._out
        return order[starts[owner] : starts[owner + 1]]

    def number(self, place: int) -> int | None:
        """The number here of a party by its place among all; None where these holdings do not name it."""
        number = int(np.searchsorted(self.nodes, place))
        return number if number < len(self.nodes) and self.nodes[number] == place else None

    def rows(self, holding: int) -> list[int]:
        """The statements behind a holding."""
        return _ints(self._rows[self.table.first[holding] : self.table.last[holding]])


def _merged(
    packed: Packed, rows: Numbers, owner: Numbers, owned: Numbers, kind: Numbers, indirect: Numbers
) -> _Table:
    """Statements of one owner, party and kind as one holding."""
    least, most = packed.least[rows], packed.most[rows]
    least[kind == CONTROL] = most[kind == CONTROL] = WHOLE  # it is there, or not
    least[kind >= LINKED], most[kind >= LINKED] = 0, WHOLE
    first = _starts(owner, owned, kind, indirect)
    floor, ceiling = np.maximum.reduceat(least, first), np.minimum.reduceat(most, first)
    differ = floor > ceiling
    sums = np.minimum(np.add.reduceat(most, first), WHOLE)
    return _Table(
        owner[first],
        owned[first],
        kind[first],
        indirect[first],
        np.where(differ, np.minimum.reduceat(least, first), floor),
        np.where(differ, sums, ceiling),
        differ.astype(np.int64),
        np.zeros(len(first), np.int64),
        first,
        np.append(first, len(rows))[1:],
    )


def _unknown_shares(stated: _Table) -> _Table:
    """The holdings of shares of those who hold something else, and of whose shares nothing is said."""
    tells = stated.kind != OFFICE
    of = _Table(*(column[tells] for column in stated))
    starts = _starts(of.owner, of.owned)
    without = of.kind[starts] != SHARES
    first, last = starts[without], (np.append(starts, len(of.owner))[1:] - 1)[without]
    none = np.zeros(len(first), np.int64)
    return _Table(
        of.owner[first],
        of.owned[first],
        none + SHARES,
        np.minimum.reduceat(of.indirect, starts)[without],
        none,
        none + WHOLE,
        none,
        none + 1,
        of.first[first],
        of.last[last],
    )


def _starts(*columns: Numbers) -> Numbers:
    """Where in sorted columns a new combination begins."""
    changes = np.zeros(len(columns[0]), bool)
    changes[:1] = True
    for column in columns:
        changes[1:] |= column[1:] != column[:-1]
    return np.flatnonzero(changes)


def _ints(column: Numbers) -> list[int]:
    """A column as a list, which is quicker to look single values up in."""
    values: list[int] = column.tolist()
    return values
