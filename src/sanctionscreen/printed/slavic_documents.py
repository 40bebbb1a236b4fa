"""Passports, tax and registration numbers named in Ukrainian or Russian prose.

The words are those of Ukraine's sanctions decrees: ``паспорт громадянина України серії ЕС № 387672, виданий
12 серпня 1997 р., ІПН 2798602512``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import zip_longest

from sanctionscreen.model import Identifier, PartialDate, Scheme

from .aliases import unbracketed
from .countries import country_code
from .dates import partial_date
from .schemes import scheme_of

FEWEST_DIGITS = 5

# Numbers that many parties share (tax offices, classifications) or that are a bank's: they identify nobody.
_SHARED = (
    r"(?<!\w)(?:КПП|ОКАТО|ОКОГУ|ОКФС|ОКОПФ|ОКТМО|ФСФР|ФСС|ПФР|БИК|БІК|[рк]/с)|розрахунковий\s*рахунок"
    r"|банківський\s*ідентифікаційний\s*код|взяття\s*на\s*облік"
)
_PASSPORT = (
    r"(?:(?:дипломатичн|службов|закордонн|національн|китайськ)\w+\s*)*(?:паспорт\w*|пасп\.)"
    r"(?:\s*(?:громадян\w*|гр\.|підданого)\s*)?(?:\s*для\s*виїзду\s*за\s*кордон)?"
)
_OTHER = (
    r"(?:індивідуальний|ідентифікаційний|ідентиіфкаційний|національний|інд\.|інший)\s*"
    r"(?:податковий\s*|ідентифікаційний\s*)?(?:номер|код|код\.)(?:\s*платника\s*податк\w+|\s*юридичної\s*особи)?"
    r"|реєстраційний\s*номер\s*(?:облікової\s*картки\s*платника\s*податк\w+|громадянина\s*\w+\s*\(DNI\))"
    r"|(?:основний\s*державний\s*)?реєстраційний\s*(?:номер|код|№)(?:\s*як\s*індивідуального\s*підприємця)?"
    r"|номер\s*(?:компанії|в\s*торговельному\s*реєстрі|платника\s*податк\w+)|реєстр\.\s*№|номер\w*\s*телефон\w*|\bтел\."
    r"|(?:код\s*|№\s*)?(?<!\w)(?:ДРФО(?:\s*України)?|ЄДРПОУ|ОКПО|ЗКПО|ЄДРЮО|ОГРН|ОДРН|РНОКПП|ІНПП|ІПН|ИНН|ІНН|УНП|УПН)"
    r"|\(?[IІ][MМ][OО](?=\s?\d{7})|Company number|Registration(?: ID)?|R ID|KVK|Microjacket|document(?= №)"
    r"|водійськ\w*\s*посвідченн\w*|Державний\s*бюлетень|\b(?:NIP|REGON|KRS)\b\)?"
)
_LABEL = re.compile(rf"(?P<shared>{_SHARED})|(?P<passport>{_PASSPORT})|{_OTHER}", re.IGNORECASE)
_SERIES = r"(?:\d{2,4}(?=,?\s*№\s*\d{6})|\d{0,2}(?!(?:РФ|СРСР|від|до)\b)[A-ZА-ЯҐЄІЇ]{1,3})"
# What may stand between a label and its number: whose passport it is, and marks.
_WORDS = re.compile(
    rf"(?:(?!видан|станом)[^\d№;()]){{0,60}}?(?=сері[яїй]|\W*№|(?<!\w)\W*(?:{_SERIES})?[\s:-]*\d|\W*\(\d|\(UID\))"
)
_ITEM = re.compile(
    r"(?:[\s,;:+.–—-]|та\s|і\s|сері[яїй]\s*|№|\(UID\)|код\s+[A-Z]{3}|типу\s+\w)*"
    rf"(?P<series>{_SERIES})?(?P<gap>[\s,:-]*№?\s*)"
    r"(?P<digits>(?:\(\d{3}\))?\d(?:[\d ./-]*\d)?(?:-?[A-ZА-Я](?![\w]))?)"
)
# Another passport of the same kind, behind what is said of the one before.
_FURTHER = re.compile(r"\sта\s+(?=сері[яї]\s*[A-ZА-Я])|;\s*(?=№)")
_DAY = r"(\d{1,2}\.\d{1,2}\.\d{4}|\d{1,2}\s*[а-яіїєґ]+\s*\d{4})"
_ISSUED = re.compile(rf"видан\w*\s[^;№]{{0,120}}?{_DAY}|термін дії з {_DAY}|^\s*від {_DAY}")
_EXPIRES = re.compile(rf"термін дії з [\d.]+ до {_DAY}")
_CITIZEN = re.compile(
    r"(?:громадян\w*|гр\.|підданого|паспорт\w*)\s*(?P<country>[А-ЯҐЄІЇ][^\d№:;,(–-]*?)\b"
    r"\s*(?:для\s|сері|типу|(?:\b[A-ZА-ЯҐЄІЇ]{2}\s?)?[№\d:;,(–-]|$)"
)


def slavic_documents(text: str) -> Iterator[Identifier]:
    """Each number of a text that stands behind the name of a document, with series, country and dates.

    Numbers that do not tell parties apart are left: the Russian КПП names a tax office, БИК a bank.

    >>> found = slavic_documents("паспорт громадянина РФ № 45011, ІПН 2798602512; КПП 910201001")
    >>> [(i.scheme, i.number, i.country) for i in found]
    [('passport', '45011', 'RU'), ('tax', '2798602512', None)]
    """
    labels = list(_LABEL.finditer(text))
    for label, following in zip_longest(labels, labels[1:]):
        stretch = text[label.end() : following.start() if following else None]
        if not label["shared"]:
            yield from _documents(label, stretch)


def _documents(label: re.Match[str], stretch: str) -> Iterator[Identifier]:
    """The documents of one label in the words behind it."""
    citizen = _CITIZEN.search(label[0] + stretch) if label["passport"] else None
    country = country_code(citizen["country"], "uk") if citizen else None
    cuts = [found.end() for found in _FURTHER.finditer(stretch)] if label["passport"] else []
    for start, end in zip_longest([0, *cuts], cuts):
        for number, behind in _numbers(stretch[start:end]):
            yield Identifier(
                number=number,
                type=" ".join(unbracketed(label[0]).split()),
                scheme=_scheme(label[0], number),
                country=country,
                country_text=citizen["country"] if citizen and country else None,
                issued_on=_date(_ISSUED, behind) if label["passport"] else None,
                expires_on=_date(_EXPIRES, behind) if label["passport"] else None,
            )


def _numbers(stretch: str) -> Iterator[tuple[str, str]]:
    """The numbers that follow each other, each with what is printed behind it."""
    words = _WORDS.match(stretch)
    place = words.end() if words else 0
    while found := _ITEM.match(stretch, place):
        place = found.end()
        series, digits = found["series"] or "", found["digits"]
        if len(re.findall(r"\d", series + digits)) < FEWEST_DIGITS or re.fullmatch(_DAY, digits):
            return
        yield f"{series}{' ' if series and found['gap'] else ''}{digits}", stretch[place:]


def _scheme(printed: str, number: str) -> Scheme:
    """By the label; a tax number of twelve digits is a person's INN, which Ukraine's lists call ІПН too."""
    scheme = scheme_of(printed)
    return "inn" if scheme == "tax" and re.fullmatch(r"\d{12}", number) else scheme


def _date(pattern: re.Pattern[str], text: str) -> PartialDate | None:
    found = pattern.search(text)
    return partial_date(next(filter(None, found.groups()))) if found else None
