"""OFAC's Advanced XML: SDN_ADVANCED.XML and CONS_ADVANCED.XML, the richest form of both lists.

Published since 2014 beside the legacy XML; the schema, which the United Nations once planned to use for
its own list, is at https://ofac.treasury.gov/sdn-list-data-formats-data-schemas. What it has
beyond the legacy forms: the names in other scripts, the kind of every relationship with the other
party's number, the dates of listing, the legal authorities, the sanctions, and who issued a document.

- Everything is printed by number: the words stand in reference value sets at the head, places and
  documents before the parties, relationships and sanctions entries behind them.
- ``FixedRef`` of a party is the number that all forms of OFAC's lists share.
- A name is a list of parts, each of a type: ``LAST, First Middle``, as the other forms print it.
  One alias may be documented in several scripts; ``LowQuality`` marks a weak one.
- Every fact that is no name, document, relationship or sanction is a feature: a place of birth, a
  ship's flag, a website, an address. Its type has the words of the legacy XML, with few exceptions.
- A date is two periods of two days, a year its first and its last day.
- One party has an entry for each of OFAC's lists that it is on, and each repeats the others' events
  and sanctions. The entries tell a file of one list from that of the other.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

from sanctionscreen.model import Entity, Name
from sanctionscreen.reading.fields import Element
from sanctionscreen.reading.files import Files
from sanctionscreen.reading.ofac.advanced_tables import (
    PARTY,
    ROOT,
    Tables,
    primary_first,
    read_tables,
)  # fmt: skip
from sanctionscreen.reading.ofac.advanced_words import Documented, read_documented, read_period
from sanctionscreen.reading.ofac.database import (
    SURE,
    Entry,
    Place,
    read_address,
    read_document,
    read_entry,
    read_tie,
    read_value,
)  # fmt: skip
from sanctionscreen.reading.ofac.facts import Draft, read_alias, read_draft, read_remark
from sanctionscreen.reading.ofac.particulars import OfacList
from sanctionscreen.reading.xml import root_is, stream

# Programmes under which parties are blocked and nothing else: only the SDN list's head names them.
BLOCKING = {b"CUBA", b"SDNT", b"SDNTK", b"TCO"}
HEAD = 1 << 20
PROGRAMME = re.compile(rb"<(?:\w+:)?SanctionsProgram\b[^>]*>([^<]+)<")


def recognise_advanced(ofac: OfacList) -> Callable[[Files], bool]:
    """A recogniser: the first file is Advanced XML, and by the programmes in its head of this list."""
    has_root = root_is(ROOT)

    def recognise(files: Files) -> bool:
        if not has_root(files):
            return False
        with files.open() as handle:
            head = handle.read(HEAD)
        programmes = {name.strip() for name in PROGRAMME.findall(head.partition(b"ReferenceValueSets>")[2])}
        return bool(programmes) and ofac.blocking == bool(programmes & BLOCKING)

    return recognise


def read_advanced(files: Files, ofac: OfacList) -> Iterator[Entity]:
    """The parties of an Advanced XML, in its order. The file is read twice: first for its tables.

    Args:
        files: the list's files.
        ofac: what is particular to the list.

    Raises:
        ReadError: the file is damaged, of the other list, or a party has no number or no name.
    """
    tables = read_tables(files)
    for record in stream(files, ROOT, PARTY):
        yield read_party(tables, record, ofac)
    left_over: dict[str, Iterable[str]] = {
        "SanctionsEntry/@ProfileID": tables.entries,
        "IDRegDocument/@IdentityID": tables.documents,
        "ProfileRelationship/@From-ProfileID": tables.ties,
    }
    for field, left in left_over.items():
        for number in left:
            files.report.odd(number, field, number, "what is said of a party that the file does not have")


def read_party(tables: Tables, record: Element, ofac: OfacList) -> Entity:
    """One party. It has one profile and one identity in every published file."""
    files, uid = tables.files, record.attr("FixedRef")
    profiles = record.all("Profile")
    numbers = [profile.attr("ID") for profile in profiles]
    entries = [tables.entries.pop(number) for number in numbers if number in tables.entries]
    entry = entries[0] if entries else Entry()
    identities = [identity for profile in profiles for identity in profile.all("Identity")]
    names = [name for item in identities for name in read_documented(tables.words, uid, item)]
    draft = read_beginning(tables, uid, names, profiles, entry.programmes)
    for identity in identities:
        identity.ignore("@FixedRef", "@Primary")
        if identity.attr("False") == "true":
            draft.remarks.append("An identity that the list calls false")
        for document in tables.documents.pop(identity.attr("ID"), ()):
            read_document(draft, document)
    for profile in profiles:
        for feature in profile.all("Feature"):
            read_feature(tables, draft, feature)
    for number in numbers:
        read_ties(tables, draft, number)
    read_remark(draft, record.text("Comment"))
    if len(numbers) != 1 or len(entries) > 1:
        files.report.odd(uid, "Profile", ", ".join(numbers), "a party that has not one profile")
    return read_entry(draft, entry, ofac, "SanctionsEntry/@ListID")


def read_beginning(
    tables: Tables, uid: str, names: list[Documented], profiles: list[Element], programmes: list[str]
) -> Draft:
    """A party's kind and names: the primary name in Latin letters first, then in the file's order."""
    words = tables.words
    kinds = []
    for profile in profiles:
        kind = profile.attr("PartySubTypeID")
        party = words.sets.get("PartyTypeOf", {}).get(kind, "")
        kinds.append(words.told(uid, "PartySubType", kind) or words.word(uid, "PartyType", party))
    ordered = primary_first([name for name in names if name.text])
    primary = ordered[0] if ordered else None
    printed = primary.text if primary else ""
    draft = read_draft(
        tables.files, tables.files.paths[0], uid, printed, kinds[0] if kinds else "", programmes
    )
    draft.names = [draft.names[0].model_copy(update={"script": primary.script if primary else None})]
    for name in names:
        if name is not primary:
            read_name(draft, name)
    return draft


def read_name(draft: Draft, name: Documented) -> None:
    """A further name. In another script a former name is still one, and any other the original."""
    if name.alias == "Name" and name.text:
        draft.names.append(Name(text=name.text, kind="alias"))
    else:
        read_alias(draft, name.text, name.alias, "weak" if name.weak else "strong")
    if name.text:
        told = draft.names.pop()
        kind = "original_script" if told.kind == "alias" and not name.latin else told.kind
        draft.names.append(told.model_copy(update={"script": name.script, "kind": kind}))
    if name.acronym:
        draft.remarks.append(f"{name.text}: an acronym")


def read_feature(tables: Tables, draft: Draft, feature: Element) -> None:
    """A feature, which may be any fact; each of its versions is one."""
    words = tables.words
    kind = words.word(draft.uid, "FeatureType", feature.attr("FeatureTypeID"))
    feature.ignore("@ID", "IdentityReference")  # the party has one identity
    for version in feature.all("FeatureVersion"):
        version.ignore("@ID")
        places = [
            tables.places.get(item.attr("LocationID")) or missing_place(draft, kind, item.attr("LocationID"))
            for item in version.all("VersionLocation")
        ]
        values = [read_period(period) for period in version.all("DatePeriod")]
        for detail in version.all("VersionDetail"):
            detail.ignore("@DetailTypeID")
            values += [
                detail.own_text(), words.word(draft.uid, "DetailReference", detail.attr("DetailReferenceID"))
            ]  # fmt: skip
        if kind == "Location":
            for place in places:
                read_address(draft, place)
        else:
            values += [place.text for place in places]
        value = "; ".join(filter(None, values))
        if value:
            read_value(draft, kind, value)
        elif not places:
            draft.files.report.odd(draft.uid, "Feature", kind, "a feature without a value")
        reliability = words.told(draft.uid, "Reliability", version.attr("ReliabilityID"))
        for note in (version.text("Comment"), "" if reliability in SURE else reliability):
            if note:
                draft.remarks.append(f"{kind} {value}".strip() + f": {note}")


def missing_place(draft: Draft, kind: str, number: str) -> Place:
    """What stands for a place that the file does not have."""
    draft.files.report.odd(draft.uid, kind, number, "a location that the file does not have")
    return Place("", "", "", "", "", "")


def read_ties(tables: Tables, draft: Draft, profile: str) -> None:
    """The relationships that a profile states, with the other party's number and name."""
    for tie in tables.ties.pop(profile, ()):
        number, name = tables.names.get(tie.to, ("", ""))
        read_tie(draft, tie.kind, name, number or tie.to, tie.quality, former=tie.former)
