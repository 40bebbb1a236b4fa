"""New Zealand Russia Sanctions Register.

Publisher: the Ministry of Foreign Affairs and Trade (MFAT), as one XLSX, after every amendment of the
Russia Sanctions Regulations 2022. It holds the persons, entities, ships and aircraft sanctioned over the
war on Ukraine; what New Zealand owes to the Security Council is not in it.

Law: Russia Sanctions Act 2022 and Russia Sanctions Regulations 2022. Effect: an asset freeze forbids to
deal with the party's assets, a service prohibition to provide or receive services: both ``block``. A
party under a ban on entering New Zealand alone is a ``red_flag``. Where no measure can be read from the
row, it is taken as blocked.

The reader was never run on a whole published file. It was built from the columns that public readers of
the register name (Type, Unique Identifier, First name, Middle name(s), Last name, the name of an entity
or asset, aliases, date and place of birth, citizenship, passport, rationale, status, dates and
measures). Headers are therefore taken under several spellings, whatever their capitals and punctuation,
and a column that is still not known is reported as unread.

How it is read:

- ``Unique Identifier`` is the id; rows that repeat it are one party.
- A person's name is printed in parts, which are joined; an entity or asset has one column.
- Aliases stand between semicolons or line breaks; those in other letters are original scripts.
- A measure's column says yes or no. Other words are kept as the measure, and reported.
- A party whose status says revoked or removed stays, with ``listing.delisted_on``.

Links: https://www.mfat.govt.nz/en/countries-and-regions/europe/ukraine/russian-invasion-of-ukraine/sanctions/
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from sanctionscreen.model import (
    Address,
    Birth,
    Effect,
    Entity,
    EntityKind,
    Identifier,
    Listing,
    Name,
    NameKind,
    PartialDate,
    Relation,
    Vessel,
)
from sanctionscreen.printed import country_code, script_of
from sanctionscreen.printed.aliases import split_names
from sanctionscreen.printed.lettered import last_country, split_places
from sanctionscreen.printed.named_documents import documents_in
from sanctionscreen.reading import Files, Format, Source, kept_country, kept_date, kept_word, unique
from sanctionscreen.reading.births import births_of
from sanctionscreen.reading.grouped import Grouped
from sanctionscreen.reading.sheet import rows, sheet_has

KEY = "nz_russia"
AUTHORITY = "New Zealand Ministry of Foreign Affairs and Trade"
ID = "Unique Identifier"

# Every column under the name used here, with the other spellings of public readers and of the page.
SPELLINGS: dict[str, tuple[str, ...]] = {
    "Type": ("Entity type", "Type of party", "Individual/Entity/Asset"),
    ID: ("Unique ID", "Identifier", "ID", "Reference"),
    "First name": ("First name(s)", "Given name", "Forename"),
    "Middle name": ("Middle name(s)", "Middle names"),
    "Last name": ("Surname", "Family name"),
    "Name": (
        "Name of entity", "Name of entity/asset", "Name of entity or asset", "Entity name", "Asset name",
        "Entity/asset name", "Name of asset", "Name of ship", "Full name",
    ),
    "Aliases": ("Alias", "Also known as", "Also known as/alias", "Alias(es)", "AKA", "Other names"),
    "Original script": ("Name in original script", "Name (Cyrillic)", "Cyrillic name", "Russian name"),
    "Title": ("Titles", "Honorific"),
    "Position": ("Positions", "Role", "Designation", "Occupation"),
    "Gender": ("Sex",),
    "Date of birth": ("DOB", "Date(s) of birth"),
    "Place of birth": ("POB", "Place(s) of birth"),
    "Citizenship": ("Citizenship(s)", "Nationality", "Nationalities"),
    "Passport number": ("Passport", "Passport no", "Passport number(s)", "Passport details"),
    "Identification number": ("Tax identification number", "Registration number", "Company number", "INN"),
    "IMO number": ("IMO", "Ship IMO number", "IMO no"),
    "Flag": ("Flag of ship", "Flag state"),
    "Address": ("Addresses", "Location"),
    "Website": ("Websites",),
    "Associates": ("Relatives", "Relatives/associates", "Associates/relatives", "Associated parties"),
    "Rationale": ("General rationale for sanctions", "General rationale", "Rationale for sanctions"),
    "Additional information": ("Other information", "Notes", "Comments"),
    "Sanction status": ("Status",),
    "Date of sanction": ("Date sanctioned", "Date of sanctions", "Sanction date"),
    "Date of additional sanction": ("Date of additional sanctions", "Date of amendment", "Last updated"),
    "Date sanction removed": ("Date of removal", "Date revoked", "Date sanction revoked"),
    "Travel ban": ("Ban to New Zealand", "Travel ban to New Zealand", "Ban on entry to New Zealand"),
    "Asset freeze": ("Assets freeze", "Dealing with assets prohibited"),
    "Service prohibition": ("Services prohibition", "Dealing with services prohibited"),
    "Ship ban": ("Maritime ban", "Ban on ships", "Ship prohibition"),
    "Aircraft ban": ("Ban on aircraft", "Aircraft prohibition"),
}  # fmt: skip
NEEDED = (ID, "Last name", "Date of sanction")
KINDS: dict[str, EntityKind] = {
    "individual": "person", "person": "person", "entity": "organization", "organisation": "organization",
    "ship": "vessel", "vessel": "vessel", "aircraft": "aircraft", "asset": "unknown",
}  # fmt: skip
EFFECTS: dict[str, Effect] = {
    "Asset freeze": "block", "Service prohibition": "block", "Travel ban": "red_flag", "Ship ban": "red_flag",
    "Aircraft ban": "red_flag",
}  # fmt: skip
PARTS: tuple[str, ...] = ("First name", "Middle name", "Last name")
YES, NO = ("yes", "y", "x", "true", "✓"), ("no", "n", "false", "n/a", "-")

_ENDED = re.compile(r"revoked|removed|de-?listed|expired|no longer", re.IGNORECASE)


def read_xlsx(files: Files) -> Iterator[Entity]:
    """The parties of the register, in its order."""
    groups = {column: (column,) for column in SPELLINGS} | {"Parts": PARTS}
    parties: dict[str, Grouped] = {}
    for row in rows(files, NEEDED, spellings=SPELLINGS):
        key = row.text(ID)
        if not key:
            raise files.error(
                "the row has no identifier",
                record=f"row {row.line}",
                field=ID,
                advice="Download the register again; report it to the publisher if the row stays like this",
            )
        if key not in parties:
            parties[key] = Grouped(key, row.line, groups)
        parties[key].add(row)
    for party in parties.values():
        yield read_party(files, party)


def read_party(files: Files, party: Grouped) -> Entity:
    """One person, entity, ship or aircraft."""
    key, imo, flag = party.key, party.texts("IMO number"), party.text("Flag")
    kind = kept_word(files, key, "Type", (party.text("Type") or "").lower(), KINDS, "unknown")
    kind = "vessel" if kind == "unknown" and imo else kind
    codes = unique(
        kept_country(files, key, "Citizenship", text) or text
        for text in party.items("Citizenship", r"[;/,]|\band\b")
    )
    person = kind == "person"
    return Entity(
        list=KEY,
        id=key,
        kind=kind,
        names=read_names(files, party),
        addresses=tuple(
            Address(text=text, country=country_code(last) if last else None, country_text=last)
            for packed in party.texts("Address") for text in split_places(packed)
            for last in [last_country(text)]
        ),
        identifiers=read_identifiers(files, party),
        births=read_births(files, party),
        nationalities=codes if person else (),
        countries=() if person else codes,
        gender=party.text("Gender"),
        titles=party.lines("Title"),
        positions=party.lines("Position"),
        vessel=Vessel(flag=kept_country(files, key, "Flag", flag) or flag) if flag else None,
        relations=tuple(Relation(kind="associate", name=name) for name in party.lines("Associates")),
        remarks=party.texts("Additional information") + party.texts("Sanction status"),
        listing=read_listing(files, party),
    )  # fmt: skip


def read_names(files: Files, party: Grouped) -> tuple[Name, ...]:
    """The name in one piece or in its parts, then aliases and original scripts."""
    primary = [*party.texts("Name"), *(" ".join(filter(None, parts)) for parts in party.tuples("Parts"))]
    if not primary:
        raise files.error(
            "the party has no name",
            record=party.key,
            field="Last name",
            advice="Download the register again; a party without a name cannot be screened",
        )
    names = [
        Name(text=text, kind="alias" if place else "primary", script=script_of(text))
        for place, text in enumerate(primary)
    ]
    for text in party.lines("Aliases") + party.lines("Original script"):
        for part in split_names(text)[0]:
            script = script_of(part)
            as_kind: NameKind = "alias" if script in (None, "Latn") else "original_script"
            names.append(Name(text=part, kind=as_kind, script=script))
    return unique(names)


def read_identifiers(files: Files, party: Grouped) -> tuple[Identifier, ...]:
    """Ship numbers, passports, registrations and sites."""
    found = [Identifier(number=text, type="IMO number", scheme="imo") for text in party.lines("IMO number")]
    for column in ("Passport number", "Identification number"):
        for text in party.lines(column):
            documents = list(documents_in(f"{column}: {text}"))
            if not documents:
                files.report.odd(party.key, column, text, "a document without a number that can be read")
                documents = [Identifier(number=text, type=column)]
            found += documents
    found += [Identifier(number=text, type="Website", scheme="website") for text in party.lines("Website")]
    return unique(found)


def read_births(files: Files, party: Grouped) -> tuple[Birth, ...]:
    """Dates and places; a single date and a single place belong together."""
    dates = [kept_date(files, party.key, "Date of birth", text) for text in party.lines("Date of birth")]
    places = [
        Birth(place=place, country=country_code(last) if (last := last_country(place)) else None)
        for packed in party.texts("Place of birth") for place in split_places(packed)
    ]  # fmt: skip
    return births_of(dates, places)


def read_listing(files: Files, party: Grouped) -> Listing:
    """Why and since when a party is sanctioned, and how."""
    key, measures, effects = party.key, [], []
    for column, effect in EFFECTS.items():
        for text in party.texts(column):
            if text.lower() in NO:
                continue
            if text.lower() not in YES:
                files.report.odd(key, column, text, "a measure that is answered by neither yes nor no")
            measures.append(column if text.lower() in YES else f"{column}: {text}")
            effects.append(effect)
    status = party.text("Sanction status")
    removed = read_date(files, party, "Date sanction removed")
    if status and not removed and _ENDED.search(status):
        ended = kept_date(files, key, "Sanction status", re.sub(r"^\D+", "", status) or status)
        removed = ended.model_copy(update={"text": status}) if ended else None
    return Listing(
        list=KEY,
        authority=AUTHORITY,
        programmes=("Russia Sanctions Regulations 2022",),
        measures=unique(measures),
        effect="block" if "block" in effects or not effects else effects[0],
        legal_basis="Russia Sanctions Act 2022",
        reasons=party.texts("Rationale"),
        listed_on=read_date(files, party, "Date of sanction"),
        amended_on=read_date(files, party, "Date of additional sanction"),
        delisted_on=removed,
    )


def read_date(files: Files, party: Grouped, column: str) -> PartialDate | None:
    """The last of the dates in a column."""
    dates = [kept_date(files, party.key, column, text) for text in party.lines(column)]
    return dates[-1] if dates else None


SOURCE = Source(
    key=KEY,
    title="New Zealand Russia Sanctions Register",
    publisher=AUTHORITY,
    page="https://www.mfat.govt.nz/en/countries-and-regions/europe/ukraine/russian-invasion-of-ukraine/sanctions/",
    formats=(
        Format(
            name="xlsx",
            urls={
                "Russia-Sanctions-Register.xlsx": "https://www.mfat.govt.nz/assets/Countries-and-Regions/"
                "Europe/Ukraine/Russia-Sanctions-Register.xlsx"
            },
            recognise=sheet_has(*NEEDED, spellings=SPELLINGS),
            read=read_xlsx,
        ),
    ),
    expect_entities=(1000, 4000),
    expect_filled={"listed_on": 0.9},
)
