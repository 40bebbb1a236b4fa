"""The parties that a name field of a shipping document holds."""

from __future__ import annotations

from collections.abc import Sequence

from sanctionscreen.errors import UsageError
from sanctionscreen.names import printable

from .assembling import assemble
from .found import PartiesFound
from .walking import walk

LONGEST = 2000
"""Characters of a field that are read. Name and address fields of any document hold under a thousand."""


def parties_in(lines: str | Sequence[str], role: str | None = None) -> PartiesFound:
    """The parties in a name field of a shipping document, and what each word of it was read as.

    Finds parties behind ``TO THE ORDER OF``, ``NOTIFY``, ``C/O``, ``ON BEHALF OF``, ``A/C`` and their like,
    several on one line, other names (``T/A``, ``DBA``, ``FKA``), ships, and names that go on over lines of
    30, 35 or 40 characters; lifts numbers and contacts out of the names, and tells the address behind them
    apart. It knows no list.

    >>> found = parties_in(["TO THE ORDER OF BANK NORDOVIA", "NOTIFY KARVELLO LLC TEL +971 4 5550123"])
    >>> [(party.name, party.role) for party in found.parties]
    [('BANK NORDOVIA', 'order_of'), ('KARVELLO LLC', 'notify')]

    Args:
        lines: the field as received: its lines, or one text with line feeds. Lines of a fixed width must
            not have been joined, since their length tells where a name was cut.
        role: what the field is, such as ``consignee``: the role of every party of which the text says
            nothing else.

    Returns:
        The parties, the notes, and the whole text in parts. Empty text gives no party.

    Raises:
        UsageError: the lines are no text, or hold more than ``LONGEST`` characters.
    """
    text = printable(lines if isinstance(lines, str) else "\n".join(_checked(lines)))
    if len(text) > LONGEST:
        raise UsageError(
            f"a name field of {len(text):,} characters",
            field=role,
            advice=f"Pass one field at a time, of at most {LONGEST:,} characters",
        )
    return assemble(walk(text, role))


def _checked(lines: Sequence[str]) -> Sequence[str]:
    if not isinstance(lines, Sequence):
        raise UsageError(
            f"a name field is text or lines of text, not {type(lines).__name__}",
            advice="Pass the field as text, or its lines in a list",
        )
    for number, line in enumerate(lines, 1):
        if not isinstance(line, str):
            raise UsageError(
                f"line {number} of a name field is {type(line).__name__}, not text",
                advice="Pass the lines as text; leave out those that are empty",
            )
    return lines
