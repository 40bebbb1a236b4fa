"""How a score came about, as a picture: each contribution a bar that begins where the one before ended."""

from __future__ import annotations

from collections.abc import Iterator
from xml.sax.saxutils import escape, quoteattr

from sanctionscreen.model import Comparison, Evidence, Hit

from .words import compared

ROW = 26
"""Pixels of a row."""
LABELS = 330
"""Pixels of the words beside the bars."""
CHART = 400
"""Pixels of a hundred points."""
VALUES = 64
"""Pixels of the numbers behind the bars."""
LONGEST_LABEL = 46
"""Characters of a label that fit."""

STYLE = """
.waterfall text { font: 13px system-ui, sans-serif; fill: #1b1b1b; }
.waterfall .points { font-variant-numeric: tabular-nums; }
.waterfall .gives { fill: #2f6f9f; }
.waterfall .takes { fill: #b5482f; }
.waterfall .score { fill: #1b1b1b; }
.waterfall .line { stroke: #c9c9c9; stroke-width: 1; }
.waterfall .least { stroke: #1b1b1b; stroke-dasharray: 3 3; }
"""
"""What a page with many pictures says once."""


def render_waterfall(scored: Hit | Comparison, threshold: float | None = None, *, styled: bool = True) -> str:
    """The evidence of a hit or a comparison as an SVG picture, readable in black and white.

    Args:
        scored: whose evidence.
        threshold: a score at which a line is drawn.
        styled: whether it holds its ``STYLE``; without it, it is a part of a page that does.

    Returns:
        A whole SVG document. Bars that give points are filled one way, bars that take them another,
        and the last bar is the score.
    """
    rows = list(_rows(scored))
    height = ROW * (len(rows) + 2)
    title = f"How the score of {scored.score:g} came about"
    parts = [
        '<svg xmlns="http://www.w3.org/2000/svg" class="waterfall" role="img" '
        f'viewBox="0 0 {LABELS + CHART + VALUES} {height}" '
        f"aria-label={quoteattr(title)}>",
        f"<title>{escape(title)}</title>" + (f"<style>{STYLE}</style>" if styled else ""),
        *_scale(height),
        *rows,
        _row(len(rows), "score", 0.0, scored.score, "score", f"{scored.score:g}"),
    ]
    if threshold is not None:
        parts.append(_vertical(threshold, height - ROW, "line least"))
    return "\n".join([*parts, "</svg>"]) + "\n"


def _rows(scored: Hit | Comparison) -> Iterator[str]:
    reached = 0.0
    for number, row in enumerate(scored.evidence):
        then = reached + row.points
        low, high = sorted((reached, then))
        kind = "gives" if row.points > 0 else "takes"
        yield _row(number, _label(row), low, high, kind, f"{row.points:+g}", row.reason)
        reached = then


def _label(row: Evidence) -> str:
    words = compared(row)
    label = f"{row.feature.replace('_', ' ')}: {words}" if words else row.feature.replace("_", " ")
    return label if len(label) <= LONGEST_LABEL else label[: LONGEST_LABEL - 1] + "…"


def _row(number: int, label: str, low: float, high: float, kind: str, points: str, reason: str = "") -> str:
    """One row: what was compared, a bar from one score to another, and its points."""
    top = ROW * number
    left, right = _x(low), _x(high)
    bar = (
        f'<rect class="{kind}" x="{left:.1f}" y="{top + 5}" width="{max(right - left, 1.0):.1f}" '
        f'height="{ROW - 10}"><title>{escape(reason or label)}</title></rect>'
    )
    return (
        f'<text x="{LABELS - 10}" y="{top + 18}" text-anchor="end">{escape(label)}</text>{bar}'
        f'<text class="points" x="{LABELS + CHART + 8}" y="{top + 18}">{points}</text>'
    )


def _scale(height: int) -> Iterator[str]:
    for score in range(0, 101, 20):
        yield _vertical(score, height - ROW, "line")
        yield f'<text x="{_x(score):.1f}" y="{height - 8}" text-anchor="middle">{score}</text>'


def _vertical(score: float, bottom: int, kind: str) -> str:
    x = f"{_x(score):.1f}"
    return f'<line class="{kind}" x1="{x}" y1="0" x2="{x}" y2="{bottom}"/>'


def _x(score: float) -> float:
    """Where a score lies; contributions may lead beyond both ends before the rest brings them back."""
    return LABELS + CHART * min(max(score, 0.0), 100.0) / 100
