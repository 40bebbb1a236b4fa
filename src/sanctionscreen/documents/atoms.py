"""A text in the smallest pieces that can be a name or an address, with what stands between them."""

from __future__ import annotations

import re
from functools import cache
from typing import Literal, NamedTuple

from .words import table

Break = Literal["start", "line", "comma", "stroke", "strong", "and", "dash", "opener"]
"""What stands before an atom: the start of its run, a line's end, a comma, a stroke without spaces, a
stroke with spaces or another mark between parties, ``and``, a dash, or nothing but words that open an
address."""

_BETWEEN = re.compile(
    r"(?P<line>\s*\n\s*(?:[1-8]/(?=\S))?|\A[1-8]/(?=\S)|[^\S\n]{2,}|\s*//+\s*)"
    r"|(?P<strong>\s*;\s*|\s*(?<!\w)and\s*/?\s*or(?!\w)\s*|\s+/\s+|\s+/(?=\w{3})|(?<=\w\w\w)/\s+|\s*；\s*|\s+\|\s+)"
    r"|(?P<item>(?:^|(?<=[\s,;]))\(?(?P<number>[1-9])[.)]\s+)"
    r"|(?P<comma>\s*(?:(?<!\d),|,(?!\d)|[，、])\s*)"
    r"|(?P<dash>\s+[-–]\s+)"
    r"|(?P<and>\s+(?:and|und|et|y|ve|и|&|\+)\s+(?!(?:co|cia|cie)\b))"
    r"|(?P<stroke>(?<=[^\W\d_]{2})/(?=[^\W\d_]{2}))",
    re.IGNORECASE | re.MULTILINE,
)
_KIND_OF: dict[str, Break] = {
    "line": "line", "strong": "strong", "item": "strong", "comma": "comma", "dash": "dash", "and": "and",
    "stroke": "stroke",
}  # fmt: skip
_OPEN = {"(": ")", "[": "]", "«": "»", "“": "”", "（": "）"}
_EDGES = ",;:/–|，；：、"


class Atom(NamedTuple):
    """A piece of the text by its place, and what stands before it."""

    start: int
    end: int
    before: Break


def find_atoms(text: str, start: int, end: int, before: Break) -> list[Atom]:
    """The atoms of a stretch of text; brackets and quotation marks hold together what they enclose."""
    atoms: list[Atom] = []
    place, kind = start, before
    for cut_start, cut_end, following in [*_cuts(text, start, end), (end, end, "line")]:
        first, last = _trimmed(text, place, cut_start)
        if any(letter.isalnum() for letter in text[first:last]):
            atoms.append(Atom(first, last, kind))
            kind = following
        elif kind != "start":
            kind = _stronger(kind, following)
        place = cut_end
    return atoms


def _cuts(text: str, start: int, end: int) -> list[tuple[int, int, Break]]:
    """The places between atoms, each with what it is."""
    openers = [match.span() for match in _openers().finditer(text, start, end)]
    cuts: list[tuple[int, int, Break]] = [(first, first, "opener") for first, _ in openers if first > start]
    found = list(_BETWEEN.finditer(text, start, end))
    if not found:
        return cuts
    numbered = [match["number"] for match in found if match["item"]][:2] == ["1", "2"]
    enclosed = _enclosed(text, start, end) + openers
    for match in found:
        kind = _KIND_OF[match.lastgroup or ""]
        inside = kind != "line" and any(first < match.start() < last for first, last in enclosed)
        if not inside and (numbered or not match["item"]):
            cuts.append((*match.span(), kind))
    return sorted(cuts)


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """A stretch without white space, marks and halves of brackets at its ends."""
    while start < end and (text[start].isspace() or text[start] in _EDGES + ")]-"):
        start += 1
    while end > start and (
        text[end - 1].isspace() or text[end - 1] in _EDGES + "([" or _closes(text, start, end)
    ):
        end -= 1
    return start, end


def _closes(text: str, start: int, end: int) -> bool:
    """Whether a stretch ends with a bracket that it does not open."""
    opening = {")": "(", "]": "["}.get(text[end - 1])
    return opening is not None and text.find(opening, start, end) < 0


def _stronger(one: Break, other: Break) -> Break:
    return "strong" if "strong" in (one, other) else other


def _enclosed(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Places of what brackets and quotation marks enclose on one line."""
    places: list[tuple[int, int]] = []
    opened: list[tuple[str, int]] = []
    for place in range(start, end):
        letter = text[place]
        if letter == "\n":
            opened.clear()
        elif opened and letter == opened[-1][0]:
            places.append((opened.pop()[1], place))
        elif letter in _OPEN:
            opened.append((_OPEN[letter], place))
        elif letter == '"':
            opened.append(('"', place))
    return places


@cache
def _openers() -> re.Pattern[str]:
    return re.compile(
        r"(?<![^\s.)\n])(?<![,;/]\s)(?:" + "|".join(table("lines")["openers"]["patterns"]) + ")",
        re.IGNORECASE,
    )
