"""OFAC's Enhanced XML, the form behind the Sanctions List Service's own search (since 2024).

``SDN_ENHANCED.ZIP`` and ``CONS_ENHANCED.ZIP`` hold one XML each, which is over 100 MB for the SDN list.
Its ``publicationInfo`` says the day of the data and of which list it is; ``referenceValues`` repeat
the vocabulary, and every entity uses the words themselves. Beyond the legacy XML an entity has its
names and addresses in other scripts, the lists it stands on with the day it was published on each, its
sanctions types and legal authorities, the kind of every relationship with the other entity's number, and
how reliable a fact is.

- A party's name is repeated, translated, in every script that OFAC has it in. The first
  translation is the one that the other forms print.
- Every fact that is no name, address, document or relationship is a feature: births, nationalities,
  a ship's particulars, websites, digital currency addresses and sanctions in words.
- A document stands under the name that it was issued to, which may be an alias.

The reader was run on the whole CONS_ENHANCED of January 2025, and never on an SDN_ENHANCED. What the
non-SDN list has no example of is expected: features of ships and aircraft in the words of the
Advanced XML, which is made from the same database; titles and days of issue and expiry as
``title``, ``issueDate`` and ``expirationDate``. Elements of other names would be reported as unread.

Documentation: https://ofac.treasury.gov/sdn-list-data-formats-data-schemas
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from sanctionscreen.model import Entity, Name, NameKind, PartialDate, Strength
from sanctionscreen.printed.dates import day, partial_date
from sanctionscreen.reading.fields import Element
from sanctionscreen.reading.files import Files
from sanctionscreen.reading.kept import kept_date, kept_word
from sanctionscreen.reading.xml import root_is, stream

from .database import (
    NON_SDN,
    SDN,
    SURE,
    Document,
    Entry,
    Place,
    read_address,
    read_document,
    read_entry,
    read_tie,
    read_value,
)  # fmt: skip
from .facts import Draft, read_draft, read_remark
from .particulars import OfacList

ROOT = "sanctionsData"

# The SCRIPT reference values in ISO 15924, whose codes OFAC gives for half of them only.
SCRIPTS = {
    "Arabic": "Arab", "Armenian": "Armn", "Chinese Simplified": "Hans", "Chinese Traditional": "Hant",
    "Cyrillic": "Cyrl", "Georgian": "Geor", "Greek": "Grek", "Hangul": "Hang", "Hebrew": "Hebr",
    "Japanese": "Jpan", "Korean": "Kore", "Latin": "Latn",
}  # fmt: skip
ALIASES: dict[str, NameKind] = {"A.K.A.": "alias", "F.K.A.": "former", "N.K.A.": "alias"}
STRENGTHS: dict[str, Strength] = {"false": "strong", "true": "weak"}
ADDRESS_PARTS = {
    "ADDRESS1": "street", "ADDRESS2": "street", "ADDRESS3": "street", "CITY": "city",
    "STATE/PROVINCE": "region", "POSTAL CODE": "postcode", "REGION": "area",
}  # fmt: skip


def recognise_enhanced(ofac: OfacList) -> Callable[[Files], bool]:
    """A recogniser: the first file is Enhanced XML, or a ZIP of one, filtered to this list alone."""
    has_root = root_is(ROOT)

    def recognise(files: Files) -> bool:
        if not has_root(files):
            return False
        filters = files.head().partition(b"<filters>")[2].partition(b"</filters>")[0]
        titles = re.findall(r"<sanctionsList\b[^>]*>([^<]*)<", filters.decode("utf-8", "replace"))
        return [" ".join(title.split()) for title in titles] == [title_of(ofac)]

    return recognise


def title_of(ofac: OfacList) -> str:
    """What the publication calls the list that it is filtered to."""
    return SDN if ofac.blocking else NON_SDN


def read_enhanced(files: Files, ofac: OfacList) -> Iterator[Entity]:
    """The entities of an Enhanced XML, in its order.

    Args:
        files: the list's files: the ZIP, or the XML in it.
        ofac: what is particular to the list.

    Raises:
        ReadError: the file is damaged, of another list, or an entity has no number or no name.
    """
    for record in stream(files, ROOT, "entity", header="publicationInfo"):
        if str(record.element.tag).endswith("publicationInfo"):
            read_publication(files, record, title_of(ofac))
        else:
            yield read_entity(files, record, ofac)


def read_publication(files: Files, record: Element, title: str) -> None:
    """The day of the data, and whether they are this list's."""
    date = record.text("dataAsOf")
    files.published(day(date.partition("T")[0]))
    if not files.as_of:
        files.report.odd("publicationInfo", "dataAsOf", date, "a date that cannot be read")
    titles = words(record, "filters", "sanctionsLists", "sanctionsList")
    if titles != [title]:
        raise files.error(
            f"the publication is of the {' and the '.join(titles) or 'whole database'}, not of the {title}",
            record="publicationInfo",
            field="filters",
            advice="Download the list's own file",
        )


def read_entity(files: Files, record: Element, ofac: OfacList) -> Entity:
    """One entity."""
    uid = record.attr("id")
    names = read_names(files, uid, record)
    kind = words(record, "generalInfo", "entityType")
    programmes = words(record, "sanctionsPrograms", "sanctionsProgram")
    name = names[0].text if names else ""
    draft = read_draft(files, files.paths[0], uid, name, "".join(kind), programmes)
    draft.names = names
    for info in record.all("generalInfo"):
        info.ignore("identityId")
        draft.title = info.text("title")
    for address in listed(record, "addresses", "address"):
        read_addresses(draft, address)
    for document in listed(record, "identityDocuments", "identityDocument"):
        read_identity_document(draft, document)
    for feature in listed(record, "features", "feature"):
        read_feature(draft, feature)
    for relationship in listed(record, "relationships", "relationship"):
        read_relationship(draft, relationship)
    read_remark(draft, record.text("generalInfo", "remarks"))
    entry = Entry(
        legal_bases=words(record, "legalAuthorities", "legalAuthority"),
        measures=words(record, "sanctionsTypes", "sanctionsType"),
    )
    for item in record.all("sanctionsLists", "sanctionsList"):
        since = kept_date(files, uid, "datePublished", item.attr("datePublished"))
        entry.listed[word(item)] = since.earliest if since else None
    return read_entry(draft, entry, ofac, "sanctionsLists")


def word(item: Element) -> str:
    """A word of OFAC's vocabulary, whose numbers say nothing more."""
    item.ignore("@id", "@refId", "@featureTypeId")
    return item.own_text()


def words(record: Element, *path: str) -> list[str]:
    """The words at a path."""
    return [text for item in record.all(*path) if (text := word(item))]


def listed(record: Element, *path: str) -> list[Element]:
    """The items of one of the XML's lists, those marked as primary first."""
    items = record.all(*path)
    for item in items:
        item.ignore("@id")
    return sorted(items, key=lambda item: item.text("isPrimary") == "false")


def read_names(files: Files, uid: str, record: Element) -> list[Name]:
    """Every name in every script; the primary one's first translation before all."""
    names: list[Name] = []
    for item in listed(record, "names", "name"):
        kind, strength = read_alias_type(files, uid, item) if names else ("primary", "unknown")
        item.ignore("isLowQuality")
        for translation in listed(item, "translations", "translation"):
            text = read_full_name(files, uid, translation)
            script = read_script(files, uid, translation)
            if text:
                names.append(Name(text=text, kind=kind, strength=strength, script=script))
            kind = translated(kind)
    return names


def read_alias_type(files: Files, uid: str, item: Element) -> tuple[NameKind, Strength]:
    """What kind of name it is, and how good."""
    printed, low = "".join(words(item, "aliasType")), item.text("isLowQuality")
    kind = kept_word(files, uid, "aliasType", printed, ALIASES, "alias")
    return kind, kept_word(files, uid, "isLowQuality", low, STRENGTHS, "unknown")


def translated(kind: NameKind) -> NameKind:
    """What a name's further translations are; a former name is one in any script."""
    return "former" if kind == "former" else "original_script"


def read_script(files: Files, uid: str, translation: Element) -> str | None:
    """The script of a name, as the list states it."""
    return kept_word(files, uid, "script", "".join(words(translation, "script")), SCRIPTS, None)


def read_full_name(files: Files, uid: str, translation: Element) -> str:
    """A name in one text, as OFAC prints it elsewhere: a person's surname, a comma, the rest."""
    translation.ignore("formattedFirstName", "formattedLastName")
    full = translation.text("formattedFullName")
    parts = []
    for part in listed(translation, "nameParts", "namePart"):
        part.ignore("type")
        parts.append(part.text("value"))
        if full and parts[-1].casefold() not in full.casefold():
            files.report.odd(uid, "namePart", parts[-1], "a part of a name that its full form lacks")
    return full or ", ".join(parts)


def read_addresses(draft: Draft, item: Element) -> None:
    """An address, once for each script it is given in."""
    country = "".join(words(item, "country"))
    for translation in listed(item, "translations", "translation"):
        read_script(draft.files, draft.uid, translation)
        told: dict[str, list[str]] = {}
        for part in listed(translation, "addressParts", "addressPart"):
            kind = "".join(words(part, "type"))
            place = kept_word(draft.files, draft.uid, "addressPart/type", kind, ADDRESS_PARTS, "street")
            told.setdefault(place, []).append(part.text("value"))
        street, city, region, postcode, area = (
            ", ".join(filter(None, told.get(place, ())))
            for place in ("street", "city", "region", "postcode", "area")
        )
        # The other forms print a region without a country in the country's place.
        wider = f"Region: {area}" if area else ""
        note = wider if country else ""
        read_address(draft, Place(street, city, region, postcode, country or wider, note))


def read_feature(draft: Draft, feature: Element) -> None:
    """A feature, which may be any fact."""
    feature.ignore("versionId", "valueRefId")
    kind, value = "".join(words(feature, "type")), feature.text("value")
    if value:
        read_value(draft, kind, value)
    else:
        draft.files.report.odd(draft.uid, "feature", kind, "a feature without a value")
    for dates in feature.all("valueDate"):
        read_days(draft, kind, value, dates)
    reliability = "".join(words(feature, "reliability"))
    for note in (feature.text("comments"), "" if reliability in SURE else reliability):
        draft.remarks += [f"{kind} {value}: {note}"] if note else []


def read_days(draft: Draft, kind: str, value: str, dates: Element) -> None:
    """The days that the list spells out for a date: they count where its words cannot be read."""
    dates.ignore("@id", "fromDateEnd", "toDateBegin", "isDateRange")
    first, last = day(dates.text("fromDateBegin")), day(dates.text("toDateEnd"))
    about, read = dates.text("isApproximate") == "true", partial_date(value)
    if (about and read and read.earliest) or (read and (read.earliest, read.latest) == (first, last)):
        return
    draft.files.report.odd(draft.uid, kind, value, f"a date whose days are given as {first} to {last}")
    if kind == "Birthdate" and draft.born_on and not draft.born_on[-1].earliest:
        draft.born_on[-1] = PartialDate(text=value, earliest=first, latest=last, circa=about)


def read_identity_document(draft: Draft, item: Element) -> None:
    """A document with its number, its issuer and the name it was issued to, where that is an alias."""
    for holder in item.all("name"):
        holder.ignore("@nameId", "@nameTranslationId")
    notes = [
        *(f"in the name {name}" for name in item.texts("name") if name != draft.names[0].text),
        *item.texts("comments"),
        *(f"issued by {authority}" for authority in item.texts("issuingAuthority")),
        *(f"issued in {place}" for place in item.texts("issuingLocation")),
        "not valid" if item.text("isValid") == "false" else "",
    ]
    document = Document(
        kind="".join(words(item, "type")),
        number=item.text("documentNumber"),
        country="".join(words(item, "issuingCountry")),
        issued=item.text("issueDate"),
        expires=item.text("expirationDate"),
        note="; ".join(filter(None, notes)),
    )
    read_document(draft, document)


def read_relationship(draft: Draft, relationship: Element) -> None:
    """A tie to another entity, with its number."""
    kind, quality = ("".join(words(relationship, tag)) for tag in ("type", "quality"))
    for other in relationship.all("relatedEntity"):
        read_tie(draft, kind, other.own_text(), other.attr("entityId"), quality)
    draft.remarks += relationship.texts("comments")
