"""A party to a whole answer."""

from .once import screen
from .screener import Screener

__all__ = ["Screener", "screen"]
