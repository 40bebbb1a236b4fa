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
from sanctionscreen.names.romanization import fold
from sanctionscreen.ownership import Ownership
from sanctionscreen.printed import scheme_of

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

        Names are the same where their words are, in whatever order and romanization, legal forms aside. Of a
        name all of whose words are common they must be spelled the same.
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
        wanted, postings = _core(asked), [self._by_word.get(word, frozenset()) for word in _telling(asked)]
        alike = sorted(frozenset.intersection(*postings)) if wanted and postings else []
        return [place for place in alike if any(_core(analyse(own)) == wanted for own in self._names(place))]

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
    def _by_word(self) -> Mapping[str, frozenset[int]]:
        found: defaultdict[str, set[int]] = defaultdict(set)
        for place, party in enumerate(self.ownership.parties()):
            for name in (party.name, *party.other_names):
                for word in _words(name):
                    found[word].add(place)
        return {word: frozenset(places) for word, places in found.items()}


def _words(name: str) -> Iterable[str]:
    """The keys of a name's words. Hundreds of thousands are read, so ASCII names are not analysed."""
    if name.isascii():
        return map(fold, _WORDS.findall(name.casefold()))
    return {key for token in analyse(name).tokens for key in (token.key, fold(token.text))}


def _telling(name: AnalysedName) -> set[str]:
    """The keys of the words by which a name is looked up: its rare ones, or all where it has none."""
    rare = {token.key for token in name.tokens if token.role is Role.DISTINCTIVE}
    return rare or {fold(token.text) for token in name.tokens if token.role is not Role.FORM}


def _core(name: AnalysedName) -> tuple[str, ...]:
    return tuple(sorted(token.key for token in name.tokens if token.role is not Role.FORM))


def _has(party: OwnershipParty, label: str, number: str) -> bool:
    return any(
        same_identifier(label, number, Identifier(number=theirs, type=scheme, scheme=scheme_of(scheme)))
        for scheme, theirs in party.identifiers
    )
