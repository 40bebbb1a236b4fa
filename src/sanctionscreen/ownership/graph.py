"""Who owns whom, as a graph of dated statements: a million of them fit in memory and load in a minute."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from pathlib import Path

import numpy as np

from sanctionscreen.errors import ReadError
from sanctionscreen.model import Notice, OwnershipParty, OwnershipStatement

from .columns import Columns, Numbers, Parties
from .holdings import Holdings
from .remarks import Oddities


class Ownership:
    """Statements of ownership and control, and the parties that they tie.

    Make one with ``of`` or ``load``. The order of the statements is of no account.

    Attributes:
        problems: the records that were left out, where a load was asked to keep going.
        unread: how many filled fields no reader asked for, by column.
    """

    def __init__(self, statements: Iterable[OwnershipStatement | ReadError]) -> None:
        columns, problems = Columns(), list[ReadError]()
        self._parties = Parties()
        for statement in statements:
            if isinstance(statement, ReadError):
                problems.append(statement)
                continue
            owner, owned = self._parties.number(statement.owner), self._parties.number(statement.owned)
            columns.add(statement, owner, owned)
        places, self.ids = self._parties.sorted()
        self.rows = columns.packed(places)
        self.place = {key: place for place, key in enumerate(self.ids)}
        self.problems = tuple(problems)
        self.unread: Mapping[str, int] = {}

    @classmethod
    def of(cls, statements: Iterable[OwnershipStatement | ReadError]) -> Ownership:
        """Statements as a graph; errors among them, which readers may yield, become its ``problems``."""
        return cls(statements)

    @classmethod
    def load(cls, *paths: str | Path, keep_going: bool = False) -> Ownership:
        """Read files of statements: CSV or JSON lines of our own form, BODS, GLEIF level 2, FollowTheMoney.

        The form is recognised by what a file holds.

        Args:
            paths: one or more files, of any of these forms.
            keep_going: put a record that cannot be taken among ``problems`` and read on, instead of
                raising. A damaged file is refused all the same.

        Raises:
            ReadError: with file, line and field: a percentage of 130, an owner that owns itself, an end
                before its beginning, an unknown kind, a file of no known form or cut short.
        """
        from .readers import read_statements  # noqa: PLC0415  (statements held in memory need no reader)

        unread = Counter[str]()
        files = [Path(path) for path in paths]
        graph = cls(read_statements(files, keep_going=keep_going, unread=unread))
        graph.unread = unread
        return graph

    def __len__(self) -> int:
        """How many statements there are."""
        return len(self.rows.owner)

    def __contains__(self, party: str) -> bool:
        """Whether a statement names a party of this id."""
        return party in self.place

    def party(self, key: str) -> OwnershipParty:
        """All that the statements say of a party, by its id; the id alone where they do not name it."""
        return self._parties.party(key)

    def parties(self) -> Iterator[OwnershipParty]:
        """Every party, in the order of ids: for whoever looks for them on lists."""
        return map(self.party, self.ids)

    def rows_on(self, day: date, rows: Numbers | None = None) -> Numbers:
        """The statements that hold on a day, of all or of some, by their places in ``rows``."""
        some = np.arange(len(self)) if rows is None else rows
        number = day.toordinal()
        return some[(self.rows.since[some] <= number) & (number <= self.rows.until[some])]

    def oddities(self, on: date) -> tuple[Notice, ...]:
        """What is odd in the statements of a day: circles of owners, sums over 100 %, contradictions.

        The names of the notices are those of ``remarks``; no listed owner is needed to find them.
        """
        holdings = Holdings(self.rows, self.rows_on(on))
        names = Oddities(holdings, lambda number: self.party(self.ids[int(holdings.nodes[number])]).name)
        return tuple(names.everywhere())

    def statement(self, row: int) -> OwnershipStatement:
        """A statement by its place in ``rows``."""
        owner, owned = self.ids[self.rows.owner[row]], self.ids[self.rows.owned[row]]
        return OwnershipStatement(owner=self.party(owner), owned=self.party(owned), **self.rows.fields(row))

    def statements(self) -> Iterator[OwnershipStatement]:
        """Every statement, in the order of owned and owner."""
        return map(self.statement, range(len(self)))
