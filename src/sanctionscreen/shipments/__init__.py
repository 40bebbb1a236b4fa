"""A file of shipments in, a record for each out: tables, JSON, UN/EDIFACT and UBL."""

from .file import ShipmentFile, open_shipments
from .record import Problem, Record

__all__ = ["Problem", "Record", "ShipmentFile", "open_shipments"]
