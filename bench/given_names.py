"""What the lexicon of given names would join that the lists keep apart.

    python bench/given_names.py [LIST ...]

For the newest published file of each list, three ways of reading the words in its persons' names: by their
keys alone, with short forms, and with counterparts in other languages besides. For each way: the persons who
have a word that is thereby one with a word of another key of another person; and the pairs of persons of
whom a whole name is thereby one, word for word in any order. A pair that is joined is not yet a false hit:
lists have one person twice. The pairs that short forms and counterparts add are printed, by their words.
"""

from __future__ import annotations

import sys
import tempfile
from collections import Counter, defaultdict
from collections.abc import Callable
from itertools import combinations, permutations, product
from pathlib import Path
from typing import NamedTuple

import sanctionscreen as ss
from published import newest
from sanctionscreen.names import Role, analyse
from sanctionscreen.names.given_names import counterparts, full_names, may_be_same, may_be_translated
from sanctionscreen.names.romanization import fold

Words = tuple[str, ...]
LONGEST = 6
ROW = "{:<14}{:<14}{:>9}{:>18}{:>9}"


class Way(NamedTuple):
    """A way of reading words: what two words share if they are one, and whether they are."""

    title: str
    read: Callable[[str], frozenset[str]]
    same: Callable[[str, str], bool]


def key(word: str) -> str:
    """The key of a person's word."""
    return fold(word, person=True)


WAYS = (
    Way("keys", lambda word: frozenset((key(word),)), lambda a, b: key(a) == key(b)),
    Way("short forms", full_names, may_be_same),
    Way(
        "counterparts",
        lambda word: full_names(word) | counterparts(word),
        lambda a, b: may_be_same(a, b) or may_be_translated(a, b),
    ),
)


def persons(of: str, paths: list[Path], store: ss.Store) -> dict[str, set[Words]]:
    """The words of each name of each person of a list, as romanized."""
    found: dict[str, set[Words]] = defaultdict(set)
    for entity in store.entities(store.add(of, paths)):
        for name in entity.names if entity.kind == "person" else ():
            tokens = analyse(name.text, "person").tokens
            words = tuple(token.text for token in tokens if token.role is not Role.PARTICLE)
            if 1 < len(words) <= LONGEST:
                found[entity.id].add(words)
    return found


def touched(listed: dict[str, set[Words]], way: Way) -> int:
    """Persons with a word that is one with a word of another key of another person."""
    bearers: dict[str, set[str]] = defaultdict(set)
    for person, names in listed.items():
        for word in (word for name in names for word in name):
            bearers[word].add(person)
    sharing: dict[str, set[str]] = defaultdict(set)
    for word in bearers:
        for name in way.read(word):
            sharing[name].add(word)
    found: set[str] = set()
    for words in sharing.values():
        for a, b in combinations(words, 2):
            if key(a) != key(b) and way.same(a, b) and len(bearers[a] | bearers[b]) > 1:
                found |= bearers[a] | bearers[b]
    return len(found)


def joined(listed: dict[str, set[Words]], way: Way) -> dict[tuple[str, str], tuple[Words, Words]]:
    """Pairs of persons of whom a whole name is one, with the names."""
    readings: dict[Words, set[tuple[str, Words]]] = defaultdict(set)
    for person, names in listed.items():
        for name in names:
            for read in product(*map(way.read, name)):
                readings[tuple(sorted(read))].add((person, name))
    pairs = {}
    for named in readings.values():
        for (a, first), (b, second) in combinations(sorted(named), 2):
            if (
                a != b
                and (a, b) not in pairs
                and any(all(map(way.same, first, order)) for order in permutations(second))
            ):
                pairs[a, b] = first, second
    return pairs


def measure(of: str, listed: dict[str, set[Words]]) -> Counter[str]:
    """Print the rows of a list; the pairs that the lexicon adds, by the words that differ."""
    added: Counter[str] = Counter()
    already = joined(listed, WAYS[0]).keys()
    for way in WAYS:
        pairs = joined(listed, way)
        print(ROW.format(of, way.title, len(listed), touched(listed, way), len(pairs)), flush=True)
        for first, second in (pairs[pair] for pair in pairs.keys() - already):
            keys, others = set(map(key, first)), set(map(key, second))
            added[f"{' '.join(sorted(keys - others))} / {' '.join(sorted(others - keys))}"] += 1
        already = already | pairs.keys()
    return added


def main() -> None:
    """Measure the lists that are asked for, or all."""
    added: Counter[str] = Counter()
    print(ROW.format("list", "words read by", "persons", "with such a word", "pairs"))
    with tempfile.TemporaryDirectory() as home:
        store = ss.Store(home)
        for of, paths in newest().items():
            if (not sys.argv[1:] or of in sys.argv[1:]) and (listed := persons(of, paths, store)):
                added += measure(of, listed)
    for words, times in added.most_common(40):
        print(f"{times:>6}  {words}")


if __name__ == "__main__":
    main()
