"""Registration numbers that a list prints in free text, with labels of its own run together."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import zip_longest

from sanctionscreen.model import Identifier

from .countries import country_code
from .dates import partial_date
from .schemes import russian_scheme, scheme_of

_ACRONYM = (
    r"(?:INN|OGRN|TIN|KPP|PPC|BIN|BIK|BIC|SRN|BRN|CRN|OKPO|OKTMO|USCC|SWIFT|NIP|CIN|ISN|UEN|UID|BvD|CH-ID|LLPIN"
    r"|PAN|ICP|VAT|BR|CR|IP|УНН|ИНН)"
)
_WORD = (
    rf"(?:{_ACRONYM}|UK|USA|OFAC|SPARK|USREOU|[A-Z][a-z]+|of|account|bank|business|code|commercial|company|credit"
    r"|identification|identifier|organisation|register|registration|registry|social|tax|taxpayer|trade|unique)"
)
_NOUN = r"(?:[Nn]umber|[Nn]o\b\.?|[Cc]ode|CODE|ID|[Ii]dentifier|[Ii]dentification|Licence)"
# "INN", "Russia OGRN", "SWIFT/BIC", "Tax ID No.", "BIK (RU)", "TIN (Taxpayer Identification Number)".
_LABEL = re.compile(
    rf"(?<![A-Za-zА-я])(?:(?:{_WORD} ){{1,5}}?{_NOUN}(?: {_NOUN})?"
    rf"|(?:[A-Z][a-z]+ )?{_ACRONYM}(?: ?/ ?{_ACRONYM})*(?: {_NOUN})?)"
    r"(?: \([A-Za-z ]+\))?(?=[\s:–-]|$)[\s:–-]*"
)
# A label in brackets behind its number: "7706061801 (INN)".
_BRACKETED = re.compile(rf"(\w*\d[\w/.-]*)\s*\(((?:{_WORD} ?)*(?:{_NOUN}|{_ACRONYM}))\)")
_COUNTRY = re.compile(r"\s*\(([^()]+)\)$")
_DATED = re.compile(r"\s+dated (\d{2}/\d{2}/\d{4})$")


def read_registrations(text: str, unlabelled: str) -> Iterator[Identifier]:
    """Each number of a free text with the label before it, behind it in brackets, or none.

    >>> [(i.type, i.number) for i in read_registrations("INN: 3232005484OGRN: 1023200000010", "Number")]
    [('INN', '3232005484'), ('OGRN', '1023200000010')]

    Args:
        text: the text as printed; ``|`` and ``;`` separate its parts.
        unlabelled: the type of a number without a label; its scheme is ``other`` where its
            digits do not tell, since it may be a tax number as well as a company's.
    """
    for part in re.split("[|;]", text):
        rest = part
        for found in _BRACKETED.finditer(part):
            yield _identifier(found[1], found[2], unlabelled)
            rest = rest.replace(found[0], " ")
        labels = list(_LABEL.finditer(rest))
        before = rest[: labels[0].start()] if labels else rest
        if labels and not rest[labels[0].end() :].strip(" '"):  # "1217800095248 - OGRN"
            yield from _identifiers(before, labels[0][0], unlabelled)
            continue
        yield from _identifiers(before, "", unlabelled)
        pending = ""
        for label, following in zip_longest(labels, labels[1:]):
            pending = f"{pending} {label[0]}".strip()
            number = rest[label.end() : following.start() if following else None]
            if number.strip(" ,'"):  # otherwise the next label belongs to this one: "Tax Number: INN 12"
                yield from _identifiers(number, pending, unlabelled)
                pending = ""


def _identifiers(text: str, label: str, unlabelled: str) -> Iterator[Identifier]:
    for number in re.split(r"\s+[·/]\s+|,\s+(?=\S*\d)", text):
        if number := number.strip(" ,'·/:–-"):
            yield _identifier(number, label, unlabelled)


def _identifier(number: str, label: str, unlabelled: str) -> Identifier:
    kind = label.strip(" :–-") or unlabelled
    dated = _DATED.search(number)
    number = number[: dated.start()] if dated else number
    place = _COUNTRY.search(number)
    country = country_code(place[1]) if place else None
    if place and country:
        number = number[: place.start()]
    elif len(lead := kind.split(" ")[0]) > 3:
        country = country_code(lead)
    scheme = scheme_of(kind) if label else "other"
    if not label or scheme in ("tax", "registration"):
        scheme = russian_scheme(number) or scheme
    return Identifier(
        number=number,
        type=kind,
        scheme=scheme,
        country=country,
        country_text=place[1] if place and country else None,
        issued_on=partial_date(dated[1]) if dated else None,
    )
