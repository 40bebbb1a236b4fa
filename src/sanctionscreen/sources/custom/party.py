"""One row of a list of one's own as a party."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any, get_args

from sanctionscreen.errors import unknown
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
)
from sanctionscreen.model.vocabulary import Strength
from sanctionscreen.printed import scheme_of, script_of
from sanctionscreen.reading import Files, Row, kept_country, kept_date, unique
from sanctionscreen.reading.merged import digest

from .mapping import Mapping

KEY = "custom"
HOUSE_LIST = "House list"
KINDS: tuple[EntityKind, ...] = get_args(EntityKind)
EFFECTS: tuple[Effect, ...] = get_args(Effect)
# What a later row of a party need not repeat.
SHARED = ("effect", "authority", "component")
ALIASES: dict[str, tuple[NameKind, Strength]] = {
    "aliases": ("alias", "unknown"), "weak_aliases": ("alias", "weak"), "former_names": ("former", "unknown"),
}  # fmt: skip


@dataclass(slots=True)
class Cells:
    """The cells of a row, by our columns.

    An empty cell has what ``before``, an earlier row of the party, says, or the mapping's default.
    """

    files: Files
    path: Path
    row: Row
    mapping: Mapping
    before: dict[str, str]
    key: str = ""

    @property
    def place(self) -> str:
        """Where the row stands, for errors."""
        own_id = self.row.text("id")
        return f"line {self.row.line} (id {own_id})" if own_id else f"line {self.row.line}"

    def text(self, column: str) -> str:
        """A cell as one text; the values of an array are joined."""
        value = self.row.value(column)
        texts = value if isinstance(value, list) else [value]
        folded = (" ".join(str(text).split()) for text in texts if text is not None)
        given = "; ".join(text for text in folded if text)
        return given or self.before.get(column) or self.mapping.defaults.get(column, "")

    def values(self, column: str) -> tuple[str, ...]:
        """The values of a cell: an array, or a text with separators."""
        value = self.row.value(column)
        if isinstance(value, list):
            return unique(" ".join(str(item).split()) for item in value if item is not None)
        parts = re.split(f"[{re.escape(self.mapping.separators)}]", self.text(column))
        return unique(part.strip() for part in parts)

    def error(self, problem: str, column: str, advice: str | None) -> Exception:
        """An error that names the row and the column as the user has them."""
        field = self.mapping.columns.get(column, column)
        return self.files.error(problem, path=self.path, record=self.place, field=field, advice=advice)

    def word(self, column: str, known: tuple[Any, ...], default: Any) -> Any:
        """A word of a closed set."""
        word = self.text(column).casefold().replace(" ", "_").replace("-", "_") or default
        if word not in known:
            problem = f"'{self.text(column)}' is not one of the words for it"
            raise self.error(problem, column, unknown(column, word, known).advice)
        return word


def read_party(cells: Cells) -> Entity:
    """A row as a party; rows of one id are put together elsewhere."""
    files, name = cells.files, cells.text("name")
    if not name:
        raise cells.error(
            "the row has no name", "name", "Fill it, or take the row out, and add the file again"
        )
    cells.key = cells.text("id") or digest(name, cells.text("country"))
    countries = cells.values("country")
    codes = unique(kept_country(files, cells.key, "country", text) or "" for text in countries)
    nationalities = (
        kept_country(files, cells.key, "nationality", text) or text for text in cells.values("nationality")
    )
    dates = (kept_date(files, cells.key, "born", text) for text in cells.values("born"))
    return Entity(
        list=KEY,
        id=cells.key,
        kind=cells.word("kind", KINDS, "unknown"),
        names=read_names(cells, name),
        addresses=read_address(cells, countries, codes),
        countries=codes,
        identifiers=read_identifiers(cells),
        births=tuple(Birth(on=date) for date in unique(dates)),
        nationalities=unique(nationalities),
        remarks=unique([cells.text("remarks")]),
        listing=read_listing(cells),
    )


def read_names(cells: Cells, name: str) -> tuple[Name, ...]:
    """The name, and the other names with what they are worth."""
    names = {name: Name(text=name, script=script_of(name))}
    for column, (kind, strength) in ALIASES.items():
        for text in cells.values(column):
            names.setdefault(text, Name(text=text, kind=kind, strength=strength, script=script_of(text)))
    return tuple(names.values())


def read_address(cells: Cells, countries: tuple[str, ...], codes: tuple[str, ...]) -> tuple[Address, ...]:
    """The address of a row; a country that is not known makes one by itself, so that it is kept."""
    street, city, postcode = (cells.text(column) or None for column in ("address", "city", "postcode"))
    country = ", ".join(countries) or None
    unknown_country = country and len(codes) < len(countries)
    text = ", ".join(part for part in (street, city, postcode, country) if part)
    if not (street or city or postcode or unknown_country):
        return ()
    return (
        Address(
            text=text, street=street, city=city, postcode=postcode,
            country=codes[0] if len(codes) == 1 else None, country_text=country,
        ),
    )  # fmt: skip


def read_identifiers(cells: Cells) -> tuple[Identifier, ...]:
    """Numbers with their types: ``type=number``, or the keys and values of an object."""
    value = cells.row.value("identifiers")
    if isinstance(value, dict):
        pairs = [(str(kind), str(number)) for kind, number in value.items()]
    else:
        split = (text.partition("=") for text in cells.values("identifiers"))
        pairs = [(kind, number) if is_typed else ("not stated", kind) for kind, is_typed, number in split]
    pairs += [("IMO number", number) for number in cells.values("imo")]
    found = []
    for kind, number in ((kind.strip(), number.strip()) for kind, number in pairs):
        if not (kind and number):
            raise cells.error(
                f"'{kind}={number}' has no number or no type",
                "identifiers",
                "Write type=number, such as USCC=91110000X",
            )
        found.append(Identifier(number=number, type=kind, scheme=scheme_of(kind)))
    for number in cells.values("imo"):
        if len(re.sub(r"\D", "", number)) != 7:
            cells.files.report.odd(cells.key, "imo", number, "an IMO number that has not seven digits")
    return unique(found)


def read_listing(cells: Cells) -> Listing:
    """Why the party is on the list, and what it means."""
    files, key, component = cells.files, cells.key, cells.text("component") or None
    return Listing(
        list=KEY,
        authority=cells.text("authority") or component or HOUSE_LIST,
        component=component,
        programmes=cells.values("programme"),
        effect=cells.word("effect", EFFECTS, "block"),
        reasons=unique([cells.text("reason")]),
        citations=cells.values("citation"),
        listed_on=kept_date(files, key, "listed_on", cells.text("listed_on")),
        expires_on=kept_date(files, key, "expires_on", cells.text("expires_on")),
        urls=cells.values("url"),
    )
