"""What lists state of owners: read once for each version of a list, and kept in the store."""

from __future__ import annotations

from pathlib import Path

import sanctionscreen as ss
from sanctionscreen.ownership import from_lists
from sanctionscreen.screening.lists import Lists

FIXTURES = Path(__file__).parents[1] / "sources" / "fixtures"


def test_statements_of_lists_are_those_of_their_entities_and_kept(tmp_path: Path) -> None:
    store = ss.Store(tmp_path)
    store.add("gb_fcdo", [FIXTURES / "gb_fcdo" / "every_entity_column" / "UK-Sanctions-List.csv"])
    lists = Lists(store.snapshots(), store.home)
    stated = list(from_lists(lists.holdings.parts[0].entities))
    assert stated
    assert {one.owned.id for one in lists.ties.statements()} == {one.owned.id for one in stated}
    (kept,) = (tmp_path / "ties" / "gb_fcdo").glob("*/statements.jsonl")
    kept.write_text("", "utf-8")
    assert len(Lists(store.snapshots(), store.home).ties) == 0  # read from there, not worked out anew
