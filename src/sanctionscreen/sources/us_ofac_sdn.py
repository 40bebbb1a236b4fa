"""OFAC's list of Specially Designated Nationals and Blocked Persons (SDN).

Publisher: the U.S. Department of the Treasury, Office of Foreign Assets Control, under 31 CFR
chapter V. Effect for an exporter: property is blocked and nobody under U.S. jurisdiction may deal
with the party, nor with what it owns to 50 per cent or more. The list changes several times a week,
at https://sanctionslist.ofac.treas.gov/Home/SdnList; what a weak alias is, OFAC answers in
https://ofac.treasury.gov/faqs/124 and the questions beside it.

Forms: ``SDN.XML``, whose namespace changed in 2024 and whose layout did not; and the older set of
four files without headers, ``SDN.CSV``, ``ALT.CSV``, ``ADD.CSV`` and ``SDN_COMMENTS.CSV``, in which
``-0-`` is an empty field. Both give the same facts, except as said below.

Quirks:

- A person is printed ``LAST, First``; an aircraft by its tail number.
- The XML keeps every fact that is not a name, address or birth among the identifiers: gender, the
  flags a ship had, and the sanctions that go beyond blocking. They are told apart by their type.
- The CSV keeps all that in one remark, its facts separated by ``; `` and closed by a full stop. A
  remark ends after 1000 characters, mid-word, and goes on in ``SDN_COMMENTS.CSV``.
- ``ALT.CSV`` holds the strong aliases; weak ones stand in quotes in the remark.
- The CSV carries no date, and joins a city, region and postcode into one field, which is therefore
  kept in the text of the address alone.
- The full stop that closes a CSV remark may be that of its last word (``S.A.``). It is given back to
  the name of a linked party if the list has that name with it, and is lost elsewhere.
- ``CONSOLIDATED.XML``, the non-SDN list, looks the same. It is known by entries that stand only
  under programmes that do not block.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from sanctionscreen.model import Address, Entity, Listing
from sanctionscreen.printed import day
from sanctionscreen.reading import Element, Files, Format, Row, Source, unique
from sanctionscreen.reading.ofac.facts import (
    KNOWN_TYPE,
    MEASURE,
    Draft,
    read_alias,
    read_draft,
    read_fact,
    read_number,
    read_remark,
    read_vessel,
)  # fmt: skip
from sanctionscreen.reading.table import headerless, named
from sanctionscreen.reading.xml import root_is, stream

KEY = "us_ofac_sdn"
AUTHORITY = "U.S. Department of the Treasury, Office of Foreign Assets Control"
EXPORTS = "https://sanctionslistservice.ofac.treas.gov/api/PublicationPreview/exports/"
ENTRY_PAGE = "https://sanctionssearch.ofac.treas.gov/Details.aspx?id="

SDN_COLUMNS = (
    "ent_num", "SDN_Name", "SDN_Type", "Program", "Title", "Call_Sign", "Vess_type", "Tonnage", "GRT",
    "Vess_flag", "Vess_owner", "Remarks",
)  # fmt: skip
ALT_COLUMNS = ("ent_num", "alt_num", "alt_type", "alt_name", "alt_remarks")
ADD_COLUMNS = ("ent_num", "add_num", "Address", "City/State/Postal", "Country", "add_remarks")
COMMENT_COLUMNS = ("ent_num", "Remarks")
BESIDE = {"alt": ALT_COLUMNS, "add": ADD_COLUMNS, "comments": COMMENT_COLUMNS}
REMARK_LIMIT = 1000

# An entry that stands under these alone is not blocked, and so is on the non-SDN list.
NON_SDN = re.compile(r"NS-|561-|FSE-|CMIC-")


def finish(draft: Draft) -> Entity:
    """An entry as an entity, where it can be on this list at all."""
    if draft.programmes and all(NON_SDN.match(programme) for programme in draft.programmes):
        raise draft.files.error(
            f"the entry stands only under {', '.join(draft.programmes)}, which blocks nobody: "
            "this looks like OFAC's non-SDN list (CONSOLIDATED.XML, CONS_PRIM.CSV)",
            path=draft.path,
            record=draft.uid,
            field="program",
            advice="Add SDN.XML, or SDN.CSV and the files that go with it, instead",
        )
    if not draft.programmes:
        draft.files.report.odd(draft.uid, "program", "", "an entry without a programme")
    url = ENTRY_PAGE + draft.uid
    return draft.finish(
        Listing(list=KEY, authority=AUTHORITY, effect="block", legal_basis="31 CFR chapter V", urls=(url,))
    )


def read_xml(files: Files) -> Iterator[Entity]:
    """The entries of SDN.XML, in its order."""
    for record in stream(files, "sdnList", "sdnEntry", header="publshInformation"):
        if str(record.element.tag).endswith("publshInformation"):
            read_header(files, record)
            continue
        yield finish(read_entry(files, record))


def read_header(files: Files, record: Element) -> None:
    """The list's date, and how many entries it says it holds."""
    date, count = record.text("Publish_Date"), record.text("Record_Count")
    files.published(day(date, "%m/%d/%Y"))
    if not files.as_of:
        files.report.odd("publshInformation", "Publish_Date", date, "a date that cannot be read")
    if count.isdigit():
        files.announced(int(count))
    else:
        files.report.odd("publshInformation", "Record_Count", count, "a count that cannot be read")


def read_entry(files: Files, record: Element) -> Draft:
    """One sdnEntry."""
    programmes = record.texts("programList", "program")
    name = read_name(record)
    draft = read_draft(files, files.paths[0], record.text("uid"), name, record.text("sdnType"), programmes)
    draft.title = record.text("title")
    for aka in listed(record, "akaList", "aka"):
        read_alias(draft, read_name(aka), aka.text("type"), aka.text("category"))
    for address in listed(record, "addressList", "address"):
        read_xml_address(draft, address)
    for item in listed(record, "idList", "id"):
        read_xml_number(draft, item)
    for item in listed(record, "dateOfBirthList", "dateOfBirthItem"):
        read_fact(draft, "DOB", item.text("dateOfBirth"))
    for item in listed(record, "placeOfBirthList", "placeOfBirthItem"):
        read_fact(draft, "POB", item.text("placeOfBirth"))
    for item in listed(record, "nationalityList", "nationality"):
        read_fact(draft, "nationality", item.text("country"))
    for item in listed(record, "citizenshipList", "citizenship"):
        read_fact(draft, "citizen", item.text("country"))
    for info in record.all("vesselInfo"):
        fields = ("callSign", "vesselType", "tonnage", "grossRegisteredTonnage", "vesselFlag", "vesselOwner")
        read_vessel(draft, *(info.text(tag) for tag in fields))
    read_remark(draft, record.text("remarks"))
    return draft


def listed(record: Element, *path: str) -> list[Element]:
    """The items of one of the XML's lists, those marked as the main entry first."""
    items = record.all(*path)
    for item in items:
        item.ignore("uid")
    return sorted(items, key=lambda item: item.text("mainEntry") == "false")


def read_name(element: Element) -> str:
    """A name in one text, as OFAC prints it elsewhere: a person's surname, a comma, the rest."""
    return ", ".join(part for tag in ("lastName", "firstName") if (part := element.text(tag)))


def read_xml_address(draft: Draft, item: Element) -> None:
    """An address; its text is joined as OFAC does it in the CSV: no comma before the postcode."""
    street = ", ".join(part for tag in ("address1", "address2", "address3") if (part := item.text(tag)))
    city, region, postcode = (item.text(tag) for tag in ("city", "stateOrProvince", "postalCode"))
    town = ", ".join(part for part in (city, region) if part)
    country = item.text("country")
    parts = (street, f"{town} {postcode}".strip(), country)
    draft.addresses.append(
        Address(
            text=", ".join(part for part in parts if part),
            street=street or None,
            city=city or None,
            region=region or None,
            postcode=postcode or None,
            country=draft.code("address/country", country),
            country_text=country or None,
        )
    )


def read_xml_number(draft: Draft, item: Element) -> None:
    """One of the XML's identifiers, which may be any fact."""
    kind = item.text("idType")
    if not (KNOWN_TYPE.fullmatch(kind) or MEASURE.match(kind)):
        draft.files.report.odd(draft.uid, "idType", kind, "unknown type of identifier: kept as one")
    fields = ("idNumber", "idCountry", "issueDate", "expirationDate")
    read_number(draft, kind, *(item.text(tag) for tag in fields))


def read_csv(files: Files) -> Iterator[Entity]:
    """The entries of SDN.CSV, in its order; the three files beside it are held in memory (some MB)."""
    path = files.find("sdn") or files.paths[0]
    beside = {stem: read_beside(files, stem, columns) for stem, columns in BESIDE.items()}
    dotted = read_dotted(files, path)
    for row in headerless(files, SDN_COLUMNS, path=path):
        uid = cell(row, "ent_num")
        name, kind = cell(row, "SDN_Name"), cell(row, "SDN_Type") or "entity"
        programmes = [part for part in cell(row, "Program").split("] [") if part]
        draft = read_draft(files, path, uid, name, kind, programmes)
        draft.title = cell(row, "Title")
        for _, alias, text, note in beside["alt"].pop(uid, ()):
            read_alias(draft, fold(text), alias, "strong")
            draft.remarks += [f"{text}: {note}"] if note else []
        for _, street, town, country, note in beside["add"].pop(uid, ()):
            read_csv_address(draft, *map(fold, (street, town, country, note)))
        read_vessel(draft, *(cell(row, column) for column in SDN_COLUMNS[5:11]))
        remark = raw(row, "Remarks")
        more = "".join(unique(text for (text,) in beside["comments"].pop(uid, ())))
        if len(remark) >= REMARK_LIMIT and not more:
            files.report.odd(uid, "Remarks", remark[-60:], "a remark cut short, with no comment that goes on")
        read_remark(draft, closed(fold(remark + more), dotted))
        yield finish(draft)
    for stem, rows in beside.items():
        for uid in rows:
            raise files.error(
                "the row belongs to no entry of SDN.CSV",
                path=files.find(stem),
                record=uid,
                field="ent_num",
                advice="SDN.CSV was cut, or the files are of different days; download all four again",
            )


def read_beside(files: Files, stem: str, columns: tuple[str, ...]) -> dict[str, list[tuple[str, ...]]]:
    """The rows of one of the files beside SDN.CSV, by the number of the entry they belong to."""
    path = files.find(stem)
    if not path:
        raise files.error(
            f"of the four files of the CSV form, the one with '{stem}' in its name is missing",
            path=files.find("sdn"),
            advice="Give SDN.CSV, ALT.CSV, ADD.CSV and SDN_COMMENTS.CSV together",
        )
    held: dict[str, list[tuple[str, ...]]] = {}
    for row in headerless(files, columns, path=path):
        uid, *cells = (raw(row, column) for column in columns)
        held.setdefault(fold(uid), []).append(tuple(cells))
    return held


def read_dotted(files: Files, path: Path) -> frozenset[str]:
    """The names on the list that end in a full stop."""
    names = set()
    for row in headerless(files, SDN_COLUMNS, path=path):
        row.ignore(*SDN_COLUMNS)
        names.add(cell(row, "SDN_Name"))
    return frozenset(name for name in names if name.endswith(".") and name[:-1] not in names)


def closed(remark: str, dotted: frozenset[str]) -> str:
    """A remark without the full stop that closes it, unless that ends the name of a linked party."""
    linked = remark.rsplit("Linked To: ", 1)[-1]
    return remark if linked in dotted else remark.removesuffix(".")


def raw(row: Row, column: str) -> str:
    """A cell as it stands, for text that goes on in another file; ``-0-`` is an empty one."""
    value = str(row.value(column) or "")
    return "" if value.strip() == "-0-" else value


def cell(row: Row, column: str) -> str:
    """A cell with white space folded."""
    return fold(raw(row, column))


def fold(text: str) -> str:
    """White space made single."""
    return " ".join(text.split())


def read_csv_address(draft: Draft, street: str, town: str, country: str, note: str) -> None:
    """An address whose city, region and postcode cannot be told apart; an empty row is none."""
    if not (street or town or country):
        draft.remarks += [note] if note else []
        return
    draft.addresses.append(
        Address(
            text=", ".join(part for part in (street, town, country) if part),
            street=street or None,
            country=draft.code("address/country", country),
            country_text=country or None,
            note=note or None,
        )
    )


SOURCE = Source(
    key=KEY,
    title="Specially Designated Nationals and Blocked Persons List (SDN)",
    publisher=AUTHORITY,
    page="https://sanctionslist.ofac.treas.gov/Home/SdnList",
    formats=(
        Format(
            name="xml",
            urls={"SDN.XML": EXPORTS + "SDN.XML"},
            recognise=root_is("sdnList"),
            read=read_xml,
            whole_file="2021-03-10",
        ),
        Format(
            name="csv",
            urls={name: EXPORTS + name for name in ("SDN.CSV", "ALT.CSV", "ADD.CSV", "SDN_COMMENTS.CSV")},
            recognise=named("sdn", ".csv"),
            read=read_csv,
            whole_file="2021-07",
        ),
    ),
    expect_entities=(6000, 40000),
    expect_filled={"programmes": 0.99, "addresses": 0.5, "identifiers": 0.4, "remarks": 0.2},
)
