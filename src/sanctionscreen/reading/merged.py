"""Parties that a list repeats, one row for each address or alias: read row by row, then put together."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Callable, Iterator
from functools import reduce
from typing import Any

from sanctionscreen.model import Entity, Listing, PartialDate

from .files import Files
from .kept import unique

NO_VALUE = (None, "unknown")
LATEST = ("amended_on", "delisted_on", "expires_on")


def digest(*parts: str) -> str:
    """An id of ours for a list that has none: the same parts give the same twelve hex digits.

    >>> digest("Sinno Electronics", "CN") == digest("SINNO  ELECTRONICS", "CN")
    True
    """
    folded = "|".join(" ".join(part.split()).casefold() for part in parts)
    return hashlib.sha256(folded.encode()).hexdigest()[:12]


def merged(files: Files, read: Callable[[Files], Iterator[Entity]]) -> Iterator[Entity]:
    """The entities of a list, those of one id put together, each where its last part stands.

    The files are read twice, first to count the parts of each id, so that only parties that have
    begun and not ended are held.

    Args:
        files: the list's files.
        read: reads them, one entity a row.
    """
    left = Counter(part.id for part in read(Files(files.list_key, files.paths)))
    begun: dict[str, list[Entity]] = {}
    for part in read(files):
        begun.setdefault(part.id, []).append(part)
        left[part.id] -= 1
        if not left[part.id]:
            yield reduce(lambda first, second: joined(files, first, second), begun.pop(part.id))


def joined(files: Files, first: Entity, second: Entity) -> Entity:
    """Two records of one party as one.

    What either states is kept; where only one value can stand, it is the first, and the other is
    reported. Of two dates of listing the earlier stands, of two other dates the later.
    """
    names = {name.text: name for name in first.names}
    for name in second.names:
        as_other = name.model_copy(update={"kind": "alias"}) if name.kind == "primary" else name
        names.setdefault(name.text, as_other)
    update = _fields(files, first.id, first, second)
    if first.listing and second.listing:
        listing = _fields(files, first.id, first.listing, second.listing)
        update["listing"] = first.listing.model_copy(update=listing)
    return first.model_copy(update={**update, "names": tuple(names.values())})


def _fields(files: Files, record: str, first: Entity | Listing, second: Entity | Listing) -> dict[str, Any]:
    update: dict[str, Any] = {}
    for field in type(first).model_fields:
        one, other = getattr(first, field), getattr(second, field)
        if one == other or other in NO_VALUE or field in ("names", "listing"):
            continue
        if isinstance(one, tuple):
            update[field] = unique((*one, *other))
        elif one in NO_VALUE:
            update[field] = other
        else:
            update[field] = _one_of(field, one, other)
            if field != "amended_on":
                files.report.odd(record, field, f"{one} / {other}", "the rows of one party differ")
    return update


def _one_of(field: str, one: Any, other: Any) -> Any:
    if not (isinstance(one, PartialDate) and isinstance(other, PartialDate)):
        return one
    if not (one.earliest and other.earliest):
        return one if one.earliest else other
    later = one if one.earliest > other.earliest else other
    if field in LATEST:
        return later
    return one if later is other else other
