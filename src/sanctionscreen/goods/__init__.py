"""What codes of goods and places of a route point to, by dated public tables: an indicator only."""

from sanctionscreen.model import GoodsFlag, RouteFlag

from .hs import EDITIONS, Edition, HsCode, edition_on
from .indicating import indicate
from .lists import CodeList, ListedCode, high_priority
from .routes import route_flags

__all__ = [
    "EDITIONS", "CodeList", "Edition", "GoodsFlag", "HsCode", "ListedCode", "RouteFlag", "edition_on",
    "high_priority", "indicate", "route_flags",
]  # fmt: skip
