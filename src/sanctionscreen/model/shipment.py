"""What is sent, by whom and to whom, and the whole answer to it."""

from __future__ import annotations

import datetime
from typing import Any, Literal, get_args

from pydantic import Field, field_validator

from .flags import GoodsFlag, RouteFlag
from .frozen import Asked, Frozen
from .ownership import OwnershipFinding
from .party import Party
from .screening import Notice, Screening, Skipped

Advice = Literal["release", "review", "hold"]
"""What a policy says of a shipment, the mildest first. It is the reader's to follow or not, and ``release``
never means "cleared"."""

GRAVITY: tuple[Advice, ...] = get_args(Advice)
"""The advices in their order."""

AddressLevel = Literal["same_unit", "same_building"]
"""How near a party's address is to a listed one."""


class Goods(Asked):
    """One line of goods.

    Args:
        description: the goods in the sender's words.
        hs: the tariff code, of 6, 8 or 10 digits, with dots or not.
        hs_edition: the edition of the Harmonized System: 2012, 2017 or 2022.
        quantity: how many, in ``unit``.
        unit: the unit of the quantity, such as ``PCE``.
        value: what they cost, in ``currency``.
        currency: ISO 4217 code.
        weight_kg: net weight in kilograms.
        origin: the country that made them, as an ISO 3166 code or a name.
    """

    description: str = ""
    hs: str | None = None
    hs_edition: int | None = None
    quantity: float | None = Field(default=None, ge=0)
    unit: str | None = None
    value: float | None = Field(default=None, ge=0)
    currency: str | None = None
    weight_kg: float | None = Field(default=None, ge=0)
    origin: str | None = None


class Shipment(Asked):
    """A consignment: its parties, goods and route.

    Args:
        parties: who takes part, each in its role.
        goods: the lines of goods.
        origin: where they leave from: an ISO 3166 code, a country's name, or a place, a comma and its
            country.
        destination: where they go.
        via: the places between, in their order.
        vessel: the ship: its name, or a ``Party`` with its IMO number.
        date: the day of the shipment.
        reference: the sender's own key, returned untouched.
    """

    parties: tuple[Party, ...] = ()
    goods: tuple[Goods, ...] = ()
    origin: str | None = None
    destination: str | None = None
    via: tuple[str, ...] = ()
    vessel: Party | None = None
    date: datetime.date | None = None
    reference: str | None = None

    @field_validator("vessel", mode="before")
    @classmethod
    def _vessel_by_name(cls, given: Any) -> Any:
        return Party(name=given, kind="vessel") if isinstance(given, str) else given


class ListedAddress(Frozen):
    """A listed party whose address is that of a party of the shipment.

    Args:
        list: the list's key.
        entity: the record's id on it.
        name: what the list calls it; its address where the entry has no name.
        level: ``same_unit`` is a finding, ``same_building`` a note: hundreds may share a building.
        similarity: 0 to 1.
        address: the party's address.
        listed: the listed address, as printed.
        agree: the parts that agree, such as ``street``.
        differ: the parts that differ, such as ``unit``.
        nameless: whether the entry is an address without a name.
    """

    list: str
    entity: str
    name: str
    level: AddressLevel
    similarity: float
    address: str
    listed: str
    agree: tuple[str, ...] = ()
    differ: tuple[str, ...] = ()
    nameless: bool = False

    @property
    def perhaps_there(self) -> bool:
        """Whether the entry is an address, and only the unit is not stated that would tell."""
        return self.nameless and not {"unit", "floor"} & set(self.differ)


class PartyScreening(Frozen):
    """What was found of one party of a shipment, given or found in the text of one.

    Args:
        role: its role, as a word of the table of roles; None where it is not known.
        given: the place of the party in the shipment whose text it stands in, from 0; None for the vessel.
        said: the words of the text that name its role, such as ``C/O``; empty for a party given as such.
        screening: the answer for its name, address and attributes.
        addresses: listed parties at its address, under whatever name.
        ownership: what the rules on owners say of it, one for each regime that reaches it, perhaps or for
            certain.
        notes: what was joined, split or stripped to read it, and where its name is insufficient.
    """

    role: str | None
    given: int | None
    said: str = ""
    screening: Screening
    addresses: tuple[ListedAddress, ...] = ()
    ownership: tuple[OwnershipFinding, ...] = ()
    notes: tuple[Notice, ...] = ()


class LineFlag(Frozen):
    """A flag on a line of goods.

    Args:
        line: the place of the line in the shipment, from 0.
        flag: what a list of codes says of its code.
    """

    line: int
    flag: GoodsFlag


class RedFlag(Frozen):
    """A warning sign that a rule found in what the shipment says of itself.

    Args:
        name: the rule, for programs.
        text: what it found, in a sentence.
        source: where the warning sign is published.
        parties: the places of the party screenings it is about.
        lines: the places of the lines of goods it is about.
    """

    name: str
    text: str
    source: str
    parties: tuple[int, ...] = ()
    lines: tuple[int, ...] = ()


class Reason(Frozen):
    """Why an advice is what it is.

    Args:
        advice: what this alone would make of the shipment.
        name: the row of the policy, for programs.
        text: the reason in a sentence.
        party: the place of the party screening it is about.
    """

    advice: Advice
    name: str
    text: str
    party: int | None = None


class ShipmentScreening(Frozen):
    """The whole answer to one shipment.

    Args:
        shipment: as asked.
        advice: the gravest of its reasons, or ``release``.
        reasons: the gravest first.
        policy: the key and date of the policy that decided.
        parties: every party and vessel found, in the order of the shipment.
        goods: what lists of codes say of the goods.
        route: what the table of places says of the route.
        red_flags: the warning signs found.
        skipped: what should have been looked at and was not, such as a code that cannot be read.
        warnings: what a reader should know of the lists and of what was read.
        place: where the shipment stands in its file, such as ``row 3``; None where it is of no file.
    """

    shipment: Shipment
    advice: Advice
    reasons: tuple[Reason, ...] = ()
    policy: str
    parties: tuple[PartyScreening, ...] = ()
    goods: tuple[LineFlag, ...] = ()
    route: tuple[RouteFlag, ...] = ()
    red_flags: tuple[RedFlag, ...] = ()
    skipped: tuple[Skipped, ...] = ()
    warnings: tuple[Notice, ...] = ()
    place: str | None = None
