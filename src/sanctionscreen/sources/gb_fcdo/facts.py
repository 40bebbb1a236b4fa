"""The facts that either form states of a subject, and the entity they make.

A subject is a ``Grouped``: the CSV fills it row by row, the XML element by element, both under the CSV's
column names, so that a fact reads the same wherever it was printed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from sanctionscreen.model import (
    Birth,
    Effect,
    Entity,
    EntityKind,
    Identifier,
    Listing,
    Name,
    NameKind,
    Relation,
    Strength,
    Vessel,
)
from sanctionscreen.printed import scheme_of, script_of
from sanctionscreen.printed.documents import read_document
from sanctionscreen.printed.prose import split_contacts
from sanctionscreen.printed.registrations import read_registrations
from sanctionscreen.reading import Files, kept_country, kept_date, kept_original, kept_word, unique
from sanctionscreen.reading.births import births_of_rows
from sanctionscreen.reading.grouped import Grouped, address_of

KEY = "gb_fcdo"
AUTHORITY = "Foreign, Commonwealth & Development Office"

KINDS: dict[str, EntityKind] = {"individual": "person", "entity": "organization", "ship": "vessel"}
NAME_KINDS: dict[str, NameKind] = {
    "primary name": "primary", "primary name variation": "variation", "alias": "alias",
}  # fmt: skip
STRENGTHS: dict[str, Strength] = {
    "": "unknown", "good quality a.k.a": "strong", "low quality a.k.a": "weak",
}  # fmt: skip
HULL = "Hull identification number (HIN)"
REGISTRATION = "Business registration number (s)"
PARTIES = r"[|;]|\(\d{1,2}\)"  # "(1) A (2) B"
EFFECTS: tuple[tuple[str, Effect], ...] = (
    ("asset freeze", "block"), ("shipping sanctions", "export_denial"), ("port entry", "export_denial"),
    ("trade", "export_denial"), ("bank", "finance_only"), ("trust services", "finance_only"),
    ("travel ban", "red_flag"), ("director disqualification", "red_flag"),
)  # fmt: skip

# Columns that state one thing together; every other column stands alone. The XML has an element for each.
TOGETHER: dict[str, tuple[str, ...]] = {
    "name": ("Name 1", "Name 2", "Name 3", "Name 4", "Name 5", "Name 6", "Name type", "Alias strength"),
    "script": ("Name non-latin script", "Non-latin script type", "Non-latin script language"),
    "address": (
        "Address Line 1", "Address Line 2", "Address Line 3", "Address Line 4", "Address Line 5",
        "Address Line 6", "Address Postal Code", "Address Country",
    ),
    "national": ("National Identifier number", "National Identifier additional information"),
    "passport": ("Passport number", "Passport additional information"),
    "birthplace": ("Town of birth", "Country of birth"),
}  # fmt: skip
ALONE = (
    "Last Updated", "OFSI Group ID", "UN Reference Number", "Title", "Regime Name", "Designation Type",
    "Designation source", "Sanctions Imposed", "Other Information", "UK Statement of Reasons",
    "Phone number", "Website", "Email address", "Date Designated", "D.O.B", "Nationality(/ies)",
    "Position", "Gender", "Type of entity", "Subsidiaries", "Parent company", REGISTRATION, "IMO number",
    "Current owner/operator (s)", "Previous owner/operator (s)", "Current believed flag of ship",
    "Previous flags", "Type of ship", "Tonnage of ship", "Length of ship", "Year Built", HULL,
)  # fmt: skip
GROUPS = {**TOGETHER, **{column: (column,) for column in ALONE}}


def read_subject(files: Files, subject: Grouped) -> Entity:
    """One subject, from all its rows."""
    key = subject.key
    vessel, owners = read_vessel(files, subject)
    word = (subject.text("Designation Type") or "").casefold()
    return Entity(
        list=KEY,
        id=key,
        kind=kept_word(files, key, "Designation Type", word, KINDS, "unknown"),
        names=read_names(files, subject),
        addresses=tuple(
            address_of(values, kept_country(files, key, "Address Country", values[-1]))
            for values in subject.tuples("address")
        ),
        identifiers=unique(read_identifiers(files, subject)),
        births=read_births(files, subject),
        nationalities=unique(
            kept_country(files, key, "Nationality(/ies)", text) or text
            for text in subject.items("Nationality(/ies)", "[|;]")
        ),
        gender=subject.text("Gender"),
        titles=subject.items("Title", r"\|"),
        positions=subject.items("Position", r"\|"),
        organization_type=subject.text("Type of entity"),
        vessel=vessel,
        relations=(
            *(Relation(kind="parent", name=name) for name in subject.items("Parent company", PARTIES)),
            *(Relation(kind="subsidiary", name=name) for name in subject.items("Subsidiaries", PARTIES)),
            *(Relation(kind="owner", name=name) for name in owners),
        ),
        remarks=subject.texts("Other Information") + designated_by(subject) + unnumbered(subject),
        listing=read_listing(files, subject),
    )


def read_names(files: Files, subject: Grouped) -> tuple[Name, ...]:
    """The names, the primary ones first, and then those in other scripts."""
    names = []
    for *parts, printed_kind, printed_strength in subject.tuples("name"):
        if not (text := " ".join(part for part in parts if part)):
            continue
        kind = kept_word(files, subject.key, "Name type", printed_kind.casefold(), NAME_KINDS, "alias")
        word = printed_strength.casefold().rstrip(".")
        strength = kept_word(files, subject.key, "Alias strength", word, STRENGTHS, "unknown")
        names.append(Name(text=text, kind=kind, strength=strength, script=script_of(text)))
    names.sort(key=lambda name: name.kind != "primary")
    for text, script, language in subject.tuples("script"):
        names += [kept_original(files, subject.key, name, script, language) for name in items(text)]
    if not names:
        raise files.error(
            f"the subject that begins in line {subject.line} has no name",
            record=subject.key,
            field="Name 6",
            advice="Download the list again; a party without a name cannot be screened",
        )
    return unique(names)


def read_identifiers(files: Files, subject: Grouped) -> Iterator[Identifier]:
    """Numbers, sites and mailboxes."""
    for group in ("passport", "national"):
        for number, note in numbers_with_notes(files, subject, group):
            yield read_document(number, note, GROUPS[group][0])
    for text in subject.texts(REGISTRATION):
        yield from read_registrations(text, REGISTRATION)
    for text in subject.items("IMO number", r"\|"):
        yield Identifier(number=re.sub(r"(?i)^imo\s*", "", text), type="IMO number", scheme="imo")
    for column in (HULL, "Phone number", "Website", "Email address"):
        for text in subject.items(column, r"\|"):
            for number in split_contacts(text) if column != HULL else [text]:
                yield Identifier(number=number, type=column, scheme=scheme_of(column))


def numbers_with_notes(files: Files, subject: Grouped, group: str) -> Iterator[tuple[str, str]]:
    """The numbers of a group, each with what is said of it."""
    column = GROUPS[group][0]
    for printed, information in subject.tuples(group):
        numbers, notes = items(printed), items(information)
        if not numbers:
            files.report.odd(subject.key, column, information, "no number: kept as a remark")
        elif len(numbers) == len(notes):
            yield from zip(numbers, notes, strict=True)
        else:
            if notes:
                files.report.odd(subject.key, column, information, "not one note per number: all get all")
            yield from ((number, "; ".join(notes)) for number in numbers)


def designated_by(subject: Grouped) -> tuple[str, ...]:
    """Whether the UK designated the subject, or gives effect to a UN listing."""
    return tuple(f"Designation source: {text}" for text in subject.texts("Designation source"))


def unnumbered(subject: Grouped) -> tuple[str, ...]:
    """What is said of documents whose number is not printed."""
    documents = subject.tuples("passport") + subject.tuples("national")
    return unique(information for number, information in documents if not number)


def read_births(files: Files, subject: Grouped) -> tuple[Birth, ...]:
    """Births; where there are several dates and several places, nothing says which belong together."""
    key = subject.key
    dates = [kept_date(files, key, "D.O.B", text) for text in subject.items("D.O.B", r"\|")]
    places = [
        Birth(place=", ".join(unique(place)), country=kept_country(files, key, "Country of birth", place[1]))
        for place in subject.tuples("birthplace")
    ]
    return births_of_rows(dates, places)


def read_vessel(files: Files, subject: Grouped) -> tuple[Vessel | None, tuple[str, ...]]:
    """The particulars of a ship, if there are any, and who owns or operates it."""
    owners = subject.items("Current owner/operator (s)", PARTIES)
    flag = subject.text("Current believed flag of ship")
    vessel = Vessel(
        type=subject.text("Type of ship"),
        flag=kept_country(files, subject.key, "Current believed flag of ship", flag) or flag,
        former_flags=unique(
            kept_country(files, subject.key, "Previous flags", text) or text
            for text in subject.items("Previous flags", "[|;,]")
        ),
        owner="; ".join(owners) or None,
        former_owners=subject.items("Previous owner/operator (s)", PARTIES),
        tonnage=subject.text("Tonnage of ship"),
        length=subject.text("Length of ship"),
        year_built=subject.text("Year Built"),
    )
    return (vessel if vessel != Vessel() else None), owners


def read_listing(files: Files, subject: Grouped) -> Listing:
    """Why and since when the subject is designated."""
    measures = subject.items("Sanctions Imposed", r"\|")
    return Listing(
        list=KEY,
        authority=AUTHORITY,
        programmes=subject.texts("Regime Name"),
        measures=measures,
        effect=read_effect(files, subject, measures),
        legal_basis=subject.text("Regime Name"),
        reasons=subject.texts("UK Statement of Reasons"),
        listed_on=kept_date(files, subject.key, "Date Designated", subject.text("Date Designated") or ""),
        amended_on=kept_date(files, subject.key, "Last Updated", subject.text("Last Updated") or ""),
        other_ids=subject.texts("OFSI Group ID") + subject.texts("UN Reference Number"),
    )


def read_effect(files: Files, subject: Grouped, measures: Iterable[str]) -> Effect:
    """What the measures mean for an exporter: the strictest of those that are known."""
    found = {effect for measure in measures for word, effect in EFFECTS if word in measure.casefold()}
    for effect in ("block", "export_denial", "finance_only", "red_flag"):
        if effect in found:
            return effect
    for measure in measures:
        files.report.odd(subject.key, "Sanctions Imposed", measure, "no known measure: taken as a block")
    return "export_denial" if subject.text("Designation Type") == "Ship" else "block"


def items(text: str) -> list[str]:
    """The values in one field."""
    return [item.strip() for item in text.split("|") if item.strip()]
