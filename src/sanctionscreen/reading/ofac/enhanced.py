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

The reader was run on CONS_ENHANCED of January 2025, the only whole file at hand. What occurs there
only in the reference values (ships, aircraft, titles) has the words of the Advanced XML, which
is made from the same data.

Documentation: https://ofac.treasury.gov/sdn-list-data-formats-data-schemas
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from sanctionscreen.model import (
    Address,
    Entity,
    Name,
    NameKind,
    PartialDate,
    Relation,
    RelationKind,
    Strength,
)  # fmt: skip
from sanctionscreen.printed import day, partial_date
from sanctionscreen.reading.fields import Element
from sanctionscreen.reading.files import Files
from sanctionscreen.reading.kept import kept_date, kept_word
from sanctionscreen.reading.ofac.facts import (
    ALIAS_KINDS,
    KNOWN_TYPE,
    MEASURE,
    Draft,
    read_draft,
    read_fact,
    read_number,
    read_remark,
    read_vessel,
)  # fmt: skip
from sanctionscreen.reading.ofac.particulars import OfacList
from sanctionscreen.reading.xml import root_is, stream

ROOT = "sanctionsData"
SDN = "SDN List"

# The SCRIPT reference values in ISO 15924, whose codes OFAC gives for half of them only.
SCRIPTS = {
    "Arabic": "Arab", "Armenian": "Armn", "Chinese Simplified": "Hans", "Chinese Traditional": "Hant",
    "Cyrillic": "Cyrl", "Georgian": "Geor", "Greek": "Grek", "Hangul": "Hang", "Hebrew": "Hebr",
    "Japanese": "Jpan", "Korean": "Kore", "Latin": "Latn",
}  # fmt: skip
STRENGTHS: dict[str, Strength] = {"false": "strong", "true": "weak"}

# The RELATIONSHIP TYPE reference values: what the related entity is to the one that states it. OFAC
# prints them all as "Linked To:" elsewhere; those that are neither ownership, family nor association
# stay that.
RELATIONS: dict[str, RelationKind] = {
    "Acting for or on behalf of": "linked_to", "Associate Of": "associate", "Family member of": "relative",
    "Leader or official of": "linked_to", "Owned or Controlled By": "owner",
    "Owns, controls, or operates": "subsidiary", "Principal Executive Officer": "linked_to",
    "Property in the interest of": "linked_to", "Providing support to": "linked_to",
    "playing a significant role in": "linked_to",
}  # fmt: skip

# Feature types with a place of their own, by the word that the other forms have for them.
FACTS = {
    "Birthdate": "DOB", "Place of Birth": "POB", "Nationality Country": "nationality",
    "Citizenship Country": "citizen",
}  # fmt: skip
# A ship's, in the order in which ``read_vessel`` takes them.
PARTICULARS = {
    "Vessel Call Sign": "call_sign", "VESSEL TYPE": "type", "Vessel Tonnage": "tonnage",
    "Vessel Gross Registered Tonnage": "gross_tonnage", "Vessel Flag": "flag", "Vessel Owner": "owner",
}  # fmt: skip
ADDRESS_PARTS = {
    "ADDRESS1": "street", "ADDRESS2": "street", "ADDRESS3": "street", "CITY": "city",
    "STATE/PROVINCE": "region", "POSTAL CODE": "postcode", "REGION": "area",
}  # fmt: skip


def publishes(title: str) -> Callable[[Files], bool]:
    """A recogniser: the first file is Enhanced XML, and of the list with this title alone."""

    def recognise(files: Files) -> bool:
        return root_is(ROOT)(files) and _titles(files.head()) == [title]

    return recognise


def _titles(head: bytes) -> list[str]:
    """The lists that the publication is filtered to, which its head names before any entity."""
    filters = head.partition(b"<filters>")[2].partition(b"</filters>")[0]
    found = re.findall(r"<sanctionsList\b[^>]*>\s*([^<]*?)\s*<", filters.decode("utf-8", "replace"))
    return [" ".join(title.split()) for title in found]


def read_enhanced(files: Files, ofac: OfacList, title: str) -> Iterator[Entity]:
    """The entities of an Enhanced XML, in its order.

    Args:
        files: the list's files: the ZIP or the XML in it.
        ofac: what is particular to the list.
        title: the list's title in the publication's filter.

    Raises:
        ReadError: the file is damaged, of another list, or an entity has no number or no name.
    """
    for record in stream(files, ROOT, "entity", header="publicationInfo"):
        if str(record.element.tag).endswith("publicationInfo"):
            read_publication(files, record, title)
        else:
            yield read_entity(files, record, ofac, title)


def read_publication(files: Files, record: Element, title: str) -> None:
    """The day of the data, and whether they are this list's."""
    date = record.text("dataAsOf")
    files.published(day(date.partition("T")[0]))
    if not files.as_of:
        files.report.odd("publicationInfo", "dataAsOf", date, "a date that cannot be read")
    titles = [word(item) for item in record.all("filters", "sanctionsLists", "sanctionsList")]
    if titles != [title]:
        raise files.error(
            f"the publication is of {', '.join(titles) or 'all lists'}, where this list is the {title}",
            record="publicationInfo",
            field="filters",
            advice="Download the list's own file",
        )


def read_entity(files: Files, record: Element, ofac: OfacList, title: str) -> Entity:
    """One entity."""
    uid = record.attr("id")
    names = read_names(files, uid, record)
    kind = words(record, "generalInfo", "entityType")
    programmes = words(record, "sanctionsPrograms", "sanctionsProgram")
    draft = read_draft(files, files.paths[0], uid, names[0].text if names else "", " ".join(kind), programmes)
    draft.names = names
    draft.title = record.text("generalInfo", "title")
    draft.measures += words(record, "sanctionsTypes", "sanctionsType")
    for address in listed(record, "addresses", "address"):
        read_address(draft, address)
    for document in listed(record, "identityDocuments", "identityDocument"):
        read_document(draft, document)
    for feature in listed(record, "features", "feature"):
        read_feature(draft, feature)
    for relationship in listed(record, "relationships", "relationship"):
        read_relationship(draft, relationship)
    read_remark(draft, record.text("generalInfo", "remarks"))
    for info in record.all("generalInfo"):
        info.ignore("identityId")
    listed_on = read_lists(draft, record, title)
    authorities = tuple(words(record, "legalAuthorities", "legalAuthority"))
    listing = ofac.listing(draft.programmes, uid)
    return draft.finish(listing.model_copy(update={"listed_on": listed_on, "citations": authorities}))


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
    kind = kept_word(files, uid, "aliasType", printed.replace(".", "").lower(), ALIAS_KINDS, "alias")
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


def read_address(draft: Draft, item: Element) -> None:
    """An address, once for each script it is given in; one that says nothing is none."""
    country = "".join(words(item, "country"))
    for translation in listed(item, "translations", "translation"):
        read_script(draft.files, draft.uid, translation)
        parts: dict[str, str] = {}
        for part in listed(translation, "addressParts", "addressPart"):
            kind = "".join(words(part, "type"))
            place = kept_word(draft.files, draft.uid, "addressPart/type", kind, ADDRESS_PARTS, "street")
            parts[place] = ", ".join(filter(None, (parts.get(place), part.text("value"))))
        if not parts and not country:
            continue
        # The other forms print a region without a country in the country's place.
        area = parts.pop("area", None)
        nation = country or (f"Region: {area}" if area else "")
        town = ", ".join(filter(None, (parts.get("city"), parts.get("region"))))
        told = (parts.get("street"), f"{town} {parts.get('postcode', '')}".strip(), nation)
        draft.addresses.append(
            Address(
                text=", ".join(filter(None, told)),
                country=draft.code("address/country", nation),
                country_text=nation or None,
                note=f"Region: {area}" if area and country else None,
                **parts,
            )
        )


def read_feature(draft: Draft, feature: Element) -> None:
    """A feature, which may be any fact."""
    feature.ignore("versionId", "valueRefId")
    kind, value = "".join(words(feature, "type")), feature.text("value")
    reliability = "".join(words(feature, "reliability"))
    notes = [feature.text("comments"), reliability if reliability != "Confirmed" else ""]
    if value:
        read_value(draft, kind, value)
    else:
        draft.files.report.odd(draft.uid, "feature", kind, "a feature without a value")
    draft.remarks += [f"{kind} {value}: {note}" for note in notes if note]
    for dates in feature.all("valueDate"):
        check_span(draft, kind, value, dates)


def read_value(draft: Draft, kind: str, value: str) -> None:
    """What a feature says, in the place that the other forms give it."""
    if kind in FACTS:
        read_fact(draft, FACTS[kind], value)
    elif kind in PARTICULARS:
        read_particular(draft, kind, value)
    elif kind == "Title":
        draft.title = "; ".join(filter(None, (draft.title, value)))
    else:
        read_typed(draft, kind, value)


def check_span(draft: Draft, kind: str, value: str, dates: Element) -> None:
    """The days that the list spells out for a date: they count where its words cannot be read."""
    dates.ignore("@id", "fromDateEnd", "toDateBegin", "isDateRange")
    first, last = day(dates.text("fromDateBegin")), day(dates.text("toDateEnd"))
    read = partial_date(value)
    if dates.text("isApproximate") == "true" or (read and (read.earliest, read.latest) == (first, last)):
        return
    draft.files.report.odd(draft.uid, kind, value, f"a date whose days are given as {first} to {last}")
    if kind == "Birthdate" and draft.born_on and not draft.born_on[-1].earliest:
        draft.born_on[-1] = PartialDate(text=value, earliest=first, latest=last)


def read_particular(draft: Draft, kind: str, value: str) -> None:
    """One of a ship's particulars; a second value of one stays a remark."""
    known = draft.vessel and getattr(draft.vessel, PARTICULARS[kind], None)
    if known and PARTICULARS[kind] != "call_sign":
        draft.remarks.append(f"{kind}: {value}")
        return
    read_vessel(draft, *(value if kind == particular else "" for particular in PARTICULARS))


def read_typed(draft: Draft, kind: str, value: str, *, note: str = "", **told: str) -> None:
    """A fact with a type, as the legacy XML has it in its idList; ``told`` as ``read_number`` has it."""
    kind = kind.replace("’", "'")
    if not (KNOWN_TYPE.fullmatch(kind) or MEASURE.match(kind)):
        draft.files.report.odd(draft.uid, "type", kind, "unknown type of identifier: kept as one")
    held = len(draft.identifiers)
    read_number(draft, kind, value, **told)
    if note and len(draft.identifiers) > held:
        draft.identifiers[-1] = draft.identifiers[-1].model_copy(update={"note": note})
    elif note:
        draft.remarks.append(f"{kind} {value}: {note}")


def read_document(draft: Draft, document: Element) -> None:
    """A document with its number, its issuer and the name it was issued to, where that is an alias."""
    kind = "".join(words(document, "type"))
    holders = document.all("name")
    for holder in holders:
        holder.ignore("@nameId", "@nameTranslationId")
    notes = [
        *(f"in the name {name}" for name in document.texts("name") if name != draft.names[0].text),
        *(f"issued by {authority}" for authority in document.texts("issuingAuthority")),
        *(f"issued in {place}" for place in document.texts("issuingLocation")),
        *document.texts("comments"),
        "not valid" if document.text("isValid") == "false" else "",
    ]
    number = document.text("documentNumber")
    if not number:
        draft.files.report.odd(draft.uid, "documentNumber", kind, "a document without a number")
        return
    read_typed(
        draft,
        kind,
        number,
        note="; ".join(filter(None, notes)),
        country="".join(words(document, "issuingCountry")),
        issued=document.text("issueDate"),
        expires=document.text("expirationDate"),
    )


def read_relationship(draft: Draft, relationship: Element) -> None:
    """A tie to another entity, with its number."""
    kind = "".join(words(relationship, "type"))
    relation = kept_word(draft.files, draft.uid, "relationship/type", kind, RELATIONS, "linked_to")
    quality = "".join(f" ({quality} quality)" for quality in words(relationship, "quality"))
    for other in relationship.all("relatedEntity"):
        number, name = other.attr("entityId"), other.own_text()
        if not name:
            draft.files.report.odd(draft.uid, "relatedEntity", number, "a related entity without a name")
        draft.relations.append(Relation(kind=relation, name=name or number, id=number or None))
        draft.remarks.append(f"{kind}: {name}{quality}")
    draft.remarks += relationship.texts("comments")


def read_lists(draft: Draft, record: Element, title: str) -> PartialDate | None:
    """Since when the entity is on this list; since when on another of OFAC's lists is a remark.

    The non-SDN list joins several, and began later than some of them: the first date on any counts.
    """
    dates: dict[str, str] = {}
    for item in record.all("sanctionsLists", "sanctionsList"):
        dates[word(item)] = item.attr("datePublished")
    if title not in dates:
        draft.files.report.odd(draft.uid, "sanctionsLists", ", ".join(dates), f"an entity not on the {title}")
    own = [date for other, date in dates.items() if other == title or SDN not in (title, other)]
    first = min(filter(None, own), default="")
    others = [f"{other} since {date}" for other, date in dates.items() if (other, date) != (title, first)]
    draft.remarks += others
    return kept_date(draft.files, draft.uid, "datePublished", first)
