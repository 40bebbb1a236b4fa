"""Ownership in FollowTheMoney entities, one a line: the schemas Ownership, Directorship and UnknownLink.

FollowTheMoney is a data model for persons, companies and what ties them; OpenSanctions, registers turned
into it and newsrooms publish in it. OpenSanctions' data is under CC BY-NC 4.0; none of it comes with this
package.

| schema | owner, owned | read as |
|---|---|---|
| ``Ownership`` | ``owner``, ``asset`` | shares, of ``percentage`` where it is given |
| ``Directorship`` | ``director``, ``organization`` | an office |
| ``UnknownLink`` | ``subject``, ``object`` | a tie |

A property can hold several values: of percentages the least and the most make a range, of dates the widest. A
percentage that cannot be read leaves the share unknown and stands in the note. Names, countries and numbers
come from the entities that the ties name; the file is read twice for them, so that it need not fit in memory.

Links: https://followthemoney.tech/explorer/schemata/Ownership/; https://followthemoney.tech/explorer/
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from sanctionscreen.errors import ReadError
from sanctionscreen.model import OwnershipParty, OwnershipStatement
from sanctionscreen.model.vocabulary import OwnershipKind
from sanctionscreen.printed.percent import percent_range
from sanctionscreen.reading import Files, Row
from sanctionscreen.reading.jsonl import first_line_has, lines

from .record import first_day, last_day, record_error, statement_of


class Tie(NamedTuple):
    """The properties of a schema that name the owner and what is owned, and what is held."""

    owner: str
    owned: str
    kind: OwnershipKind


TIES = {
    "Ownership": Tie("owner", "asset", "shares"),
    "Directorship": Tie("director", "organization", "office"),
    "UnknownLink": Tie("subject", "object", "linked"),
}
NUMBERS = {
    "leiCode": "lei", "innCode": "inn", "ogrnCode": "ogrn", "uscCode": "uscc", "imoNumber": "imo",
    "registrationNumber": "registration", "taxNumber": "tax", "vatCode": "tax",
}  # fmt: skip
COUNTRIES = ("jurisdiction", "country", "mainCountry")
SOURCES = ("publisher", "sourceUrl")
NOTES = ("role", "ownershipType", "sharesType", "status", "summary")

is_ftm = first_line_has("id", "schema", "properties")


def read_jsonl(files: Files) -> Iterator[OwnershipStatement | ReadError]:
    """The ties, in the order of the file; one with several owners or assets makes several statements."""
    named = {
        key
        for row in lines(files)
        if (tie := TIES.get(row.text("schema")))
        for key in _texts(row, tie.owner, tie.owned)
    }
    parties = {row.text("id"): _party(row) for row in lines(files) if row.text("id") in named}
    files.report.unread.clear()  # what a file says of other things than ties is not lost, but elsewhere
    for row in lines(files):
        if tie := TIES.get(row.text("schema")):
            yield from _statements(files, row, tie, parties)
    files.report.unread.clear()


def _statements(
    files: Files, row: Row, tie: Tie, parties: dict[str, OwnershipParty]
) -> Iterator[OwnershipStatement | ReadError]:
    place = row.text("id") or f"line {row.line}"
    owners, assets = _texts(row, tie.owner), _texts(row, tie.owned)
    if not (owners and assets):
        yield record_error(files, place, "owned" if owners else "owner", "it is missing")
    try:
        fields = _fields(row, tie)
    except ValueError as error:
        yield record_error(files, place, "since", str(error))
        return
    for owner in owners:
        for asset in assets:
            ends = {"owner": parties.get(owner, owner), "owned": parties.get(asset, asset)}
            yield statement_of(files, place, {**fields, **ends, "record": place})


def _fields(row: Row, tie: Tie) -> dict[str, Any]:
    notes = list(_texts(row, *NOTES))
    amount = _percents(row, notes) if tie.kind == "shares" else {}
    since = [day for text in _texts(row, "startDate") if (day := first_day(text))]
    until = [day for text in _texts(row, "endDate") if (day := last_day(text))]
    return {
        **amount,
        "kind": tie.kind,
        "since": min(since, default=None),
        "until": max(until, default=None),
        "source": next(iter(_texts(row, *SOURCES)), "FollowTheMoney"),
        "note": "; ".join(notes),
    }


def _percents(row: Row, notes: list[str]) -> dict[str, Any]:
    """The percentage, or the range that several make; what cannot be read goes to the notes."""
    found = []
    for text in _texts(row, "percentage"):
        if (span := percent_range(text)) is None or max(span.least or 0, span.most or 0) > 100:
            notes.append(f"percentage: {text}")
            return {}
        found.append(span)
    if not found:
        return {}
    least = min(span.least or 0 for span in found)
    most = max(100 if span.most is None else span.most for span in found)
    if least == most:
        return {"percent": least}
    return {
        "pct_min": least,
        "pct_max": most,
        "above_min": all(span.above for span in found),
        "below_max": all(span.below for span in found),
    }


def _party(row: Row) -> OwnershipParty:
    key, caption = row.text("id"), row.text("caption")
    names = [name for name in (caption, *_texts(row, "name")) if name] or [key]
    countries = [code for code in _texts(row, *COUNTRIES) if len(code) == 2]
    numbers = {(scheme, text) for name, scheme in NUMBERS.items() for text in _texts(row, name)}
    return OwnershipParty(
        id=key,
        name=names[0],
        country=countries[0].upper() if countries else None,
        identifiers=tuple(sorted(numbers)),
        other_names=tuple(sorted({*names[1:], *_texts(row, "alias", "previousName")} - {names[0]})),
    )


def _texts(row: Row, *names: str) -> tuple[str, ...]:
    """The values of properties, white space folded."""
    properties = row.value("properties")
    if not isinstance(properties, dict):
        return ()
    values = [properties.get(name) for name in names]
    items = [item for value in values for item in (value if isinstance(value, list) else [value])]
    return tuple(" ".join(str(item).split()) for item in items if item not in (None, ""))
