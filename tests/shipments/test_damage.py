"""Files that were damaged on the way end in records or in an error of ours, never in a fault."""

from __future__ import annotations

import contextlib
import random
from pathlib import Path

import pytest

from sanctionscreen.errors import SanctionscreenError
from sanctionscreen.shipments import open_shipments
from tests.shipments.reading import FIXTURES

SIGNS = b"'+:?;,\"{}[]<>/&\n\x00\xff19"


def damaged(content: bytes, chance: random.Random) -> bytes:
    """The content with some bytes changed, lost, added or cut off."""
    found = bytearray(content)
    for _ in range(chance.randrange(1, 6)):
        at = chance.randrange(len(found) or 1)
        kind = chance.randrange(4)
        if kind == 0:
            found[at : at + 1] = bytes([chance.randrange(256)])
        elif kind == 1:
            del found[at : at + chance.randrange(1, 30)]
        elif kind == 2:
            found[at:at] = bytes(chance.choices(SIGNS, k=2))
        else:
            del found[at + 1 :]
    return bytes(found)


@pytest.mark.parametrize("name", sorted(path.name for path in FIXTURES.iterdir()))
def test_damage_ends_in_records_or_an_error_of_ours(name: str, tmp_path: Path) -> None:
    content, chance = (FIXTURES / name).read_bytes(), random.Random(name)
    path = tmp_path / "file"
    for _ in range(60):
        path.write_bytes(damaged(content, chance))
        with contextlib.suppress(SanctionscreenError):
            for record in open_shipments(path).read():
                assert record.shipment or record.problems
