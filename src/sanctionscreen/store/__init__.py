"""Immutable snapshots of lists on the local disk: the bytes as published, and the entities in them."""

from .entities import EntityFile
from .history import KEPT_DAYS, By
from .manifest import add_command, not_loaded
from .refresh import Step
from .store import Store

__all__ = ["KEPT_DAYS", "By", "EntityFile", "Step", "Store", "add_command", "not_loaded"]
