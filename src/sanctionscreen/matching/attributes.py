"""What else is known of a party and an entity, for and against."""

from __future__ import annotations

from sanctionscreen.addresses import AddressComparison, ParsedAddress, compare_addresses, parse_address
from sanctionscreen.model import Entity, EntityKind, Identifier, Party
from sanctionscreen.printed import CHECKED, partial_date, printed_gender

from .births import compare_births
from .identifiers import differing_scheme, same_identifier
from .policy import SCORE
from .score import Points

_UNDECIDED: frozenset[EntityKind] = frozenset(("unknown", "address"))

LEAST_AT = 0.9
"""The least that an address at a listed one counts: the similarity at which the same unit begins."""

# Lists give parties in Hong Kong and Macau either code: since 85 FR 83765 (December 2020) the Entity
# List has them under China.
_CHINA = frozenset(("CN", "HK", "MO"))


def most_attribute_points(party: Party) -> float:
    """The most that attributes other than identifiers can add to a party's score.

    Identifiers need no name to be found by, so that the search by names need not allow for them.
    """
    best = {
        "kind": party.kind not in _UNDECIDED,
        "country": bool(party.country),
        "birth_day": bool(party.date_of_birth),
        "gender": party.gender != "unknown",
        "address": bool(party.address),
    }
    return sum(SCORE[feature].value for feature, given in best.items() if given)


def attribute_points(
    party: Party, entity: Entity, *, with_form: bool = False, address: ParsedAddress | None = None
) -> tuple[Points, ...]:
    """What identifiers, kind, country, birth, gender and address say: each agrees, differs, or says nothing.

    What contradicts takes no more than ``most_against`` together, so that a wrong attribute hides no
    exact name, and an equal identifier outweighs all of it. ``with_form`` tells that the party's name has a
    legal form, so that it is hardly a ship's if its kind is not known; ``address`` is the party's address by
    its parts.
    """
    country = _country(party, entity)
    rows = (
        _identifiers(party, entity),
        _kind(party, entity) or _craft(party, entity, with_form),
        country,
        _birth(party, entity),
        _gender(party, entity),
        _address(address, entity, abroad=country is not None and country.points < 0),
    )
    said = tuple(row for row in rows if row)
    beyond = SCORE["most_against"].value - sum(row.points for row in said if row.points < 0)
    return (*said, Points("most_against", beyond)) if beyond > 0 else said


def _said(feature: str, query: str, listed: str) -> Points:
    return Points(feature, SCORE[feature].value, query, listed)


def _identifiers(party: Party, entity: Entity) -> Points | None:
    pairs = [
        (label, number, listed)
        for label, number in party.identifiers.items()
        for listed in entity.identifiers
    ]
    for label, number, listed in pairs:
        if same_identifier(label, number, listed):
            return _said("identifier", f"{label} {number}", _printed(listed))
    countries = entity.all_countries()
    home = next(iter(countries)) if len(countries) == 1 else None
    differing = [
        _said(_other_number(scheme), f"{label} {number}", _printed(listed))
        for label, number, listed in pairs
        if (scheme := differing_scheme(label, number, party.country, listed, listed.country or home))
        # Lists print the numbers of a company's ships with the company.
        and not (scheme == "imo" and entity.kind == "organization")
    ]
    return min(differing, key=lambda row: row.points, default=None)


def _other_number(scheme: str) -> str:
    return "other_identifier" if scheme in CHECKED else "other_registration"


def _kind(party: Party, entity: Entity) -> Points | None:
    if party.kind in _UNDECIDED or entity.kind in _UNDECIDED:
        return None
    if party.kind == entity.kind:
        feature = "kind"
    elif "organization" in (party.kind, entity.kind) and "person" not in (party.kind, entity.kind):
        feature = "company_or_craft"
    else:
        feature = "other_kind"
    return _said(feature, party.kind, entity.kind)


def _craft(party: Party, entity: Entity, with_form: bool) -> Points | None:
    if party.kind in _UNDECIDED and with_form and entity.kind in ("vessel", "aircraft"):
        return _said("form_or_craft", "a legal form", entity.kind)
    return None


def _country(party: Party, entity: Entity) -> Points | None:
    listed = entity.all_countries()
    if not party.country or not listed:
        return None
    if party.country in listed:
        feature = "country"
    elif party.country in _CHINA and listed & _CHINA:
        return None
    else:
        feature = "other_country"
    return _said(feature, party.country, ", ".join(sorted(listed)))


def _birth(party: Party, entity: Entity) -> Points | None:
    asked = partial_date(party.date_of_birth or "")
    compared = compare_births(asked, [birth.on for birth in entity.births if birth.on]) if asked else None
    if not asked or not compared:
        return None
    return _said(compared.feature, asked.text, ", ".join(dict.fromkeys(on.text for on in compared.listed)))


def _gender(party: Party, entity: Entity) -> Points | None:
    listed = printed_gender(entity.gender or "")
    if "unknown" in (party.gender, listed):
        return None
    feature = "gender" if party.gender == listed else "other_gender"
    return _said(feature, party.gender, entity.gender or "")


def _address(address: ParsedAddress | None, entity: Entity, *, abroad: bool) -> Points | None:
    """What the addresses say; another city is nothing new of a party that is ``abroad`` by its country."""
    if not address or not entity.addresses:
        return None
    listed = [parse_address(one) for one in entity.addresses]
    compared = [(compare_addresses(address, one), one) for one in listed]
    best, there = max(compared, key=lambda pair: pair[0].similarity)
    if entity.kind == "address" and is_at(best, there):
        share = 1.0 if _certainly(best) else max(best.similarity, LEAST_AT)
        points = round(SCORE["listed_address"].value * share, 2)
        return Points("listed_address", points, address.text, there.text)
    if best.level in ("same_unit", "same_building"):
        return _said("address" if best.level == "same_unit" else "building", address.text, there.text)
    elsewhere = all(_elsewhere(one) for one, _ in compared)
    return _said("other_city", address.text, there.text) if elsewhere and not abroad else None


def is_at(compared: AddressComparison, listed: ParsedAddress) -> bool:
    """Whether an address is at a listed one: in its unit, or in the house where that is listed as a whole."""
    whole_house = listed.unit is None and listed.floor is None
    return compared.level == "same_unit" or (compared.level == "same_building" and whole_house)


def _certainly(compared: AddressComparison) -> bool:
    """Whether an address is there beyond doubt: nothing differs, and house and place are stated."""
    agree = set(compared.agree)
    return not compared.differ and bool(agree & {"building", "number"}) and bool(agree & {"city", "country"})


def _elsewhere(compared: AddressComparison) -> bool:
    return compared.level == "other" and not {"city", "country"}.isdisjoint(compared.differ)


def _printed(identifier: Identifier) -> str:
    return f"{identifier.type} {identifier.number}".strip()
