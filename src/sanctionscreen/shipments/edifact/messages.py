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
    reading = _Reading()
    for segment, service in found:
        yield from reading.take(segment, service)
    yield from reading.end()


class _Reading:
    """How far the segments of a file have been read."""

    def __init__(self) -> None:
        self._message: Message | None = None
        self._interchange, self._counted = "", 0

    def take(self, segment: Segment, service: Service) -> Iterator[Message]:
        """One more segment, and the messages that end with it."""
        message = self._message
        if not segment.whole:
            self._message = None
            yield _cut(message or Message("", ""), segment)
        elif segment.tag == "UNH":
            yield from self.end()
            self._message = Message(segment.get(0), segment.get(1), decimal=service.decimal)
        elif segment.tag == "UNT" and message:
            _check_count(message, segment)
            self._message, self._counted = None, self._counted + 1
            yield message
        elif segment.tag == "UNB":
            yield from self.end()
            self._interchange, self._counted = segment.get(4), 0
        elif segment.tag == "UNZ":
            yield from self.end()
            yield from self._check_interchange(segment)
        elif message:
            message.segments.append(segment)
            _check_letters(message, segment)

    def end(self) -> Iterator[Message]:
        """The message that is open, which has no end of its own."""
        if self._message:
            self._counted += 1
            yield _without_end(self._message)
            self._message = None

    def _check_interchange(self, trailer: Segment) -> Iterator[Message]:
        said = trailer.get(0)
        if said.isdigit() and int(said) != self._counted:
            text = f"interchange {self._interchange} counts {int(said)} messages and holds {self._counted}"
            yield Message("", "", problems=[Problem("UNZ", f"{text}: some were lost on the way")])


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


def _cut(message: Message, segment: Segment) -> Message:
    tag, number = segment.tag[:3] or "?", len(message.segments) + 2
    text = f"the file ends within segment {number} ({tag}) of the message: what stood behind it is lost"
    message.segments.append(segment)
    message.problems.append(Problem(tag, f"{text}. Ask for the file again"))
    return message


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
