"""Screen trade counterparties against sanctions and export-control lists, locally and explained.

The names below are the public contract. They are loaded when first used, so that importing the
package costs next to nothing.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .batch import screen_frame
    from .errors import ReadError, SanctionscreenError, StoreError, UsageError
    from .matching import compare, explain
    from .model import (
        Address,
        Comparison,
        Entity,
        Evidence,
        Finding,
        Goods,
        Hit,
        Identifier,
        Listing,
        ListStatus,
        Name,
        Notice,
        Party,
        Screening,
        Settings,
        Shipment,
        Skipped,
        Snapshot,
    )
    from .ownership import Ownership
    from .screening import Screener, screen
    from .store import Store

    __version__: str

_HOMES = {
    "batch": ("screen_frame",),
    "errors": ("ReadError", "SanctionscreenError", "StoreError", "UsageError"),
    "matching": ("compare", "explain"),
    "model": (
        "Address", "Comparison", "Entity", "Evidence", "Finding", "Goods", "Hit", "Identifier",
        "ListStatus", "Listing", "Name", "Notice", "Party", "Screening", "Settings", "Shipment", "Skipped",
        "Snapshot",
    ),
    "ownership": ("Ownership",),
    "screening": ("Screener", "screen"),
    "store": ("Store",),
}  # fmt: skip
_HOME_OF = {name: home for home, names in _HOMES.items() for name in names}

__all__ = [
    "Address",
    "Comparison",
    "Entity",
    "Evidence",
    "Finding",
    "Goods",
    "Hit",
    "Identifier",
    "ListStatus",
    "Listing",
    "Name",
    "Notice",
    "Ownership",
    "Party",
    "ReadError",
    "SanctionscreenError",
    "Screener",
    "Screening",
    "Settings",
    "Shipment",
    "Skipped",
    "Snapshot",
    "Store",
    "StoreError",
    "UsageError",
    "__version__",
    "compare",
    "explain",
    "screen",
    "screen_frame",
]


def __getattr__(name: str) -> Any:
    if name == "__version__":
        from .version import version  # noqa: PLC0415  (reading the version costs a look at the disk)

        return version()
    if name not in _HOME_OF:
        raise AttributeError(f"module '{__name__}' has no attribute '{name}'")
    value = getattr(import_module(f".{_HOME_OF[name]}", __name__), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return __all__
