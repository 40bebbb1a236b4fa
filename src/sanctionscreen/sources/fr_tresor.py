"""French national register of asset freezes (Registre national des gels).

Publisher: the Direction générale du Trésor, as one JSON file at the address of its latest publication.
The register joins whom the European Union and the United Nations freeze with whom France freezes alone
(Code monétaire et financier, articles L. 562-2 and L. 562-3; the register itself: article R. 562-2).

Effect: funds and economic resources are frozen, and nothing may be made available to the party,
directly or indirectly: ``block``.

The reader was never run on a whole published file: it was built from the layout that the register's
public API documents. So nothing is expected of how often a field is filled.

How it is read:

- ``IdRegistre`` is the id. A party's facts stand in ``RegistreDetail``, each a ``TypeChamp`` with its
  values; a type that is not known here is kept as a remark, and reported.
- ``Nom`` is a family name, a company's or a ship's; the given names stand in ``PRENOM`` and are
  put before it. Several ``PRENOM`` are several ways to call the person.
- Everything is in French, countries too. They are kept as printed beside their codes.
- The list does not grade aliases. A remark on one may say that it is not reliable (``peu fiable``:
  weak) or that it is a former name; a remark in other letters is the name in its original script.
- ``TITRE`` is a position, unless it is an honorific.
- The file says which act a party is listed by, and not since when.

Links: https://gels-avoirs.dgtresor.gouv.fr/
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from sanctionscreen.model import Address, Birth, Entity, Identifier, Listing, Name, PartialDate
from sanctionscreen.model.vocabulary import EntityKind, NameKind, Scheme, Strength
from sanctionscreen.printed import country_code, day, russian_scheme, scheme_of, script_of
from sanctionscreen.printed.aliases import names_in_remark, split_scripts
from sanctionscreen.printed.prose import split_contacts
from sanctionscreen.reading import Files, Format, Row, Source
from sanctionscreen.reading.births import births_of
from sanctionscreen.reading.json import first_value, objects, objects_with
from sanctionscreen.reading.kept import kept_country, kept_date, kept_word, unique

KEY = "fr_tresor"
AUTHORITY = "Direction générale du Trésor (France)"
PARTIES = "Publications.PublicationDetail"
FILE = "Registrenationaldesgels.json"
URL = "https://gels-avoirs.dgtresor.gouv.fr/ApiPublic/api/v1/publication/derniere-publication-fichier-json"

KINDS: dict[str, EntityKind] = {
    "Personne physique": "person", "Personne morale": "organization", "Navire": "vessel",
}  # fmt: skip
GENDERS = {"Masculin": "Male", "Féminin": "Female", "Feminin": "Female"}
# The numbers: by type, the field that holds it and what it is called where no words beside it tell.
NUMBERS: dict[str, tuple[str, str]] = {
    "PASSEPORT": ("NumeroPasseport", "Passeport"),
    "AUTRE_IDENTITE": ("NumeroCarte", "Autre identité"),
    "IDENTIFICATION": ("Identification", "Identification"),
    "NUMERO_OMI": ("NumeroOMI", "Numéro OMI"),
}
CONTACTS: dict[str, tuple[str, Scheme]] = {
    "TELEPHONE": ("Telephone", "phone"),
    "COURRIEL": ("Courriel", "email"),
    "SITE_WEB": ("SiteWeb", "website"),
}  # fmt: skip
OTHERS = {
    "PRENOM", "SEXE", "ALIAS", "TITRE", "DATE_DE_NAISSANCE", "LIEU_DE_NAISSANCE", "NATIONALITE", "ADRESSE_PP",
    "ADRESSE_PM", "MOTIFS", "FONDEMENT_JURIDIQUE", "REFERENCE_UE", "REFERENCE_ONU",
}  # fmt: skip
KNOWN = {*NUMBERS, *CONTACTS, *OTHERS}

_WEAK = re.compile(r"\bpeu fiable", re.IGNORECASE)
_FORMER = re.compile(r"\bancien(?:nement|s? noms?)?\b|nom de (?:jeune fille|naissance)", re.IGNORECASE)
_HONORIFIC = re.compile(
    r"(?:Dr|Docteur|Pr|Professeur|M(?:ol|ul)lah?|Maul[av]+i|Hadji|Cheikh|Ayatollah|Imam|Qari"
    r"|(?:Lieutenant[ -])?(?:Général|Colonel)|Amiral|Commandant|Capitaine)\.?",
    re.IGNORECASE,
)
_LABELLED = re.compile(r"(?P<label>[^\d:]*[^\W\d_]{3}[^\d:]*?)\s*:\s*(?P<number>\S.*)")

Details = Mapping[str, list[Row]]


def read_json(files: Files) -> Iterator[Entity]:
    """The parties of the register, in its order."""
    published = str(first_value(files, "Publications.DatePublication") or "")
    files.published(day(published[:10], "%Y-%m-%d", "%d/%m/%Y"))
    seen: set[str] = set()
    for record in objects(files, PARTIES):
        yield read_party(files, record, seen)


def read_party(files: Files, record: Row, seen: set[str]) -> Entity:
    """One party; ``seen`` holds the ids given so far."""
    key = read_id(files, record, seen)
    kind = kept_word(files, key, "Nature", record.text("Nature"), KINDS, "unknown")
    details, unknown = read_details(files, key, record)
    names, said = read_names(files, key, record.text("Nom"), details)
    numbers, unnumbered = read_numbers(files, key, details)
    called = texts(details, "TITRE", "Titre")
    entity = Entity(
        list=KEY, id=key, kind=kind, names=names,
        addresses=read_addresses(files, key, [*details["ADRESSE_PP"], *details["ADRESSE_PM"]]),
        identifiers=unique([*numbers, *read_contacts(details)]),
        births=read_births(files, key, details),
        nationalities=read_nationalities(files, key, details["NATIONALITE"]),
        gender=read_gender(files, key, details),
        titles=unique(text for text in called if _HONORIFIC.fullmatch(text)),
        positions=unique(text for text in called if not _HONORIFIC.fullmatch(text)),
        remarks=unique([*said, *unnumbered, *unknown]),
        listing=read_listing(details),
    )  # fmt: skip
    for name, rows in details.items():
        files.report.unread.update(f"{name}/{field}" for row in rows for field in row.unread())
    return entity


def read_id(files: Files, record: Row, seen: set[str]) -> str:
    """The register's number; one that is given twice gets a count, and is reported."""
    number = key = record.text("IdRegistre")
    if not number:
        where, advice = f"#{record.line}", "Download the register again; a party without it cannot be cited"
        raise files.error("the party has no number", record=where, field="IdRegistre", advice=advice)
    while key in seen:
        key = f"{number}/{int(key.partition('/')[2] or 1) + 1}"
    if key != number:
        files.report.odd(key, "IdRegistre", number, "a number that is given twice")
    seen.add(key)
    return key


def read_details(files: Files, key: str, record: Row) -> tuple[Details, list[str]]:
    """The facts of a party by type, and in words those of a type that is not known here."""
    details: dict[str, list[Row]] = defaultdict(list)
    unknown: list[str] = []
    for detail in as_list(record.value("RegistreDetail")):
        name = str(detail.get("TypeChamp", "")) if isinstance(detail, dict) else ""
        values = as_list(detail.get("Valeur")) if name else [detail]
        if not name or not all(isinstance(value, dict) for value in values):
            field, advice = f"RegistreDetail/{name}".rstrip("/"), "Check that the file is the register's JSON"
            raise files.error("a fact is not laid out as documented", record=key, field=field, advice=advice)
        if name in KNOWN:
            details[name] += [Row(value, record.line) for value in values]
        else:
            files.report.odd(
                key, "TypeChamp", name, "a type of fact that is not known here: kept as a remark"
            )
            unknown += [f"{name}: {said}" for value in values if (said := in_words(value))]
    return details, unknown


def as_list(value: Any) -> list[Any]:
    """A value that may be one, several or none."""
    if value is None:
        return []
    return value if isinstance(value, list) else [value]


def in_words(value: Mapping[str, Any]) -> str:
    """The fields of a value in one text."""
    row = Row(value, 0)
    return "; ".join(f"{name}: {text}" for name in value if (text := row.text(name)))


def texts(details: Details, name: str, field: str) -> tuple[str, ...]:
    """What all values of a type say in one field."""
    return unique(row.text(field) for row in details[name])


def read_names(files: Files, key: str, last: str, details: Details) -> tuple[tuple[Name, ...], list[str]]:
    """The names, the primary one first, and what is said beside the aliases."""
    firsts = texts(details, "PRENOM", "Prenom") or ("",)
    names = [
        made(text, "alias") for first in firsts for text in split_scripts(" ".join(unique((first, last))))
    ]
    said: list[str] = []
    for row in details["ALIAS"]:
        names += read_alias(row, said)
    if not names:
        advice = "Download the register again; a party without a name cannot be screened"
        raise files.error("the party has no name", record=key, field="Nom", advice=advice)
    listed: dict[str, Name] = {}
    for name in names:
        listed.setdefault(name.text, name)
    first, *others = listed.values()
    return (first.model_copy(update={"kind": "primary"}), *others), said


def made(text: str, kind: NameKind, strength: Strength = "unknown") -> Name:
    """A name; one in other than Latin letters is the original script."""
    script = script_of(text)
    original = kind == "alias" and script not in ("Latn", None)
    return Name(text=text, kind="original_script" if original else kind, strength=strength, script=script)


def read_alias(row: Row, said: list[str]) -> Iterator[Name]:
    """The names of one alias; a remark that is none of them is added to ``said``."""
    printed, remark = row.parts("Alias", ";"), row.text("Commentaire")
    strength: Strength = "weak" if _WEAK.search(remark) else "unknown"
    kind: NameKind = "former" if _FORMER.search(remark) else "alias"
    others = names_in_remark(remark)
    yield from (made(text, kind, strength) for name in printed for text in split_scripts(name))
    yield from (made(text, other, strength) for text, other in others)
    said += [": ".join(unique(("; ".join(printed), remark)))] if remark and not others else []


def read_addresses(files: Files, key: str, rows: Iterable[Row]) -> tuple[Address, ...]:
    """Addresses of persons and of companies, which may be a country alone."""
    addresses: list[Address] = []
    for row in rows:
        street, country = row.text("Adresse"), row.text("Pays")
        if text := ", ".join(unique((street, country))):
            addresses.append(
                Address(
                    text=text, street=street or None, country_text=country or None,
                    country=kept_country(files, key, "ADRESSE/Pays", country, "fr"),
                    note=row.text("Commentaire") or None,
                )
            )  # fmt: skip
    return unique(addresses)


def read_nationalities(files: Files, key: str, rows: Iterable[Row]) -> tuple[str, ...]:
    """Nationalities, which are printed as countries."""
    printed = unique(row.text("Pays") for row in rows)
    return unique(kept_country(files, key, "NATIONALITE/Pays", text, "fr") or text for text in printed)


def read_gender(files: Files, key: str, details: Details) -> str | None:
    """The gender, or None."""
    printed = next(iter(texts(details, "SEXE", "Sexe")), "")
    return kept_word(files, key, "SEXE/Sexe", printed, GENDERS, printed) if printed else None


def read_births(files: Files, key: str, details: Details) -> tuple[Birth, ...]:
    """Births; a single date and a single place belong together."""
    dates = unique(read_date(files, key, row) for row in details["DATE_DE_NAISSANCE"])
    places: list[Birth] = []
    for row in details["LIEU_DE_NAISSANCE"]:
        place, country = row.text("Lieu"), row.text("Pays")
        if text := ", ".join(unique((place, country))):
            code = kept_country(files, key, "LIEU_DE_NAISSANCE/Pays", country, "fr")
            places.append(Birth(place=text, country=code))
    return births_of(dates, places)


def read_date(files: Files, key: str, row: Row) -> PartialDate | None:
    """A day, a month or a year; the parts that are not known are empty or nought."""
    printed = (row.text(name) for name in ("Annee", "Mois", "Jour"))
    year, month, birthday = (part.zfill(2) if part.strip("0") else "" for part in printed)
    if birthday and not month:
        files.report.odd(key, "DATE_DE_NAISSANCE/Jour", birthday, "a day without its month: the year is kept")
        birthday = ""
    text = "-".join(part for part in (year, month, birthday) if part)
    return kept_date(files, key, "DATE_DE_NAISSANCE", text)


def read_numbers(files: Files, key: str, details: Details) -> tuple[list[Identifier], list[str]]:
    """Passports, cards, registrations and ships' numbers, and in words those without any digit."""
    identifiers: list[Identifier] = []
    unnumbered: list[str] = []
    for name, (field, called) in NUMBERS.items():
        for row in details[name]:
            remark = row.text("Commentaire")
            for printed in row.parts(field, ";"):
                labelled = _LABELLED.fullmatch(printed)
                label, number = (labelled["label"], labelled["number"]) if labelled else (called, printed)
                scheme = read_scheme(label, called, remark, number)
                if not re.search(r"\d", number) and scheme != "bic":
                    files.report.odd(key, f"{name}/{field}", printed, "no number: kept as a remark")
                    unnumbered.append("; ".join(unique((f"{called}: {printed}", remark))))
                    continue
                if scheme == "imo" and not re.fullmatch(r"(?:(?:IMO|OMI) ?)?\d{7}", number):
                    files.report.odd(
                        key, f"{name}/{field}", number, "an IMO number that has not seven digits"
                    )
                country = country_code(remark, "fr") if remark else None
                identifiers.append(
                    Identifier(
                        number=re.sub(r"^(?:IMO|OMI) ?", "", number) if scheme == "imo" else number,
                        type=label, scheme=scheme, country=country,
                        country_text=remark if country else None, note=None if country else remark or None,
                    )
                )  # fmt: skip
    return identifiers, unnumbered


def read_scheme(label: str, called: str, remark: str, number: str) -> Scheme:
    """What kind of number it is: by the words before it, its type, or the remark on it."""
    told = map(scheme_of, (label, called, remark))
    scheme: Scheme = next((found for found in told if found != "other"), "other")
    return russian_scheme(number) or scheme if scheme in ("registration", "tax") else scheme


def read_contacts(details: Details) -> Iterator[Identifier]:
    """Telephones, mailboxes and sites."""
    for name, (field, scheme) in CONTACTS.items():
        for row in details[name]:
            note = row.text("Commentaire") or None
            for number in split_contacts(row.text(field)):
                yield Identifier(number=number, type=field, scheme=scheme, note=note)


def read_listing(details: Details) -> Listing:
    """By which acts, and why, the party is listed."""
    return Listing(
        list=KEY, authority=AUTHORITY, effect="block",
        programmes=texts(details, "FONDEMENT_JURIDIQUE", "FondementJuridique"),
        legal_basis="; ".join(texts(details, "FONDEMENT_JURIDIQUE", "FondementJuridiqueLabel")) or None,
        reasons=texts(details, "MOTIFS", "Motifs"),
        other_ids=unique(
            (*texts(details, "REFERENCE_UE", "ReferenceUe"), *texts(details, "REFERENCE_ONU", "ReferenceOnu"))
        ),
    )  # fmt: skip


SOURCE = Source(
    key=KEY,
    title="Registre national des gels",
    publisher=AUTHORITY,
    page="https://gels-avoirs.dgtresor.gouv.fr/",
    formats=(Format("json", {FILE: URL}, objects_with("PublicationDetail", "IdRegistre"), read_json),),
    expect_entities=(2000, 20000),
)
