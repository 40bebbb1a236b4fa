"""Variations: listed names as somebody else writes them (``classes.py``); is the party among the alerts?

Names are drawn from all lists: long enough to tell something (six letters, two words for persons), in
Latin letters, not weak. Depth 1 is one class at a time; depth 2 and 3 are two or three classes in turn,
drawn from all but those of loss. The bars are for ``plain`` classes, for all but those of loss together,
and for each class alone.
"""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

from sanctionscreen.model import EntityKind

from .cases import Case, Counted
from .classes import CLASSES, vary
from .compared import Compared, Scale
from .lists import all_lists
from .table import Row

SEED = 4201
LONGEST = 90
SHORTEST = 6
MEASURES = ("found", "wrong parties per case")
KINDS: tuple[EntityKind, ...] = ("organization", "person")


def rows(scale: Scale) -> Iterator[Row]:
    """Depth 1 by class and bar, depth 2 and 3 overall."""
    for kind in KINDS:
        draw = Random(f"{SEED} {kind}")
        names = drawn_names(kind, draw)
        classes = [title for title, row in CLASSES.items() if kind in row.kinds]
        cases = one_deep(kind, names, classes, scale.pick(12, 120), draw)
        compared = Compared.of(all_lists(), cases, scale.pick(60, 100), scale)
        yield from _of_bars(compared, kind, classes)
        kept = [title for title in classes if CLASSES[title].bar != "loss"]
        for depth in (2, 3):
            deep = deeper(kind, names, kept, depth, scale.pick(200, 2000), draw)
            of_depth = Compared.of(all_lists(), deep, scale.pick(0, 40), scale)
            yield from of_depth.rows(f"variations, {kind}s, depth {depth}", MEASURES)


def _of_bars(compared: Compared, kind: EntityKind, classes: list[str]) -> Iterator[Row]:
    task = f"variations, {kind}s, depth 1"
    by_bar = {bar: [t for t in classes if CLASSES[t].bar == bar] for bar in ("plain", "other", "loss")}
    yield from compared.only([*by_bar["plain"], *by_bar["other"]]).rows(task, MEASURES, "all but loss: ")
    yield from compared.only(by_bar["plain"]).rows(task, ("found",), "plain: ")
    for title in classes:
        counted: Counted = compared.ours.only([title])
        bar = CLASSES[title].bar
        yield Row(task, f"{title} ({bar}): found", len(counted.cases), f"{counted.found():.2f} %")


def drawn_names(kind: EntityKind, draw: Random) -> list[tuple[str, int]]:
    """Names to vary, with the party of each, in random order."""
    pool = all_lists()
    found = {
        name.text: pool.parties[place]
        for place, entity in enumerate(pool.entities)
        if entity.kind == kind
        for name in entity.names
        if name.strength != "weak" and _tells(name.text, kind)
    }
    names = sorted(found.items())
    draw.shuffle(names)
    return names


def _tells(name: str, kind: EntityKind) -> bool:
    letters = [character for character in name if character.isalpha()]
    return (
        len(letters) >= SHORTEST
        and len(name) <= LONGEST
        and all(character < "\u0250" for character in letters)
        and (kind != "person" or " " in name)
    )


def one_deep(
    kind: EntityKind, names: list[tuple[str, int]], classes: list[str], count: int, draw: Random
) -> list[Case]:
    """So many cases of each class, in random order; fewer where a class seldom applies."""
    cases: list[Case] = []
    for place, title in enumerate(classes):
        made = 0
        offset = place * count
        for name, party in (*names[offset:], *names[:offset]):
            varied = vary(name, [title], draw)
            if varied != name and len(varied) >= 3:
                cases.append(Case(varied, kind, frozenset((party,)), title))
                made += 1
            if made == count:
                break
    draw.shuffle(cases)
    return cases


def deeper(
    kind: EntityKind, names: list[tuple[str, int]], classes: list[str], depth: int, count: int, draw: Random
) -> list[Case]:
    """Cases of several classes in turn."""
    cases: list[Case] = []
    for name, party in draw.sample(names, min(len(names), 2 * count)):
        varied = vary(name, draw.sample(classes, depth), draw)
        if varied != name and len(cases) < count:
            cases.append(Case(varied, kind, frozenset((party,))))
    return cases
