"""Four published versions of the Security Council's list: differences against an independent count.

The count below reads the files with plain code: it knows reference numbers and texts, and nothing of the
package. A date of birth stands in another element in some versions, which is no change of the party.
"""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from pathlib import Path

import pytest
from lxml import etree

from sanctionscreen.store import Store

VERSIONS = ("2020-11-24", "2021-03-12", "2024-11-30", "2026-02-27")
COUNTED = {"2020-11-24": (4, 18), "2021-03-12": (41, 166), "2024-11-30": (130, 6)}
"""Added and removed by the next version, counted with ``grep`` and ``comm`` over the reference numbers."""
NO_FACTS = {"DATAID", "VERSIONNUM", "SORT_KEY", "SORT_KEY_LAST_MOD"}
BIRTHS = {"DATE", "YEAR", "DATE_OF_BIRTH"}
SAME_COUNTRY = {"Somali": "Somalia"}

pytestmark = pytest.mark.real_lists
Plain = dict[str, list[Counter[tuple[str, str]]]]


def read_plainly(path: Path) -> Plain:
    """Every text of every record, with the element it stands in, by reference number."""
    found: Plain = {}
    for record in etree.parse(str(path)).getroot().iter("INDIVIDUAL", "ENTITY"):
        texts: Counter[tuple[str, str]] = Counter()
        for element in record.iter():
            text = " ".join((element.text or "").split())
            exact = (element.tag, text) == ("TYPE_OF_DATE", "EXACT")
            if text and not exact and element.tag not in NO_FACTS:
                tag = "birth" if element.tag in BIRTHS else str(element.tag)
                texts[tag, SAME_COUNTRY.get(text, text)] += 1
        found.setdefault((record.findtext("REFERENCE_NUMBER") or "").strip(), []).append(texts)
    return found


@pytest.fixture(scope="module")
def files(published: Path) -> dict[str, Path]:
    return {version: published / "un_sc" / f"un_consolidated_{version}.xml" for version in VERSIONS}


@pytest.fixture(scope="module")
def store(files: dict[str, Path], tmp_path_factory: pytest.TempPathFactory) -> Store:
    store = Store(tmp_path_factory.mktemp("un"))
    for version in VERSIONS:
        store.add("un_sc", [files[version]])
    return store


@pytest.mark.parametrize(("before", "after"), list(pairwise(VERSIONS)))
def test_differences_are_those_of_the_files(
    store: Store, files: dict[str, Path], before: str, after: str
) -> None:
    old, new = read_plainly(files[before]), read_plainly(files[after])
    found = store.diff("un_sc", before, after)
    assert {mark.id for mark in found.added} == set(new) - set(old)
    assert {mark.id for mark in found.removed} == set(old) - set(new)
    assert {change.id for change in found.changed} == {
        number for number in set(old) & set(new) if old[number] != new[number]
    }
    assert (len(found.added), len(found.removed)) == COUNTED[before]


def test_nothing_is_lost_on_the_way(store: Store) -> None:
    """Each version is the one before it, less what was removed, with what was added."""
    held = {snapshot.version[:10]: set(store.entities(snapshot).ids) for snapshot in store.history("un_sc")}
    for before, after in pairwise(VERSIONS):
        found = store.diff("un_sc", before, after)
        come, gone = ({mark.id for mark in marks} for marks in (found.added, found.removed))
        assert (held[before] | come) - gone == held[after]
