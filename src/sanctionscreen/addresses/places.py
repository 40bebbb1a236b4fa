"""Countries, regions, cities and their parts, from ``lexicons/places.toml`` and the places of names."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from typing import NamedTuple

from rapidfuzz.distance import OSA

from sanctionscreen.names.lexicon import Phrases, spellings
from sanctionscreen.names.lexicon import table as names_table

from .latin import romanized
from .parsed import PartKind
from .tables import table

SHORTEST_NEAR = 6
"""Letters of a place that is known with one slip in it."""


class Place(NamedTuple):
    """What a phrase names: a country by its ISO code, or a region, city or district by its key."""

    kind: PartKind
    key: str
    country: str = ""


Found = tuple[int, tuple[Place, ...]]
"""How many words name a place, and what they may name."""


class Places(NamedTuple):
    """The phrases of places, the words that they begin with, and what each names."""

    phrases: Phrases
    first: frozenset[str]
    named: Mapping[str, tuple[Place, ...]]

    def near(self, words: list[str]) -> tuple[Place, ...]:
        """What words name that run together or have one slip: ``mongkog``, ``Petersbrug``."""
        joined = "".join(words)
        if len(joined) < SHORTEST_NEAR:
            return ()
        known = _reduced()
        for meant in sorted({meant for form in _without_one(joined) for meant in known.get(form, ())}):
            if OSA.distance(joined, meant.replace(" ", ""), score_cutoff=1) <= 1:
                return self.named[meant]
        return ()

    def found(self, words: list[str]) -> list[Found | None]:
        """For each word, the place that begins with it."""
        found: list[Found | None] = [None] * len(words)
        for start, word in enumerate(words):
            if word in self.first and (at := self.phrases.at(words, start)):
                found[start] = at[0], self.named[at[1]]
        return found


@cache
def places() -> Places:
    """Every place that is known by its name alone. Names of two countries' places keep both."""
    named: dict[str, list[Place]] = {}
    for phrase, place in (*_countries(), *_city_states(), *_districts(), *_cities(), *_regions()):
        known = named.setdefault(romanized(phrase), [])
        if place not in known:
            known.append(place)
    phrases = {phrase: [phrase] for phrase in named if phrase}
    first = frozenset(phrase.split()[0] for phrase in phrases)
    return Places(Phrases(phrases), first, {phrase: tuple(found) for phrase, found in named.items()})


@cache
def _reduced() -> Mapping[str, tuple[str, ...]]:
    """Countries, cities and districts by what is left of their letters without one."""
    found: dict[str, set[str]] = {}
    for phrase, named in places().named.items():
        joined = phrase.replace(" ", "")
        if len(joined) >= SHORTEST_NEAR and named[0].kind in ("city", "district", "country"):
            for form in _without_one(joined):
                found.setdefault(form, set()).add(phrase)
    return {form: tuple(sorted(phrases)) for form, phrases in found.items()}


def _without_one(word: str) -> set[str]:
    return {word, *(word[:place] + word[place + 1 :] for place in range(1, len(word)))}


@cache
def country_groups() -> Mapping[str, frozenset[str]]:
    """Countries that do not contradict each other, by each of them."""
    return {code: frozenset(codes) for codes in table("places")["one_country"].values() for code in codes}


@cache
def city_of_country() -> Mapping[str, str]:
    """The city that a country is, by its code."""
    return {code: names[0] for code, names in table("places")["city_states"].items()}


def _countries() -> Iterator[tuple[str, Place]]:
    world = names_table("places")["world"]
    for code, names in table("places")["countries"].items():
        place = Place("country", code, code)
        yield code.lower(), place
        for name in names:
            yield from (
                (spelled, place) for row in (name, *world.get(name, ())) for spelled in spellings(row)
            )


def _city_states() -> Iterator[tuple[str, Place]]:
    for code, names in table("places")["city_states"].items():
        rows = names_table("places")["china"]["others"].get(names[0], [])
        yield from ((spelled, Place("country", code, code)) for spelled in (code.lower(), *names, *rows))


def _districts() -> Iterator[tuple[str, Place]]:
    for code, rows in table("places")["districts"].items():
        for key, others in rows.items():
            yield from ((name, Place("district", key, code)) for name in (key, *others))


def _cities() -> Iterator[tuple[str, Place]]:
    rows = names_table("places")
    regions = {key for rows_of in table("places")["regions"].values() for key in rows_of} - {"new york"}
    country_of = {city: code for code, cities in table("places")["of_country"].items() for city in cities}
    for section, code in ((rows["cities"], ""), (rows["soviet"], "SU"), (rows["china"]["cities"], "CN")):
        for key, others in section.items():
            joined = key.replace(" ", "") if code == "CN" else key
            if joined not in regions:
                place = Place("city", joined, code or country_of.get(joined, ""))
                yield from ((name, place) for name in _spelled(key, joined, others))
    for key, others in table("places")["cities"].items():
        yield from ((name, Place("city", key, "SU")) for name in others)
    for key in ("harbin", "urumqi", "kaohsiung"):
        others = rows["china"]["others"][key]
        yield from ((name, Place("city", key, "CN")) for name in _spelled(key, key, others))


def _regions() -> Iterator[tuple[str, Place]]:
    soviet = names_table("places")["soviet"]
    for key, others in names_table("places")["china"]["provinces"].items():
        joined = key.replace(" ", "")
        kind: PartKind = "city" if joined in ("chongqing",) else "region"
        yield from ((name, Place(kind, joined, "CN")) for name in _spelled(key, joined, others))
    for code, rows in table("places")["regions"].items():
        for key, others in rows.items():
            spelled = _spelled(key, key, [*others, *soviet.get(key, [])])
            yield from ((name, Place("region", key, code)) for name in spelled)


def _spelled(key: str, joined: str, others: list[str]) -> Iterator[str]:
    """Every spelling of a place but its adjectives, which are also names of streets."""
    for row in (key, joined, *others):
        if not row.endswith("-"):
            yield from (text for text in spellings(row) if "-" not in text)
