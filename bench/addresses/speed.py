"""Time of a parse and of a comparison, on all listed addresses of the measured countries."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from random import Random

from sanctionscreen.addresses import address_keys, compare_addresses, parse_address

from .pairs import listed

SEED = 6012
ROUNDS = 5


def figures() -> Iterator[tuple[str, str]]:
    """Microseconds each; the least of some rounds, but for words that are met for the first time."""
    texts = [address.text for addresses in listed().values() for address in addresses]
    parse_address(texts[0])
    began = time.perf_counter()
    parsed = [parse_address(text) for text in texts]
    yield "parse, words met for the first time", f"{1e6 * (time.perf_counter() - began) / len(texts):.0f}"
    yield "parse, words met before", f"{least(lambda: list(map(parse_address, texts)), len(texts)):.0f}"
    yield "keys", f"{least(lambda: list(map(address_keys, parsed)), len(texts)):.0f}"
    draw = Random(SEED)
    places = [(draw.randrange(len(parsed)), draw.randrange(len(parsed))) for _ in range(10_000)]
    near = [(place, place + 1) for place in range(len(parsed) - 1)]
    for title, pairs in (("random pairs", places), ("neighbours in the alphabet", near)):
        a, b = [parsed[place] for place, _ in pairs], [parsed[place] for _, place in pairs]
        yield f"compare, {title}", f"{least(lambda a=a, b=b: list(map(compare_addresses, a, b)), len(a)):.1f}"
    loop = least(lambda: sum(number * number for number in range(100_000)), 100)
    yield "a thousand squares, to know the machine by", f"{loop:.0f}"


def least(work: Callable[[], object], count: int) -> float:
    """Microseconds of one of ``count`` pieces of work, in the fastest of ``ROUNDS`` rounds."""
    times = []
    for _ in range(ROUNDS):
        began = time.perf_counter()
        work()
        times.append(time.perf_counter() - began)
    return 1e6 * min(times) / count
