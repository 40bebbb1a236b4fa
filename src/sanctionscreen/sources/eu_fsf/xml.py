"""The EU list as XML 1.1: ``xmlFullSanctionsList_1_1``."""

from __future__ import annotations

from collections.abc import Iterator

from sanctionscreen.model import Entity
from sanctionscreen.printed import day
from sanctionscreen.reading import Files
from sanctionscreen.reading.xml import root_is, stream

from .facts import read_record

ROOT = "export"
recognise = root_is(ROOT, namespace_with="fsd")


def read_xml(files: Files) -> Iterator[Entity]:
    """The parties of the whole list in XML 1.1, in its order."""
    seen: set[str] = set()
    for record in stream(files, ROOT, "sanctionEntity", header=ROOT):
        if generated := record.attr("generationDate"):
            files.published(day(generated[:10]))
            record.ignore("@globalFileId")
        else:
            yield read_record(files, record, seen)
