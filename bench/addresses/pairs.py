"""Pairs of addresses: one that a list prints, and the same or another one as somebody else would write it."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from functools import cache
from random import Random
from typing import NamedTuple

from accuracy.lists import everyone
from sanctionscreen.model import Address

from .classes import CLASSES, Says

SEED = 6011
WESTERN = ("US", "GB", "DE", "SG", "CY", "CH", "IT", "NL", "CA", "AU", "FR", "MT", "MY", "IN")
COUNTRIES = {
    "Hong Kong": ("HK",), "China": ("CN",), "Emirates": ("AE",), "Türkiye": ("TR",), "Russia": ("RU",),
    "Ukraine and Belarus": ("UA", "BY"), "Iran": ("IR",), "Western": WESTERN,
}  # fmt: skip
SHORTEST = 4
"""Words of an address that is long enough to be one."""


class Pair(NamedTuple):
    """An address of a list, a variation of it, the class of the variation, and the country's group."""

    listed: str
    varied: str
    title: str
    says: Says
    group: str


@cache
def listed() -> dict[str, tuple[Address, ...]]:
    """The addresses of all lists by group of countries: those that name a house, once each."""
    found: dict[str, dict[str, Address]] = {group: {} for group in COUNTRIES}
    group_of = {code: group for group, codes in COUNTRIES.items() for code in codes}
    for entity in everyone():
        for address in entity.addresses:
            group = group_of.get(address.country or "")
            if group and _names_a_house(address.text):
                found[group].setdefault(" ".join(address.text.casefold().split()), address)
    return {group: tuple(rows[key] for key in sorted(rows)) for group, rows in found.items()}


def _names_a_house(text: str) -> bool:
    words = re.findall(r"\w+", text)
    numbers = re.findall(r"(?<!\d)\d{1,4}(?!\d)", text)
    return (
        len(words) >= SHORTEST
        and bool(numbers)
        and "," in text
        and not re.search(r"box|c/o|inmate", text, re.IGNORECASE)
    )


def seen(address: Address) -> bool:
    """Whether an address may be looked at: one half by its letters, the other is held back."""
    return zlib.crc32(address.text.casefold().encode()) % 2 == 0


def pairs(titles: list[str], count: int, *, held: bool) -> Iterator[Pair]:
    """So many pairs of each class in each group of countries, fewer where a class seldom applies.

    Args:
        titles: the classes.
        count: pairs for each class and group.
        held: whether the addresses are those that nobody looked at.
    """
    for title in titles:
        for group, addresses in listed().items():
            draw = Random(f"{SEED} {title} {group}")
            texts = [address.text for address in addresses if seen(address) is not held]
            draw.shuffle(texts)
            made = 0
            for text in texts:
                varied = CLASSES[title].vary(text, draw)
                if varied != text:
                    yield Pair(text, varied, title, CLASSES[title].says, group)
                    made += 1
                if made == count:
                    break
