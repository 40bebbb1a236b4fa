"""One party of OFAC's lists, read from two publications: the same entity, field by field.

The publications at hand are of different days. What one form cannot carry is in ``LIMITS`` and is made
equal before comparing; what OFAC changed between the days is named here, entry by entry, as found in the
files themselves. Nothing else differs.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

import pytest

from sanctionscreen.model import Entity
from sanctionscreen.reading import Files, load_source

pytestmark = pytest.mark.real_lists

# Field -> what the XML says and the CSV cannot, or the Consolidated Screening List cannot.
LIMITS = {
    "addresses": "the CSV joins city, region and postcode into one field",
    "names, addresses, positions, remarks": "the CSV prints a double quotation mark as a single one",
    "remarks, organization_type": "the full stop that ends a CSV remark may be that of its last word",
    "former_flags, organization_type": "the order of several is the form's own",
    "as_of": "the CSV carries no date",
    "births (us_csl)": "a month or a range of days is printed as its first day",
    "addresses, identifiers (us_csl)": "no country is printed where it is Curacao, Czechia or the West Bank",
    "strength, alias kind (us_csl)": "not printed",
}

# OFAC's changes between 28 March and December 2025, in the files at hand.
BLOCKED_IN_OCTOBER_2025 = {
    "17022", "17248", "18267", "18269", "18271", "18274", "18276", "18282", "18284", "18290", "18292",
}  # fmt: skip
CONS_CHANGED = BLOCKED_IN_OCTOBER_2025 | {"18782"}  # programme SYRIA, which ended in 2025
CONS_REMOVED = {"26182"}  # the last foreign sanctions evader

# Between 10 March and July 2021: four Burmese names printed the other way round, names, births, addresses and
# programmes amended; and the secondary sanctions of the Hong Kong Autonomy Act added.
SDN_AMENDED = set(
    """
    10138 16689 20290 23581 24807 24808 24809 24810 24812 26235 26889 26890 31373
    """.split()
)
HONG_KONG_AUTONOMY_ACT = set(
    """
    30322 30343 30344 30345 30503 30504 30505 30506 30507 30508 30509 30510 30511 30512 30513 30514 30515
    30516 30964 30965 30966 30967 30968 30969
    """.split()
)
# Between 10 March 2021 and 16 May 2022: programmes added (E.O. 14024, E.O. 14059, SSIDES), names, numbers,
# births, nationalities and addresses added or amended. They are 1.5 % of the entries in both.
SDN_AMENDED_BY_2022 = set(
    """
    2677 4243 4249 6903 6905 6906 6928 6939 7226 7265 7328 7923 7944 8150 8159 8237 8594 8886 9760 10138
    10330 10386 10405 10592 10900 11185 11186 11438 11439 11440 11528 11745 11890 11896 11900 11923
    12402 12587 12743 12882 12884 13120 13148 13149 15001 15871 16660 16666 16669 16671 16680 16685
    16688 16689 16691 16692 16710 16714 16806 16807 16829 16886 17024 17063 17368 17386 17448 17671
    17674 17927 18310 18348 18349 18647 18648 20283 20285 20290 20882 21164 21166 21171 21184 21465
    23256 23267 23581 23629 23719 24123 24183 24306 24309 24319 24326 24677 24807 24808 24809 24810
    24812 25348 25436 26235 26391 26889 26890 27000 27192 27273 27307 27590 27854 28297 28298 28299
    29702 30722 30724 30743 31123 31126 31251 31373
    """.split()
)


def read(published: Path, key: str, *paths: str) -> dict[str, Entity]:
    """The entities of a published set of files, by OFAC's number."""
    files = Files(key, [published / path for path in paths])
    form = next(form for form in load_source(key).formats if form.recognise(files))
    return {entity.id: entity for entity in form.read(files)}


def plain(text: str) -> str:
    """A text without what the CSV cannot print."""
    return text.replace('"', "'").removesuffix(".")


def plain_all(texts: Iterable[str]) -> set[str]:
    return set(map(plain, texts))


# Each compared field, made equal where LIMITS says so.
FIELDS: dict[str, Callable[[Entity], object]] = {
    "kind": lambda e: e.kind,
    "name": lambda e: plain(e.name),
    "names": lambda e: {(plain(n.text), n.kind, n.strength, n.script) for n in e.names},
    "addresses": lambda e: sorted(
        (plain(a.text), plain(a.street or ""), a.country or "", a.country_text or "") for a in e.addresses
    ),
    "identifiers": lambda e: set(e.identifiers),
    "births": lambda e: set(e.births),
    "nationalities": lambda e: set(e.nationalities),
    "countries": lambda e: set(e.countries),
    "gender": lambda e: e.gender,
    "titles": lambda e: set(e.titles),
    "positions": lambda e: plain_all(e.positions),
    "organization_type": lambda e: plain_all((e.organization_type or "").split("; ")),
    "vessel": lambda e: e.vessel and e.vessel.model_copy(update={"former_flags": ()}),
    "former_flags": lambda e: set(e.vessel.former_flags) if e.vessel else set(),
    "relations": lambda e: set(e.relations),
    "scope": lambda e: set(e.scope),
    "remarks": lambda e: plain_all(e.remarks),
    "programmes": lambda e: set(e.listing.programmes) if e.listing else None,
    "measures": lambda e: set(e.listing.measures) if e.listing else None,
    "listing": lambda e: e.listing and e.listing.model_copy(update={"programmes": (), "measures": ()}),
}


def differing(
    one: dict[str, Entity], other: dict[str, Entity], fields: dict[str, Callable[[Entity], object]] = FIELDS
) -> dict[str, list[str]]:
    """Of the entries in both, those that differ, with the fields."""
    found = {
        uid: [name for name, value in fields.items() if value(one[uid]) != value(other[uid])]
        for uid in one.keys() & other.keys()
    }
    return {uid: names for uid, names in found.items() if names}


# What the Consolidated Screening List carries of an SDN entry, made equal where LIMITS says so.
NO_COUNTRY_PRINTED = {"AN", "CZ", "PS"}


def known(country: str | None) -> str | None:
    """A country that the Consolidated Screening List prints."""
    return None if country in NO_COUNTRY_PRINTED else country


SHARED_FIELDS: dict[str, Callable[[Entity], object]] = {
    "kind": lambda e: e.kind,
    "name": lambda e: e.name,
    "names": lambda e: {name.text for name in e.names},
    "identifiers": lambda e: {(i.number, i.type, i.scheme, known(i.country)) for i in e.identifiers},
    "births": lambda e: {(b.on and b.on.earliest, b.place) for b in e.births},
    "nationalities": lambda e: set(e.nationalities),
    "programmes": lambda e: set(e.listing.programmes) if e.listing else None,
    "vessel": lambda e: e.vessel and (e.vessel.flag, e.vessel.type, set(e.vessel.former_flags)),
    "addresses": lambda e: {known(a.country) for a in e.addresses} - {None},
}


CONS_XML = "us_ofac/consolidated_nonsdn_2025-03-28.xml"
CONS_CSV = [f"us_ofac/cons_csv_2025-12/cons_{stem}.csv" for stem in ("prim", "alt", "add", "comments")]
SDN_XML = "us_ofac/sdn_2021-03-10.xml"
SDN_CSV = [f"us_ofac/sdn_csv_2021-07/{stem}.csv" for stem in ("sdn", "alt", "add", "sdn_comments")]
CSL = "us_csl/consolidated_2022-05-16.csv"


@pytest.fixture(scope="module")
def sdn(published: Path) -> dict[str, Entity]:
    return read(published, "us_ofac_sdn", SDN_XML)


def test_non_sdn_xml_and_csv_are_the_same(published: Path) -> None:
    xml, csv = read(published, "us_ofac_cons", CONS_XML), read(published, "us_ofac_cons", *CONS_CSV)
    assert xml.keys() ^ csv.keys() == CONS_REMOVED
    assert differing(xml, csv).keys() == CONS_CHANGED


def test_who_was_blocked_since_is_so_in_the_later_file(published: Path) -> None:
    csv = read(published, "us_ofac_cons", *CONS_CSV)
    listings = [csv[uid].listing for uid in BLOCKED_IN_OCTOBER_2025]
    assert {(listing.component, listing.effect) for listing in listings if listing} == {("SDN+SSI", "block")}


def test_sdn_xml_and_csv_are_the_same(published: Path, sdn: dict[str, Entity]) -> None:
    csv = read(published, "us_ofac_sdn", *SDN_CSV)
    assert len(sdn.keys() & csv.keys()) == 8762
    assert differing(sdn, csv).keys() == SDN_AMENDED | HONG_KONG_AUTONOMY_ACT


def test_sdn_and_the_consolidated_screening_list_are_the_same(
    published: Path, sdn: dict[str, Entity]
) -> None:
    rows = read(published, "us_csl", CSL)
    csl = {uid.removeprefix("SDN-"): row for uid, row in rows.items() if uid.startswith("SDN-")}
    assert len(sdn.keys() & csl.keys()) == 8342
    assert differing(sdn, csl, SHARED_FIELDS).keys() == SDN_AMENDED_BY_2022


def test_the_first_entries_tell_whose_a_file_is(published: Path) -> None:
    for key, other, paths in (
        ("us_ofac_cons", "us_ofac_sdn", [CONS_XML]),
        ("us_ofac_cons", "us_ofac_sdn", CONS_CSV),
        ("us_ofac_sdn", "us_ofac_cons", [SDN_XML]),
        ("us_ofac_sdn", "us_ofac_cons", SDN_CSV),
    ):
        files = Files(key, [published / path for path in paths])
        assert any(form.recognise(files) for form in load_source(key).formats)
        assert not any(form.recognise(files) for form in load_source(other).formats)
