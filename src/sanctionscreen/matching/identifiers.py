"""When two identifiers are the same number."""

from __future__ import annotations

import re

from sanctionscreen.model import Identifier
from sanctionscreen.printed import scheme_of

SHORTEST = 5
"""Letters and digits of an identifier that is believed by itself; shorter ones are shared by many."""

_OTHER_THAN_ALPHANUMERIC = re.compile(r"[\W_]+")
_ANNOUNCED_IMO = re.compile(r"IMO(?=\d{7}$)")


def bare_number(number: str) -> str:
    """An identifier as it is compared: letters and digits, upper case, no ``IMO`` before seven digits.

    >>> bare_number("IMO 917-9842"), bare_number("АБ 12.34")
    ('9179842', 'АБ1234')
    """
    return _ANNOUNCED_IMO.sub("", _OTHER_THAN_ALPHANUMERIC.sub("", number.upper()))


def same_identifier(label: str, number: str, listed: Identifier) -> bool:
    """Whether a number, by what the sender calls it, is a listed identifier.

    Numbers are held against those of the same scheme and against those whose scheme is not known.
    """
    scheme = scheme_of(label)
    if scheme != listed.scheme and "other" not in (scheme, listed.scheme):
        return False
    asked = bare_number(number)
    return len(asked) >= SHORTEST and asked == bare_number(listed.number)


def valid_imo(number: str) -> bool:
    """Whether seven digits are an IMO ship number: the last is the check digit.

    The first six digits times 7, 6, 5, 4, 3, 2 add up to a number that ends in the seventh
    (IMO Resolution A.1117(30)).

    >>> valid_imo("9074729"), valid_imo("9074728")
    (True, False)
    """
    if len(number) != 7 or not number.isdecimal():
        return False
    weighted = sum(int(digit) * weight for digit, weight in zip(number, range(7, 1, -1), strict=False))
    return weighted % 10 == int(number[6])
