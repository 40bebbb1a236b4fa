"""Write the published JSON schema of a screening.

python tools/write_schema.py
"""

from __future__ import annotations

import json
from pathlib import Path

from sanctionscreen.model import Screening

TARGET = Path(__file__).parents[1] / "docs" / "schema" / "screening.json"


def schema() -> str:
    """The schema as the file holds it."""
    return json.dumps(Screening.model_json_schema(), indent=1, ensure_ascii=False) + "\n"


if __name__ == "__main__":
    TARGET.write_text(schema(), "utf-8")
    print(TARGET.name)
