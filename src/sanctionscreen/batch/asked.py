"""One row of a file or frame as a party to screen, with what could not be understood."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from sanctionscreen.model import Kind, Party
from sanctionscreen.printed import country_code

from .columns import Columns, kind_of_word
from .file import PartyRow, text_of

LANGUAGES = (
    "de", "fr", "es", "it", "pt", "nl", "pl", "cs", "tr", "ru", "uk", "zh_CN", "zh_TW", "ja", "ko", "ar",
)  # fmt: skip
"""Languages in which a country may be named, beside English: those of the headers that are known."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A party of a row.

    Args:
        row: the row's number.
        party: the party, without what could not be understood.
        problems: what that was. The party is screened all the same, since a wrong country must hide no hit,
            but without a hit its answer is ``incomplete``.
    """

    row: int
    party: Party
    problems: tuple[str, ...]


def ask(row: PartyRow, columns: Columns, kind: Kind = "unknown") -> Asked:
    """The party of a row.

    Args:
        row: the row, with the cells of the columns.
        columns: which column says what.
        kind: what a party is where its row does not say.
    """
    problems = [row.problem] if row.problem else []

    def cell(column: str | None) -> str:
        text = text_of(row.cells.get(column)) if column else ""
        if text is None:
            problems.append(f"the field '{column}' does not hold one text")
        return text or ""

    name = " ".join(part for column in columns.name if (part := cell(column)))
    party = {"name": name, "kind": kind}
    if word := cell(columns.kind):
        party["kind"] = kind_of_word(word) or "unknown"
        if not kind_of_word(word):
            problems.append(f"unknown kind '{word}', screened as any kind")
    if country := cell(columns.country):
        if code := country_of(country):
            party["country"] = code
        else:
            problems.append(f"unknown country '{country}', not compared")
    if born := cell(columns.born):
        party["date_of_birth"] = born
    if reference := cell(columns.reference):
        party["reference"] = reference
    return Asked(row.number, Party.model_validate(party), tuple(problems))


@cache
def country_of(text: str) -> str | None:
    """The ISO 3166 code of a country in any of the languages, if those that know the word agree on it.

    >>> country_of("Hong Kong"), country_of("Deutschland"), country_of("俄罗斯"), country_of("Atlantis")
    ('HK', 'DE', 'RU', None)
    """
    if code := country_code(text):
        return code
    codes = {country_code(text, language) for language in LANGUAGES} - {None}
    return codes.pop() if len(codes) == 1 else None
