"""A finding as a picture: listed owners at the top, the party at the bottom, what is held on the lines.

The SVG stands by itself: no script, no style sheet, no font and no id, so that any number of them fit in one
page. It reads without colour and on paper, and every box and line has a label for screen readers.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple
from xml.sax.saxutils import escape, quoteattr

from sanctionscreen.model import ChainParty, OwnershipFinding, OwnershipStatement

from .layout import Layout, Line, lay_out
from .words import amount, headline, provenance, standing

NAME, SMALL = 13.0, 11.0
LETTER = 0.6
"""The sizes of letters, in pixels, and the width of one for its size; an East Asian one has twice that."""
BOX, PAD, BETWEEN, MARGIN = 220.0, 10.0, 30.0, 16.0
MOST_PLACES = 400
FILLS = {"listed": "#f6d5d2", "owned": "#fbe9c6", "undetermined": "#eef0f3", "not_owned": "#ffffff"}
FONT = "system-ui, 'Segoe UI', Helvetica, Arial, 'Noto Sans', 'Noto Sans CJK SC', sans-serif"
INK = "#1b1b1b"

_UNPRINTABLE = re.compile("[^\\t\\n\\r\\x20-\\ud7ff\\ue000-\\ufffd\\U00010000-\\U0010ffff]")


class _Words(NamedTuple):
    """Lines of one size."""

    lines: tuple[str, ...]
    size: float

    @property
    def height(self) -> float:
        return len(self.lines) * self.size * 1.3

    @property
    def width(self) -> float:
        return max(_width(line, self.size) for line in self.lines)


class _Tie(NamedTuple):
    """What one party holds of another: the statements, in words, and whether they close a circle."""

    owner: str
    owned: str
    statements: list[OwnershipStatement]
    words: _Words
    rises: bool

    @property
    def line(self) -> Line:
        upper, lower = (self.owned, self.owner) if self.rises else (self.owner, self.owned)
        return Line(upper, lower, self.words.width + PAD)


def render_svg(finding: OwnershipFinding) -> str:
    """A finding as an SVG document; the same finding gives the same bytes.

    A sub-graph of more than ``MOST_PLACES`` boxes and passages of lines could not be read: the party is drawn
    alone, with a line that says what was left out and where it is.
    """
    layers = {party.party.id: party.layer for party in finding.parties}
    ties = _ties(finding, layers)
    places = len(layers) + sum(abs(layers[tie.owner] - layers[tie.owned]) for tie in ties)
    parties, left_out = finding.parties, ""
    if not parties or places > MOST_PLACES:
        parties = (ChainParty(party=finding.party, layer=0, outcome=finding.outcome),)
        if ties:
            left_out = (
                f"{len(layers)} parties and {len(finding.statements)} statements decide: too many to draw. "
                "They are in the finding and in its text."
            )
        layers, ties = {finding.party.id: 0}, []
    layout = lay_out(layers, dict.fromkeys(layers, BOX), [tie.line for tie in ties])
    width = max(layout.width, 2 * BOX)
    told = [f"Rule: {finding.rule}", left_out]
    head = [_wrap(headline(finding), NAME, width), *(_wrap(line, SMALL, width) for line in told if line)]
    top = MARGIN + sum(words.height for words in head) + 2 * PAD
    sheet = _Sheet(parties, ties, layout, MARGIN + (width - layout.width) / 2, top)
    across, down = width + 2 * MARGIN, sheet.bottom + MARGIN
    title = f"{finding.party.name}: {headline(finding)}"
    lines = [
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{across:.0f}" height="{down:.0f}"'
        f' viewBox="0 0 {across:.0f} {down:.0f}" role="group" aria-label={_attribute(title)}'
        f' font-family="{FONT}" fill="{INK}" style="max-width:100%;height:auto">',
        f"<title>{_content(title)}</title>",
        f"<desc>{_content(finding.reason)}</desc>",
        '<rect width="100%" height="100%" fill="#ffffff"/>',
        *_text(head, across / 2, MARGIN),
        *sheet.lines(),
        *sheet.boxes(),
        "</svg>",
    ]
    return "\n".join(lines) + "\n"


def _ties(finding: OwnershipFinding, layers: Mapping[str, int]) -> list[_Tie]:
    held: dict[tuple[str, str], list[OwnershipStatement]] = {}
    for statement in finding.statements:
        held.setdefault((statement.owner.id, statement.owned.id), []).append(statement)
    ties = []
    for (owner, owned), statements in sorted(held.items()):
        told = [line for one in statements for line in _wrap(amount(one), SMALL).lines]
        words = _Words(tuple(dict.fromkeys(told)), SMALL)
        ties.append(_Tie(owner, owned, statements, words, layers[owner] > layers[owned]))
    return ties


class _Sheet:
    """The paper: where each row of the layout stands on it.

    Args:
        parties: what is in the boxes.
        ties: what is on the lines.
        layout: where they stand across.
        left: where the layout begins across.
        top: where it begins down.
    """

    def __init__(
        self, parties: Sequence[ChainParty], ties: Sequence[_Tie], layout: Layout, left: float, top: float
    ) -> None:
        self._parties, self._ties, self._layout, self._left = parties, ties, layout, left
        self._words = {
            party.party.id: (_wrap(party.party.name, NAME), _wrap(standing(party), SMALL))
            for party in parties
        }
        heights: defaultdict[int, float] = defaultdict(float)
        for party in parties:
            heights[2 * party.layer] = max(heights[2 * party.layer], self._height(party.party.id))
        for tie, path in zip(ties, layout.lines, strict=True):
            row, _ = path[1]
            heights[row] = max(heights[row], tie.words.height + 2 * BETWEEN)
        self._rows: list[tuple[float, float]] = []
        for row in range(max(heights) + 1):
            height = heights.get(row, 2 * BETWEEN)
            self._rows.append((top, top + height))
            top += height

    @property
    def bottom(self) -> float:
        """Where the last row ends."""
        return self._rows[-1][1]

    def boxes(self) -> Iterator[str]:
        """The parties."""
        for party in self._parties:
            key = party.party.id
            middle, top = self._left + self._layout.boxes[key], self._rows[2 * party.layer][0]
            state = "listed" if party.listed else party.outcome or "not_owned"
            edge = ' stroke-dasharray="5 3"' if state == "undetermined" else ""
            weight = 2.5 if state in ("listed", "owned") else 1.2
            label = _attribute(f"{party.party.name}, {standing(party)}")
            yield f'<g role="img" aria-label={label}>'
            yield (
                f'<rect x="{middle - BOX / 2:.1f}" y="{top:.1f}" width="{BOX:.0f}"'
                f' height="{self._height(key):.1f}" rx="4" fill="{FILLS[state]}" stroke="{INK}"'
                f' stroke-width="{weight}"{edge}/>'
            )
            yield from _text(self._words[key], middle, top + PAD)
            yield "</g>"

    def lines(self) -> Iterator[str]:
        """The ties, each with an arrow at what is owned; one that closes a circle is dashed."""
        names = {party.party.id: party.party.name for party in self._parties}
        for tie, path in zip(self._ties, self._layout.lines, strict=True):
            told = "; ".join(f"{amount(one)} ({provenance(one)})" for one in tie.statements)
            label = _attribute(f"{names[tie.owner]} holds of {names[tie.owned]}: {told}")
            points = self._points(tie, path)
            (x, y), way = (points[0], -1) if tie.rises else (points[-1], 1)
            dashes = ' stroke-dasharray="6 4"' if tie.rises else ""
            yield f'<g role="img" aria-label={label}>'
            yield f'<path d="{_curve(points)}" fill="none" stroke="{INK}" stroke-width="1.4"{dashes}/>'
            yield f'<path d="M{x:.1f} {y:.1f}l-4.5 {-9 * way}h9z"/>'
            middle, top = points[1]
            yield (
                f'<rect x="{middle - tie.words.width / 2 - 3:.1f}" y="{top:.1f}" fill="#ffffff"'
                f' width="{tie.words.width + 6:.1f}" height="{tie.words.height:.1f}"/>'
            )
            yield from _text((tie.words,), middle, top)
            yield "</g>"

    def _height(self, key: str) -> float:
        return sum(words.height for words in self._words[key]) + 2 * PAD

    def _points(self, tie: _Tie, path: Sequence[tuple[int, float]]) -> list[tuple[float, float]]:
        """The points of a line, two at its label and at each box that it passes."""
        first, last = path[0], path[-1]
        places = [(self._left + first[1], self._rows[first[0]][0] + self._height(tie.line.upper))]
        for number, (row, across) in enumerate(path[1:-1]):
            top, bottom = self._rows[row]
            if row % 2:
                half = tie.words.height / 2 if number == 0 else 0.0
                top, bottom = (top + bottom) / 2 - half, (top + bottom) / 2 + half
            places += [(self._left + across, top), (self._left + across, bottom)]
        return [*places, (self._left + last[1], self._rows[last[0]][0])]


def _curve(points: Sequence[tuple[float, float]]) -> str:
    """A path that leaves and reaches every point straight up or down."""
    (x, y), *rest = points
    path = [f"M{x:.1f} {y:.1f}"]
    for across, down in rest:
        turn = (y + down) / 2
        path.append(f"C{x:.1f} {turn:.1f} {across:.1f} {turn:.1f} {across:.1f} {down:.1f}")
        x, y = across, down
    return "".join(path)


def _text(words: Sequence[_Words], middle: float, top: float) -> Iterator[str]:
    """Lines of text around a middle, from the top down."""
    for block in words:
        weight = ' font-weight="600"' if block.size == NAME else ""
        for line in block.lines:
            top += block.size * 1.3
            yield (
                f'<text x="{middle:.1f}" y="{top - block.size * 0.35:.1f}" font-size="{block.size:.0f}"'
                f' text-anchor="middle"{weight}>{_content(line)}</text>'
            )


def _wrap(text: str, size: float, width: float = BOX - 2 * PAD) -> _Words:
    """A text in lines that fit; a word that does not, as Chinese without spaces, is cut."""
    lines = [""]
    for word in _UNPRINTABLE.sub("", text).split() or ["?"]:
        for piece in _pieces(word, size, width):
            joined = f"{lines[-1]} {piece}".strip()
            lines = [*lines[:-1], joined] if _width(joined, size) <= width else [*lines, piece]
    return _Words(tuple(line for line in lines if line), size)


def _pieces(word: str, size: float, width: float) -> Iterator[str]:
    piece = ""
    for letter in word:
        if _width(piece + letter, size) > width:
            yield piece
            piece = ""
        piece += letter
    yield piece


def _width(text: str, size: float) -> float:
    wide = sum(unicodedata.east_asian_width(letter) in "WF" for letter in text)
    return (len(text) + wide) * size * LETTER


def _content(text: str) -> str:
    return escape(_UNPRINTABLE.sub("", text))


def _attribute(text: str) -> str:
    return quoteattr(_UNPRINTABLE.sub("", text))
