"""What is known besides the name, for and against."""

from __future__ import annotations

import pytest

import sanctionscreen as ss
from sanctionscreen.matching.identifiers import valid_imo
from sanctionscreen.model import Address, Birth, Identifier, PartialDate
from sanctionscreen.printed import partial_date


def entity(**fields: object) -> ss.Entity:
    fields = {"list": "house", "id": "1", "names": [ss.Name(text="Angara Shipping")], **fields}
    return ss.Entity.model_validate(fields)


def score(listed: ss.Entity, name: str = "Angara Shippng", **asked: object) -> ss.Hit | None:
    screener = ss.Screener.from_entities([listed], ss.Settings(threshold=50))
    hits = screener.screen(ss.Party.model_validate({"name": name, **asked})).hits
    return hits[0] if hits else None


def test_a_country_moves_the_score_both_ways() -> None:
    listed = entity(addresses=[Address(text="Mong Kok", country="HK")])
    alone, same, other = (score(listed, country=code) for code in (None, "HK", "FR"))
    assert alone
    assert same
    assert other
    assert other.score < alone.score < same.score


def test_hong_kong_and_china_do_not_contradict() -> None:
    listed = entity(addresses=[Address(text="Mong Kok", country="CN")])
    assert score(listed, country="HK").score == score(listed).score  # type: ignore[union-attr]


def test_a_kind_that_cannot_be_costs() -> None:
    listed = entity(kind="organization")
    assert score(listed).score - score(listed, kind="person").score == 20  # type: ignore[union-attr]


def test_births_agree_or_contradict() -> None:
    listed = entity(kind="person", births=[Birth(on=partial_date("1962"))])
    same = score(listed, date_of_birth="1962-11-23")
    other = score(listed, date_of_birth="1970-01-01")
    assert [row.feature for row in same.evidence][-1] == "birth"  # type: ignore[union-attr]
    assert [row.feature for row in other.evidence][-1] == "other_birth"  # type: ignore[union-attr]


def test_an_unreadable_date_says_nothing() -> None:
    listed = entity(kind="person", births=[Birth(on=PartialDate(text="Eid 1962"))])
    hit = score(listed, date_of_birth="1970")
    assert all("birth" not in row.feature for row in hit.evidence)  # type: ignore[union-attr]


def test_an_identifier_is_a_hit_by_itself() -> None:
    listed = entity(identifiers=[Identifier(number="9179842", type="IMO number", scheme="imo")])
    hit = score(listed, name="Quite Another Name", identifiers={"imo": "IMO 9179842"})
    assert hit
    assert (hit.score, hit.alert) == (100, True)
    assert hit.evidence[-1].feature == "identifier"


def test_another_valid_imo_under_the_same_name_lowers() -> None:
    listed = entity(kind="vessel", identifiers=[Identifier(number="9179842", type="IMO", scheme="imo")])
    hit = score(listed, name="Angara Shipping", identifiers={"imo": "9074729"})
    assert hit
    assert hit.score == 80


def test_attributes_alone_hide_no_exact_name() -> None:
    listed = entity(
        kind="person",
        addresses=[Address(text="Moscow", country="RU")],
        births=[Birth(on=partial_date("1962"))],
    )
    hit = score(listed, name="Angara Shipping", kind="vessel", country="FR", date_of_birth="1990")
    assert hit
    assert hit.score == 80
    assert hit.evidence[-1].feature == "most_against"


def test_an_identifier_of_another_scheme_is_not_equal() -> None:
    listed = entity(identifiers=[Identifier(number="9179842", type="Passport", scheme="passport")])
    assert score(listed, name="Quite Another Name", identifiers={"imo": "9179842"}) is None


@pytest.mark.parametrize(("number", "valid"), [("9074729", True), ("9074728", False), ("907472", False)])
def test_imo_check_digit(number: str, valid: bool) -> None:
    assert valid_imo(number) is valid
