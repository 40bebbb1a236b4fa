"""Keys of an index: addresses of one building share at least one with high probability."""

from __future__ import annotations

from itertools import product

from .designators import spread
from .likeness import Named, named
from .parsed import ParsedAddress
from .places import city_of_country

MOST = 48
"""Keys that one address has at most."""
LONGEST_RANGE = 7
"""Numbers of a range that have keys of their own, the last aside."""
SHORTEST_HALVED = 4
"""Consonants that a building's name must have for half of it to be a key with the city alone."""
_VOWELS = str.maketrans("", "", "aeiouyhw")


def address_keys(address: ParsedAddress) -> frozenset[str]:
    """The keys under which an index holds an address, and under which it looks for others in the building.

    A key joins things that one slip seldom spoils together: the consonants of the building's name; half
    of them with the city; the consonants of the street with the number of the house; half of them with the
    number and the city; the number with the postcode; the box. An address without street number and building
    has keys of its number or unit with its street, district or city. ``docs/addresses.md`` has the recall.

    Returns:
        At most ``MOST`` keys; none for an address with neither building, street number nor box.
    """
    keys: set[str] = set()
    numbers = _numbers(address.keys("number"))
    cities = [_bare(named(city).joined)[:4] for city in _cities(address)[:2]]
    for building in map(named, address.keys("building")[:2]):
        keys.update(f"b:{part}" for part in _skeletons(building))
        keys.update(f"h:{city}:{half}" for city, half in product(cities, _halves(building, SHORTEST_HALVED)))
    for street in map(named, address.keys("street")[:2]):
        keys.update(f"s:{number}:{part}" for number, part in product(numbers, _skeletons(street)))
        ends = product({*numbers[:1], *numbers[-1:]}, cities, _halves(street, 1))
        keys.update(f"c:{number}:{city}:{half}" for number, city, half in ends)
    if not keys:
        around = address.keys("street") or address.keys("district") or _cities(address)
        doors = numbers or address.keys("unit")
        keys.update(f"u:{door}:{_bare(named(place).bag)}" for door, place in product(doors[:3], around[:3]))
    keys.update(f"p:{number}:{code}" for number, code in product(numbers[:2], address.keys("postcode")[:1]))
    keys.update(f"x:{box}" for box in address.keys("box")[:3])
    return frozenset(sorted(keys)[:MOST])


def _cities(address: ParsedAddress) -> tuple[str, ...]:
    states = city_of_country()
    return address.keys("city") or tuple(states[code] for code in address.keys("country") if code in states)


def _numbers(keys: tuple[str, ...]) -> list[str]:
    """The numbers of a house; of a range those on the side of the street that it begins on."""
    numbers: list[str] = []
    for key in keys[:2]:
        found = spread(key)
        if found is None:
            numbers.append(key)
        else:
            within = [*range(found.first, found.last, 2)][:LONGEST_RANGE]
            numbers += [f"{found.before}{number}{found.behind}" for number in (*within, found.last)]
    return numbers


def _skeletons(name: Named) -> set[str]:
    """The consonants of a name, in its own order of words and in that of the alphabet."""
    numbers = "".join(sorted(name.numbers))
    return {_bare(name.joined) + numbers, _bare(name.bag) + numbers}


def _halves(name: Named, shortest: int) -> set[str]:
    """The first and the second half of the consonants, not the middle one: one slip spoils one of them."""
    bare = _bare(name.bag) + "".join(sorted(name.numbers))
    half = max(len(bare) // 2, 1)
    return {f"{bare[:half]}-", f"-{bare[-half:]}"} if len(bare) >= shortest else set()


def _bare(name: str) -> str:
    """A name without vowels and doubled letters; as it is where that leaves nothing."""
    bare = name.translate(_VOWELS)
    single = "".join(letter for place, letter in enumerate(bare) if not place or letter != bare[place - 1])
    return single or name
