"""A small list and shipments over it, for the tests of this folder."""

from __future__ import annotations

from typing import Any

import sanctionscreen as ss
from sanctionscreen.model import Shipment


def listed(name: str, *others: ss.Name, effect: str = "export_licence", **fields: Any) -> ss.Entity:
    listing = ss.Listing.model_validate(
        {"list": "us_csl", "authority": "BIS", "component": "EL", "effect": effect}
    )
    return ss.Entity.model_validate(
        {
            "list": "us_csl",
            "id": name,
            "kind": "organization",
            "names": [ss.Name(text=name), *others],
            "listing": listing,
            **fields,
        }
    )


INN = {"number": "7731084175", "type": "INN", "scheme": "inn"}
ENTITIES = (
    listed("World Jetta (H.K.) Logistics Limited"),
    listed("SINNO ELECTRONICS CO., LIMITED", ss.Name(text="XNE", kind="alias", strength="weak")),
    listed(
        "JSC Almaz-Antey",
        effect="block",
        identifiers=[{"number": "7731084175", "type": "INN", "scheme": "inn"}],
    ),
)
SCREENER = ss.Screener.from_entities(ENTITIES)


def shipment(*parties: tuple[str, str] | ss.Party, **fields: Any) -> Shipment:
    """A shipment of parties, each as a role and a name."""
    given = [
        party if isinstance(party, ss.Party) else ss.Party(role=party[0], name=party[1]) for party in parties
    ]
    return Shipment(parties=given, **fields)
