"""US Consolidated Screening List (CSL).

Publisher: the U.S. Department of Commerce, International Trade Administration, which joins thirteen
lists of the Departments of Commerce, State and the Treasury into one file, rebuilt hourly. What a
party's listing means depends on the list it comes from: ``listing.component`` names it and
``COMPONENTS`` has its effect. Before acting on a hit, the publisher says, look at the agency's list
or the Federal Register. For the Treasury's lists OFAC's own files are richer (strength of aliases,
scripts); for the Entity, Unverified, Military End User and Nonproliferation lists this is the only
machine-readable publication.

Forms: ``consolidated.csv``, with lists joined by ``; ``, and ``consolidated.json``. Both give the
same entities, but for one thing: of an identifier with a single date the CSV does not say whether it
was issued or expires then, so the date stands in the note.

Quirks:

- The file carries no date. A file named ``consolidated_2022-05-16.csv`` is taken as of that day.
- The same OFAC number can stand in two components: an id is ``SDN-36``. The other agencies' rows
  have no number and their hash changes: an id is made from component, name and citation, and
  numbered where a party is repeated for each of its countries.
- Only Treasury rows say what kind of party they list, and no row says how strong an alias is.
- Names hold prose, taken apart here; the whole name stays as a ``variation``: "X (f.k.a. Y)",
  "Huawei ... Affiliated Entity: X", "CETC 13. Subordinate Institution - X" (the owner becomes a
  relation), "X (Russian individual)". Of "X and any successor, sub-unit, or subsidiary thereof" the
  phrase goes to ``scope``.
- Aliases of the Entity List end with "and Y". Quotation marks, apostrophes and dashes are lost
  there as "?" ("PVO ?Air Defense?"); they are put back by their place, and reported.
- An entry of the Entity List without a name is called "Address 01".
- ``ids`` mixes numbers with facts of every kind. Sanctions in words are kept as measures, under
  their type. ``gross_tonnage`` is the tonnage that OFAC prints, mostly deadweight.
- Start dates such as 0017-05-26 exist. Of a birth in a month or in a range of days the Treasury's rows
  print the first day alone, and of an address in Curacao, Czechia or the West Bank no country.

Links: https://www.trade.gov/consolidated-screening-list; the fields: https://developer.trade.gov
"""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from sanctionscreen.model import Address, Effect, Entity, EntityKind, Listing, Name, NameKind
from sanctionscreen.printed import country_code, day, script_of
from sanctionscreen.printed.citations import split_notices
from sanctionscreen.printed.embedded import restore_lost_marks, split_printed_name
from sanctionscreen.reading import Files, Format, Row, Source, kept_date, unique
from sanctionscreen.reading.json import objects, objects_with
from sanctionscreen.reading.ofac.facts import KINDS, Draft, read_fact, read_number, read_remark, read_vessel
from sanctionscreen.reading.ofac.particulars import gravest
from sanctionscreen.reading.table import header_has, rows

KEY = "us_csl"
FEED = "https://data.trade.gov/downloadable_consolidated_screening_list/v1/"
TREASURY = "U.S. Department of the Treasury, Office of Foreign Assets Control"
COMMERCE = "U.S. Department of Commerce, Bureau of Industry and Security"
STATE_ISN = "U.S. Department of State, Bureau of International Security and Nonproliferation"
STATE_DDTC = "U.S. Department of State, Directorate of Defense Trade Controls"

# Code -> authority, legal basis, effect for an exporter. Sources: the agencies' pages on each list.
# FSE: U.S. persons may not deal with the party at all, though nothing is blocked. PLC: banks reject
# payments. CAP, MBS, CMIC and SSI restrict accounts, debt and securities, not goods as such, unless a
# measure of the entry says more (``gravest``).
COMPONENTS: dict[str, tuple[str, str, Effect]] = {
    "SDN": (TREASURY, "IEEPA, TWEA, AEDPA, Kingpin Act, UNPA; 31 CFR chapter V", "block"),
    "SSI": (TREASURY, "Executive Order 13662, Directives 1 to 4", "finance_only"),
    "FSE": (TREASURY, "Executive Order 13608", "export_denial"),
    "PLC": (TREASURY, "31 CFR part 594", "finance_only"),
    "CAP": (TREASURY, "31 CFR part 561 and others (CAPTA)", "finance_only"),
    "MBS": (TREASURY, "CAATSA section 235; Executive Order 14024 Directives", "finance_only"),
    "CMIC": (TREASURY, "Executive Order 13959 as amended by 14032", "finance_only"),
    "EL": (COMMERCE, "ECRA; EAR 744.11, 744.16 and Supplement No. 4 to Part 744", "export_licence"),
    "DPL": (COMMERCE, "ECRA; EAR 764.3 and Part 766", "export_denial"),
    "UVL": (COMMERCE, "EAR 744.15 and Supplement No. 6 to Part 744", "red_flag"),
    "MEU": (COMMERCE, "EAR 744.21 and Supplement No. 7 to Part 744", "export_licence"),
    "ISN": (STATE_ISN, "INKSNA, Missile Sanctions, CBW Act, E.O. 12938, E.O. 13382", "export_denial"),
    "DTC": (STATE_DDTC, "AECA section 38(g)(4); 22 CFR 127.7", "debarment"),
}
OTHER_CODES = {"NS-MBS List": "MBS", "ACN": "ISN"}

# The columns of a person's facts, by OFAC's words for them.
PERSONAL = {
    "DOB": "dates_of_birth", "POB": "places_of_birth", "nationality": "nationalities",
    "citizen": "citizenships",
}  # fmt: skip
SHIP = (
    "call_sign", "vessel_type", "gross_tonnage", "gross_registered_tonnage", "vessel_flag", "vessel_owner",
)  # fmt: skip
ID_FIELDS = {"country", "expiration_date", "issue_date", "number", "type"}
ADDRESS_FIELDS = ("address", "city", "state", "state_or_province", "postal_code", "country")
CMIC_DATE = "Listing Date (CMIC) "
# Fields that both forms have, and no other list.
SHARED = ("source", "name", "alt_names", "federal_register_notice", "source_list_url")

_CSV_ID = re.compile(
    r"(?:(?P<country>[A-Z]{2}), )?(?:(?P<expiration_date>\d{4}-\d\d-\d\d), )?"
    r"(?:(?P<issue_date>\d{4}-\d\d-\d\d), )?(?P<number>.+), (?P<type>[^,]+)"
)


def read_csv(files: Files) -> Iterator[Entity]:
    """The rows of ``consolidated.csv``, one entity each."""
    return read_records(files, rows(files, ("source", "entity_number", "name", "alt_names", "ids")))


def read_json(files: Files) -> Iterator[Entity]:
    """The objects of ``consolidated.json``, one entity each."""
    return read_records(files, objects(files, "results"))


def read_records(files: Files, records: Iterable[Row]) -> Iterator[Entity]:
    """One entity a record, in order; the date is that of the file's name, if it has one."""
    dated = re.search(r"\d{4}-\d\d-\d\d", files.paths[0].name)
    files.published(day(dated.group()) if dated else None)
    seen: Counter[str] = Counter()
    for row in records:
        yield read_record(files, row, seen)


def read_record(files: Files, row: Row, seen: Counter[str]) -> Entity:
    """One row or object; ``seen`` counts the ids given so far."""
    raw = row.text("_id") or row.text("id")
    for column in ("source", "name"):
        if not row.text(column):
            raise files.error(
                f"the record has no {column}",
                record=raw or f"#{row.line}",
                field=column,
                advice="Download the list again; without it the party cannot be screened",
            )
    code = read_component(files, row, raw)
    key, kind = read_id(row, code, seen), read_kind(files, row, raw)
    draft = Draft(
        files=files, path=files.paths[0], uid=key, names=[], kind=kind,
        programmes=read_parts(row, "programs"), title="; ".join(read_parts(row, "title")),
    )  # fmt: skip
    treasury = "Treasury" in row.text("source")
    read_names(draft, row, treasury)
    read_addresses(draft, row, treasury)
    read_vessel(draft, *(row.text(column) for column in SHIP))
    for item in read_id_items(draft, row):
        read_id_item(draft, item)
    for word, column in PERSONAL.items():
        for text in read_parts(row, column):
            read_fact(draft, word, text)
    if remarks := row.text("remarks"):
        read_remark(draft, remarks) if treasury else draft.remarks.append(remarks)
    return draft.finish(read_listing(draft, row, code)).model_copy(update={"record": raw or None})


def read_parts(row: Row, name: str) -> list[str]:
    """A column's values: the CSV joins them with "; ", the JSON has an array or a text."""
    value = row.value(name)
    if not value:
        return []
    items = value if isinstance(value, list) else [value]
    folded = (" ".join(str(item).split()) for item in items if item is not None)
    return [part for text in folded for raw in text.split("; ") if (part := raw.strip(" ;"))]


def read_component(files: Files, row: Row, raw: str) -> str:
    """The code in the source: "Entity List (EL) - Bureau of Industry and Security"."""
    source = row.text("source")
    found = re.search(r"\(([^()]+)\)", source)
    code = found.group(1) if found else source
    code = OTHER_CODES.get(code, code)
    if code not in COMPONENTS:
        files.report.odd(raw, "source", source, "a list that is not known: taken as blocking")
    return code


def read_id(row: Row, code: str, seen: Counter[str]) -> str:
    """OFAC's number, or a digest of name and citation; each with its component, and unique."""
    number = row.text("entity_number")
    if "Treasury" not in row.text("source") or not number:
        text = f"{row.text('name').casefold()}|{row.text('federal_register_notice')}"
        number = hashlib.sha256(text.encode()).hexdigest()[:12]
    key = f"{code}-{number}"
    seen[key] += 1
    return key if seen[key] == 1 else f"{key}-{seen[key]}"


def read_kind(files: Files, row: Row, raw: str) -> EntityKind:
    """What the row lists; Commerce and State do not say, but for entries that are an address."""
    printed = row.text("type")
    if printed and printed.lower() not in KINDS:
        files.report.odd(raw, "type", printed, "unknown type of party: kind unknown")
    if not printed and re.match(r"Address \d+", row.text("name")):
        return "address"
    return KINDS.get(printed.lower(), "unknown")


def read_names(draft: Draft, row: Row, treasury: bool) -> None:
    """The primary name, the aliases, and what stands in either besides."""
    if treasury:
        draft.names += [name_of(row.text("name"), "primary")]
        draft.names += [name_of(text, "alias") for text in read_parts(row, "alt_names")]
        return
    read_name(draft, "name", row.text("name"), "primary")
    for text in read_parts(row, "alt_names"):
        alias = re.sub(r"^and(?: |$)", "", text)
        if alias.startswith("(all of "):
            draft.remarks.append(alias)
            draft.files.report.odd(draft.uid, "alt_names", alias, "an alias that is a remark")
        elif alias:
            read_name(draft, "alt_names", alias, "alias")


def read_name(draft: Draft, column: str, printed: str, kind: NameKind) -> None:
    """One printed name of Commerce or State, whose names hold prose: every name in it."""
    parts = split_printed_name(read_lost(draft, column, printed))
    if parts.name:
        draft.names.append(name_of(parts.name, kind))
    if parts.name not in ("", parts.whole):
        draft.names.append(name_of(parts.whole, "variation"))
    draft.names += [name_of(text, other) for text, other in parts.others]
    draft.relations += parts.relations
    draft.scope += [parts.scope] if parts.scope else []
    draft.remarks += parts.remarks
    draft.kind = "person" if parts.individual else draft.kind


def name_of(text: str, kind: NameKind) -> Name:
    """A name; how strong it is, the list does not say."""
    return Name(text=text, kind=kind, script=script_of(text))


def read_lost(draft: Draft, column: str, printed: str) -> str:
    """A text with its lost marks put back."""
    if "?" not in printed:
        return printed
    draft.files.report.odd(draft.uid, column, printed, "marks lost as '?', put back by their place")
    return restore_lost_marks(printed)


def read_addresses(draft: Draft, row: Row, treasury: bool) -> None:
    """Addresses: texts in the CSV, objects in the JSON."""
    texts, value = read_parts(row, "addresses"), row.value("addresses")
    if isinstance(value, list):
        texts = []
        for item in value:
            fields = Row(item if isinstance(item, dict) else {"address": item}, row.line)
            texts += ", ".join(text for name in ADDRESS_FIELDS if (text := fields.text(name))).split("; ")
            draft.files.report.unread.update(f"addresses.{name}" for name in fields.unread())
    for text in texts:
        printed = re.sub(r"\s*,[\s,]*", ", ", re.sub(r"^and ", "", text.strip())).strip(" ,;")
        if printed:
            printed = printed if treasury else read_lost(draft, "addresses", printed)
            draft.addresses.append(read_address(draft, printed))


def read_address(draft: Draft, text: str) -> Address:
    """One address: it ends in the code of its country, a U.S. state and ZIP code, or a country's name."""
    last = text.rsplit(", ", 1)[-1]
    if re.fullmatch(r"[A-Z]{2}", last):
        return Address(text=text, country=draft.code("addresses", last), country_text=last)
    if re.search(r", [A-Z]{2}, \d{5}(?:-\d{4})?$", text):
        return Address(text=text, country="US")
    spelt = country_code(last) if len(last) > 3 else None
    return Address(text=text, country=spelt, country_text=last if spelt else None)


def read_id_items(draft: Draft, row: Row) -> Iterator[Mapping[str, Any]]:
    """The ids with the JSON's keys; a single date of the CSV under ``date``."""
    value = row.value("ids")
    if isinstance(value, list):
        for item in value:
            fields = item if isinstance(item, dict) else {"number": item}
            draft.files.report.unread.update(f"ids.{name}" for name in fields.keys() - ID_FIELDS)
            yield fields
        return
    for text in read_parts(row, "ids"):
        found = _CSV_ID.fullmatch(text)
        item = found.groupdict() if found else {"number": text}
        two = item.get("issue_date")
        yield item if two else {**item, "expiration_date": None, "date": item.get("expiration_date")}


def read_id_item(draft: Draft, item: Mapping[str, Any]) -> None:
    """One of the ids: a number, or a fact that its type tells."""
    kind, number, country, issued, expires = (
        " ".join(str(item.get(name) or "").split())
        for name in ("type", "number", "country", "issue_date", "expiration_date")
    )
    if not (kind and number):
        draft.files.report.odd(draft.uid, "ids", kind or number, "an identifier without number or type")
        draft.remarks += [kind or number] if kind or number else []
        return
    before = len(draft.identifiers)
    read_number(draft, kind, number, country, issued, expires)
    if (date := item.get("date")) and len(draft.identifiers) > before:
        note = f"{date} (issued or expires)"
        draft.identifiers[-1] = draft.identifiers[-1].model_copy(update={"note": note})


def read_listing(draft: Draft, row: Row, code: str) -> Listing:
    """Why, by whom and since when the party is listed."""
    unknown: tuple[str, None, Effect] = (row.text("source").rsplit(" - ", 1)[-1], None, "block")
    authority, basis, effect = COMPONENTS.get(code, unknown)
    of_cmic = (text.removeprefix(CMIC_DATE) for text in draft.measures if text.startswith(CMIC_DATE))
    listed = row.text("start_date") or next(of_cmic, "")
    return Listing(
        list=KEY,
        authority=authority,
        component=code,
        component_title=row.text("source").split(" (")[0],
        effect=gravest([effect], draft.measures) if authority == TREASURY else effect,
        legal_basis=basis,
        citations=unique(split_notices(row.text("federal_register_notice"))),
        licence_requirement=row.text("license_requirement") or None,
        licence_policy=row.text("license_policy") or None,
        standard_order=row.text("standard_order") or None,
        listed_on=kept_date(draft.files, draft.uid, "start_date", listed),
        expires_on=kept_date(draft.files, draft.uid, "end_date", row.text("end_date")),
        urls=unique([row.text("source_list_url"), row.text("source_information_url")]),
    )


SOURCE = Source(
    key=KEY,
    title="Consolidated Screening List",
    publisher="U.S. Department of Commerce, International Trade Administration",
    page="https://www.trade.gov/consolidated-screening-list",
    formats=(
        Format("json", {"consolidated.json": FEED + "consolidated.json"}, objects_with(*SHARED), read_json),
        Format(
            "csv",
            {"consolidated.csv": FEED + "consolidated.csv"},
            header_has(*SHARED),
            read_csv,
            whole_file="2022-05-16",
        ),
    ),
    expect_entities=(12_000, 60_000),
    expect_filled={"addresses": 0.6, "identifiers": 0.3, "programmes": 0.6, "urls": 0.99},
)
