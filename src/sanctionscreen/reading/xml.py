"""Streaming XML without entities, network or unbounded depth (lxml over libxml2)."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from pathlib import Path

from lxml import etree

from .fields import Element, count_unread, local_name
from .files import Files


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
        header: the name, or names, of elements outside the records that are yielded too.

    Raises:
        ReadError: the file is not well-formed, was cut, has another root, or declares entities.
    """
    headers = (header,) if isinstance(header, str) else header or ()
    wanted = {*records, *headers}
    seen = 0
    with files.open(path) as handle:
        parser = etree.iterparse(
            handle, events=("start", "end"), resolve_entities=False, no_network=True, load_dtd=False,
            huge_tree=False, remove_comments=True, remove_pis=True,
        )  # fmt: skip
        depth = nested = 0
        try:
            for event, element in parser:
                name = local_name(element.tag)
                if event == "start":
                    if depth == 0:
                        _check_root(files, element, root, path)
                        yield from _root_attributes(element, wanted)
                    elif nested or name in wanted:
                        nested += 1
                    depth += 1
                    continue
                depth -= 1
                nested -= nested > 0
                if name not in wanted:
                    if not nested and depth:
                        _forget(element)
                    continue
                seen += name in records
                record = Element(element)
                yield record
                count_unread(files.report.unread, record)
                _forget(element)
        except etree.XMLSyntaxError as error:
            raise files.error(
                f"the XML is damaged or cut short at line {error.lineno or 0}, after {seen} complete records "
                f"({error.msg})",
                path=path,
                record=f"#{seen + 1}",
                advice="Download the file again and compare its size with the publisher's",
            ) from error


def _root_attributes(element: etree._Element, wanted: set[str]) -> Iterator[Element]:
    """The root itself, for lists that keep their date in its attributes."""
    if local_name(element.tag) in wanted:
        yield Element(element)


def _check_root(files: Files, element: etree._Element, root: str, path: Path | None) -> None:
    if element.getroottree().docinfo.doctype:
        raise files.error(
            "the XML declares a document type, which a published list never does and which can carry "
            "an entity-expansion attack",
            path=path,
            field="<!DOCTYPE>",
            advice="Do not use this file; download it from the publisher",
        )
    name = local_name(element.tag)
    if name != root:
        raise files.error(
            f"the root element is <{name}>, where this list has <{root}>",
            path=path,
            advice="Check that the file belongs to this list",
        )


def _forget(element: etree._Element) -> None:
    """Free a finished record and what stands before it."""
    element.clear()
    parent = element.getparent()
    if parent is not None:
        while element.getprevious() is not None:
            del parent[0]


def root_is(root: str, *, namespace_with: str = "") -> Callable[[Files], bool]:
    """A recogniser: the first file is XML and its root element has this name."""

    def recognise(files: Files) -> bool:
        head = files.head()
        if not head.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<"):
            return False
        parser = etree.XMLPullParser(
            events=("start",), resolve_entities=False, no_network=True, load_dtd=False, recover=True
        )
        parser.feed(head)
        first = next(iter(parser.read_events()), None)
        tag = str(getattr(first[1], "tag", "")) if first else ""
        return local_name(tag) == root and namespace_with in tag

    return recognise
