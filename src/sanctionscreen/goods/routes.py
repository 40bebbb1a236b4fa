"""What the countries and places of a route point to: embargoes and transshipment points, by day."""

from __future__ import annotations

import hashlib
import re
import tomllib
import unicodedata
from collections.abc import Iterator, Sequence
from datetime import date
from functools import cache
from importlib import resources
from typing import NamedTuple

from sanctionscreen.errors import UsageError
from sanctionscreen.model import RouteFlag
from sanctionscreen.model.flags import Place, RouteKind
from sanctionscreen.model.frozen import Frozen
from sanctionscreen.printed import country_code

_WORDS = re.compile(r"[^\W_]+")


class _Row(Frozen):
    countries: tuple[str, ...]
    region: str | None = None
    kind: RouteKind
    regime: str
    title: str
    since: date
    until: date | None = None
    source: str
    certain: bool = True


class _Region(Frozen):
    countries: tuple[str, ...]
    names: tuple[str, ...]
    places: tuple[str, ...]
    postcodes: tuple[str, ...]
    places_tell: bool


class _Pointer(NamedTuple):
    """The word of a text that points to a region, and whether it does so beyond doubt."""

    word: str
    certain: bool


class _Table(NamedTuple):
    version: str
    rows: tuple[_Row, ...]
    regions: dict[str, _Region]


def route_flags(
    origin: str | None = None,
    destination: str | None = None,
    via: Sequence[str] = (),
    *,
    on: date | None = None,
) -> tuple[RouteFlag, ...]:
    """What the table of embargoes and transshipment points says of a route; no licence determination.

    >>> [(flag.kind, flag.place, flag.regime) for flag in route_flags("DE", "Kazakhstan", ["Yalta, UA"])]
    [('transshipment', 'destination', 'us'), ('embargo', 'via', 'us'), ('embargo', 'via', 'eu')]

    Args:
        origin: where the goods come from: an ISO 3166 code, a country's name, or a place with its country
            behind a comma.
        destination: where they go.
        via: the places between, in their order.
        on: the day; where it is left out, what holds on the date of the table.

    Returns:
        The flags, by place of the route and row of the table. An origin is not flagged as a transshipment
        point.

    Raises:
        UsageError: a country is not known.
    """
    if isinstance(via, str):
        raise UsageError("via is one text", field="via", advice="Pass a list of places")
    stops: list[tuple[Place, str]] = [("origin", origin)] if origin else []
    stops += [("destination", destination)] if destination else []
    stops += [("via", stop) for stop in via]
    return tuple(flag for place, given in stops for flag in _flags(place, given, on))


def _flags(place: Place, given: str, on: date | None) -> Iterator[RouteFlag]:
    table = _table()
    regions = {key: found for key, region in table.regions.items() if (found := _points_to(given, region))}
    country = _country(given, place, regions)
    for row in table.rows:
        if row.kind == "transshipment" and place == "origin":
            continue
        if not _holds(row, on):
            continue
        pointer = regions.get(row.region or "")
        if pointer if row.region else country in row.countries:
            yield RouteFlag(
                kind=row.kind,
                place=place,
                given=given,
                country=row.countries[0] if row.region else country,
                region=row.region,
                regime=row.regime,
                since=row.since,
                until=row.until,
                certain=row.certain and (pointer is None or pointer.certain),
                text=_text(row, place, given, pointer),
                source=row.source,
                version=table.version,
            )


def _holds(row: _Row, on: date | None) -> bool:
    return row.until is None if on is None else row.since <= on <= (row.until or on)


def _country(given: str, place: Place, regions: dict[str, _Pointer]) -> str:
    """The country of a place: the whole text, or what stands behind its last comma."""
    for text in (given, given.rpartition(",")[2]):
        if text.strip() and (code := country_code(text.strip())):
            return code
    if regions:
        return _table().regions[next(iter(regions))].countries[0]
    raise UsageError(
        f"unknown country {given!r}",
        field=place,
        advice="Give an ISO 3166 code such as KZ, its English name, or a place, a comma and its country",
    )


def _points_to(given: str, region: _Region) -> _Pointer | None:
    """What in a text points to a region; None where nothing does, or the text names another country."""
    words = _WORDS.findall(_plain(given))
    code = country_code(given.rpartition(",")[2].strip())
    if not words or (code and code not in region.countries):
        return None
    text = f" {' '.join(words)} "
    for names, certain in ((region.names, True), (region.places, region.places_tell)):
        for name, plain in zip(names, _plain_names(names), strict=True):
            if f" {plain} " in text:
                return _Pointer(name, certain)
    # The digits of a postcode mean something only in its country.
    forms = region.postcodes if code else ()
    found = next((word for word in words for form in forms if re.fullmatch(form, word)), None)
    return _Pointer(found, True) if found else None


@cache
def _plain_names(names: tuple[str, ...]) -> tuple[str, ...]:
    """The names of a region as texts are compared; every place of every route is held against them."""
    return tuple(map(_plain, names))


def _plain(text: str) -> str:
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter))


def _text(row: _Row, place: Place, given: str, pointer: _Pointer | None) -> str:
    what = {
        "embargo": "nearly all trade is forbidden",
        "denial": "licences are denied for most controlled goods",
        "controls": "an embargo has ended, and some controls remain",
        "transshipment": "named by an alert",
    }[row.kind]
    days = f"from {row.since}" + (f" to {row.until}" if row.until else "")
    why = f" ({pointer.word!r} points there)" if pointer else ""
    doubt = "" if row.certain and (pointer is None or pointer.certain) else "; check it"
    rule = f"{row.regime.upper()} {days}, {row.source}"
    return f"{place} {given!r}: {row.title}{why}: {what}, {rule}{doubt}"


@cache
def _table() -> _Table:
    content = resources.files(__package__).joinpath("routes.toml").read_bytes()
    read = tomllib.loads(content.decode("utf-8"))
    rows = tuple(
        _Row(**{"countries": [row.pop("country")], **row} if "country" in row else row) for row in read["row"]
    )
    regions = {key: _Region(**region) for key, region in read["regions"].items()}
    return _Table(f"{read['table']['dated']}+{hashlib.sha256(content).hexdigest()[:12]}", rows, regions)
