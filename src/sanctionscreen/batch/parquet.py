"""Parquet files of parties, read group by group with pyarrow, which the extra ``parquet`` brings."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from sanctionscreen.errors import ReadError
from sanctionscreen.reports.parquet import arrow

from .file import ADVICE, PartyFile, PartyRow

ROWS = 4096
"""Rows that are held as Python's objects at a time."""


def open_parquet(path: Path) -> PartyFile:
    """A Parquet file of parties.

    Raises:
        ReadError: the file is damaged. So may ``read``.
        UsageError: pyarrow is not installed.
    """
    parquet = arrow().parquet
    with _damage_told(path), parquet.ParquetFile(path) as file:
        header, rows = tuple(file.schema_arrow.names), file.metadata.num_rows

    def read(columns: Sequence[str]) -> Iterator[PartyRow]:
        with _damage_told(path), parquet.ParquetFile(path) as file:
            groups = file.iter_batches(ROWS, columns=list(columns))
            rows = (cells for group in groups for cells in group.to_pylist())
            for number, cells in enumerate(rows, start=1):
                yield PartyRow(number, cells)

    return PartyFile(header, "Parquet", rows, read)


@contextmanager
def _damage_told(path: Path) -> Iterator[None]:
    try:
        yield
    except (arrow().ArrowException, OSError) as error:
        reason = str(error).partition("\n")[0]
        raise ReadError(f"the Parquet file is damaged ({reason})", file=path.name, advice=ADVICE) from error
