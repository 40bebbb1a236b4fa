"""Every list module, on small extracts that each show one quirk, and on whole published files."""

from __future__ import annotations

import json
import tomllib
from datetime import date
from pathlib import Path

import pytest

from sanctionscreen.reading import Files, load_source, source_keys
from sanctionscreen.store.doubts import doubts_of_filling, doubts_of_size
from sanctionscreen.store.tally import Tally

from .cases import FIXTURES, cases, outcome


@pytest.mark.parametrize("case", cases(), ids=lambda case: f"{case.parent.name}/{case.name}")
def test_case_reads_as_expected(case: Path) -> None:
    expected = json.loads((case / "expected.json").read_text("utf-8"))
    assert expected.pop("about"), "say in 'about' what the case shows"
    assert outcome(case) == expected


@pytest.mark.parametrize("key", source_keys())
def test_list_has_cases_and_keeps_the_contract(key: str) -> None:
    source = load_source(key)
    assert source.key == key
    assert any(case.parent.name == key for case in cases())
    named = {form.name for form in source.formats}
    assert len(named) == len(source.formats)
    assert {str(entry["format"]) for where, entry in published_files() if where == key} <= named


@pytest.mark.parametrize("key", source_keys())
def test_a_form_says_which_whole_file_it_was_run_on(key: str) -> None:
    newest: dict[str, str] = {}
    for where, entry in published_files():
        if where == key and not entry.get("sample"):
            name = str(entry["format"])
            newest[name] = max(newest.get(name, ""), str(entry.get("as_of") or entry.get("dated")))
    assert {form.name: form.whole_file for form in load_source(key).formats if form.whole_file} == newest


def published_files() -> list[tuple[str, dict[str, object]]]:
    """What each list's ``published.toml`` says of whole files beside the checkout."""
    return [
        (path.parent.name, entry)
        for path in sorted(FIXTURES.glob("*/published.toml"))
        for entry in tomllib.loads(path.read_text("utf-8"))["file"]
    ]


@pytest.mark.real_lists
@pytest.mark.parametrize(("key", "entry"), published_files(), ids=lambda value: str(value)[:60])
def test_published_file_reads_whole(published: Path, key: str, entry: dict[str, object]) -> None:
    paths = [published / str(name) for name in entry["paths"]]  # type: ignore[attr-defined]
    source = load_source(key)
    files = Files(key, paths)
    form = next(form for form in source.formats if form.recognise(files))
    entities = list(form.read(files))
    assert form.name == entry["format"]
    assert len(entities) == entry["entities"]
    assert sum(len(entity.names) for entity in entities) == entry["names"]
    assert len({entity.id for entity in entities}) == len(entities)
    assert files.as_of == (date.fromisoformat(str(entry["as_of"])) if "as_of" in entry else None)
    assert dict(files.report.unread) == {}, "fields that no line of the reader asks for"
    if not entry.get("sample"):
        tally = Tally(source, files)
        for entity in entities:
            tally.add(entity)
        assert [*doubts_of_size(tally), *doubts_of_filling(tally)] == []
