"""Across lists: one party on two lists, known by a reference; do the names of one list find it on the other?

References: a UN reference on the UK's and Australia's lists, OFAC's number in the Consolidated Screening
List, an IMO number, a registration number. Every name that the first list prints and the second does not
is asked against all lists, and only the alerts on the second list count. Names alone are asked.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import permutations
from random import Random

from sanctionscreen.model import Entity

from .cases import Case, Pool
from .compared import Compared, Scale
from .folding import fold
from .lists import all_lists
from .table import Row

SEED = 4401
SCHEMES = {"imo": "IMO number", "lei": "registration", "uscc": "registration", "inn": "registration",
           "ogrn": "registration", "registration": "registration"}  # fmt: skip
SHORTEST = 7
"""Letters and digits of a registration number that two lists are believed to mean alike."""
SHARED_AT_MOST = 3
"""Entities of one list with one reference; more, and the reference is not one party's."""
MEASURES = ("found", "wrong parties per case")


def rows(scale: Scale) -> Iterator[Row]:
    """A row for each kind of reference."""
    pool = Pool.of("all lists", all_lists().entities)
    cases = pairs(pool)
    kinds = sorted({case.group for case in cases})
    kept = [
        case
        for kind in kinds
        for case in [case for case in cases if case.group == kind][: scale.pick(120, 1500)]
    ]
    Random(SEED).shuffle(kept)
    compared = Compared.of(pool, kept, scale.pick(60, 120), scale)
    for kind in kinds:
        yield from compared.only([kind]).rows(f"across lists, {kind}", MEASURES)


def pairs(pool: Pool) -> list[Case]:
    """A case for each name of a party that another list prints differently, in random order."""
    by_reference: dict[tuple[str, str], list[int]] = defaultdict(list)
    for place, entity in enumerate(pool.entities):
        for reference in set(references(entity)):
            by_reference[reference].append(place)
    asked: dict[tuple[str, str], Case] = {}
    for (kind, _), places in sorted(by_reference.items()):
        by_list: dict[str, list[int]] = defaultdict(list)
        for place in places:
            by_list[pool.entities[place].list].append(place)
        if any(len(own) > SHARED_AT_MOST for own in by_list.values()):
            continue
        for (_, asking), (second, right) in permutations(by_list.items(), 2):
            for case in _differing(pool, asking, right, kind, second):
                asked.setdefault((case.query, second), case)
    cases = list(asked.values())
    Random(SEED).shuffle(cases)
    return cases


def _differing(pool: Pool, asking: list[int], right: list[int], kind: str, second: str) -> Iterator[Case]:
    printed = {fold(name.text) for place in right for name in pool.entities[place].names}
    for place in asking:
        entity = pool.entities[place]
        for name in entity.names:
            if name.strength != "weak" and fold(name.text) not in printed:
                yield Case(name.text, entity.kind, frozenset(right), kind, within=second)


def references(entity: Entity) -> Iterator[tuple[str, str]]:
    """What another list may know an entity by: kind and reference."""
    if entity.list == "un_sc":
        yield "UN reference", entity.id
    elif entity.listing:
        yield from (("UN reference", other) for other in entity.listing.other_ids)
    if entity.list == "us_ofac_sdn":
        yield "OFAC number", entity.id
    elif entity.list == "us_csl" and entity.listing and entity.listing.component == "SDN" and entity.record:
        yield "OFAC number", entity.record
    for identifier in entity.identifiers:
        number = "".join(c for c in identifier.number.upper() if c.isalnum()).removeprefix("IMO")
        if identifier.scheme in SCHEMES and len(number) >= SHORTEST:
            yield SCHEMES[identifier.scheme], number
