"""Rare words weigh more than common ones."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from sanctionscreen.names import Rarity, ordinary
from sanctionscreen.names.rarity import FLOOR


@given(st.integers(0, 10_000), st.integers(0, 10_000))
def test_the_weight_falls_with_the_count(fewer: int, more: int) -> None:
    rarity = Rarity({"few": min(fewer, more), "many": max(fewer, more)}, 10_000)
    assert FLOOR <= rarity.weight("many") <= rarity.weight("few") <= 1.0


def test_ordinary_words_and_rare_words() -> None:
    assert ordinary().weight("technology") < 0.4
    assert ordinary().weight("jetta") > 0.9


def test_counts_add_up() -> None:
    joined = Rarity({"a": 1}, 10).joined_with({"a": 2, "b": 1}, 5)
    assert (joined.counts, joined.total) == ({"a": 3, "b": 1}, 15)
