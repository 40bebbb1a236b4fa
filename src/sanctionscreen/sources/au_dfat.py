"""Australian Sanctions Consolidated List.

Publisher: the Australian Sanctions Office in the Department of Foreign Affairs and Trade (DFAT), as one
XLSX file, after every change. It joins Australia's own ("autonomous") listings with those of the
Security Council and of Australia under resolution 1373.

Law: the Charter of the United Nations Act 1945 and the Autonomous Sanctions Act 2011 with their
regulations; ``Instrument of Designation`` names the instrument. Effect: a targeted financial sanction
freezes assets and forbids to make any available: ``block``. An arms embargo alone is an
``export_denial``; a travel ban alone, and the maritime restriction of a sanctioned vessel, which may be
kept out of Australian ports but is not frozen, are a ``red_flag``.

How it is read:

- ``Reference`` is a number with a letter for every further name: 101 is the primary name and 101a an
  alias of the same party. The number is the id.
- The other columns repeat on every row of a party; where rows differ, the distinct values are all kept.
- ``Alias Strength`` says Strong or Weak of an alias, nothing of other names.
- Names may carry ``(previously listed as)``, the original script, or a second name behind a slash;
  the name as printed then stays as a ``variation``.
- ``Address`` and ``Place of Birth`` pack values under letters (``a) ... b) ...``) or between semicolons;
  ``Date of Birth`` between commas.
- ``Additional Information`` is prose, in UN listings with the UN's reference number in front. It stays
  as a remark; titles, designations, gender, document numbers, sites and telephones are read from it,
  and a vessel's previous names. Parties it names by UN reference number are relations.
- ``Listing Information`` gives the day of listing, unless it names only the instrument. ``Control Date``
  is the day of the row's last change; the latest of the file is the list's own date, which it states
  nowhere else.
- One "vessel" is a class: all vessels of the Democratic People's Republic of Korea.

Links: https://www.dfat.gov.au/international-relations/security/sanctions/consolidated-list
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

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
    Strength,
)
from sanctionscreen.printed import country_code, partial_date, script_of
from sanctionscreen.printed.aliases import split_names
from sanctionscreen.printed.embedded import split_also_known
from sanctionscreen.printed.lettered import labelled, last_country, split_places
from sanctionscreen.printed.named_documents import documents_in
from sanctionscreen.printed.prose import labelled_numbers
from sanctionscreen.reading import Files, Format, Source, kept_country, kept_date, kept_word, unique
from sanctionscreen.reading.births import births_of
from sanctionscreen.reading.grouped import Grouped
from sanctionscreen.reading.sheet import rows, sheet_has

KEY = "au_dfat"
AUTHORITY = "Australian Department of Foreign Affairs and Trade"

NAME = "Name of Individual or Entity"
NAMES = (NAME, "Name Type", "Alias Strength")
MEASURES = ("Targeted Financial Sanction", "Travel Ban", "Arms Embargo", "Maritime Restriction")
FACTS = (
    "Type", "Date of Birth", "Place of Birth", "Citizenship", "Address", "Additional Information",
    "Listing Information", "IMO Number", "Committees", "Control Date", "Instrument of Designation",
)  # fmt: skip
NEEDED = ("Reference", *NAMES, "Type", "Control Date", "Committees", *MEASURES)

KINDS: dict[str, EntityKind] = {"Individual": "person", "Entity": "organization", "Vessel": "vessel"}
NAME_TYPES: dict[str, NameKind] = {
    "Primary Name": "primary", "Alias": "alias", "Original Script": "original_script",
}  # fmt: skip
STRENGTHS: dict[str, Strength] = {"Strong": "strong", "Weak": "weak", "": "unknown"}
ANSWERS = {"True": True, "False": False}

_REFERENCE = re.compile(r"(\d+)[a-z]*")
_LISTED_AS = re.compile(
    r"\s*\(((?:previously|formerly) listed as)[.,]?(?: in Arabic:)?\s*([^()]*)\)$", re.IGNORECASE
)
_LANGUAGE = re.compile(r"\s*\(Tigrinya\)$")
_UN_REFERENCE = re.compile(r"\b[A-Z]{2}[ie]\.\d{3}\b")
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?"
_DAY = re.compile(
    rf"\d{{1,2}} ?{_MONTH} ?\d{{4}}|\d{{1,2}} ?/\d{{1,2}}/\d{{4}}|{_MONTH} \d{{1,2}},? \d{{4}}"
    r"|^\d{4}-\d\d-\d\d$"
)
_MONTH_TAIL = re.compile(r"\b([A-Z][a-z]{2})[a-z]*\.? ?")
_LATER = re.compile(r"re-?listed|last(?:ed)? listed|amended|updated", re.IGNORECASE)
_BIRTH_DATES = re.compile(r"\s*[,;]\s*|(?<=\d{4}) (?=\d{1,2}/)")
_GENDER = re.compile(r"\bgender: ?(male|female)\b", re.IGNORECASE)
_PREVIOUS = re.compile(r"^Previous names? includes? (.+)$")
_SITE = re.compile(r"https?://[^\s;,)\]]+|(?<![/\w@.])www\.[^\s;,)\]]+")
_AUTHORITIES = re.compile(r"interpol\.int|un\.org|\.gov\.au|treasury\.gov")
_NOTE = re.compile(r"\(([^()]+)\)\s*$")


def read_xlsx(files: Files) -> Iterator[Entity]:
    """The parties of the workbook, in its order: one for each reference number."""
    groups = {"names": NAMES} | {column: (column,) for column in (*FACTS, *MEASURES)}
    parties: dict[str, Grouped] = {}
    changes: set[str] = set()
    for row in rows(files, NEEDED):
        reference = row.text("Reference")
        if not row.text(NAME) or not reference:
            field = NAME if reference else "Reference"
            raise files.error(
                f"the row has no {field}",
                record=reference or f"row {row.line}",
                field=field,
                advice="Download the list again; a party without a name and number cannot be screened",
            )
        found = _REFERENCE.fullmatch(reference)
        if not found:
            files.report.odd(reference, "Reference", reference, "no number with letters: taken as an id")
        key = found[1] if found else reference
        if key not in parties:
            parties[key] = Grouped(key, row.line, groups)
        parties[key].add(row)
        changes.add(row.text("Control Date"))
    changed = latest(map(partial_date, changes))
    files.published(changed.latest if changed else None)
    for party in parties.values():
        yield read_party(files, party)


def read_party(files: Files, party: Grouped) -> Entity:
    """One party, from all its rows."""
    key = party.key
    texts, listed = party.texts("Additional Information"), party.texts("Listing Information")
    kind = kept_word(files, key, "Type", party.text("Type") or "", KINDS, "unknown")
    names, remarks = read_names(files, party, kind)
    prose = " ".join(texts)
    references = [found[0] for text in texts if (found := _UN_REFERENCE.match(text))]
    codes = unique(
        kept_country(files, key, "Citizenship", text) or text for text in party.items("Citizenship", ";")
    )
    person = kind == "person"
    gender = _GENDER.search(prose)
    return Entity(
        list=KEY,
        id=key,
        kind=kind,
        names=names,
        addresses=unique(
            read_address(text) for packed in party.texts("Address") for text in split_places(packed)
        ),
        identifiers=read_identifiers(party, texts),
        births=read_births(files, party),
        nationalities=codes if person else (),
        countries=() if person else codes,
        gender=gender[1] if gender else None,
        titles=labelled(texts, "Title") if person else (),
        positions=labelled(texts, "Designation", "Last known position") if person else (),
        relations=unique(
            Relation(kind="linked_to", name=name)
            for name in _UN_REFERENCE.findall(prose) if name not in references
        ),
        scope=unique(text for text in texts if kind == "vessel" and text.startswith("All vessels within")),
        remarks=unique([*texts, *remarks, *(text for text in listed if not _DAY.fullmatch(text))]),
        listing=read_listing(files, party, references, prose),
    )  # fmt: skip


def read_names(files: Files, party: Grouped, kind: EntityKind) -> tuple[tuple[Name, ...], list[str]]:
    """The names of a party, the primary one first, and what is printed beside them."""
    names: list[Name] = []
    remarks: list[str] = []
    for text, printed_type, printed_strength in party.tuples("names"):
        name_kind = kept_word(files, party.key, "Name Type", printed_type, NAME_TYPES, "alias")
        strength = kept_word(files, party.key, "Alias Strength", printed_strength, STRENGTHS, "unknown")
        names += read_name(text, name_kind, strength, remarks)
    for text in party.texts("Additional Information") if kind == "vessel" else ():
        if previous := _PREVIOUS.match(text):
            parts = re.split(r",\s*|\s+and\s+", previous[1])
            names += [Name(text=part, kind="former", script=script_of(part)) for part in parts if part]
    primary = [name for name in names if name.kind == "primary"]
    if len(primary) != 1:
        files.report.odd(
            party.key, "Name Type", names[0].text, "not one primary name: the first is taken as it"
        )
    first = (primary or names)[0]
    others = (
        name.model_copy(update={"kind": "alias"}) if name.kind == "primary" else name
        for name in names if name is not first
    )  # fmt: skip
    return unique([first.model_copy(update={"kind": "primary"}), *others]), remarks


def read_name(text: str, kind: NameKind, strength: Strength, remarks: list[str]) -> Iterator[Name]:
    """The names in one cell; what is printed beside them is added to ``remarks``."""
    bare, former = split_also_known(text) if text.lower().startswith("formerly known") else (text, [])
    if former:
        remarks.append(text)
    original = ""
    if listed_as := _LISTED_AS.search(bare):
        remarks.append(text)
        bare, original = bare[: listed_as.start()], listed_as[2].strip()
    language = "ti" if _LANGUAGE.search(bare) else None
    bare = _LANGUAGE.sub("", bare).strip(" ;")
    both = len(re.findall(r"[a-z]", bare, re.IGNORECASE)) > 2 and re.search(
        r"[\u0400-\u06ff\u4e00-\u9fff]{2}", bare
    )
    parts = [name for name, _ in former] or (split_names(bare)[0] if both else re.split(r"\s+/\s+", bare))
    parts.sort(key=lambda part: script_of(part) != "Latn" and kind != "original_script")
    for place, part in enumerate(part for part in [*parts, original] if part):
        script = script_of(part)
        as_kind = "former" if former or listed_as else "alias" if place and kind == "primary" else kind
        if script not in (None, "Latn") and kind != "primary":
            as_kind = "original_script"
        yield Name(text=part, kind=as_kind, strength=strength, script=script, language=language)
    if len(parts) > 1:
        yield Name(text=text, kind="variation", strength=strength)


def read_address(text: str) -> Address:
    """One address, with the country that ends it and the note in brackets behind it."""
    country = last_country(text)
    note = None if country_code(text.rsplit(",", 1)[-1].strip()) else _NOTE.search(text)
    return Address(
        text=text,
        country=country_code(country) if country else None,
        country_text=country,
        note=note[1].strip() if note else None,
    )


def read_identifiers(party: Grouped, texts: tuple[str, ...]) -> tuple[Identifier, ...]:
    """The IMO number of a vessel, and the numbers and sites in the prose; each once."""
    found = [Identifier(number=text, type="IMO Number", scheme="imo") for text in party.texts("IMO Number")]
    for text in (*texts, *party.texts("Address")):
        sites = [site.rstrip(".'") for site in _SITE.findall(text) if not _AUTHORITIES.search(site)]
        prose = _SITE.sub(" ", text)
        found += [*documents_in(prose), *labelled_numbers(prose)]
        found += [Identifier(number=site, type="Website", scheme="website") for site in sites]
    return tuple({(one.scheme, one.number): one for one in reversed(found)}.values())[::-1]


def read_births(files: Files, party: Grouped) -> tuple[Birth, ...]:
    """Dates and places; a single date and a single place belong together."""
    key = party.key
    printed = (
        text.strip("/ ") for cell in party.texts("Date of Birth")
        for text in _BIRTH_DATES.split(cell.replace("Approximately:", "Approximately"))
    )  # fmt: skip
    dates = [kept_date(files, key, "Date of Birth", text) for text in unique(printed)]
    places = unique(
        place.removeprefix("alt ") for cell in party.texts("Place of Birth") for place in split_places(cell)
    )
    born_at = [
        Birth(place=place, country=country_code(last) if (last := last_country(place)) else None)
        for place in places if place.lower() != "na"
    ]  # fmt: skip
    return births_of(dates, born_at)


def read_listing(files: Files, party: Grouped, references: list[str], prose: str) -> Listing:
    """Why and since when a party is listed, and what is forbidden."""
    key = party.key
    measures = [name for name in MEASURES if read_answer(files, party, name)]
    committees = party.texts("Committees")
    effects: dict[str, Effect] = {"Targeted Financial Sanction": "block", "Arms Embargo": "export_denial"}
    autonomous = all(text.startswith("Autonomous") for text in committees)
    return Listing(
        list=KEY,
        authority=AUTHORITY,
        programmes=committees,
        measures=tuple(measures),
        effect=next((effects[name] for name in measures if name in effects), "red_flag"),
        legal_basis="Autonomous Sanctions Act 2011"
        if autonomous
        else "Charter of the United Nations Act 1945",
        citations=party.texts("Instrument of Designation"),
        listed_on=read_listed_on(party.texts("Listing Information")),
        amended_on=latest(
            kept_date(files, key, "Control Date", text) for text in party.texts("Control Date")
        ),
        other_ids=unique(references),
        urls=unique(site.rstrip(".'") for site in _SITE.findall(prose) if _AUTHORITIES.search(site)),
    )


def read_answer(files: Files, party: Grouped, column: str) -> bool:
    """Whether a measure applies; a measure that is answered otherwise than by yes or no does."""
    answers = [kept_word(files, party.key, column, text, ANSWERS, True) for text in party.texts(column)]
    return any(answers)


def latest(dates: Iterable[PartialDate | None]) -> PartialDate | None:
    """The last of the dates that can be read."""
    readable = [(one.latest, one) for one in dates if one and one.latest]
    return max(readable, key=lambda pair: pair[0], default=(None, None))[1]


def read_listed_on(texts: tuple[str, ...]) -> PartialDate | None:
    """The first day of listing that the first row states, if any does: not that of a change."""
    for text in texts:
        end = 0
        for found in _DAY.finditer(text):
            if not _LATER.search(text[end : found.start()]):
                plain = partial_date(_MONTH_TAIL.sub(r"\1 ", found[0]).replace(" /", "/"))
                return plain.model_copy(update={"text": found[0]}) if plain else None
            end = found.end()
    return None


SOURCE = Source(
    key=KEY,
    title="Australian Sanctions Consolidated List",
    publisher=AUTHORITY,
    page="https://www.dfat.gov.au/international-relations/security/sanctions/consolidated-list",
    formats=(
        Format(
            name="xlsx",
            urls={
                "Australian_Sanctions_Consolidated_List.xlsx": "https://www.dfat.gov.au/sites/default/files/"
                "Australian_Sanctions_Consolidated_List.xlsx"
            },
            recognise=sheet_has(*NEEDED),
            read=read_xlsx,
            whole_file="2026-07-21",
        ),
    ),
    expect_entities=(2500, 8000),
    expect_filled={
        "amended_on": 0.99,
        "programmes": 0.99,
        "measures": 0.99,
        "listed_on": 0.25,
        "births": 0.4,
    },
)
