"""Canada's Consolidated Autonomous Sanctions List.

Publisher: Global Affairs Canada, as one XML file (``sema-lmes.xml``) and as PDF, after each amendment of
a regulation; new regulations precede it by days. Legal basis: the regulations under the Special Economic
Measures Act (S.C. 1992, c. 17) and under the Justice for Victims of Corrupt Foreign Officials Act
(Sergei Magnitsky Law, S.C. 2017, c. 21). Parties listed under the United Nations Act or the Criminal Code
are not on it.

Effect: nobody in Canada and no Canadian elsewhere may deal in property of the party, or make goods or
services available to it: ``block``. Schedules 2 and 3 of the Russia regulations restrict new debt and
shares only: ``finance_only``.

How it is read:

- No record has an id. Regulation, schedule and item number are what the law itself cites, and stay when
  other items are repealed: ``Russia Sch. 1 Pt 2 item 689``. An id printed twice gets a count.
- ``Country`` names the regulation in English and French (``Russia / Russie``). It is the programme, and
  says nothing of where the party is.
- ``EntityOrShip`` is a ship where the list gives its type or its IMO number; otherwise an entity.
- A person is printed ``LastName`` and ``GivenName``; the name is put in the order in which the regulations
  and the ``Aliases`` print it: ``Given LAST``.
- ``EntityOrShip`` holds the French name behind a slash, and other names behind "also known as". Such a
  field is kept whole as well, as a variation: whoever copies it from the list must find the party.
- ``Aliases`` is free text in all scripts: ``PTI, 保利科技有限公司``, ``Russian: …``, ``A; B``, ``А / Б``,
  ``A or B``. ``printed.joined`` takes it apart; a name that may go on at a comma or a word also stays whole.
  Some cells lost what stood in quotation marks, and hold a legal form alone: no name, kept as a remark.
- Dates of birth may be two (``1963 or 1964``); a ship has its year of building there. The file carries
  no date of its own.

SOR numbers are given only for the regulations whose number is certain; the titles are the regulations' own.

Links: https://www.international.gc.ca/world-monde/international_relations-relations_internationales/sanctions/consolidated-consolide.aspx;
the regulations: https://laws-lois.justice.gc.ca/eng/acts/S-14.5/
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from sanctionscreen.model import Birth, Entity, Identifier, Listing, Name, Vessel
from sanctionscreen.model.vocabulary import EntityKind, NameKind
from sanctionscreen.printed import script_of
from sanctionscreen.printed.embedded import split_also_known
from sanctionscreen.printed.joined import is_legal_form, split_joined
from sanctionscreen.reading import Element, Files, Format, Source, kept_date, kept_id, kept_word, unique
from sanctionscreen.reading.xml import root_is, stream

KEY = "ca_sema"
AUTHORITY = "Global Affairs Canada"
ROOT = "data-set"
CONSOLIDATED = "https://www.international.gc.ca/world-monde/assets/office_docs/international_relations-relations_internationales/sanctions/"

MAGNITSKY = "Justice for Victims of Corrupt Foreign Officials Regulations"
# What the list calls a regulation, the word for it in its title, and its SOR number where certain.
REGULATIONS: dict[str, tuple[str, str]] = {
    "Belarus": ("Belarus", "SOR/2020-214"), "China": ("People's Republic of China", "SOR/2021-49"),
    "Extremist Settler Violence": ("Extremist Settler Violence", ""), "Guatemala": ("Guatemala", ""),
    "Haiti": ("Haiti", ""), "Hamas Terrorist Attacks": ("Hamas Terrorist Attacks", ""),
    "Iran": ("Iran", "SOR/2010-165"), "Moldova": ("Moldova", ""),
    "Myanmar (Burma)": ("Burma", "SOR/2007-285"), "Nicaragua": ("Nicaragua", "SOR/2019-232"),
    "Russia": ("Russia", "SOR/2014-58"), "South Sudan": ("South Sudan", ""), "Sri Lanka": ("Sri Lanka", ""),
    "Sudan": ("Sudan", ""), "Syria": ("Syria", "SOR/2011-114"), "Ukraine": ("Ukraine", "SOR/2014-60"),
    "Venezuela": ("Venezuela", "SOR/2017-204"), "Zimbabwe": ("Zimbabwe", "SOR/2008-248"),
    f"{MAGNITSKY} (JVCFOR)": ("", "SOR/2017-233"),
}  # fmt: skip
# Regulation and schedule of restrictions on new debt and shares.
FINANCE_ONLY = {("Russia", "2"), ("Russia", "3")}

_SCHEDULE = re.compile(r"(?P<number>\d[\d.]*)?(?:,? ?Part (?P<part>[\d.]+))?")
_WRAPPED_HYPHEN = re.compile(r"(?<=\w)- (?=\w)")


def read_xml(files: Files) -> Iterator[Entity]:
    """The persons, entities and ships of the consolidated XML, in its order."""
    seen: set[str] = set()
    for number, record in enumerate(stream(files, ROOT, "record"), start=1):
        yield read_record(files, record, number, seen)


def read_record(files: Files, record: Element, number: int, seen: set[str]) -> Entity:
    """One record; ``number`` is its place in the file, ``seen`` holds the ids given so far."""
    regulation, schedule, item = read_place(files, record, number)
    key = kept_id(files, "Item", read_id(regulation, schedule, item), seen)
    name = _WRAPPED_HYPHEN.sub("-", record.text("EntityOrShip"))
    title, imo = record.text("TitleOrShip"), record.text("ShipIMONumber")
    kind: EntityKind = "person" if not name else "vessel" if title or imo else "organization"
    names, remarks = read_names(files, record, key, name, number)
    dated = record.text("DateOfBirthOrShipBuildDate")
    return Entity(
        list=KEY,
        id=key,
        kind=kind,
        names=names,
        identifiers=(read_imo(files, key, imo),) if imo else (),
        births=read_births(files, key, dated) if kind == "person" else (),
        titles=unique(part.strip() for part in title.split("/")) if kind == "person" else (),
        vessel=Vessel(type=title or None, year_built=dated or None) if kind == "vessel" else None,
        remarks=unique([*remarks, f"Date: {dated}" if dated and kind == "organization" else ""]),
        listing=read_listing(files, record, key, regulation, schedule, item),
    )


def read_place(files: Files, record: Element, number: int) -> tuple[str, str, str]:
    """The regulation in English, the schedule as printed, and the item."""
    regulation = record.text("Country").split(" / ")[0]
    schedule, item = record.text("Schedule"), record.text("Item")
    if not regulation or not item:
        field = "Item" if regulation else "Country"
        raise files.error(
            f"the record has no {field}",
            record=f"#{number}",
            field=field,
            advice="Download the list again; regulation and item are all that identify a record",
        )
    return regulation, schedule, item


def read_id(regulation: str, schedule: str, item: str) -> str:
    """The place of a record in the law, in short; the bracketed abbreviation of a long title.

    >>> read_id("Russia", "1, Part 2", "689"), read_id("Haiti", "Part 3", "1"), read_id("Iran", "1.1", "7")
    ('Russia Sch. 1 Pt 2 item 689', 'Haiti Pt 3 item 1', 'Iran Sch. 1.1 item 7')
    """
    short = re.search(r"\(([A-Z]{4,})\)$", regulation)
    number, part = split_schedule(schedule)
    where = (f"Sch. {number}" if number else "", f"Pt {part}" if part else "", f"item {item}")
    return " ".join(filter(None, (short[1] if short else regulation, *where)))


def split_schedule(text: str) -> tuple[str, str]:
    """The number of a schedule and of its part; a text that is neither stands for the number.

    >>> split_schedule("1, Part 2.1"), split_schedule("Part 1"), split_schedule("Annex")
    (('1', '2.1'), ('', '1'), ('Annex', ''))
    """
    found = _SCHEDULE.fullmatch(text)
    return (found["number"] or "", found["part"] or "") if found else (text, "")


def read_names(
    files: Files, record: Element, key: str, entity: str, number: int
) -> tuple[tuple[Name, ...], list[str]]:
    """The names of a record, and the aliases that are none."""
    last, given = record.text("LastName"), record.text("GivenName")
    # Three records repeat the last name behind the given ones.
    person = given if given.endswith(f" {last}") else f"{given} {last}".strip()
    bilingual = split_bilingual(entity) or [person]
    # The publisher cut two names inside a bracket.
    parts = [split_also_known(text + ")" * (text.count("(") - text.count(")"))) for text in bilingual]
    printed = [bare.strip(" ;") for bare, _ in parts if bare.strip(" ;")]
    if not printed:
        raise files.error(
            "the record has no name",
            record=f"{key} (#{number})",
            field="LastName",
            advice="Download the list again; a party without a name cannot be screened",
        )
    names = [Name(text=printed[0], script=script_of(printed[0]))]
    names += [Name(text=text, kind="alias", script=script_of(text)) for text in printed[1:]]
    for text, kind in (other for _, others in parts for other in others):
        names += read_alias_text(text, bool(last), kind)
    aliases = list(read_alias_text(_WRAPPED_HYPHEN.sub("-", record.text("Aliases")), bool(last), "alias"))
    nameless = [name.text for name in aliases if is_legal_form(name.text)]
    for text in nameless:
        files.report.odd(key, "Aliases", text, "an alias that is a legal form alone: kept as remark")
    names += [name for name in aliases if name.text not in nameless and name.text != printed[0]]
    if entity and entity not in {name.text for name in names}:
        names.append(Name(text=entity, kind="variation", script=script_of(entity)))
    return unique(names), [f"Alias: {text}" for text in nameless]


def split_bilingual(text: str) -> list[str]:
    """The English and the French name of an entity, which a slash separates outside brackets.

    >>> split_bilingual("Iranian Navy/Force navale iranienne"), split_bilingual("Mills (Bi/Pyi)")
    (['Iranian Navy', 'Force navale iranienne'], ['Mills (Bi/Pyi)'])
    """
    return [part.strip() for part in re.split(r"/(?![^()]*\))", text) if part.strip()]


def read_alias_text(text: str, person: bool, kind: NameKind) -> Iterator[Name]:
    """The names that one free text holds; those in other letters are in their original script."""
    for part in split_joined(text, person):
        script = script_of(part.text)
        original = script not in (None, "Latn") and not part.whole
        yield Name(
            text=part.text,
            kind="original_script" if original else kind,
            script=script,
            language=part.language if script != "Latn" else None,
        )


def read_imo(files: Files, key: str, number: str) -> Identifier:
    """A ship's IMO number."""
    if not re.fullmatch(r"\d{7}", number):
        files.report.odd(key, "ShipIMONumber", number, "an IMO number that has not seven digits")
    return Identifier(number=number, type="IMO number", scheme="imo")


def read_births(files: Files, key: str, text: str) -> tuple[Birth, ...]:
    """A date of birth, or two where the list knows of two."""
    days = (
        kept_date(files, key, "DateOfBirthOrShipBuildDate", day) for day in re.split(r" (?:or|OR) ", text)
    )
    return tuple(Birth(on=day) for day in days if day)


def read_listing(
    files: Files, record: Element, key: str, regulation: str, schedule: str, item: str
) -> Listing:
    """Under which item of which regulation, and since when."""
    word, order = kept_word(files, key, "Country", regulation, REGULATIONS, (regulation, ""))
    title = f"Special Economic Measures ({word}) Regulations" if word else MAGNITSKY
    if not _SCHEDULE.fullmatch(schedule):
        files.report.odd(key, "Schedule", schedule, "a schedule that cannot be read: kept as printed")
    number, part = split_schedule(schedule)
    where = (f"Schedule {number}" if number else "", f"Part {part}" if part else "", f"item {item}")
    return Listing(
        list=KEY,
        authority=AUTHORITY,
        programmes=(regulation,),
        effect="finance_only" if (regulation, schedule) in FINANCE_ONLY else "block",
        legal_basis=f"{title} ({order})" if order else title,
        citations=(", ".join(filter(None, (title, *where))),),
        listed_on=kept_date(files, key, "DateOfListing", record.text("DateOfListing")),
    )


def recognise_xml(files: Files) -> bool:
    """Whether the root is the list's, whose name is a common one, and its records are."""
    return root_is(ROOT)(files) and b"<DateOfListing>" in files.head() and b"<Country>" in files.head()


SOURCE = Source(
    key=KEY,
    title="Consolidated Canadian Autonomous Sanctions List",
    publisher=AUTHORITY,
    page="https://www.international.gc.ca/world-monde/international_relations-relations_internationales/sanctions/consolidated-consolide.aspx",
    formats=(
        Format(
            name="xml",
            urls={"sema-lmes.xml": CONSOLIDATED + "sema-lmes.xml"},
            recognise=recognise_xml,
            read=read_xml,
            whole_file="2025-03",
        ),
    ),
    expect_entities=(3500, 9000),
    expect_filled={"listed_on": 0.99},
)
