"""What lists themselves say of who owns whom: statements of unknown percentage.

| on the list | statement |
|---|---|
| parent, owner (UK, FollowTheMoney, names that call a parent) | the other owns shares of the party |
| subsidiary (UK, FollowTheMoney) | the party owns shares of the other |
| operator (OFAC, of ships and aircraft) | the other controls it |
| linked to (OFAC, SECO, UN, Australia) | a tie: OFAC's means owned or controlled by, or acting for |
| scope, such as "and any subsidiary thereof" | the party owns shares of those it does not name |

Associates and relatives are neither owners nor owned.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from sanctionscreen.model import Entity, ListedOwner, OwnershipParty, OwnershipStatement
from sanctionscreen.model.vocabulary import OwnershipKind, RelationKind

from .remarks import is_wider

# For each relation: what is held, and whether the other party holds it of this one, or this one of the other.
HOLDS: dict[RelationKind, tuple[OwnershipKind, bool]] = {
    "parent": ("shares", True),
    "owner": ("shares", True),
    "subsidiary": ("shares", False),
    "operator": ("control", True),
    "linked_to": ("linked", True),
}


def list_id(list_key: str, entity: str) -> str:
    """The id that a listed party has in the statements of lists.

    >>> list_id("gb_fcdo", "RUS0251")
    'gb_fcdo:RUS0251'
    """
    return f"{list_key}:{entity}"


def from_lists(entities: Iterable[Entity]) -> Iterator[OwnershipStatement]:
    """What entities say of their owners and of what they own, in their order.

    A related party is the entity that the list names by its record, or, where it gives a name alone, the one
    entity of the same list that bears exactly this name; otherwise it is known by its name.

    Args:
        entities: of one list or several. All are held in memory while they are read.
    """
    held = list(entities)
    parties = {(entity.list, entity.id): _party(entity) for entity in held}
    bearers: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
    for entity in held:
        for name in entity.names:
            bearers[entity.list, name.text.casefold()].add(entity.id)
    for entity in held:
        party = parties[entity.list, entity.id]
        for relation in entity.relations:
            if relation.kind in HOLDS:
                keys = {relation.id} if relation.id else bearers[entity.list, relation.name.casefold()]
                known = [parties[entity.list, key] for key in keys if (entity.list, key) in parties]
                other = known[0] if len(known) == 1 else OwnershipParty(id=relation.name, name=relation.name)
                if other.id != party.id:
                    yield _statement(party, other, relation.kind)
        for words in entity.scope:
            if is_wider(words):
                rest = OwnershipParty(id=f"{party.id}/{words}", name=f"{party.name} {words}")
                yield OwnershipStatement(
                    owner=party, owned=rest, source=entity.list, record=entity.id, note=words
                )


def _statement(party: OwnershipParty, other: OwnershipParty, relation: RelationKind) -> OwnershipStatement:
    kind, by_other = HOLDS[relation]
    owner, owned = (other, party) if by_other else (party, other)
    source, _, record = party.id.partition(":")
    note = relation.replace("_", " ")
    return OwnershipStatement(owner=owner, owned=owned, kind=kind, source=source, record=record, note=note)


def _party(entity: Entity) -> OwnershipParty:
    countries = entity.all_countries()
    return OwnershipParty(
        id=list_id(entity.list, entity.id),
        name=entity.name,
        country=min(countries) if len(countries) == 1 else None,
        identifiers=tuple(sorted({(one.scheme, one.number) for one in entity.identifiers})),
        other_names=tuple(sorted({name.text for name in entity.names} - {entity.name})),
    )


def listed_in(entities: Iterable[Entity]) -> dict[str, ListedOwner]:
    """The listed parties of some lists, by their ids in the statements of lists; all are certain."""
    return {list_id(entity.list, entity.id): ListedOwner.of(entity) for entity in entities}
