"""Streaming XML without entities, network or unbounded depth (lxml over libxml2)."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from itertools import chain
from pathlib import Path
from typing import IO

from lxml import etree

from .fields import Element, count_unread, local_name
from .files import Files

CHUNK = 1 << 15


def stream(
    files: Files,
    root: str,
    *records: str,
    path: Path | None = None,
    header: str | Collection[str] | None = None,
) -> Iterator[Element]:
    """Each record element of a large XML file, in order; memory does not grow with the file.

    Whatever stands outside the records is freed unread. When the caller comes back for the next record,
    the fields it did not ask for are counted in ``files.report.unread``.

    Args:
        files: the list's files.
        root: the root element's name, without namespace; another root ends in a ReadError.
        records: the names of the record elements.
        path: which file; the first if none is given.
        header: the name, or names, of elements outside the records that are yielded too. The root
            itself is yielded before all others, with its attributes alone.

    Raises:
        ReadError: the file is not well-formed, was cut, has another root, or declares entities.
    """
    wanted = {*records, *((header,) if isinstance(header, str) else header or ())}
    seen = 0
    with files.open(path) as handle:
        try:
            head, top = _begin(handle)
            _check_root(files, top, root, path)
            chunks = chain(head, _chunks(handle))
            first = [top] if root in wanted else []
            for element in chain(first, _ended(chunks, str(top.tag), wanted - {root})):
                seen += local_name(element.tag) in records
                record = Element(element)
                yield record
                count_unread(files.report.unread, record)
        except etree.XMLSyntaxError as error:
            raise files.error(
                f"the XML is damaged or cut short at line {error.lineno or 0}, after {seen} complete records "
                f"({error.msg})",
                path=path,
                record=f"#{seen + 1}",
                advice="Download the file again and compare its size with the publisher's",
            ) from error


def _chunks(handle: IO[bytes]) -> Iterator[bytes]:
    return iter(lambda: handle.read(CHUNK), b"")


def _parser(*tags: str, recover: bool = False) -> etree.XMLPullParser:
    """A parser that tells where elements begin and end: those of these tags, or all."""
    return etree.XMLPullParser(
        ("start", "end"), tag=tags or None, recover=recover, resolve_entities=False, no_network=True,
        load_dtd=False, huge_tree=False, remove_comments=True, remove_pis=True,
    )  # fmt: skip


def _begin(handle: IO[bytes]) -> tuple[list[bytes], etree._Element]:
    """The chunks that were read until the root element began, and the root without its children."""
    parser, head = _parser(), []
    for chunk in _chunks(handle):
        head.append(chunk)
        for _, top in _fed(parser, chunk):
            del top[:]
            return head, top
    return head, parser.close()  # which raises: there was no root


def _fed(parser: etree.XMLPullParser, chunk: bytes) -> Iterator[tuple[str, etree._Element]]:
    """The events of one more chunk; where it is damaged, first those before the damage."""
    try:
        parser.feed(chunk)
    finally:
        yield from parser.read_events()


def _ended(chunks: Iterable[bytes], root: str, wanted: Collection[str]) -> Iterator[etree._Element]:
    """The wanted elements as each ends. Python sees no others: libxml2 picks them out by tag."""
    parser = _parser(root, *(f"{{*}}{name}" for name in wanted))
    top: etree._Element | None = None
    for chunk in chunks:
        for event, element in _fed(parser, chunk):
            if top is None:
                top = element
            elif event == "end" and element is not top:
                yield element
        if top is not None:
            _forget(top, wanted)
    parser.close()


def _forget(top: etree._Element, wanted: Collection[str]) -> None:
    """Free all that has ended: everything before the element being read, down to the record it is in."""
    element = top
    while len(element):
        del element[:-1]
        element = element[-1]
        if local_name(element.tag) in wanted:
            return


def _check_doctype(files: Files, element: etree._Element, path: Path | None) -> None:
    if element.getroottree().docinfo.doctype:
        raise files.error(
            "the XML declares a document type, which can carry an entity-expansion attack",
            path=path,
            field="<!DOCTYPE>",
            advice="Do not use this file; download it from the publisher",
        )


def _check_root(files: Files, element: etree._Element, root: str, path: Path | None) -> None:
    _check_doctype(files, element, path)
    name = local_name(element.tag)
    if name != root:
        raise files.error(
            f"the root element is <{name}>, where this list has <{root}>",
            path=path,
            advice="Check that the file belongs to this list",
        )


def whole(files: Files, most: int, *, path: Path | None = None) -> Element:
    """The root element of a file that is one record, with all that is in it.

    Args:
        files: the files.
        most: bytes that such a file may have, since it is held in memory.
        path: which file; the first if none is given.

    Raises:
        ReadError: the file is not well-formed, was cut, is larger, or declares a document type.
    """
    parser, size = _parser(), 0
    checked = False
    with files.open(path) as handle:
        try:
            for chunk in _chunks(handle):
                size += len(chunk)
                if size > most:
                    raise files.error(
                        f"the document is larger than {most >> 20} MB",
                        path=path,
                        advice="Split it into several",
                    )
                for _, element in _fed(parser, chunk):
                    if not checked:
                        _check_doctype(files, element, path)
                        checked = True
            return Element(parser.close())
        except etree.XMLSyntaxError as error:
            raise files.error(
                f"the XML is damaged or cut short at line {error.lineno or 0} ({error.msg})",
                path=path,
                advice="Ask for the file again and compare its size with the sender's",
            ) from error


def root_of(files: Files) -> tuple[str, str]:
    """The name of the first file's root element and its namespace; empty where it does not begin as XML."""
    first = next(_fed(_parser(recover=True), files.head()), None)
    tag = str(getattr(first[1], "tag", "")) if first else ""
    return local_name(tag), tag.partition("}")[0].lstrip("{") if "}" in tag else ""


def root_is(root: str, *, namespace_with: str = "") -> Callable[[Files], bool]:
    """A recogniser: the first file is XML and its root element has this name."""

    def recognise(files: Files) -> bool:
        head = files.head()
        if not head.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<"):
            return False
        name, namespace = root_of(files)
        return name == root and namespace_with in namespace

    return recognise
