"""A file of shipments in, an answer for each out: tables, JSON, UN/EDIFACT and UBL."""

from .answer import screen_records
from .file import ShipmentFile, open_shipments
from .record import Problem, Record

__all__ = ["Problem", "Record", "ShipmentFile", "open_shipments", "screen_records"]
