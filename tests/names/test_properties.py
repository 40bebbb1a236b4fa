"""What holds of any text: it is read without a crash, and reading what was read changes nothing."""

from __future__ import annotations

from hypothesis import example, given, settings
from hypothesis import strategies as st

from sanctionscreen.model import KINDS
from sanctionscreen.names import TEXT_STEPS, analyse, trace

SCRIPTS = (
    "Latin éß ñ Алмаз Антей мікрон 深圳市科技有限公司 香港 北京 김정은 Αθήνα القدس שלום กรุงเทพ Հայ ქარ हिन्दी"
)
TEXT = st.text(max_size=60) | st.lists(st.sampled_from(SCRIPTS.split()), max_size=8).map(" ".join)
MARKS = st.text(" .,-/()&'\"0123456789IVXlO", max_size=30)


def normal(text: str) -> str:
    for step in TEXT_STEPS:
        text = step(text)
    return text


@settings(max_examples=500)
@given(TEXT | MARKS, st.sampled_from(KINDS))
@example("\ud800 lone surrogate", "person")
@example("\u202e\u200b\ufeff", "unknown")
def test_any_text_is_read(text: str, kind: str) -> None:
    name = analyse(text, kind)
    assert all(token.text and token.key for token in name.tokens)
    assert [step for step, _ in trace(text, kind)]


@settings(max_examples=500)
@given(TEXT | MARKS)
def test_normal_text_stays_as_it_is(text: str) -> None:
    once = normal(text)
    assert normal(once) == once


@given(TEXT, st.sampled_from(KINDS))
def test_case_and_outer_spaces_say_nothing(text: str, kind: str) -> None:
    if text.lower() == text.casefold() and text.upper().lower() == text.lower() and text.isascii():
        assert analyse(f"  {text.upper()}\t", kind).tokens == analyse(text.lower(), kind).tokens
