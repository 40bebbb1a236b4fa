"""What every list module reads with: files, records, dates, countries, and the contract itself.

List modules import from here; nothing here knows a list.
"""

from .countries import country_code
from .dates import day, partial_date
from .fields import Element, Row
from .files import Files
from .report import Oddity, Report
from .schemes import scheme_of
from .scope import split_scope
from .source import Format, Source, load_source, source_keys

__all__ = [
    "Element", "Files", "Format", "Oddity", "Report", "Row", "Source", "country_code", "day",
    "load_source", "partial_date", "scheme_of", "source_keys", "split_scope",
]  # fmt: skip
