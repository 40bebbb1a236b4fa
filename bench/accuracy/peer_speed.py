"""Microseconds per pair of logic-v2; run by ``peers.py`` in the peers' environment, JSON in place."""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path

from followthemoney import model
from nomenklatura.matching.logic_v2.model import LogicV2
from nomenklatura.matching.logic_v2.names.analysis import entity_names
from nomenklatura.matching.logic_v2.names.match import match_name_symbolic
from rigour.names import CompareConfig, Name


def analysed(number: int, text: str) -> list[Name]:
    """What logic-v2 makes of a company's name."""
    made = model.make_entity("Company")
    made.id = str(number)
    made.add("name", text)
    return list(entity_names.__wrapped__(made))


def main(path: Path) -> None:
    """Time the pairs of a file, the best of some rounds."""
    question = json.loads(path.read_text("utf-8"))
    settings = LogicV2.default_config()
    budget = CompareConfig(budget_tolerance=settings.get_float("nm_fuzzy_cutoff_factor"))
    weights = [
        settings.get_float(f"nm_{name}")
        for name in ("extra_query_name", "extra_result_name", "family_name_weight")
    ]
    texts = {text: number for number, text in enumerate({t for pair in question["pairs"] for t in pair})}
    names = {text: analysed(number, text) for text, number in texts.items()}
    pairs = [(names[a][0], names[b][0]) for a, b in question["pairs"] if names[a] and names[b]]
    best = float("inf")
    for _ in range(question["rounds"]):
        began = time.perf_counter()
        for a, b in pairs:
            match_name_symbolic(a, b, budget, *weights)
        best = min(best, time.perf_counter() - began)
    path.write_text(json.dumps(1e6 * best / len(pairs)), "utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
