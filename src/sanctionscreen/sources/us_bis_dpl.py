"""US Denied Persons List (DPL).

Publisher: the U.S. Department of Commerce, Bureau of Industry and Security. A party on it is denied
export privileges by an order under the Export Control Reform Act of 2018 (EAR 764.3 and Part 766):
nobody may take part with it in a transaction in items subject to the EAR, so there is no licence to
ask for. Orders run for years; temporary ones (TDO) are renewed, each time with a new effective date.
The Consolidated Screening List repeats these rows, under ``DPL``, sometimes later and without the day
of the last update.

Form: ``dpl.txt``, fields in quotation marks, separated by tabs, with a header line.

Quirks:

- One row is one address. Rows of one name under one order are one entity here; the order is told by
  its earliest Federal Register notice, which a renewal does not change. Rows of an order whose dates
  differ are reported, and the later expiry stands.
- There is no number of a record: ids are made from name and earliest notice. A person under two
  orders stands twice, and so do other names of a person that the list gives rows of their own.
- Whether a party is a person or a company is not said, nor how strong an alias is.
- Names hold other names: "X A/K/A Y", "X D/B/A Y", "PEARL (A.K.A. NEI-CHIEN CHU) LI". They are taken
  apart, and the whole stays as a ``variation``.
- Dates are printed month first, but for the last update. Typing errors such as the years 1023 and
  3035 are kept and reported. No expiry means that none is set.
- About half of the rows, those of addresses in the United States, leave the country empty.
- Addresses of prisons begin with the person's register number, kept as an identifier too.
- ``Standard_Order`` is N where the order has terms of its own. ``Action`` says what was last changed,
  and at times the term ("50 YEAR DENIAL"): it goes to the remarks.
- The file carries no date. A file named ``dpl_2023-11-16.txt`` is taken as of that day.

Links: https://www.bis.gov/licensing/end-user-guidance/denied-persons-list-dpl; the terms of a standard
order: Supplement No. 1 to Part 764 of the EAR, https://www.ecfr.gov/current/title-15/part-764
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from sanctionscreen.model import Address, Entity, Identifier, Listing, Name, NameKind
from sanctionscreen.printed import script_of
from sanctionscreen.printed.citations import earliest_notice, split_notices
from sanctionscreen.printed.dates import month_first_date
from sanctionscreen.printed.embedded import split_printed_name
from sanctionscreen.reading import Files, Format, Row, Source, kept_country, kept_date, unique
from sanctionscreen.reading.merged import digest, merged
from sanctionscreen.reading.table import header_has, rows

KEY = "us_bis_dpl"
AUTHORITY = "U.S. Department of Commerce, Bureau of Industry and Security"
PAGE = "https://www.bis.gov/licensing/end-user-guidance/denied-persons-list-dpl"
COLUMNS = (
    "Name", "Street_Address", "City", "State", "Country", "Postal_Code", "Effective_Date",
    "Expiration_Date", "Standard_Order", "Last_Update", "Action", "FR_Citation",
)  # fmt: skip
TAB = "\t"

# The number that the Federal Bureau of Prisons gives a person: INMATE NUMBER: 42167-480.
_PRISONER = re.compile(r"\b((?:INMATE|REGISTER) NUMB\w+|USM NO)\W+(\d{5,6}-\d{3})\b", re.IGNORECASE)


def read_txt(files: Files) -> Iterator[Entity]:
    """The parties of ``dpl.txt``, one for each name and order."""
    files.published_as_named()
    return merged(files, read_rows)


def read_rows(files: Files) -> Iterator[Entity]:
    """Each row as an entity."""
    for row in rows(files, COLUMNS, delimiter=TAB):
        yield read_row(files, row)


def read_row(files: Files, row: Row) -> Entity:
    """One name at one address under one order."""
    printed, citation = row.text("Name"), row.text("FR_Citation")
    if not printed:
        raise files.error(
            "the row has no name",
            record=f"line {row.line}",
            field="Name",
            advice="Download the list again; a party without a name cannot be screened",
        )
    key = digest(printed, earliest_notice(citation) or citation or row.text("Effective_Date"))
    parts = split_printed_name(printed)
    name, street = parts.name or parts.whole, row.text("Street_Address")
    return Entity(
        list=KEY,
        id=key,
        kind="person" if parts.individual else "unknown",
        names=(
            name_of(name, "primary"),
            *(name_of(text, "variation") for text in (parts.whole,) if text != name),
            *(name_of(text, kind) for text, kind in parts.others),
        ),
        addresses=read_address(files, key, row),
        identifiers=tuple(
            Identifier(number=number, type=kind, country="US") for kind, number in _PRISONER.findall(street)
        ),
        relations=tuple(parts.relations),
        scope=unique([parts.scope or ""]),
        remarks=unique([*parts.remarks, row.text("Action")]),
        listing=read_listing(files, key, row, citation),
    )


def name_of(text: str, kind: NameKind) -> Name:
    """A name; how strong it is, the list does not say."""
    return Name(text=text, kind=kind, script=script_of(text))


def read_address(files: Files, key: str, row: Row) -> tuple[Address, ...]:
    """The address of a row; one in a State of the United States is there, whether or not it says so."""
    columns = ("Street_Address", "City", "State", "Postal_Code", "Country")
    street, city, state, postcode, country = (row.text(column) or None for column in columns)
    code = kept_country(files, key, "Country", country)
    text = ", ".join(part.strip(" ,") for part in (street, city, state, postcode, country) if part)
    if not text:
        return ()
    return (
        Address(
            text=text, street=street, city=city, region=state, postcode=postcode,
            country=code or ("US" if state and not country else None), country_text=country,
        ),
    )  # fmt: skip


def read_listing(files: Files, key: str, row: Row, citation: str) -> Listing:
    """The order that denies export privileges."""
    return Listing(
        list=KEY,
        authority=AUTHORITY,
        component="DPL",
        component_title="Denied Persons List",
        effect="export_denial",
        legal_basis="ECRA; EAR 764.3 and Part 766",
        citations=tuple(split_notices(citation)),
        standard_order=row.text("Standard_Order") or None,
        listed_on=kept_date(files, key, "Effective_Date", row.text("Effective_Date"), month_first_date),
        expires_on=kept_date(files, key, "Expiration_Date", row.text("Expiration_Date"), month_first_date),
        amended_on=kept_date(files, key, "Last_Update", row.text("Last_Update"), month_first_date),
        urls=(PAGE,),
    )


SOURCE = Source(
    key=KEY,
    title="Denied Persons List",
    publisher=AUTHORITY,
    page=PAGE,
    formats=(
        Format(
            name="txt",
            urls={"dpl.txt": "https://www.bis.gov/dpl/dpl.txt"},
            recognise=header_has(*COLUMNS, delimiter=TAB),
            read=read_txt,
            whole_file="2023-11",
        ),
    ),
    expect_entities=(300, 3000),
    expect_filled={"addresses": 0.95, "listed_on": 0.99, "expires_on": 0.7, "citations": 0.99},
)
