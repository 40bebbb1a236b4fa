"""What is known besides the name, for and against."""

from __future__ import annotations

import pytest

import sanctionscreen as ss
from sanctionscreen.matching.policy import SCORE
from sanctionscreen.model import Address, Birth, Identifier, PartialDate
from sanctionscreen.printed import partial_date


def entity(**fields: object) -> ss.Entity:
    fields = {"list": "house", "id": "1", "names": [ss.Name(text="Angara Shipping")], **fields}
    return ss.Entity.model_validate(fields)


def hit_on(listed: ss.Entity, name: str = "Angara Shippng", **asked: object) -> ss.Hit:
    (hit,) = hits_on(listed, name, **asked)
    return hit


def hits_on(listed: ss.Entity, name: str, **asked: object) -> tuple[ss.Hit, ...]:
    screener = ss.Screener.from_entities([listed], ss.Settings(threshold=40))
    hits = screener.screen(ss.Party.model_validate({"name": name, **asked})).hits
    for hit in hits:
        assert round(sum(row.points for row in hit.evidence), 2) == hit.score
    return hits


def said(listed: ss.Entity, **asked: object) -> list[str]:
    """What attributes add to the evidence of a name that fits but for a letter."""
    plain = [row.feature for row in hit_on(listed).evidence]
    hit = hit_on(listed, **asked)
    names = hit.evidence[: len(plain)]
    assert [row.feature for row in names] == plain
    rows = hit.evidence[len(plain) :]
    assert all(row.query and row.listed and row.reason for row in rows)
    assert all(row.points == SCORE[row.feature].value for row in rows)
    return [row.feature for row in rows]


def test_a_country_moves_the_score_both_ways() -> None:
    listed = entity(addresses=[Address(text="Mong Kok", country="HK")])
    assert said(listed, country="HK") == ["country"]
    assert said(listed, country="FR") == ["other_country"]
    assert said(listed) == said(entity(), country="HK") == []


def test_hong_kong_and_china_do_not_contradict() -> None:
    listed = entity(addresses=[Address(text="Mong Kok", country="CN")])
    assert said(listed, country="HK") == []


@pytest.mark.parametrize(
    ("asked", "printed", "feature"),
    [
        ("organization", "organization", "kind"),
        ("person", "organization", "other_kind"),
        ("vessel", "person", "other_kind"),
        ("vessel", "aircraft", "other_kind"),
        ("vessel", "organization", "company_or_craft"),
        ("organization", "aircraft", "company_or_craft"),
        ("vessel", "unknown", None),
        ("vessel", "address", None),
        ("unknown", "vessel", None),
    ],
)
def test_kinds(asked: str, printed: str, feature: str | None) -> None:
    assert said(entity(kind=printed), kind=asked) == ([feature] if feature else [])


def test_a_name_is_scored_alike_whatever_kind_is_asked() -> None:
    listed = entity(kind="organization")
    assert hit_on(listed, kind="person").score == pytest.approx(hit_on(listed).score - 20)


@pytest.mark.parametrize(
    ("asked", "printed", "feature"),
    [
        ("male", "M", "gender"),
        ("f", "Weiblich", "gender"),
        ("M", "Female", "other_gender"),
        ("male", "Ж", "other_gender"),
        ("male", "Autre", None),
        ("male", None, None),
        ("unknown", "Male", None),
    ],
)
def test_genders(asked: str, printed: str | None, feature: str | None) -> None:
    assert said(entity(kind="person", gender=printed), gender=asked) == ([feature] if feature else [])


def test_the_births_that_decide_are_shown() -> None:
    listed = entity(kind="person", births=[Birth(on=partial_date(text)) for text in ("1962", "1971", "1962")])
    same, other = (hit_on(listed, date_of_birth=text).evidence[-1] for text in ("1962-11-23", "1990"))
    assert (same.feature, same.query, same.listed) == ("birth", "1962-11-23", "1962")
    assert (other.feature, other.query, other.listed) == ("other_birth", "1990", "1962, 1971")


def test_a_date_that_cannot_be_read_says_nothing() -> None:
    listed = entity(kind="person", births=[Birth(on=PartialDate(text="Eid 1962")), Birth(place="Omsk")])
    assert said(listed, date_of_birth="1970") == said(entity(births=listed.births), date_of_birth="??") == []


def test_an_identifier_is_a_hit_by_itself_whatever_contradicts() -> None:
    numbers = [Identifier(number="9179842", type="IMO number", scheme="imo")]
    listed = entity(kind="person", countries=["FR"], identifiers=numbers)
    hit = hit_on(
        listed, "Quite Another Name", kind="vessel", country="RU", identifiers={"imo": "IMO 9179842"}
    )
    assert (hit.score, hit.alert) == (100, True)
    assert [row.feature for row in hit.evidence[:3]] == ["identifier", "other_kind", "other_country"]


def test_an_identifier_is_evidence_beside_an_exact_name_too() -> None:
    listed = entity(
        names=[ss.Name(text="Angara Shipping", strength="weak")],
        identifiers=[Identifier(number="7712040126", type="INN", scheme="inn")],
    )
    alone, with_number = (
        hit_on(listed, "Angara Shipping", identifiers=n) for n in ({}, {"tax": "7712040126"})
    )
    assert (alone.alert, with_number.alert) == (False, True)
    assert "identifier" in [row.feature for row in with_number.evidence]


def test_a_hit_by_identifier_shows_the_name_that_fits_best() -> None:
    listed = entity(
        names=[ss.Name(text="Radioavtomatika"), ss.Name(text="Angara Shipping", kind="alias")],
        identifiers=[Identifier(number="9179842", type="IMO number", scheme="imo")],
    )
    assert hit_on(listed, "Angara Shippng", identifiers={"imo": "9179842"}).name == "Angara Shipping"


IMO = Identifier(number="9179842", type="IMO number", scheme="imo")


def test_another_valid_number_under_the_same_name_lowers() -> None:
    listed = entity(kind="vessel", identifiers=[IMO])
    assert said(listed, identifiers={"imo": "9074729"}) == ["other_identifier"]
    assert hit_on(listed, "Angara Shipping", identifiers={"imo": "9074729"}).score == 80


def test_a_number_that_fails_its_check_never_lowers() -> None:
    listed = entity(kind="vessel", identifiers=[IMO])
    assert said(listed, identifiers={"imo": "9074728"}) == []
    misprinted = IMO.model_copy(update={"number": "9179843"})
    assert said(entity(kind="vessel", identifiers=[misprinted]), identifiers={"imo": "9074729"}) == []


def test_the_numbers_of_a_companys_ships_do_not_contradict() -> None:
    assert said(entity(kind="organization", identifiers=[IMO]), identifiers={"imo": "9074729"}) == []


def test_one_of_several_numbers_is_enough() -> None:
    other = IMO.model_copy(update={"number": "9074729"})
    listed = entity(kind="vessel", identifiers=[other, IMO])
    assert (
        hit_on(listed, identifiers={"imo": "9179842", "mmsi": "273000000"}).evidence[-2].feature
        == "identifier"
    )


def test_a_registration_number_of_one_country_lowers_less() -> None:
    number = Identifier(number="HRB 12345", type="Registration number", scheme="registration")
    listed = entity(countries=["DE"], identifiers=[number])
    assert said(listed, country="DE", identifiers={"registration": "HRB 54321"}) == [
        "other_registration",
        "country",
    ]
    for country, text in (("FR", "HRB 54321"), ("DE", "HRA"), ("DE", "HRB 543210"), (None, "HRB 54321")):
        assert "other_registration" not in said(listed, country=country, identifiers={"registration": text})


def test_attributes_alone_hide_no_exact_name() -> None:
    listed = entity(
        kind="person",
        addresses=[Address(text="Moscow", country="RU")],
        births=[Birth(on=partial_date("1962"))],
        gender="Male",
    )
    asked = {"kind": "vessel", "country": "FR", "date_of_birth": "1990", "gender": "f"}
    hit = hit_on(listed, "Angara Shipping", **asked)
    assert hit.score == 80
    assert hit.evidence[-1].feature == "most_against"
    agreeing = hit_on(listed, "Angara Shipping", **asked | {"country": "RU"})
    assert agreeing.score == 82


def test_an_identifier_of_another_scheme_is_not_equal() -> None:
    listed = entity(identifiers=[Identifier(number="9179842", type="Passport", scheme="passport")])
    assert hits_on(listed, "Quite Another Name", identifiers={"imo": "9179842"}) == ()
