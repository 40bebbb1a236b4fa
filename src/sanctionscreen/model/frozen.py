"""What all nouns share: they never change, and refuse fields they do not know."""

from pydantic import BaseModel, ConfigDict


class Frozen(BaseModel):
    """An immutable value with a stable JSON form."""

    model_config = ConfigDict(frozen=True, extra="forbid")
