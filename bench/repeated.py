"""A long file of OFAC's Advanced XML, made of a short one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

SECTIONS = ("Locations", "IDRegDocuments", "DistinctParties", "ProfileRelationships", "SanctionsEntries")
# The numbers that point from one of these sections to another, and not into the reference values.
NUMBERS = re.compile(
    rb"( (?:ID|FixedRef|IdentityID|LocationID|FeatureVersionID|IDRegDocumentID|DocumentedNameID|ProfileID"
    rb'|NamePartGroupID|From-ProfileID|To-ProfileID|SanctionsEntryID|IssuedIn-LocationID)=")(\d+)"'
)
STEP = 100_000_000


def write_repeated(path: Path, published: bytes, size: int) -> None:
    """Write a file of about ``size`` bytes that says everything of a shorter one again and again.

    Its locations, documents, parties, relationships and entries come each time under other numbers.

    Args:
        path: where to write.
        published: the shorter file.
        size: in bytes; the file has at least what the shorter one has.
    """
    with path.open("wb") as handle:
        handle.writelines(_repeated(published, max(1, round(size / len(published)))))


def _repeated(published: bytes, times: int) -> Iterator[bytes]:
    at = 0
    for section in SECTIONS:
        begin = published.index(b"<%s>" % section.encode()) + len(section) + 2
        end = published.index(b"</%s>" % section.encode())
        yield published[at:begin]
        for time in range(times):
            yield NUMBERS.sub(
                lambda found, by=time * STEP: b'%s%d"' % (found[1], int(found[2]) + by), published[begin:end]
            )
        at = end
    yield published[at:]
