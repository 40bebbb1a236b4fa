"""What lists print in a field, understood: dates, countries, numbers, scripts, names among words.

Text in, facts out: no file is opened here, and no list is known.
"""

from .check_digits import CHECKED, check_digits_hold
from .countries import country_code
from .dates import day, partial_date
from .gender import printed_gender
from .schemes import russian_scheme, scheme_of
from .scope import split_scope
from .scripts import language_code, script_code, script_of

__all__ = [
    "CHECKED", "check_digits_hold", "country_code", "day", "language_code", "partial_date", "printed_gender",
    "russian_scheme", "scheme_of", "script_code", "script_of", "split_scope",
]  # fmt: skip
