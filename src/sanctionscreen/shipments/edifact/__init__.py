"""Shipments in UN/EDIFACT messages: IFTMIN, IFTMBF, IFCSUM, CUSCAR, CUSDEC, DESADV, INVOIC and their like."""

from .read import count, is_edifact, read_edifact

__all__ = ["count", "is_edifact", "read_edifact"]
