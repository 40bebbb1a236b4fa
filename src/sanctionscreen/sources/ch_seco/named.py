"""What the targets of SECO's list refer to by number: places, sanctions sets, and each other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from sanctionscreen.model import Address
from sanctionscreen.printed import day
from sanctionscreen.reading import Element, Files, kept_country, unique
from sanctionscreen.reading.fields import local_name
from sanctionscreen.reading.xml import stream

ROOT = "swiss-sanctions-list"
RECORDS = ("sanctions-program", "target", "place")
SUBJECTS = ("individual", "entity", "object")


@dataclass(slots=True)
class Named:
    """What targets refer to by ``ssid``: places, sanctions sets with their programme, names of targets."""

    places: dict[str, Address] = field(default_factory=dict)
    sets: dict[str, tuple[str, str, str, str]] = field(default_factory=dict)
    names: dict[str, str] = field(default_factory=dict)


def read_named(files: Files) -> Named:
    """The first reading: what the targets refer to, wherever in the file it stands."""
    named = Named()
    for record in stream(files, ROOT, *RECORDS, header=ROOT):
        tag, key = local_name(record.element.tag), record.attr("ssid")
        if tag == ROOT:
            if named == Named():
                read_root(files, record)
            record.ignore_all()  # it comes twice: where it opens and where it closes
        elif tag == "place":
            named.places[key] = read_place(files, key, record)
        elif tag == "sanctions-program":
            programme, ordinance = english(record.all("program-key")), english(record.all("program-name"))
            titles = defaultdict(list)
            for title in record.all("sanctions-set"):
                titles[title.attr("ssid")].append(title)
            for number, languages in titles.items():
                named.sets[number] = (programme, ordinance, english(languages), record.text("origin"))
            record.ignore("@version-date", "@predecessor-version-date")  # versions of the programme's record
        else:
            found = [one for kind in SUBJECTS for one in identities(record.first(kind))]
            texts = (joined(name) for one in found for name in one.all("name"))
            named.names[key] = next(filter(None, texts), "")
            record.ignore_all()  # read the second time
    return named


def read_root(files: Files, record: Element) -> None:
    """The date of the list, and whether it is the whole one."""
    files.published(day(record.attr("date")))
    if record.attr("list-type") != "whole-list":
        files.report.odd("", "@list-type", record.attr("list-type"), "not the whole list")


def english(elements: Iterable[Element]) -> str:
    """The English text of an element that is given in several languages; else the first."""
    texts = {element.attr("lang"): element.own_text() for element in elements}
    return texts.get("eng") or next(iter(texts.values()), "")


def read_place(files: Files, key: str, record: Element) -> Address:
    """A place; its other spellings are the note."""
    city, region = record.text("location"), record.text("area")
    code, country = read_country(files, key, record)
    variants = record.all("location-variant") + record.all("area-variant")
    for variant in variants:
        variant.ignore("@ssid", "@variant-type", "@lang")
    also = ", ".join(unique(variant.own_text() for variant in variants))
    text = ", ".join(filter(None, (city, region, country)))
    return Address(
        text=text, city=city or None, region=region or None, country=code, country_text=country,
        note=f"also {also}" if also else None,
    )  # fmt: skip


def read_country(files: Files, key: str, parent: Element) -> tuple[str | None, str | None]:
    """The code of a country and the country as printed."""
    element = parent.first("country")
    code, text = (element.attr("iso-code"), element.own_text()) if element else ("", "")
    return kept_country(files, key, "country", code or text), text or code or None


def place_of(files: Files, key: str, element: Element, named: Named) -> Address:
    """The place that an element names."""
    number = element.attr("place-id")
    if number and number not in named.places:
        files.report.odd(key, "@place-id", number, "a place that the file does not hold")
    return named.places.get(number, Address(text=""))


def identities(subject: Element | None) -> list[Element]:
    """The identities of a person, entity or object, the main one first."""
    found = subject.all("identity") if subject else []
    return sorted(found, key=lambda identity: identity.attr("main") != "true")


def parts_of(name: Element) -> list[Element]:
    """The parts of a name in their order."""
    parts = name.all("name-part")
    return sorted(
        parts, key=lambda part: int(order) if (order := part.attr("order")).isdigit() else len(parts)
    )


def joined(name: Element) -> str:
    """A name in one text, without its titles."""
    parts = (part.text("value") for part in parts_of(name) if part.attr("name-part-type") != "title")
    return " ".join(filter(None, parts))
