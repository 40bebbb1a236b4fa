"""A shipment that can be written down, whatever its texts hold."""

from __future__ import annotations

from typing import Any

from pydantic_core import PydanticSerializationError

from sanctionscreen.model import Shipment


def printable(shipment: Shipment) -> Shipment:
    """The shipment; where a text of it cannot be written as UTF-8, its lone surrogates become U+FFFD."""
    try:
        shipment.model_dump_json()
    except PydanticSerializationError:
        return Shipment.model_validate(_written(shipment.model_dump()))
    return shipment


def _written(value: Any) -> Any:
    if isinstance(value, str):
        return value.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    if isinstance(value, dict):
        return {_written(key): _written(one) for key, one in value.items()}
    return [_written(one) for one in value] if isinstance(value, (list, tuple)) else value
