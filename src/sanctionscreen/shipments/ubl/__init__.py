"""Shipments in UBL 2.x documents: despatch advices, waybills, bills of lading, invoices and their like."""

from .read import read_ubl

__all__ = ["read_ubl"]
