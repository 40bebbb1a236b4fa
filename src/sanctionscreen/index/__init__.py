"""Which listed names are worth scoring for a query."""

from .compiled import content_name, open_index
from .holding import Holding, Holdings, build_index
from .search import NameIndex

__all__ = ["Holding", "Holdings", "NameIndex", "build_index", "content_name", "open_index"]
