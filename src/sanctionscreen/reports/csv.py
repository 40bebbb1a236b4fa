"""Rows as CSV: UTF-8, commas, a header."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from typing import IO, Any

from .rows import HitRow

_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def write(rows: Iterable[HitRow], handle: IO[bytes]) -> None:
    """Write rows.

    A text that a spreadsheet would take for a formula begins with an apostrophe: the names come from
    strangers, and a person opens the file. JSON lines and Parquet have each text as it is.

    Args:
        rows: the rows.
        handle: where they go; it stays open.
    """
    text = io.TextIOWrapper(handle, encoding="utf-8", newline="", write_through=True)
    try:
        writer = csv.writer(text, lineterminator="\n")
        writer.writerow(HitRow._fields)
        for row in rows:
            writer.writerow(map(_cell, row))
    finally:
        text.detach()


def _cell(value: Any) -> Any:
    if isinstance(value, bool):
        return str(value).lower()
    return f"'{value}" if isinstance(value, str) and value.startswith(_FORMULA) else value
