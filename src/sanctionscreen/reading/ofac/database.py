"""What OFAC's Advanced and Enhanced XML state alike: both are made from one database, and in its words.

Beyond the legacy forms that is: the lists that a party is on and since when, the sanctions and legal
authorities, the kind of a relationship with the other party's number, and who issued a document.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from sanctionscreen.model import Address, Entity, PartialDate, Relation, RelationKind
from sanctionscreen.printed.dates import partial_date
from sanctionscreen.reading.kept import kept_word

from .facts import KNOWN_TYPE, MEASURE, Draft, read_fact, read_number, read_vessel
from .particulars import PART_TITLES, PARTS, OfacList

SDN, NON_SDN = "SDN List", "Consolidated List"

# What the other party is to the one that states the relationship. OFAC prints them all as "Linked
# To:" elsewhere; those that are neither ownership, family nor association stay that.
RELATIONS: dict[str, RelationKind] = {
    "Acting for or on behalf of": "linked_to", "Associate Of": "associate", "Family member of": "relative",
    "Leader or official of": "linked_to", "Owned or Controlled By": "owner",
    "Owns, controls, or operates": "subsidiary", "Principal Executive Officer": "linked_to",
    "Property in the interest of": "linked_to", "Providing support to": "linked_to",
    "playing a significant role in": "linked_to",
}  # fmt: skip
# Types of features with a place of their own, by the word that the other forms have for them.
FACTS = {
    "Birthdate": "DOB", "Place of Birth": "POB", "Nationality Country": "nationality",
    "Citizenship Country": "citizen",
}  # fmt: skip
# A ship's particulars, in the order in which ``read_vessel`` takes them, with the model's words.
PARTICULARS = {
    "Vessel Call Sign": "", "VESSEL TYPE": "type", "Vessel Tonnage": "tonnage",
    "Vessel Gross Registered Tonnage": "gross_tonnage", "Vessel Flag": "flag", "Vessel Owner": "owner",
}  # fmt: skip
# The reliability of a feature that needs no word.
SURE = ("", "Confirmed")


class Place(NamedTuple):
    """A location as printed: the lines of a street, the city, region, postcode, country; a wider region."""

    street: str
    city: str
    region: str
    postcode: str
    country: str
    note: str

    @property
    def text(self) -> str:
        """The place in one text, joined as OFAC does it in the CSV: no comma before the postcode."""
        town = ", ".join(filter(None, (self.city, self.region)))
        return ", ".join(filter(None, (self.street, f"{town} {self.postcode}".strip(), self.country)))


class Document(NamedTuple):
    """A registered number; ``note`` is who issued it and whether it is valid."""

    kind: str
    number: str
    country: str
    issued: str
    expires: str
    note: str


@dataclass(slots=True)
class Entry:
    """Why a party is listed; ``listed`` has the first day on each of OFAC's lists."""

    listed: dict[str, date | None] = field(default_factory=dict)
    legal_bases: list[str] = field(default_factory=list)
    programmes: list[str] = field(default_factory=list)
    measures: list[str] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)


def read_address(draft: Draft, place: Place) -> None:
    """An address. One that says nothing is none."""
    if not any(place):
        return
    draft.addresses.append(
        Address(
            text=place.text,
            street=place.street or None,
            city=place.city or None,
            region=place.region or None,
            postcode=place.postcode or None,
            country=draft.code("address/country", place.country),
            country_text=place.country or None,
            note=place.note or None,
        )
    )


def read_value(draft: Draft, kind: str, value: str) -> None:
    """The value of a feature that is no address."""
    if kind in FACTS:
        read_fact(draft, FACTS[kind], value)
    elif kind == "Title":
        draft.title = "; ".join(filter(None, (draft.title, value)))
    elif kind in PARTICULARS:
        read_particular(draft, kind, value)
    else:
        read_typed(draft, kind, value)


def read_particular(draft: Draft, kind: str, value: str) -> None:
    """One of a ship's particulars; a second value of one is a remark."""
    if getattr(draft.vessel, PARTICULARS[kind] or "-", None):
        draft.remarks.append(f"{kind}: {value}")
    else:
        read_vessel(draft, *(value if kind == particular else "" for particular in PARTICULARS))


def read_typed(draft: Draft, kind: str, value: str, document: Document | None = None) -> None:
    """A fact with a type, in the words that the legacy XML has for it."""
    kind = kind.replace("’", "'")
    if not (KNOWN_TYPE.fullmatch(kind) or MEASURE.match(kind)):
        draft.files.report.odd(draft.uid, "type", kind, "unknown type of identifier: kept as one")
    if document is None:
        read_number(draft, kind, value)
        return
    held = len(draft.identifiers)
    read_number(draft, kind, value, document.country, document.issued, document.expires)
    if document.note and len(draft.identifiers) > held:
        draft.identifiers[-1] = draft.identifiers[-1].model_copy(update={"note": document.note})
    elif document.note:
        draft.remarks.append(f"{kind} {value}: {document.note}")


def read_document(draft: Draft, document: Document) -> None:
    """A registered number."""
    if document.number:
        read_typed(draft, document.kind, document.number, document)
    else:
        draft.files.report.odd(draft.uid, "document", document.kind, "a document without a number")


def read_tie(draft: Draft, kind: str, name: str, number: str, quality: str, *, former: bool = False) -> None:
    """A relationship with another party, in the list's own words as a remark too."""
    relation = kept_word(draft.files, draft.uid, "relationship", kind, RELATIONS, "linked_to")
    if not name:
        draft.files.report.odd(draft.uid, kind, number, "a related party without a name")
    draft.relations.append(
        Relation(kind="linked_to" if former else relation, name=name or number, id=number or None)
    )
    words = f"formerly: {kind}" if former else kind
    draft.remarks.append(f"{words}: {name or number}" + (f" ({quality} quality)" if quality else ""))


def read_entry(draft: Draft, entry: Entry, ofac: OfacList, where: str) -> Entity:
    """The entry as an entity: its sanctions, the lists it is on, and since when it is on this one.

    Args:
        draft: all else that is read of it.
        entry: why it is listed.
        ofac: the list that the file is of.
        where: the field that names the lists, for messages.

    Raises:
        ReadError: it is on other lists only.
    """
    own = SDN if ofac.blocking else NON_SDN
    if own not in entry.listed and entry.listed:
        raise draft.files.error(
            f"the party is on the {' and the '.join(entry.listed)}, and not on the {own}: "
            f"this looks like {ofac.other}",
            record=draft.uid,
            field=where,
            advice="Add the file as that list, or download this list's own",
        )
    if not entry.listed:
        draft.files.report.odd(draft.uid, where, "", "a party that the file puts on no list")
    elif not draft.programmes:
        draft.files.report.odd(draft.uid, "program", "", "an entry without a programme")
    for title in entry.listed:
        if title != NON_SDN and title not in PART_TITLES:
            draft.files.report.odd(draft.uid, where, title, "a list that is not known here")
    codes = {PART_TITLES[title] for title in entry.listed if title in PART_TITLES}
    parts = tuple(code for code in PARTS if code in codes)
    draft.measures += entry.measures
    draft.remarks += entry.remarks
    listed_on = read_listed_on(draft, entry, own)
    listing = ofac.listing(draft.programmes, draft.uid, draft.measures, parts)
    told = {"listed_on": listed_on or listing.listed_on, "citations": tuple(entry.legal_bases)}
    return draft.finish(listing.model_copy(update=told))


def read_listed_on(draft: Draft, entry: Entry, own: str) -> PartialDate | None:
    """Since when the party is on this list; since when on another of OFAC's lists is a remark.

    The non-SDN list joins several, and began later than some of them: the first day on any counts.
    """
    days = [day for title, day in entry.listed.items() if day and (title == own or own != SDN != title)]
    first = min(days, default=None)
    draft.remarks += [
        f"{title} since {day}" for title, day in entry.listed.items() if day and (title, day) != (own, first)
    ]
    return partial_date(first.isoformat()) if first else None
