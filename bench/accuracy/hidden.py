"""Hidden alias: a listed alias, asked after it was taken from its party; is the party found by the rest?

Parties of the Entity List are its rows with one primary name (it repeats a party per country). The alias is
hidden from every row of its party; other parties that bear the very name are neither right nor wrong.
Weak aliases are not asked. Of an SDN party with many aliases at most ``MOST`` are.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from random import Random

from sanctionscreen.model import Entity

from .cases import Case, Pool
from .compared import Compared, Scale
from .folding import fold
from .lists import of_list
from .table import Row

SEED = 4301
MOST = 12
MEASURES = ("found", "first (ties count)", "wrong parties per case")


def rows(scale: Scale) -> Iterator[Row]:
    """The Entity List, and the organizations and persons of the SDN list."""
    entity_list = pool_of("Entity List", of_list("us_csl", "EL"))
    cases = hiding(entity_list)[: scale.pick(400, 10_000)]
    compared = Compared.of(entity_list, cases, scale.pick(60, 200), scale, ranked=True)
    yield from compared.rows("hidden alias, Entity List", MEASURES)
    sdn = pool_of("SDN list", of_list("us_ofac_sdn"))
    cases = hiding(sdn)[: scale.pick(400, 20_000)]
    compared = Compared.of(sdn, cases, scale.pick(40, 120), scale, ranked=True)
    for kind in ("organization", "person"):
        yield from compared.only([kind]).rows(f"hidden alias, SDN {kind}s", MEASURES)


def pool_of(name: str, entities: Sequence[Entity]) -> Pool:
    """A pool in which rows with one primary name are one party."""
    numbers: dict[str, int] = {}
    return Pool(name, entities, [numbers.setdefault(fold(e.name) or e.id, len(numbers)) for e in entities])


def hiding(pool: Pool) -> list[Case]:
    """A case for each alias of each party, in random order."""
    bearers: dict[str, set[int]] = {}
    for entity, party in zip(pool.entities, pool.parties, strict=True):
        for name in entity.names:
            bearers.setdefault(fold(name.text), set()).add(party)
    draw = Random(SEED)
    cases: list[Case] = []
    for party, places in pool.members.items():
        entities = [pool.entities[place] for place in places]
        primary = fold(entities[0].name)
        aliases = {
            fold(name.text): name.text
            for entity in entities
            for name in entity.names[1:]
            if name.strength != "weak" and fold(name.text) not in ("", primary)
        }
        for folded in draw.sample(sorted(aliases), min(len(aliases), MOST)):
            beside = frozenset(bearers[folded] - {party})
            kind = entities[0].kind
            cases.append(Case(aliases[folded], kind, frozenset((party,)), kind, beside, hides=folded))
    draw.shuffle(cases)
    return cases
