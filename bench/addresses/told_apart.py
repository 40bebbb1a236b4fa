"""Generated pairs: are the same units and buildings called the same, and others told apart?

A pair of the same place is judged right if its level is that of the listed address against itself, or at
least ``same_building`` where the variation drops the unit. An address of which this package reads neither
unit nor building nor number would make every pair right, so how many are read is a row of its own.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import lru_cache

from sanctionscreen.addresses import Level, ParsedAddress, compare_addresses, parse_address

from .labelled import auc, token_set
from .pairs import Pair

ORDER: tuple[Level, ...] = ("unknown", "other", "same_city", "same_street", "same_building", "same_unit")


@lru_cache(maxsize=100_000)
def parsed(text: str) -> ParsedAddress:
    """An address, parsed once."""
    return parse_address(text)


def level(pair: Pair) -> Level:
    """The level of a pair."""
    return compare_addresses(parsed(pair.listed), parsed(pair.varied)).level


def itself(pair: Pair) -> Level:
    """The level of the listed address against itself."""
    return compare_addresses(parsed(pair.listed), parsed(pair.listed)).level


def right(pair: Pair, found: Level) -> bool:
    """Whether a level is what the pair's class says."""
    if pair.says == "other unit":
        return found != "same_unit"
    if pair.says == "other building":
        return found not in ("same_unit", "same_building")
    wanted = ORDER.index(itself(pair))
    if pair.says == "same building":
        listed = parsed(pair.listed)
        housed = listed.building or listed.number or listed.box
        wanted = min(
            wanted,
            ORDER.index("same_building" if housed else "same_street" if listed.street else "same_city"),
        )
    return ORDER.index(found) >= wanted


def figures(pairs: list[Pair]) -> Iterator[tuple[str, ...]]:
    """A row for each class, each group of countries and all together; then the AUCs."""
    rights: dict[str, list[bool]] = defaultdict(list)
    cut = _best_cut(pairs)
    theirs: dict[str, list[bool]] = defaultdict(list)
    for pair in pairs:
        judged, by_ratio = (
            right(pair, level(pair)),
            (token_set(pair.listed, pair.varied) >= cut) == _same(pair),
        )
        for row in (f"{pair.title} ({pair.says})", f"all: {pair.group}", "all"):
            rights[row].append(judged)
            theirs[row].append(by_ratio)
    for row, found in rights.items():
        share, other = (100 * sum(of) / len(of) for of in (found, theirs[row]))
        yield row, f"{len(found):,}", f"{share:.1f} %", f"{other:.1f} %"
    read = [ORDER.index(itself(pair)) >= ORDER.index("same_building") for pair in pairs]
    yield (
        "listed addresses read as far as a building",
        f"{len(read):,}",
        f"{100 * sum(read) / len(read):.1f} %",
        "-",
    )
    yield from _aucs(pairs)


def _aucs(pairs: list[Pair]) -> Iterator[tuple[str, ...]]:
    for title, other in (("unit", ("other unit",)), ("unit or building", ("other unit", "other building"))):
        same = [
            pair for pair in pairs if pair.says == "same" and (title != "unit" or parsed(pair.listed).unit)
        ]
        apart = [pair for pair in pairs if pair.says in other]
        ours, theirs = (
            auc([of(p) for p in same], [of(p) for p in apart]) for of in (_similarity, _token_set)
        )
        yield (
            f"AUC, same against other {title}",
            f"{len(same) + len(apart):,}",
            f"{ours:.4f}",
            f"{theirs:.4f}",
        )


def _similarity(pair: Pair) -> float:
    return compare_addresses(parsed(pair.listed), parsed(pair.varied)).similarity


def _token_set(pair: Pair) -> float:
    return token_set(pair.listed, pair.varied)


def _same(pair: Pair) -> bool:
    return pair.says in ("same", "same building")


def _best_cut(pairs: list[Pair]) -> float:
    """The ratio from which the most pairs would be judged right, found on these very pairs."""
    scored = [(token_set(pair.listed, pair.varied), _same(pair)) for pair in pairs]
    cuts = [cut / 100 for cut in range(50, 102)]
    return max(cuts, key=lambda cut: sum((ratio >= cut) == same for ratio, same in scored))
