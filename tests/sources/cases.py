"""The fixture cases of all lists: a folder of input files and an ``expected.json`` beside them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from sanctionscreen.errors import ReadError
from sanctionscreen.reading import Files, load_source

FIXTURES = Path(__file__).parent / "fixtures"


def cases() -> list[Path]:
    """Every case folder: ``fixtures/<list key>/<quirk>/``."""
    return sorted(path.parent for path in FIXTURES.glob("*/*/expected.json"))


def outcome(case: Path) -> dict[str, Any]:
    """What reading a case gives now, in the form of its ``expected.json`` (without ``about``)."""
    source = load_source(case.parent.name)
    inputs = sorted(path for path in case.iterdir() if path.name != "expected.json")
    files = Files(source.key, inputs)
    try:
        form = next((form for form in source.formats if form.recognise(files)), None)
        if form is None:
            return {"error": "not recognised"}
        entities = [json.loads(entity.model_dump_json(exclude_defaults=True)) for entity in form.read(files)]
    except ReadError as error:
        return {"error": str(error)}
    return {
        "format": form.name,
        "as_of": files.as_of.isoformat() if files.as_of else None,
        "announced": files.announced_records,
        "entities": entities,
        "oddities": [[o.record, o.field, o.value, o.why] for o in files.report.oddities],
        "unread": dict(sorted(files.report.unread.items())),
    }


def write_expected(case: Path) -> None:
    """Write a case's outcome to its ``expected.json``, keeping the words about the quirk."""
    path = case / "expected.json"
    about = json.loads(path.read_text("utf-8") or "{}").get("about", "")
    path.write_text(
        json.dumps({"about": about, **outcome(case)}, ensure_ascii=False, indent=1) + "\n", "utf-8"
    )


if __name__ == "__main__":
    for folder in cases():
        write_expected(folder)
