"""From a party up to all that own it, through several graphs of statements."""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from sanctionscreen.model import OwnershipParty, OwnershipStatement

from .directory import Directory

MOST_ABOVE = 300
"""Parties above one that are looked at, the nearest first."""


class Node(NamedTuple):
    """A party of one of the graphs, by its place in it."""

    graph: int
    place: int


class Climb:
    """All statements above a party. What two graphs call by one id, number or exact name is one party.

    Args:
        directories: the graphs.
        node: the party to begin with.

    Attributes:
        key: its id.
        start: what it is in each graph.
        parties: it and everyone above it, by id.
        statements: who holds what of any of them, under these ids.
        cut: whether there were more parties than ``MOST_ABOVE``.
    """

    def __init__(self, directories: Sequence[Directory], node: Node) -> None:
        self._directories = directories
        self._key_of: dict[Node, str] = {}
        self._nodes: dict[str, list[Node]] = {}
        self._waiting: deque[Node] = deque()
        self.parties: dict[str, OwnershipParty] = {}
        self.statements: list[OwnershipStatement] = []
        self.cut = False
        self.key = self._key(node)
        self.start = frozenset(self._nodes[self.key])
        while self._waiting:
            self._look_above(self._waiting.popleft())

    def ids(self, key: str) -> frozenset[str]:
        """Every id that a party has in the graphs."""
        return frozenset(self._party(node).id for node in self._nodes[key])

    def _look_above(self, node: Node) -> None:
        graph = self._directories[node.graph].ownership
        owned = self._key_of[node]
        first, last = np.searchsorted(graph.rows.owned, (node.place, node.place + 1)).tolist()
        for row in range(first, last):
            holder = Node(node.graph, int(graph.rows.owner[row]))
            if holder not in self._key_of and len(self.parties) > MOST_ABOVE:
                self.cut = True
                continue
            owner = self._key(holder)
            if owner != owned:
                ends = {"owner": self.parties[owner], "owned": self.parties[owned]}
                self.statements.append(graph.statement(row).model_copy(update=ends))

    def _key(self, node: Node) -> str:
        if node in self._key_of:
            return self._key_of[node]
        party = self._party(node)
        same = [node, *self._same(node, party)]
        key = next((self._key_of[one] for one in same if one in self._key_of), party.id)
        self.parties.setdefault(key, party)
        for one in same:
            if one not in self._key_of:
                self._key_of[one] = key
                self._nodes.setdefault(key, []).append(one)
                self._waiting.append(one)
        return key

    def _same(self, node: Node, party: OwnershipParty) -> list[Node]:
        """What a party of one graph is in the others; a name that several bear there is nobody's."""
        found = []
        names, numbers = (party.name, *party.other_names), dict(party.identifiers)
        for graph, directory in enumerate(self._directories):
            if graph == node.graph:
                continue
            bearers = directory.find(names, numbers)
            if party.id in directory.ownership:
                found.append(Node(graph, directory.ownership.place[party.id]))
            elif len(bearers) == 1:
                found.append(Node(graph, bearers[0].place))
        return found

    def _party(self, node: Node) -> OwnershipParty:
        graph = self._directories[node.graph].ownership
        return graph.party(graph.ids[node.place])
