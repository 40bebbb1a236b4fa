"""Shipments over time, as a picture: a column for each quarter, one colour for each kind of goods."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date
from xml.sax.saxutils import escape

WIDTH, HEIGHT, LEFT, BOTTOM, TOP = 900, 360, 46, 84, 46
FONT = "system-ui, 'Segoe UI', Helvetica, Arial, sans-serif"
COLOURS = ("#8c2d19", "#d98c5f", "#3f6c8f", "#9cb8c9", "#7a7a5c", "#c9c6a5")


def draw_over_time(shipments: Sequence[tuple[date, str]], title: str) -> str:
    """An SVG of days and goods: how many shipments of each in each quarter."""
    goods = [name for name, _ in Counter(name for _, name in shipments).most_common(len(COLOURS))]
    first, last = (edge(day for day, _ in shipments) for edge in (min, max))
    quarters = [(year, q) for year in range(first.year, last.year + 1) for q in range(4)]
    quarters = [place for place in quarters if _quarter(first) <= place <= _quarter(last)]
    counts = Counter((_quarter(day), name) for day, name in shipments)
    highest = max(sum(counts[quarter, name] for name in goods) for quarter in quarters)
    step = (WIDTH - LEFT - 16) / len(quarters)
    scale = (HEIGHT - BOTTOM - TOP) / highest
    shapes = [f'<text x="{LEFT}" y="24" font-size="15" font-weight="600">{escape(title)}</text>']
    for count in range(0, highest + 1, max(1, round(highest / 4))):
        y = HEIGHT - BOTTOM - count * scale
        shapes.append(f'<path d="M{LEFT} {y:.1f}H{WIDTH - 16}" stroke="#dddddd"/>')
        shapes.append(f'<text x="{LEFT - 8}" y="{y + 4:.1f}" font-size="11" text-anchor="end">{count}</text>')
    for place, quarter in enumerate(quarters):
        x, y = LEFT + place * step, float(HEIGHT - BOTTOM)
        if quarter[1] == 0:
            shapes.append(f'<text x="{x:.1f}" y="{HEIGHT - BOTTOM + 18}" font-size="11">{quarter[0]}</text>')
        for name, colour in zip(goods, COLOURS, strict=False):
            height = counts[quarter, name] * scale
            y -= height
            if height:
                what = f"{quarter[0]} Q{quarter[1] + 1}: {counts[quarter, name]} of {name}"
                shapes.append(
                    f'<rect x="{x + 1:.1f}" y="{y:.1f}" width="{step - 2:.1f}" height="{height:.1f}" '
                    f'fill="{colour}"><title>{escape(what)}</title></rect>'
                )
    for place, (name, colour) in enumerate(zip(goods, COLOURS, strict=False)):
        x, y = LEFT + (place % 3) * 280, HEIGHT - 38 + (place // 3) * 20
        shapes.append(f'<rect x="{x}" y="{y - 10}" width="11" height="11" fill="{colour}"/>')
        shapes.append(f'<text x="{x + 18}" y="{y}" font-size="12">{escape(name)}</text>')
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" role="img" '
        f'aria-label="{escape(title)}" font-family="{FONT}" fill="#1b1b1b">'
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="#ffffff"/>{"".join(shapes)}</svg>\n'
    )


def _quarter(day: date) -> tuple[int, int]:
    return day.year, (day.month - 1) // 3
