"""Genders as lists print them."""

from __future__ import annotations

import pytest

from sanctionscreen.printed import printed_gender


@pytest.mark.parametrize(
    "text", ["M", "m", "Male", "MALE", "Masculin", "männlich", "чоловіча", "Мужской", "ч", "男"]
)
def test_male(text: str) -> None:
    assert printed_gender(text) == "male"


@pytest.mark.parametrize("text", ["F", "female", "Féminin", "Weiblich", "Ж", "жіноча", "женский", "W", "女"])
def test_female(text: str) -> None:
    assert printed_gender(text) == "female"


@pytest.mark.parametrize(
    "text", ["", "Autre", "unknown", "Male; Female", "male, female", "n/a", "transgender"]
)
def test_what_states_none_or_both_is_unknown(text: str) -> None:
    assert printed_gender(text) == "unknown"
