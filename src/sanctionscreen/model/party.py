"""Who is being screened."""

from __future__ import annotations

from typing import Any

from pydantic import Field, field_validator, model_validator

from .frozen import Asked
from .vocabulary import Gender, Kind, gender_of, kind_of


class Party(Asked):
    """A party to screen.

    Args:
        name: the name as received; where it is left out, the lines of ``name_lines``.
        kind: what it is; ``unknown`` compares with every kind.
        country: ISO 3166 alpha-2 code.
        identifiers: numbers by what the sender calls them, such as ``{"imo": "9179842"}``.
        date_of_birth: ISO day, month or year of a person's birth.
        gender: of a person: ``male`` or ``female``, also ``m`` or ``f``; ``unknown`` agrees with both.
        reference: the sender's own key, returned untouched.
        role: what it is in a shipment: ``consignee``, or a code of a table of roles such as ``CN``.
        name_lines: the name field line by line, as the document has it.
        address: its address, its parts or lines set apart by commas or line feeds.
        incorporated: ISO day, month or year of its founding.
        other_names: other names that it bears, each of which is screened as well.
    """

    name: str = ""
    kind: Kind = "unknown"
    country: str | None = None
    identifiers: dict[str, str] = Field(default_factory=dict)
    date_of_birth: str | None = None
    gender: Gender = "unknown"
    reference: str | None = None
    role: str | None = None
    name_lines: tuple[str, ...] = ()
    address: str | None = None
    incorporated: str | None = None
    other_names: tuple[str, ...] = ()

    @model_validator(mode="before")
    @classmethod
    def _named_by_lines(cls, given: Any) -> Any:
        if isinstance(given, dict) and not given.get("name") and given.get("name_lines"):
            return {**given, "name": "\n".join(given["name_lines"])}
        return given

    @field_validator("kind", mode="before")
    @classmethod
    def _known_kind(cls, given: str) -> Kind:
        return kind_of(given)

    @field_validator("gender", mode="before")
    @classmethod
    def _known_gender(cls, given: object) -> object:
        return gender_of(given) if isinstance(given, str) else given
