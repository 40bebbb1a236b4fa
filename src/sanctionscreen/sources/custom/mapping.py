"""The words that a list of one's own may use, and the file that says what the user's columns are called."""

from __future__ import annotations

import difflib
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from sanctionscreen.errors import unknown
from sanctionscreen.reading import Files
from sanctionscreen.reading.table import Columns, column_names

COLUMNS = (
    "id", "name", "kind", "aliases", "weak_aliases", "former_names", "address", "city", "postcode", "country",
    "identifiers", "imo", "born", "nationality", "programme", "effect", "authority", "component", "reason",
    "citation", "listed_on", "expires_on", "url", "remarks",
)  # fmt: skip
NEAR = 0.8


@dataclass(slots=True)
class Mapping:
    """What the mapping file says.

    Args:
        columns: ours to the user's, for the columns that are named otherwise.
        defaults: values for cells that are empty, by our column.
        separators: the characters between several values of one cell.
    """

    columns: dict[str, str] = field(default_factory=dict)
    defaults: dict[str, str] = field(default_factory=dict)
    separators: str = ";|"

    @property
    def spellings(self) -> Columns:
        """Our columns with the headers they are found under."""
        return {column: (self.columns.get(column, column),) for column in COLUMNS}


def data_path(files: Files) -> Path | None:
    """The list among the files, which is not the mapping."""
    return next((path for path in files.paths if path.suffix.lower() != ".toml"), None)


def mapping_path(files: Files) -> Path | None:
    """The mapping among the files, if one is given."""
    return next((path for path in files.paths if path.suffix.lower() == ".toml"), None)


def read_mapping(files: Files) -> Mapping:
    """The mapping; one that renames nothing where no file is given.

    Raises:
        ReadError: it is no TOML, or uses a word that does not exist here.
    """
    path = mapping_path(files)
    if path is None:
        return Mapping()
    try:
        with files.open(path) as handle:
            given = tomllib.load(handle)
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise files.error(
            f"the mapping is not valid TOML ({error})",
            path=path,
            advice='Write lines like: name = "Firmenname"',
        ) from error
    _check_words(files, path, "", given, ("columns", "defaults", "separator"))
    mapping = Mapping(
        columns=_texts(files, path, "columns", given), defaults=_texts(files, path, "defaults", given)
    )
    mapping.separators = str(given.get("separator") or mapping.separators)
    return mapping


def _texts(files: Files, path: Path, table: str, given: dict[str, Any]) -> dict[str, str]:
    words = given.get(table, {})
    if not isinstance(words, dict):
        raise files.error(
            "this is not a table", path=path, field=table, advice=f"Write [{table}] and its words below it"
        )
    _check_words(files, path, f"{table}.", words, COLUMNS)
    return {name: str(value) for name, value in words.items()}


def _check_words(files: Files, path: Path, where: str, given: Iterable[str], known: tuple[str, ...]) -> None:
    for word in given:
        if word not in known:
            raise files.error(
                "this word is not known in a mapping", path=path, field=where + word,
                advice=unknown("word", word, known).advice,
            )  # fmt: skip


def check_header(files: Files, path: Path, header: list[str], mapping: Mapping) -> None:
    """Refuse a table without a column that is needed or mapped, and name the nearest that it has."""
    names = column_names(header, mapping.spellings)
    for column in ("name", *mapping.columns):
        if column not in names:
            wanted = mapping.columns.get(column, column)
            near = difflib.get_close_matches(wanted, header, n=1, cutoff=0.5)
            hint = f"Did you mean '{near[0]}'? " if near else ""
            raise files.error(
                f"the table has no column '{wanted}'",
                path=path,
                record="line 1",
                field=wanted,
                advice=f"{hint}Its columns: {', '.join(header)}. Rename one, or name it in a mapping file",
            )


def check_columns(files: Files, path: Path, record: str, left: Iterable[str]) -> None:
    """Refuse a column that was not read and looks like a misspelt word of ours."""
    for column in left:
        near = difflib.get_close_matches(column.casefold(), COLUMNS, n=1, cutoff=NEAR)
        if near:
            raise files.error(
                f"the column '{column}' is not known",
                path=path,
                record=record,
                field=column,
                advice=f"Did you mean '{near[0]}'? Rename it, or leave it out",
            )


def looks_like_ours(header: Iterable[str]) -> bool:
    """Whether at least half of some columns are ours, or nearly."""
    names = [name for name in column_names(list(header), dict.fromkeys(COLUMNS, ())) if name]
    ours = [name for name in names if difflib.get_close_matches(name.casefold(), COLUMNS, n=1, cutoff=NEAR)]
    near_name = difflib.get_close_matches("name", [name.casefold() for name in names], n=1, cutoff=0.7)
    return bool(near_name) and 2 * len(ours) >= len(names)
