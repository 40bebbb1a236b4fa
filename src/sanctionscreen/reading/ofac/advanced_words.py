"""The words of OFAC's Advanced XML: the values its records refer to by number, its dates, its names.

The layout is that of ``sdn_advanced.xsd`` and of the files of 2020 and 2024; the namespace of 2024
is not looked at.
"""

from __future__ import annotations

import calendar
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from sanctionscreen.printed.scripts import script_code, script_of
from sanctionscreen.reading.fields import Element, local_name
from sanctionscreen.reading.files import Files

# Scripts whose printed code is not one of ISO 15924, or whose word ISO does not use.
SCRIPTS = {
    "Chinese Simplified": "Hans", "Chinese Traditional": "Hant", "Japanese": "Jpan", "Korean": "Kore",
}  # fmt: skip
# The parts of a person's name that OFAC prints before the comma. Of the two names of a Spanish
# father and mother it prints both there; the other parts follow the comma.
SURNAMES = ("Last Name", "Patronymic", "Matronymic", "Maiden Name")
GIVEN_NAMES = ("First Name", "Middle Name", "Nickname")
WHOLE_NAMES = ("Entity Name", "Vessel Name", "Aircraft Name")


@dataclass(slots=True)
class Words:
    """The reference value sets: what each number of each set is printed as."""

    files: Files
    sets: dict[str, dict[str, str]] = field(default_factory=dict)

    def word(self, record: str, kind: str, number: str) -> str:
        """A value as printed; empty where no number is given.

        A number that the file does not define is reported, and stands for itself.
        """
        if not number:
            return ""
        if number not in self.sets.get(kind, {}):
            self.files.report.odd(record, kind, number, "a value that the file does not define")
            return number
        return self.sets[kind][number]

    def told(self, record: str, kind: str, number: str) -> str:
        """A value as printed; empty where the file calls it unknown."""
        word = self.word(record, kind, number)
        return "" if word == "Unknown" else word


def read_words(words: Words, record: Element) -> None:
    """The reference value sets. An area is known by its description, a transport by its sub-type."""
    for child in record.element:
        known = words.sets.setdefault(local_name(child.tag).removesuffix("Values"), {})
        for value in child:
            text = value.get("Description") or value.text or ""
            known[str(value.get("ID"))] = " ".join(str(text).split())
            if kind := value.get("PartyTypeID"):
                words.sets.setdefault("PartyTypeOf", {})[str(value.get("ID"))] = str(kind)
    record.ignore_all()


def read_day(element: Element | None) -> date | str:
    """A year, month and day; their digits as they stand where they are no date."""
    if not element:
        return ""
    parts = [element.text(part) for part in ("Year", "Month", "Day")]
    element.ignore("@CalendarTypeID")
    try:
        return date(*map(int, parts))
    except ValueError:
        return "-".join(filter(None, parts))


def read_period(period: Element) -> str:
    """A period of days, in the words that OFAC prints it in elsewhere; empty if it has no days."""
    days: list[date | str] = []
    circa = ""
    period.ignore("@CalendarTypeID", "@YearFixed", "@MonthFixed", "@DayFixed")
    for end in period.all("Start") + period.all("End"):
        end.ignore("@YearFixed", "@MonthFixed", "@DayFixed")
        circa = "circa " if end.attr("Approximate") == "true" else circa
        days += [read_day(end.first("From")), read_day(end.first("To"))]
    if unreadable := next((day for day in days if day and isinstance(day, str)), None):
        return unreadable
    known = [day for day in days if isinstance(day, date)]
    return circa + period_text(min(known), max(known)) if known else ""


def period_text(first: date, last: date) -> str:
    """A period as OFAC prints it: the shortest words that mean all its days and no other.

    >>> period_text(date(1962, 1, 1), date(1962, 12, 31)), period_text(date(1966, 2, 3), date(1966, 2, 3))
    ('1962', '03 Feb 1966')
    >>> period_text(date(1960, 1, 1), date(1962, 12, 31)), period_text(date(1960, 3, 1), date(1960, 3, 31))
    ('1960 to 1962', 'Mar 1960')
    """
    form = "%d %b %Y"
    if first.day == 1 and last.day == calendar.monthrange(last.year, last.month)[1]:
        form = "%Y" if (first.month, last.month) == (1, 12) else "%b %Y"
    return " to ".join(dict.fromkeys((first.strftime(form), last.strftime(form))))


class Documented(NamedTuple):
    """A name of a party: its text, the type and quality of the alias it is, its script."""

    text: str
    alias: str
    weak: bool
    script: str | None
    latin: bool
    acronym: bool


def read_documented(words: Words, record: str, identity: Element) -> Iterator[Documented]:
    """The names of an identity, in the order of the file.

    One alias may be documented in several scripts.
    """
    parts = {
        group.attr("ID"): words.word(record, "NamePartType", group.attr("NamePartTypeID"))
        for group in identity.all("NamePartGroups", "MasterNamePartGroup", "NamePartGroup")
    }
    for alias in identity.all("Alias"):
        alias.ignore("@FixedRef", "@Primary")
        kind = words.word(record, "AliasType", alias.attr("AliasTypeID"))
        weak = alias.attr("LowQuality") == "true"
        for documented in alias.all("DocumentedName"):
            documented.ignore("@ID", "@FixedRef", "@DocNameStatusID")
            values = documented.all("DocumentedNamePart", "NamePartValue")
            scripts = {words.word(record, "Script", value.attr("ScriptID")): None for value in values}
            acronym = [value.attr("Acronym") for value in values] == ["true"]
            text = _joined(words, record, [(parts.get(v.attr("NamePartGroupID"), ""), v) for v in values])
            script = _script(words, record, next(iter(scripts), ""), text)
            yield Documented(
                text, kind, weak, script, script == "Latn" if script else text.isascii(), acronym
            )


def _joined(words: Words, record: str, values: list[tuple[str, Element]]) -> str:
    """A name in one text, as OFAC prints it elsewhere: a person's surname, a comma, the rest."""
    before: list[str] = []
    behind: list[str] = []
    for part, value in values:
        value.ignore("@ScriptStatusID")
        if part not in (*SURNAMES, *GIVEN_NAMES, *WHOLE_NAMES):
            words.files.report.odd(record, "NamePartType", part, "unknown part of a name: kept in its place")
        (behind if part in GIVEN_NAMES else before).append(value.own_text())
    return ", ".join(text for texts in (before, behind) if (text := " ".join(filter(None, texts))))


def _script(words: Words, record: str, word: str, text: str) -> str | None:
    """The ISO 15924 code of a script as the list states it; that of the letters if it does not."""
    if not word:
        return script_of(text)
    code = SCRIPTS.get(word) or script_code(word)
    if not code:
        words.files.report.odd(record, "Script", word, "unknown script: told from the letters")
    return code or script_of(text)
