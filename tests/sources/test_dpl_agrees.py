"""The Denied Persons List and its copy in the Consolidated Screening List say the same of a party."""

from __future__ import annotations

from pathlib import Path

import pytest

from sanctionscreen.model import Entity
from sanctionscreen.reading import Files, load_source


def entities(published: Path, key: str, path: str) -> list[Entity]:
    files = Files(key, [published / path])
    form = next(form for form in load_source(key).formats if form.recognise(files))
    return [entity for entity in form.read(files) if entity.listing and entity.listing.component == "DPL"]


def order_of(entity: Entity) -> tuple[str, str]:
    """A name and the day its order took effect: what both lists tell an order by."""
    assert entity.listing
    return entity.name, str(entity.listing.listed_on)


def facts(entity: Entity) -> tuple[object, ...]:
    listing = entity.listing
    assert listing
    days = tuple(str(day) for day in (listing.listed_on, listing.expires_on))
    return entity.names, days, listing.effect, listing.component, listing.component_title, listing.legal_basis


@pytest.mark.real_lists
def test_an_order_that_both_lists_hold_reads_the_same(published: Path) -> None:
    own = {
        order_of(entity): entity for entity in entities(published, "us_bis_dpl", "us_bis_dpl/dpl_2023-11.txt")
    }
    copies = entities(published, "us_csl", "us_csl/consolidated_2022-05-16.csv")
    in_both = [copy for copy in copies if order_of(copy) in own]
    assert len(copies) == 462
    # The others expired, or were renewed with a new date, in the eighteen months between the files.
    assert len(in_both) == 355
    for copy in in_both:
        assert facts(own[order_of(copy)]) == facts(copy)
