"""Who is being screened."""

from __future__ import annotations

from pydantic import Field

from .frozen import Frozen
from .vocabulary import Kind


class Party(Frozen):
    """A party to screen.

    Args:
        name: the name as received.
        kind: what it is; ``unknown`` compares with every kind.
        country: ISO 3166 alpha-2 code.
        identifiers: numbers by what the sender calls them, such as ``{"imo": "9179842"}``.
        date_of_birth: ISO day, month or year of a person's birth.
        reference: the sender's own key, returned untouched.
    """

    name: str
    kind: Kind = "unknown"
    country: str | None = None
    identifiers: dict[str, str] = Field(default_factory=dict)
    date_of_birth: str | None = None
    reference: str | None = None
