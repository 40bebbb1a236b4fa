"""Words and codes of roles."""

from __future__ import annotations

import tomllib
from importlib import resources

import pytest

import sanctionscreen as ss
from sanctionscreen.screening.shipment import role_of, roles


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("consignee", "consignee"),
        ("Notify Party", "notify"),
        ("order-of", "order_of"),
        ("CN", "consignee"),
        ("cz", "consignor"),
        ("N1", "notify"),
        ("UC", "ultimate_consignee"),
        ("C1", "care_of"),
        ("WE", "ship_to"),
        ("sap:AG", "buyer"),
        ("edifact:AG", "agent"),
        ("sap_en:SP", "buyer"),
        ("FreightForwarderParty", "forwarder"),
        ("ultimate_consignee_party", "ultimate_consignee"),
        ("delivery", "ship_to"),
    ],
)
def test_words_and_codes(text: str, role: str) -> None:
    assert role_of(text) == role


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("consigne", "unknown role 'consigne'. Did you mean 'consignee'?"),
        ("AG", "sap:AG is buyer, edifact:AG is agent, x12:AG is agent. Write it with its format"),
        ("edifacts:CN", "unknown format of a role 'edifacts'. Did you mean 'edifact'?"),
        ("sap:CN", "unknown role 'sap:CN'"),
    ],
)
def test_what_is_no_role(text: str, told: str) -> None:
    with pytest.raises(ss.UsageError) as caught:
        role_of(text)
    assert told in str(caught.value)


def test_every_role_that_a_text_can_give_is_one() -> None:
    content = resources.files("sanctionscreen.documents").joinpath("markers.toml").read_text("utf-8")
    markers = tomllib.loads(content)
    named = {row["role"] for row in markers["role"]} | set(markers["fields"]) - {"above", "below"}
    assert {role_of(role) for role in named} <= set(roles())
