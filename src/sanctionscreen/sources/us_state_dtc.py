"""US State Department: parties debarred under the Arms Export Control Act (AECA).

Publisher: the Directorate of Defense Trade Controls (DDTC), on its page as one XLSX of the statutorily
debarred, and apart from it the few debarred by an administrative decision. Each party is debarred by a
notice in the Federal Register, which is the law; a correction is a notice of its own.

Effect: ``debarment``. Whoever was convicted of a violation of the AECA or of the laws it names (section
38(g)(4)) may not take part, directly or indirectly, in any export that the ITAR govern (22 CFR 127.7).
A statutory debarment lasts until the party is reinstated by another notice. It is no block: a debarred
party is a matter for defence articles, and a red flag for anything else.

The reader was never run on a whole published file: the page offers none under a lasting address. It was
built from the documented columns (Party Name, Date Of Birth, Federal Register Notice, Notice Date,
Corrected Notice, Corrected Notice Date), and the names are those of the same parties in the
Consolidated Screening List, which repeats this list without the dates.

How it is read:

- No number identifies a party: the id is made of its first name and its notice, and numbered where a
  notice names two of one name whose dates of birth differ. Rows that repeat a party are one entity.
- ``X (a.k.a. Y; Z)`` holds three names; the whole stays as a ``variation``.
- The list does not say what a party is: one with a date of birth is a person.
- Dates are American: month, day, year. A date of birth is often only month and year.
- A file with "admin" in its name holds administrative debarments: ``listing.component`` says which.

Links: https://www.pmddtc.state.gov/ddtc_public/ddtc_public?id=ddtc_kb_article_page&sys_id=c22d1833dbb8d300d0a370131f9619f0
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from sanctionscreen.model import Birth, Entity, Listing, Name, NameKind, PartialDate
from sanctionscreen.printed import day, script_of
from sanctionscreen.printed.embedded import split_also_known
from sanctionscreen.reading import Files, Format, Row, Source, kept_date, unique
from sanctionscreen.reading.grouped import Grouped
from sanctionscreen.reading.sheet import rows as sheet_rows
from sanctionscreen.reading.sheet import sheet_has
from sanctionscreen.reading.table import header_has
from sanctionscreen.reading.table import rows as table_rows

KEY = "us_state_dtc"
AUTHORITY = "U.S. Department of State, Directorate of Defense Trade Controls"
PAGE = (
    "https://www.pmddtc.state.gov/ddtc_public/ddtc_public?id=ddtc_kb_article_page"
    "&sys_id=c22d1833dbb8d300d0a370131f9619f0"
)

NEEDED = ("Party Name", "Federal Register Notice")
COLUMNS = (*NEEDED, "Date Of Birth", "Notice Date", "Corrected Notice", "Corrected Notice Date")
SPELLINGS = {
    "Party Name": ("Name", "Debarred Party"),
    "Date Of Birth": ("DOB", "Date of Birth (MM/YYYY)"),
    "Federal Register Notice": ("FR Notice", "Federal Register Citation"),
    "Notice Date": ("FR Notice Date", "Federal Register Notice Date"),
    "Corrected Notice": ("Corrected FR Notice",),
    "Corrected Notice Date": ("Corrected FR Notice Date",),
}
BASES = {
    "statutory": ("Statutory debarment", "AECA section 38(g)(4); 22 CFR 127.7"),
    "administrative": ("Administrative debarment", "AECA section 38; 22 CFR 127.7"),
}


def read_xlsx(files: Files) -> Iterator[Entity]:
    """The parties of the workbooks, in their order."""
    for path in files.paths:
        yield from read_parties(files, path, sheet_rows(files, NEEDED, path=path, spellings=SPELLINGS))


def read_csv(files: Files) -> Iterator[Entity]:
    """The parties of workbooks that were saved as CSV, in their order."""
    for path in files.paths:
        yield from read_parties(files, path, table_rows(files, NEEDED, path=path))


def read_parties(files: Files, path: Path, table: Iterable[Row]) -> Iterator[Entity]:
    """One entity for each name, notice and date of birth."""
    parties: dict[tuple[str, ...], Grouped] = {}
    homonyms: dict[str, int] = {}
    for row in table:
        name, notice = row.text("Party Name"), row.text("Federal Register Notice")
        if not name:
            raise files.error(
                "the row has no name",
                path=path,
                record=f"row {row.line}",
                field="Party Name",
                advice="Download the list again; a party without a name cannot be screened",
            )
        party = (name, notice, row.text("Date Of Birth"))
        if party not in parties:
            bare = split_also_known(name)[0] or name
            made = re.sub(r"[\W_]+", "-", f"{bare} {notice}".casefold()).strip("-")
            homonyms[made] = homonyms.get(made, 0) + 1
            key = made if homonyms[made] == 1 else f"{made}-{homonyms[made]}"
            if not notice:
                files.report.odd(key, "Federal Register Notice", name, "a party without its notice")
            parties[party] = Grouped(key, row.line, {column: (column,) for column in COLUMNS})
        parties[party].add(row)
    component = "administrative" if "admin" in path.name.lower() else "statutory"
    for group in parties.values():
        yield read_party(files, group, component)


def read_party(files: Files, party: Grouped, component: str) -> Entity:
    """One debarred party."""
    births = read_dates(files, party, "Date Of Birth")
    title, basis = BASES[component]
    return Entity(
        list=KEY,
        id=party.key if component == "statutory" else f"administrative-{party.key}",
        kind="person" if any(on.earliest for on in births) else "unknown",
        names=read_names(party.texts("Party Name")[0]),
        births=tuple(Birth(on=on) for on in births),
        record=f"row {party.line}",
        listing=Listing(
            list=KEY,
            authority=AUTHORITY,
            component=component,
            component_title=title,
            effect="debarment",
            legal_basis=basis,
            citations=unique(party.texts("Federal Register Notice") + party.texts("Corrected Notice")),
            listed_on=next(iter(read_dates(files, party, "Notice Date")), None),
            amended_on=next(iter(read_dates(files, party, "Corrected Notice Date")), None),
        ),
    )


def read_names(text: str) -> tuple[Name, ...]:
    """The name, the other names printed in it, and the whole."""
    name, others = split_also_known(text)
    names: list[tuple[str, NameKind]] = [(name, "primary"), *others] if name else [*others]
    if len(names) > 1:
        names.append((text, "variation"))
    return unique(
        Name(text=one, kind=kind if place else "primary", script=script_of(one))
        for place, (one, kind) in enumerate(names)
    )


def read_dates(files: Files, party: Grouped, column: str) -> tuple[PartialDate, ...]:
    """The dates in a column, of which a cell may hold several."""
    dates: list[PartialDate | None] = []
    for text in party.items(column, r";|\bor\b"):
        american = day(text, "%m/%d/%Y", "%m/%d/%y")
        exact = PartialDate(text=text, earliest=american, latest=american) if american else None
        dates.append(exact or kept_date(files, party.key, column, text))
    return unique(date for date in dates if date)


SOURCE = Source(
    key=KEY,
    title="AECA Debarred Parties",
    publisher=AUTHORITY,
    page=PAGE,
    # The files are the user's own: the page gives each edition another address.
    formats=(
        Format(name="xlsx", urls={}, recognise=sheet_has(*NEEDED, spellings=SPELLINGS), read=read_xlsx),
        Format(name="csv", urls={}, recognise=header_has(*NEEDED), read=read_csv),
    ),
    expect_entities=(500, 3000),
    expect_filled={"citations": 0.95, "listed_on": 0.9},
    max_age_days=30,
)
