"""The index loses nothing that exhaustive scoring finds."""

from __future__ import annotations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from sanctionscreen.addresses import address_keys, parse_address
from sanctionscreen.index.build import put_together
from sanctionscreen.index.listed import ListedNames
from sanctionscreen.index.search import NameIndex
from sanctionscreen.index.words import HEAD, Words, alphabetical, words_to_arrays
from sanctionscreen.matching import score_names, weigh
from sanctionscreen.model import Address
from sanctionscreen.names import analyse

PARTS = [
    "world",
    "jetta",
    "hk",
    "logistics",
    "limited",
    "sinno",
    "sino",
    "electronics",
    "electroncs",
    "poly",
    "technologies",
    "tech",
    "13",
    "15",
    "research",
    "institute",
    "beijing",
    "almaz",
    "antey",
    "antei",
    "jsc",
    "general",
    "trading",
    "llc",
    "winninc",
    "ninc",
    "win",
    "you",
    "bang",
    "shida",
    "pouyan",
    "pooyan",
    "aleksandrov",
    "alexandrov",
]
NAMES = st.lists(
    st.lists(st.sampled_from(PARTS), min_size=1, max_size=5).map(" ".join), min_size=1, max_size=12
)


def index_of(names: list[str], kind: str = "organization", lists: int = 1) -> NameIndex:
    """The index of names that are spread over so many lists."""
    parts = [ListedNames() for _ in range(lists)]
    for place, name in enumerate(names):
        parts[place * lists // len(names)].add(kind, [name], ["1234567"])
    return NameIndex(put_together([part.arrays() for part in parts]))


@settings(max_examples=300)
@given(NAMES, st.lists(st.sampled_from(PARTS), min_size=1, max_size=5).map(" ".join))
def test_every_hit_is_among_the_candidates(names: list[str], asked: str) -> None:
    index = index_of(names)
    query = weigh(analyse(asked, "organization"), index)
    hits = {number for number in range(len(index)) if score_names(query, index.name(number)).value >= 80}
    found = set(index.candidates(query, 80.0))
    assert hits <= found


def test_a_query_weighs_words_as_the_lists_do() -> None:
    index = index_of(["Jetta One", "Jetta Two", "Other"])
    assert index.weight("jetta") < index.weight("neverseen")


def test_an_empty_index_has_no_candidates() -> None:
    index = index_of([])
    assert index.candidates(weigh(analyse("Sinno"), index), 80.0) == []


@given(
    st.lists(
        st.text("abc", min_size=1, max_size=8) | st.text(min_size=1, max_size=6), unique=True, max_size=20
    ),
    st.text("abc", max_size=6) | st.text(max_size=6),
)
def test_words_are_found_by_text_by_number_and_by_their_beginning(texts: list[str], other: str) -> None:
    texts = alphabetical(text for text in texts if text.isprintable())
    arrays = words_to_arrays(texts)
    words = Words(arrays)
    assert [words[number] for number in range(len(words))] == texts
    assert [words.find(text) for text in texts] == list(range(len(texts)))
    if other.isprintable():
        assert (words.find(other) is None) is (other not in texts)
    if len(other) >= HEAD and other.isprintable():
        assert [words[number] for number in words.beginning_with(other)] == [
            text for text in texts if text.startswith(other)
        ]


def test_arrays_do_not_depend_on_the_process() -> None:
    first, second = (index_of(["Sinno Electronics", "World Jetta"]).arrays for _ in range(2))
    assert all(np.array_equal(first[name], second[name]) for name in first)


@given(NAMES, st.integers(1, 4))
def test_it_does_not_matter_how_names_are_spread_over_lists(names: list[str], lists: int) -> None:
    whole, parts = index_of(names).arrays, index_of(names, lists=lists).arrays
    assert whole.keys() == parts.keys()
    assert all(np.array_equal(whole[name], parts[name]) for name in whole)


def test_an_abbreviation_that_a_name_states_is_found() -> None:
    index = index_of(["Moscow Institute of Physical Metallurgy (NIIMET)", "Charity (Kenya)"])
    for asked, found in (("OOO NIIMET", True), ("Kenya Ltd", False)):
        query = weigh(analyse(asked, "organization"), index)
        numbers = index.candidates(query, 80.0)
        hits = [number for number in numbers if score_names(query, index.name(number)).value >= 80]
        assert [index.owner(number)[0] for number in hits] == ([0] if found else [])


def test_entities_are_found_by_the_keys_of_their_addresses() -> None:
    part = ListedNames()
    part.add(
        "organization", ["Sinno"], [], [Address(text="Room 4, Lockhart Centre, 301 Lockhart Road, Hong Kong")]
    )
    part.add("organization", ["Jetta"], [])
    part.add(
        "address", ["Address 01"], [], [Address(text="Lockhart Centre, 301 Lockhart Rd, Wan Chai, Hong Kong")]
    )
    index = NameIndex(put_together([part.arrays(), part.arrays()]))
    keys = address_keys(parse_address("Unit 9, Lockheart Ctr, 301 Lockheart Road, Hong Kong"))
    assert index.with_address(keys) == [0, 2, 3, 5]
    assert index.with_address(["s:1:nowhere"]) == []
