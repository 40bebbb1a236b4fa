"""What a user may turn."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from .frozen import Asked


class Settings(Asked):
    """How a screening decides.

    Args:
        threshold: the least score that is a hit, 0 to 100.
        weak_aliases: ``confirm`` returns a hit on a weak alias without raising the status to
            ``match`` (OFAC FAQ 122 to 125: weak aliases serve to confirm); ``alert`` treats
            weak and strong aliases alike.
        max_hits: how many hits are returned at most, beyond those that score 100; what is
            left out is said in a warning.
    """

    threshold: float = Field(default=80.0, ge=0, le=100)
    weak_aliases: Literal["confirm", "alert"] = "confirm"
    max_hits: int = Field(default=50, ge=1)
