"""Which party of some statements of ownership another party is: by its number or by its exact name."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import NamedTuple

from sanctionscreen.matching.identifiers import SHORTEST, bare_number, same_identifier
from sanctionscreen.model import Identifier, OwnershipParty
from sanctionscreen.names import AnalysedName, Role, analyse
from sanctionscreen.ownership import Ownership
from sanctionscreen.printed import scheme_of

MOST_ALIKE = 2_000
"""Parties that share a name's rarest word and are looked at; where more do, its words are common."""
_WORDS = re.compile(r"\w+")


class Bearer(NamedTuple):
    """A party of the statements, by its place, and whether a number says that it is the one."""

    place: int
    certain: bool


class Directory:
    """The parties of some statements by their numbers and names. The names are read when first asked for.

    Args:
        ownership: the statements.
    """

    def __init__(self, ownership: Ownership) -> None:
        self.ownership = ownership

    def find(self, names: Iterable[str], identifiers: Mapping[str, str]) -> tuple[Bearer, ...]:
        """The parties that have one of some numbers, or else exactly one of some names.

        Names are the same where their words are, in whatever order and romanization, legal forms aside.
        """
        numbered = {
            place
            for label, number in identifiers.items()
            for place in self._by_number.get(bare_number(number), ())
            if _has(self._party(place), label, number)
        }
        if numbered:
            return tuple(Bearer(place, True) for place in sorted(numbered))
        named = {place for name in names for place in self._named(name)}
        return tuple(Bearer(place, False) for place in sorted(named))

    def _named(self, name: str) -> list[int]:
        asked = analyse(name, "organization")
        wanted = _core(asked)
        found = sorted(
            (self._by_word[word] for word in _words(name, asked) if word in self._by_word), key=len
        )
        if not wanted or not found or len(found[0]) > MOST_ALIKE:
            return []
        return [
            place
            for place in found[0]
            if any(_core(analyse(own, "organization")) == wanted for own in self._names(place))
        ]

    def _names(self, place: int) -> tuple[str, ...]:
        party = self._party(place)
        return (party.name, *party.other_names)

    def _party(self, place: int) -> OwnershipParty:
        return self.ownership.party(self.ownership.ids[place])

    @cached_property
    def _by_number(self) -> Mapping[str, list[int]]:
        found: defaultdict[str, list[int]] = defaultdict(list)
        for place, party in enumerate(self.ownership.parties()):
            for _, number in party.identifiers:
                if len(bare := bare_number(number)) >= SHORTEST:
                    found[bare].append(place)
        return found

    @cached_property
    def _by_word(self) -> Mapping[str, list[int]]:
        found: defaultdict[str, list[int]] = defaultdict(list)
        for place, party in enumerate(self.ownership.parties()):
            names = (party.name, *party.other_names)
            for word in {word for name in names for word in _words(name)}:
                found[word].append(place)
        return dict(found)


def _words(name: str, analysed: AnalysedName | None = None) -> set[str]:
    """The words that a name is looked up by: as they stand if they are ASCII, otherwise romanized."""
    plain = name.isascii()
    words = set(_WORDS.findall(name.casefold())) if plain else set()
    if analysed or not plain:
        words |= {token.text for token in (analysed or analyse(name, "organization")).tokens}
    return words


def _core(name: AnalysedName) -> tuple[str, ...]:
    return tuple(sorted(token.key for token in name.tokens if token.role is not Role.FORM))


def _has(party: OwnershipParty, label: str, number: str) -> bool:
    return any(
        same_identifier(label, number, Identifier(number=theirs, type=scheme, scheme=scheme_of(scheme)))
        for scheme, theirs in party.identifiers
    )
