"""The register as a workbook: a sheet of persons and one of organizations, a row for each party of a decree.

The columns are those of a conversion that was published in August 2021.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from sanctionscreen.model import Birth, Entity, Identifier, Listing, PartialDate
from sanctionscreen.printed.slavic_documents import slavic_documents
from sanctionscreen.reading import Files, Row, kept_country, kept_date, kept_word, unique
from sanctionscreen.reading.sheet import rows

from .facts import (
    KEY,
    Decree,
    numbers_said,
    organization_scheme,
    other_births,
    read_listing,
    read_places,
    split_measures,
)
from .names import read_names

NAMES = ("Назва укр.", "Назва ориг.", "Назва альт.")
NEEDED = ("№ указу", "Дата указу", "п/н", "Тип обмеження", *NAMES)
PERSONS = (*NEEDED, "Дата народження", "Громадянство")
ORGANIZATIONS = (*NEEDED, "ОКПО/ЄДРПОУ", "ІПН")
# Whether the row lists a party; a decree that takes one off has its row too.
ACTION = "Дія щодо об'єкту санкцій"
ACTIONS = {"застосування": True, "внесення змін": True, "скасування": False, "виключення": False}
# A number with its label run together: "ОДРН1047796349864", "ІПН-7703191457".
_NUMBER = re.compile(
    r"(?P<label>[^\W\d_]+(?:[^\W\d]|[\s–:-])*?)?[\s–:-]*(?P<number>\d[\d ]*\d[A-Z]?)(?=[\s,;.)\"]|$)"
)


def read_xlsx(files: Files) -> Iterator[Entity]:
    """The persons, then the organizations, in the order of their sheets."""
    for needed, person in ((PERSONS, True), (ORGANIZATIONS, False)):
        counted = Counter(
            read_place(files, row, person=person) for row in rows(Files(KEY, files.paths), needed)
        )
        for row in rows(files, needed):
            place = read_place(files, row, person=person)
            yield read_party(files, row, place, shared=counted[place] > 1, person=person)


def read_place(files: Files, row: Row, *, person: bool) -> str:
    """A party's place in a decree: its number, the annex (persons or organizations), the number there."""
    for column in ("№ указу", "п/н"):
        if not row.text(column):
            raise files.error(
                f"the row has no {column}",
                record=f"row {row.line}",
                field=column,
                advice="Take the workbook as published; a party that no decree names cannot be told apart",
            )
    return f"{row.text('№ указу')}-{'p' if person else 'e'}{row.text('п/н')}"


def read_party(files: Files, row: Row, place: str, *, shared: bool, person: bool) -> Entity:
    """One row; where the file gives its place to several parties, the name is part of the id."""
    row.ignore("row")  # the converter's own count
    printed = row.text(NAMES[0]) or row.text(NAMES[1]) or row.text(NAMES[2])
    key = f"{place} {printed}".strip() if shared else place
    return read_person(files, row, key) if person else read_organization(files, row, key)


def read_person(files: Files, row: Row, key: str) -> Entity:
    """A row of the sheet of persons."""
    said, held = read_said(row), row.text("Зайнятість")
    homes, of_homes, no_homes = read_places(files, key, "Місце проживання", row.text("Місце проживання"))
    documents = [*numbers_said(said, person=True), *slavic_documents(row.text("Місце проживання"))]
    documents += [found for found in slavic_documents(held) if found.scheme in ("passport", "tax")]
    names, beside = read_names(files, key, read_cells(files, row, key, documents), said, person=True)
    nationalities, stateless = read_citizenship(files, row, key)
    births, citizenships, no_places = read_births(files, row, key, said)
    return Entity(
        list=KEY,
        id=key,
        kind="person",
        names=names,
        addresses=unique(homes),
        identifiers=unique(documents),
        births=births,
        nationalities=unique([*nationalities, *of_homes, *citizenships]),
        positions=(held,) if held else (),
        remarks=unique([*said.split("\n"), *beside, *no_homes, *no_places, *stateless, *read_term(row)]),
        listing=read_row_listing(files, row, key, said),
    )


def read_organization(files: Files, row: Row, key: str) -> Entity:
    """A row of the sheet of organizations."""
    said = read_said(row)
    numbers = [
        *read_numbers(row, "ОКПО/ЄДРПОУ"),
        *read_numbers(row, "ІПН"),
        *numbers_said(said, person=False),
    ]
    names, beside = read_names(files, key, read_cells(files, row, key, numbers), said, person=False)
    seats, others = [], []
    for column in ("Місце діяльності", "Місце діяльності додатково"):
        places, _, no_places = read_places(files, key, column, row.text(column))
        seats += places
        others += no_places
    return Entity(
        list=KEY,
        id=key,
        kind="organization",
        names=names,
        addresses=unique(seats),
        identifiers=unique(numbers),
        remarks=unique([*said.split("\n"), *beside, *others, *read_term(row)]),
        listing=read_row_listing(files, row, key, said),
    )


def read_said(row: Row) -> str:
    """The further information; the body responsible, filled once, holds some too."""
    return "\n".join(filter(None, (row.text("Додатково"), row.text("Відповідальний орган"))))


def read_cells(files: Files, row: Row, key: str, numbers: list[Identifier]) -> tuple[str, str, str]:
    """The three cells of names, as printed: white space may be all that parts two names.

    A row without a name, as one of 2021 is, goes by its number.
    """
    ukrainian, original, other = (str(row.value(column) or "") for column in NAMES)
    if not (ukrainian + original + other).strip():
        if not numbers:
            raise files.error(
                "the row has no name",
                record=key,
                field=NAMES[0],
                advice="Take the workbook as published; a party without a name cannot be screened",
            )
        ukrainian = f"{numbers[0].type} {numbers[0].number}"
        files.report.odd(key, NAMES[0], ukrainian, "no name is printed: the party's number stands for it")
    return ukrainian, original, other


def read_citizenship(files: Files, row: Row, key: str) -> tuple[list[str], list[str]]:
    """The ISO codes of citizenships, and instead of them the words that a person has none."""
    words = [word.strip() for word in row.text("Громадянство").split(",")]
    stateless = [word for word in words if word.startswith("особа без")]
    codes = [
        kept_country(files, key, "Громадянство", word) or word for word in words if word not in stateless
    ]
    return codes, stateless


def read_births(
    files: Files, row: Row, key: str, said: str
) -> tuple[tuple[Birth, ...], list[str], list[str]]:
    """The birth as printed and the other dates that are told; and what stands in its place.

    That is a citizenship, or words that are no place.
    """
    column = "Місце народження"
    places, citizenships, others = read_places(files, key, column, row.text(column))
    on = read_birthday(files, row, key)
    births = [Birth(on=on, place=place.text, country=place.country) for place in places] or [Birth(on=on)]
    births += [Birth(on=kept_date(files, key, "Додатково", text)) for text in other_births(said)]
    return unique(birth for birth in births if birth.on or birth.place), citizenships, others


def read_birthday(files: Files, row: Row, key: str) -> PartialDate | None:
    """The day of birth. The first of January may mean any day of its year.

    It stands ten times as often as any other day: a year alone became a day when the file was made.
    """
    on = kept_date(files, key, "Дата народження", row.text("Дата народження"))
    if on and on.earliest and (on.earliest.month, on.earliest.day) == (1, 1):
        return on.model_copy(update={"latest": on.earliest.replace(month=12, day=31)})
    return on


def read_row_listing(files: Files, row: Row, key: str, said: str) -> Listing:
    """By which decree, how and until when the row's party is listed."""
    applies = kept_word(files, key, ACTION, row.text(ACTION).lower(), ACTIONS, True)
    decree = Decree(
        number=row.text("№ указу"),
        day=row.text("Дата указу"),
        term=row.text("Термін обмеження"),
        ends=row.text("Дата закінчення обмеження"),
    )
    measures = split_measures(row.text("Тип обмеження"))
    listing = read_listing(files, key, decree, measures, said, ended="" if applies else decree.day)
    if not applies:  # the decree that listed the party is another one
        listing = listing.model_copy(update={"listed_on": None})
    changes = kept_word(files, key, "Зміни", row.text("Зміни"), {"Ні": False, "Так": True, "": False}, False)
    if changes and not (listing.amended_on or listing.delisted_on):
        files.report.odd(key, "Зміни", row.text("Додатково"), "changed, and nothing says when")
    return listing


def read_term(row: Row) -> list[str]:
    """The term in words, where no day says when it ends."""
    term = row.text("Термін обмеження")
    return [f"Термін обмеження: {term}"] if term and not row.text("Дата закінчення обмеження") else []


def read_numbers(row: Row, column: str) -> list[Identifier]:
    """The numbers of an organization in one column, with the label that is printed before each.

    The КПП, which stands beside a few, names a tax office and no party.
    """
    found = []
    for part in re.split(r"[,;]", re.sub(r"КПП\s*\d+", "", row.text(column))):
        match = _NUMBER.search(part)
        label = ((match["label"] if match else "") or "").strip(" –:-") or column
        number = match["number"] if match else part.strip()
        if number:
            scheme = organization_scheme(label, number)
            country = "UA" if label == "ЄДРПОУ" and len(number) == 8 else None
            found.append(Identifier(number=number, type=label, scheme=scheme, country=country))
    return found
