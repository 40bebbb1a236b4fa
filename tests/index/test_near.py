"""No word within the edit budget is lost by the index."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from sanctionscreen.index.near import find_near, near_arrays, spelled_forms
from sanctionscreen.matching import alike

WORD = st.text("abcde", min_size=1, max_size=12)


@given(st.lists(WORD, min_size=1, max_size=8, unique=True), WORD)
def test_every_near_word_is_found(listed: list[str], asked: str) -> None:
    arrays = near_arrays(enumerate(listed))
    found = find_near(arrays["near_hashes"], arrays["near_words"], spelled_forms(asked))
    near = {
        place
        for place, word in enumerate(listed)
        if word != asked and alike(asked, word)[1] in ("spelling", "shape")
    }
    assert near <= set(found)
