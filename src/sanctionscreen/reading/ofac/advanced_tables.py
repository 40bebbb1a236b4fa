"""What stands around the parties of OFAC's Advanced XML, held as short tuples while they are read.

Places and documents come before the parties in the file, relationships and sanctions entries
behind them, and each points at the others by number. So the file is read twice: here for its tables, and
then for its parties.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from sanctionscreen.reading.fields import Element, local_name
from sanctionscreen.reading.files import Files
from sanctionscreen.reading.ofac.advanced_words import (
    Documented,
    Words,
    read_day,
    read_documented,
    read_period,
    read_words,
)  # fmt: skip
from sanctionscreen.reading.ofac.database import Document, Entry, Place
from sanctionscreen.reading.xml import stream

ROOT = "Sanctions"
PARTY = "DistinctParty"
STREET = ("ADDRESS1", "ADDRESS2", "ADDRESS3")
TOWN = ("CITY", "STATE/PROVINCE", "POSTAL CODE")


class Tie(NamedTuple):
    """A relationship as printed, to another profile."""

    kind: str
    to: str
    former: bool
    quality: str


@dataclass(slots=True)
class Tables:
    """The tables of one file; ``names`` has the number and the primary name of each profile's party."""

    files: Files
    words: Words
    places: dict[str, Place] = field(default_factory=dict)
    documents: dict[str, list[Document]] = field(default_factory=dict)
    ties: dict[str, list[Tie]] = field(default_factory=dict)
    entries: dict[str, Entry] = field(default_factory=dict)
    names: dict[str, tuple[str, str]] = field(default_factory=dict)


def read_tables(files: Files) -> Tables:
    """All tables of a file.

    Raises:
        ReadError: the file is damaged, or no Advanced XML.
    """
    tables = Tables(files, Words(files))
    for record in stream(files, ROOT, PARTY, header=(*SECTIONS, "SanctionsEntryLink")):
        # A link between entries, which no published file has had, is left to be reported as unread.
        if reader := SECTIONS.get(local_name(record.element.tag)):
            reader(tables, record)
    return tables


def read_issue(tables: Tables, record: Element) -> None:
    """The publisher's date."""
    issued = read_day(record)
    if isinstance(issued, date):
        tables.files.published(issued)
    else:
        tables.files.report.odd("DateOfIssue", "DateOfIssue", issued, "a date that cannot be read")


def read_place(tables: Tables, record: Element) -> None:
    """A location. Where only a country is printed, as for a nationality, it is a part of no known type."""
    number = record.attr("ID")
    record.ignore("FeatureVersionReference", "IDRegDocumentReference")  # those point here themselves
    told = tables.words.word
    parts: dict[str, list[str]] = {}
    for part in record.all("LocationPart"):
        kind = told(number, "LocPartType", part.attr("LocPartTypeID"))
        for value in part.all("LocationPartValue"):
            value.ignore("@Primary", "@LocPartValueTypeID", "@LocPartValueStatusID")
            parts.setdefault(kind, []).extend(filter(None, (value.text("Value"), value.text("Comment"))))
    countries = [told(number, "Country", item.attr("CountryID")) for item in record.all("LocationCountry")]
    areas = [told(number, "AreaCode", item.attr("AreaCodeID")) for item in record.all("LocationAreaCode")]
    for item in record.all("LocationCountry"):
        item.ignore("@CountryRelevanceID")
    wider = [f"Region: {text}" for text in parts.pop("REGION", [])]
    known = parts.pop("Unknown", []) or countries or [area for area in areas if area != "undetermined"]
    street = [text for kind in STREET for text in parts.pop(kind, [])]
    town = [", ".join(parts.pop(kind, [])) for kind in TOWN]
    for kind, texts in parts.items():
        tables.files.report.odd(number, "LocPartType", kind, "unknown part of an address: put to the street")
        street += texts
    # The other forms print a region without a country in the country's place.
    country, note = (", ".join(known), ", ".join(wider)) if known else (", ".join(wider), "")
    tables.places[number] = Place(", ".join(street), town[0], town[1], town[2], country, note)


def read_document(tables: Tables, record: Element) -> None:
    """A registered number. Of which of the names it was issued under, only an alias would say more."""
    number, words = f"document {record.attr('ID')}", tables.words
    record.ignore("DocumentedNameReference")
    dates = {"Issue Date": "", "Expiration Date": ""}
    authority = record.text("IssuingAuthority")
    notes = [record.text("Comment"), f"issued by {authority}" if authority else ""]
    for item in record.all("DocumentDate"):
        kind = words.word(number, "IDRegDocDateType", item.attr("IDRegDocDateTypeID"))
        day = "; ".join(read_period(period) for period in item.all("DatePeriod"))
        if kind not in dates:
            tables.files.report.odd(number, "IDRegDocDateType", kind, "unknown date of a document: a note")
            notes.append(f"{kind}: {day}")
        dates[kind] = day
    country = words.told(number, "Country", record.attr("IssuedBy-CountryID"))
    place = tables.places.get(record.attr("IssuedIn-LocationID"))
    if place and place.country != country:
        notes.append(f"issued in {', '.join(filter(None, (place.city, place.country)))}")
    if (validity := words.told(number, "Validity", record.attr("ValidityID"))) != "Valid":
        notes.append(validity)
    tables.documents.setdefault(record.attr("IdentityID"), []).append(
        Document(
            words.word(number, "IDRegDocType", record.attr("IDRegDocTypeID")),
            record.text("IDRegistrationNo"),
            country,
            dates["Issue Date"],
            dates["Expiration Date"],
            "; ".join(filter(None, notes)),
        )
    )


def read_party_name(tables: Tables, record: Element) -> None:
    """The party's number and primary name, which others may be related to."""
    uid = record.attr("FixedRef")
    silent = Words(Files(tables.files.list_key, tables.files.paths), tables.words.sets)
    for profile in record.all("Profile"):
        names = [
            name for identity in profile.all("Identity") for name in read_documented(silent, uid, identity)
        ]
        primary = next((name.text for name in primary_first(names)), "")
        tables.names[profile.attr("ID")] = (uid, primary)
    record.ignore_all()


def primary_first(names: list[Documented]) -> list[Documented]:
    """The names of a party, the primary one in Latin letters before all."""
    return sorted(names, key=lambda name: (name.alias != "Name", not name.latin))


def read_tie(tables: Tables, record: Element) -> None:
    """A relationship of one profile to another, stated of the first."""
    number, words = f"relationship {record.attr('ID')}", tables.words
    record.ignore("@SanctionsEntryID")
    kind = words.word(number, "RelationType", record.attr("RelationTypeID"))
    quality = words.told(number, "RelationQuality", record.attr("RelationQualityID"))
    quality = "; ".join(filter(None, (quality, record.text("Comment"))))
    former = record.attr("Former") == "true"
    tie = Tie(kind, record.attr("To-ProfileID"), former, quality)
    tables.ties.setdefault(record.attr("From-ProfileID"), []).append(tie)


def read_sanctions(tables: Tables, record: Element) -> None:
    """One sanctions entry: a profile on one list. Entries of several lists repeat each other."""
    profile, words = record.attr("ProfileID"), tables.words
    record.ignore("@ID")
    entry = tables.entries.setdefault(profile, Entry())
    days: list[date] = []
    for event in record.all("EntryEvent"):
        event.ignore("@ID")
        kind = words.word(profile, "EntryEventType", event.attr("EntryEventTypeID"))
        basis = words.told(profile, "LegalBasis", event.attr("LegalBasisID"))
        day = read_day(event.first("Date"))
        if not isinstance(day, date):
            tables.files.report.odd(profile, "EntryEvent/Date", day, "a date that cannot be read")
        elif kind == "Created":
            days.append(day)
        if kind != "Created":
            tables.files.report.odd(profile, "EntryEventType", kind, "unknown event of an entry: a remark")
            entry.remarks.append(f"{kind}: {day}")
        _add(entry.legal_bases, basis)
        _add(entry.remarks, event.text("Comment"))
    for measure in record.all("SanctionsMeasure"):
        measure.ignore("@ID")
        for period in measure.all("DatePeriod"):
            period.ignore("@CalendarTypeID", "@YearFixed", "@MonthFixed", "@DayFixed")
        kind = words.word(profile, "SanctionsType", measure.attr("SanctionsTypeID"))
        comment = measure.text("Comment")
        if kind == "Program":
            _add(entry.programmes, comment)
        else:
            _add(entry.measures, f"{kind}: {comment}" if comment else kind)
    title = words.word(profile, "List", record.attr("ListID"))
    days += filter(None, [entry.listed.get(title)])
    entry.listed[title] = min(days, default=None)


def _add(texts: list[str], text: str) -> None:
    """Add a text that is not there yet."""
    if text and text not in texts:
        texts.append(text)


SECTIONS: dict[str, Callable[[Tables, Element], None]] = {
    "DateOfIssue": read_issue,
    "ReferenceValueSets": lambda tables, record: read_words(tables.words, record),
    "Location": read_place,
    "IDRegDocument": read_document,
    PARTY: read_party_name,
    "ProfileRelationship": read_tie,
    "SanctionsEntry": read_sanctions,
}
