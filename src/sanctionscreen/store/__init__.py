"""Immutable snapshots of lists on the local disk: the bytes as published, and the entities in them."""

from .entities import EntityFile
from .manifest import add_command
from .store import Store

__all__ = ["EntityFile", "Store", "add_command"]
