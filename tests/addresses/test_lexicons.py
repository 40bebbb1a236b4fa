"""The lexicons of addresses are in order, and slips in their words are put right without touching names."""

from __future__ import annotations

import pytest

from sanctionscreen.addresses.latin import romanized
from sanctionscreen.addresses.lexicon import dialect_of, dialects, lexicon, stands_for, tells
from sanctionscreen.addresses.likeness import likeness
from sanctionscreen.addresses.mending import marked_number, mended
from sanctionscreen.addresses.places import country_groups, places
from sanctionscreen.addresses.tables import table


@pytest.mark.parametrize("dialect", sorted(dialects()))
def test_every_dialect_has_words(dialect: str) -> None:
    assert lexicon(dialect).roles["street"]
    assert all(phrase == " ".join(phrase.split()) and phrase for phrase in lexicon(dialect).roles)
    assert dialect in dialect_of().values()


def test_no_word_tells_two_dialects() -> None:
    told = [romanized(word) for rows in table("markers").values() for word in rows.get("tells", ())]
    assert sorted(told) == sorted(set(told)) == sorted(tells())


def test_kinds_of_streets_stand_for_kinds() -> None:
    rows = table("streets")
    kinds = {kind for section in ("behind", "before", "weak") for kind in rows[section]}
    assert set(rows["stands_for"]) <= kinds
    assert set().union(*stands_for().values()) <= kinds


def test_countries_are_codes() -> None:
    rows = table("places")
    for code in (*rows["countries"], *rows["city_states"], *rows["districts"], *country_groups()):
        assert len(code) == 2
        assert code.isupper()


def test_places_are_known_by_every_spelling() -> None:
    for spelling in ("hong kong", "hk", "hongkong", "h k"):
        assert places().named[spelling][0].key == "HK"
    assert places().named["mongkok"][0].key == "mong kok"
    assert places().near(["lockhart"]) == ()
    assert places().near(["hongkog"])[0].key == "HK"
    assert places().near(["simferopl"])[0].key == "simferopol"
    assert places().near(["tsimshatsiu"])[0].key == "tsim sha tsui"


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("stret", "street"),
        ("steret", "street"),
        ("buidling", "building"),
        ("bulding", "building"),
        ("comercial", "commercial"),
        ("twoer", "tower"),
        ("roda", "road"),
        ("avneue", "avenue"),
        ("lockhart", "lockhart"),
        ("black", "black"),
        ("sheung", "sheung"),
        ("palace", "palace"),
        ("peak", "peak"),
        ("units", "units"),
    ],
)
def test_slips_in_markers(written: str, meant: str) -> None:
    assert mended(written) == meant


def test_markers_with_their_number() -> None:
    assert marked_number("rm305") == ("rm", "305")
    assert marked_number("floor12") == ("floor", "12")
    assert marked_number("mnb2807") is None
    assert marked_number("a10") is None


@pytest.mark.parametrize(
    ("a", "b", "least", "most"),
    [
        ("fa yuen|street", "fayuen|street", 1, 1),
        ("polyanka bolshaya|ulitsa", "bolshaya polyanka|street", 1, 1),
        ("pushkinskaya|ulitsa", "pushkinska|street", 1, 1),
        ("ho king|commercial centre", "ho kong|commercial centre", 0.8, 0.9),
        ("hollywood|plaza", "hollywood|centre", 0.7, 0.8),
        ("lenina|ulitsa", "lenina|prospekt", 0.9, 1),
        ("park|road", "park|lane", 0.7, 0.8),
        ("14th|street", "15th|street", 0, 0),
        ("14th|street", "fourteenth|street", 1, 1),
        ("queens|road east", "queens|road west", 0, 0),
        ("queens|road east", "queens|road", 0.9, 0.99),
        ("nathan|road", "hennessy|road", 0, 0.6),
    ],
)
def test_likeness(a: str, b: str, least: float, most: float) -> None:
    assert least <= likeness(a, b) <= most
    assert likeness(a, b) == likeness(b, a)
