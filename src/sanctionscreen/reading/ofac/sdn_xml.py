"""The XML form of OFAC's lists, SDN.XML and CONSOLIDATED.XML, whose layout is one.

The namespace changed in 2024 and the layout did not. It keeps every fact that is not a name, address
or birth among the identifiers: gender, the flags a ship had, and the sanctions that go beyond
blocking. They are told apart by their type.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from sanctionscreen.model import Address, Entity
from sanctionscreen.printed.dates import day
from sanctionscreen.reading.fields import Element
from sanctionscreen.reading.files import Files
from sanctionscreen.reading.xml import root_is, stream

from .facts import (
    KNOWN_TYPE,
    MEASURE,
    Draft,
    read_alias,
    read_draft,
    read_fact,
    read_number,
    read_remark,
    read_vessel,
)
from .particulars import OfacList

_PROGRAMME = re.compile(r"<program>([^<]+)")
_TYPED = re.compile(r"<idType>([^<]+)</idType>\s*<idNumber>([^<]+)")


def recognise_xml(ofac: OfacList) -> Callable[[Files], bool]:
    """A recogniser: the first file has this layout and its first entries are of this list."""
    has_root = root_is("sdnList")

    def recognise(files: Files) -> bool:
        if not has_root(files):
            return False
        entries = files.head().decode("utf-8", "replace").split("<sdnEntry>")[1:]
        told = [
            (_PROGRAMME.findall(entry), [f"{kind} {text}" for kind, text in _TYPED.findall(entry)])
            for entry in entries
        ]
        return ofac.owns((entry for entry in told if entry[0]), files.paths[0])

    return recognise


def read_xml(files: Files, ofac: OfacList) -> Iterator[Entity]:
    """The entries of the XML form, in its order.

    Args:
        files: the list's files.
        ofac: what is particular to the list.

    Raises:
        ReadError: the file is damaged, of the other list, or an entry has no number or no name.
    """
    for record in stream(files, "sdnList", "sdnEntry", header="publshInformation"):
        if str(record.element.tag).endswith("publshInformation"):
            read_header(files, record)
            continue
        yield ofac.finish(read_entry(files, record))


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
        read_address(draft, address)
    for item in listed(record, "idList", "id"):
        read_typed(draft, item)
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


def read_address(draft: Draft, item: Element) -> None:
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


def read_typed(draft: Draft, item: Element) -> None:
    """One of the XML's identifiers, which may be any fact."""
    kind = item.text("idType")
    if not (KNOWN_TYPE.fullmatch(kind) or MEASURE.match(kind)):
        draft.files.report.odd(draft.uid, "idType", kind, "unknown type of identifier: kept as one")
    fields = ("idNumber", "idCountry", "issueDate", "expirationDate")
    read_number(draft, kind, *(item.text(tag) for tag in fields))
