"""The normalization of names: cases anyone can add to, and what holds for every text."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sanctionscreen.model import KINDS
from sanctionscreen.names import LONGEST, TEXT_STEPS, Role, Token, analyse, role_steps, trace
from sanctionscreen.names.romanization import fold

CASES = tomllib.loads(Path(__file__).with_name("cases.toml").read_text("utf-8"))["case"]
ANY_TEXT = st.text(st.characters(exclude_categories=()), max_size=80)


def written(name: str, kind: str) -> str:
    """Each word, with its role unless that is to be distinctive; a concept by its key."""
    return " ".join(_written(token, person=kind == "person") for token in analyse(name, kind).tokens)  # type: ignore[arg-type]


def _written(token: Token, *, person: bool) -> str:
    if token.role is not Role.DISTINCTIVE:
        return f"{token.key}:{token.role.label}"
    return token.text if token.key == fold(token.text, person=person) else token.key


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"][:30])
def test_case(case: dict[str, str]) -> None:
    assert written(case["name"], case.get("kind", "organization")) == case["tokens"]


@given(ANY_TEXT, st.sampled_from(KINDS))
def test_every_text_gives_plain_tokens(text: str, kind: str) -> None:
    for token in analyse(text, kind).tokens:  # type: ignore[arg-type]
        assert token.text
        assert token.text.isascii()
        assert token.text == token.text.lower()


def normal_form(text: str) -> str:
    return " ".join(token.text for token in analyse(text, "person").tokens)


@given(ANY_TEXT)
def test_a_normal_form_is_stable(text: str) -> None:
    once = normal_form(text)
    assert normal_form(once).replace(" ", "") == once.replace(" ", "")


@given(ANY_TEXT, st.sampled_from(["\u200b", "\u00ad", "\u202e", "\ufeff"]))
def test_an_invisible_character_changes_nothing(text: str, invisible: str) -> None:
    inserted = text[: len(text) // 2] + invisible + text[len(text) // 2 :]
    if text.isprintable() and text.isascii():
        assert analyse(inserted).tokens == analyse(text).tokens


def test_the_trace_names_every_step_in_order() -> None:
    steps = [name for name, _ in trace("World Jetta (H.K.) Logistics Limited", "organization")]
    assert steps == [step.__name__ for step in (*TEXT_STEPS, *role_steps("organization"))]


def test_a_very_long_name_is_read_up_to_a_bound() -> None:
    tokens = analyse("a" * 100_000).tokens
    assert [len(token.text) for token in tokens] == [LONGEST]
