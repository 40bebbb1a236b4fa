"""Japan METI End User List (外国ユーザーリスト, Foreign End User List).

Publisher: the Ministry of Economy, Trade and Industry, about once a year. Legal basis: the catch-all
control of the Foreign Exchange and Foreign Trade Act, Article 48, and of the Export Trade Control
Order, row 16 of its Appended Table 1. It is no embargo: to export to a listed party needs a licence,
unless it is clear that the goods will not be used for weapons of mass destruction (or, for a party so
marked in later editions, for conventional weapons). The effect is therefore ``export_licence``, as the
licence is the rule and the exception is the exporter's to prove.

The list is published as a PDF alone, linked from the page below. Take its table out of it:

1. Download the PDF in English. Note its date.
2. Open it with pdfplumber (https://github.com/jsvine/pdfplumber)::

       import csv, pdfplumber
       with pdfplumber.open("list.pdf") as pdf, open("eul_2025-09-29.csv", "w", encoding="utf-8") as out:
           for page in pdf.pages:
               for table in page.extract_tables():
                   csv.writer(out, lineterminator="\\n").writerows(table)

   or with Tabula (https://tabula.technology): choose "Autodetect tables", then "Lattice", and export.
3. Look at the first line. It has to name the columns, and nothing may stand above it::

       No., Country or Region, Company or Organization, Also Known As, Type of WMD

   The Japanese headers that the PDF prints above the English ones may stay, alone or beside them, and
   so may the headers that each page repeats. A column CW, where there is one, is read too.
4. Where a page ends within a row, the rest of it comes out as a row of its own without number and name.
   Join the two. The reader stops at such rows and names their lines.
5. Save as CSV in UTF-8 or as XLSX, with the date in the file's name: it is the list's.

The reader was built from the documented columns and has never been run on a whole file.

Quirks:

- The row number changes with each edition: it is not read. Ids are made from name and country.
- Aliases begin with ``・``, and otherwise are separated by semicolons or line breaks.
- Line breaks within a name are the PDF's and count as spaces.
- The types are B (biological), C (chemical), M (missiles), N (nuclear) and CW (conventional weapons).
- The names and the countries of the parties are all: there is no address, number or date.

Links: https://www.meti.go.jp/english/policy/external_economy/trade_control/index.html
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator

from sanctionscreen.model import Address, Entity, Listing
from sanctionscreen.printed.cells import names_in_cells, split_cell
from sanctionscreen.reading import Files, Format, Row, Source, kept_country, kept_word, sheet, table, unique
from sanctionscreen.reading.merged import digest, merged

KEY = "jp_meti_eul"
AUTHORITY = "Japan, Ministry of Economy, Trade and Industry"
PAGE = "https://www.meti.go.jp/english/policy/external_economy/trade_control/index.html"
LAW = (
    "Foreign Exchange and Foreign Trade Act, Article 48; Export Trade Control Order, Appended Table 1, row 16"
)
COUNTRY, NAME, ALIASES = "Country or Region", "Company or Organization", "Also Known As"
TYPE, CONVENTIONAL, NUMBER = "Type of WMD", "CW", "No."
NEEDED = (COUNTRY, NAME, ALIASES, TYPE)
# Capitals, spaces and punctuation do not count.
SPELLINGS: table.Columns = {
    NUMBER: ("番号", "番号 No.", "Number"),
    COUNTRY: ("国名・地域名 Country or Region", "国名・地域名", "国・地域名"),
    NAME: ("企業名、組織名 Company or Organization", "企業名・組織名", "Company or Organisation"),
    ALIASES: ("別名 Also Known As", "別名", "AKA"),
    TYPE: ("懸念区分 Type of WMD", "懸念区分", "Type of WMD/CW", "懸念区分 Type of WMD/CW"),
    CONVENTIONAL: ("通常兵器 CW", "通常兵器", "Conventional Weapons", "通常兵器 Conventional Weapons"),
}
TYPES = {
    "B": "biological weapons", "C": "chemical weapons", "M": "missiles", "N": "nuclear weapons",
    "CW": "conventional weapons",
}  # fmt: skip


def read_csv(files: Files) -> Iterator[Entity]:
    """The parties of the table, saved as CSV."""
    files.published_as_named()
    return merged(files, lambda files: read_rows(files, table.rows(files, NEEDED, spellings=SPELLINGS)))


def read_xlsx(files: Files) -> Iterator[Entity]:
    """The parties of the table, saved as XLSX."""
    files.published_as_named()
    return merged(files, lambda files: read_rows(files, sheet.rows(files, NEEDED, spellings=SPELLINGS)))


def read_rows(files: Files, rows: Iterable[Row]) -> Iterator[Entity]:
    """Each row as an entity, without the headers that the pages of the PDF repeat."""
    for row in rows:
        row.ignore(NUMBER)  # it counts the rows of this edition
        if table.column_names([row.text(NAME)], SPELLINGS) == [NAME]:
            row.ignore(*SPELLINGS)
        else:
            yield read_row(files, row)


def read_row(files: Files, row: Row) -> Entity:
    """One party."""
    name = row.text(NAME)
    if not name:
        raise files.error(
            "the row has no name",
            record=f"line {row.line}",
            field=NAME,
            advice="If a page of the PDF ends there, join the row with the one before it",
        )
    country = row.text(COUNTRY)
    key = digest(name, country)
    code = kept_country(files, key, COUNTRY, romanized(country))
    return Entity(
        list=KEY,
        id=key,
        names=names_in_cells(name, split_cell(str(row.value(ALIASES) or ""))),
        addresses=(Address(text=country, country_text=country),) if country and not code else (),
        countries=(code,) if code else (),
        listing=read_listing(files, key, row),
    )


def romanized(country: str) -> str:
    """A country in English, where the Japanese stands beside it."""
    return " ".join(re.findall(r"[A-Za-z][^\u2e80-\uffff]*", country)).strip(" ()") or country


def read_listing(files: Files, key: str, row: Row) -> Listing:
    """The weapons for which the party is listed."""
    letters = unicodedata.normalize("NFKC", row.text(TYPE)).upper()
    types = unique(re.split(r"[\s,、・/;]+", letters))
    if row.text(CONVENTIONAL).strip(" -－―"):
        types = unique((*types, "CW"))
    return Listing(
        list=KEY,
        authority=AUTHORITY,
        programmes=types,
        effect="export_licence",
        legal_basis=LAW,
        reasons=unique(kept_word(files, key, TYPE, letter, TYPES, "") for letter in types),
        urls=(PAGE,),
    )


SOURCE = Source(
    key=KEY,
    title="End User List",
    publisher=AUTHORITY,
    page=PAGE,
    formats=(
        Format("csv", {}, table.header_has(*NEEDED, spellings=SPELLINGS), read_csv),
        Format("xlsx", {}, sheet.sheet_has(*NEEDED, spellings=SPELLINGS), read_xlsx),
    ),
    expect_entities=(500, 3_000),
    expect_filled={"programmes": 0.95, "countries": 0.95},
    max_age_days=400,
)
