"""The XML form: one element for each designation, its facts in elements named like the CSV's columns."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from sanctionscreen.model import Entity
from sanctionscreen.printed import day
from sanctionscreen.reading import Element, Files
from sanctionscreen.reading.grouped import Grouped
from sanctionscreen.reading.xml import stream

from .facts import GROUPS, TOGETHER, read_subject

ROOT = "Designations"
RECORD = "Designation"
DATE = "DateGenerated"


@cache
def folded(words: str) -> str:
    """A tag, or the column it is named after, without what tells them apart.

    The tag is the column's words written together; a list of values may stand in an element named in
    the plural, alone or around elements named in the singular.

    >>> folded("Nationality(/ies)"), folded("Nationalities"), folded("IMONumber")
    ('nationality', 'nationality', 'imonumber')
    """
    letters = re.sub(r"\(.*?\)|[^a-z0-9]", "", words.casefold())
    return re.sub(r"s$", "", re.sub(r"ies$", "y", letters))


# Where the text of an element goes: its group, and its place in it.
PLACES = {
    folded(column): (group, place)
    for group, columns in GROUPS.items()
    for place, column in enumerate(columns)
} | {folded("IndividualEntityShip"): ("Designation Type", 0)}


def read_xml(files: Files) -> Iterator[Entity]:
    """The subjects of the XML file."""
    seen: dict[str, int] = {}
    for record in stream(files, ROOT, RECORD, header=DATE):
        if record.tag == DATE:
            read_date(files, record.own_text())
            continue
        key = record.text("UniqueID")
        if not key:
            raise files.error(
                "the designation has no UniqueID",
                record=f"line {record.line}",
                field="UniqueID",
                advice="Download the list again; a designation without its id cannot be cited",
            )
        seen[key] = seen.get(key, 0) + 1
        if seen[key] > 1:
            files.report.odd(key, "UniqueID", key, "the id of an earlier designation: numbered")
            key = f"{key}-{seen[key]}"
        subject = Grouped(key, record.line, GROUPS)
        read_facts(subject, record)
        read_indicators(files, subject, record)
        yield read_subject(files, subject)


def read_date(files: Files, text: str) -> None:
    """The day on which the file was generated; a time of day may follow it."""
    as_of = day(text[:10], "%Y-%m-%d", "%d/%m/%Y") or day(text, "%d-%b-%Y")
    if not as_of:
        files.report.odd("header", DATE, text, "the date of the file cannot be read")
    files.published(as_of)


def read_facts(subject: Grouped, element: Element) -> None:
    """What an element and those in it state; an element without a place is left unread, and so reported."""
    together: dict[str, list[str]] = {}
    for child in element.children():
        group, place = PLACES.get(folded(child.tag), ("", 0))
        text = child.own_text() if group else ""
        if text and group in TOGETHER:
            if together.get(group, [""] * (place + 1))[place]:  # the next of its kind, without a wrapper
                subject.state(group, together.pop(group))
            together.setdefault(group, [""] * len(GROUPS[group]))[place] = text
        elif text:
            subject.state(group, (text,))
        read_facts(subject, child)
    for group, values in together.items():
        subject.state(group, values)


def read_indicators(files: Files, subject: Grouped, record: Element) -> None:
    """The measures marked as true, where ``SanctionsImposed`` does not print them already."""
    printed = folded(" ".join(subject.texts("Sanctions Imposed")))
    for child in (child for found in record.all("SanctionsImposedIndicators") for child in found.children()):
        value = child.own_text().casefold()
        if value not in ("", "true", "false", "1", "0", "yes", "no"):
            files.report.odd(subject.key, child.tag, value, "neither true nor false: taken as true")
        if value in ("", "false", "0", "no") or folded(child.tag) in printed:
            continue
        if printed:
            files.report.odd(subject.key, child.tag, value, "a measure that SanctionsImposed does not print")
        words = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", child.tag)
        subject.state("Sanctions Imposed", (words.capitalize(),))
