"""Rows as Parquet, written group by group with pyarrow, which the extra ``parquet`` brings."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice
from typing import IO, Any, get_type_hints

from sanctionscreen.errors import not_installed

from .rows import HitRow

GROUP = 20_000
"""Rows of a group: some megabytes, held in memory until it is written."""


def arrow() -> Any:
    """The package pyarrow, with what it knows of Parquet.

    Raises:
        UsageError: it is not installed.
    """
    try:
        import pyarrow.parquet  # noqa: PLC0415  (an extra)
    except ImportError as error:
        raise not_installed("pyarrow", "parquet") from error
    return pyarrow


def write(rows: Iterable[HitRow], handle: IO[bytes]) -> None:
    """Write rows.

    Args:
        rows: the rows.
        handle: where they go; it stays open.

    Raises:
        UsageError: pyarrow is not installed.
    """
    pa = arrow()
    types = {int: pa.int64(), bool: pa.bool_(), float | None: pa.float64()}
    schema = pa.schema([(name, types.get(of, pa.string())) for name, of in get_type_hints(HitRow).items()])
    waiting = iter(rows)
    with pa.parquet.ParquetWriter(handle, schema) as writer:
        while group := list(islice(waiting, GROUP)):
            columns = zip(*group, strict=True)
            writer.write_table(
                pa.table([pa.array(c, f.type) for c, f in zip(columns, schema, strict=True)], schema=schema)
            )
