"""What lists themselves state becomes statements of unknown percentage."""

from __future__ import annotations

import sanctionscreen as ss
from sanctionscreen.model import Listing, PartialDate, Relation
from sanctionscreen.ownership import Ownership, Reach, from_lists, listed_in
from sanctionscreen.printed import partial_date

from .made import DAY


def entity(key: str, name: str, *relations: Relation, scope: tuple[str, ...] = ()) -> ss.Entity:
    listing = Listing(list="gb_fcdo", authority="FCDO", listed_on=partial_date("2022"))
    return ss.Entity(
        list="gb_fcdo",
        id=key,
        names=[ss.Name(text=name)],
        relations=relations,
        scope=scope,
        listing=listing,
        identifiers=[ss.Identifier(number="7731084175", type="INN", scheme="inn")],
    )


def related(kind: str, name: str, key: str | None = None) -> Relation:
    return Relation.model_validate({"kind": kind, "name": name, "id": key})


def test_each_relation_in_its_direction() -> None:
    holding = entity(
        "1",
        "Invented Holding",
        related("subsidiary", "Invented Works"),
        related("parent", "Invented State"),
        related("operator", "Invented Line"),
        related("associate", "Invented Friend"),
        scope=("and any subsidiary thereof", "all offices worldwide"),
    )
    ties = {(one.owner.name, one.owned.name, one.kind, one.percent) for one in from_lists([holding])}
    assert ties == {
        ("Invented Holding", "Invented Works", "shares", None),
        ("Invented State", "Invented Holding", "shares", None),
        ("Invented Line", "Invented Holding", "control", None),
        ("Invented Holding", "Invented Holding and any subsidiary thereof", "shares", None),
    }


def test_related_parties_on_the_same_list_are_found_by_record_or_by_their_one_name() -> None:
    by_id = entity("1", "Invented Works", related("linked_to", "somebody", "2"))
    by_name = entity("3", "Invented Shop", related("owner", "INVENTED HOLDING"))
    unclear = entity("4", "Invented Depot", related("owner", "Invented Twin"))
    itself = entity("5", "Invented Self", related("owner", "Invented Self"))
    others = [entity("2", "Invented Holding"), entity("6", "Invented Twin"), entity("7", "Invented Twin")]
    ties = {(one.owner.id, one.owned.id) for one in from_lists([by_id, by_name, unclear, itself, *others])}
    assert ties == {
        ("gb_fcdo:2", "gb_fcdo:1"),
        ("gb_fcdo:2", "gb_fcdo:3"),
        ("Invented Twin", "gb_fcdo:4"),
    }


def test_an_unlisted_subsidiary_is_found_and_not_decided() -> None:
    holding = entity("1", "Invented Holding", related("subsidiary", "Invented Works"))
    graph = Ownership.of(from_lists([holding]))
    assert dict(graph.party("gb_fcdo:1").identifiers) == {"inn": "7731084175"}
    listed = listed_in([holding])
    assert listed["gb_fcdo:1"].since == PartialDate(text="2022", earliest=DAY.replace(year=2022)).earliest
    found = Reach(graph, listed).findings("Invented Works", DAY)
    assert {finding.regime: finding.outcome for finding in found}["gb"] == "undetermined"
