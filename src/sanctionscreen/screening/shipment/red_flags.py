"""Warning signs that a shipment shows by itself: an ordered tuple of rules, each with its source.

A rule speaks only where the shipment carries what it needs. Those that need more than one shipment, such as a
customer's history or earlier versions of an order, are not here.
"""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from functools import cache, lru_cache
from importlib import resources
from typing import NamedTuple

from sanctionscreen.goods import route_flags
from sanctionscreen.model import LineFlag, PartyScreening, RedFlag, RouteFlag, Shipment
from sanctionscreen.names import analyse
from sanctionscreen.printed import country_code, partial_date

from .advice import LISTED
from .parties import called
from .roles import side_of

WAR = date(2022, 2, 24)
"""The day from which companies founded are newcomers by the alert of 2023."""
ALERT_2022 = "FinCEN and BIS joint alert FIN-2022-Alert003 of 28 June 2022"
ALERT_2023 = "FinCEN and BIS supplemental alert FIN-2023-Alert004 of 19 May 2023"
KNOW_YOUR_CUSTOMER = "15 CFR part 732, Supplement No. 3"
ADDRESSES = "BIS, address-only entries of the Entity List, 89 FR of 12 June 2024; 15 CFR 744.16"
END_ROLES = frozenset(("consignee", "ultimate_consignee", "end_user"))

LAST_ROLES = frozenset(("end_user", "ultimate_consignee", "buyer", "importer"))


class Seen(NamedTuple):
    """All that the rules look at."""

    shipment: Shipment
    parties: Sequence[PartyScreening]
    goods: Sequence[LineFlag]
    route: Sequence[RouteFlag]

    def listed_lines(self) -> tuple[int, ...]:
        """The lines whose goods are on a list of codes, headings alone aside."""
        return tuple(sorted({row.line for row in self.goods if row.flag.match in LISTED}))

    def called(self, place: int) -> str:
        """What a party is called in a sentence."""
        party = self.parties[place]
        return f"{called(party.given, party.role)} {party.screening.party.name!r}"


Rule = Callable[[Seen], Iterator[RedFlag]]


def listed_neighbour(seen: Seen) -> Iterator[RedFlag]:
    """Another listed party is in the party's unit, under another name (BIS guidance on address entries)."""
    for place, party in enumerate(seen.parties):
        there = [row for row in party.addresses if row.level == "same_unit"]
        if there:
            names = ", ".join(dict.fromkeys(f"{row.name} ({row.list})" for row in there))
            text = f"{seen.called(place)} has the address of {names}"
            yield RedFlag(name="listed_neighbour", text=text, source=ADDRESSES, parties=(place,))


def newcomer_with_listed_goods(seen: Seen) -> Iterator[RedFlag]:
    """A buyer founded after 24 February 2022, outside the coalition, of goods on a list of codes."""
    lines = seen.listed_lines()
    for place, party in enumerate(seen.parties if lines else ()):
        asked = party.screening.party
        founded = partial_date(asked.incorporated or "")
        if not founded or not founded.latest or founded.latest <= WAR or side_of(party.role) != "receiving":
            continue
        if asked.country and asked.country not in _words()["coalition"]:
            when = f"was founded in {founded.text}, and gets listed goods"
            text = f"{seen.called(place)} of {asked.country} {when}"
            yield RedFlag(
                name="newcomer_with_listed_goods", text=text, source=ALERT_2023, parties=(place,), lines=lines
            )


def mover_as_end_user(seen: Seen) -> Iterator[RedFlag]:
    """A firm that moves goods is named as their last destination."""
    for place, party in enumerate(seen.parties):
        if party.role in END_ROLES and _bears(party, "movers") and not _end_user_beside(seen, place):
            text = f"{seen.called(place)} moves goods for others by its name, and no end user is named"
            yield RedFlag(name="mover_as_end_user", text=text, source=KNOW_YOUR_CUSTOMER, parties=(place,))


def bank_as_consignee(seen: Seen) -> Iterator[RedFlag]:
    """Goods are consigned to a bank, or to its order, and nobody else receives them."""
    for place, party in enumerate(seen.parties):
        receives = party.role in END_ROLES or party.role == "order_of"
        if receives and _bears(party, "banks") and not _receiver_beside(seen, place):
            text = f"{seen.called(place)} is a bank by its name, and nobody else is named who gets the goods"
            yield RedFlag(name="bank_as_consignee", text=text, source=ALERT_2022, parties=(place,))


def nobody_receives(seen: Seen) -> Iterator[RedFlag]:
    """Parties are named, but none that gets the goods: a consignment to order, or a document cut short."""
    sides = {side_of(party.role) for party in seen.parties}
    if sides and "receiving" not in sides and None not in sides:
        text = "no party is named that gets the goods"
        yield RedFlag(name="nobody_receives", text=text, source=KNOW_YOUR_CUSTOMER)


def listed_goods_through_transshipment(seen: Seen) -> Iterator[RedFlag]:
    """Goods on a list of codes go to or through a transshipment point."""
    lines = seen.listed_lines()
    points = [flag for flag in seen.route if flag.kind == "transshipment"]
    if lines and points:
        where = ", ".join(dict.fromkeys(f"{flag.place} {flag.given}" for flag in points))
        text = f"goods on a list of codes go by a transshipment point: {where}"
        yield RedFlag(name="listed_goods_through_transshipment", text=text, source=ALERT_2022, lines=lines)


def mailbox_for_everyone(seen: Seen) -> Iterator[RedFlag]:
    """A receiver of goods on a list of codes writes from a mailbox that anyone can open."""
    lines = seen.listed_lines()
    for place, party in enumerate(seen.parties if lines else ()):
        if side_of(party.role) not in ("receiving", None):
            continue
        for number in party.screening.party.identifiers.values():
            _, at, domain = number.strip().lower().rpartition("@")
            if at and domain in _words()["mailboxes"]:
                text = f"{seen.called(place)} has a mailbox at {domain}, and gets listed goods"
                yield RedFlag(
                    name="mailbox_for_everyone", text=text, source=ALERT_2023, parties=(place,), lines=lines
                )


def owner_of_unknown_share(seen: Seen) -> Iterator[RedFlag]:
    """A listed owner is known, but not its share: Red Flag 29 of the BIS rule on affiliates."""
    for place, party in enumerate(seen.parties):
        if any(row.regime == "us_bis" and row.outcome == "undetermined" for row in party.ownership):
            text = f"{seen.called(place)} has a listed owner whose share is not known"
            source = f"{KNOW_YOUR_CUSTOMER}, Red Flag 29"
            yield RedFlag(name="owner_of_unknown_share", text=text, source=source, parties=(place,))


def made_under_embargo(seen: Seen) -> Iterator[RedFlag]:
    """Goods were made in a country under embargo, wherever they are sent from."""
    for place, line in enumerate(seen.shipment.goods):
        made_in = line.origin if line.origin and country_code(line.origin) else None
        for flag in route_flags(made_in, on=seen.shipment.date):
            if flag.kind == "embargo":
                text = f"goods line {place + 1} was made in {line.origin}: {flag.text}"
                yield RedFlag(name="made_under_embargo", text=text, source=flag.source, lines=(place,))


RULES: tuple[Rule, ...] = (
    listed_neighbour,
    newcomer_with_listed_goods,
    mover_as_end_user,
    bank_as_consignee,
    nobody_receives,
    listed_goods_through_transshipment,
    mailbox_for_everyone,
    owner_of_unknown_share,
    made_under_embargo,
)
"""The rules, in the order in which their flags stand in an answer."""


def red_flags(
    shipment: Shipment,
    parties: Sequence[PartyScreening],
    goods: Sequence[LineFlag],
    route: Sequence[RouteFlag],
) -> tuple[RedFlag, ...]:
    """The warning signs of a shipment, in the order of the rules."""
    seen = Seen(shipment, parties, goods, route)
    return tuple(flag for rule in RULES for flag in rule(seen))


def _bears(party: PartyScreening, kind: str) -> bool:
    """Whether a name has a word of a kind, or ends in one as ``Sberbank`` does."""
    return kind in _trades(party.screening.party.name)


@lru_cache(maxsize=20_000)
def _trades(name: str) -> frozenset[str]:
    words = {token.text for token in analyse(name, "organization").tokens}
    found = {kind for kind in ("movers", "banks") if not words.isdisjoint(_words()[kind])}
    return frozenset(found | ({"banks"} if any(word.endswith("bank") for word in words) else set()))


def _end_user_beside(seen: Seen, place: int) -> bool:
    """Whether another party is named that has the goods in the end."""
    return any(
        party.role in LAST_ROLES and not _same(seen, place, other) for other, party in enumerate(seen.parties)
    )


def _receiver_beside(seen: Seen, place: int) -> bool:
    return any(
        side_of(party.role) == "receiving" and not _bears(party, "banks") and not _same(seen, place, other)
        for other, party in enumerate(seen.parties)
    )


def _same(seen: Seen, place: int, other: int) -> bool:
    return seen.parties[place].screening.party.name == seen.parties[other].screening.party.name


@cache
def _words() -> dict[str, frozenset[str]]:
    content = resources.files(__package__).joinpath("red_flags.toml").read_text("utf-8")
    tables = tomllib.loads(content)
    return {name: frozenset(next(iter(table.values()))) for name, table in tables.items()}
