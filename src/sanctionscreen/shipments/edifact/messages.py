"""The messages of an interchange, and in each the consignments: every one is a shipment to screen."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from sanctionscreen.shipments.record import Problem

from .syntax import Segment, Service


@dataclass(slots=True)
class Message:
    """One message, or one consignment of one.

    Args:
        reference: the message's own, of UNH.
        kind: its type, such as ``IFTMIN``.
        part: which consignment of it, from 1; 0 where it is not divided.
        segments: its segments; of a consignment those before the first one too.
        decimal: the decimal mark of its numbers.
        problems: what is wrong with it as a message.
    """

    reference: str
    kind: str
    part: int = 0
    segments: list[Segment] = field(default_factory=list)
    decimal: str = "."
    problems: list[Problem] = field(default_factory=list)

    @property
    def place(self) -> str:
        """Where it stands in the file."""
        if not self.kind and not self.reference:
            return "the end of the interchange"
        consignment = f", consignment {self.part}" if self.part else ""
        return f"message {self.reference or '?'} ({self.kind or 'of no type'}){consignment}"


def messages(found: Iterable[tuple[Segment, Service]]) -> Iterator[Message]:
    """The messages in order; a last one that was cut comes with what was read of it.

    A message or interchange that does not hold what its trailer counts says so: part of it was lost. What is
    wrong between messages comes as a message without segments.
    """
    open_message: Message | None = None
    interchange, counted = "", 0
    for segment, service in found:
        if not segment.whole:
            cut = open_message or Message("", "")
            cut.segments.append(segment)
            cut.problems.append(_cut(segment, len(cut.segments) + bool(open_message)))
            yield cut
            return
        if segment.tag == "UNH":
            if open_message:
                yield _without_end(open_message)
            open_message = Message(segment.get(0), segment.get(1), decimal=service.decimal)
        elif segment.tag == "UNT":
            if open_message:
                counted += 1
                _check_count(open_message, segment)
                yield open_message
            open_message = None
        elif segment.tag == "UNB":
            interchange, counted = segment.get(4), 0
        elif segment.tag == "UNZ":
            if open_message:
                yield _without_end(open_message)
                open_message, counted = None, counted + 1
            if segment.get(0).isdigit() and int(segment.get(0)) != counted:
                text = f"interchange {interchange} counts {int(segment.get(0))} messages and holds {counted}"
                yield Message("", "", problems=[Problem("UNZ", f"{text}: some were lost on the way")])
        elif open_message:
            open_message.segments.append(segment)
            _check_letters(open_message, segment)
    if open_message:
        yield _without_end(open_message)


def consignments(message: Message) -> Iterator[Message]:
    """Each consignment of a message that holds several, as CUSCAR and IFCSUM do; else the message itself.

    A consignment begins with CNI. What stands before the first, such as the vessel and the carrier, is said
    of each.
    """
    starts = [place for place, segment in enumerate(message.segments) if segment.tag == "CNI"]
    if not starts:
        yield message
        return
    shared = message.segments[: starts[0]]
    for number, (start, end) in enumerate(zip(starts, [*starts[1:], None], strict=True), start=1):
        yield Message(
            message.reference,
            message.kind,
            number,
            shared + message.segments[start:end],
            message.decimal,
            message.problems,
        )


def _cut(segment: Segment, number: int) -> Problem:
    return Problem(
        segment.tag[:3] or "?",
        f"the file ends within segment {number} ({segment.tag[:3] or '?'}) of the message: what stood behind "
        "it is lost. Ask for the file again",
    )


def _without_end(message: Message) -> Message:
    last = message.segments[-1].tag if message.segments else "UNH"
    text = f"the message has no UNT; its last segment is {last}. Part of it may be lost: ask for it again"
    message.problems.append(Problem("UNT", text))
    return message


def _check_count(message: Message, trailer: Segment) -> None:
    said, held = trailer.get(0), len(message.segments) + 2
    if said.isdigit() and int(said) != held:
        text = f"the message counts {int(said)} segments and holds {held}: part of it was lost on the way"
        message.problems.append(Problem("UNT", text))
    if trailer.get(1) != message.reference:
        text = f"the message ends with the reference '{trailer.get(1)}', not with its own"
        message.problems.append(Problem("UNT", text))


def _check_letters(message: Message, segment: Segment) -> None:
    if segment.guessed:
        text = f"letters that its character set has not, read as {segment.guessed}"
        advice = "" if segment.guessed == "utf-8" else "; where names look wrong, say --encoding"
        message.problems.append(Problem(segment.tag, text + advice, grave=bool(advice)))
