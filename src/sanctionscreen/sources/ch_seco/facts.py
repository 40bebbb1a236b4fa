"""What SECO's list states of a target beside its names: places, days, documents, ties."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from sanctionscreen.model import Address, Birth, Identifier, PartialDate, Relation
from sanctionscreen.model.vocabulary import RelationKind
from sanctionscreen.printed import scheme_of
from sanctionscreen.printed.prose import labelled_numbers
from sanctionscreen.reading import Element, Files, kept_country, kept_date, unique
from sanctionscreen.reading.births import births_of

from .named import Named, place_of, read_country

# By the words of a relation's type: what the other target is to this one.
RELATIONS: tuple[tuple[RelationKind, str], ...] = (
    ("owner", r"owned-by|held-by"),
    ("parent", r"controlled-by|subsidiary-of|branch-of"),
    ("subsidiary", r"owner-of|owns|controls|parent-company"),
    ("relative", r"child|father|mother|parent|\b(?:grand)?son\b|daughter|brother|sister|sibling|spouse|wife"
                 r"|husband|married|cousin|uncle|nephew|family|relative"),
    ("associate", r"associat|partner|behalf|employ|director|member|head|advis|founder|chair"),
    ("linked_to", r"relat|link|connect|affiliat"),
)  # fmt: skip

_NUMBER = re.compile(
    r"\b((?:[A-Z][\w/-]*(?: [\w/-]+){0,4} )?(?:[Nn]umber|[Nn]o\.?|[Cc]ode)|INN|OGRN|TIN|KPP|LEI|MMSI)"
    r"(?: \([A-Z-]+\))?: ?([A-Z]{0,4}[ -]?\d[\w/.-]*\w)"
)


def read_nationalities(files: Files, key: str, identity: Element) -> Iterator[str]:
    """The countries that an identity is tied to; one that is not known stays as printed."""
    for element in identity.all("nationality"):
        element.ignore("@ssid", "@quality")
        code, text = read_country(files, key, element)
        if code or text:
            yield code or text or ""


def read_address(files: Files, key: str, element: Element, named: Named) -> Address | None:
    """An address with the place that it names; None where both are empty."""
    element.ignore("@ssid", "@main")
    place = place_of(files, key, element, named)
    care_of, street, box, code = (
        element.text(tag) for tag in ("c-o", "address-details", "p-o-box", "zip-code")
    )
    low = "low quality" if element.attr("quality") == "low" else ""
    text = ", ".join(filter(None, (care_of, street, box, code, place.text)))
    note = "; ".join(filter(None, (place.note, low, *element.texts("remarks"))))
    if not text:
        return None
    return place.model_copy(
        update={"text": text, "street": street or None, "postcode": code or None, "note": note or None}
    )


def read_births(
    files: Files, key: str, found: list[Element], named: Named
) -> tuple[tuple[Birth, ...], list[str]]:
    """Births, and remarks on those of low quality; an identity's only date and only place belong together."""
    births: list[Birth] = []
    doubts: list[str] = []
    for identity in found:
        dates, places = [], []
        for element in identity.all("day-month-year"):
            dates += [on] if (on := read_day(files, key, element)) else []
            doubts += [f"Date of birth of low quality: {on}"] if element.attr("quality") == "low" else []
        for element in identity.all("place-of-birth"):
            element.ignore("@ssid")
            place = place_of(files, key, element, named)
            places += [Birth(place=place.text, country=place.country)] if place.text else []
            doubts += (
                [f"Place of birth of low quality: {place.text}"] if element.attr("quality") == "low" else []
            )
        births += births_of(dates, places)
    return unique(births), doubts


def read_day(files: Files, key: str, element: Element) -> PartialDate | None:
    """A day, month or year; in another calendar than the Gregorian it is kept and not understood."""
    element.ignore("@ssid")
    year, month, date = (element.attr(name) for name in ("year", "month", "day"))
    text = "-".join(filter(None, (year, month.zfill(2) if month else "", date.zfill(2) if date else "")))
    calendar = element.attr("calendar")
    return kept_date(
        files, key, "day-month-year", text if calendar in ("", "Gregorian") else f"{text} ({calendar})"
    )


def read_documents(files: Files, key: str, found: list[Element]) -> tuple[list[Identifier], list[str]]:
    """Passports and other documents, and those without a number."""
    documents, unnumbered = [], []
    for element in (item for identity in found for item in identity.all("identification-document")):
        element.ignore("@ssid", "@quality")
        kind, number = element.attr("document-type"), element.text("number")
        issuer = element.first("issuer")
        code, text = (issuer.attr("code"), issuer.own_text()) if issuer else ("", "")
        note = "; ".join(element.texts("remark"))
        if not number:
            files.report.odd(key, "number", kind, "a document without number: kept as remark")
            unnumbered.append(": ".join(filter(None, (kind, text or code, note))))
            continue
        documents.append(
            Identifier(
                number=number, type=kind or "document", scheme=scheme_of(kind.replace("-", " ")),
                country=kept_country(files, key, "issuer", code or text), country_text=text or code or None,
                issued_on=kept_date(files, key, "date-of-issue", element.text("date-of-issue")),
                expires_on=kept_date(files, key, "expiry-date", element.text("expiry-date")),
                note=note or None,
            )
        )  # fmt: skip
    return documents, unnumbered


def read_numbers(text: str) -> list[Identifier]:
    """The numbers that a piece of other information labels."""
    labelled = labelled_numbers(text)
    known = {number.number for number in labelled}
    found = (
        Identifier(number=number, type=kind, scheme=scheme_of(kind)) for kind, number in _NUMBER.findall(text)
    )
    return [*labelled, *(number for number in found if number.number not in known)]


def read_relations(
    files: Files, key: str, elements: Iterable[Element], named: Named
) -> tuple[tuple[Relation, ...], list[str]]:
    """The ties to other targets, and each in the list's words as a remark."""
    relations, told = [], []
    for element in elements:
        element.ignore("@ssid")
        other, word = element.attr("target-id"), element.attr("relation-type")
        kind = next((kind for kind, words in RELATIONS if re.search(words, word)), None)
        if not kind:
            files.report.odd(key, "@relation-type", word, "a relation that is not known here: linked_to")
        if other not in named.names:
            files.report.odd(key, "@target-id", other, "a target that the file does not hold")
        name = named.names.get(other) or other
        remark = "; ".join(element.texts("remark"))
        told.append(f"{word}: {name}" + (f" ({remark})" if remark else ""))
        if name:
            relations.append(Relation(kind=kind or "linked_to", name=name, id=other or None))
    return unique(relations), told
