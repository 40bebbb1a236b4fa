"""The EU list as CSV: ``csvFullSanctionsList_1_1``.

A row prints one fact of a party, and repeats the party's own columns. The rows of a party are put
back together as the ``sanctionEntity`` of the XML, so that both forms are read alike, and what is
reported of either names the same fields.

The columns follow the layout as documented. Those that a file has not are taken as empty; a filled
one that is not known here is reported as unread.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import partial
from xml.etree import ElementTree

from sanctionscreen.model import Entity
from sanctionscreen.printed import day
from sanctionscreen.reading import Element, Files
from sanctionscreen.reading.fields import count_unread
from sanctionscreen.reading.grouped import Grouped, grouped_rows
from sanctionscreen.reading.table import header_has, rows

from .facts import CONTACTS, read_record

GENERATED, ID, PROGRAMME = "fileGenerationDate", "Entity_LogicalId", "Entity_Regulation_Programme"
NEEDED = (
    ID, "Entity_EU_ReferenceNumber", "Entity_SubjectType", PROGRAMME, "Entity_Regulation_PublicationDate",
    "NameAlias_WholeName",
)  # fmt: skip

_REGULATION = [
    "Regulation_Type", "Regulation_OrganisationType", "Regulation_PublicationDate",
    "Regulation_EntryIntoForceDate", "Regulation_NumberTitle", "Regulation_Programme",
    "Regulation_PublicationUrl",
]  # fmt: skip
_ENTITY = [
    "LogicalId", "EU_ReferenceNumber", "UnitedNationId", "DesignationDate", "DesignationDetails", "Remark",
    "SubjectType", "SubjectType_ClassificationCode",
]  # fmt: skip
_PLACE = "ZipCode Region Place City CountryIso2Code CountryDescription"
_ABOUT = "LogicalId RegulationLanguage Remark"
# The element of the XML that a fact is, and its columns, without the prefix that they share.
FACTS: dict[tuple[str, str], list[str]] = {
    ("nameAlias", "NameAlias_"):
        f"LastName FirstName MiddleName WholeName NameLanguage Gender Title Function {_ABOUT}".split(),
    ("address", "Address_"): f"Street PoBox AsAtListingTime ContactInfo {_PLACE} {_ABOUT}".split(),
    ("birthdate", "BirthDate_"):
        f"BirthDate Day Month Year YearRangeFrom YearRangeTo Circa CalendarType {_PLACE} {_ABOUT}".split(),
    ("identification", "Identification_"): (
        "Number Diplomatic KnownExpired KnownFalse ReportedLost RevokedByIssuer IssuedBy IssuedDate"
        " ValidFrom ValidTo LatinNumber NameOnDocument TypeCode TypeDescription Region CountryIso2Code"
        f" CountryDescription {_ABOUT}"
    ).split(),
    ("citizenship", "Citizenship_"): f"Region CountryIso2Code CountryDescription {_ABOUT}".split(),
}  # fmt: skip
# Where the XML calls a column otherwise than its name with a small first letter.
RENAMED = {
    "EU_ReferenceNumber": "euReferenceNumber", "BirthDate": "birthdate", "Day": "dayOfMonth",
    "Month": "monthOfYear", "IssuedDate": "issueDate", "TypeCode": "identificationTypeCode",
    "TypeDescription": "identificationTypeDescription", "Regulation_Type": "regulationType",
    "SubjectType": "code", "SubjectType_ClassificationCode": "classificationCode",
}  # fmt: skip

_CONTACT = re.compile(rf"\b({'|'.join(CONTACTS)})\b[\s:=\[]*")

recognise = header_has(*NEEDED, delimiter=";")


def read_csv(files: Files) -> Iterator[Entity]:
    """The parties of the whole list in CSV, in its order."""
    seen: set[str] = set()
    singles = [GENERATED, *(f"Entity_{name}" for name in _ENTITY)]
    groups = {name: [name] for name in singles}
    groups["regulation"] = [f"Entity_{name}" for name in _REGULATION]
    groups |= {tag: [prefix + name for name in names + _REGULATION] for (tag, prefix), names in FACTS.items()}
    for party in grouped_rows(files, partial(rows, needed=NEEDED, delimiter=";"), (ID, PROGRAMME), groups):
        generated = "".join(party.texts(GENERATED)[:1])
        files.published(day(generated[:10], "%Y-%m-%d", "%d/%m/%Y"))
        record = Element(sanction_entity(party))
        yield read_record(files, record, seen)
        count_unread(files.report.unread, record)


def sanction_entity(party: Grouped) -> ElementTree.Element:
    """The XML's element of a party, from what all its rows state."""
    own = [(name, text) for name in _ENTITY for text in party.texts(f"Entity_{name}")]
    subject = [pair for pair in own if pair[0].startswith("SubjectType")]
    record = element("sanctionEntity", [pair for pair in own if pair not in subject])
    record.append(element("subjectType", subject))
    for values in party.tuples("regulation"):
        record.append(element("regulation", zip(_REGULATION, values, strict=True)))
    for (tag, _), names in FACTS.items():
        for values in party.tuples(tag):
            own_values, act = values[: len(names)], values[len(names) :]
            if any(own_values):
                fact = element(tag, zip(names, own_values, strict=True))
                fact.append(element("regulationSummary", zip(_REGULATION, act, strict=True)))
                record.append(fact)
    return record


def element(tag: str, columns: Iterable[tuple[str, str]]) -> ElementTree.Element:
    """One element of the XML, from the filled columns."""
    made = ElementTree.Element(tag)
    for column, text in columns:
        name = attribute_of(column)
        if column == "ContactInfo":
            made.extend(contacts(text))
        elif text and (column == "Remark" or (tag, name) == ("regulation", "publicationUrl")):
            ElementTree.SubElement(made, name).text = text
        elif text:
            made.set(name, text)
    return made


def attribute_of(column: str) -> str:
    """What the XML calls a column.

    >>> attribute_of("WholeName"), attribute_of("Regulation_NumberTitle"), attribute_of("Day")
    ('wholeName', 'numberTitle', 'dayOfMonth')
    """
    bare = column.removeprefix("Regulation_")
    return RENAMED.get(column, bare[0].lower() + bare[1:])


def contacts(text: str) -> Iterator[ElementTree.Element]:
    """The telephones, mailboxes and sites of an address, each behind the word for what it is.

    Only the words are documented, so whatever stands between them is taken off. What stands before the
    first is kept too: the reader reports it, as it has no such word.
    """
    before, *keyed = _CONTACT.split(text)
    for key, value in zip(["", *keyed[::2]], [before, *keyed[1::2]], strict=True):
        if bare := value.strip(" ,;|]"):
            yield ElementTree.Element("contactInfo", key=key, value=bare)
