"""A text as a row of numbers, markers and pieces, in its order."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from .atoms import Atom, Break, find_atoms
from .lifting import Lifted, find_numbers
from .looks import look
from .markers import Mark, find_marks

Event = Mark | Lifted | list[Atom]


def find_events(text: str) -> list[Event]:
    """Numbers, markers and the pieces between them, in the order of the text."""
    numbers = find_numbers(text)
    marks = find_marks(text, [(number.start, number.end) for number in numbers])
    fixed: list[Mark | Lifted] = [*numbers, *_certain(text, marks, numbers)]
    fixed.sort(key=lambda event: event.start)
    events: list[Event] = []
    place = 0
    before: Break = "start"
    for event in fixed:
        events += [find_atoms(text, place, event.start, before), event]
        place, before = event.end, "start" if isinstance(event, Mark) else "comma"
    return [*events, find_atoms(text, place, len(text), before)]


def _certain(text: str, marks: list[Mark], numbers: list[Lifted]) -> list[Mark]:
    """The markers whose surroundings bear them out."""
    ends = sorted([0, *(mark.end for mark in marks), *(number.end for number in numbers)])
    starts = sorted([*(mark.start for mark in marks), *(number.start for number in numbers), len(text)])
    certain: list[Mark] = []
    for mark in marks:
        begun = max(text.rfind("\n", 0, mark.start) + 1, ends[bisect_right(ends, mark.start) - 1])
        before = text[begun : mark.start].strip()
        after = text[mark.end : starts[bisect_left(starts, mark.end)]].strip().partition("\n")[0]
        if mark.condition == "behind a whole name" and before and not look(before).whole:
            continue
        if mark.value == "vessel" and not _names_ship(text[mark.start : mark.end], before, after):
            continue
        certain.append(mark)
    return certain


def _names_ship(words: str, before: str, after: str) -> bool:
    """Whether letters such as ``M.V.`` announce a ship, and are neither initials nor a firm's name."""
    name = after.partition(",")[0]
    apart = "/" in words or not before or before.endswith(tuple(",;:/(-"))
    return apart and not (name and look(name).form)
