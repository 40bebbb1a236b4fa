"""United Nations Security Council Consolidated List.

Publisher: the UN Secretariat for the sanctions committees of the Security Council, as one XML file
and as HTML and PDF, after every decision of a committee. States give it effect in their own law: a
UN listing binds an exporter through the EU, UK, US ... lists that repeat it, often days later.

Effect: funds and economic resources are frozen, so nothing may be made available to the party:
``block``. Where the list itself says of a person only ``(Travel Ban)``, or the regime knows no
asset freeze (Guinea-Bissau, resolution 2048 of 2012), the listing is a ``red_flag``.

How it is read:

- ``REFERENCE_NUMBER`` (``KPe.020``) is the id; ``DATAID`` only where it is missing or repeated.
- ``QUALITY`` of a person's alias is ``Good`` or ``Low``; of an entity's ``a.k.a.`` or ``f.k.a.``,
  which says nothing of strength. An alias "formerly" or "previously listed as" is a former name.
- One ``ALIAS_NAME`` may hold several names (``A; B``, ``A b) C``), a romanization with its original
  (``Jin Tiesan (金铁三)``) or a remark (``(combat name)``). Each name is taken by itself, letter by
  letter as printed; the whole field stays as a ``variation``, and the remark goes to the remarks.
  Its ``NOTE`` may hold the original script, or the romanizations of an alias in Arabic.
- Elements without content (aliases, addresses, births, documents) are placeholders.
- A document's number may stand among words (``Libyan Passport No. 96/184442``), in
  ``TYPE_OF_DOCUMENT2`` or ``NOTE``: the words become the identifier's note.
- ``COMMENTS1`` is prose; numbers, mailboxes and telephones that it labels become identifiers, the
  entries it names by reference number become relations, the former reference number another id.
  It gives company IMO numbers; ships of the 1718 committee are on a list of their own, not here.
- ``LAST_DAY_UPDATED`` has every amendment; the latest is kept. Dates may carry a time zone.

Links: https://main.un.org/securitycouncil/en/content/un-sc-consolidated-list;
committees and their resolutions: https://main.un.org/securitycouncil/en/sanctions/information
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Literal

from sanctionscreen.model import Address, Birth, Entity, Identifier, Listing, Name, PartialDate, Relation
from sanctionscreen.printed import country_code, day, partial_date, scheme_of, script_of
from sanctionscreen.printed.aliases import names_in_note, split_names
from sanctionscreen.printed.prose import country_named_first, labelled_numbers, number_among
from sanctionscreen.reading import Element, Files, Format, Source, kept_country, kept_date, kept_word, unique
from sanctionscreen.reading.births import births_of
from sanctionscreen.reading.xml import root_is, stream

KEY = "un_sc"
AUTHORITY = "United Nations Security Council"
ROOT = "CONSOLIDATED_LIST"

# The resolutions in each committee's name ("Committee pursuant to resolution ..."), by UN_LIST_TYPE.
# Not yet held against the committees' pages, linked above: look there before citing one.
RESOLUTIONS = {
    "Al-Qaida": "resolutions 1267 (1999), 1989 (2011) and 2253 (2015)", "DPRK": "resolution 1718 (2006)",
    "CAR": "resolution 2745 (2024), formerly 2127 (2013)", "DRC": "resolution 1533 (2004)",
    "GB": "resolution 2048 (2012)", "Haiti": "resolution 2653 (2022)", "Iraq": "resolution 1518 (2003)",
    "Iran": "resolutions 1737 (2006) and 2231 (2015)", "Libya": "resolution 1970 (2011)",
    "Mali": "resolution 2374 (2017)", "Somalia": "resolution 751 (1992)",
    "SouthSudan": "resolution 2206 (2015)", "Sudan": "resolution 1591 (2005)",
    "Taliban": "resolution 1988 (2011)", "Yemen": "resolution 2140 (2014)",
}  # fmt: skip
DATE_TYPES = ("", "EXACT", "APPROXIMATELY", "BETWEEN")
TRAVEL_BAN_REGIMES = {"GB"}
VAGUE = ("other", "registration")  # a person's "alien registration number" is no company's number

QUALITIES: dict[str, tuple[Literal["alias", "former"], Literal["strong", "weak", "unknown"]]] = {
    "Good": ("alias", "strong"), "Low": ("alias", "weak"), "": ("alias", "unknown"),
    "a.k.a.": ("alias", "unknown"), "f.k.a.": ("former", "unknown"),
}  # fmt: skip

_FORMER_WORDS = re.compile(r"\b(?:previously|formerly) listed as\b", re.IGNORECASE)
_REFERENCE = re.compile(r"\b[A-Z]{2}[ie]\.\d{3}\b")
_FORMER_REFERENCE = re.compile(r"\[Old Reference # ([^\]]+)\]")
_PURSUANT = re.compile(r"\b[Ll]isted (?:on [\w ]+ )?pursuant to .+?(?=\.(?:\s|$)|\)?: | as “|\sINTERPOL|$)")
_MEASURES = re.compile(r"\(\s*((?:Travel Ban|Asset Freeze)[^)]*)\)")


def read_xml(files: Files) -> Iterator[Entity]:
    """The persons and entities of the consolidated XML, in its order."""
    seen: set[str] = set()
    for record in stream(files, ROOT, "INDIVIDUAL", "ENTITY", header=ROOT):
        if record.attr("dateGenerated"):
            files.published(day(record.attr("dateGenerated")[:10]))
            record.ignore("@noNamespaceSchemaLocation")
            continue
        yield read_record(files, record, seen)


def read_record(files: Files, record: Element, seen: set[str]) -> Entity:
    """One INDIVIDUAL or ENTITY; ``seen`` holds the ids given so far."""
    # Version and sort columns of the publisher's database; LIST_TYPE is always "UN List".
    record.ignore("VERSIONNUM", "SORT_KEY", "SORT_KEY_LAST_MOD", "LIST_TYPE")
    person = record.element.tag == "INDIVIDUAL"
    prefix = "INDIVIDUAL_" if person else "ENTITY_"
    key = read_id(files, record, seen)
    comments = record.text("COMMENTS1")
    aliases = record.all(prefix + "ALIAS")
    names, remarks = read_names(files, record, key, aliases)
    addresses, found = read_addresses(files, key, record.all(prefix + "ADDRESS"))
    documents, unnumbered = read_documents(files, key, record.all("INDIVIDUAL_DOCUMENT"))
    births, birth_notes = read_births(files, key, record, aliases)
    submitted = [f"Submitted: {text}" for text in record.texts("SUBMITTED_BY") + record.texts("SUBMITTED_ON")]
    gender = re.search(r"\bgender: ?(\w+)", comments, re.IGNORECASE)
    return Entity(
        list=KEY,
        id=key,
        kind="person" if person else "organization",
        names=names,
        addresses=addresses,
        identifiers=unique(documents + found + labelled_numbers(comments)),
        births=births,
        nationalities=unique(
            kept_country(files, key, "NATIONALITY", text) or text
            for text in record.texts("NATIONALITY", "VALUE")
        ),
        gender=record.text("GENDER") or (gender.group(1) if gender else None),
        titles=unique(record.texts("TITLE", "VALUE")),
        positions=unique(record.texts("DESIGNATION", "VALUE")),
        relations=unique(
            Relation(kind="linked_to", name=ref, id=ref) for ref in _REFERENCE.findall(comments) if ref != key
        ),
        remarks=unique([comments, *remarks, *unnumbered, *birth_notes, *submitted]),
        record=record.text("DATAID") or None,
        listing=read_listing(files, key, record, comments),
    )


def read_id(files: Files, record: Element, seen: set[str]) -> str:
    """The reference number, or the DATAID where the list gives the number twice or not at all."""
    reference, data_id = record.text("REFERENCE_NUMBER"), record.text("DATAID")
    key = reference if reference and reference not in seen else data_id
    if key != reference:
        files.report.odd(data_id, "REFERENCE_NUMBER", reference, "missing or repeated: DATAID is the id")
    if not key or key in seen:
        raise files.error(
            "the record has no reference number and no DATAID of its own",
            record=reference or data_id or f"#{len(seen) + 1}",
            field="REFERENCE_NUMBER",
            advice="Download the list again; if it persists, report it to the publisher",
        )
    seen.add(key)
    return key


def read_names(
    files: Files, record: Element, key: str, aliases: Iterable[Element]
) -> tuple[tuple[Name, ...], list[str]]:
    """The names of a record, and what is printed beside its aliases."""
    parts = ("FIRST_NAME", "SECOND_NAME", "THIRD_NAME", "FOURTH_NAME")
    # "na" (not applicable) stands in one record of 2020 and 2021.
    full = " ".join(text for part in parts if (text := record.text(part)) not in ("", "na"))
    if not full:
        raise files.error(
            "the record has no name",
            record=key,
            field="FIRST_NAME",
            advice="Download the list again; a party without a name cannot be screened",
        )
    first, *others = re.split(r"\s*;\s*|\s+/\s+", full)
    names = [Name(text=first, script=script_of(first))]
    names += [Name(text=text, kind="alias", script=script_of(text)) for text in others if text]
    if first != full:
        names.append(Name(text=full, kind="variation"))
    for text in record.texts("NAME_ORIGINAL_SCRIPT"):
        bare = re.sub(r"\s*\(Tigrinya\)$", "", text)
        language = "ti" if bare != text else None
        names.append(Name(text=bare, kind="original_script", script=script_of(bare), language=language))
    remarks: list[str] = []
    for alias in aliases:
        names += read_alias(files, key, alias, remarks)
    return unique(names), remarks


def read_alias(files: Files, key: str, alias: Element, remarks: list[str]) -> Iterator[Name]:
    """The names in one alias element; remarks printed with it are added to ``remarks``."""
    text, quality, note = alias.text("ALIAS_NAME"), alias.text("QUALITY"), alias.text("NOTE")
    kind, strength = kept_word(files, key, "QUALITY", quality, QUALITIES, ("alias", "unknown"))
    names, beside = split_names(text)
    if note:
        beside.append(note)
        names += names_in_note(text, note)
    if any(_FORMER_WORDS.search(words) for words in beside):
        kind = "former"
    remarks += [text if words in text else f"{text}: {words}" for words in beside]
    if beside and not text:
        files.report.odd(key, "ALIAS_NAME", note, "a note on an alias without a name")
    for name in names:
        script = script_of(name)
        as_kind = kind if script in (None, "Latn") else "original_script"
        yield Name(text=name, kind=as_kind, strength=strength, script=script)
    if text and text not in names:
        yield Name(text=text, kind="variation", strength=strength)


def read_addresses(
    files: Files, key: str, elements: Iterable[Element]
) -> tuple[tuple[Address, ...], list[Identifier]]:
    """Addresses, and the telephones and mailboxes that their notes hold."""
    addresses, found = [], []
    for element in elements:
        parts = [element.text(tag) for tag in ("STREET", "CITY", "STATE_PROVINCE", "ZIP_CODE", "COUNTRY")]
        street, city, region, postcode, country = (part or None for part in parts)
        note = element.text("NOTE")
        text = ", ".join(part for part in parts if part)
        if not (text or note):
            continue
        if not text and country_code(tail := re.split(r", | - ", note.split(";")[0])[-1].strip(" .")):
            country = tail
        addresses.append(
            Address(
                text=text or note, street=street, city=city, region=region, postcode=postcode,
                country=kept_country(files, key, "ADDRESS/COUNTRY", country), country_text=country,
                note=note if note and text else None,
            )
        )  # fmt: skip
        found += labelled_numbers(note)
    return unique(addresses), found


def read_documents(files: Files, key: str, elements: Iterable[Element]) -> tuple[list[Identifier], list[str]]:
    """Passports and identity cards, and the documents printed without a number."""
    identifiers, unnumbered = [], []
    for element in elements:
        kinds = unique(element.text(tag) for tag in ("TYPE_OF_DOCUMENT", "TYPE_OF_DOCUMENT2"))
        printed, note = element.text("NUMBER"), element.text("NOTE")
        country = element.text("ISSUING_COUNTRY") or element.text("COUNTRY_OF_ISSUE")
        issue = ", ".join(unique(element.text(tag) for tag in ("CITY_OF_ISSUE", "COUNTRY_OF_ISSUE")))
        issued = kept_date(files, key, "DATE_OF_ISSUE", element.text("DATE_OF_ISSUE"))
        beside = unique((note, f"issued in {issue}" if issue else ""))
        source = printed or next((text for text in (*kinds[1:], note) if re.search(r"\d{3}", text)), "")
        number = number_among(source)
        if not number:
            if kinds or printed or beside:
                files.report.odd(key, "NUMBER", printed or note, "a document without number: kept as remark")
                unnumbered.append(": ".join(unique((" / ".join(kinds), printed, *beside))))
            continue
        if number != source and source not in kinds:
            beside = unique((source, *beside))
        schemes = (scheme_of(text) for text in (source, *reversed(kinds)))
        scheme = next((scheme for scheme in schemes if scheme not in VAGUE), "other")
        country = country or country_named_first(source) or ""
        identifiers.append(
            Identifier(
                number=number, type=" / ".join(kinds) or "document", scheme=scheme,
                country=kept_country(files, key, "ISSUING_COUNTRY", country), country_text=country or None,
                issued_on=issued, note="; ".join(beside) or None,
            )
        )  # fmt: skip
    return identifiers, unnumbered


def read_births(
    files: Files, key: str, record: Element, aliases: Iterable[Element]
) -> tuple[tuple[Birth, ...], list[str]]:
    """Births, also those that the list gives with an alias.

    A single date and a single place belong together. A further date of birth stands beside the first in
    some versions of the list and with an alias in others: either way the place belongs to neither.
    """
    dates: list[PartialDate] = []
    places: list[Birth] = []
    notes: list[str] = []
    for element in record.all("INDIVIDUAL_DATE_OF_BIRTH"):
        text, note = read_birth_text(files, key, element)
        dates += [date] if (date := kept_date(files, key, "DATE_OF_BIRTH", text)) else []
        notes += [f"Date of birth: {note}"] if note else []
    for element in record.all("INDIVIDUAL_PLACE_OF_BIRTH"):
        parts = [element.text(tag) for tag in ("STREET", "CITY", "STATE_PROVINCE")]
        place = read_place(files, key, parts, element.text("COUNTRY"))
        places += [place] if place else []
        notes += [f"Place of birth: {note}"] if (note := element.text("NOTE")) else []
    others = [birth for alias in aliases if (birth := read_alias_birth(files, key, alias))]
    told = {birth.on for birth in others if birth.on}
    apart = [*(Birth(on=date) for date in dates), *places]
    return unique([*(births_of(dates, places) if told <= set(dates) else apart), *others]), notes


def read_alias_birth(files: Files, key: str, alias: Element) -> Birth | None:
    """The birth that goes with an alias."""
    text = alias.text("DATE_OF_BIRTH").replace("null", "")  # "null" stands in four records of 2024
    on = kept_date(files, key, "ALIAS/DATE_OF_BIRTH", text)
    place = read_place(files, key, [alias.text("CITY_OF_BIRTH")], alias.text("COUNTRY_OF_BIRTH"))
    return (place or Birth()).model_copy(update={"on": on}) if on or place else None


def read_birth_text(files: Files, key: str, element: Element) -> tuple[str, str]:
    """A date of birth in one text, and the note beside it where that is no part of the date."""
    kind, note = element.text("TYPE_OF_DATE"), element.text("NOTE")
    if kind not in DATE_TYPES:
        files.report.odd(key, "TYPE_OF_DATE", kind, "unknown type of date: taken as exact")
    first, last = element.text("FROM_YEAR"), element.text("TO_YEAR")
    text = element.text("DATE") or element.text("YEAR") or " to ".join(unique((first, last)))
    if not text:
        return note, ""
    if kind == "APPROXIMATELY" or note == "Approximately":
        return f"circa {text}", "" if note == "Approximately" else note
    if note and (exact := partial_date(f"{note} {text}")) and exact.earliest:
        return f"{note} {text}", ""
    return text, note


def read_place(files: Files, key: str, parts: list[str], country: str) -> Birth | None:
    """A place of birth; its text holds the country too, as printed."""
    code = kept_country(files, key, "COUNTRY_OF_BIRTH", country)
    text = ", ".join(part for part in (*parts, country) if part)
    return Birth(place=text, country=code) if text else None


def read_listing(files: Files, key: str, record: Element, comments: str) -> Listing:
    """Why and since when a record is listed."""
    regime = record.text("UN_LIST_TYPE")
    measures = unique(part.strip() for found in _MEASURES.findall(comments) for part in found.split(","))
    travel_only = measures == ("Travel Ban",) or regime in TRAVEL_BAN_REGIMES
    resolutions = kept_word(files, key, "UN_LIST_TYPE", regime, RESOLUTIONS, "")
    updated = max(record.texts("LAST_DAY_UPDATED", "VALUE"), default="")
    return Listing(
        list=KEY,
        authority=AUTHORITY,
        programmes=(regime,) if regime else (),
        measures=measures,
        effect="red_flag" if travel_only else "block",
        legal_basis=f"Security Council {resolutions}" if resolutions else None,
        citations=unique(_PURSUANT.findall(comments)),
        listed_on=kept_date(files, key, "LISTED_ON", record.text("LISTED_ON")),
        amended_on=kept_date(files, key, "LAST_DAY_UPDATED", updated),
        other_ids=unique(_FORMER_REFERENCE.findall(comments)),
        urls=unique(url.rstrip(".,)") for url in re.findall(r"https?://[^\s\]]+", comments)),
    )


SOURCE = Source(
    key=KEY,
    title="United Nations Security Council Consolidated List",
    publisher=AUTHORITY,
    page="https://main.un.org/securitycouncil/en/content/un-sc-consolidated-list",
    formats=(
        Format(
            name="xml",
            urls={"consolidated.xml": "https://scsanctions.un.org/resources/xml/en/consolidated.xml"},
            recognise=root_is(ROOT),
            read=read_xml,
            whole_file="2026-02-27",
        ),
    ),
    expect_entities=(600, 1500),
    expect_filled={"listed_on": 0.99, "addresses": 0.4, "births": 0.4},
)
