"""Shipments over time as a picture: a column for each month, stacked by goods.

The SVG stands by itself: no script and no font. It reads without colour, since kinds differ in lightness
and stand in one order in every column and in the legend.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple
from xml.sax.saxutils import escape, quoteattr

COLUMN, GAP, UNIT = 8, 1.5, 22
"""Pixels of a month, of the space beside its column, and of one shipment."""
LEFT, TOP, BOTTOM, RIGHT = 48, 96, 44, 40
COLOURS = ("#1f4e6b", "#5b93b0", "#b9a26a", "#e3d9bf", "#8a8a8a", "#c9c9c9")
STYLE = """
text { font: 12px system-ui, sans-serif; fill: #1b1b1b; }
.title { font-size: 15px; font-weight: 600; }
.line { stroke: #dedede; }
.axis { stroke: #1b1b1b; }
.mark { stroke: #1b1b1b; stroke-dasharray: 3 3; }
.quiet { fill: #5a5a5a; }
"""


class Mark(NamedTuple):
    """A day to remember, and what happened."""

    day: date
    words: str


def render_months(shipments: Mapping[tuple[date, str], int], title: str, marks: Sequence[Mark] = ()) -> str:
    """How many shipments of what goods there were in each month, as a whole SVG document.

    Args:
        shipments: how many, by day and goods.
        title: what stands above.
        marks: days that are drawn as lines.
    """
    months: Counter[tuple[int, str]] = Counter()
    for (day, goods), count in shipments.items():
        months[_month(day), goods] += count
    first = min(month for month, _ in months) // 12 * 12
    last = max(month for month, _ in months)
    per_goods: Counter[str] = Counter()
    for (_, goods), count in months.items():
        per_goods[goods] += count
    kinds = [goods for goods, _ in sorted(per_goods.items(), key=lambda item: (-item[1], item[0]))]
    highest = max(sum(months[month, goods] for goods in kinds) for month in range(first, last + 1))
    sheet = _Sheet(first, last, highest)
    lines = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {sheet.width:.0f} {sheet.height:.0f}" '
        f'role="img" aria-label={quoteattr(title)}>',
        f"<title>{escape(title)}</title><style>{STYLE}</style>",
        '<rect width="100%" height="100%" fill="#ffffff"/>',
        f'<text class="title" x="{LEFT}" y="24">{escape(title)}</text>',
        *_legend(per_goods, kinds),
        *sheet.axes(),
        *sheet.marks(marks),
        *sheet.columns(months, kinds),
        "</svg>",
    ]
    return "\n".join(lines) + "\n"


class _Sheet:
    """The paper: where each month and each number stands on it.

    Args:
        first: the first month, counted from the year 0.
        last: the last month.
        highest: the most shipments of one month.
    """

    def __init__(self, first: int, last: int, highest: int) -> None:
        self._first, self._last, self._highest = first, last, highest
        self._ground = TOP + highest * UNIT
        self.width = LEFT + (last - first + 1) * COLUMN + RIGHT
        self.height = self._ground + BOTTOM

    def axes(self) -> Iterator[str]:
        """A line for every second shipment, and the years."""
        right = self.width - RIGHT
        for number in range(0, self._highest + 1, 2):
            y = self._y(number)
            yield f'<line class="{"line" if number else "axis"}" x1="{LEFT}" y1="{y}" x2="{right}" y2="{y}"/>'
            yield f'<text x="{LEFT - 8}" y="{y + 4}" text-anchor="end">{number}</text>'
        for month in range(self._first, self._last + 1, 12):
            x = self._x(month)
            ground = self._ground
            yield f'<line class="axis" x1="{x}" y1="{ground}" x2="{x}" y2="{ground + 6}"/>'
            yield f'<text x="{x + 3}" y="{ground + 18}">{month // 12}</text>'
        yield f'<text class="quiet" x="{LEFT}" y="{self.height - 8}">shipments a month</text>'

    def marks(self, marks: Sequence[Mark]) -> Iterator[str]:
        """Each mark a dashed line with its words above the columns, one below the other."""
        for number, mark in enumerate(marks):
            x = self._x(_month(mark.day)) + mark.day.day / 31 * COLUMN
            y = TOP - 28 + 15 * number
            yield f'<line class="mark" x1="{x:.1f}" y1="{y - 9}" x2="{x:.1f}" y2="{self._ground}"/>'
            yield f'<text class="quiet" x="{x + 4:.1f}" y="{y}">{mark.day}: {escape(mark.words)}</text>'

    def columns(self, months: Counter[tuple[int, str]], kinds: Sequence[str]) -> Iterator[str]:
        """The shipments of each month, what there is most of at the bottom."""
        for month in range(self._first, self._last + 1):
            reached = 0
            for number, goods in enumerate(kinds):
                if count := months[month, goods]:
                    reached += count
                    words = f"{month // 12}-{month % 12 + 1:02}: {count} × {goods}"
                    yield (
                        f'<rect x="{self._x(month)}" y="{self._y(reached)}" width="{COLUMN - GAP}" '
                        f'height="{count * UNIT}" fill="{_colour(number)}">'
                        f"<title>{escape(words)}</title></rect>"
                    )

    def _x(self, month: int) -> float:
        return LEFT + (month - self._first) * COLUMN

    def _y(self, number: int) -> float:
        return self._ground - number * UNIT


def _legend(per_goods: Mapping[str, int], kinds: Sequence[str]) -> Iterator[str]:
    x = float(LEFT)
    for number, goods in enumerate(kinds):
        words = f"{goods} ({per_goods[goods]})"
        yield f'<rect x="{x:.0f}" y="36" width="11" height="11" fill="{_colour(number)}"/>'
        yield f'<text x="{x + 16:.0f}" y="46">{escape(words)}</text>'
        x += 34 + 6.2 * len(words)


def _colour(number: int) -> str:
    return COLOURS[min(number, len(COLOURS) - 1)]


def _month(day: date) -> int:
    return day.year * 12 + day.month - 1
