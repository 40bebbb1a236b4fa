"""A house list to screen against, and files of parties in every form."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

import sanctionscreen as ss
from tests.reading.test_sheet import text, workbook

SCREENER = ss.Screener.from_entities(
    [
        ss.Entity(
            list="house",
            id="7",
            kind="organization",
            names=(ss.Name(text="SINNO ELECTRONICS CO., LIMITED"), ss.Name(text="XNE", strength="weak")),
            listing=ss.Listing(
                list="house",
                authority="Export department",
                effect="export_denial",
                component="EL",
                programmes=("P1", "P2"),
                citations=("memo 12", "memo 13"),
            ),
        ),
        ss.Entity(list="house", id="8", names=(ss.Name(text="深圳市金派科技有限公司"),)),
        ss.Entity(list="house", id="9", kind="person", names=(ss.Name(text="MADURO MOROS, Nicolas"),)),
    ]
)

Rows = Sequence[Sequence[str]]


def csv_file(path: Path, rows: Rows, encoding: str = "utf-8", delimiter: str = ",") -> Path:
    path.write_bytes("".join(delimiter.join(row) + "\n" for row in rows).encode(encoding))
    return path


def jsonl_file(path: Path, rows: Rows) -> Path:
    header, *others = rows
    path.write_text(
        "".join(json.dumps(dict(zip(header, row, strict=True))) + "\n" for row in others), "utf-8"
    )
    return path


def xlsx_file(path: Path, rows: Rows) -> Path:
    return workbook(path, {"Parties": ["".join(map(text, row)) for row in rows]})


def parquet_file(path: Path, rows: Rows) -> Path:
    import pyarrow as pa  # noqa: PLC0415  (an extra)
    from pyarrow.parquet import write_table  # noqa: PLC0415

    header, *others = rows
    write_table(pa.table({name: [row[n] for row in others] for n, name in enumerate(header)}), path)
    return path
