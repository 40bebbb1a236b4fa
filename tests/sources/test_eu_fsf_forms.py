"""The CSV of the EU list says what the XML says: the whole XML list, printed as CSV, reads the same.

No whole CSV file was at hand, so the published XML is printed here in the documented columns. What the
CSV cannot carry is taken off the XML's entities before they are compared:

- ``nameAlias/@strong``: there is no such column, so a strong name's strength is unknown
- several remarks of one party or fact: there is one column, so they are one text
- ``regulation/@logicalId``: there is no such column; nothing is read from it
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path

import pytest
from lxml import etree

from sanctionscreen.model import Entity
from sanctionscreen.reading import Files, load_source

XML_FILE = "eu_fsf/eu_fsf_full_1_1_2021-03-02.xml"

ACT = {
    "Type": "regulationType", "OrganisationType": "organisationType", "PublicationDate": "publicationDate",
    "EntryIntoForceDate": "entryIntoForceDate", "NumberTitle": "numberTitle", "Programme": "programme",
    "PublicationUrl": "publicationUrl",
}  # fmt: skip
ENTITY = {
    "LogicalId": "logicalId", "EU_ReferenceNumber": "euReferenceNumber", "UnitedNationId": "unitedNationId",
    "DesignationDate": "designationDate", "DesignationDetails": "designationDetails", "Remark": "#remark",
    "SubjectType": "#code", "SubjectType_ClassificationCode": "#classificationCode",
}  # fmt: skip
COUNTRY = {"CountryIso2Code": "countryIso2Code", "CountryDescription": "countryDescription"}
ABOUT = {"LogicalId": "logicalId", "RegulationLanguage": "regulationLanguage", "Remark": "#remark"}
FACTS = {
    "nameAlias": ("NameAlias", {
        "LastName": "lastName", "FirstName": "firstName", "MiddleName": "middleName",
        "WholeName": "wholeName", "NameLanguage": "nameLanguage", "Gender": "gender", "Title": "title",
        "Function": "function", **ABOUT,
    }),
    "address": ("Address", {
        "City": "city", "Street": "street", "PoBox": "poBox", "ZipCode": "zipCode", "Region": "region",
        "Place": "place", "AsAtListingTime": "asAtListingTime", "ContactInfo": "#contacts",
        **COUNTRY, **ABOUT,
    }),
    "birthdate": ("BirthDate", {
        "BirthDate": "birthdate", "Day": "dayOfMonth", "Month": "monthOfYear", "Year": "year",
        "YearRangeFrom": "yearRangeFrom", "YearRangeTo": "yearRangeTo", "Circa": "circa",
        "CalendarType": "calendarType", "ZipCode": "zipCode", "Region": "region", "Place": "place",
        "City": "city", **COUNTRY, **ABOUT,
    }),
    "identification": ("Identification", {
        "Number": "number", "Diplomatic": "diplomatic", "KnownExpired": "knownExpired",
        "KnownFalse": "knownFalse", "ReportedLost": "reportedLost", "RevokedByIssuer": "revokedByIssuer",
        "IssuedBy": "issuedBy", "IssuedDate": "issueDate", "ValidFrom": "validFrom", "ValidTo": "validTo",
        "LatinNumber": "latinNumber", "NameOnDocument": "nameOnDocument",
        "TypeCode": "identificationTypeCode", "TypeDescription": "identificationTypeDescription",
        "Region": "region", **COUNTRY, **ABOUT,
    }),
    "citizenship": ("Citizenship", {"Region": "region", **COUNTRY, **ABOUT}),
}  # fmt: skip
ROW = dict[str, str]
# How several ways of contact are printed is not documented: two ways that the reader must bear.
CONTACTS = (("{}[{}]", " "), ("{}: {}", "; "))


def columns() -> list[str]:
    """The header, in the documented order."""
    header = ["fileGenerationDate", *(f"Entity_{name}" for name in ENTITY)]
    header += [f"Entity_Regulation_{name}" for name in ACT]
    for prefix, fact in FACTS.values():
        header += [f"{prefix}_{name}" for name in fact] + [f"{prefix}_Regulation_{name}" for name in ACT]
    return header


def child(element: etree._Element, tag: str) -> list[etree._Element]:
    return [found for found in element if etree.QName(found).localname == tag]


def printed(element: etree._Element, attribute: str, contact: tuple[str, str]) -> str:
    """One field: an attribute, or what stands in children."""
    if attribute == "#remark":
        return "; ".join(dict.fromkeys(found.text or "" for found in child(element, "remark")))
    if attribute == "#contacts":
        pairs = [(found.get("key"), found.get("value")) for found in child(element, "contactInfo")]
        return contact[1].join(contact[0].format(*pair) for pair in pairs)
    if attribute.startswith("#"):
        return child(element, "subjectType")[0].get(attribute[1:], "")
    return element.get(attribute, "")


def act(element: etree._Element, prefix: str) -> ROW:
    url = "".join(found.text or "" for found in child(element, "publicationUrl"))
    row = {f"{prefix}_Regulation_{name}": element.get(attribute, "") for name, attribute in ACT.items()}
    return row | ({f"{prefix}_Regulation_PublicationUrl": url} if url else {})


def rows(xml: Path, contact: tuple[str, str]) -> Iterator[ROW]:
    """The rows of the CSV: one for each fact of a party, the party's own columns repeated."""
    for _, element in etree.iterparse(xml, tag="{*}sanctionEntity"):
        generated = element.getroottree().getroot().get("generationDate", "")[:10]
        own = {f"Entity_{name}": printed(element, attribute, contact) for name, attribute in ENTITY.items()}
        own |= {"fileGenerationDate": generated} | act(child(element, "regulation")[0], "Entity")
        for tag, (prefix, names) in FACTS.items():
            for fact in child(element, tag):
                row = {f"{prefix}_{n}": printed(fact, attribute, contact) for n, attribute in names.items()}
                yield own | row | act(child(fact, "regulationSummary")[0], prefix)
        element.clear()


def printed_as_csv(xml: Path, path: Path, header: list[str], contact: tuple[str, str] = CONTACTS[0]) -> Path:
    with path.open("w", encoding="utf-8-sig", newline="") as handle:
        writer = csv.DictWriter(handle, header, delimiter=";", extrasaction="ignore")
        writer.writeheader()
        writer.writerows(rows(xml, contact))
    return path


def read(path: Path) -> tuple[list[Entity], Files]:
    files = Files("eu_fsf", [path])
    form = next(form for form in load_source("eu_fsf").formats if form.recognise(files))
    assert form.name == path.suffix[1:]
    return list(form.read(files)), files


@pytest.fixture(scope="module")
def from_xml(published: Path) -> tuple[list[Entity], Files]:
    return read(published / XML_FILE)


def as_carried(entity: Entity) -> Entity:
    """An entity without what the CSV cannot carry."""
    names = [
        name.model_copy(update={"strength": "unknown" if name.strength == "strong" else name.strength})
        for name in entity.names
    ]
    return entity.model_copy(update={"names": tuple(names), "remarks": ("; ".join(entity.remarks),)})


@pytest.mark.real_lists
@pytest.mark.parametrize("contact", CONTACTS, ids=lambda contact: contact[0].format("KEY", "value"))
def test_the_whole_list_reads_the_same_in_both_forms(
    published: Path, tmp_path: Path, contact: tuple[str, str], from_xml: tuple[list[Entity], Files]
) -> None:
    listed, xml = from_xml
    from_csv, table = read(printed_as_csv(published / XML_FILE, tmp_path / "list.csv", columns(), contact))
    assert [as_carried(entity) for entity in from_csv] == [as_carried(entity) for entity in listed]
    assert len(from_csv) == 2269
    assert table.as_of == xml.as_of
    assert dict(table.report.unread) == {}
    assert table.report.oddities == xml.report.oddities


@pytest.mark.real_lists
def test_a_csv_without_the_lesser_columns_loses_only_what_they_say(
    published: Path, tmp_path: Path, from_xml: tuple[list[Entity], Files]
) -> None:
    lesser = ("BirthDate_", "Identification_", "Citizenship_")
    header = [
        name for name in columns() if not (name.startswith(lesser) and name.endswith(("Remark", "Language")))
    ]
    assert len(columns()) - len(header) == 6
    from_csv, table = read(printed_as_csv(published / XML_FILE, tmp_path / "list.csv", header))
    for ours, theirs in zip(from_csv, from_xml[0], strict=True):
        same = {"id", "kind", "addresses", "nationalities", "positions", "titles", "listing", "gender"}
        assert ours.model_dump(include=same) == theirs.model_dump(include=same)
        assert as_carried(ours).names == as_carried(theirs).names
        assert {number.number for number in ours.identifiers} == {n.number for n in theirs.identifiers}
        assert len(ours.births) <= len(theirs.births)
    assert dict(table.report.unread) == {}
