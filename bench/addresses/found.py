"""Keys of the index: does a variation share one with its listed address, and with how many others?"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from sanctionscreen.addresses import address_keys

from .pairs import Pair, listed
from .told_apart import parsed


def figures(pairs: list[Pair]) -> Iterator[tuple[str, ...]]:
    """Recall over the pairs of one building, by class where it is not whole; keys and candidates."""
    same = [pair for pair in pairs if pair.says != "other building" and _housed(pair)]
    shared = [bool(address_keys(parsed(pair.listed)) & address_keys(parsed(pair.varied))) for pair in same]
    yield "recall", f"{len(same):,}", f"{100 * sum(shared) / len(shared):.2f} %"
    missed: dict[str, list[bool]] = defaultdict(list)
    for pair, found in zip(same, shared, strict=True):
        missed[pair.title].append(found)
    for title, found_of in missed.items():
        if not all(found_of):
            yield f"recall: {title}", f"{len(found_of):,}", f"{100 * sum(found_of) / len(found_of):.1f} %"
    yield from _sizes([pair.varied for pair in pairs])


def _housed(pair: Pair) -> bool:
    """Whether the listed address names a building, the number of a house or a box."""
    address = parsed(pair.listed)
    return bool(address.building or address.number or address.box)


def _sizes(queries: list[str]) -> Iterator[tuple[str, ...]]:
    holders: dict[str, set[int]] = defaultdict(set)
    every = [address for addresses in listed().values() for address in addresses]
    counts = []
    for place, address in enumerate(every):
        keys = address_keys(parsed(address.text))
        counts.append(len(keys))
        for key in keys:
            holders[key].add(place)
    mean, most = sum(counts) / len(counts), max(counts)
    yield "keys of an address, mean and most", f"{len(every):,}", f"{mean:.1f}, {most}"
    sharing = (set().union(*(holders[key] for key in address_keys(parsed(text)))) for text in queries)
    candidates = sorted(map(len, sharing))
    yield (
        "listed addresses that share a key, mean and 99 of 100",
        f"{len(queries):,}",
        f"{sum(candidates) / len(candidates):.1f}, {candidates[len(candidates) * 99 // 100]}",
    )
