"""The facts of OFAC's lists, which the XML prints as typed numbers and the CSV in one remark.

Both forms of a list, and the lists that OFAC publishes in the same layout, fill a ``Draft`` with the
functions below, so that a fact reads the same wherever it was printed. Types and phrases are those
of the published files: SDN.XML of March 2021, the SDN CSV of July 2021, CONSOLIDATED.XML of March 2025.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from sanctionscreen.model import (
    Address,
    Birth,
    Entity,
    EntityKind,
    Identifier,
    Listing,
    Name,
    NameKind,
    PartialDate,
    Relation,
    Strength,
    Vessel,
)  # fmt: skip
from sanctionscreen.printed.countries import country_code
from sanctionscreen.printed.schemes import scheme_of
from sanctionscreen.printed.scripts import script_of
from sanctionscreen.reading.births import births_of
from sanctionscreen.reading.files import Files
from sanctionscreen.reading.kept import kept_country, kept_date, unique

KINDS: dict[str, EntityKind] = {
    "entity": "organization", "individual": "person", "vessel": "vessel", "aircraft": "aircraft",
}  # fmt: skip
ALIAS_KINDS: dict[str, NameKind] = {"aka": "alias", "fka": "former", "nka": "alias"}
STRENGTHS: dict[str, Strength] = {"strong": "strong", "weak": "weak"}

# What stands in a country's place where OFAC knows none.
NO_COUNTRY = ("", "none identified", "undetermined")

# Types whose value is a sanction in words, such as "Secondary sanctions risk:".
MEASURE = re.compile(
    r"(?:Additional Sanctions|Secondary sanctions|Transactions Prohibited|Executive Order \d+"
    r"|CAATSA |IFCA |PEESA |(?:Listing|Effective|Purchase/Sales For Divestment) Date \()"
)
# Types whose value describes the party and identifies nobody. A Chinese commercial code spells a
# name in telegraph numbers, which all who bear that name share.
DESCRIPTIONS = (
    "Aircraft Manufacture Date", "Aircraft Model", "Chinese Commercial Code", "Organization Established Date",
    "Other Vessel Flag", "Other Vessel Type", "Target Type",
)  # fmt: skip
READ_APART = (
    "Aircraft Operator", "Former Vessel Flag", "Gender", "Nationality of Registration", "Organization Type:",
    "Vessel Year of Build",
)  # fmt: skip
# Types of numbers that do not end in one of the regular ways of TYPE.
IRREGULAR = (
    "Aircraft Construction Number (also called L/N or S/N or F/N)",
    "Aircraft Manufacturer's Serial Number (MSN)", "BIK (RU)", "C.I.F.", "C.U.I.", "C.U.I.P.", "C.U.I.T.",
    "C.U.R.P.", "Cartilla de Servicio Militar Nacional", "CNP (Personal Numerical Code)",
    "Credencial electoral", "D.N.I.", "Email Address", "Equity Ticker", "I.F.E.", "ISIN", "Issuer Name",
    "License", "MMSI", "N.I.E.", "Numero de Identidad", "Numero Unico de Identificacao Tributaria (NUIT)",
    "Other Vessel Call Sign", "Paraguayan tax identification number", "R.F.C.", "RFC", "Romanian C.R.",
    "Romanian Permanent Resident", "Romanian Tax Registration", "RSIN", "RTN",
    "Seafarer's Identification Document", "SSN", "SWIFT/BIC",
    "Tarjeta Profesional", "UN/LOCODE", "Unified Social Credit Code (USCC)",
    "United Social Credit Code Certificate (USCCC)", "US FEIN", "VisaNumberID", "Website",
)  # fmt: skip
TYPE = "|".join(
    [re.escape(word) for word in sorted(IRREGULAR + DESCRIPTIONS + READ_APART, key=len, reverse=True)]
    + [
        r"Digital Currency Address - \w+",
        r"(?:(?:Telephone|Fax)(?: No\.| Number)?|Phone No\.|PHONE|FAX|EMAIL|Email):?",
        r"(?:[A-Z][\w.'/&-]* )?(?:[\w.'/&-]+ ){0,6}?"
        r"(?:ID No\.|ID Number|ID Card|ID|Identification Number|Identification|Passport|Code|Number|No\.?|#)",
    ]
)
KNOWN_TYPE = re.compile(TYPE)
NUMBERED = re.compile(rf"(?P<type>{TYPE}) +(?P<value>(?!No\b)[^\s(].*|\(.+\).+)")
DAY = r"(?:\d\d? )?(?:[A-Z][a-z]{2} )?\d{4}"
DATE = rf"{DAY}(?: to {DAY})?"
VALUE = re.compile(
    rf"(?P<number>.+?)(?: \((?P<country>[^()]+(?:\([^()]+\))?)\))?"
    rf"(?: issued (?P<issued>{DATE}))?(?: expires (?P<expires>{DATE}))?"
)
# A number with its country behind it, which the XML otherwise keeps apart.
PLACED = re.compile(r"(?P<number>.+) \((?P<country>[^()]{3,})\)")
FACT = re.compile(r"(?P<word>DOB|POB|nationality(?! possibly)|citizen|Linked To:) (?P<value>.+)")
ALTERNATIVE = re.compile(r"alt\. ", re.IGNORECASE)
WEAK_ALIAS = re.compile(r"(?P<type>[afn]\.k\.a\.) '(?P<name>.+)'")
WORLDWIDE = re.compile(r"(?:and )?all (?:other )?(?:offices|branches|locations)\b.* worldwide", re.IGNORECASE)
HONORIFICS = re.compile(
    r"(?:(?:Dr|Doctor|Prof|Professor|Engineer|Hajj?i|Qari|Mull?ah|Ma?[uw]lawi|Mawlawi|Ma?oulana|Maulana"
    r"|Ustadz?|Sheikh|Shaykh|Ayatollah|Hojjatoleslam|Captain|Admiral"
    r"|(?:(?:Major|Brigadier|Brig|Lieutenant|Lt|Colonel|Army)[. -]+)?(?:General|Colonel|Col))\.?)"
)


@dataclass(slots=True)
class Draft:
    """What has been read of one entry so far; either form fills it and ``finish`` closes it."""

    files: Files
    path: Path
    uid: str
    names: list[Name]
    kind: EntityKind
    programmes: list[str]
    title: str = ""
    addresses: list[Address] = field(default_factory=list)
    identifiers: list[Identifier] = field(default_factory=list)
    born_on: list[PartialDate] = field(default_factory=list)
    born_at: list[str] = field(default_factory=list)
    nationalities: list[str] = field(default_factory=list)
    countries: list[str] = field(default_factory=list)
    gender: str | None = None
    organization_type: str | None = None
    vessel: Vessel | None = None
    relations: list[Relation] = field(default_factory=list)
    measures: list[str] = field(default_factory=list)
    scope: list[str] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)

    def code(self, where: str, text: str) -> str | None:
        """A country's code, or None; a country that is not known is reported."""
        return None if text.lower() in NO_COUNTRY else kept_country(self.files, self.uid, where, text)

    def country(self, where: str, text: str) -> str:
        """A country's code; a country that is not known stays as printed."""
        return self.code(where, text) or text

    def finish(self, listing: Listing) -> Entity:
        """The entry as an entity; its programmes and measures are added to ``listing``."""
        titles = title_parts(self.title)
        return Entity(
            list=listing.list,
            id=self.uid,
            kind=self.kind,
            names=unique(self.names),
            addresses=unique(self.addresses),
            identifiers=unique(self.identifiers),
            births=_births(self),
            nationalities=unique(self.nationalities),
            countries=unique(self.countries),
            gender=self.gender,
            titles=unique(part for part in titles if HONORIFICS.fullmatch(part)),
            positions=unique(part for part in titles if not HONORIFICS.fullmatch(part)),
            organization_type=self.organization_type,
            vessel=self.vessel,
            relations=unique(self.relations),
            scope=unique(self.scope),
            remarks=unique(self.remarks),
            listing=listing.model_copy(
                update={"programmes": unique(self.programmes), "measures": unique(self.measures)}
            ),
        )


def _births(draft: Draft) -> tuple[Birth, ...]:
    """Births, a place with the country that its last words name."""
    # Only a whole name tells a country: "CA" ends a place in California, not in Canada.
    places = [
        Birth(place=place, country=country_code(last) if len(last) > 2 else None)
        for place in draft.born_at
        if (last := place.rsplit(",", 1)[-1].strip())
    ]
    return births_of(draft.born_on, places)


def title_parts(title: str) -> list[str]:
    """The titles and positions printed in one field."""
    return [part for piece in title.split(";") if (part := piece.strip())]


def read_draft(files: Files, path: Path, uid: str, name: str, kind: str, programmes: Iterable[str]) -> Draft:
    """The beginning of an entry: its name, its kind and the programmes it stands under.

    Args:
        files: the list's files.
        path: the file that the entry stands in.
        uid: OFAC's number of the entry.
        name: its primary name.
        kind: ``Entity``, ``Individual``, ``Vessel`` or ``Aircraft``, in any case.
        programmes: their codes, as printed.

    Raises:
        ReadError: it has no number or no name.
    """
    if not uid or not name:
        raise files.error(
            "the entry has no name" if uid else "the entry has no number",
            path=path,
            record=uid or name or None,
            field="name" if uid else "uid",
            advice="Download the list again; a party without them can be neither screened nor cited",
        )
    if kind.lower() not in KINDS:
        files.report.odd(uid, "sdnType", kind, "unknown type of party: kind unknown")
    primary = Name(text=name, script=script_of(name))
    return Draft(files, path, uid, [primary], KINDS.get(kind.lower(), "unknown"), list(programmes))


def read_alias(draft: Draft, text: str, kind: str, category: str) -> None:
    """An alias with the quality that the list gives it."""
    short = kind.replace(".", "").lower()
    if not text:
        draft.files.report.odd(draft.uid, "aka", kind, "an alias without a name")
        return
    if short not in ALIAS_KINDS:
        draft.files.report.odd(draft.uid, "type", kind, "unknown type of alias: kept as an alias")
    if category not in STRENGTHS:
        draft.files.report.odd(
            draft.uid, "category", category, "unknown quality of an alias: strength unknown"
        )
    draft.names.append(
        Name(
            text=text,
            script=script_of(text),
            kind=ALIAS_KINDS.get(short, "alias"),
            strength=STRENGTHS.get(category, "unknown"),
        )
    )


def read_number(
    draft: Draft, kind: str, number: str, country: str = "", issued: str = "", expires: str = ""
) -> None:
    """A fact with a type: an identifier, or what the type says it is."""
    if MEASURE.match(kind):
        draft.measures.append(f"{kind} {number}")
    elif kind == "Gender":
        draft.gender = number
    elif kind == "Organization Type:":
        told = [draft.organization_type, number] if draft.organization_type else [number]
        draft.organization_type = "; ".join(unique(told))
    elif kind == "Aircraft Operator":
        draft.relations.append(Relation(kind="operator", name=number))
    elif kind in ("Nationality of Registration", "Registration Country"):
        draft.countries.append(draft.country(kind, number))
    elif kind == "Former Vessel Flag":
        ship = draft.vessel or Vessel()
        flags = (*ship.former_flags, draft.country(kind, number))
        draft.vessel = ship.model_copy(update={"former_flags": unique(flags)})
    elif kind == "Vessel Year of Build":
        draft.vessel = (draft.vessel or Vessel()).model_copy(update={"year_built": number})
    elif kind in DESCRIPTIONS:
        draft.remarks.append(f"{kind}: {number}")
    else:
        if not country and (found := PLACED.fullmatch(number)) and country_code(found["country"]):
            number, country = found["number"], found["country"]
        draft.identifiers.append(
            Identifier(
                number=read_imo(draft, number) if scheme_of(kind) == "imo" else number,
                type=kind,
                scheme=scheme_of(kind),
                country=draft.code(kind, country),
                country_text=country or None,
                issued_on=kept_date(draft.files, draft.uid, "issueDate", issued),
                expires_on=kept_date(draft.files, draft.uid, "expirationDate", expires),
            )
        )


def read_imo(draft: Draft, number: str) -> str:
    """The seven digits of a ship's IMO number; anything else as printed, and reported."""
    digits = number.removeprefix("IMO").strip()
    if re.fullmatch(r"\d{7}", digits):
        return digits
    draft.files.report.odd(draft.uid, "IMO", number, "an IMO number that has not seven digits")
    return number


def read_fact(draft: Draft, word: str, value: str) -> None:
    """A birth, nationality, citizenship or link."""
    if word == "DOB":
        date = kept_date(draft.files, draft.uid, "DOB", value)
        draft.born_on += [date] if date else []
    elif word == "POB":
        draft.born_at.append(value)
    elif word == "nationality":
        draft.nationalities.append(draft.country(word, value))
    elif word == "citizen":
        draft.countries.append(draft.country(word, value))
    else:
        name = value[:-1] if value.endswith(")") and value.count(")") > value.count("(") else value
        draft.relations.append(Relation(kind="linked_to", name=name))
        draft.remarks.append(f"Linked To: {name}")


def read_vessel(
    draft: Draft, call_sign: str, kind: str, tonnage: str, gross: str, flag: str, owner: str
) -> None:
    """The particulars of a ship, the CSV's thousands without their commas."""
    if call_sign:
        draft.identifiers.append(Identifier(number=call_sign, type="Vessel Call Sign", scheme="call_sign"))
    particulars = {
        "type": kind,
        "flag": draft.country("vesselFlag", flag),
        "owner": owner,
        "tonnage": tonnage.replace(",", ""),
        "gross_tonnage": gross.replace(",", ""),
    }
    if told := {name: text for name, text in particulars.items() if text}:
        draft.vessel = (draft.vessel or Vessel()).model_copy(update=told)


def read_remark(draft: Draft, text: str) -> None:
    """The facts of a remark; what is none of the known facts is kept in its own words."""
    told = {part.rstrip(".") for part in title_parts(draft.title)}
    for piece in text.split("; "):
        printed = piece.strip(" ;").removeprefix("(" if piece.startswith("(Linked To:") else "")
        part = ALTERNATIVE.sub("", printed)
        if alias := WEAK_ALIAS.fullmatch(part):
            read_alias(draft, alias["name"], alias["type"], "weak")
        elif fact := FACT.fullmatch(part):
            read_fact(draft, fact["word"], fact["value"])
        elif MEASURE.match(part):
            draft.measures.append(part)
        elif number := NUMBERED.fullmatch(part):
            read_numbered(draft, printed, number["type"], number["value"])
        elif printed.rstrip(".") not in told:
            draft.remarks.append(printed)
            draft.scope += [part] if WORLDWIDE.fullmatch(part) else []


def read_numbered(draft: Draft, part: str, kind: str, value: str) -> None:
    """A number in a remark, with the country and the dates behind it."""
    found = VALUE.fullmatch(value)
    number, country = (found["number"], found["country"] or "") if found else (value, "")
    if country and not (country_code(country) or country.startswith("Region:")):
        number, country = f"{number} ({country})", ""  # a town, such as "57622 (Uraba)"
    sentence = "issued" in number or (" " in number and scheme_of(kind) in ("website", "email"))
    if not found or sentence:
        draft.remarks.append(part)
        return
    read_number(draft, kind, number, country, found["issued"] or "", found["expires"] or "")
