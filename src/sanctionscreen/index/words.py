"""A table of strings in flat arrays: found by hash, read by number, shared between processes."""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import blake2b
from typing import Any

import numpy as np
import numpy.typing as npt

Array = npt.NDArray[Any]


def digest(text: str) -> int:
    """A 64-bit hash of a text that is the same in every process (BLAKE2b)."""
    return int.from_bytes(blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "little")


def sorted_hashes(texts: Sequence[str]) -> tuple[Array, Array]:
    """The hashes of texts in ascending order, and for each the place of its text."""
    hashes = np.fromiter((digest(text) for text in texts), np.uint64, len(texts))
    order = np.argsort(hashes, kind="stable").astype(np.uint32)
    return hashes[order], order


def find_all(hashes: Array, order: Array, wanted: int) -> list[int]:
    """The places stored under one hash."""
    key = np.uint64(wanted)
    start = int(np.searchsorted(hashes, key, "left"))
    end = start
    while end < len(hashes) and hashes[end] == key:
        end += 1
    return [int(place) for place in order[start:end]]


class Words:
    """Strings by number, and numbers by string.

    Args:
        letters: all strings in UTF-8, one after another.
        offsets: where each string begins, and the end of the last.
        hashes, order: from ``sorted_hashes``.
    """

    def __init__(self, letters: Array, offsets: Array, hashes: Array, order: Array) -> None:
        self._letters = letters
        self._offsets = offsets
        self._hashes = hashes
        self._order = order
        self._read: dict[int, str] = {}

    def __len__(self) -> int:
        return len(self._offsets) - 1

    def __getitem__(self, number: int) -> str:
        word = self._read.get(number)
        if word is None:
            start, end = int(self._offsets[number]), int(self._offsets[number + 1])
            word = self._letters[start:end].tobytes().decode()
            self._read[number] = word
        return word

    def find(self, word: str) -> int | None:
        """The number of a string, or None where it is not in the table."""
        for number in find_all(self._hashes, self._order, digest(word)):
            if self[number] == word:
                return number
        return None


def words_to_arrays(words: Sequence[str]) -> dict[str, Array]:
    """The arrays of a table of strings."""
    encoded = [word.encode() for word in words]
    offsets = np.zeros(len(words) + 1, np.uint32)
    offsets[1:] = np.cumsum([len(word) for word in encoded], dtype=np.uint32)
    hashes, order = sorted_hashes(words)
    letters = np.frombuffer(b"".join(encoded) or b"\0", np.uint8)
    return {"word_letters": letters, "word_offsets": offsets, "word_hashes": hashes, "word_order": order}
