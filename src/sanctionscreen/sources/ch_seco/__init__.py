"""Switzerland: the sanctions list of SECO, whole, in XML.

Publisher: State Secretariat for Economic Affairs (SECO), as the whole list (``list-type="whole-list"``) in
XML, on every change of an annex. Legal basis: an ordinance for each programme, under the Embargo Act of 22
March 2002 (SR 946.231). The programmes follow the UN or the EU (``origin``), at times some days later.

Effect: nobody in Switzerland may make assets or economic resources available to the party: ``block``.
A sanctions set whose title speaks of the money and capital market is ``finance_only``, one of goods or
technology ``export_denial``, one of entry and transit alone a ``red_flag``; of several sets the first of
these in the order block, export_denial, finance_only, red_flag counts. That is our reading of the titles.

How it is read:

- **De-listed targets stay in the file**: their last ``modification`` is ``de-listed``, and ``delisted_on``
  is filled. A target that was listed again afterwards is listed, since that day.
- ``ssid`` is the id. It stays as long as the list is published.
- Targets name their sanctions sets, places and each other by ``ssid``. Programmes stand before the targets
  and places behind them, so the file is read twice: first for what is named, kept in short.
- ``main="true"`` marks the main identity; names of other identities are aliases. The parts of a name are
  joined in the ``order`` that the list gives: family name first. Titles are kept apart.
- ``spelling-variant`` gives a part of a name in another spelling or script. A variant in Latin letters
  takes the parts that have none from the name itself; one in other letters holds only its own.
- ``quality`` of a name is ``good`` or ``low``; a primary name is never taken as weak.
- The numbers of ships and companies stand in ``other-information``, which is prose: ``IMO Number: …``.
- A ``modification`` repeats what it added and removed; the identities already say the outcome.

This reader was never run on a whole file. It was built from the documented layout (the list's XML schema)
and from an excerpt of three targets of the list of 27 August 2026.

Links: https://www.seco.admin.ch/seco/en/home/Aussenwirtschaftspolitik_Wirtschaftliche_Zusammenarbeit/Wirtschaftsbeziehungen/exportkontrollen-und-sanktionen/sanktionen-embargos.html
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from sanctionscreen.model import Entity, Listing, PartialDate
from sanctionscreen.model.vocabulary import Effect, EntityKind
from sanctionscreen.reading import Element, Files, Format, Source, kept_date, kept_id, kept_word, unique
from sanctionscreen.reading.fields import local_name
from sanctionscreen.reading.xml import root_is, stream

from .facts import (
    read_address,
    read_births,
    read_documents,
    read_nationalities,
    read_numbers,
    read_relations,
)
from .named import RECORDS, ROOT, Named, identities, read_named
from .names import read_names

KEY = "ch_seco"
AUTHORITY = "State Secretariat for Economic Affairs (SECO)"
SEARCH = "https://www.sesam.search.admin.ch/sesam-search-web/pages/"
URL = SEARCH + "downloadXmlGesamtliste.xhtml?lang=en&action=downloadXmlGesamtlisteAction"

KINDS: dict[str, EntityKind] = {"individual": "person", "entity": "organization", "object": "unknown"}
OBJECTS: dict[str, EntityKind] = {"vessel": "vessel", "aircraft": "aircraft"}
MODIFICATIONS = ("listed", "amended", "de-listed")
# By the words of a sanctions set's title: the first row that it fits.
EFFECTS: tuple[tuple[Effect, str], ...] = (
    ("block", r"asset|freez|financial sanctions|individuals and entities"),
    ("export_denial", r"\bgoods|\bexport|technolog|dual-use"),
    ("finance_only", r"capital market|securities|\bloans"),
    ("red_flag", r"\bentry\b|\btransit\b|\btravel"),
)


def read_xml(files: Files) -> Iterator[Entity]:
    """The targets of the whole list, de-listed ones too, in its order."""
    named = read_named(files)
    seen: set[str] = set()
    for record in stream(files, ROOT, *RECORDS):
        if local_name(record.element.tag) == "target":
            yield read_target(files, record, named, seen)
        else:
            record.ignore_all()  # read the first time


def read_target(files: Files, record: Element, named: Named, seen: set[str]) -> Entity:
    """One target; ``seen`` holds the ids given so far."""
    key, tag, subject = read_subject(files, record, seen)
    kind = KINDS[tag]
    if tag == "object":
        kind = kept_word(files, key, "@object-type", subject.attr("object-type"), OBJECTS, "unknown")
    found = identities(subject)
    countries = [code for one in found for code in read_nationalities(files, key, one)]
    for text in subject.all("other-information") + subject.all("justification"):
        text.ignore("@ssid")
    said = subject.texts("other-information")
    listing, beside = read_listing(files, key, record, named, subject.texts("justification"))
    births, doubts = read_births(files, key, found, named)
    documents, unnumbered = read_documents(files, key, found)
    relations, told = read_relations(files, key, [*record.all("relation"), *subject.all("relation")], named)
    stated = (f"{item.attr('name')}: {item.own_text()}" for item in subject.all("generic-attribute"))
    parts = [part for one in found for name in one.all("name") for part in name.all("name-part")]
    return Entity(
        list=KEY,
        id=key,
        kind=kind,
        names=read_names(files, key, found),
        addresses=unique(
            read_address(files, key, item, named) for one in found for item in one.all("address")
        ),
        identifiers=unique([*documents, *(number for text in said for number in read_numbers(text))]),
        births=births,
        nationalities=unique(countries) if kind == "person" else (),
        countries=() if kind == "person" else unique(countries),
        gender=subject.attr("sex").capitalize() or None,
        titles=unique(part.text("value") for part in parts if part.attr("name-part-type") == "title"),
        relations=relations,
        remarks=unique([*said, *beside, *doubts, *unnumbered, *told, *stated]),
        listing=listing,
    )


def read_subject(files: Files, record: Element, seen: set[str]) -> tuple[str, str, Element]:
    """The id of a target, and what it is."""
    number = record.attr("ssid")
    for tag in KINDS:
        if number and (subject := record.first(tag)):
            subject.ignore("@ssid")
            return kept_id(files, "@ssid", number, seen), tag, subject
    raise files.error(
        "the target is no individual, entity or object" if number else "the target has no ssid",
        record=number or f"#{len(seen) + 1}",
        field="individual" if number else "@ssid",
        advice="Download the list again; if it persists, its layout has changed",
    )


def read_listing(
    files: Files, key: str, record: Element, named: Named, reasons: list[str]
) -> tuple[Listing, list[str]]:
    """Why and since when a target is listed, or until when it was; and remarks beside it."""
    known = []
    for number in record.texts("sanctions-set-id"):
        if number in named.sets:
            known.append(named.sets[number])
        else:
            files.report.odd(key, "sanctions-set-id", number, "a sanctions set that the file does not hold")
    dates = read_modifications(files, key, record.all("modification"))
    listing = Listing(
        list=KEY,
        authority=AUTHORITY,
        programmes=unique(programme for programme, _, _, _ in known),
        measures=unique(title for _, _, title, _ in known),
        effect=effect_of(title for _, _, title, _ in known),
        legal_basis="; ".join(unique(ordinance for _, ordinance, _, _ in known)) or None,
        reasons=unique(reasons),
        listed_on=dates.get("listed"),
        amended_on=dates.get("amended"),
        delisted_on=dates.get("de-listed"),
        other_ids=unique(record.texts("foreign-identifier")),
    )
    return listing, [f"Follows the sanctions of: {origin}" for origin in unique(row[3] for row in known)]


def effect_of(titles: Iterable[str]) -> Effect:
    """The gravest effect of several sanctions sets, from the words of their titles."""
    effects = {
        next((effect for effect, words in EFFECTS if re.search(words, title, re.IGNORECASE)), "block")
        for title in titles
    }
    return next((effect for effect, _ in EFFECTS if effect in effects), "block")


def read_modifications(files: Files, key: str, elements: Iterable[Element]) -> dict[str, PartialDate]:
    """The day a target was last listed, amended and de-listed; a later listing ends a de-listing."""
    events = []
    for element in elements:
        element.ignore("@ssid", "added", "removed")  # the identities say what came of it
        days = (element.attr(name) for name in ("effective-date", "publication-date", "enactment-date"))
        events.append((next(filter(None, list(days)), ""), element.attr("modification-type")))
    # The file prints the latest first; events of one day keep that order, turned round.
    events.reverse()
    dates: dict[str, PartialDate] = {}
    for text, word in sorted(events, key=lambda event: event[0]):
        if word not in MODIFICATIONS:
            files.report.odd(key, "@modification-type", word, "a modification that is not known: amended")
        date = kept_date(files, key, f"modification/{word}", text)
        if not date:
            files.report.odd(key, "modification", word, "a modification without a date")
        elif word == "listed" and "listed" in dates and "de-listed" not in dates:
            continue
        else:
            dates[word if word in MODIFICATIONS else "amended"] = date
        if date and word == "listed":
            dates.pop("de-listed", None)
    return dates


SOURCE = Source(
    key=KEY,
    title="Swiss sanctions list (SECO, whole list)",
    publisher=AUTHORITY,
    page="https://www.seco.admin.ch/seco/en/home/Aussenwirtschaftspolitik_Wirtschaftliche_Zusammenarbeit/Wirtschaftsbeziehungen/exportkontrollen-und-sanktionen/sanktionen-embargos.html",
    formats=(
        Format(name="xml", urls={"consolidated-list.xml": URL}, recognise=root_is(ROOT), read=read_xml),
    ),
    expect_entities=(3000, 30000),
    expect_filled={"listed_on": 0.5},
)
