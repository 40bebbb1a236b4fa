"""Hashes of text that are the same in every process and on every machine."""

from __future__ import annotations

from hashlib import blake2b


def digest(text: str) -> int:
    """A 64-bit hash of a text (BLAKE2b)."""
    return int.from_bytes(blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "little")
