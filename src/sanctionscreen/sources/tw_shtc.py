"""Taiwan Strategic High-Tech Commodities (SHTC) Entity List.

Publisher: the Ministry of Economic Affairs, International Trade Administration. Legal basis: Foreign
Trade Act, Article 13, and the Regulations Governing Export and Import of Strategic High-Tech
Commodities. Exports of strategic high-tech commodities to a listed party need an export permit, as do
other goods that may serve weapons of mass destruction: it is a licence requirement, and no asset freeze.
Most of the more than ten thousand parties are listed elsewhere too, by the United Nations, the United
States, the European Union or Japan; others, such as Huawei and SMIC since June 2025, by Taiwan itself.

Form: a CSV in UTF-8 with a byte order mark. Download it from the page below, whose link to the file
changes, and add it by hand. The reader was built from the documented columns and has never been run on
a whole file::

    項次item, 國家代碼country code, 名稱name, 別名alias, 地址address, 護照號碼ID Number

Quirks:

- Headers are bilingual, with or without a space between the Chinese and the English.
- The item number counts the rows and changes with each edition: it is not read. Ids are made from name
  and country code, and rows that share both are put together.
- A name may hold the party's Chinese name and its name in Latin letters side by side. Both are read as
  names, and the whole stays as a ``variation``.
- Aliases and addresses of one cell are separated by semicolons or line breaks.
- The number is a passport's by the Chinese header and an identity number by the English one, so it is
  compared with numbers of all kinds.
- What kind of party is listed, why and since when, the list does not say.
- The file carries no date. A file whose name holds one, ``shtc_2025-06-10.csv``, is taken as of that day.

Links: https://www.trade.gov.tw/english/Pages/List.aspx?nodeid=298
"""

from __future__ import annotations

from collections.abc import Iterator

from sanctionscreen.model import Address, Entity, Identifier, Listing
from sanctionscreen.printed.cells import names_in_cells, split_cell
from sanctionscreen.reading import Files, Format, Row, Source, kept_country, unique
from sanctionscreen.reading.merged import digest, merged
from sanctionscreen.reading.table import Columns, header_has, rows

KEY = "tw_shtc"
AUTHORITY = "Taiwan, Ministry of Economic Affairs, International Trade Administration"
PAGE = "https://www.trade.gov.tw/english/Pages/List.aspx?nodeid=298"
NAME, ALIAS, ADDRESS, COUNTRY = "名稱name", "別名alias", "地址address", "國家代碼country code"
NUMBER, ITEM = "護照號碼ID Number", "項次item"
NEEDED = (NAME, ALIAS, ADDRESS, COUNTRY, ITEM)
# A space between the Chinese and the English does not count.
SPELLINGS: Columns = dict.fromkeys((*NEEDED, NUMBER), ())


def read_csv(files: Files) -> Iterator[Entity]:
    """The parties of the CSV, one for each name and country."""
    files.published_as_named()
    return merged(files, read_rows)


def read_rows(files: Files) -> Iterator[Entity]:
    """Each row as an entity."""
    for row in rows(files, NEEDED, spellings=SPELLINGS):
        row.ignore(ITEM)  # it counts the rows of this edition
        yield read_row(files, row)


def read_row(files: Files, row: Row) -> Entity:
    """One party."""
    name, *others = values(row, NAME) or [""]
    if not name:
        raise files.error(
            "the row has no name",
            record=f"line {row.line}",
            field=NAME,
            advice="Download the list again; a party without a name cannot be screened",
        )
    country = row.text(COUNTRY) or None
    key = digest(row.text(NAME), country or "")
    code = kept_country(files, key, COUNTRY, country)
    places = values(row, ADDRESS) or ([country] if country and not code else [])
    return Entity(
        list=KEY,
        id=key,
        names=names_in_cells(name, [*others, *values(row, ALIAS)]),
        addresses=unique(Address(text=text, country=code, country_text=country) for text in places),
        identifiers=unique(Identifier(number=text, type=NUMBER) for text in values(row, NUMBER)),
        countries=(code,) if code else (),
        listing=Listing(
            list=KEY,
            authority=AUTHORITY,
            effect="export_licence",
            legal_basis="Foreign Trade Act, Article 13; Regulations Governing Export and Import of "
            "Strategic High-Tech Commodities",
            urls=(PAGE,),
        ),
    )


def values(row: Row, column: str) -> list[str]:
    """The values that a cell holds, each as printed."""
    return split_cell(str(row.value(column) or ""))


SOURCE = Source(
    key=KEY,
    title="Strategic High-Tech Commodities Entity List",
    publisher=AUTHORITY,
    page=PAGE,
    formats=(Format(name="csv", urls={}, recognise=header_has(*NEEDED, spellings=SPELLINGS), read=read_csv),),
    expect_entities=(5_000, 25_000),
    expect_filled={"addresses": 0.5},
)
