"""A file of shipments of which one is held, one reviewed, one released and one cannot be read."""

from __future__ import annotations

from pathlib import Path

LINES = """\
{"reference": "H-1", "parties": [{"role": "consignee", "name": "Sinno Electronics Co Ltd", "country": "CN"}]}
{"reference": "R-1", "parties": [{"role": "consignee", "name": "Acme", "country": "Atlantis"}]}
{"reference": "F-1", "parties": [{"role": "consignee", "name": "Acme Bakery"}], "destination": "DE"}
{"reference": "X-1", "parties": [
"""


def four_shipments(folder: Path) -> Path:
    """The file."""
    path = folder / "four.jsonl"
    path.write_text(LINES, "utf-8")
    return path
