"""The places of names, from ``lexicons/places.toml``: what it lists, and what follows by rule."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache

from .lexicon import Phrases, expanded, table

Spellings = Mapping[str, list[str]]


@cache
def places() -> Phrases:
    """Places by key: countries, regions and cities with their adjectives and what may stand beside them."""
    lexicon = table("places")
    china, beside = lexicon["china"], lexicon["beside"]
    parts: tuple[tuple[Spellings, list[str]], ...] = (
        (_with_keys(lexicon["world"]), beside["all"]),
        (_with_keys(lexicon["cities"]), beside["all"]),
        (_syllables(china["cities"]), beside["all"] + beside["china"]),
        (_syllables(china["provinces"]), beside["all"] + beside["provinces"]),
        (_with_keys(china["others"]), beside["all"] + beside["china"]),
        (_with_keys(lexicon["soviet"]), beside["all"] + beside["soviet"]),
        (lexicon["adjectives"], []),
    )
    families: dict[str, list[str]] = {}
    for place_spellings, neighbours in parts:
        for key, listed in place_spellings.items():
            families.setdefault(key, []).extend(_every(listed, neighbours))
    return expanded(families)


def _with_keys(listed: Spellings) -> dict[str, list[str]]:
    return {key: [key, *others] for key, others in listed.items()}


def _syllables(listed: Spellings) -> dict[str, list[str]]:
    """Chinese places by their joined pinyin; the syllables may stand apart (``shen zhen``)."""
    return {key.replace(" ", ""): [key.replace(" ", ""), key, *others] for key, others in listed.items()}


def _every(listed: list[str], neighbours: list[str]) -> Iterator[str]:
    """Each spelling alone and with its neighbours; an adjective stem (``kazansk-``) with its endings."""
    lexicon = table("places")
    for spelling in listed:
        if spelling.endswith("-"):
            stem = spelling.removesuffix("-")
            yield stem + lexicon["endings"]["adjective"]
            yield from (phrase.replace("*", stem) for phrase in lexicon["beside"]["adjective"])
        else:
            yield spelling
            yield from (phrase.replace("*", spelling) for phrase in neighbours)
