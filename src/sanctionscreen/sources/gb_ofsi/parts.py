"""Other Information: prose, and from 2022 parts under labels such as ``(UK Statement of Reasons):``."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sanctionscreen.model import Identifier, Relation
from sanctionscreen.printed import scheme_of
from sanctionscreen.printed.numbered import numbered
from sanctionscreen.printed.prose import split_contacts
from sanctionscreen.printed.registrations import read_registrations
from sanctionscreen.reading import Files, unique
from sanctionscreen.reading.grouped import Grouped

# The labelled parts of Other Information by what they state: the first word that is found decides.
PARTS = (
    ("reasons", "reason"), ("ids", "ref"), ("gender", "gender"), ("phone", "phone"), ("email", "email"),
    ("website", "website"), ("registration", "reg no|registration"), ("parent", "parent"),
    ("subsidiary", "subsidiar"), ("imo", "imo"), ("hull", "hull"), ("former_owners", "previous owner"),
    ("owner", "owner"), ("former_flags", "previous flag"), ("flag", "flag"),
    ("type", "type of (?:ship|vessel)"), ("organization_type", "type of entity|organi[sz]ation type"),
    ("tonnage", "tonnage"), ("length", "length"), ("year_built", "built"),
    ("remark", "further identif|listing"),
)  # fmt: skip
# Where a full stop may belong to the text.
IN_SENTENCES = ("reasons", "parent", "subsidiary", "owner", "former_owners")
_PART = re.compile(r"\(((?:[A-Z][a-z]|UK|UN|IMO)[A-Za-z /]{2,40})\) ?: ?")
_ID = re.compile(r"^[A-Z]{2,3}[a-z]?[.\d][\w.]*\w")


def read_parts(files: Files, group: Grouped) -> tuple[dict[str, list[str]], tuple[str, ...]]:
    """What Other Information states under labels, by ``PARTS``, and its prose."""
    printed = [
        (column, text) for column in ("UK Statement of Reasons", "IMO Number") for text in group.texts(column)
    ]
    remarks = []
    for text in group.texts("Other Information"):
        first, *labelled = _PART.split(text)
        remarks.append(first)
        printed += zip(labelled[::2], labelled[1::2], strict=True)
    parts: dict[str, list[str]] = {}
    for label, text in printed:
        part = next((part for part, words in PARTS if re.search(words, label, re.IGNORECASE)), "")
        found = _ID.match(text) if part == "ids" else None
        if found:
            parts.setdefault(part, []).append(found[0])
            remarks.append(text[found.end() :].lstrip(" ."))
        elif part in ("", "ids", "remark"):
            remarks.append(f"{label}: {text}")
            if part != "remark":
                files.report.odd(group.key, "Other Information", label, "an unknown part: kept as a remark")
        else:
            parts.setdefault(part, []).append(text.strip() if part in IN_SENTENCES else text.strip(" ."))
    return parts, unique(remark.strip() for remark in remarks)


def read_contacts(parts: dict[str, list[str]]) -> Iterator[Identifier]:
    """The numbers, sites and mailboxes that stand under labels."""
    for text in parts.get("registration", ()):
        yield from read_registrations(text, "Business Reg No")
    for text in parts.get("imo", ()):
        yield Identifier(number=re.sub(r"(?i)^imo\s*", "", text), type="IMO number", scheme="imo")
    for part, kind in (("hull", "Hull identification number"), ("phone", "Phone number"),
                       ("email", "Email address"), ("website", "Website")):  # fmt: skip
        for text in parts.get(part, ()):
            for number in (number for item in numbered(text).values() for number in split_contacts(item)):
                yield Identifier(number=number, type=kind, scheme=scheme_of(kind))


def read_relations(parts: dict[str, list[str]]) -> tuple[Relation, ...]:
    """The parties that the labels name as parent, subsidiary or owner."""
    return unique(
        Relation(kind=kind, name=name)
        for kind in ("parent", "subsidiary", "owner")
        for text in parts.get(kind, ())
        for item in numbered(text).values()
        for name in re.split(r"\s*;\s*", item)
        if name
    )
