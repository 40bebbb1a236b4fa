"""Whether a number can be of its scheme: its form and its check digits (python-stdnum)."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from sanctionscreen.model import Scheme

CHECKED: frozenset[Scheme] = frozenset(("imo", "lei", "uscc", "inn", "ogrn"))
"""Schemes whose numbers carry check digits.

Sources: IMO Resolution A.1117(30); ISO 17442 with ISO/IEC 7064 MOD 97-10; GB 32100-2015; orders of the
Russian Federal Tax Service No. MMV-7-6/435@ of 29 June 2012 and of the Ministry of Finance No. 165n of
30 October 2017.
"""


def check_digits_hold(scheme: Scheme, number: str) -> bool:
    """Whether a number has the form of a scheme in ``CHECKED`` and the check digits that follow from it.

    Nothing but zeros, which sums up rightly in most schemes, is a blank on a form and no number.

    >>> check_digits_hold("imo", "9074729"), check_digits_hold("imo", "9074728")
    (True, False)
    """
    return bool(number.strip("0")) and _rules()[scheme](number)


@cache
def _rules() -> dict[Scheme, Callable[[str], bool]]:
    # Loading these takes as long as screening some ten names, and most screenings need none.
    from stdnum import imo, lei  # noqa: PLC0415
    from stdnum.cn import uscc  # noqa: PLC0415
    from stdnum.ru import inn, ogrn  # noqa: PLC0415

    return {
        "imo": imo.is_valid,
        "lei": lei.is_valid,
        "uscc": uscc.is_valid,
        "inn": inn.is_valid,
        "ogrn": ogrn.is_valid,
    }
