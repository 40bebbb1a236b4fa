"""An interchange as segments (ISO 9735): service characters, the release character, character sets.

Segments are cut out of the bytes as they come, so memory does not grow with the file, and several
interchanges may follow one another, each with service characters of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import IO, NamedTuple

CHARSETS = {
    "UNOA": "ascii", "UNOB": "ascii", "UNOC": "iso8859-1", "UNOD": "iso8859-2", "UNOE": "iso8859-5",
    "UNOF": "iso8859-7", "UNOG": "iso8859-3", "UNOH": "iso8859-4", "UNOI": "iso8859-6", "UNOJ": "iso8859-8",
    "UNOK": "iso8859-9", "UNOL": "iso8859-15", "UNOW": "utf-8", "UNOY": "utf-8",
}  # fmt: skip
"""What a syntax identifier says of the letters: ISO 9735 version 4, annex A. Of ISO 10646 (UNOW, UNOY)
files hold UTF-8."""
LATIN = ("ascii", "iso8859-1", "iso8859-15")
LONGEST_SEGMENT = 1 << 20
"""Bytes of a segment. The longest of the directories hold a few thousand letters."""
_CHUNK = 1 << 16
_BETWEEN = b" \t\r\n\x00\x1a"


class Service(NamedTuple):
    """The characters that cut an interchange: those of UNA, else ISO 9735's own."""

    component: str = ":"
    element: str = "+"
    decimal: str = "."
    release: str = "?"  # empty where the interchange has none
    reserved: str = " "
    end: str = "'"


@dataclass(frozen=True, slots=True)
class Segment:
    """A segment: its tag, and its elements with their components; what is left out is empty.

    Args:
        tag: such as ``NAD``.
        elements: the data elements behind the tag.
        guessed: what it was read as, where it holds bytes that its character set has not.
        whole: whether its terminator was there; only the last of a file can have none.
    """

    tag: str
    elements: tuple[tuple[str, ...], ...]
    guessed: str = ""
    whole: bool = True

    def get(self, element: int, component: int = 0) -> str:
        """A component by its places from 0; empty where it is left out."""
        parts = self.elements[element] if element < len(self.elements) else ()
        return parts[component].strip() if component < len(parts) else ""

    def all(self, element: int) -> list[str]:
        """The filled components of an element."""
        parts = self.elements[element] if element < len(self.elements) else ()
        return [text for part in parts if (text := part.strip())]


def segments(handle: IO[bytes], encoding: str | None = None) -> Iterator[tuple[Segment, Service]]:
    """The segments of a file, each with the service characters that it was read by; UNA itself is none.

    Args:
        handle: the file.
        encoding: of its letters, where the user names it; else what each interchange says.
    """
    service, charset = Service(), encoding or "ascii"
    buffer, ended = b"", False
    while buffer or not ended:
        buffer = buffer.lstrip(_BETWEEN)
        if buffer.startswith(b"UNA") and len(buffer) >= 9:
            service, buffer = _announced(buffer[3:9].decode("latin-1")), buffer[9:]
            continue
        found = _ending(service).match(buffer) if len(buffer) >= 9 or ended else None
        if found is None and not ended and len(buffer) <= LONGEST_SEGMENT:
            chunk = handle.read(_CHUNK)
            buffer, ended = buffer + chunk, not chunk
            continue
        raw, buffer = (found[1], buffer[found.end() :]) if found else (buffer, b"")
        if not raw:
            continue
        segment = _cut(raw, service, charset, whole=found is not None)
        if segment.tag == "UNB" and encoding is None:
            charset = CHARSETS.get(segment.get(0), "ascii")
        yield segment, service
        if found is None:
            return


def _announced(una: str) -> Service:
    service = Service(*una)
    return service._replace(release=service.release.strip())


def _cut(raw: bytes, service: Service, charset: str, *, whole: bool) -> Segment:
    text, guessed = _decoded(raw, charset)
    if service.release and service.release in text:
        elements = [
            tuple(_released(part, service.release) for part in _split(element, service.component, service))
            for element in _split(text, service.element, service)
        ]
    else:
        elements = [tuple(element.split(service.component)) for element in text.split(service.element)]
    return Segment(elements[0][0].strip(), tuple(elements[1:]), guessed, whole)


def _decoded(raw: bytes, charset: str) -> tuple[str, str]:
    """The text, and what it was read as where its bytes are not those of its character set.

    Every byte is a letter of Latin 1, but valid UTF-8 does not stand there by chance: the sender's system
    has another character set than its interchange says.
    """
    if raw.isascii():
        return raw.decode("ascii"), ""
    for encoding in ("utf-8", charset) if charset in LATIN else (charset, "utf-8"):
        try:
            return raw.decode(encoding), "" if encoding == charset else encoding
        except UnicodeDecodeError:
            continue
    return raw.decode("latin-1"), "latin-1"


def _split(text: str, at: str, service: Service) -> list[str]:
    """The parts between separators that are not released."""
    parts = []
    for found in _part(at, service.release).finditer(text):
        parts.append(found[1])
        if not found[2]:
            break
    return parts


@cache
def _part(separator: str, release: str) -> re.Pattern[str]:
    one, end = re.escape(release), re.escape(separator)
    return re.compile(rf"((?:{one}(?:.|$)|[^{one}{end}])*+)({end}|$)", re.DOTALL)


def _released(text: str, release: str) -> str:
    return re.sub(rf"{re.escape(release)}(.?)", r"\1", text, flags=re.DOTALL)


@cache
def _ending(service: Service) -> re.Pattern[bytes]:
    """A segment up to its terminator, which a release character before it makes a letter."""
    end = re.escape(service.end.encode("latin-1"))
    if not service.release:
        return re.compile(rb"([^" + end + rb"]*+)" + end)
    release = re.escape(service.release.encode("latin-1"))
    return re.compile(rb"((?:" + release + rb".|[^" + release + end + rb"])*+)" + end, re.DOTALL)
