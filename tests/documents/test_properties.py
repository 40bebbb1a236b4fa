"""No character of a name field is lost, whatever it holds."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from sanctionscreen.documents import PartiesFound, parties_in

BLOCKS = tomllib.loads((Path(__file__).parent / "blocks.toml").read_text("utf-8"))["block"]
WORDS = sorted({word for block in BLOCKS for line in block["lines"] for word in line.split()})
JOINED = re.compile(r"and/or|or|and|und|et|y|ve|и|e", re.IGNORECASE)
ITEM = re.compile(r"\(?[1-9][.)/]$|^[1-9]/")

pieces = st.one_of(
    st.sampled_from(WORDS),
    st.sampled_from(
        ["/", ";", ",", "//", "(", ")", '"', "«", "»", "\n", "  ", "-", "1)", "2)", "\t", "\r\n", "\u200b"]
    ),
    st.text(max_size=12),
)
fields = st.lists(pieces, max_size=25).map(" ".join)


def checked(text: str) -> PartiesFound:
    found = parties_in(text, "consignee")
    assert "".join(part.text for part in found.parts) == text
    for part in found.parts:
        if part.kind == "mark":
            for word in re.findall(r"\S*\w\S*", part.text):
                between = JOINED.fullmatch(word.strip("/")) or ITEM.search(word)
                assert between or not any(map(str.isalnum, word)), f"{part.text!r} is in no part"
    return found


@settings(max_examples=400, deadline=None)
@given(fields)
def test_every_character_is_in_some_part(text: str) -> None:
    checked(text)


@settings(max_examples=200, deadline=None)
@given(fields)
def test_every_name_and_number_stands_in_the_text(text: str) -> None:
    found = checked(text)
    letters = re.sub(r"\s", "", text)
    for party in found.parties:
        for name in party.names:
            assert re.sub(r"\s", "", name) in letters or any(
                re.sub(r"\s", "", word) in letters for word in name.split()
            )
        for number in party.identifiers:
            assert re.sub(r"\s", "", number.number) in letters


@settings(max_examples=100, deadline=None)
@given(fields)
def test_the_same_text_gives_the_same_answer(text: str) -> None:
    assert parties_in(text).model_dump_json() == parties_in(text).model_dump_json()


@settings(max_examples=100, deadline=None)
@given(st.lists(st.text(st.characters(exclude_characters="\n"), max_size=40), max_size=6))
def test_lines_and_text_read_alike(lines: list[str]) -> None:
    assert parties_in(lines) == parties_in("\n".join(lines))


def test_the_blocks_lose_nothing() -> None:
    for block in BLOCKS:
        checked("\n".join(block["lines"]))
