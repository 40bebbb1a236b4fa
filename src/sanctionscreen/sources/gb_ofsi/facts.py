"""The facts that the rows of a group state, and the entity they make."""

from __future__ import annotations

import re

from sanctionscreen.model import (
    Birth,
    Entity,
    EntityKind,
    Identifier,
    Listing,
    Name,
    NameKind,
    PartialDate,
    Strength,
    Vessel,
)
from sanctionscreen.printed import country_code, partial_date, script_of
from sanctionscreen.printed.aliases import names_told
from sanctionscreen.printed.documents import DAY, document_number, read_document, split_documents
from sanctionscreen.printed.numbered import numbered
from sanctionscreen.printed.prose import labelled_numbers
from sanctionscreen.reading import (
    Files,
    kept_country,
    kept_date,
    kept_original,
    kept_word,
    unique,
)
from sanctionscreen.reading.births import births_of_rows
from sanctionscreen.reading.grouped import Grouped, address_of

from .parts import read_contacts, read_parts, read_relations

KEY = "gb_ofsi"
AUTHORITY = "Office of Financial Sanctions Implementation, HM Treasury"

KINDS: dict[str, EntityKind] = {"individual": "person", "entity": "organization", "ship": "vessel"}
NAME_KINDS: dict[str, NameKind] = {
    "prime alias": "primary", "primary name": "primary", "primary name variation": "variation",
    "aka": "alias", "fka": "former",
}  # fmt: skip
STRENGTHS: dict[str, Strength] = {"": "unknown", "good": "strong", "low": "weak"}
DOCUMENTS = (
    ("Passport Number", "Passport Details"),
    ("National Identification Number", "National Identification Details"),
    ("", "NI Number"),
)

_UN_REF = re.compile(
    r"\bUN Ref(?:\.? No)?[.: ]*([A-Z]{1,3}[a-z]?\.[\w.]*\w)|^([A-Z]{2}[ei]\.\d{3})\b", re.IGNORECASE
)
_DEATH = re.compile(
    r"(?:^|[.] *)(?:(?:reportedly|confirmed|believed(?: to have)?|allegedly|reported to have) )?"
    rf"(?:deceased|died|killed)\b(?! as)[^.;()\d]{{0,40}}?{DAY}",
    re.IGNORECASE,
)
_EXPIRY = re.compile(rf"designation is valid from {DAY} to {DAY}")
_SHIP = re.compile(r"\bIMO(?: number)?: ?([7-9]\d{6})\b", re.IGNORECASE)
# What is said beside a country or nationality.
_ASIDE = re.compile(
    r"\s*\(.*|\s+as (?:of|at)\b.*|\s+(?:citizen|national).*|\.? also .*|^(?:possibly|in) ", re.IGNORECASE
)


def read_group(files: Files, group: Grouped) -> Entity:
    """One party, from all its rows."""
    key = group.key
    parts, remarks = read_parts(files, group)
    prose = " ".join(remarks)
    kind = kept_word(files, key, "Group Type", (group.text("Group Type") or "").casefold(), KINDS, "unknown")
    identifiers, unnumbered = read_documents(files, group)
    deaths = (partial_date(found[1]) for found in _DEATH.finditer(prose))
    return Entity(
        list=KEY,
        id=key,
        kind="vessel" if kind == "organization" and _SHIP.search(prose) else kind,
        names=read_names(files, group, prose, person=kind == "person"),
        addresses=tuple(
            address_of(printed, read_country(files, key, "Country", printed[-1]))
            for printed in group.tuples("address")
        ),
        identifiers=unique((*identifiers, *read_contacts(parts), *labelled_numbers(prose))),
        births=read_births(files, group),
        deaths=unique(death for death in deaths if death),
        nationalities=read_nationalities(files, group),
        gender="; ".join(parts.get("gender", ())) or None,
        titles=unique(title.strip() for text in values(group, "Title") for title in re.split("[/,]", text)),
        positions=values(group, "Position"),
        organization_type="; ".join(parts.get("organization_type", ())) or None,
        vessel=read_vessel(files, key, parts, prose),
        relations=read_relations(parts),
        remarks=unique((*remarks, *unnumbered, *asides(group), *read_regimes(group))),
        listing=read_listing(files, group, parts, prose),
    )


def values(group: Grouped, column: str) -> tuple[str, ...]:
    """The values of a column, taken out of their numbers."""
    return unique(value for text in group.texts(column) for value in numbered(text).values())


def read_names(files: Files, group: Grouped, prose: str, *, person: bool) -> tuple[Name, ...]:
    """The names, one primary first, then those in other scripts and those told in prose."""
    names = []
    for *words, printed_kind, quality in group.tuples("name"):
        if text := " ".join(word for word in words if word):
            kind = kept_word(files, group.key, "Alias Type", printed_kind.casefold(), NAME_KINDS, "alias")
            word = quality.casefold().removesuffix(" quality")
            strength = kept_word(files, group.key, "Alias Quality", word, STRENGTHS, "unknown")
            names.append(Name(text=text, kind=kind, strength=strength, script=script_of(text)))
    if not names:
        raise files.error(
            f"the group that begins in line {group.line} has no name",
            record=group.key,
            field="Name 6",
            advice="Download the list again; a party without a name cannot be screened",
        )
    first, *others = sorted(names, key=lambda name: name.kind != "primary")
    if first.kind != "primary":
        files.report.odd(group.key, "Alias Type", first.kind, "no primary name: the first is taken")
    names = [first.model_copy(update={"kind": "primary"})]
    names += [n.model_copy(update={"kind": "variation"}) if n.kind == "primary" else n for n in others]
    names += [kept_original(files, group.key, *script) for script in group.tuples("script") if script[0]]
    known = {name.text.casefold() for name in names}
    names += [
        Name(text=text, kind=kind, strength=strength, script=script_of(text))
        for text, kind, strength in names_told(prose, person=person)
        if text.casefold() not in known
    ]
    by_text: dict[str, Name] = {}
    for name in names:
        by_text.setdefault(name.text, name)
    return tuple(by_text.values())


def read_country(files: Files, key: str, field: str, text: str) -> str | None:
    """The code of a country, without what is said beside it; one that is not known is reported."""
    bare = text.strip(" .") if country_code(text.strip(" .")) else _ASIDE.sub("", text).strip(" .")
    return kept_country(files, key, field, bare if country_code(bare) else text)


def read_documents(files: Files, group: Grouped) -> tuple[list[Identifier], list[str]]:
    """Passports and identity cards, and what is said of those without a number."""
    identifiers, unnumbered = [], []
    for number_column, column in DOCUMENTS:
        notes = {n: text for told in group.texts(column) for n, text in numbered(told).items()}
        for text in group.texts(number_column) if number_column else ():
            for place, number in numbered(text).items():
                identifiers.append(read_document(number, notes.pop(place, ""), number_column))
        for part in (part for note in notes.values() for part in split_documents(note)):
            if document_number(part):
                identifiers.append(read_document(part, "", column))
            else:
                files.report.odd(group.key, column, part, "a document without number: kept as a remark")
                unnumbered.append(f"{column}: {part}")
    return identifiers, unnumbered


def read_births(files: Files, group: Grouped) -> tuple[Birth, ...]:
    """Births: town and country of one number together; of several dates and places, each alone."""
    dates = [kept_date(files, group.key, "DOB", text) for text in group.texts("DOB")]
    towns = numbered(group.text("Town of Birth") or "")
    countries = numbered(group.text("Country of Birth") or "")
    if len(countries) == 1 and 1 in countries:  # one country for all towns
        countries = dict.fromkeys(towns or countries, countries[1])
    places = []
    for number in sorted({*towns, *countries}):
        country = countries.get(number, "")
        code = read_country(files, group.key, "Country of Birth", country)
        places.append(Birth(place=", ".join(unique((towns.get(number, ""), country))), country=code))
    return births_of_rows(dates, places)


def read_nationalities(files: Files, group: Grouped) -> tuple[str, ...]:
    """Nationalities as codes; what is not known stays as printed, and what is said beside is a remark."""
    return unique(
        read_country(files, group.key, "Nationality", text) or text for text in values(group, "Nationality")
    )


def asides(group: Grouped) -> tuple[str, ...]:
    """What is printed beside a nationality, such as that it was withdrawn."""
    return tuple(f"Nationality: {text}" for text in values(group, "Nationality") if _ASIDE.search(text))


def read_vessel(files: Files, key: str, parts: dict[str, list[str]], prose: str) -> Vessel | None:
    """The particulars of a ship, if there are any."""
    flags = parts.get("flag", re.findall(r"Flag State: ?([\w ]+)", prose))
    told = {
        name: "; ".join(parts[name])
        for name in ("type", "owner", "tonnage", "length", "year_built")
        if name in parts
    }
    vessel = Vessel(
        **told,
        flag=(read_country(files, key, "Flag", flags[0]) or flags[0]) if flags else None,
        former_flags=unique(
            read_country(files, key, "Previous flags", flag) or flag
            for text in parts.get("former_flags", ())
            for item in numbered(text).values()
            for flag in re.split(r"\s*[;,]\s*", item)
        ),
        former_owners=unique(o for text in parts.get("former_owners", ()) for o in numbered(text).values()),
    )
    return vessel if vessel != Vessel() else None


def read_regimes(group: Grouped) -> tuple[str, ...]:
    """The days of listing, where there are several regimes or the UK Sanctions List has another day."""
    listed = group.tuples("listed")
    return (
        *(f"Listed on {on}: {regime}" for regime, on, _ in listed if len(listed) > 1),
        *(f"UK Sanctions List Date Designated: {uk}" for _, on, uk in listed if uk not in ("", on)),
    )


def read_listing(files: Files, group: Grouped, parts: dict[str, list[str]], prose: str) -> Listing:
    """Why and since when the party is listed."""
    listed = group.tuples("listed")
    days = [on for _, text, _ in listed if (on := kept_date(files, group.key, "Listed On", text))]
    expiry = _EXPIRY.search(prose)
    references = (found[1] or found[2] for found in _UN_REF.finditer(prose))
    return Listing(
        list=KEY,
        authority=AUTHORITY,
        programmes=unique(regime for regime, _, _ in listed),
        effect="block",
        reasons=unique(parts.get("reasons", ())),
        listed_on=min(days, key=_earliest, default=None),
        amended_on=kept_date(files, group.key, "Last Updated", group.text("Last Updated") or ""),
        expires_on=partial_date(expiry[2]) if expiry else None,
        other_ids=unique((*parts.get("ids", ()), *references)),
    )


def _earliest(on: PartialDate) -> tuple[bool, str]:
    return on.earliest is None, str(on.earliest)
