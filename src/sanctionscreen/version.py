"""The version of the installed package."""

from functools import cache
from importlib import metadata


@cache
def version() -> str:
    """The version, as in ``0.1.0``."""
    return metadata.version("sanctionscreen")
