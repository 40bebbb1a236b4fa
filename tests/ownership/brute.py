"""An independent check: every way to fill the ranges of a small graph, each judged by the plain definition.

Nothing here is shared with the package. Holdings are whole percent on a grid; a way to fill them gives each
one value, such that no party is held beyond 100 %. A party is owned where it is in every way, not owned
where it is in none, and undetermined otherwise.
"""

from __future__ import annotations

import itertools
import random
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

GRID = 10
Shares = dict[tuple[str, str], int]


@dataclass(frozen=True)
class Edge:
    """That ``owner`` holds from ``least`` to ``most`` percent of ``owned``, and whether it controls it.

    Of what a controlling owner holds nothing is known: it is from 0 to 100 percent.
    """

    owner: str
    owned: str
    least: int
    most: int
    controls: bool = False


@dataclass(frozen=True)
class Rule:
    """Half or, where ``above``, more; added up over listed parties or not; control counts or not."""

    above: bool = False
    aggregate: bool = True
    control: bool = False


@dataclass(frozen=True)
class Graph:
    """Who holds what, and who is listed."""

    edges: tuple[Edge, ...]
    listed: tuple[str, ...]

    @property
    def nodes(self) -> list[str]:
        return sorted({end for edge in self.edges for end in (edge.owner, edge.owned)})


def random_graph(draw: random.Random, *, ranges: int) -> Graph:
    """A graph of up to seven parties, at most ``ranges`` of its holdings not known exactly.

    What is known for certain of a party never exceeds the whole, so that there is a way to fill it.
    """
    nodes = [chr(ord("A") + place) for place in range(draw.randint(2, 7))]
    pairs = list(itertools.permutations(nodes, 2))
    chosen = draw.sample(pairs, min(len(pairs), draw.randint(1, 10)))
    left = dict.fromkeys(nodes, 100)
    edges = []
    for owner, owned in chosen:
        least = draw.choice([share for share in (0, 10, 20, 30, 40, 50, 60, 70, 100) if share <= left[owned]])
        if ranges and draw.random() < 0.15:
            ranges -= 1
            edges.append(Edge(owner, owned, 0, 100, controls=True))
            continue
        width = draw.choice((10, 20, 30, 50, 100)) if ranges and draw.random() < 0.5 else 0
        ranges -= width > 0
        if not least and not width:
            continue
        left[owned] -= least
        edges.append(Edge(owner, owned, least, min(100, least + width)))
    listed = draw.sample(nodes, draw.randint(1, 2))
    return Graph(tuple(edges), tuple(sorted(listed)))


def outcomes(graph: Graph, rule: Rule) -> dict[str, str]:
    """The outcome of each party that is not listed."""
    groups = [graph.listed] if rule.aggregate else [(listed,) for listed in graph.listed]
    always, never = set(graph.nodes), set(graph.nodes)
    for shares in _ways(graph):
        owned = set().union(*(_owned(graph, shares, group, rule) for group in groups))
        always &= owned
        never -= owned
    return {
        node: "owned" if node in always else "not_owned" if node in never else "undetermined"
        for node in graph.nodes
        if node not in graph.listed
    }


def _ways(graph: Graph) -> Iterator[Shares]:
    choices = [range(edge.least, edge.most + 1, GRID) for edge in graph.edges]
    for values in itertools.product(*choices):
        shares = {(edge.owner, edge.owned): value for edge, value in zip(graph.edges, values, strict=True)}
        held: dict[str, int] = {}
        for (_, owned), value in shares.items():
            held[owned] = held.get(owned, 0) + value
        if all(total <= 100 for total in held.values()):
            yield shares


def _owned(graph: Graph, shares: Shares, listed: tuple[str, ...], rule: Rule) -> set[str]:
    """Everybody reached, by trying every party again until nothing changes."""
    reached = set(listed)
    while True:
        more = {
            node for node in set(graph.nodes) - reached if _is_reached(graph, shares, node, reached, rule)
        }
        if not more:
            return reached - set(listed)
        reached |= more


def _is_reached(graph: Graph, shares: Shares, node: str, reached: set[str], rule: Rule) -> bool:
    mine = [edge for edge in graph.edges if edge.owned == node and edge.owner in reached]
    if rule.control and any(edge.controls for edge in mine):
        return True
    total = Fraction(sum(shares[edge.owner, edge.owned] for edge in mine), 100)
    return total > Fraction(1, 2) if rule.above else total >= Fraction(1, 2)
