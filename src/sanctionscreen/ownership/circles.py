"""Parties that own each other, directly or in a circle: the strong components of a graph of holdings."""

from __future__ import annotations

import numpy as np

from .columns import Numbers
from .holdings import LINKED, Holdings

PEELINGS = 64
"""How often the ends of all chains are cut off at once. It clears nearly all of a register; what is left
is walked through one by one."""


def circles(holdings: Holdings) -> list[tuple[int, ...]]:
    """The sets of two or more parties each of which holds, through others or not, something of each other.

    Offices and ties of an unknown kind make no circle. The sets and the parties in them are in order.
    """
    table = holdings.table
    holds = (table.kind < LINKED) & (table.most > 0) & (table.implied == 0)
    owner, owned = table.owner[holds], table.owned[holds]
    for _ in range(PEELINGS):
        inside = np.isin(owner, owned) & np.isin(owned, owner)
        if inside.all():
            break
        owner, owned = owner[inside], owned[inside]
    return sorted(tuple(sorted(part)) for part in _components(owner, owned) if len(part) > 1)


def _components(owner: Numbers, owned: Numbers) -> list[list[int]]:
    """Strong components, by Tarjan's algorithm (SIAM J. Comput. 1, 1972) with a stack of its own."""
    below: dict[int, list[int]] = {}
    for a, b in zip(owner.tolist(), owned.tolist(), strict=True):
        below.setdefault(a, []).append(b)
    order: dict[int, int] = {}
    lowest: dict[int, int] = {}
    path: list[int] = []
    on_path: set[int] = set()
    found = []
    for start, children in below.items():
        walk = [] if start in order else [(start, iter(children))]
        while walk:
            node, rest = walk[-1]
            if node not in order:
                order[node] = lowest[node] = len(order)
                path.append(node)
                on_path.add(node)
            for child in rest:
                if child not in order:
                    walk.append((child, iter(below.get(child, ()))))
                    break
                if child in on_path:
                    lowest[node] = min(lowest[node], order[child])
            else:
                walk.pop()
                if walk:
                    parent = walk[-1][0]
                    lowest[parent] = min(lowest[parent], lowest[node])
                if lowest[node] == order[node]:
                    found.append(_cut(path, node))
                    on_path.difference_update(found[-1])
    return found


def _cut(path: list[int], node: int) -> list[int]:
    """Take the end of a path, from a node on."""
    part = [path.pop()]
    while part[-1] != node:
        part.append(path.pop())
    return part
