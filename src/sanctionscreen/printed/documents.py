"""Passports, identity cards and the like, printed among words."""

from __future__ import annotations

import re

from sanctionscreen.model import Identifier

from .countries import country_code
from .dates import partial_date
from .numbered import numbered
from .prose import country_named_first, number_among
from .schemes import scheme_of

VAGUE = ("other", "registration")
DAY = r"(\d{1,2}[./]\d{1,2}[./]\d{2,4}|(?:\d{1,2} )?(?-i:[A-Z])[a-z]+\.? \d{4}\b|\d{4}\b)"
_ISSUED = re.compile(rf"(?:issued?|valid)\b(?:(?!expir|until|born)[^.;()\d]){{0,60}}?{DAY}", re.IGNORECASE)
_EXPIRES = re.compile(rf"(?:expir\w*|until|(?<=\d) to)\b[^.;()\d]{{0,25}}?{DAY}", re.IGNORECASE)
_ISSUER = re.compile(
    r"\(([A-Z][A-Za-z -]+?)(?: (?:diplomatic|passport|civil|foreign|nat)[^()]*)?\)", re.IGNORECASE
)
# Where a field goes on to another document without numbering them.
_NEXT = re.compile(
    r"(?<=[.)])\s+(?=(?:\w+ ){0,3}passport (?:number|booklet)|national (?:id|identification) no|holder of)"
    r"|(?<=\)),\s*(?=\d{7})|\s+and\s+(?=\d{6})|(?<=\d)\s+(?=PS \d{6})",
    re.IGNORECASE,
)
_WORDS_BEFORE = re.compile(r"^(?:(?:\w+ )?ID\b|[A-Za-z ]*\b[Nn]o\b)[.:]* *(?=[A-Z/]*\d)")
_YEAR = re.compile(r"(?:19|20)\d\d")
_ALONE = re.compile(r"[A-Z]{0,3}[ -]?\d{5,}(?= \([a-z]{4})")
_ANYWHERE = re.compile(r"\b[A-Za-z]{0,3} ?\d{5,}[A-Za-z]?\b")


def split_documents(text: str) -> list[str]:
    """The documents printed in one field, each with its words.

    >>> split_documents("(1) 86449 (2) 842 781"), split_documents("381420565 and 654120219")
    (['86449', '842 781'], ['381420565', '654120219'])
    """
    return [part.strip(" ,") for value in numbered(text).values() for part in _NEXT.split(value) if part]


def document_number(text: str) -> str | None:
    """The number of a document, as printed, from the words around it; None where there is none.

    >>> document_number("FARDC ID: 1-78-09-44621-80"), document_number("Uganda Passport.")
    ('1-78-09-44621-80', None)
    """
    bare = text.lstrip("'")
    if found := _ALONE.match(bare):
        return found[0]
    if number := number_among(bare):
        number = _WORDS_BEFORE.sub("", number).rstrip(".")
        return None if _YEAR.fullmatch(number) and number != bare else number
    found = _ANYWHERE.search(bare)
    return found[0].strip() if found else None


def read_document(printed: str, note: str, kind: str) -> Identifier:
    """A document from its number as printed, what is said of it, and the type of the field.

    Words around the number go to the note; the type of document is the first that note, number or field
    tells.

    >>> card = read_document("G737411 (Tunisian). Issued on 24 Oct 1990", "", "Passport Details")
    >>> card.number, card.country, card.scheme, str(card.issued_on)
    ('G737411', 'TN', 'passport', '1990-10-24')
    """
    number = document_number(printed) or printed.lstrip("'")
    if len(number) + 2 < len(printed):
        note = "; ".join(part for part in dict.fromkeys((printed, note)) if part)
    country = country_named_first(note) or _bracketed_country(note)
    issued, expires = _ISSUED.search(note), _EXPIRES.search(note)
    schemes = (scheme_of(text) for text in (note, printed, kind))
    return Identifier(
        number=number,
        type=kind,
        scheme=next((scheme for scheme in schemes if scheme not in VAGUE), "other"),
        country=country_code(country) if country else None,
        country_text=country,
        issued_on=partial_date(issued[1]) if issued else None,
        expires_on=partial_date(expires[1]) if expires else None,
        note=note or None,
    )


def _bracketed_country(note: str) -> str | None:
    return next((word for word in _ISSUER.findall(note) if len(word) > 2 and country_code(word)), None)
