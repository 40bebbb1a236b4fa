"""A UBL document as a shipment: its elements are walked through, whatever its type.

A party is whatever element is of the type Party, and its role is the name of the element. Places, goods, days
and ships are known by the names of theirs. Names: UBL 2.3 (docs.oasis-open.org/ubl/UBL-2.3.html), which keeps
those of 2.0 to 2.2.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from sanctionscreen.reading.fields import Element
from sanctionscreen.shipments.record import Problem, Record, record_of

from .party import address_of, country_of, is_party, parties_of

ORIGINS = (
    "OriginalDepartureCountry", "ExportCountry", "DespatchAddress", "OriginAddress", "LoadingPortLocation",
    "LastExitPortLocation",
)  # fmt: skip
"""Where goods leave from, the best first."""
DESTINATIONS = (
    "FinalDestinationCountry", "DeliveryAddress", "DeliveryLocation", "DestinationCountry",
    "UnloadingPortLocation", "FirstArrivalPortLocation",
)  # fmt: skip
"""Where they go, the best first."""
ON_THE_WAY = ("TransshipPortLocation", "TransitCountry", "OptionalTakeoverLocation")
DAYS = (
    "ActualDespatchDate", "ActualDepartureDate", "EstimatedDespatchDate", "RequestedDespatchDate",
    "PlannedDepartureDate", "EstimatedDeliveryDate", "LatestDeliveryDate", "IssueDate",
)  # fmt: skip
"""The day of a shipment, the best first."""
TARIFFS = ("HS", "HTS", "TARIC", "CN", "TSP", "HARMONIZED", "HARMONISED", "CUSTOMS", "TARIFF", "COMBINED")
"""What a list of tariff codes is called in ``listID`` or ``listName``; HS and TSP are UN/CEFACT's."""
KILOGRAMS = {"KGM": 1.0, "GRM": 0.001, "TNE": 1000.0, "LBR": 0.45359237}
"""Kilograms of a unit of weight (UN/ECE Recommendation 20)."""


@dataclass(slots=True)
class _Draft:
    """A shipment in the making."""

    parties: list[dict[str, Any]] = field(default_factory=list)
    goods: list[dict[str, Any]] = field(default_factory=list)
    vessels: list[dict[str, Any]] = field(default_factory=list)
    places: dict[str, str] = field(default_factory=dict)
    passed: list[str] = field(default_factory=list)
    days: dict[str, str] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)


def shipment_of(document: Element, place: str) -> Record:
    """A document as a record.

    Args:
        document: its root.
        place: where it stands in the file.
    """
    draft = _Draft()
    _walk(document, draft)
    reference = document.text("ID")
    origin = next((draft.places[one] for one in ORIGINS if one in draft.places), None)
    destination = next((draft.places[one] for one in DESTINATIONS if one in draft.places), None)
    via = [*draft.passed, *draft.places.values()]
    more = [{"role": "vessel", **vessel} for vessel in draft.vessels[1:]]
    values = {
        "parties": [*draft.parties, *more],
        "goods": draft.goods,
        "origin": origin,
        "destination": destination,
        "via": [one for one in dict.fromkeys(via) if one not in (origin, destination)],
        "vessel": draft.vessels[0] if draft.vessels else None,
        "date": _day(draft),
        "reference": reference or None,
    }
    return record_of(f"{place} {reference}".strip(), values, tuple(draft.problems))


def _walk(element: Element, draft: _Draft) -> None:
    for child in element.children():
        tag = child.tag
        if is_party(child):
            draft.parties += [one for one in parties_of(child) if one not in draft.parties]
        elif tag == "MaritimeTransport":
            draft.vessels += [one for one in [_vessel(child)] if one not in draft.vessels]
        elif tag == "GoodsItem" or (tag.endswith("Line") and child.first("Item")):
            draft.goods.append(_goods(child))
        elif tag in ORIGINS or tag in DESTINATIONS:
            if place := _place(child):
                draft.places.setdefault(tag, place)
        elif tag in ON_THE_WAY and (place := _place(child)):
            draft.passed.append(place)
        elif tag in DAYS:
            draft.days.setdefault(tag, child.own_text())
        if tag != "Country":
            _walk(child, draft)


def _place(element: Element) -> str:
    """A place, a comma and its country; or the country."""
    if element.tag.endswith("Country"):
        return element.text("IdentificationCode") or element.text("Name")
    address = element.first("Address") or element
    code = element.text("ID") if element.tag.endswith("Location") else ""
    # The ID of a place is its UN/LOCODE: two letters of the country and three of the place.
    country = country_of(address) or (code[:2] if len(code) == 5 else "")
    lines = (address_of(address).replace("\n", ", "), element.text("Name"), code)
    return ", ".join(filter(None, (next(filter(None, lines), ""), country)))


def _vessel(element: Element) -> dict[str, Any]:
    number = element.text("VesselID").upper().removeprefix("IMO").strip()
    numbers = {"call sign": element.text("RadioCallSignID")}
    numbers["imo" if len(number) == 7 and number.isdigit() else "ship number"] = number
    return {
        "kind": "vessel",
        "name": element.text("VesselName"),
        "identifiers": {what: value for what, value in numbers.items() if value},
    }


def _goods(line: Element) -> dict[str, Any]:
    item = line.first("Item") or line
    told = [one.own_text() for holder in (line, item) for one in holder.all("Description")]
    values: dict[str, Any] = {
        "description": " ".join(dict.fromkeys(filter(None, [*told, item.text("Name")])))
    }
    values["hs"] = _tariff_code(item) or None
    values["origin"] = item.text("OriginCountry", "IdentificationCode") or item.text("OriginCountry", "Name")
    for child in line.children():
        if child.tag.endswith("Quantity") and "quantity" not in values:
            values |= {"quantity": child.own_text(), "unit": child.attr("unitCode") or None}
        elif child.tag in ("LineExtensionAmount", "DeclaredCustomsValueAmount", "ValueAmount"):
            values |= {"value": child.own_text(), "currency": child.attr("currencyID") or None}
        elif child.tag in ("NetWeightMeasure", "GrossWeightMeasure"):
            _weigh(child, values)
    return {name: value for name, value in values.items() if value}


def _weigh(measure: Element, values: dict[str, Any]) -> None:
    """Take a weight over; a net weight before a gross one."""
    factor = KILOGRAMS.get(measure.attr("unitCode") or "KGM")
    try:
        weight = float(measure.own_text()) * (factor or 0)
    except ValueError:
        return
    if factor and (measure.tag == "NetWeightMeasure" or "weight_kg" not in values):
        values["weight_kg"] = weight


def _tariff_code(item: Element) -> str:
    """The tariff code among the codes of an item: those of other lists, as UNSPSC, are as long."""
    for one in item.all("CommodityClassification", "ItemClassificationCode"):
        named = f"{one.attr('listID')} {one.attr('listName')}".upper().split()
        if any(word.startswith(TARIFFS) for word in named):
            return one.own_text()
    return item.text("CommodityClassification", "CommodityCode")


def _day(draft: _Draft) -> date | None:
    for name in DAYS:
        if text := draft.days.get(name):
            try:
                return date.fromisoformat(text[:10])
            except ValueError:
                draft.problems.append(Problem(name, f"'{text}' is no day"))
    return None
