"""Answers as rows, and the rows in each form."""

from __future__ import annotations

import csv
import io
import json

import pytest

import sanctionscreen as ss
from sanctionscreen.reports import csv as csv_form
from sanctionscreen.reports import jsonl as jsonl_form
from sanctionscreen.reports import parquet as parquet_form
from sanctionscreen.reports.rows import HitRow, rows_of
from tests.batch.files import SCREENER

FOUND = rows_of(
    SCREENER.screen(
        ss.Party(name="Sinno Electronic", kind="organization", country="HK", reference="order 1")
    ),
    2,
)
NOTHING = rows_of(SCREENER.screen("=Acme Bakery"), 3)


def test_a_hit_is_a_row_with_its_provenance() -> None:
    (row,) = FOUND
    (hit,) = SCREENER.screen("Sinno Electronic", kind="organization", country="HK").hits
    assert (row.row, row.reference, row.query, row.query_country) == (2, "order 1", "Sinno Electronic", "HK")
    assert (row.status, row.score, row.alert) == ("match", hit.score, True)
    assert (row.list, row.component, row.list_id, row.entity_kind) == ("house", "EL", "7", "organization")
    assert (row.effect, row.programme, row.citation) == ("export_denial", "P1; P2", "memo 12; memo 13")
    assert row.list_sha256 == SCREENER.lists[0].sha256[:16]
    assert "word +" in row.evidence


def test_the_points_of_the_short_evidence_add_up() -> None:
    (row,) = FOUND
    points = [float(part.split()[1]) for part in row.evidence.split("; ")]
    assert round(sum(points), 2) == row.score


def test_a_party_without_a_hit_is_a_row_too() -> None:
    (row,) = NOTHING
    assert row == HitRow(3, "", "=Acme Bakery", "unknown", "", "", "no_match")


def test_a_quiet_hit_says_why() -> None:
    (row,) = rows_of(SCREENER.screen("XNE"), 4)
    assert (row.status, row.alert, row.quiet_because) == ("no_match", False, "weak_alias")


def test_csv_guards_spreadsheets_against_formulas() -> None:
    handle = io.BytesIO()
    csv_form.write([*FOUND, *NOTHING], handle)
    found, nothing = csv.DictReader(io.StringIO(handle.getvalue().decode()))
    assert list(found) == list(HitRow._fields)
    assert (found["score"], found["alert"]) == (str(FOUND[0].score), "true")
    assert (nothing["query"], nothing["score"], nothing["alert"]) == ("'=Acme Bakery", "", "false")


def test_json_lines_have_each_text_as_it_is() -> None:
    handle = io.BytesIO()
    jsonl_form.write([*FOUND, *NOTHING], handle)
    rows = [HitRow(**json.loads(line)) for line in handle.getvalue().splitlines()]
    assert rows == [*FOUND, *NOTHING]


def test_parquet_has_typed_columns_and_groups(monkeypatch: pytest.MonkeyPatch) -> None:
    pq = pytest.importorskip("pyarrow.parquet", reason="the extra 'parquet' is not installed")
    monkeypatch.setattr(parquet_form, "GROUP", 2)
    handle = io.BytesIO()
    parquet_form.write([*FOUND, *NOTHING] * 2, handle)
    file = pq.ParquetFile(handle)
    assert file.num_row_groups == 2
    assert [HitRow(**row) for row in file.read().to_pylist()] == [*FOUND, *NOTHING] * 2
    assert str(file.schema_arrow.field("score").type) == "double"


def test_no_rows_are_a_whole_file_too() -> None:
    pq = pytest.importorskip("pyarrow.parquet", reason="the extra 'parquet' is not installed")
    handle = io.BytesIO()
    parquet_form.write([], handle)
    assert pq.ParquetFile(handle).schema_arrow.names == list(HitRow._fields)
