"""Lists of codes: the one that comes with the package, and a user's own."""

from __future__ import annotations

import csv
import hashlib
import tomllib
from collections.abc import Iterator
from datetime import date
from functools import cache, cached_property
from importlib import resources
from pathlib import Path
from typing import Any

from pydantic import Field

from sanctionscreen.errors import ReadError, SanctionscreenError, UsageError
from sanctionscreen.model.frozen import Frozen

from .hs import CHAPTER, HEADING, LENGTHS, Edition, digits_of, edition_of

COLUMNS = ("code", "tier", "note", "from", "to")
"""Columns of a user's list; only ``code`` is needed."""
PREFIXES = (CHAPTER, HEADING, *LENGTHS)
"""Digits of a listed code: chapters and headings stand for all codes below them."""


class ListedCode(Frozen):
    """A code on a list.

    Args:
        digits: the digits alone; 2, 4, 6, 8 or 10.
        tier: the list's own class of the code.
        note: what it stands for.
        since: first day on which it is listed; None where the list does not say.
        until: last such day.
    """

    digits: str
    tier: str | None = None
    note: str | None = None
    since: date | None = None
    until: date | None = None

    def holds_on(self, day: date | None) -> bool:
        """Whether the code is listed on a day; on any where none is given."""
        return day is None or ((self.since or day) <= day <= (self.until or day))


class Formerly(Frozen):
    """The number that goods of a listed code had in another edition.

    ``part`` where that code held other goods too, ``certain`` where the correspondence is beyond doubt.
    """

    digits: str
    part: bool = False
    certain: bool = True


class CodeList(Frozen):
    """A list of codes of goods, by version.

    Args:
        key: short name, such as ``chpl``.
        title: the name for people.
        source: where it comes from: an address, or the file's name.
        dated: the publisher's date; None for a list of one's own without one.
        sha256: of the file it was read from.
        edition: of the Harmonized System; None where codes hold for every edition.
        headings: whether other codes under a listed code's heading are a weaker indicator.
        codes: what it lists.
        tiers: what its classes mean.
        formerly: listed digits to their number in other editions, by edition.
    """

    key: str
    title: str
    source: str
    dated: date | None = None
    sha256: str
    edition: Edition | None = None
    headings: bool = False
    codes: tuple[ListedCode, ...] = Field(min_length=1)
    tiers: dict[str, str] = Field(default_factory=dict)
    formerly: dict[Edition, dict[str, Formerly]] = Field(default_factory=dict)

    @property
    def version(self) -> str:
        """The date and the start of the hash, which together name the version."""
        return f"{self.dated.isoformat() if self.dated else 'undated'}+{self.sha256[:12]}"

    @cached_property
    def by_heading(self) -> dict[str, tuple[ListedCode, ...]]:
        """The codes by the headings that they have in any edition; listed chapters by their two digits."""
        found: dict[str, list[ListedCode]] = {}
        for entry in self.codes:
            numbers = {entry.digits, *(rows[entry.digits].digits for rows in self.formerly.values())}
            for heading in sorted({digits[:HEADING] for digits in numbers}):
                found.setdefault(heading, []).append(entry)
        return {heading: tuple(entries) for heading, entries in found.items()}

    @classmethod
    def load(
        cls,
        path: str | Path,
        *,
        key: str,
        title: str | None = None,
        dated: date | None = None,
        edition: int | None = None,
        headings: bool = False,
    ) -> CodeList:
        """A list of one's own from a CSV file with the column ``code`` and, as needed, the others of
        ``COLUMNS``.

        Args:
            path: the file, in UTF-8; the first line names the columns.
            key: a short name for it, which its flags carry.
            title: a name for people; the key where it is left out.
            dated: the day from which this version is yours.
            edition: of the Harmonized System, 2012, 2017 or 2022; None where codes hold for every edition.
            headings: whether other codes under a listed code's heading are to be flagged, more weakly.

        Raises:
            ReadError: the file cannot be read; it names the line and the field.
            UsageError: there is no such edition.
        """
        file = Path(path)
        try:
            content = file.read_bytes()
            text = content.decode("utf-8-sig")
        except (OSError, UnicodeDecodeError) as error:
            raise ReadError(
                f"cannot be read: {error}", file=file.name, advice="Give a CSV file in UTF-8"
            ) from error
        return cls(
            key=key,
            title=title or key,
            source=file.name,
            dated=dated,
            sha256=hashlib.sha256(content).hexdigest(),
            edition=None if edition is None else edition_of(edition),
            headings=headings,
            codes=tuple(_rows(text, file.name)),
        )


@cache
def high_priority() -> CodeList:
    """The Common High Priority List that comes with the package (``chpl.toml``)."""
    content = resources.files(__package__).joinpath("chpl.toml").read_bytes()
    table = tomllib.loads(content.decode("utf-8"))
    stated = table["list"]
    codes = tuple(
        ListedCode(digits=digits_of(row["code"]), tier=row["tier"], note=row["note"], since=stated["dated"])
        for row in table["code"]
    )
    return CodeList(
        key=stated["key"],
        title=stated["title"],
        source=stated["source"],
        dated=stated["dated"],
        sha256=hashlib.sha256(content).hexdigest(),
        edition=stated["edition"],
        headings=stated["headings"],
        codes=codes,
        tiers=table["tiers"],
        formerly={edition_of(int(year)): _formerly(codes, rows) for year, rows in table["editions"].items()},
    )


def _formerly(codes: tuple[ListedCode, ...], rows: dict[str, Any]) -> dict[str, Formerly]:
    """Each listed code's number in an edition: as stated, otherwise the same."""
    stated = {digits_of(code): row for code, row in rows["codes"].items()}
    found: dict[str, Formerly] = {}
    for code in codes:
        row = stated.get(code.digits, {"code": code.digits})
        certain = rows["certain"] and row.get("certain", True)
        found[code.digits] = Formerly(
            digits=digits_of(row["code"]), part=row.get("part", False), certain=certain
        )
    return found


def _rows(text: str, file: str) -> Iterator[ListedCode]:
    reader = csv.DictReader(text.splitlines(), strict=True, restkey="")
    try:
        names = [name.strip().lower() for name in reader.fieldnames or ()]
        _check_columns(names, file)
        reader.fieldnames = names
        found = False
        for row in reader:
            found = True
            yield _row(row, file, f"line {reader.line_num}")
    except csv.Error as error:
        raise ReadError(
            f"is no CSV: {error}",
            file=file,
            record=f"line {reader.line_num}",
            advice="Quote fields with commas",
        ) from error
    if not found:
        raise ReadError("holds no codes", file=file, advice="Give a line for each code below the first")


def _check_columns(names: list[str], file: str) -> None:
    columns = f"Known columns: {', '.join(COLUMNS)}"
    if "code" not in names:
        raise ReadError("has no column 'code'", file=file, record="line 1", advice=columns)
    for name in names:
        if name not in COLUMNS or names.count(name) > 1:
            what = "stands twice" if name in COLUMNS else "is not known"
            raise ReadError(f"the column {name!r} {what}", file=file, record="line 1", advice=columns)


def _row(row: dict[str, str | None], file: str, line: str) -> ListedCode:
    if "" in row or None in row.values():
        raise ReadError(
            "has more or fewer fields than the first line",
            file=file,
            record=line,
            advice="Quote fields with commas",
        )
    since, until = (_day(row, name, file, line) for name in ("from", "to"))
    if since and until and until < since:
        raise ReadError(
            f"{until} is before {since}", file=file, record=line, field="to", advice="Swap the two days"
        )
    return ListedCode(
        digits=_listed_digits(row["code"] or "", file, line),
        tier=(row.get("tier") or "").strip() or None,
        note=(row.get("note") or "").strip() or None,
        since=since,
        until=until,
    )


def _listed_digits(text: str, file: str, line: str) -> str:
    try:
        digits = digits_of(text)
        if len(digits) not in PREFIXES:
            raise UsageError(
                f"{text.strip()!r} has {len(digits)} digits",
                advice="Give 2, 4, 6, 8 or 10: spreadsheets drop the zero of the chapters 01 to 09",
            )
    except SanctionscreenError as error:
        raise ReadError(error.problem, file=file, record=line, field="code", advice=error.advice) from error
    return digits


def _day(row: dict[str, str | None], name: str, file: str, line: str) -> date | None:
    text = (row.get(name) or "").strip()
    if not text:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise ReadError(
            f"{text!r} is no day", file=file, record=line, field=name, advice="Write it as 2024-02-23"
        ) from error
