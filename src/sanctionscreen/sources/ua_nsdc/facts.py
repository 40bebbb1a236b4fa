"""What both forms of the register say in the same words: measures, terms, places, documents in prose."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from sanctionscreen.model import Address, Effect, Identifier, Listing, PartialDate, Scheme
from sanctionscreen.printed import country_code, russian_scheme, scheme_of
from sanctionscreen.printed.numbered import numbered
from sanctionscreen.printed.slavic_documents import slavic_documents
from sanctionscreen.reading import Files, kept_date, unique

KEY = "ua_nsdc"
AUTHORITY = "National Security and Defense Council of Ukraine"
LAW = "Law of Ukraine on Sanctions (No. 1644-VII of 14 August 2014), articles 4 and 5"
# By the words of article 4: the first row that any measure of a party fits.
EFFECTS: tuple[tuple[Effect, str], ...] = (
    ("block", r"блокуванн\w*\s*актив|розпоряджатися належним"),
    (
        "export_denial",
        r"ембарго|торг[оі]вельн\w+\s*(?:операц|угод)|експорт|передання\s*технолог|ділових\s*контакт",
    ),
    ("finance_only", r"капітал|фінансов|цінн\w+\s*папер|валютн|платіжн|інвестиці|Національн\w+\s*банк"),
)
UNLIMITED = "безстроково"
DAYS_ASIDE = 3  # by which the day of the end may miss the term
YEARS = {"один": 1, "одного": 1, "два": 2, "три": 3, "чотири": 4, "п'ять": 5, "десять": 10}

_WORDS_OF_PLACE = re.compile(
    r"^(?:постійно\s+)?(?:прожива\w+|зареєстрован\w+|адреса|фактично мешкає|мешкає|урожен\w+|уродж\w+)"
    r"(?:\s+за\s+адресою|\s+реєстрації|\s+проживання)?\s*:?\s*(?:у\s+)?"
)
_ANOTHER_PLACE = re.compile(
    r"[,;]?\s+(?=(?:фактично (?:мешкає|проживає)|проживає за адресою|адреса проживання)\b[^:]{0,30}:)"
    r"|;\s+(?=\d{5,6},)|\s+та\s+(?=АРК\b)|\.\s*Або\s+"
)
_NO_PLACE = re.compile(
    r"^\W*(?:генеральний )?(?:директор|депутат|секретар|член|виконуюч|засновник|керівник|паспорт)",
    re.IGNORECASE,
)
_CITIZEN = re.compile(r"^громадян(?:ин|ка)\s+([^,;]+)$")
_COUNTRY_LAST = re.compile(
    r"(?<![\w-])(РФ|РРФСР|УРСР|БРСР|АР Крим|Автономної Республіки Крим|Російськ(?:а|ої) Федераці[яї]|Росії"
    r"|України|British Virgin Islands|UAE|USA)\W*$"
)
# From here on a clause speaks of somebody else, up to a company number behind a comma.
_SOMEBODY_ELSE = re.compile(
    r"\b(?:\w*директор|керівник|с?п?і?в?засновник|голова|власник|лидер|владел|управляє|секретар|належить)",
    re.IGNORECASE,
)
_OWN_AGAIN = re.compile(r",\s*((?:код\s*)?(?:ОКПО|ОГРН)\W*\d+)")
_CLAUSES = re.compile(r"[;\n]|(?<=\w{4})\.\s+(?=[А-ЯІЇЄ])")
_BARE = re.compile(
    r"\W*(?:(?P<type>код|номер|ПН|HE|НЕ)\b[\s:–-]*)?(?P<number>[A-ZА-Я]{0,2}\d[\d-]{4,}[A-ZА-Я]?)"
    r"(?:,\s[^\d,]*|\W*)"
)
_DAY = r"(\d{1,2}\s*[а-яіїє]+\s*\d{4}|\d{1,2}\.\d{1,2}\.\d{4})"
_ENDED = re.compile(rf"\b(?:Виключено|Скасовано)\b[^\d\"]*?\bвід {_DAY}")
_AMENDED = re.compile(rf"\b(?:Змінено|Внесено зміни)\b[^\d\"]*?\bвід {_DAY}")
_OTHER_BIRTH = re.compile(r"альтернативна дата народження\W*(\d{1,2}\.\d{1,2}\.\d{4})")


def split_measures(text: str) -> tuple[str, ...]:
    """The numbered sanctions of a party, each as printed."""
    return unique(part.strip(" ;.,") for part in numbered(" ".join(text.split())).values())


def effect_of(measures: Iterable[str]) -> Effect:
    """The gravest effect of several sanctions; a party without any is taken as blocked."""
    together = " | ".join(measures)
    found = (effect for effect, words in EFFECTS if re.search(words, together, re.IGNORECASE))
    return next(found, "red_flag" if together else "block")


@dataclass(frozen=True, slots=True)
class Decree:
    """By which decree of the President a party is listed: number, day, term in words, day of the end."""

    number: str
    day: str
    term: str = ""
    ends: str = ""


def read_listing(
    files: Files, key: str, decree: Decree, measures: tuple[str, ...], said: str, ended: str = ""
) -> Listing:
    """Since when, how and until when a party is listed.

    Args:
        files: the list's files.
        key: the party's id.
        decree: the decree that lists it.
        measures: the sanctions.
        said: further information, which may tell of a later decree that changed or ended the listing.
        ended: the day since which the party is not listed any more, where the register itself says so.
    """
    since = kept_date(files, key, "Дата указу", decree.day)
    until = kept_date(files, key, "Дата закінчення", decree.ends)
    off = kept_date(files, key, "Скасовано", ended or first_of(_ENDED, said))
    changes = [kept_date(files, key, "Змінено", text) for text in _AMENDED.findall(said)]
    amended = max(filter(None, changes), key=str, default=None)
    check_dates(files, key, decree, since, until, [date for date in (off, amended) if date])
    if not measures:
        files.report.odd(key, "Тип обмеження", "", "no measure is stated: taken as blocked")
    return Listing(
        list=KEY,
        authority=AUTHORITY,
        measures=measures,
        effect=effect_of(measures),
        legal_basis=LAW,
        citations=(f"Указ Президента України № {decree.number}",) if decree.number else (),
        listed_on=since,
        amended_on=amended,
        delisted_on=off,
        expires_on=until,
    )


def check_dates(
    files: Files,
    key: str,
    decree: Decree,
    since: PartialDate | None,
    until: PartialDate | None,
    later: list[PartialDate],
) -> None:
    """Report dates that contradict each other, the decree's number, or its term.

    Where a later decree changed or ended the listing, its day is the end whatever the term was.
    """
    years = YEARS.get(decree.term.lower().replace("’", "'").split(" ")[0]) if decree.term else None
    first, last = since and since.earliest, until and until.earliest
    told = f"{decree.term}: {since or ''} - {until or ''}"
    numbered_in = re.search(r"(?:19|20)\d\d$", decree.number)
    if numbered_in and first and str(first.year) != numbered_in[0]:
        files.report.odd(
            key, "Дата указу", f"{decree.number}: {since}", "a decree of another year than its number"
        )
    if any(first and date.earliest and date.earliest < first for date in later):
        files.report.odd(key, "Додатково", f"{since}: {later[0]}", "changed before it was listed")
    if years and not until:
        files.report.odd(key, "Дата закінчення", told, "a term of years without the day that it ends")
    elif last and last not in [date.earliest for date in later]:
        agree = not years or (first and abs((last - first).days - 365.25 * years) <= DAYS_ASIDE)
        if not agree or decree.term.lower() == UNLIMITED:
            files.report.odd(key, "Дата закінчення", told, "the term and the day that it ends disagree")


def read_places(files: Files, key: str, field: str, text: str) -> tuple[list[Address], list[str], list[str]]:
    """The addresses in a field, and instead of them citizenships, or what is no place at all."""
    addresses, citizenships, others = [], [], []
    for part in _ANOTHER_PLACE.split(" ".join(text.split())):
        place = _WORDS_OF_PLACE.sub("", part.strip(" ,;"))
        citizen = _CITIZEN.match(place)
        if citizen and (code := any_country(citizen[1].strip(" ."))):
            citizenships.append(code)
        elif _NO_PLACE.match(place):
            files.report.odd(key, field, place, "an office or a person where an address should be")
            others.append(place)
        elif place:
            country, code = country_named(place)
            addresses.append(Address(text=place, country=code, country_text=country))
    return addresses, citizenships, others


def country_named(place: str) -> tuple[str | None, str | None]:
    """The words of a place that name its country, as printed, and its ISO code; None where none do."""
    for part in (part.strip(" .\"'”“") for part in re.split(r"[,;]", place)):
        if len(part) < 2 or re.search(r"\d|^(?:м|г|с|вул|ул|смт)\.|\b(?:обл|р-н|область|район)\b", part):
            continue
        if (len(part) > 3 or not part.isascii()) and (code := any_country(part)):
            return part, code
    found = _COUNTRY_LAST.search(place)
    return (found[1], any_country(found[1])) if found else (None, None)


def any_country(text: str) -> str | None:
    """The code of a country in Ukrainian or Russian, whether or not it is called a republic."""
    bare = re.sub(r"^(?:Республіка|Республика|Королівство|Держава)\s+", "", text)
    names = dict.fromkeys((text, bare))
    codes = (country_code(name, language) for name in names for language in ("uk", "ru"))
    return next(filter(None, codes), None)


def own_clauses(said: str) -> Iterator[str]:
    """What an organization's further information says of itself, not of its directors and founders."""
    for clause in _CLAUSES.split(said):
        found = _SOMEBODY_ELSE.search(clause)
        yield clause[: found.start()] if found else clause
        yield from _OWN_AGAIN.findall(clause[found.end() :]) if found else ()


def numbers_said(said: str, *, person: bool) -> Iterator[Identifier]:
    """The numbers of documents that a party's further information names, or is."""
    for clause in [said] if person else own_clauses(said):
        found = list(slavic_documents(clause))
        yield from found
        if not found and (bare := _BARE.fullmatch(clause)):
            yield Identifier(number=bare["number"], type=bare["type"] or "Додатково")


def other_births(said: str) -> list[str]:
    """The further dates of birth that a person's information tells."""
    return _OTHER_BIRTH.findall(said)


def first_of(pattern: re.Pattern[str], text: str) -> str:
    """The first group of the first match, or an empty text."""
    found = pattern.search(text)
    return found[1] if found else ""


def organization_scheme(label: str, number: str) -> Scheme:
    """What a number of an organization is, by its label, and by its digits where the label misleads.

    The register prints Russian numbers under Ukrainian labels: the OGRN as ``ЄДРПОУ``, the INN as ``ІПН``.
    """
    scheme = scheme_of(label)
    if label.startswith("ІП") and len(number) == 10:  # one of Ukraine has 12 digits; ІПГ is a misprint
        return "inn"
    return russian_scheme(number) or scheme if scheme in ("registration", "other") else scheme
