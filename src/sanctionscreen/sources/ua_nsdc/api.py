"""The register as its own interface gives it: subjects with their identifiers, attributes and actions.

Built from the keys that public readers of the interface name, and never run on a whole file: so a fact is
taken under several spellings of its key, and keys that are still not known are reported as unread.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from sanctionscreen.model import Address, Birth, Entity, EntityKind, Identifier, Name, Vessel
from sanctionscreen.printed import scheme_of, script_of
from sanctionscreen.reading import Files, Row, kept_country, kept_date, kept_id, kept_word, unique
from sanctionscreen.reading.births import births_of
from sanctionscreen.reading.json import first_array, objects, objects_with

from .actions import read_actions
from .facts import KEY, any_country, numbers_said, organization_scheme, read_places
from .keys import first, pairs
from .names import split_cell

KINDS: dict[str, EntityKind] = {
    "individual": "person", "person": "person", "фізична особа": "person", "legal": "organization",
    "legal_entity": "organization", "entity": "organization", "organization": "organization",
    "юридична особа": "organization", "vessel": "vessel", "ship": "vessel", "судно": "vessel",
    "aircraft": "aircraft",
}  # fmt: skip
# What an attribute states, by the words of its label: the first row that it fits.
ATTRIBUTES = (
    ("born_on", r"birth_?\s?date|date_?\s?of_?\s?birth|дата народження"),
    ("born_in", r"birth_?\s?place|place_?\s?of_?\s?birth|місце народження"),
    ("citizenship", r"citizen|nationality|громадянств"),
    ("address", r"\baddress|адрес|місце ?(?:проживання|діяльності|знаходження)"),
    ("position", r"position|occupation|посада|зайнятість|рід діяльності"),
    ("gender", r"\bgender|\bsex\b|стать"),
    ("flag", r"\bflag|прапор"),
)

has_subjects = objects_with("sid", "actions")


@dataclass(slots=True)
class Stated:
    """What the attributes of a subject state, sorted by kind; ``others`` are label and text."""

    facts: dict[str, list[str]] = field(default_factory=dict)
    numbers: list[Identifier] = field(default_factory=list)
    others: list[str] = field(default_factory=list)


def read_json(files: Files) -> Iterator[Entity]:
    """The subjects of every file, in their order: the interface gives them in pages."""
    seen: set[str] = set()
    for path in files.paths:
        for record in objects(files, first_array(files, path=path) or "subjects", path=path):
            yield read_subject(files, record, seen)


def read_subject(files: Files, record: Row, seen: set[str]) -> Entity:
    """One subject."""
    sid = record.text("sid")
    if not sid:
        raise files.error(
            "the subject has no sid",
            record=f"#{record.line}",
            field="sid",
            advice="Download the register again; if it persists, its layout has changed",
        )
    key = kept_id(files, "sid", sid, seen)
    word = first(record, "subject_type", "subjectType", "type", "s_type").lower()
    kind = kept_word(files, key, "type", word, KINDS, "unknown")
    person = kind == "person"
    names, beside = read_names(files, key, record, person=person)
    stated = read_attributes(files, key, record, person=person)
    homes, citizenships = read_homes(files, key, stated)
    reported = first(record, "additional", "additional_info", "note", "comment")
    codes = unique(
        any_country(text) or kept_country(files, key, "citizenship", text) or text
        for text in stated.facts.get("citizenship", ())
    )
    numbers = [
        *read_identifiers(record, person=person),
        *stated.numbers,
        *numbers_said(reported, person=person),
    ]
    listing, terms = read_actions(files, key, record, reported)
    flag = next(iter(stated.facts.get("flag", ())), None)
    return Entity(
        list=KEY,
        id=key,
        kind=kind,
        names=names,
        addresses=unique(homes),
        identifiers=unique(numbers),
        births=read_births(files, key, stated),
        nationalities=unique([*codes, *citizenships]) if person else (),
        countries=() if person else unique([*codes, *citizenships]),
        gender=next(iter(stated.facts.get("gender", ())), None),
        positions=unique(stated.facts.get("position", ())),
        vessel=Vessel(flag=any_country(flag) or flag) if flag else None,
        remarks=unique([reported, *beside, *stated.others, *terms]),
        listing=listing,
    )


def read_names(files: Files, key: str, record: Row, *, person: bool) -> tuple[tuple[Name, ...], list[str]]:
    """The name, its transliteration and the aliases; the first one is primary."""
    beside: list[str] = []
    printed = [
        (first(record, "name", "name_ukr"), "uk"),
        (first(record, "translit_name", "name_translit"), ""),
    ]
    printed += [(text, "") for _, text in pairs(record.value("aliases"))]
    names: dict[str, Name] = {}
    for cell, tongue in printed:
        for text, kind, said in split_cell(files, key, cell, beside, person=person):
            script = script_of(text)
            language = said or (tongue if script == "Cyrl" else "") or None
            as_kind = (kind or "alias") if names else "primary"
            names.setdefault(text, Name(text=text, kind=as_kind, script=script, language=language))
    if not names:
        raise files.error(
            "the subject has no name",
            record=key,
            field="name",
            advice="Download the register again; a party without a name cannot be screened",
        )
    return tuple(names.values()), beside


def read_identifiers(record: Row, *, person: bool) -> Iterator[Identifier]:
    """The numbers of a subject, each with its label; a label may be printed in the text."""
    for label, text in pairs(record.value("identifiers")):
        said = list(numbers_said(text, person=person))
        if label and re.search(r"\d", text) and not (said and said[0].type != "Додатково"):
            yield numbered_as(label, text, person=person)
        elif said:
            yield from said
        elif text:
            yield Identifier(number=text, type=label or "identifier")


def numbered_as(label: str, number: str, *, person: bool) -> Identifier:
    """A number under its label."""
    scheme = scheme_of(label) if person else organization_scheme(label, number)
    if scheme == "tax" and re.fullmatch(r"\d{12}", number):
        scheme = "inn" if person else scheme
    return Identifier(number=number, type=label, scheme=scheme)


def read_attributes(files: Files, key: str, record: Row, *, person: bool) -> Stated:
    """The attributes of a subject; one that is not known is kept as a remark, and reported."""
    stated = Stated()
    for label, text in pairs(record.value("attributes")):
        known = next((name for name, words in ATTRIBUTES if re.search(words, label, re.IGNORECASE)), "")
        if known:
            stated.facts.setdefault(known, []).append(text)
        elif label and scheme_of(label) != "other":
            stated.numbers.append(numbered_as(label, text, person=person))
        else:
            files.report.odd(
                key, "attributes", f"{label}: {text}", "an attribute that is not known: a remark"
            )
            stated.others.append(f"{label}: {text}" if label else text)
    return stated


def read_homes(files: Files, key: str, stated: Stated) -> tuple[list[Address], list[str]]:
    """The addresses, and the citizenships that stand where an address should."""
    homes: list[Address] = []
    citizenships: list[str] = []
    for text in stated.facts.get("address", ()):
        places, codes, others = read_places(files, key, "address", text)
        homes += places
        citizenships += codes
        stated.others += others
    return homes, citizenships


def read_births(files: Files, key: str, stated: Stated) -> tuple[Birth, ...]:
    """Dates and places of birth; a single date and a single place belong together."""
    dates = [kept_date(files, key, "birthdate", text) for text in stated.facts.get("born_on", ())]
    places = []
    for text in stated.facts.get("born_in", ()):
        found, _, others = read_places(files, key, "birthplace", text)
        places += [Birth(place=place.text, country=place.country) for place in found]
        stated.others += others
    return births_of(dates, places)
