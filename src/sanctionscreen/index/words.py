"""A table of strings in flat arrays, in alphabetical order: found by hash, read by number."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Any
from zlib import crc32

import numpy as np
import numpy.typing as npt

Array = npt.NDArray[Any]


REMEMBERED = 50_000
"""Strings whose numbers are kept, as queries have the same words over and over."""
HEAD = 5
"""Letters by which strings are found that begin with a text."""


def short_hash(text: str) -> int:
    """A 32-bit hash of a text (CRC-32), for what is compared afterwards."""
    return crc32(text.encode("utf-8", "surrogatepass"))


def hashes_of(texts: Iterable[str], count: int) -> Array:
    """The short hashes of some texts."""
    return np.fromiter(map(short_hash, texts), np.uint32, count)


def sorted_keys(keys: Array) -> tuple[Array, Array]:
    """Keys in ascending order, and for each the place it came from."""
    order = np.argsort(keys, kind="stable").astype(np.uint32)
    return keys[order], order


def places_of(keys: Array, order: Array, wanted: int) -> list[int]:
    """The places whose key is the one wanted; ``keys`` and ``order`` as ``sorted_keys`` gives them."""
    key = keys.dtype.type(wanted)
    start = end = int(keys.searchsorted(key))
    while end < len(keys) and keys[end] == key:
        end += 1
    places: list[int] = order[start:end].tolist()
    return places


def runs_of(keys: Array, wanted: Array) -> list[tuple[int, int]]:
    """Where each key that is wanted begins and ends among sorted keys, as far as it is there."""
    starts = keys.searchsorted(wanted)
    inside = starts < len(keys)
    starts, wanted = starts[inside], wanted[inside]
    there = keys[starts] == wanted
    runs = []
    for start, key in zip(starts[there].tolist(), wanted[there].tolist(), strict=True):
        end = start + 1
        while end < len(keys) and keys[end] == key:
            end += 1
        runs.append((start, end))
    return runs


class Words:
    """Strings by number, and numbers by string: ``find`` gives that of a string, or None where it has none.

    Args:
        letters: all strings in UTF-8, one after another, in alphabetical order.
        offsets: where each string begins, and the end of the last.
        hashes, order: their short hashes, from ``sorted_keys``.
        heads: the number of the first string of each group that begins with the same letters.
        head_hashes, head_order: the short hashes of those letters.
    """

    def __init__(self, arrays: dict[str, Array]) -> None:
        self._letters = arrays["letters"]
        self._offsets = arrays["offsets"]
        self._hashes = arrays["hashes"]
        self._order = arrays["order"]
        self._heads = arrays["heads"]
        self._head_hashes = arrays["head_hashes"]
        self._head_order = arrays["head_order"]
        self._read: dict[int, str] = {}
        self.find = lru_cache(REMEMBERED)(self._look_up)

    def __len__(self) -> int:
        return len(self._offsets) - 1

    def __getitem__(self, number: int) -> str:
        word = self._read.get(number)
        if word is None:
            word = self._read[number] = self._decoded(number)
        return word

    def _look_up(self, word: str) -> int | None:
        for number in places_of(self._hashes, self._order, short_hash(word)):
            if self[number] == word:
                return number
        return None

    def find_all(self, words: Sequence[str]) -> list[int | None]:
        """The number of each of some strings, or None where it is not in the table."""
        if not words or not len(self):
            return [None] * len(words)
        hashes = hashes_of(words, len(words))
        starts = self._hashes.searchsorted(hashes)
        within = np.minimum(starts, len(self._hashes) - 1)
        there = self._hashes[within] == hashes
        return [self.find(word) if known else None for word, known in zip(words, there.tolist(), strict=True)]

    def beginning_with(self, text: str) -> range:
        """The numbers of the strings that begin with a text of ``HEAD`` characters or more."""
        encoded = text.encode("utf-8", "surrogatepass")
        for group in places_of(self._head_hashes, self._head_order, short_hash(text[:HEAD])):
            first, last = int(self._heads[group]), int(self._heads[group + 1])
            start = self._bisect(encoded, first, last)
            end = self._bisect(encoded + b"\xff", start, last)
            if end > start:
                return range(start, end)
        return range(0)

    def _bisect(self, encoded: bytes, low: int, high: int) -> int:
        while low < high:
            middle = (low + high) // 2
            if self._bytes(middle) < encoded:
                low = middle + 1
            else:
                high = middle
        return low

    def _bytes(self, number: int) -> bytes:
        return self._letters[int(self._offsets[number]) : int(self._offsets[number + 1])].tobytes()

    def _decoded(self, number: int) -> str:
        return self._bytes(number).decode()


def strings_to_arrays(strings: Sequence[str]) -> dict[str, Array]:
    """Strings in any order as their letters in UTF-8 and where each begins."""
    encoded = [string.encode() for string in strings]
    offsets = np.zeros(len(strings) + 1, np.uint32)
    offsets[1:] = np.cumsum([len(string) for string in encoded], dtype=np.uint32)
    return {"letters": np.frombuffer(b"".join(encoded) or b"\0", np.uint8), "offsets": offsets}


def arrays_to_strings(arrays: dict[str, Array], name: str) -> list[str]:
    """The strings of ``strings_to_arrays``, kept in arrays under a name."""
    letters = arrays[f"{name}_letters"].tobytes()
    offsets = arrays[f"{name}_offsets"].tolist()
    return [letters[start:end].decode() for start, end in itertools.pairwise(offsets)]


def words_to_arrays(words: Sequence[str]) -> dict[str, Array]:
    """The arrays of a table of strings, given in alphabetical order."""
    hashes, order = sorted_keys(hashes_of(words, len(words)))
    heads = [n for n, word in enumerate(words) if not n or word[:HEAD] != words[n - 1][:HEAD]]
    head_hashes, head_order = sorted_keys(hashes_of((words[n][:HEAD] for n in heads), len(heads)))
    return {
        **strings_to_arrays(words),
        "hashes": hashes,
        "order": order,
        "heads": np.array([*heads, len(words)], np.uint32),
        "head_hashes": head_hashes,
        "head_order": head_order,
    }


def alphabetical(texts: Iterable[str]) -> list[str]:
    """Distinct texts in the order that ``Words`` needs: that of their bytes in UTF-8."""
    return sorted(set(texts), key=str.encode)
