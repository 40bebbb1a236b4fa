"""What lists of codes and the table of places say of a shipment's goods and route."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import NamedTuple

from sanctionscreen.errors import UsageError
from sanctionscreen.goods import CodeList, HsCode, indicate, route_flags
from sanctionscreen.model import LineFlag, Notice, RouteFlag, Shipment, Skipped
from sanctionscreen.printed import country_code


class Cargo(NamedTuple):
    """The flags of goods and route, and what could not be read of them."""

    goods: tuple[LineFlag, ...] = ()
    route: tuple[RouteFlag, ...] = ()
    skipped: tuple[Skipped, ...] = ()
    warnings: tuple[Notice, ...] = ()


def look_at_cargo(shipment: Shipment, lists: Sequence[CodeList]) -> Cargo:
    """The flags of a shipment on its day; what cannot be read is skipped, and the rest still looked at.

    Args:
        shipment: the shipment. Where it has no day, codes are looked up in every edition of the Harmonized
            System and places among the rows that hold still.
        lists: the lists of codes.
    """
    flags: list[LineFlag] = []
    skipped: list[Skipped] = []
    warnings: list[Notice] = []
    for place, line in enumerate(shipment.goods):
        what = f"goods line {place + 1}"
        if line.origin and country_code(line.origin) is None:
            reason = f"unknown country '{line.origin}'; give an ISO 3166 code such as CN, or its English name"
            skipped.append(Skipped(what=f"{what}: origin", reason=reason))
        if line.hs is None:
            warnings.append(
                Notice(name="no_code", text=f"{what} has no HS code to hold against lists of codes")
            )
            continue
        try:
            code = HsCode.parse(line.hs)
            found = indicate(code, line.hs_edition, on=shipment.date, lists=lists)
            flags += [LineFlag(line=place, flag=flag) for flag in found]
        except UsageError as error:
            skipped.append(Skipped(what=what, reason=str(error)))
            continue
        warnings += [Notice(name=note.name, text=f"{what}: {note.text}") for note in code.notes]
    route, unread = _look_at_route(shipment)
    return Cargo(tuple(flags), route, (*skipped, *unread), tuple(warnings))


def _look_at_route(shipment: Shipment) -> tuple[tuple[RouteFlag, ...], tuple[Skipped, ...]]:
    """Each stop by itself, so that one that cannot be read does not hide the others."""
    flags: list[RouteFlag] = []
    skipped: list[Skipped] = []
    stops: list[tuple[str, Callable[[], tuple[RouteFlag, ...]]]] = [
        ("origin", lambda: route_flags(shipment.origin, on=shipment.date)),
        ("destination", lambda: route_flags(destination=shipment.destination, on=shipment.date)),
        *(("via", partial(route_flags, via=[place], on=shipment.date)) for place in shipment.via),
    ]
    for what, look in stops:
        try:
            flags += look()
        except UsageError as error:
            skipped.append(Skipped(what=what, reason=str(error)))
    return tuple(flags), tuple(skipped)
