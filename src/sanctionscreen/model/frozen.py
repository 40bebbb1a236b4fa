"""What all nouns share: they never change, and refuse fields they do not know."""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel, ConfigDict, model_validator

from sanctionscreen.errors import unknown


class Frozen(BaseModel):
    """An immutable value with a stable JSON form."""

    # Validators are built when first used: a process that screens one name needs few of them.
    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)


class Asked(Frozen):
    """A value that callers write by hand: an option that does not exist is met with the nearest one."""

    @model_validator(mode="before")
    @classmethod
    def _known_options(cls, given: Any) -> Any:
        if isinstance(given, dict):
            for name in given:
                if name not in cls.model_fields:
                    raise unknown("option", str(name), cls.model_fields)
        return given
