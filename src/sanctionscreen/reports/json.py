"""Answers as JSON Lines: one object per line, in the form of ``Screening.model_json_schema()``."""

from __future__ import annotations

from sanctionscreen.model import Comparison, Explanation, Screening


def render_json(answer: Screening | Comparison | Explanation) -> str:
    """One answer as one line of JSON."""
    return answer.model_dump_json()
