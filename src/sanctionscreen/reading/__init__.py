"""What every list module reads with: files, records, dates, countries, and the contract itself.

List modules import from here; nothing here knows a list.
"""

from .aliases import names_in_note, names_in_remark, split_names, split_scripts
from .countries import country_code
from .dates import day, partial_date
from .fields import Element, Row
from .files import Files
from .kept import kept_country, kept_date, kept_word, unique
from .prose import country_named_first, designation_day, labelled_numbers, number_among, split_contacts
from .report import Oddity, Report
from .schemes import russian_scheme, scheme_of
from .scope import split_scope
from .scripts import script_of
from .source import Format, Source, load_source, source_keys

__all__ = [
    "Element", "Files", "Format", "Oddity", "Report", "Row", "Source", "country_code",
    "country_named_first", "day", "designation_day", "kept_country", "kept_date", "kept_word",
    "labelled_numbers", "load_source", "names_in_note", "names_in_remark", "number_among", "partial_date",
    "russian_scheme", "scheme_of", "script_of", "source_keys", "split_contacts", "split_names",
    "split_scope", "split_scripts", "unique",
]  # fmt: skip
