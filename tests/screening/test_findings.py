"""Hits of one party, put together: by number, by reference, by name."""

from __future__ import annotations

import pytest

import sanctionscreen as ss
from sanctionscreen.model import Birth, Finding
from sanctionscreen.printed import partial_date


def entity(number: str, name: str, **facts: object) -> ss.Entity:
    listing = ss.Listing(list="house", authority="us", other_ids=facts.pop("other_ids", ()))  # type: ignore[arg-type]
    return ss.Entity(list="house", id=number, names=[ss.Name(text=name)], listing=listing, **facts)  # type: ignore[arg-type]


def found(*entities: ss.Entity, name: str = "Zyxel Novelty Works") -> tuple[Finding, ...]:
    screening = ss.Screener.from_entities(entities, ss.Settings(threshold=50)).screen(name)
    assert sorted(place for finding in screening.findings for place in finding.hits) == list(
        range(len(screening.hits))
    )
    assert len(screening.hits) == len(entities)
    return screening.findings


def born(text: str) -> list[Birth]:
    return [Birth(on=partial_date(text))]


def test_a_single_hit_is_a_finding() -> None:
    (one,) = found(entity("1", "Zyxel Novelty Works"))
    assert (one.name, one.hits, one.because, one.alert) == ("Zyxel Novelty Works", (0,), (), True)


def test_the_same_name_in_one_country_or_none() -> None:
    (one,) = found(
        entity("1", "Zyxel Novelty Works", countries=["RU"]),
        entity("2", "ZYXEL NOVELTY WORKS", countries=["RU", "CN"]),
        entity("3", "Zyxel-Novelty Works"),
    )
    assert len(one.hits) == 3
    assert one.because == ("the same name Zyxel Novelty Works",)


def test_namesakes_in_two_countries_stay_apart() -> None:
    russian = entity("1", "Zyxel Novelty Works", countries=["RU"])
    panamanian = entity("2", "Zyxel Novelty Works", countries=["PA"])
    assert len(found(russian, panamanian)) == 2


def test_the_same_number_under_other_names() -> None:
    number = {"type": "Tax ID No.", "scheme": "tax", "number": "7712040126"}
    (one,) = found(
        entity("1", "Zyxel Novelty Works", identifiers=[ss.Identifier(**number)]),
        entity("2", "Zyxel Works", identifiers=[ss.Identifier(**number | {"number": "77-1204-0126"})]),
    )
    assert one.because == ("the same Tax ID No. 7712040126",)


@pytest.mark.parametrize(
    ("printed_type", "scheme", "parties"),
    [("INN", "inn", 1), ("OGRN", "ogrn", 2), ("Website", "website", 2)],
)
def test_a_number_by_another_name(printed_type: str, scheme: str, parties: int) -> None:
    tax = ss.Identifier(type="Tax ID No.", scheme="tax", number="7712040126")
    other = ss.Identifier(type=printed_type, scheme=scheme, number="7712040126")  # type: ignore[arg-type]
    records = (
        entity("1", "Zyxel Novelty Works", countries=["RU"], identifiers=[tax]),
        entity("2", "Zyxel Works", countries=["RU"], identifiers=[other]),
    )
    assert len(found(*records)) == parties


def test_a_reference_to_another_list() -> None:
    (one,) = found(
        entity("KPe.020", "Zyxel Novelty Works"), entity("DPR0145", "Zyxel Works", other_ids=("KPe.020",))
    )
    assert one.because == ("the same reference KPe.020",)


@pytest.mark.parametrize(
    ("births", "parties"), [(("1962-11-23", "1962"), 1), (("1962-11-23", "1970"), 2), (("1962-11-23", ""), 2)]
)
def test_persons_of_one_name_need_a_birth_that_agrees(births: tuple[str, str], parties: int) -> None:
    persons = [
        entity(str(number), "Nicolas Maduro Moros", kind="person", births=born(text) if text else [])
        for number, text in enumerate(births)
    ]
    assert len(found(*persons, name="Nicolas Maduro Moros")) == parties


def test_a_ship_and_a_company_are_never_one() -> None:
    ship, company = (entity(kind, "Zyxel Novelty Works", kind=kind) for kind in ("vessel", "organization"))
    assert len(found(ship, company)) == 2
