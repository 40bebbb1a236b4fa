"""Each form of statements as it is published, in a small invented file."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from sanctionscreen.model import OwnershipStatement
from sanctionscreen.ownership import Ownership
from sanctionscreen.ownership.words import amount

FIXTURES = Path(__file__).parents[1] / "fixtures"


def read(name: str) -> dict[str, list[OwnershipStatement]]:
    """The statements of a fixture by what they tie."""
    graph = Ownership.load(FIXTURES / name)
    assert graph.problems == ()
    found: dict[str, list[OwnershipStatement]] = {}
    for statement in graph.statements():
        found.setdefault(f"{statement.owner.name} > {statement.owned.name}", []).append(statement)
    return found


def test_csv_of_our_own_form() -> None:
    found = read("statements.csv")
    (works,) = found["Invented Holding > Invented Works"]
    assert (works.owner.id, works.owner.country, works.percent) == ("H1", "CN", 51)
    assert works.owned.identifiers == (("inn", "7731084175"),)
    assert (works.since, works.until) == (date(2019, 1, 1), None)
    assert (works.source, works.record) == ("invented register", "line 2")
    (shop,) = found["Invented Works > Invented Shop"]
    assert amount(shop) == "over 25 to 50 % of votes"
    assert (shop.since, shop.until) == (date(2020, 3, 1), date(2021, 12, 31))
    assert (shop.source, shop.record) == ("statements.csv", "line 3")
    (depot,) = found["Invented Works > Invented Depot"]
    assert amount(depot) == "control through others"


def test_columns_that_nobody_reads_are_told() -> None:
    assert Ownership.load(FIXTURES / "statements.csv").unread == {"colour": 1}


def test_json_lines_of_our_own_form() -> None:
    found = read("statements.jsonl")
    (works,) = found["Invented Holding > Invented Works"]
    assert works.owner.identifiers == (("lei", "INVENTED000000000001"),)
    assert (works.percent, works.since) == (51, date(2019, 5, 1))
    (shop,) = found["Invented Works > Invented Shop"]
    assert amount(shop) == "over 25 to 50 % of votes"
    (depot,) = found["Invented Works > Invented Depot"]
    assert (amount(depot), depot.record, depot.note) == (
        "75 to 100 % of shares through others", "line 4", "as invented",
    )  # fmt: skip


def test_bods_03() -> None:
    found = read("bods_03.json")
    assert [
        (amount(one), one.since, one.until) for one in found["Invented Holding > Invented Works Ltd"]
    ] == [
        ("75 % of shares", date(2020, 2, 1), None),
        ("over 25 to 50 % of shares", date(2017, 6, 1), date(2020, 1, 31)),
        ("40 % of votes", None, date(2020, 1, 31)),
    ]
    works = found["Invented Holding > Invented Works Ltd"][0].owned
    assert (works.id, works.country) == ("GB-COH-00000001", "GB")
    (nobody,) = next(ties for name, ties in found.items() if name.startswith("Unspecified owner"))
    assert nobody.owner.id.startswith("unspecified:")
    assert (nobody.kind, "percent 20" in nobody.note) == ("linked", True)
    person = found["Inventa Personova > Invented Holding"]
    assert [(one.kind, one.note) for one in person] == [
        ("board", "appointmentOfBoard"), ("linked", "settlor"), ("office", "boardChair"),
    ]  # fmt: skip
    assert person[0].owner.country == "RU"


def test_bods_04() -> None:
    found = read("bods_04.jsonl")
    (shares,) = found["Inventa Personova > Invented Works Ltd"]
    assert amount(shares) == "over 50 to under 75 % of shares through others"
    assert (shares.since, shares.until) == (None, date(2024, 6, 30))
    assert (shares.source, shares.record) == ("Invented publisher", "inv-3")
    assert sum(name.startswith("Unspecified owner") for name in found) == 1


def test_gleif_relationships() -> None:
    found = read("gleif_rr.csv")
    (direct,) = found["INVENTED0000000PARENT > INVENTED00000000CHILD"]
    assert (direct.kind, direct.indirect, direct.since) == ("control", False, date(2012, 11, 29))
    assert direct.owner.identifiers == (("lei", "INVENTED0000000PARENT"),)
    (ultimate,) = found["INVENTED00000ULTIMATE > INVENTED00000000CHILD"]
    assert (ultimate.indirect, ultimate.until) == (True, date(2023, 5, 1))
    (branch,) = found["INVENTED00000000CHILD > INVENTED00000BRANCH"]
    assert (branch.kind, branch.percent) == ("shares", 100)
    assert len(found) == 3
    assert Ownership.load(FIXTURES / "gleif_rr.csv").unread == {}


def test_followthemoney() -> None:
    found = read("ftm.jsonl")
    (works,) = found["Invented Holding > Invented Works"]
    assert (works.percent, works.since, works.source) == (51.5, date(2018, 1, 1), "Invented register")
    assert works.owner.other_names == ("Выдуманный холдинг",)
    assert works.owner.identifiers == (("inn", "7731084175"),)
    person = found["Inventa Personova > Invented Works"]
    assert [amount(one) for one in person] == ["20 to 30 % of shares", "an office (CEO)"]
    unread = [found[f"{owner} > inv-s1"][0] for owner in ("Invented Holding", "Inventa Personova")]
    assert {(amount(one), one.note, one.until) for one in unread} == {
        ("an unknown part of shares", "founder; percentage: about a third", date(2021, 12, 31))
    }


def test_several_files_make_one_graph() -> None:
    graph = Ownership.load(FIXTURES / "statements.csv", FIXTURES / "statements.jsonl")
    assert len(graph) == 6
    assert graph.party("H1").identifiers == (("lei", "INVENTED000000000001"),)
