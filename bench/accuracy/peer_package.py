"""The cases of ``sanctions-screening-benchmark``; run by ``peers.py`` in the peers' environment."""

from __future__ import annotations

import json
import sys
from dataclasses import asdict
from pathlib import Path

from ssb import benchmark, sources

OFAC_KIND = {"person": "individual", "organization": "unknown"}
"""What the package makes of the type column; OFAC leaves it empty for organizations."""


def main(path: Path) -> None:
    """Build the benchmark from the files that the question names, without a download."""
    question = json.loads(path.read_text("utf-8"))
    entities = sources._parse_sdn(Path(question["sdn"]).read_text("utf-8", errors="replace"))
    sources._parse_alt(Path(question["alt"]).read_text("utf-8", errors="replace"), entities)
    wanted = OFAC_KIND[question["kind"]]
    kept = [entity for entity in entities.values() if entity.entity_type.lower() == wanted]
    snapshot = sources.ListSnapshot("ofac_sdn", "", kept, question["sdn"])
    made = benchmark.build(snapshot, limit=question["limit"], individuals_only=False)
    answer = {"candidates": made.candidates, "cases": [asdict(case) for case in made.cases]}
    path.write_text(json.dumps(answer), "utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
