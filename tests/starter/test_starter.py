"""The starter list against the published files that it was taken from."""

from __future__ import annotations

import html
from collections import Counter
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from sanctionscreen.model import Entity
from sanctionscreen.reading import Files, load_source, source_keys
from sanctionscreen.starter import COVERS, read_starter, starter_rows

ROWS = list(starter_rows())
CHECKED = [row for row in ROWS if row["file"]]


@cache
def entities_of(key: str, path: Path) -> dict[str, Entity]:
    """The entities of a published file, or of a folder of files that belong together, by id."""
    files = Files(key, sorted(path.iterdir()) if path.is_dir() else [path])
    form = next(form for form in load_source(key).formats if form.recognise(files))
    return {entity.id: entity for entity in form.read(files)}


@cache
def words_of(path: Path) -> str:
    return " ".join(html.unescape(path.read_text("utf-8")).split())


@pytest.mark.real_lists
@pytest.mark.parametrize("row", CHECKED, ids=lambda row: f"{row['list']}/{row['id']}/{row['name']}")
def test_row_stands_in_the_file_it_names(published: Path, row: dict[str, str]) -> None:
    path = published / row["file"]
    if not path.exists():
        pytest.skip(f"{row['file']} is not here")
    if row["list"] not in source_keys():
        assert row["name"] in words_of(path), "no reader of this list yet, so the name is sought as text"
        return
    entity = entities_of(row["list"], path)[row["id"]]
    listing = entity.listing
    assert listing
    listed_on = listing.listed_on.earliest if listing.listed_on else None
    assert row["name"] in {name.text for name in entity.names}
    assert (row["kind"] or "unknown") == entity.kind
    assert set(filter(None, row["country"].split(";"))) == entity.all_countries()
    assert row["scope"] == "; ".join(entity.scope)
    assert (row["authority"], row["component"] or None) == (listing.authority, listing.component)
    assert (row["component_title"] or None) == listing.component_title
    assert row["effect"] == listing.effect
    assert (date.fromisoformat(row["listed_on"]) if row["listed_on"] else None) == listed_on
    assert row["citation"] in ("; ".join(listing.citations), "; ".join(listing.programmes))


@pytest.mark.real_lists
@pytest.mark.parametrize("row", CHECKED, ids=lambda row: f"{row['list']}/{row['id']}/{row['name']}")
def test_kind_and_strength_of_a_name_are_those_of_the_list(published: Path, row: dict[str, str]) -> None:
    path = published / row["file"]
    if not path.exists() or row["list"] not in source_keys():
        pytest.skip(f"{row['file']} is not here, or {row['list']} has no reader")
    stated = {
        (name.text, name.kind, name.strength) for name in entities_of(row["list"], path)[row["id"]].names
    }
    assert (row["name"], row["name_kind"], row["strength"] or "unknown") in stated


def test_no_row_stands_twice_and_every_row_has_a_source() -> None:
    counts = Counter((row["list"], row["id"], row["name"]) for row in ROWS)
    assert max(counts.values()) == 1
    assert all(row["source"] and row["authority"] and row["effect"] for row in ROWS)


def test_rows_of_one_party_stand_together_and_agree() -> None:
    parties = read_starter()
    shared = (
        "kind",
        "country",
        "scope",
        "component",
        "component_title",
        "authority",
        "effect",
        "listed_on",
        "citation",
    )
    assert len(parties) == len({(party.list, party.id) for party in parties})
    stated = {(row["list"], row["id"], *(row[column] for column in shared)) for row in ROWS}
    assert len(stated) == len(parties)


def test_covers_tells_how_many_there_are_and_what_for() -> None:
    assert f"{len(read_starter())} entries" in COVERS
    assert "for trying the tool only" in COVERS


def test_the_five_companies_of_june_2022_are_there() -> None:
    day = date(2022, 6, 28)
    found = {
        party.name
        for party in read_starter()
        if party.listing and party.listing.listed_on and party.listing.listed_on.earliest == day
    }
    assert found == {
        "Connec Electronic Ltd.",
        "King Pai Technology Co., Ltd.",
        "Sinno Electronics Co., Ltd.",
        "Winninc Electronic",
        "World Jetta (H.K.) Logistics Limited",
    }
