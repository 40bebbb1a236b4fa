"""How much memory a long file of OFAC's Advanced XML takes to read, and how quickly it is read.

    python bench/advanced_memory.py [MEGABYTES]

Makes a file of about 120 MB, the size of the whole SDN_ADVANCED.XML, from the published
CONS_ADVANCED file: its locations, documents, parties, relationships and entries again and again, each
time under other numbers. A new process reads it and prints its records, seconds and peak memory.
"""

from __future__ import annotations

import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from published import LISTS

PUBLISHED = LISTS / "us_ofac" / "CONS_ADVANCED_2020-03-17.xml"
SECTIONS = ("Locations", "IDRegDocuments", "DistinctParties", "ProfileRelationships", "SanctionsEntries")
# The numbers that point from one of these sections to another, and not into the reference values.
NUMBERS = re.compile(
    rb"( (?:ID|FixedRef|IdentityID|LocationID|FeatureVersionID|IDRegDocumentID|DocumentedNameID|ProfileID"
    rb'|NamePartGroupID|From-ProfileID|To-ProfileID|SanctionsEntryID|IssuedIn-LocationID)=")(\d+)"'
)
STEP = 100_000_000
READ = """
import resource, sys, time
from pathlib import Path
from sanctionscreen.reading import Files, load_source
source = load_source("us_ofac_cons")
form = next(form for form in source.formats if form.name == "advanced")
began, records = time.perf_counter(), 0
for entity in form.read(Files(source.key, [Path(sys.argv[1])])):
    records += 1
seconds = time.perf_counter() - began
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
print(f"{records:,} records in {seconds:.1f} s, {records / seconds:,.0f} a second; peak {peak:,.0f} MB")
"""


def repeated(published: bytes, times: int) -> Iterator[bytes]:
    """The pieces of a file that says everything of a published one so many times."""
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


def main() -> None:
    """Make, read, print."""
    wanted = int(sys.argv[1]) if len(sys.argv) > 1 else 120
    published = PUBLISHED.read_bytes()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "CONS_ADVANCED.XML"
        with path.open("wb") as handle:
            handle.writelines(repeated(published, max(1, round(wanted * 1e6 / len(published)))))
        print(f"{path.stat().st_size / 1e6:.0f} MB: ", end="", flush=True)
        subprocess.run([sys.executable, "-c", READ, str(path)], check=True)


if __name__ == "__main__":
    main()
