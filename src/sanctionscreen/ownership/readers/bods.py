"""Beneficial Ownership Data Standard (BODS), versions 0.2 to 0.4: a JSON array, or one statement a line.

Publisher: Open Ownership keeps the standard; registers publish in it. Statements are of entities, of
persons, and of relationships between them, each relationship with any number of interests.

How interests are read: ``shareholding`` as shares, ``votingRights`` as votes, ``appointmentOfBoard`` as
board; control by articles, by law, by contract and by other means as control; seats on the board and senior
managers as office; everything else (trusts, nominees, rights to profit, unknown interests) as a tie that
may be any of these. The standard's own word stands in the note. Ranges keep whether their ends belong to
them: ``exclusiveMinimum`` is a yes or no up to 0.3 and a number in 0.4. An interest held ``indirect`` is
marked so.

An entity is known by the first of its identifiers that has a scheme and a number (``GB-COH-01234567``), so
that the same company is one party in all declarations; else, as a person always is, by its record.

Versions: a later statement on the same record (0.4: ``recordId``; before: ``replacesStatements``) takes the
place of the earlier one on its ``statementDate``, and one whose ``recordStatus`` is ``closed`` ends on it.
So the past can be asked for. An owner that is not named (``unspecified``) is kept as one that holds a tie,
with the share that is stated and the reason in the note: it may be anybody, so its share takes nothing from
others.

Built from the published schema; never run on a whole register.

Links: https://standard.openownership.org/en/0.4.0/; https://standard.openownership.org/en/0.3.0/
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from sanctionscreen.errors import ReadError
from sanctionscreen.model import OwnershipParty, OwnershipStatement
from sanctionscreen.model.vocabulary import OwnershipKind
from sanctionscreen.ownership.remarks import UNSPECIFIED
from sanctionscreen.reading import Files, Row
from sanctionscreen.reading.json import objects
from sanctionscreen.reading.jsonl import lines

from .record import first_day, last_day, record_error, statement_of

INTERESTS: dict[str, OwnershipKind] = {
    "shareholding": "shares", "votingrights": "votes", "appointmentofboard": "board",
    "otherinfluenceorcontrol": "control", "influenceorcontrol": "control",
    "controlviacompanyrulesorarticles": "control", "controlbylegalframework": "control",
    "rightsgrantedbycontract": "control", "seniormanagingofficial": "office", "boardmember": "office",
    "boardchair": "office",
}  # fmt: skip
"""Interest types without capitals and hyphens; any other is a tie."""


# What a statement of its type says, where it does not stand under recordDetails.
_DETAILS = (
    "name", "names", "alternateNames", "identifiers", "incorporatedInJurisdiction", "jurisdiction",
    "nationalities", "subject", "interestedParty", "interests",
)  # fmt: skip
_IGNORED = (
    "addresses", "annotations", "birthDate", "componentStatementIDs", "declaration", "declarationSubject",
    "dissolutionDate", "entityType", "formedByStatute", "foundingDate", "hasPepStatus", "isComponent",
    "personType", "placeOfBirth", "placeOfResidence", "publicListing", "taxResidencies", "uri",
)  # fmt: skip
_REFERENCES = ("describedByEntityStatement", "describedByPersonStatement")


@dataclass(slots=True)
class Relationship:
    """One version of a relationship.

    Args:
        statement: the statement's id.
        record: what its versions share.
        stated: the day of the statement.
        closed: whether it says that the relationship is over.
        details: what is stated.
        source: who says so.
    """

    statement: str
    record: str
    stated: date | None
    closed: bool
    details: dict[str, Any]
    source: str


class Register:
    """The statements of a file: its parties, and its relationships in all their versions."""

    def __init__(self, files: Files) -> None:
        self._parties: dict[str, OwnershipParty] = {}
        self._replaced: dict[str, str] = {}
        self.relationships: list[Relationship | ReadError] = []
        for row in _rows(files):
            self._take(files, row)

    def _take(self, files: Files, row: Row) -> None:
        row.ignore(*_IGNORED, "recordStatus", "statementDate")
        statement = row.text("statementId") or row.text("statementID")
        record = row.text("recordId") or statement
        what = row.text("recordType") or row.text("statementType")
        replaced = row.value("replacesStatements")
        if isinstance(replaced, list) and replaced:
            self._replaced[statement] = str(replaced[0])
        nested = row.value("recordDetails")
        details = nested if isinstance(nested, dict) else {name: row.value(name) for name in _DETAILS}
        if what in ("relationship", "ownershipOrControlStatement"):
            try:
                stated = first_day(row.text("statementDate"))
            except ValueError as error:
                self.relationships.append(record_error(files, statement, "statementDate", str(error)))
                return
            closed, source = row.text("recordStatus") == "closed", _source(files, row)
            self.relationships.append(Relationship(statement, record, stated, closed, details, source))
        else:
            self._parties[record] = _party(record, details)

    def record(self, statement: str) -> str:
        """The record that a statement is a version of: the first that it replaces, step by step."""
        seen = set()
        while statement in self._replaced and statement not in seen:
            seen.add(statement)
            statement = self._replaced[statement]
        return statement

    def party(self, reference: str) -> OwnershipParty | str:
        """A party by its record or statement; what refers to nothing in the file stands for itself."""
        return self._parties.get(reference) or self._parties.get(self.record(reference)) or reference


def is_bods(files: Files) -> bool:
    """Whether a file begins with a statement of the standard."""
    head = files.head().removeprefix(b"\xef\xbb\xbf").lstrip()
    return head[:1] in (b"{", b"[") and (b'"statementID"' in head or b'"statementId"' in head)


def read_bods(files: Files) -> Iterator[OwnershipStatement | ReadError]:
    """The relationships, one statement an interest."""
    register = Register(files)
    versions: defaultdict[str, list[Relationship]] = defaultdict(list)
    for found in register.relationships:
        if isinstance(found, ReadError):
            yield found
        else:
            versions[register.record(found.record)].append(found)
    for of_one in versions.values():
        of_one.sort(key=lambda version: version.stated or date.min)
        for place, version in enumerate(of_one):
            later = of_one[place + 1] if place + 1 < len(of_one) else None
            yield from _statements(files, register, version, later=later, earlier=place > 0)


def _statements(
    files: Files, register: Register, version: Relationship, *, later: Relationship | None, earlier: bool
) -> Iterator[OwnershipStatement | ReadError]:
    """What one version says, for the days on which it is the one that counts."""
    if (later and not later.stated) or (earlier and version.closed):
        return  # superseded, and nobody says since when; or an end, which the version before it has
    owned = register.party(_reference(version.details.get("subject")))
    owner, reason = _owner(register, version)
    for interest in _interests(version) or [{}]:
        try:
            end = _end(version, later)
            since = first_day(_text(interest.get("startDate"))) or (version.stated if earlier else None)
            ends = [day for day in (last_day(_text(interest.get("endDate"))), end) if day]
        except ValueError as error:
            yield record_error(files, version.statement, "since", str(error))
            continue
        until = min(ends, default=None)
        if since and until and until < since and until == end:
            continue  # superseded before it began
        fields = {**_interest(interest, reason), "owner": owner, "owned": owned, "since": since}
        fields |= {"until": until, "source": version.source, "record": version.statement}
        yield statement_of(files, version.statement, fields)


def _interests(version: Relationship) -> list[dict[str, Any]]:
    return _objects(version.details.get("interests"))


def _end(version: Relationship, later: Relationship | None) -> date | None:
    """The last day on which a version counts: before the next one, or as the one that closes it says."""
    if version.closed:
        return version.stated
    if later and later.closed:
        ends = [day for one in _interests(later) if (day := last_day(_text(one.get("endDate"))))]
        return max(ends, default=later.stated)
    return later.stated - timedelta(days=1) if later and later.stated else None


def _owner(register: Register, version: Relationship) -> tuple[OwnershipParty | str, str]:
    """The owner, and why there is none where the statement says so."""
    given = version.details.get("interestedParty")
    if reference := _reference(given):
        return register.party(reference), ""
    told = given.get("unspecified", given) if isinstance(given, dict) else {}
    told = told if isinstance(told, dict) else {"reason": told}
    reason = (
        " ".join(filter(None, (_text(told.get("reason")), _text(told.get("description"))))) or "no reason"
    )
    key = f"{UNSPECIFIED}{version.statement}"
    return OwnershipParty(id=key, name=f"Unspecified owner ({reason})"), reason


def _interest(interest: dict[str, Any], unspecified: str) -> dict[str, Any]:
    """The kind and the amount of an interest."""
    word = _text(interest.get("type")) or "unknownInterest"
    kind = INTERESTS.get(re.sub(r"[\W_]", "", word.casefold()), "linked")
    share, notes = _share(interest.get("share")), [word, _text(interest.get("details"))]
    if unspecified:
        stated = ", ".join(
            f"{name} {value:g}" for name, value in share.items() if not isinstance(value, bool)
        )
        kind, share, notes = "linked", {}, [*notes, stated, unspecified]
    level = _text(interest.get("directOrIndirect") or interest.get("interestLevel"))
    return {
        **(share if kind in ("shares", "votes", "board") else {}),
        "kind": kind,
        "indirect": level == "indirect",
        "note": "; ".join(filter(None, notes)),
    }


def _share(given: Any) -> dict[str, Any]:
    """A share as percentages; an excluded end is a number of its own, or a yes beside the end."""
    share = given if isinstance(given, dict) else {}
    numbers = {
        name: float(value)
        for name, value in share.items()
        if not isinstance(value, bool | str) and value is not None
    }
    if "exact" in numbers:
        return {"percent": numbers["exact"]}
    found: dict[str, Any] = {}
    for end, excluded, field, flag in (
        ("minimum", "exclusiveMinimum", "pct_min", "above_min"),
        ("maximum", "exclusiveMaximum", "pct_max", "below_max"),
    ):
        bound = numbers.get(end, numbers.get(excluded))
        if bound is not None:
            found[field] = bound
            found[flag] = share.get(excluded) is True or (excluded in numbers and end not in numbers)
    if found.get("pct_min") == found.get("pct_max") and found:
        return {"percent": found["pct_min"]}
    return found


def _party(record: str, details: dict[str, Any]) -> OwnershipParty:
    names = [_text(details.get("name"))]
    for name in _objects(details.get("names")):
        parts = (name.get(part) for part in ("givenName", "patronymicName", "familyName"))
        names.append(_text(name.get("fullName")) or " ".join(filter(None, map(_text, parts))))
    other = details.get("alternateNames")
    names += [_text(name) for name in (other if isinstance(other, list) else [])]
    known = [name for name in names if name] or [record]
    numbers = [
        (_text(number.get("scheme")) or _text(number.get("schemeName")), _text(number.get("id")))
        for number in _objects(details.get("identifiers"))
    ]
    numbers = [(scheme, number) for scheme, number in numbers if scheme and number]
    is_person = bool(details.get("names"))
    places = [details.get("jurisdiction"), details.get("incorporatedInJurisdiction")]
    places += _objects(details.get("nationalities"))[:1]
    codes = [_text(place.get("code"))[:2] for place in places if isinstance(place, dict)]
    return OwnershipParty(
        id="-".join(numbers[0]) if numbers and not is_person else record,
        name=known[0],
        country=next((code.upper() for code in codes if len(code) == 2), None),
        identifiers=tuple(sorted(numbers)),
        other_names=tuple(sorted(set(known[1:]) - {known[0]})),
    )


def _reference(given: Any) -> str:
    """The id in a reference: a text in 0.4, an object before."""
    if isinstance(given, dict):
        return next((text for name in _REFERENCES if (text := _text(given.get(name)))), "")
    return _text(given)


def _source(files: Files, row: Row) -> str:
    source, publication = row.value("source"), row.value("publicationDetails")
    publisher = publication.get("publisher") if isinstance(publication, dict) else None
    told = [part.get(name) for part, name in ((source, "description"), (publisher, "name"), (source, "url"))
            if isinstance(part, dict)]  # fmt: skip
    return next((text for text in map(_text, told) if text), files.paths[0].name)


def _rows(files: Files) -> Iterator[Row]:
    """The statements of an array, or one a line."""
    is_array = files.head().removeprefix(b"\xef\xbb\xbf").lstrip()[:1] == b"["
    return objects(files, "statements") if is_array else lines(files)


def _objects(given: Any) -> list[dict[str, Any]]:
    return [item for item in given if isinstance(item, dict)] if isinstance(given, list) else []


def _text(value: Any) -> str:
    return "" if value is None else " ".join(str(value).split())
