"""Passports, identity cards and registrations that a list names in the middle of its prose.

The words are those of the Security Council's lists, which Australia and others repeat, and of the
lists that follow their manner: ``Passport no: a) Iraq number A4059346, issued on 29 May 2013 b) na``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import zip_longest

from sanctionscreen.model import Identifier, PartialDate

from .countries import country_code
from .dates import partial_date
from .lettered import split_lettered
from .schemes import russian_scheme, scheme_of

_NOUN = (
    r"(?:(?:[Bb]ooklet )?[Nn]umbers?|[Nn][Oo]s?\b\.?|[Ii]nformation|[Cc]ard|CARD|[Cc]ode|ID\b|[Cc]edula"
    r"|[Dd]ocument)"
)
_KINDS = (
    rf"(?:(?:[Dd]iplomatic|[Ss]ervice|[Ff]oreign travel|[Nn]ational|[Oo]fficial) )?[Pp]assport(?: {_NOUN})*",
    r"[Tt]ravel [Dd]ocument(?: [Nn]umber| [Nn]o\.?)?",
    rf"[Nn]ational (?:[Ii]dentification|[Ii]dentity|ID|[Ii]nsurance|[Tt]ax)(?: {_NOUN})*"
    r"(?: \([Tt]azkira\) ?[Nn]umber)?",
    rf"(?:[Ii]dentity|[Ii]dentification|ID|[Rr]ation|[Tt]axpayer|[Ss]ocial [Ss]ecurity) {_NOUN}(?: {_NOUN})*",
    rf"(?:(?:[Aa]lien|[Ss]tate|[Bb]usiness|[Cc]ompany) )?[Rr]egistration {_NOUN}(?: \([A-Za-z .]+\))?",
    rf"[Cc]ompany (?:[Ii]dentification )?{_NOUN}",
    rf"[Tt]ax (?:ID )?{_NOUN}(?: {_NOUN})?",
    rf"[Ff]iscal (?:[Cc]ode|[Ii]nformation)|Government Gazette {_NOUN}|Military Service {_NOUN}|Federal No\.",
    rf"(?:[Dd]river['’]s )?[Ll]icen[cs]e {_NOUN}|[Bb]irth [Cc]ertificate(?: [Nn]umber)?",
    r"(?:International Maritime Organization )?\(?IMO\)?(?: [Ii]dentification)?(?: [Nn]umber)?",
    r"Legal Entity Identifier \(LEI\)|[Tt]azkira(?: [Nn]umber)?|INN|OGRN",
)
# A type of document; the word in capitals before it may be its country's.
_TYPE = re.compile(
    r"(?<![\w-])(?:(?P<lead>(?!National|Diplomatic|Service|Official|Company|State|Business)[A-Z][a-z]{3,}"
    rf"(?: [A-Z][a-z]{{3,}})?) )?(?P<type>{'|'.join(_KINDS)})(?![\w-])"
)
_AFTER = re.compile(r"^[\s:.–-]*")
_OPENS_LIST = re.compile(r"\W*(?:na\s+)?a\)")
_IN_LIST = re.compile(r"(?:^|[\s;,.])[a-z]\)\s*$")
# A heading of the prose ends the numbers of one type, as the next type does.
_HEADING = re.compile(r"(?<=[\s.;)])(?:[A-Z][\w’']+(?: [\w’']+){0,2}|[a-z]+ [a-z]+):\s")
_BRACKETS = re.compile(r"\([^()]*\)")
_PLACE = r"[A-Z][a-z'’]+(?:,? (?:of|the|and|[A-Z][a-z'’]+))*|UK|USA|CAR|DRC|DPRK"
# What stands before the number of an item: its country, and words that say again what it is.
_ITEM = re.compile(
    rf"[\W_]*(?:na\b[\s.;]*)?(?:(?:of|the|alt\.) )*(?:(?P<country>{_PLACE})\b(?: \([A-Z][\w' ]+\))?,?[\s:]*)?"
    r"(?:(?:[Nn]ational|[Dd]iplomatic|[Ss]ervice|[Ff]oreign|[Tt]ravel|[Ii]dentification|[Ii]dentity|[Ii]nsurance"
    r"|[Ss]ocial|[Ss]ecurity|[Pp]assport|[Dd]ocument|[Cc]ard|[Rr]egistration|ID|SSN|FARDC|BPA|Nr\.|[Cc]edula"
    r"|[Nn]umber|[Nn]o\b\.?|“[^”]*”|\"[^\"]*\"|\((?:\"[^\"]*\"|[A-Za-z][\w ]*)\))[\s.:]*)*"
    r"(?P<number>(?:N°\s?)?(?=[A-Z0-9][A-Z0-9/. -]*\d)[A-Z]{0,5}(?:[-/. ][A-Z]{1,3})?"
    r"(?:(?! (?:19|20)\d\d\b)[-/. ]{0,2}[A-Z0-9]*\d[A-Z0-9]*)+(?: No\. \d+)?)"
)  # fmt: skip
_NEXT = re.compile(r"\s*(?:\([^()]*\)\s*)?(?:;|,? and\b)\s*(?=[A-Z]{0,3} ?\d{5})")
_DAY = r"(\d{1,2} [A-Z][a-z]+\.? ?,? ?\d{4}|[A-Z][a-z]+\.? \d{1,2},? \d{4}|\d{1,2}/\d{1,2}/\d{4})"
_ISSUED = re.compile(
    rf"(?:[Ii]ssued?|Date of [Ii]ssue)(?: (?:in|at) (?:(?! and | expir)[\w' ])+?)?(?: on|:)? {_DAY}"
)
_EXPIRES = re.compile(
    r"(?:[Ee]xpir(?:es|ed|y|ing|ation)(?: date)?|[Vv]alid until|[Ee]xp\.|[Dd]ate of [Ee]xpir\w+)"
    rf"(?: on|:)? {_DAY}"
)
_BRACKETED = re.compile(r"\s*\(([A-Z][\w' ]+?)(?:,? (?i:diplomatic|passport))?\)")


def documents_in(text: str) -> Iterator[Identifier]:
    """The documents that a piece of prose names, with their numbers, countries and dates.

    >>> [(i.type, i.number, i.country) for i in documents_in("Passport no: a) Iraq number A405 b) 96312.")]
    [('Passport no', 'A405', 'IQ'), ('Passport no', '96312', None)]
    """
    text = " ".join(text.split())
    types = list(_TYPE.finditer(text))
    section: re.Match[str] | None = None  # the type before a list whose items may say their own
    for found, following in zip_longest(types, types[1:]):
        stretch = text[found.end() : following.start() if following else None]
        stretch = _AFTER.sub("", stretch, count=1)
        heading = _HEADING.search(_BRACKETS.sub(lambda inner: "x" * len(inner[0]), stretch))
        items = split_lettered(stretch[: heading.start()] if heading else stretch)
        if not _IN_LIST.search(text, max(0, found.start() - 4), found.start()):
            section = None
        for place, item in enumerate(items):
            yield from _documents(section if section and place else found, item)
        if _OPENS_LIST.match(stretch):
            section = found


def _documents(found: re.Match[str], item: str) -> Iterator[Identifier]:
    """The documents of one type in the words behind it: mostly one, none where they hold no number."""
    while known := _ITEM.match(item):
        rest = item[known.end() :]
        if len(re.findall(r"\d", known["number"])) >= 3:
            yield _document(found, known, rest)
        more = _NEXT.match(rest)
        if not more:
            return
        item = rest[more.end() :]


def _document(found: re.Match[str], known: re.Match[str], rest: str) -> Identifier:
    behind = _BRACKETED.match(rest)
    named = (known["country"], behind[1] if behind else None, found["lead"])
    country = next((name for name in named if name and country_code(name)), None)
    number, printed = known["number"].strip(), found["type"].strip(" .")
    scheme = scheme_of(printed)
    if scheme in ("other", "registration", "tax"):
        scheme = russian_scheme(number) or scheme
    return Identifier(
        number=number,
        type=printed,
        scheme=scheme,
        country=country_code(country) if country else None,
        country_text=country,
        issued_on=_date(_ISSUED, rest),
        expires_on=_date(_EXPIRES, rest),
    )


def _date(pattern: re.Pattern[str], text: str) -> PartialDate | None:
    found = pattern.search(text)
    return partial_date(found[1].replace(",", "")) if found else None
