"""The form of the output of a run over shipments."""

from __future__ import annotations

from pathlib import Path
from typing import Literal, get_args

from sanctionscreen.errors import UsageError

ShipmentForm = Literal["table", "jsonl", "html"]
FORMS: tuple[ShipmentForm, ...] = get_args(ShipmentForm)
BY_SUFFIX: dict[str, ShipmentForm] = {".jsonl": "jsonl", ".ndjson": "jsonl", ".html": "html", ".htm": "html"}


def form_of(out: Path | None, said: ShipmentForm | None) -> ShipmentForm:
    """The form to write: the one said, else by the ending of the output, else a table.

    Raises:
        UsageError: the ending is that of no form, or a page was asked for and no file for it, or a file for a
            table.
    """
    form = said or (BY_SUFFIX.get(out.suffix.lower()) if out else "table")
    if form is None:
        raise UsageError("the ending says no form", file=str(out), advice="Say it with --format: jsonl, html")
    if form == "html" and out is None:
        raise UsageError("a page cannot be printed", advice="Name a file for it: -o FILE.html")
    if form == "table" and out is not None:
        raise UsageError(
            "a table is printed, not written",
            file=str(out),
            advice="Name a file that ends in .html or .jsonl",
        )
    return form
