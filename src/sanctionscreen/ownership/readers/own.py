"""Our own form of statements, as CSV with a header line and as JSON lines.

The columns, of which ``owner`` and ``owned`` are needed; the keys of JSON are the same:

| column | also called | what |
|---|---|---|
| ``owner`` | owner name, shareholder, parent | the name; the id too where no id is given |
| ``owned`` | owned name, company, asset, subsidiary, subject | the same |
| ``owner_id``, ``owned_id`` | | what ties statements together |
| ``owner_country``, ``owned_country`` | | of incorporation |
| ``owner_lei``, ``owned_inn``, … | | any kind of number: lei, uscc, inn, ogrn, imo, registration, tax |
| ``kind`` | type, interest | shares (if empty), votes, board, control, linked, office |
| ``percent`` | percentage, pct, share, stake | ``33,4 %``, ``25-50``, ``>50``; empty where it is not known |
| ``pct_min``, ``pct_max`` | min, minimum; max, maximum | a range instead |
| ``indirect`` | | ``yes`` where it is held through others |
| ``from``, ``to`` | since, start; until, end | the first and the last day: a day, a month or a year |
| ``source``, ``record``, ``note`` | | who says so, where, and what else; a file's name and line if empty |

In JSON an owner may be an object of ``id``, ``name``, ``country`` and ``identifiers``, percentages may be
numbers, and ``above_min`` and ``below_max`` say that the end of a range does not belong to it.
"""

from __future__ import annotations

import csv
import difflib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Any

from sanctionscreen.errors import ReadError
from sanctionscreen.model import OwnershipStatement
from sanctionscreen.model.vocabulary import OwnershipKind
from sanctionscreen.ownership.columns import KINDS
from sanctionscreen.printed import country_code, scheme_of
from sanctionscreen.printed.percent import percent_range
from sanctionscreen.reading import Files
from sanctionscreen.reading.jsonl import lines
from sanctionscreen.reading.table import column_names, delimiter_of, rows

from .record import first_day, last_day, record_error, statement_of

SPELLINGS = {
    "owner": ("owner name", "shareholder", "parent"),
    "owner_id": (),
    "owner_country": (),
    "owned": ("owned name", "company", "asset", "subsidiary", "subject"),
    "owned_id": (),
    "owned_country": (),
    "kind": ("type", "interest"),
    "percent": ("percentage", "pct", "share", "stake", "ownership"),
    "pct_min": ("min", "minimum", "percent min"),
    "pct_max": ("max", "maximum", "percent max"),
    "above_min": (),
    "below_max": (),
    "indirect": (),
    "from": ("since", "start", "start date", "valid from"),
    "to": ("until", "end", "end date", "valid to"),
    "source": (),
    "record": ("statement id", "reference"),
    "note": ("remark", "comment"),
}
COLUMNS = tuple(SPELLINGS)
KIND_WORDS: dict[str, OwnershipKind] = {
    "": "shares", "share": "shares", "shareholding": "shares", "equity": "shares", "ownership": "shares",
    "vote": "votes", "voting": "votes", "voting rights": "votes", "controls": "control", "link": "linked",
    "linked to": "linked", "director": "office", "officer": "office",
}  # fmt: skip
Cells = Mapping[str, Any]
"""The values of a record under our names of its columns."""

_TEXTS, _FLAGS = ("source", "record", "note"), ("indirect", "above_min", "below_max")
_DAYS = (("from", "since", first_day), ("to", "until", last_day))
YES, NO = ("yes", "true", "1", "y", "indirect"), ("", "no", "false", "0", "n", "direct")


def is_csv(files: Files) -> bool:
    """Whether the first line of a file names an owner and what is owned."""
    return {"owner", "owned"} <= set(_header(files)) or {"owner_id", "owned_id"} <= set(_header(files))


def is_jsonl(files: Files) -> bool:
    """Whether the first line of a file is an object that names an owner and what is owned."""
    line = files.head().removeprefix(b"\xef\xbb\xbf").lstrip().partition(b"\n")[0]
    return line[:1] == b"{" and b'"owner' in line and b'"owned' in line


def read_csv(files: Files) -> Iterator[OwnershipStatement | ReadError]:
    """The statements of a CSV file; comma, semicolon and tab separate its columns."""
    header = _header(files)
    ours = [column for column in header if column in COLUMNS or _scheme(column)]
    delimiter = delimiter_of(files.head().decode("utf-8-sig", "replace"))
    needed = ("owner", "owned") if "owner" in header else ("owner_id", "owned_id")
    read = rows(files, needed, delimiter=delimiter, spellings=SPELLINGS)
    yield from _read(files, ((row.line, dict(zip(ours, row.values(ours), strict=True))) for row in read))


def read_jsonl(files: Files) -> Iterator[OwnershipStatement | ReadError]:
    """The statements of a file of JSON lines."""
    yield from _read(files, _objects(files))


def _objects(files: Files) -> Iterator[tuple[int, Cells]]:
    """The line and the known fields of each object, under our names."""
    for row in lines(files):
        names = [name for name in row.unread() if _ours(name)]
        yield row.line, {_ours(name): value for name, value in zip(names, row.values(names), strict=True)}


def _read(files: Files, read: Iterable[tuple[int, Cells]]) -> Iterator[OwnershipStatement | ReadError]:
    """Each record as a statement; after the last, whether the percentages look like fractions of one."""
    source = files.paths[0].name
    highest, fractions = 0.0, 0
    for line, cells in read:
        place = f"line {line}"
        try:
            fields = _fields(cells)
        except FieldError as error:
            yield record_error(files, place, error.field, str(error))
            continue
        yield statement_of(files, place, {"source": source, "record": place, **fields})
        percent = fields.get("percent")
        if percent is not None and percent < 1 and "%" not in str(cells["percent"]):
            fractions += percent > 0
        highest = max(highest, percent or fields.get("pct_max") or 0)
    if fractions and highest <= 1:
        yield files.error(
            f"no percentage is above 1, and {fractions} are between 0 and 1, as fractions of one would be",
            field="percent",
            advice="Write 51 for 51 %; if they are meant as they stand, write them with the sign: 0.51 %",
        )


class FieldError(ValueError):
    """What cannot be read in one field."""

    def __init__(self, field: str, problem: str) -> None:
        self.field = field
        super().__init__(problem)


def _fields(cells: Cells) -> dict[str, Any]:
    """The fields of the statement that some cells make."""
    texts = {name: " ".join(str(value).split()) for name, value in cells.items() if value not in (None, "")}
    fields: dict[str, Any] = {name: texts[name] for name in _TEXTS if name in texts}
    numbers = _number_columns(tuple(cells))
    for end in ("owner", "owned"):
        given = cells.get(end)
        fields[end] = given if isinstance(given, dict) else _party(end, texts, numbers)
    if "kind" in texts:
        fields["kind"] = _kind(texts["kind"])
    fields |= _percents(cells, texts)
    for column, name, read in _DAYS:
        if column in texts:
            try:
                fields[name] = read(texts[column])
            except ValueError as error:
                raise FieldError(name, str(error)) from error
    for column in _FLAGS:
        if column in texts:
            fields[column] = _yes(column, texts[column])
    return fields


def _party(end: str, texts: Mapping[str, str], numbers: Sequence[tuple[str, str, str]]) -> dict[str, Any]:
    """The fields of an owner or of what is owned."""
    name, key = texts.get(end), texts.get(f"{end}_id")
    if not (name or key):
        raise FieldError(end, "it is missing")
    party: dict[str, Any] = {"id": key or name, "name": name or key}
    if country := texts.get(f"{end}_country"):
        party["country"] = country_code(country)
        if not party["country"]:
            raise FieldError(f"{end}_country", f"'{country}' is not a country that is known here")
    if numbers:
        held = [(scheme, texts[c]) for of, scheme, c in numbers if of == end and c in texts]
        party["identifiers"] = tuple(sorted(held))
    return party


@lru_cache(maxsize=1024)
def _number_columns(columns: tuple[str, ...]) -> list[tuple[str, str, str]]:
    """The columns that hold numbers: of which end, of what kind, and the column."""
    return [(column[:5], _scheme(column), column) for column in columns if _scheme(column)]


def _percents(cells: Cells, texts: Mapping[str, str]) -> Mapping[str, Any]:
    """The fields that say how much."""
    ends = {column: _number(column, texts[column]) for column in ("pct_min", "pct_max") if column in texts}
    if "percent" not in texts:
        return ends
    if ends:
        raise FieldError("percent", "a statement has a percentage or a range, not both")
    given = cells["percent"]
    if isinstance(given, int | float) and not isinstance(given, bool):
        return {"percent": given}
    return _span(texts["percent"])


@lru_cache(maxsize=4096)
def _span(text: str) -> Mapping[str, Any]:
    found = percent_range(text)
    if not found:
        raise FieldError("percent", f"'{text}' is not a percentage")
    if found.least is not None and found.least == found.most:
        return {"percent": found.least}
    names = ("pct_min", "pct_max", "above_min", "below_max")
    return {name: value for name, value in zip(names, found, strict=True) if value}


def _number(column: str, text: str) -> float | None:
    found = percent_range(text)
    if not found or found.least != found.most:
        raise FieldError(column, f"'{text}' is not one percentage")
    return found.least


def _kind(text: str) -> OwnershipKind:
    word = text.casefold()
    for kind in KINDS:
        if word == kind:
            return kind
    if word not in KIND_WORDS:
        near = difflib.get_close_matches(word, [*KINDS, *KIND_WORDS], n=1)
        hint = f", did you mean '{near[0]}'" if near else ""
        raise FieldError("kind", f"'{text}' is not a kind of holding{hint}")
    return KIND_WORDS[word]


def _yes(column: str, text: str) -> bool:
    word = text.casefold()
    if word not in YES + NO:
        raise FieldError(column, f"'{text}' is neither yes nor no")
    return word in YES


@lru_cache(maxsize=1024)
def _scheme(column: str) -> str:
    """The kind of number that a column such as ``owner_lei`` holds; empty where it holds none."""
    end, _, words = column.partition("_")
    scheme = scheme_of(words.replace("_", " ")) if end in ("owner", "owned") and words else "other"
    return "" if scheme == "other" or column in COLUMNS else scheme


@lru_cache(maxsize=1024)
def _ours(name: str) -> str:
    """Our name of a column or key; empty where it is none of ours."""
    ours = column_names([name], SPELLINGS)[0]
    return ours if ours in COLUMNS or _scheme(ours) else ""


def _header(files: Files) -> list[str]:
    text = files.head().decode("utf-8-sig", "replace")
    line = next(csv.reader(text.splitlines(), delimiter=delimiter_of(text)), [])
    return column_names(line, SPELLINGS)
