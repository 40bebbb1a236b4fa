"""What else is known of a party and an entity, for and against."""

from __future__ import annotations

from sanctionscreen.model import Entity, EntityKind, Identifier, Party
from sanctionscreen.printed import partial_date, scheme_of

from .identifiers import bare_number, same_identifier, valid_imo
from .policy import SCORE
from .score import Points, Score

_UNDECIDED: frozenset[EntityKind] = frozenset(("unknown", "address"))

# Lists give parties in Hong Kong and Macau either code: since 85 FR 83765 (December 2020) the Entity
# List has them under China.
_CHINA = frozenset(("CN", "HK", "MO"))


def most_attribute_points(party: Party) -> float:
    """The most that attributes other than identifiers can add to a party's score."""
    country = SCORE["country"].value if party.country else 0.0
    return country + (SCORE["birth"].value if party.date_of_birth else 0.0)


def attribute_points(party: Party, entity: Entity) -> tuple[Points, ...]:
    """What kind, country, birth and a ship's number say. What is missing says nothing.

    Together they take no more than ``most_against``, so that a wrong attribute hides no exact name.
    """
    rows = (_kind(party, entity), _country(party, entity), _birth(party, entity), _imo(party, entity))
    said = tuple(row for row in rows if row)
    beyond = SCORE["most_against"].value - sum(row.points for row in said)
    return (*said, Points("most_against", beyond)) if beyond > 0 else said


def lift_by_identifier(score: Score, party: Party, entity: Entity) -> Score:
    """A score of 100 where an identifier of the party is one of the entity's, whatever the names."""
    for label, number in party.identifiers.items():
        for listed in entity.identifiers:
            if same_identifier(label, number, listed):
                lift = SCORE["identifier"].value - score.value
                return score.with_points(Points("identifier", lift, f"{label} {number}", _printed(listed)))
    return score


def _kind(party: Party, entity: Entity) -> Points | None:
    if party.kind == entity.kind or party.kind in _UNDECIDED or entity.kind in _UNDECIDED:
        return None
    return Points("kind", SCORE["kind"].value, party.kind, entity.kind)


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
    return Points(feature, SCORE[feature].value, party.country, ", ".join(sorted(listed)))


def _birth(party: Party, entity: Entity) -> Points | None:
    asked = partial_date(party.date_of_birth or "")
    dates = [birth.on for birth in entity.births if birth.on]
    if not asked or not dates:
        return None
    overlaps = [known for known in (asked.overlaps(on) for on in dates) if known is not None]
    if not overlaps:
        return None
    feature = "birth" if any(overlaps) else "other_birth"
    return Points(feature, SCORE[feature].value, asked.text, ", ".join(on.text for on in dates))


def _imo(party: Party, entity: Entity) -> Points | None:
    asked = {bare_number(number) for label, number in party.identifiers.items() if scheme_of(label) == "imo"}
    listed = {bare_number(row.number) for row in entity.identifiers if row.scheme == "imo"}
    if not asked or not listed or asked & listed or not all(map(valid_imo, asked)):
        return None
    return Points("other_imo", SCORE["other_imo"].value, ", ".join(sorted(asked)), ", ".join(sorted(listed)))


def _printed(identifier: Identifier) -> str:
    return f"{identifier.type} {identifier.number}".strip()
