"""How a list file becomes records, and the contract that every list module keeps.

Nothing here knows a list.
"""

from .fields import Element, Row
from .files import Files
from .kept import kept_country, kept_date, kept_id, kept_original, kept_word, unique
from .report import Oddity, Report
from .source import Format, Source, load_source, source_keys

__all__ = [
    "Element", "Files", "Format", "Oddity", "Report", "Row", "Source", "kept_country", "kept_date", "kept_id",
    "kept_original", "kept_word", "load_source", "source_keys", "unique",
]  # fmt: skip
