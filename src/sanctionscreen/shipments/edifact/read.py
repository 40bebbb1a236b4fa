"""A file of UN/EDIFACT interchanges as records of shipments."""

from __future__ import annotations

from collections.abc import Iterator

from sanctionscreen.reading import Files
from sanctionscreen.shipments.record import Record

from .messages import consignments, messages
from .shipment import shipment_of
from .syntax import segments

STARTS = (b"UNA", b"UNB", b"UNH", b"UNG")


def is_edifact(head: bytes) -> bool:
    """Whether a file begins as an interchange or message does."""
    return head.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(STARTS)


def count(files: Files) -> int:
    """About how many messages a file has."""
    with files.open() as handle:
        return sum(chunk.count(b"UNH") for chunk in iter(lambda: handle.read(1 << 20), b""))


def read_edifact(files: Files, encoding: str | None = None) -> Iterator[Record]:
    """The shipments of a file, in order.

    Args:
        files: the file.
        encoding: of its letters, where the user names it; else what each interchange says.
    """
    with files.open() as handle:
        if handle.peek(3)[:3] == b"\xef\xbb\xbf":  # type: ignore[attr-defined]
            handle.read(3)
        for message in messages(segments(handle, encoding)):
            for consignment in consignments(message):
                yield shipment_of(consignment)
