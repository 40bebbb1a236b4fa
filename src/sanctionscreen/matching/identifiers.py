"""When two identifiers are the same number, and when they tell two parties apart."""

from __future__ import annotations

import re
from typing import NamedTuple

from sanctionscreen.model import Identifier
from sanctionscreen.model.vocabulary import Scheme
from sanctionscreen.printed import CHECKED, check_digits_hold, scheme_of

SHORTEST = 5
"""Letters and digits of an identifier that is believed by itself; shorter ones are shared by many."""


class Numbers(NamedTuple):
    """What the numbers of a scheme tell of whose they are.

    Args:
        families: under which names they are printed: a number is held against those of its families.
        strong: given to one party alone; sites, telephones and mailboxes are shared.
        single: a party has one at a time, so another is another party's. Not so passports and identity
            cards, which are renewed, nor bank codes and call signs.
    """

    families: tuple[str, ...]
    strong: bool = False
    single: bool = False


_NUMBERS: dict[Scheme, Numbers] = {
    "imo": Numbers(("imo",), strong=True, single=True),
    "lei": Numbers(("lei",), strong=True, single=True),
    # One code for what were a registration, an organization and a tax number (Guo Fa [2015] No. 33).
    "uscc": Numbers(("registration", "tax"), strong=True, single=True),
    "inn": Numbers(("tax",), strong=True, single=True),
    "tax": Numbers(("tax",), strong=True, single=True),
    "ogrn": Numbers(("registration",), strong=True, single=True),
    "registration": Numbers(("registration",), strong=True, single=True),
    "passport": Numbers(("passport",), strong=True),
    "national_id": Numbers(("national_id",), strong=True),
    "aircraft": Numbers(("aircraft",), strong=True),
}

# What a tax or registration number is where the country has one such number with check digits.
_NATIONAL: dict[tuple[Scheme, str], Scheme] = {
    ("tax", "RU"): "inn", ("registration", "RU"): "ogrn",
    ("tax", "CN"): "uscc", ("registration", "CN"): "uscc",
}  # fmt: skip

_OTHER_THAN_ALPHANUMERIC = re.compile(r"[\W_]+")
_ANNOUNCED_IMO = re.compile(r"IMO(?=\d{7}$)")


def numbers_of(scheme: Scheme) -> Numbers:
    """What the numbers of a scheme tell; those that are not in the table are of their own family alone."""
    return _NUMBERS.get(scheme) or Numbers((scheme,))


def bare_number(number: str) -> str:
    """An identifier as it is compared: letters and digits, upper case, no ``IMO`` before seven digits.

    >>> bare_number("IMO 917-9842"), bare_number("АБ 12.34")
    ('9179842', 'АБ1234')
    """
    return _ANNOUNCED_IMO.sub("", _OTHER_THAN_ALPHANUMERIC.sub("", number.upper()))


def same_identifier(label: str, number: str, listed: Identifier) -> bool:
    """Whether a number, by what the sender calls it, is a listed identifier.

    Numbers are held against those of the same family and against those whose scheme is not known.
    """
    scheme = scheme_of(label)
    if "other" not in (scheme, listed.scheme) and not _one_family(scheme, listed.scheme):
        return False
    asked = bare_number(number)
    return len(asked) >= SHORTEST and asked == bare_number(listed.number)


def differing_scheme(
    label: str, number: str, country: str | None, listed: Identifier, listed_country: str | None
) -> Scheme | None:
    """The scheme in which two numbers tell two parties apart; None where they tell nothing.

    Both must be of one scheme of which a party has one, and be valid: by their check digits, and where the
    scheme has none, by being of one known country and of one form. Source for the latter: of 2,242 listed
    parties with tax numbers 1.1 % have two of one country and form, of 2,259 with registration numbers 0.7 %,
    of 3,020 with passports 15.5 % (``bench/attributes.py``).

    Args:
        label: what the sender calls the number.
        number: as given.
        country: of the party, ISO 3166 alpha-2.
        listed: what it is held against.
        listed_country: of the listed number, or of its bearer where the list does not say.
    """
    scheme = _national(scheme_of(label), country)
    if not numbers_of(scheme).single or scheme != _national(listed.scheme, listed_country):
        return None
    asked, theirs = bare_number(number), bare_number(listed.number)
    if asked == theirs:
        return None
    if scheme in CHECKED:
        return scheme if check_digits_hold(scheme, asked) and check_digits_hold(scheme, theirs) else None
    if country is None or country != listed_country or len(asked) < SHORTEST:
        return None
    return scheme if form_of(asked) == form_of(theirs) else None


def _one_family(a: Scheme, b: Scheme) -> bool:
    return bool(set(numbers_of(a).families) & set(numbers_of(b).families))


def _national(scheme: Scheme, country: str | None) -> Scheme:
    return _NATIONAL.get((scheme, country), scheme) if country else scheme


def form_of(number: str) -> str:
    """A number with a sign for each digit and another for each letter.

    >>> form_of("HRB1234")
    'AAA9999'
    """
    return "".join("9" if sign.isdigit() else "A" for sign in number)
