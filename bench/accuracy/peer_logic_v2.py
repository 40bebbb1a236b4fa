"""logic-v2's alerts for cases; run by ``peers.py`` in the peers' environment, JSON in place.

Names are all that the parties have here, so the score of logic-v2 is that of its ``name_match``. Its two
caches of analysed names hold a thousand entities; they are made larger, so that it is not slowed down.
"""

from __future__ import annotations

import json
import sys
import unicodedata
from functools import lru_cache
from pathlib import Path
from typing import Any

from followthemoney import EntityProxy, model
from nomenklatura.matching.logic_v2.model import LogicV2
from nomenklatura.matching.logic_v2.names import analysis, match

SCHEMAS = {"person": "Person", "vessel": "Vessel", "aircraft": "Airplane"}

names_of = lru_cache(maxsize=None)(analysis.entity_names.__wrapped__)
analysis.entity_names = match.entity_names = names_of
match.entity_names_consolidated = lru_cache(maxsize=None)(analysis.entity_names_consolidated.__wrapped__)


def fold(text: str) -> str:
    """Letters and digits as ``folding.fold`` leaves them."""
    plain = (c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    return " ".join("".join(c if c.isalnum() or c == "_" else " " for c in plain).lower().split())


def party(identity: str, kind: str, names: list[str]) -> EntityProxy:
    """A party with names; one of unknown kind is taken for a company."""
    made = model.make_entity(SCHEMAS.get(kind, "Company"))
    made.id = identity
    for name in names:
        made.add("name", name)
    return made


def main(path: Path) -> None:
    """Answer the cases of a file in that file."""
    question: dict[str, Any] = json.loads(path.read_text("utf-8"))
    listed = question["entities"]
    entities = [party(f"listed-{place}", row["kind"], row["names"]) for place, row in enumerate(listed)]
    settings = LogicV2.default_config()
    answers = []
    for number, case in enumerate(question["cases"]):
        asked = party(f"asked-{number}", case["kind"], [case["query"]])
        among = range(len(entities)) if case["among"] is None else case["among"]
        robbed = set(case["robbed"])
        found = []
        for place in among:
            entity = entities[place]
            if not asked.schema.can_match(entity.schema):
                continue
            if place in robbed:
                left = [name for name in listed[place]["names"] if fold(name) != case["hides"]]
                entity = party(f"{number}-{place}", listed[place]["kind"], left)
            score = 100 * match.name_match(asked, entity, settings).score
            if score >= question["least"]:
                found.append((place, score))
        answers.append(found)
    path.write_text(json.dumps(answers), "utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
