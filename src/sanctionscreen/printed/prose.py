"""Numbers, sites and telephones that a list prints in the middle of its prose."""

from __future__ import annotations

import re

from sanctionscreen.model import Identifier

from .countries import country_code
from .schemes import russian_scheme, scheme_of

_LABELLED = (
    ("IMO number", re.compile(r"\bIMO(?: number)?: ?(\d{7})", re.IGNORECASE)),
    ("SWIFT/BIC", re.compile(r"\bSWIFT(?:/BIC)?: ?([A-Z0-9]{8,11})\b")),
    ("Business Registration Number", re.compile(r"Business Registration Number (\w+)")),
    ("State Registration Number", re.compile(r"State Registration Number: ?(\w+)")),
    ("Tax Registration Number", re.compile(r"Tax Registration Number: ?(\w+)")),
    ("MMSI", re.compile(r"\bMMSI: ?(\d{9})\b")),
    ("Website", re.compile(r"web ?site(?:: ?| (?=www|http))([^\s);,]+)", re.IGNORECASE)),
    ("Email", re.compile(r"([\w.+-]+@[\w-]+(?:\.[\w-]+)+)")),
)
_PHONE = r"\+?\d[\d ().-]{3,}\d(?:/\d+)?"
_PHONES = re.compile(
    r"\b(Tel|Telephone|Phone|Mob|Mobile|Fax|Facsimile)(?: numbers?)?\.?:? ?"
    rf"({_PHONE}(?:(?:, | and | ?/ ?){_PHONE})*)",
    re.IGNORECASE,
)
# A number alone or among words: "Libyan Passport No. 96/184442", "R00005943, South Sudan".
_NUMBER = re.compile(
    r"^(?:.*?(?i:\bnumber|\bno(?![A-Za-z])|\bcode|\bssn|passport|card|”\))[ :.(]*|(?:INN|TIN)\b[ :-]*"
    r"|[A-Z][a-z]{3,}(?: [A-Z]?[a-z]+)* +)?"
    r"((?:N°)?[A-Z0-9][A-Z0-9/.\- ]*\d[A-Z0-9/.\-]*)\.?(?:$|[,;(].*|\s.*)"
)
# The country at the beginning of a note: "Egypt", "Issuing Country: Belgium.", "Afghan passport".
_ISSUER = re.compile(
    r"\W*(?:Issuing Country: *|[Ii]ssued by )?(?:the )?([A-Z][\w' ]*?(?:, Democratic Republic of the)?)"
    r"(?= *(?:[.,();]|$|\d|(?i:passport|number|national|identi|id\b|diplomatic|foreign|federal|citizen"
    r"|tazkira|exp|issue|tin\b|inn\b|tax)))"
)

_BETWEEN_CONTACTS = re.compile(
    r"\s*;\s*|,\s+|\s+/\s+|\s+(?:and|or)\s+|\s+(?=\+\d{2})|\s+(?=https?:)", re.IGNORECASE
)
_DAY = r"(\d{1,2}[./-]\d{1,2}[./-]\d{4}\b|\d{4}-\d\d-\d\d|\d{1,2} [A-Z][a-z]+\.? \d{4})"
_DESIGNATED = re.compile(rf"\bdate\s+of\s+(?:UN )?(?:listi|designat)[^;\n]*?{_DAY}|^{_DAY}$", re.IGNORECASE)


def labelled_numbers(text: str) -> list[Identifier]:
    """The numbers, mailboxes and telephones that a piece of prose labels."""
    found = [
        Identifier(
            number=number.rstrip("."),
            type=label,
            scheme=(russian_scheme(number) if "Registration" in label else None) or scheme_of(label),
        )
        for label, pattern in _LABELLED
        for number in pattern.findall(text)
    ]
    found += [
        Identifier(number=number, type=label, scheme="phone")
        for label, numbers in _PHONES.findall(text)
        for number in re.findall(_PHONE, numbers)
    ]
    return found


def number_among(text: str) -> str | None:
    """The number of a document that is printed alone or among words, as printed; None without one.

    >>> number_among("Libyan Passport No. 96/184442"), number_among("D 000974")
    ('96/184442', 'D 000974')
    """
    if not re.search(r"[a-z]{3}|^(?:INN|TIN|N°|N[oO])|\([A-Z]{2,3}\)$", text):
        text = text.strip(" ,.")
        return text if re.search(r"\d", text) else None
    found = _NUMBER.match(text)
    return found[1] if found else None


def split_contacts(text: str) -> list[str]:
    """The telephones, mailboxes or sites that are printed in one field, each as printed.

    >>> split_contacts("+963 11 2456777 and 2218602"), split_contacts("a@b.sy; or c@d.sy.")
    (['+963 11 2456777', '2218602'], ['a@b.sy', 'c@d.sy'])
    """
    parts = (part.strip(" ,;.") for part in _BETWEEN_CONTACTS.split(text))
    bare = (re.sub(r"^(?:and|or|mobile:)\s+", "", part, flags=re.IGNORECASE) for part in parts)
    return [part for part in bare if part]


def country_named_first(note: str) -> str | None:
    """The words at the beginning of a note that name a country, as printed; None without any.

    >>> country_named_first("Qatari passport number 00868774"), country_named_first("Expires 2026")
    ('Qatari', None)
    """
    found = _ISSUER.match(note)
    if not found or (len(found[1]) < 4 and found[1] not in ("UK", "USA", "CAR")):
        return None
    return found[1] if country_code(found[1]) else None


def designation_day(text: str) -> str:
    """The day of listing or designation that a text states or is, as printed; empty without one.

    >>> designation_day("Date of designation referred to in Article 2a(4)(b): 23.1.2015. Other information")
    '23.1.2015'
    """
    found = _DESIGNATED.search(text)
    return (found[1] or found[2]) if found else ""
