"""Several values in one field, numbered or lettered by the publisher."""

from __future__ import annotations

import re

# A range has its dash between the brackets; in "(5) - (6) Aras" it says that there is no fifth.
_LABEL = r"(?:\d{1,2}|[A-Za-z])"
_MARK = re.compile(rf"(?:\(|(?<![\w(]))(?P<first>{_LABEL})\)(?:(?:-| to )\(?(?P<last>{_LABEL})\))?")


def numbered(text: str) -> dict[int, str]:
    """The values of a field by the number printed before each; one without numbers is number 1.

    Two fields that number alike can so be held together. A range holds for each of its numbers, words
    before the first number for all, and a number without words for what the next one says; a dash says
    that there is nothing.

    >>> numbered("(1)-(2) Tunisia (3) Libya"), numbered("a) French, b) Tunisian")
    ({1: 'Tunisia', 2: 'Tunisia', 3: 'Libya'}, {1: 'French', 2: 'Tunisian'})
    >>> numbered("Jordanian passport numbers (1) K048787 (2) 486298")
    {1: 'Jordanian passport numbers K048787', 2: 'Jordanian passport numbers 486298'}
    """
    marks: list[tuple[int, int, re.Match[str]]] = []
    for found in _MARK.finditer(text):
        first = _ordinal(found["first"])
        last = _ordinal(found["last"] or found["first"])
        # The first value may stand without its number: "00344994 (Yemeni) (b) 973406".
        due = marks[-1][1] + 1 if marks else 2 if first == 2 and text[: found.start()].strip() else 1
        if first == due and last >= first:
            marks.append((first, last, found))
    before = text[: marks[0][2].start()].strip(" ,;") if marks else text.strip()
    values = {1: before} if before and (not marks or marks[0][0] == 2) else {}
    lead = "" if values else before
    following = ""
    for place in reversed(range(len(marks))):
        first, last, found = marks[place]
        end = marks[place + 1][2].start() if place + 1 < len(marks) else len(text)
        following = text[found.end() : end].strip(" ,;") or following
        if following != "-":
            values |= {number: f"{lead} {following}".strip() for number in range(first, last + 1)}
    return {number: values[number] for number in sorted(values) if values[number]}


def _ordinal(mark: str) -> int:
    return int(mark) if mark.isdigit() else ord(mark.lower()) - ord("a") + 1
