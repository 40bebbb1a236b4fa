"""A name taken apart: every step, and what each word weighs."""

from __future__ import annotations

import pytest

import sanctionscreen as ss
from sanctionscreen.names import TEXT_STEPS, role_steps


def test_every_step_is_told_in_order() -> None:
    found = ss.explain("World Jetta (H.K.) Logistics Limited", "organization")
    names = [step.__name__ for step in (*TEXT_STEPS, *role_steps("organization"))]
    assert [step.step for step in found.steps] == names


def test_each_word_has_a_role_and_the_shares_add_up() -> None:
    found = ss.explain("World Jetta (H.K.) Logistics Limited")
    roles = {word.text: word.role for word in found.words}
    assert roles["jetta"] == "distinctive"
    assert roles["hk"] == "place"
    assert roles["limited"] == "form"
    assert sum(word.share for word in found.words) == pytest.approx(1, abs=0.01)
    assert max(found.words, key=lambda word: word.weight).text == "jetta"


def test_a_screener_knows_the_rarity_of_its_own_lists() -> None:
    listing = ss.Listing(list="house", authority="us")
    entities = [
        ss.Entity(list="house", id=str(n), names=[ss.Name(text=f"Zyxel Works {n}")], listing=listing)
        for n in range(50)
    ]
    word = ss.Screener.from_entities(entities).explain("Zyxel").words[0]
    assert word.rarity < ss.explain("Zyxel").words[0].rarity


def test_a_name_without_words(tmp_path: object) -> None:
    assert ss.explain("").words == ()
    with pytest.raises(ss.UsageError, match="Did you mean 'person'"):
        ss.explain("x", "persn")
