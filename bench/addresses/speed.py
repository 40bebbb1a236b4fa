"""Time of a parse and of a comparison, on all listed addresses of the measured countries."""

from __future__ import annotations

import time
from collections.abc import Iterator
from random import Random

from rapidfuzz import fuzz
from sanctionscreen.addresses import address_keys, compare_addresses, parse_address

from .pairs import listed

SEED = 6012


def figures() -> Iterator[tuple[str, str]]:
    """Microseconds each: a first and a second pass of parsing, keys, and comparisons of random and like pairs."""
    texts = [address.text for addresses in listed().values() for address in addresses]
    parse_address(texts[0])
    for title in ("parse, words met for the first time", "parse, words met before"):
        began = time.perf_counter()
        parsed = [parse_address(text) for text in texts]
        yield title, f"{1e6 * (time.perf_counter() - began) / len(texts):.0f}"
    began = time.perf_counter()
    for address in parsed:
        address_keys(address)
    yield "keys", f"{1e6 * (time.perf_counter() - began) / len(texts):.0f}"
    draw = Random(SEED)
    places = [(draw.randrange(len(parsed)), draw.randrange(len(parsed))) for _ in range(50_000)]
    near = [(place, place + 1) for place in range(len(parsed) - 1)]
    for title, chosen in (("compare, random pairs", places), ("compare, neighbours in the alphabet", near)):
        began = time.perf_counter()
        for a, b in chosen:
            compare_addresses(parsed[a], parsed[b])
        yield title, f"{1e6 * (time.perf_counter() - began) / len(chosen):.1f}"
    began = time.perf_counter()
    for a, b in places:
        fuzz.token_set_ratio(texts[a], texts[b])
    yield "token_set_ratio, random pairs", f"{1e6 * (time.perf_counter() - began) / len(places):.1f}"
