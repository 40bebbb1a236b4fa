"""The lexicon files of addresses: commented TOML beside this module, read when first needed."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib import resources
from typing import Any


@cache
def table(name: str) -> dict[str, Any]:
    """A lexicon file as a dictionary."""
    return tomllib.loads(resources.files(__package__).joinpath("lexicons", f"{name}.toml").read_text("utf-8"))
