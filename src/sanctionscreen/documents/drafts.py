"""What has been read of a text: parties, notes and steps by their places in it."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field

from sanctionscreen.model import Identifier, Kind

from .found import Did, OtherKind, PartKind
from .joining import full_lines, glue_of

Span = tuple[int, int]

ASIDE = frozenset(("attention", "vessel"))
"""Roles of whom one piece of text names; what follows belongs to the party before them."""


@dataclass(slots=True)
class DraftName:
    """A name being read: its places in the text. ``kind`` is set where it is another name of its party."""

    spans: list[Span]
    kind: OtherKind | None = None


@dataclass(slots=True)
class Draft:
    """A party being read."""

    role: str | None
    said: str
    kind: Kind
    names: list[DraftName]
    address: list[Span] = field(default_factory=list)
    departments: list[Span] = field(default_factory=list)
    identifiers: list[Identifier] = field(default_factory=list)


class Drafts:
    """Everything read of one text."""

    def __init__(self, text: str) -> None:
        lines = text.split("\n")
        self.text = text
        self.full = full_lines(lines)
        self.breaks = [place for place, letter in enumerate(text) if letter == "\n"]
        self.parties: list[Draft] = []
        self.address: list[Span] = []
        self.identifiers: list[Identifier] = []
        self.notes: list[tuple[str, str]] = []
        self.steps: list[tuple[int, Did, str]] = []
        self.parts: list[tuple[int, int, PartKind]] = []

    def line_of(self, place: int) -> int:
        """The number of the line, from 0, in which a place of the text is."""
        return bisect_right(self.breaks, place - 1)

    def ends_full_line(self, place: int) -> bool:
        """Whether a place is the end of a line that fills its field."""
        line = self.line_of(place)
        end = self.breaks[line] if line < len(self.breaks) else len(self.text)
        return self.full[line] and not self.text[place:end].strip()

    def step(self, place: int, did: Did, words: str) -> None:
        """Write down what was done."""
        self.steps.append((place, did, words))

    def free(self, start: int, end: int) -> bool:
        """Whether nothing but marks stands between two places: no part, and no name of another party."""
        claimed = [first for first, _, _ in self.parts]
        claimed += [first for draft in self.parties for name in draft.names for first, _ in name.spans]
        return not any(start <= first < end for first in claimed)

    def joined(self, name: DraftName) -> str:
        """A name with its lines put together."""
        return " ".join(self._one_line(start, end) for start, end in name.spans)

    def add_address(self, start: int, end: int, spans: list[Span]) -> None:
        """Add to the lines of an address; pieces on one line stay together."""
        self.step(start, "read", f"{self.text[start:end]!r} is read as an address")
        last = spans[-1][1] if spans else 0
        if spans and self.free(last, start) and "\n" not in self.text[last:start]:
            spans[-1] = (spans[-1][0], end)
        else:
            spans.append((start, end))

    def extend(self, name: DraftName, start: int, end: int) -> None:
        """Add a piece to a name."""
        begun, last = name.spans[-1]
        if self.free(last, start):
            name.spans[-1] = (begun, end)
        else:
            name.spans.append((start, end))
        if "\n" in self.text[last:start]:
            self._tell_join(begun, last, start, end)

    def _tell_join(self, begun: int, last: int, start: int, end: int) -> None:
        first, second = self.text[begun:last].rpartition("\n")[2], self.text[start:end]
        line = self.line_of(last)
        why = "is full" if self.full[line] else "does not end the name"
        how = "with a space" if glue_of(first, second, full=self.full[line]) else "within a word"
        self.step(last, "joined", f"line {line + 1} {why}: {first!r} goes on with {second!r}, {how}")

    def _one_line(self, start: int, end: int) -> str:
        first, *others = self.text[start:end].split("\n")
        whole = first.strip()
        for number, line in enumerate(others, self.line_of(start)):
            if piece := line.strip():
                whole += glue_of(whole, piece, full=self.full[number]) + piece
        return " ".join(whole.split())
