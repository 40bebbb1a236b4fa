"""Write the published JSON schemas of a screening and of the answer to a shipment.

python tools/write_schema.py
"""

from __future__ import annotations

import json
from pathlib import Path

from pydantic import BaseModel

from sanctionscreen.model import Screening, ShipmentScreening

FOLDER = Path(__file__).parents[1] / "docs" / "schema"
SCHEMAS: dict[str, type[BaseModel]] = {"screening.json": Screening, "shipment.json": ShipmentScreening}


def schema(model: type[BaseModel]) -> str:
    """A schema as its file holds it."""
    return json.dumps(model.model_json_schema(), indent=1, ensure_ascii=False) + "\n"


if __name__ == "__main__":
    for name, model in SCHEMAS.items():
        (FOLDER / name).write_text(schema(model), "utf-8")
        print(name)
