"""The nouns: frozen, strict, and the same after a trip through JSON."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

import sanctionscreen as ss
from sanctionscreen.model import KINDS, Address, PartialDate, Vessel
from sanctionscreen.model.vocabulary import kind_of
from sanctionscreen.printed import partial_date

ENTITY = ss.Entity(
    list="house",
    id="1",
    kind="vessel",
    names=(ss.Name(text="ANGARA"),),
    addresses=(Address(text="Mong Kok", country="HK"),),
    vessel=Vessel(flag="RU"),
    nationalities=("Somewhere",),
)


def test_nothing_can_be_changed_and_nothing_unknown_added() -> None:
    with pytest.raises(ValidationError, match="frozen"):
        ENTITY.id = "2"  # type: ignore[misc]
    with pytest.raises(ValidationError, match="nmaes"):
        ss.Entity.model_validate({"list": "house", "id": "1", "names": [{"text": "x"}], "nmaes": []})


def test_an_entity_has_a_name() -> None:
    with pytest.raises(ValidationError, match="names"):
        ss.Entity(list="house", id="1", names=())


def test_json_and_back() -> None:
    assert ss.Entity.model_validate_json(ENTITY.model_dump_json()) == ENTITY


def test_the_countries_of_an_entity_are_codes_from_everywhere() -> None:
    assert ENTITY.all_countries() == {"HK", "RU"}


def test_every_kind_is_known_and_no_other() -> None:
    assert [kind_of(kind) for kind in KINDS] == list(KINDS)
    with pytest.raises(ss.UsageError, match="Did you mean 'vessel'"):
        kind_of("vesel")


def test_dates_overlap_contradict_or_say_nothing() -> None:
    year, day, other = (partial_date(text) for text in ("1962", "1962-11-23", "1970"))
    assert year
    assert day
    assert other
    assert year.overlaps(day) is True
    assert day.overlaps(other) is False
    assert day.overlaps(PartialDate(text="long ago")) is None
