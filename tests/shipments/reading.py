"""Records of the fixtures, as tests look at them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from sanctionscreen.shipments import Record, open_shipments

FIXTURES = Path(__file__).parent / "fixtures"


def records(name: str, **options: Any) -> list[Record]:
    """Every record of a fixture."""
    return list(open_shipments(FIXTURES / name, **options).read())


def shipment(record: Record) -> dict[str, Any]:
    """A shipment as JSON has it, without what is not said."""
    assert record.shipment
    return record.shipment.model_dump(mode="json", exclude_defaults=True)


def grave(record: Record) -> list[tuple[str, str]]:
    """The grave problems of a record."""
    return [(one.field, one.text) for one in record.problems if one.grave]
