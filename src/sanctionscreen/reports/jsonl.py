"""Rows as JSON lines: one object a row, with every column."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import IO

from .rows import HitRow

_ENCODER = json.JSONEncoder(ensure_ascii=False)


def write(rows: Iterable[HitRow], handle: IO[bytes]) -> None:
    """Write rows.

    Args:
        rows: the rows.
        handle: where they go; it stays open.
    """
    for row in rows:
        handle.write(_ENCODER.encode(row._asdict()).encode() + b"\n")
