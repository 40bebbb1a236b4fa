"""Answers to shipments as JSON lines: one object each, in the form of ``ShipmentScreening``."""

from __future__ import annotations

from collections.abc import Iterable
from typing import IO

from sanctionscreen.model import ShipmentScreening


def write(answers: Iterable[ShipmentScreening], handle: IO[bytes]) -> None:
    """Write answers.

    Args:
        answers: the answers.
        handle: where they go; it stays open.
    """
    for answer in answers:
        handle.write(answer.model_dump_json().encode() + b"\n")
