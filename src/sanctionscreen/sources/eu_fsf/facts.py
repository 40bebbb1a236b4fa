"""The facts of one party on the EU list: its record, as either form prints it, to an entity."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import chain, count

from sanctionscreen.model import Address, Birth, Entity, Identifier, Listing, Name, PartialDate
from sanctionscreen.model.vocabulary import EntityKind, NameKind, Scheme, Strength
from sanctionscreen.printed import partial_date, russian_scheme, scheme_of, script_of
from sanctionscreen.printed.aliases import names_in_remark, split_scripts
from sanctionscreen.printed.prose import designation_day, labelled_numbers, number_among, split_contacts
from sanctionscreen.reading import Element, Files
from sanctionscreen.reading.kept import kept_country, kept_date, kept_word, unique

KEY = "eu_fsf"
AUTHORITY = "Council of the European Union / European Commission"

# The CSV's documents print the code in one letter or as the word.
KINDS: dict[str, EntityKind] = {
    "person": "person", "enterprise": "organization", "P": "person", "E": "organization",
}  # fmt: skip
GENDERS = {"M": "Male", "F": "Female"}
# The CSV does not say.
STRENGTHS: dict[str, Strength] = {"true": "strong", "false": "weak", "": "unknown"}
QUALITIES: dict[str, Strength] = {
    "good": "strong", "god": "strong", "qood": "strong", "low": "weak", "lo": "weak",
}  # fmt: skip
# The languages of the Union that are not written in Latin letters: their names are translations.
TRANSLATED = {"bg", "el"}
FLAGS = {
    "diplomatic": "diplomatic", "knownExpired": "expired", "knownFalse": "false",
    "reportedLost": "reported lost", "revokedByIssuer": "revoked by issuer",
}  # fmt: skip
BOOLEANS = {"true": True, "false": False, "": False}
FACTS = ("nameAlias", "address", "birthdate", "citizenship", "identification")
CONTACTS: dict[str, Scheme] = {"PHONE": "phone", "FAX": "phone", "EMAIL": "email", "WEB": "website"}

_QUALITY = re.compile(r"^(\w+)[ -]quality\b", re.IGNORECASE)
_FORMER = re.compile(r"^\(?(?:formerly known as|maiden name)\)?$|\bas previously listed$", re.IGNORECASE)
_ORIGINAL = re.compile(r"^\(?original script\)?$", re.IGNORECASE)
_BRANCHES = re.compile(r"^including (?:its )?(?:branches|subsidiaries)\b", re.IGNORECASE)
_NUMBER_IN_WORDS = re.compile(r"[a-z]{2}|^[A-Z]{3} ")


def read_record(files: Files, record: Element, seen: set[str]) -> Entity:
    """One sanctionEntity; ``seen`` holds the ids given so far."""
    aliases, details = record.all("nameAlias"), record.attr("designationDetails")
    key = read_id(files, record, seen)
    kind = read_kind(files, key, record)
    names, beside = read_names(files, key, aliases)
    addresses, contacts = read_addresses(files, key, record.all("address"))
    births, birth_remarks = read_births(files, key, record.all("birthdate"))
    documents, unnumbered = read_documents(files, key, record.all("identification"))
    nationalities, citizen_remarks = read_citizenships(files, key, record.all("citizenship"))
    remarks = [text for text in record.texts("remark") if text.lower() != "none"]
    said = [f"Designation: {details}"] if details else []
    genders = unique(GENDERS.get(code := alias.attr("gender"), code) for alias in aliases)
    # What a company's "function" says is why it is listed.
    functions = unique(alias.attr("function") for alias in aliases)
    positions, reasons = (functions, ()) if kind == "person" else ((), functions)
    return Entity(
        list=KEY, id=key, kind=kind, names=names, addresses=addresses, births=births,
        identifiers=unique(documents + contacts),
        nationalities=nationalities, gender=next(iter(genders), None), positions=positions,
        titles=unique(alias.attr("title") for alias in aliases),
        scope=unique(text for text in beside if _BRANCHES.match(text)),
        remarks=unique(remarks + said + beside + birth_remarks + citizen_remarks + unnumbered),
        record=record.attr("logicalId") or None,
        listing=read_listing(files, key, record, [details, *remarks], reasons),
    )  # fmt: skip


def read_id(files: Files, record: Element, seen: set[str]) -> str:
    """The EU reference number; from the second time on with the programme, and if need be a count."""
    number = record.attr("euReferenceNumber") or record.attr("logicalId")
    if not number:
        field, advice = "@euReferenceNumber", "Download the list again; if it persists, tell the publisher"
        raise files.error("no reference number", record=f"#{len(seen) + 1}", field=field, advice=advice)
    programmes = "/".join([number, *(act.attr("programme") for act in record.all("regulation"))])
    again = (f"{programmes}/{turn}" for turn in count(2))
    key = next(choice for choice in chain((number, programmes), again) if choice not in seen)
    seen.add(key)
    return key


def read_kind(files: Files, key: str, record: Element) -> EntityKind:
    """What the party is; the classification code says the same in one letter."""
    subjects = record.all("subjectType")
    for subject in subjects:
        subject.ignore("@classificationCode")
    code = "/".join(subject.attr("code") for subject in subjects)
    return kept_word(files, key, "subjectType/@code", code, KINDS, "unknown")


def read_names(files: Files, key: str, aliases: Iterable[Element]) -> tuple[tuple[Name, ...], list[str]]:
    """The names, the primary one first, and what is said beside them."""
    names: dict[tuple[str, Strength], Name] = {}
    beside: list[str] = []
    for alias in aliases:
        for name in read_alias(files, key, alias, beside):
            names.setdefault((name.text, name.strength), name)
    if not names:
        advice = "Download the list again; a party without a name cannot be screened"
        raise files.error("the record has no name", record=key, field="nameAlias/@wholeName", advice=advice)
    listed = list(names.values())
    plain = (n for n in listed if n.script == "Latn" and n.language in (None, "en") and n.strength != "weak")
    first = next(plain, listed[0])
    listed.remove(first)
    return (first.model_copy(update={"kind": "primary"}), *listed), beside


def read_alias(files: Files, key: str, alias: Element, beside: list[str]) -> Iterator[Name]:
    """The names of one nameAlias; remarks that say something else are added to ``beside``."""
    alias.ignore("@regulationLanguage", "@logicalId")
    parts = unique(alias.attr(part) for part in ("firstName", "middleName", "lastName"))
    text = alias.attr("wholeName") or " ".join(parts)
    language = alias.attr("nameLanguage").lower() or None
    strength = kept_word(files, key, "nameAlias/@strong", alias.attr("strong"), STRENGTHS, "unknown")
    kind: NameKind = "alias"
    others: list[tuple[str, NameKind]] = []
    for remark in alias.texts("remark"):
        others += (found := names_in_remark(remark))
        if quality := _QUALITY.match(remark):
            strength = kept_word(files, key, "nameAlias/remark", quality[1].lower(), QUALITIES, strength)
        kind = "former" if (former := _FORMER.search(remark)) else kind
        if not (quality or found or former or _ORIGINAL.match(remark)):
            branches = _BRANCHES.match(remark)
            beside += [remark if branches else f"{text}: {remark}"] if re.search(r"\w", remark) else []
    translated = language in TRANSLATED
    printed = [text] if text and translated else split_scripts(text)
    others += [(text, "variation")] if len(printed) > 1 else []
    for part in printed:
        script = script_of(part)
        original = script not in ("Latn", None) and not translated and kind == "alias"
        shown: NameKind = "original_script" if original else kind
        yield Name(text=part, kind=shown, strength=strength, script=script, language=language)
    for part, other in others:
        yield Name(text=part, kind=other, strength=strength, script=script_of(part))


def read_flag(files: Files, key: str, element: Element, name: str) -> bool:
    """A yes or no; any other word is reported, and taken as no."""
    return kept_word(files, key, f"@{name}", element.attr(name).lower(), BOOLEANS, False)


def read_country(files: Files, key: str, element: Element) -> tuple[str | None, str]:
    """The code of a country and its name as printed; neither where the list says it is unknown."""
    element.ignore("@regulationLanguage", "@logicalId")
    code, printed = element.attr("countryIso2Code"), element.attr("countryDescription")
    if code in ("", "00"):
        return None, ""
    return kept_country(files, key, "@countryIso2Code", code), printed


def read_addresses(
    files: Files, key: str, elements: Iterable[Element]
) -> tuple[tuple[Address, ...], list[Identifier]]:
    """Addresses, and the telephones, mailboxes and sites given with them."""
    addresses: list[Address] = []
    found: list[Identifier] = []
    for element in elements:
        code, country = read_country(files, key, element)
        fields = ("street", "poBox", "place", "city", "region", "zipCode")
        street, box, place, city, region, postcode = map(element.attr, fields)
        box = f"P.O. Box {box}" if box and "box" not in box.lower() else box
        text = ", ".join(unique((street, box, place, city, region, postcode, country)))
        remark = "; ".join(unique(element.texts("remark")))
        past = "as at the time of listing" if read_flag(files, key, element, "asAtListingTime") else ""
        note = "; ".join(unique((remark, past)))
        if text or remark:
            addresses.append(
                Address(
                    text=text or remark, street=", ".join(unique((street, box, place))) or None,
                    city=city or None, region=region or None, postcode=postcode or None,
                    country=code, country_text=country or None, note=(note or None) if text else None,
                )
            )  # fmt: skip
        contacts = [number for row in element.all("contactInfo") for number in read_contact(files, key, row)]
        found += contacts or labelled_numbers(remark)
    return unique(addresses), found


def read_contact(files: Files, key: str, element: Element) -> Iterator[Identifier]:
    """The numbers, mailboxes or sites of one contactInfo, without what line breaks left in them."""
    scheme = kept_word(files, key, "contactInfo/@key", element.attr("key"), CONTACTS, "other")
    for part in split_contacts(element.attr("value").replace("\u00ad", "")):
        value = part.replace(" ", "").replace("\u2010", "-") if scheme in ("email", "website") else part
        yield Identifier(number=value, type=element.attr("key") or "contact", scheme=scheme)


def read_births(files: Files, key: str, elements: Iterable[Element]) -> tuple[tuple[Birth, ...], list[str]]:
    """Births, and the remarks on them that are not read as a date."""
    births: list[Birth] = []
    remarks: list[str] = []
    for element in elements:
        element.ignore("@zipCode")
        code, country = read_country(files, key, element)
        places = [element.attr(name) for name in ("city", "place", "region")]
        remark = "; ".join(unique(element.texts("remark")))
        found = [element.attr(name) for name in ("year", "monthOfYear", "dayOfMonth")]
        parts = [part.zfill(2) for part in found if part]
        on = read_birth_date(files, key, element, "-".join(parts), remark)
        birth = Birth(on=on, place=", ".join(unique((*places, country))) or None, country=code)
        births += [birth] if on or birth.place else []
        calendar = element.attr("calendarType")
        repeats = on and (said := partial_date(remark)) and said.earliest == on.earliest
        remarks += [f"Birth: {remark}"] if remark and not repeats else []
        remarks += [f"Birth: {'-'.join(parts)}, {calendar}"] if calendar not in ("", "GREGORIAN") else []
    return unique(births), remarks


def read_birth_date(files: Files, key: str, element: Element, parts: str, remark: str) -> PartialDate | None:
    """A day, a month, a year or a range of years; in words in the remark where the list has no other."""
    first, last = element.attr("yearRangeFrom"), element.attr("yearRangeTo")
    text = element.attr("birthdate") or parts or (f"{first} to {last}" if first and last else "")
    about = "circa " if read_flag(files, key, element, "circa") else ""
    if not text and (said := partial_date(remark.rstrip("."))) and said.earliest:
        return said
    text = text or first or last
    return kept_date(files, key, "birthdate", about + text if text else "")


def read_citizenships(
    files: Files, key: str, elements: Iterable[Element]
) -> tuple[tuple[str, ...], list[str]]:
    """Nationalities, and the remarks on them. A region is never filled."""
    nationalities: list[str] = []
    remarks: list[str] = []
    for element in elements:
        code, country = read_country(files, key, element)
        nationalities.append(code or country)
        said = (element.attr("region"), *element.texts("remark"))
        remarks += [": ".join(unique(("Citizenship", country, text))) for text in said if text]
    return unique(nationalities), remarks


def read_documents(files: Files, key: str, elements: Iterable[Element]) -> tuple[list[Identifier], list[str]]:
    """Passports, cards and registrations, and those that are printed without a number."""
    identifiers: list[Identifier] = []
    unnumbered: list[str] = []
    for element in elements:
        nation, country = read_country(files, key, element)
        code = element.attr("identificationTypeCode")
        description = element.attr("identificationTypeDescription") or code or "document"
        remark = "; ".join(unique(element.texts("remark")))
        flags = [words for name, words in FLAGS.items() if read_flag(files, key, element, name)]
        beside = [remark, *(element.attr(name) for name in ("issuedBy", "region", "nameOnDocument")), *flags]
        days = unique((element.attr("issueDate"), element.attr("validFrom")))
        beside += [f"valid from {day}" for day in days[1:]]
        for printed in unique((element.attr("number"), element.attr("latinNumber"))):
            number = (_NUMBER_IN_WORDS.search(printed) and number_among(printed)) or printed
            if not re.search(r"\d", number) and code != "swiftbic":
                files.report.odd(key, "@number", printed, "a document without a number: kept as a remark")
                unnumbered.append("; ".join(unique((description, printed, *beside))))
                continue
            identifiers.append(
                Identifier(
                    number=number, type=description, scheme=read_scheme(description, remark, number),
                    country=nation, country_text=country or None,
                    issued_on=kept_date(files, key, "@issueDate", "".join(days[:1])),
                    expires_on=kept_date(files, key, "@validTo", element.attr("validTo")),
                    note="; ".join(unique((printed if number != printed else "", *beside))) or None,
                )
            )  # fmt: skip
    return identifiers, unnumbered


def read_scheme(description: str, remark: str, number: str) -> Scheme:
    """What kind of number it is: by its type, or where that is vague by the words beside it."""
    scheme = scheme_of(description.replace("Driving licence", "driving"))  # no licence to trade
    if scheme in ("other", "registration") and (words := scheme_of(remark)) != "other":
        scheme = words
    return russian_scheme(number) or scheme if scheme in ("registration", "tax") else scheme


def read_listing(
    files: Files, key: str, record: Element, said: list[str], reasons: tuple[str, ...]
) -> Listing:
    """Why and since when the party is listed; ``said`` is where the day may stand in words."""
    acts = record.all("regulation")
    quoted = [row for part in FACTS for row in record.all(part, "regulationSummary")]
    for row in (*acts, *quoted):
        row.ignore("@regulationType", "@logicalId")
    for row in quoted:  # only the CSV prints these of the act that a fact was last touched by
        row.ignore("@organisationType", "@entryIntoForceDate", "@programme")
    stated = record.attr("designationDate") or next(filter(None, map(designation_day, said)), "")
    if said[0] and not stated:
        files.report.odd(key, "@designationDetails", said[0], "no day of designation that can be read")
    oldest = min((row.attr("publicationDate") for row in (*acts, *quoted)), key=day_of, default="")
    amended = max((act.attr("publicationDate") for act in acts), key=day_of, default="")
    link, parts = "publicationUrl", ("organisationType", "numberTitle", "entryIntoForceDate")
    return Listing(
        list=KEY, authority=AUTHORITY, effect="block", reasons=reasons,
        programmes=unique(act.attr("programme") for act in acts),
        legal_basis="; ".join("{} act {}, in force {}".format(*map(act.attr, parts)) for act in acts) or None,
        citations=unique(row.attr("numberTitle") for row in (*acts, *quoted)),
        listed_on=kept_date(files, key, "@designationDate", stated or oldest),
        amended_on=kept_date(files, key, "regulation/@publicationDate", amended),
        other_ids=unique([record.attr("unitedNationId")]),
        urls=unique([act.text(link) for act in acts] + [row.attr(link) for row in quoted]),
    )  # fmt: skip


def day_of(text: str) -> date:
    """The day that a date means, to order by; an unreadable one comes last."""
    found = partial_date(text)
    return (found and found.earliest) or date.max
