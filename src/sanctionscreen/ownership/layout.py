"""Where the boxes and lines of a layered picture stand, after Sugiyama, Tagawa and Toda (IEEE SMC-11, 1981).

Boxes stand in the even rows. Every line passes each row between its ends in a place of its own, and its
label has one in the row below its upper end, so that nothing lies on anything else. Places are ordered
within a row by the mean of their neighbours', which takes out most crossings, and then moved as close to
their neighbours as the distances allow.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

GAP = 24.0
SWEEPS = 8

Node = Hashable


@dataclass(frozen=True, slots=True)
class Line:
    """A line to draw from a box in an upper layer to one in a lower layer, and the width of its label."""

    upper: str
    lower: str
    label: float


@dataclass(frozen=True, slots=True)
class Layout:
    """Where things stand.

    Args:
        boxes: the middle of each box.
        lines: for each line, the middles of the places it passes, from its upper to its lower end, each
            with its row; the second is the label's.
        width: of the picture, in the unit of the widths given.
    """

    boxes: dict[str, float]
    lines: list[list[tuple[int, float]]]
    width: float


def lay_out(layers: Mapping[str, int], widths: Mapping[str, float], lines: Sequence[Line]) -> Layout:
    """Place boxes and lines.

    Args:
        layers: the layer of each box, from 0 at the top.
        widths: the width of each box.
        lines: what ties them; the order is of no account for the boxes.
    """
    graph = _Graph()
    for key in sorted(layers):
        graph.add(key, 2 * layers[key], widths[key])
    paths = [graph.join(number, line, layers) for number, line in enumerate(lines)]
    order = [graph.rows[row] for row in sorted(graph.rows)]
    for _ in range(SWEEPS):
        _sort(order, graph.up)
        _sort(order[::-1], graph.down)
    middle = graph.placed(order)
    left = min(middle[node] - graph.width[node] / 2 for row in order for node in row)
    right = max(middle[node] + graph.width[node] / 2 for row in order for node in row)
    return Layout(
        boxes={key: middle[key] - left for key in layers},
        lines=[[(graph.row[node], middle[node] - left) for node in path] for path in paths],
        width=right - left,
    )


class _Graph:
    """Boxes and the places of lines as nodes, by row."""

    def __init__(self) -> None:
        self.rows: defaultdict[int, list[Node]] = defaultdict(list)
        self.row: dict[Node, int] = {}
        self.width: dict[Node, float] = {}
        self.up: defaultdict[Node, list[Node]] = defaultdict(list)
        self.down: defaultdict[Node, list[Node]] = defaultdict(list)

    def add(self, node: Node, row: int, width: float) -> None:
        """Put a node at the end of a row."""
        self.rows[row].append(node)
        self.row[node], self.width[node] = row, width

    def join(self, number: int, line: Line, layers: Mapping[str, int]) -> list[Node]:
        """Lead a line from box to box; the nodes that it passes."""
        path: list[Node] = [line.upper]
        for row in range(2 * layers[line.upper] + 1, 2 * layers[line.lower]):
            self.add((number, row), row, line.label if len(path) == 1 else 4.0)
            path.append((number, row))
        path.append(line.lower)
        for upper, lower in pairwise(path):
            self.down[upper].append(lower)
            self.up[lower].append(upper)
        return path

    def placed(self, order: Sequence[Sequence[Node]]) -> dict[Node, float]:
        """The middle of each node: near its neighbours, as far as the order and the distances allow."""
        middle: dict[Node, float] = {}
        for row in order:
            for node, place in zip(row, self._spread(row, [0.0] * len(row)), strict=True):
                middle[node] = place
        for sweep in range(SWEEPS):
            for row in order if sweep % 2 else order[::-1]:
                wanted = []
                for node in row:
                    near = self.up[node] + self.down[node]
                    wanted.append(sum(middle[other] for other in near) / len(near) if near else middle[node])
                middle |= zip(row, self._spread(row, wanted), strict=True)
        return middle

    def _spread(self, row: Sequence[Node], wanted: Sequence[float]) -> list[float]:
        """The places nearest to those wanted that keep the order and the distances of a row.

        By least squares: without the distances it is a rising sequence that is sought, which pooling
        neighbours that fall finds.
        """
        offsets = [0.0]
        for left, right in pairwise(row):
            offsets.append(offsets[-1] + (self.width[left] + self.width[right]) / 2 + GAP)
        pools: list[tuple[float, int]] = []
        for place, offset in zip(wanted, offsets, strict=True):
            pools.append((place - offset, 1))
            while len(pools) > 1 and pools[-2][0] > pools[-1][0]:
                (a, n), (b, m) = pools[-2:]
                pools[-2:] = [((a * n + b * m) / (n + m), n + m)]
        level = [mean for mean, count in pools for _ in range(count)]
        return [place + offset for place, offset in zip(level, offsets, strict=True)]


def _sort(order: Sequence[list[Node]], near: Mapping[Node, list[Node]]) -> None:
    """Sort each row by the mean place of its neighbours in the row before."""
    for before, row in pairwise(order):
        place = {node: number for number, node in enumerate(before)}
        now = {node: float(number) for number, node in enumerate(row)}
        for node in row:
            if others := near[node]:
                now[node] = sum(place[other] for other in others) / len(others)
        row.sort(key=now.__getitem__)
