"""What a name field holds: the parties, and every character of the text with what it was read as."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from sanctionscreen.model import Identifier, Kind, Notice
from sanctionscreen.model.frozen import Frozen

PartKind = Literal[
    "name", "other_name", "marker", "identifier", "contact", "reference", "address", "department", "remark",
    "mark",
]  # fmt: skip
"""What a part of the text was read as. ``marker`` are words such as ``C/O``, ``reference`` the number of a
voyage or an order, ``remark`` words that name nobody, and ``mark`` what stands between parts: white space,
strokes, brackets, item numbers."""

OtherKind = Literal["trading", "former", "now", "alias", "other_script"]
"""What another name of a party is: the one it trades under, bore before, bears now, is also known by, or its
name in another script that stands beside the first."""

Did = Literal["joined", "split", "stripped", "lifted", "read"]
"""What was done with the text: two lines joined, a party split off, words stripped from a name, a number
lifted out of it, or words read as something."""


class Part(Frozen):
    """A stretch of the text. The parts of a result, in order, are the whole text."""

    text: str
    kind: PartKind


class Step(Frozen):
    """One thing that was done with the text, in a sentence for the person who answers for it."""

    did: Did
    text: str


class OtherName(Frozen):
    """Another name of the same party, which is screened as well."""

    text: str = Field(min_length=1)
    kind: OtherKind


class FoundParty(Frozen):
    """A party named in a text.

    Args:
        name: the name as it stood, its lines joined.
        role: what the text says the party is (``order_of``, ``notify``, ``care_of``, ``account_of``,
            ``on_behalf_of``, ``attention``, ``vessel``, or a field such as ``consignee``), otherwise the
            role of the field; None where neither is known.
        said: the words that say it, as printed; empty where the role is the field's.
        kind: ``vessel`` where the text names a ship.
        other_names: its other names, each with its kind.
        identifiers: numbers and contacts that stood with the name, by scheme; ``type`` is the label as
            printed.
        address: what follows the name and is read as its address, line by line.
        departments: parts of the firm that the text names, such as ``PURCHASING DEPT.``
        notes: ``cut`` where the name fills its line as if it had been cut there, ``insufficient`` where a
            cut or a split left only words that many firms share.
    """

    name: str = Field(min_length=1)
    role: str | None = None
    said: str = ""
    kind: Kind = "unknown"
    other_names: tuple[OtherName, ...] = ()
    identifiers: tuple[Identifier, ...] = ()
    address: tuple[str, ...] = ()
    departments: tuple[str, ...] = ()
    notes: tuple[Notice, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """Every name to screen."""
        return (self.name, *(other.text for other in self.other_names))


class PartiesFound(Frozen):
    """What a name field holds.

    Args:
        text: the text that was read, its lines joined by line feeds.
        parties: each party, in the order of the text.
        notes: what the text says instead of naming a party, such as ``to_order``, ``same_as:consignee``,
            ``order_of:shipper``, ``empty``; then the notes of the parties.
        address: lines of an address without a name before them.
        identifiers: numbers and contacts that stand with no party.
        steps: what was joined, split, stripped, lifted and read, in the order of the text.
        parts: the whole text, each part with what it was read as.
    """

    text: str
    parties: tuple[FoundParty, ...] = ()
    notes: tuple[Notice, ...] = ()
    address: tuple[str, ...] = ()
    identifiers: tuple[Identifier, ...] = ()
    steps: tuple[Step, ...] = ()
    parts: tuple[Part, ...] = ()
