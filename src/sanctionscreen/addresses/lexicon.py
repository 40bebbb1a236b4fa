"""The words of addresses, from the commented TOML files in ``lexicons/``, by language."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from typing import NamedTuple

from sanctionscreen.names.lexicon import Phrases

from .latin import romanized
from .tables import table

Roles = Mapping[str, str]
"""What a word may be, each with the key it stands for: ``{"street_behind": "road"}``."""
NO_ROLES: Roles = {}
NOT_ROLES = ("tells", "glued", "countries", "only")
"""Keys of a section of ``markers.toml`` that are about the language."""
BEHIND, BEFORE, WEAK = "street_behind", "street_before", "street_weak"
"""Words for streets: behind the name, before it, and behind it where a number stands before the name."""


class Lexicon(NamedTuple):
    """The phrases of one language of addresses, the words that they begin with, and what each may be."""

    phrases: Phrases
    first: frozenset[str]
    roles: Mapping[str, Roles]

    def marks(self, words: list[str]) -> list[Roles]:
        """What each word may be; of a phrase, its first word, and the others are part of it (``within``)."""
        marks: list[Roles] = []
        phrases, first, roles = self.phrases, self.first, self.roles
        while (place := len(marks)) < len(words):
            found = phrases.at(words, place) if words[place] in first else None
            if found is None:
                marks.append(NO_ROLES)
            elif found[0] == 1:
                marks.append(roles[found[1]])
            else:
                marks.append({**roles[found[1]], "words": str(found[0])})
                marks.extend([_WITHIN] * (found[0] - 1))
        return marks


_WITHIN: Roles = {"within": ""}


@cache
def lexicon(dialect: str) -> Lexicon:
    """The words of all countries and of one dialect, a section of ``markers.toml``; ``any`` for none."""
    roles: dict[str, dict[str, str]] = {}
    for role, key, phrase in _markers("any"):
        roles.setdefault(phrase, {})[role] = key
    for word in table("markers").get(dialect, {}).get("only", ()):
        roles.pop(word, None)
    for role, key, phrase in (*_streets(), *_buildings()):
        roles.setdefault(phrase, {}).setdefault(role, key)
    for role, key, phrase in (*_markers(dialect), *_own_buildings(dialect), *_own_streets(dialect)):
        roles.setdefault(phrase, {})[role] = key
    first = frozenset(phrase.split()[0] for phrase in roles)
    return Lexicon(Phrases({phrase: [phrase] for phrase in roles}), first, roles)


@cache
def tells() -> Mapping[str, str]:
    """Words by which a dialect is known."""
    sections = table("markers").items()
    return {romanized(word): dialect for dialect, rows in sections for word in rows.get("tells", ())}


@cache
def dialect_of() -> Mapping[str, str]:
    """The dialect of each country that has one."""
    sections = table("markers").items()
    return {code: dialect for dialect, rows in sections for code in rows.get("countries", ())}


@cache
def dialects() -> frozenset[str]:
    """The sections of ``markers.toml`` that are languages."""
    return frozenset(table("markers")) - {"any", "named_floors"}


@cache
def stands_for() -> Mapping[str, frozenset[str]]:
    """Each kind of street with what it may be called in another language."""
    rows = table("streets")
    kinds = {kind for section in ("behind", "before", "weak") for kind in rows[section]}
    return {kind: frozenset((kind, *rows["stands_for"].get(kind, "").split())) for kind in kinds}


@cache
def side_words() -> frozenset[str]:
    """The keys of sides and ends of streets."""
    return frozenset(table("streets")["sides"])


@cache
def joined_words() -> Mapping[str, tuple[str, ...]]:
    """Words that are written together, by what they are apart."""
    return {word: tuple(parts.split()) for word, parts in table("streets")["joined"].items()}


@cache
def glued_types() -> tuple[str, ...]:
    """Words for streets that German and its neighbours write together with the name."""
    return tuple(table("markers")["german"]["glued"])


def _markers(dialect: str) -> Iterator[tuple[str, str, str]]:
    for role, words in table("markers").get(dialect, {}).items():
        if role not in NOT_ROLES:
            yield from ((role, role, romanized(word)) for word in words)
    if dialect == "any":
        for key, words in table("markers")["named_floors"].items():
            yield from (("named_floor", key, word) for word in words)


def _streets() -> Iterator[tuple[str, str, str]]:
    rows = table("streets")
    for role, section in ((BEHIND, "behind"), (BEFORE, "before"), (WEAK, "weak"), ("side", "sides")):
        for kind, words in rows[section].items():
            yield from ((role, kind, romanized(word)) for word in words)


def _buildings() -> Iterator[tuple[str, str, str]]:
    for role, section in (("building", "nouns"), ("qualifier", "qualifiers")):
        for kind, words in table("buildings")[section].items():
            yield from ((role, kind, romanized(word)) for word in words)


def _own_buildings(dialect: str) -> Iterator[tuple[str, str, str]]:
    for kind, words in table("buildings").get(dialect, {}).items() if dialect in dialects() else ():
        yield from (("building", kind, word) for word in words)


def _own_streets(dialect: str) -> Iterator[tuple[str, str, str]]:
    rows = table("streets")["before"]
    for kind, words in rows.items() if dialect == "slavic" else ():
        yield from ((BEFORE, kind, romanized(word)) for word in words)
