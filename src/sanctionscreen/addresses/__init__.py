"""Addresses to parts, and two addresses to how near they are. Knows no list."""

from .compare import compare_addresses
from .keys import address_keys
from .parse import STEPS, parse_address
from .parsed import KINDS, AddressComparison, Level, ParsedAddress, Part, PartKind

__all__ = [
    "KINDS",
    "STEPS",
    "AddressComparison",
    "Level",
    "ParsedAddress",
    "Part",
    "PartKind",
    "address_keys",
    "compare_addresses",
    "parse_address",
]
