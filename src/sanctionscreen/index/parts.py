"""Names that have a word of the query as several words: one that it begins or ends with, beside the rest."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from rapidfuzz.distance import OSA

from .words import Array, Words

MOST_BEARERS = 200
"""Names that have some part that are looked at, those of the rarest parts first."""


class Part(NamedTuple):
    """A listed word that a word of the query begins or ends with, and the letters beside it."""

    word: int
    rest: str
    begins: bool


def bearers_of_parts(
    parts: Iterable[Part], offsets: Array, posted: Array, arrays: dict[str, Array], words: Words
) -> Iterator[int]:
    """The names that have a part, and beside it a word that the rest may begin or end with.

    Args:
        parts: the parts.
        offsets, posted: the names that bear each word.
        arrays, words: those of the index.
    """
    borne = [(int(offsets[part.word + 1] - offsets[part.word]), part) for part in set(parts)]
    left = MOST_BEARERS
    for count, part in sorted(borne):
        left -= count
        if left < 0:
            return
        for name in posted[offsets[part.word] : offsets[part.word + 1]].tolist():
            start, end = arrays["name_tokens"][name], arrays["name_tokens"][name + 1]
            texts = arrays["token_text"][start:end].tolist()
            if part.word in texts:
                beside = texts.index(part.word) + (1 if part.begins else -1)
                if 0 <= beside < len(texts) and _fits(words[texts[beside]], part):
                    yield name


def _fits(word: str, part: Part) -> bool:
    """Whether the rest of a part begins, or ends, with a word; one letter may be wrong."""
    rest = part.rest if part.begins else part.rest[::-1]
    own = word if part.begins else word[::-1]
    if len(own) == 1:
        return rest.startswith(own)
    lengths = range(len(own) - 1, len(own) + 2)
    return any(OSA.distance(own, rest[:length], score_cutoff=1) <= 1 for length in lengths)
