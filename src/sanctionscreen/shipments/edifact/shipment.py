"""A message as a shipment: its segments in order, whatever its type.

The transport, customs and trade messages of the directories (D.96A to D.24A) use the same segments for the
same things, so one reading serves them all. Sources of the qualifiers: UN/EDIFACT D.99B, code lists 3035
(parties), 3227 (places), 2005 (days), 8051 and 1131 (means of transport), 7143 (codes of goods), 6313 and
6411 (measures), 5025 (amounts), at service.unece.org. A party whose role is not known is kept without one,
and a place of another kind as a place on the way.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from sanctionscreen.shipments.record import Problem, Record, record_of

from .messages import Message
from .party import Party, add_number, party_of
from .syntax import Segment

ORIGINS = ("35", "5", "9", "88", "198")
"""Of 3227, the best first: country of exportation, place of departure, port of loading, place of receipt,
place of original dispatch."""
DESTINATIONS = ("36", "28", "8", "7", "11", "12")
"""Country of ultimate destination, of destination, place of destination, of delivery, of discharge."""
OF_GOODS = "27"
"""Country of origin."""
NOT_ON_THE_WAY = frozenset({"27", "14", "18", "22", "41", "42", "44", "91", "104"})
"""Places of storage and of offices, which goods do not pass through."""
DAYS = ("136", "11", "133", "189", "10", "200", "2", "137")
"""Of 2005, the best first: departure, despatch, its estimate, its schedule, requested shipment, pick-up,
requested delivery, the document's own day."""
LINES = frozenset({"GID", "CST", "LIN"})
"""Each begins a line of goods: in transport, customs and trade messages."""
TARIFFS = frozenset({"HS", "TSP", "CV"})
"""Of 7143: harmonized system, tariff number, customs article number."""
GRAMS = {"KGM": 1.0, "GRM": 0.001, "TNE": 1000.0, "LBR": 0.45359237}
"""Kilograms of a unit of weight (UN/ECE Recommendation 20)."""


@dataclass(slots=True)
class _Draft:
    """A shipment in the making."""

    decimal: str
    parties: list[Party] = field(default_factory=list)
    named: Party | None = None  # by the NAD whose group is being read
    goods: list[dict[str, Any]] = field(default_factory=list)
    places: list[tuple[str, str]] = field(default_factory=list)
    days: dict[str, str] = field(default_factory=dict)
    vessel: Party | None = None
    origin_of_goods: str = ""
    reference: str = ""
    problems: list[Problem] = field(default_factory=list)

    @property
    def line(self) -> dict[str, Any]:
        """The line of goods being read; one is begun where a message has none."""
        if not self.goods:
            self.goods.append({})
        return self.goods[-1]

    def number(self, text: str) -> str:
        """A number with a decimal point."""
        return text.replace(self.decimal, ".") if self.decimal != "." else text


def shipment_of(message: Message) -> Record:
    """A message or consignment as a record; one without segments is none."""
    if not message.segments:
        return Record(message.place, None, tuple(message.problems))
    draft = _Draft(message.decimal, problems=list(message.problems))
    for segment in message.segments:
        if read := _READERS.get(segment.tag):
            read(draft, segment)
    origin, destination = _chosen(draft.places, ORIGINS), _chosen(draft.places, DESTINATIONS)
    passed = dict.fromkeys(place for _, place in draft.places)
    for line in draft.goods:
        if draft.origin_of_goods:
            line.setdefault("origin", draft.origin_of_goods)
    values = {
        "parties": draft.parties,
        "goods": [line for line in draft.goods if line],
        "origin": origin,
        "destination": destination,
        "via": [place for place in passed if place not in (origin, destination)],
        "vessel": draft.vessel,
        "date": _day(draft),
        "reference": draft.reference or message.reference,
    }
    return record_of(message.place, values, tuple(draft.problems))


def _chosen(places: list[tuple[str, str]], qualifiers: tuple[str, ...]) -> str | None:
    by_qualifier = dict(reversed(places))
    return next((by_qualifier[one] for one in qualifiers if one in by_qualifier), None)


def _nad(draft: _Draft, segment: Segment) -> None:
    draft.named = party_of(segment)
    draft.parties.append(draft.named)


def _rff(draft: _Draft, segment: Segment) -> None:
    if draft.named:
        add_number(draft.named, segment.get(0), segment.get(0, 1))


def _com(draft: _Draft, segment: Segment) -> None:
    if draft.named:
        add_number(draft.named, segment.get(0, 1), segment.get(0))


def _bgm(draft: _Draft, segment: Segment) -> None:
    # C106 since D.96B; before it the number was an element of its own.
    draft.reference = segment.get(1)


def _cni(draft: _Draft, segment: Segment) -> None:
    draft.named = None
    draft.reference = segment.get(1) or draft.reference


def _loc(draft: _Draft, segment: Segment) -> None:
    qualifier, code, name = segment.get(0), segment.get(1), segment.get(1, 3)
    # UN/LOCODE: two letters of the country and three of the place.
    place = f"{name or code}, {code[:2]}" if len(code) == 5 else name or code
    if len(code) == 2 and name and name.upper() != code:
        place = f"{name}, {code}"
    if not place:
        return
    if qualifier == OF_GOODS:
        if draft.goods:
            draft.line["origin"] = code[:2] or name
        else:
            draft.origin_of_goods = code[:2] or name
    elif qualifier not in NOT_ON_THE_WAY:
        draft.places.append((qualifier, place))


def _dtm(draft: _Draft, segment: Segment) -> None:
    draft.days.setdefault(segment.get(0), segment.get(0, 1))


def _day(draft: _Draft) -> date | None:
    for qualifier in DAYS:
        if text := draft.days.get(qualifier):
            # 102 is CCYYMMDD, 203 and 204 go on with the time; 101 has two digits of the year.
            for length, form in ((8, "%Y%m%d"), (6, "%y%m%d")):
                if len(text) >= length and text[:length].isdigit() and len(text) not in (7, 9):
                    try:
                        return datetime.strptime(text[:length], form).date()
                    except ValueError:
                        break
            draft.problems.append(Problem(f"DTM+{qualifier}", f"'{text}' is no day"))
    return None


def _tdt(draft: _Draft, segment: Segment) -> None:
    draft.named = None
    carrier, mode = segment.get(4, 3), segment.get(2)
    if carrier:
        draft.parties.append({"role": "edifact:CA", "name": carrier})
    number, what, name = segment.get(7), segment.get(7, 1), segment.get(7, 3)
    if mode not in ("", "1", "8", "10") or not (number or name):
        return  # by road, rail or air: what moves it is no ship
    vessel: Party = {"kind": "vessel", "name": name, "identifiers": {}}
    if len(digits := number.upper().removeprefix("IMO").strip()) == 7 and digits.isdigit():
        vessel["identifiers"]["imo"] = digits
    elif number:
        vessel["identifiers"]["call sign" if what == "103" else "ship number"] = number
    # The vessel that goes abroad is that of the main carriage (8051 is 20).
    if draft.vessel is None or segment.get(0) == "20":
        if draft.vessel:
            draft.parties.append({"role": "vessel", **draft.vessel})
        draft.vessel = vessel
    else:
        draft.parties.append({"role": "vessel", **vessel})


def _line(draft: _Draft, segment: Segment) -> None:
    draft.named = None
    line: dict[str, Any] = {}
    draft.goods.append(line)
    if segment.tag == "GID" and segment.get(1):
        line |= {"quantity": draft.number(segment.get(1)), "unit": segment.get(1, 1) or None}
    elif segment.tag == "CST" and segment.get(1):
        line["hs"] = segment.get(1)
    elif segment.tag == "LIN" and segment.get(2, 1) in TARIFFS:
        line["hs"] = segment.get(2)


def _pia(draft: _Draft, segment: Segment) -> None:
    for element in range(1, 6):
        if segment.get(element, 1) in TARIFFS:
            draft.line.setdefault("hs", segment.get(element))


def _ftx(draft: _Draft, segment: Segment) -> None:
    # AAA and AAB of 4451: the description of the goods, and of the goods as declared.
    if segment.get(0) in ("AAA", "AAB", "AAZ") and (text := " ".join(segment.all(3))):
        before = draft.line.get("description")
        draft.line["description"] = f"{before} {text}" if before else text


def _imd(draft: _Draft, segment: Segment) -> None:
    if text := " ".join(filter(None, (segment.get(2, 3), segment.get(2, 4)))):
        draft.line.setdefault("description", text)


def _mea(draft: _Draft, segment: Segment) -> None:
    # Of 6313, net weight is AAA, AAC, AAF or N; without one the gross weight is better than none.
    factor = GRAMS.get(segment.get(2))
    try:
        weight = float(draft.number(segment.get(2, 1))) * factor if factor and draft.goods else None
    except ValueError:
        return
    if weight is not None and (segment.get(1) in ("AAA", "AAC", "AAF", "N") or "weight_kg" not in draft.line):
        draft.line["weight_kg"] = weight


def _qty(draft: _Draft, segment: Segment) -> None:
    if draft.goods and segment.get(0, 1):
        draft.line["quantity"] = draft.number(segment.get(0, 1))
        draft.line["unit"] = segment.get(0, 2) or None


def _moa(draft: _Draft, segment: Segment) -> None:
    # Of 5025: 203 line amount, 38 invoice amount of the line, 123 customs value, 40 declared value.
    if draft.goods and segment.get(0) in ("203", "38", "123", "40") and segment.get(0, 1):
        draft.line["value"] = draft.number(segment.get(0, 1))
        draft.line["currency"] = segment.get(0, 2) or None


_READERS: dict[str, Callable[[_Draft, Segment], None]] = {
    "BGM": _bgm, "CNI": _cni, "NAD": _nad, "RFF": _rff, "COM": _com, "LOC": _loc, "DTM": _dtm, "TDT": _tdt,
    **dict.fromkeys(LINES, _line), "PIA": _pia, "FTX": _ftx, "IMD": _imd, "MEA": _mea, "QTY": _qty,
    "MOA": _moa,
}  # fmt: skip
