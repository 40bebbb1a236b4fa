"""What changed in a list from one version to another, entity by entity and field by field."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pydantic_core import from_json, to_json

from sanctionscreen.model import EntityChange, EntityMark, FieldChange, ListDiff, Snapshot

from .entities import EntityFile

NO_FACT = ("record",)
"""A pointer into the publisher's file, which may change without the party's changing."""
WITHIN = ("listing", "vessel")
"""Fields that are looked into, so that a changed programme is told from a changed date."""


def diff_lists(before: tuple[Snapshot, EntityFile], after: tuple[Snapshot, EntityFile]) -> ListDiff:
    """The difference between two versions of a list. Entities are the same where their ids are.

    Args:
        before: a snapshot and its entities.
        after: a later one of the same list.

    Raises:
        StoreError: a version is damaged.
    """
    (old_snapshot, old), (new_snapshot, new) = before, after
    old_places = {number: place for place, number in enumerate(old.ids)}
    new_places = {number: place for place, number in enumerate(new.ids)}
    changed = []
    for number, place in new_places.items():
        if number in old_places and (change := _change(old.line(old_places[number]), new.line(place))):
            changed.append(change)
    come = (place for number, place in new_places.items() if number not in old_places)
    gone = (place for number, place in old_places.items() if number not in new_places)
    return ListDiff(
        list=new_snapshot.list,
        before=old_snapshot,
        after=new_snapshot,
        added=tuple(_mark(new.line(place)) for place in come),
        removed=tuple(_mark(old.line(place)) for place in gone),
        changed=tuple(changed),
    )


def _mark(line: bytes) -> EntityMark:
    return EntityMark(**_brief(from_json(line)))


def _brief(entity: dict[str, Any]) -> dict[str, str]:
    return {
        "id": entity["id"],
        "name": entity["names"][0]["text"],
        "kind": entity.get("kind", "unknown"),
    }


def _change(before: bytes, after: bytes) -> EntityChange | None:
    if before == after:
        return None
    old, new = from_json(before), from_json(after)
    fields = tuple(_fields(old, new))
    return EntityChange(**_brief(new), fields=fields) if fields else None


def _fields(old: dict[str, Any], new: dict[str, Any], path: str = "") -> Iterator[FieldChange]:
    for field in dict.fromkeys([*old, *new]):
        before, after = old.get(field), new.get(field)
        if before == after or field in NO_FACT:
            continue
        if field in WITHIN:
            yield from _fields(before or {}, after or {}, f"{field}.")
            continue
        gone, come = _items(before), _items(after)
        only_before = tuple(value for text, value in gone.items() if text not in come)
        only_after = tuple(value for text, value in come.items() if text not in gone)
        if only_before or only_after:  # the same values in another order are no change
            yield FieldChange(field=path + field, before=only_before, after=only_after)


def _items(value: Any) -> dict[bytes, Any]:
    """The values of a field, by a text that is equal where they are."""
    values = value if isinstance(value, list) else [] if value is None else [value]
    return {to_json(item): item for item in values}
