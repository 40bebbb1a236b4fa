"""Keys of an index: addresses of one building share at least one with high probability."""

from __future__ import annotations

from itertools import product

from .designators import spread
from .names import Named, named
from .parsed import ParsedAddress
from .places import city_of_country

MOST = 32
"""Keys that one address has at most."""
LONGEST_RANGE = 3
"""Numbers of a range that have keys of their own: the first, the last and the one between."""
SHORTEST_NAME = 3
"""Letters that a building's name must have to be a key by itself."""
_VOWELS = str.maketrans("", "", "aeiouyhw")


def address_keys(address: ParsedAddress) -> frozenset[str]:
    """The keys under which an index holds an address, and under which it looks for others in the building.

    A key joins two things that a slip seldom spoils together: the consonants of the building's name; those of
    the street and the number of the house; the first and the last consonants of the street with the number and
    the city; the number and the postcode; the box. Their recall is in ``docs/addresses.md``.

    Returns:
        At most ``MOST`` keys; none for an address with neither building, street number nor box.
    """
    keys: set[str] = set()
    numbers = _numbers(address.keys("number"))
    cities = address.keys("city") or tuple(
        city_of_country()[code] for code in address.keys("country") if code in city_of_country()
    )
    for building in map(named, address.keys("building")[:3]):
        if len(building.joined) >= SHORTEST_NAME or building.numbers:
            keys.update(f"b:{part}" for part in _skeletons(building))
    for street, number in product(map(named, address.keys("street")[:3]), numbers):
        keys.update(f"s:{number}:{part}" for part in _skeletons(street))
        for city in cities[:2]:
            keys.update(f"c:{number}:{_bare(named(city).joined)[:4]}:{edge}" for edge in _edges(street))
    for number, postcode in product(numbers[:2], address.keys("postcode")[:1]):
        keys.add(f"p:{number}:{postcode}")
    keys.update(f"x:{box}" for box in address.keys("box")[:3])
    return frozenset(sorted(keys)[:MOST])


def _numbers(keys: tuple[str, ...]) -> list[str]:
    """The numbers of a house, those of a range apart."""
    numbers: list[str] = []
    for key in keys[:3]:
        found = spread(key)
        if found is None or found.first == found.last:
            numbers.append(key)
        else:
            numbers += [f"{found.before}{number}{found.behind}" for number in (found.first, found.last)]
    return numbers


def _skeletons(name: Named) -> set[str]:
    """The consonants of a name, in its own order of words and in that of the alphabet."""
    numbers = "".join(sorted(name.numbers))
    return {_bare(name.joined) + numbers, _bare(name.bag) + numbers}


def _edges(name: Named) -> set[str]:
    """The first two and the last two consonants."""
    bare = _bare(name.bag) + "".join(sorted(name.numbers))
    return {f"{bare[:2]}-", f"-{bare[-2:]}"} if len(bare) > 3 else {bare}


def _bare(name: str) -> str:
    """A name without vowels and doubled letters; as it is where that leaves nothing."""
    bare = name.translate(_VOWELS)
    single = "".join(letter for place, letter in enumerate(bare) if not place or letter != bare[place - 1])
    return single or name
