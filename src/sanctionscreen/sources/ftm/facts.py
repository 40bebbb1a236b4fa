"""What the words of FollowTheMoney mean: schemas, topics, countries, and kinds of numbers."""

from __future__ import annotations

import re
from collections.abc import Iterable

from sanctionscreen.model import Effect, EntityKind, Name, NameKind, RelationKind, Scheme, Strength
from sanctionscreen.printed import scheme_of, script_of
from sanctionscreen.reading import Files, kept_country, unique

KEY = "ftm"

# The schemas that are parties, in the words of this package.
KINDS: dict[str, EntityKind] = {
    "Person": "person", "Company": "organization", "Organization": "organization",
    "PublicBody": "organization", "LegalEntity": "unknown", "Vessel": "vessel", "Airplane": "aircraft",
    "Vehicle": "unknown", "CryptoWallet": "unknown", "Security": "unknown", "Thing": "unknown",
    "Asset": "unknown",
}  # fmt: skip

# Ties between two parties: the two properties, and what the first is to the second and the second to the
# first.
TIES: dict[str, tuple[str, str, RelationKind, RelationKind]] = {
    "Ownership": ("owner", "asset", "owner", "subsidiary"),
    "Directorship": ("director", "organization", "linked_to", "linked_to"),
    "Family": ("person", "relative", "relative", "relative"),
    "Associate": ("person", "associate", "associate", "associate"),
    "UnknownLink": ("subject", "object", "linked_to", "linked_to"),
    "Membership": ("member", "organization", "linked_to", "linked_to"),
    "Employment": ("employee", "employer", "linked_to", "linked_to"),
    "Representation": ("client", "agent", "linked_to", "linked_to"),
    "Succession": ("predecessor", "successor", "linked_to", "linked_to"),
    "Occupancy": ("holder", "post", "linked_to", "linked_to"),
}
# Records that belong to one party, by the property that names it.
BELONGING = {
    "Sanction": ("entity",), "Identification": ("holder",), "Passport": ("holder",),
    "CryptoWallet": ("holder",),
}  # fmt: skip

NAMES: dict[str, tuple[NameKind, Strength]] = {
    "name": ("variation", "unknown"), "alias": ("alias", "unknown"), "weakAlias": ("alias", "weak"),
    "previousName": ("former", "unknown"), "abbreviation": ("alias", "unknown"),
}  # fmt: skip
# The parts of names that stand whole under "name".
NAME_PARTS = (
    "firstName", "secondName", "middleName", "fatherName", "motherName", "lastName", "nameSuffix",
)  # fmt: skip

# Numbers whose property does not say their scheme in the words that lists print.
SCHEMES: dict[str, Scheme] = {
    "innCode": "inn", "ogrnCode": "ogrn", "uscCode": "uscc", "leiCode": "lei", "imoNumber": "imo",
    "mmsi": "mmsi", "callSign": "call_sign", "swiftBic": "bic", "isin": "isin", "isinCode": "isin",
    "vatCode": "tax", "taxNumber": "tax", "idNumber": "national_id", "socialSecurityNumber": "national_id",
    "passportNumber": "passport", "registrationNumber": "registration", "publicKey": "crypto",
    "icaoCode": "aircraft", "serialNumber": "aircraft", "website": "website", "email": "email",
    "phone": "phone",
}  # fmt: skip
NUMBER = re.compile(r"\w+(?:Code|Number|Id|Bic|Ruc)|mmsi|callSign|isin|publicKey|website|email|phone")
COUNTRIES = ("country", "jurisdiction", "mainCountry", "residency", "flag")
NATIONALITIES = ("nationality", "citizenship")

FORMER = {"suhh": "SU", "yucs": "YU", "cshh": "CS", "csxx": "CS", "ddde": "DD"}
NO_COUNTRY = {"zz": "world", "eu": "European Union"}

# Topics in order of gravity; the rest of the documented topics are information.
EFFECTS: tuple[tuple[str, Effect], ...] = (
    ("sanction", "block"),
    ("export.control", "export_licence"),
    ("debarment", "debarment"),
    ("invest.ban", "finance_only"),
    ("sanction.linked", "red_flag"),
    ("sanction.control", "red_flag"),
    ("sanction.counter", "red_flag"),
    ("export.control.linked", "red_flag"),
    ("export.risk", "red_flag"),
    ("invest.risk", "red_flag"),
    ("mare.shadow", "red_flag"),
    ("mare.detained", "red_flag"),
    ("poi", "red_flag"),
    ("wanted", "red_flag"),
)
INFORMATION = re.compile(r"(?:role|crime|gov|fin|corp|reg|rel|mil|pol|forced|mare|req|asset)\b[\w.]*")


def effect_of(files: Files, record: str, topics: Iterable[str], sanctioned: bool) -> Effect:
    """What a target means for an exporter, from its topics; unknown topics are reported."""
    given = set(topics)
    known = dict(EFFECTS)
    for topic in sorted(given):
        if topic not in known and not INFORMATION.fullmatch(topic):
            files.report.odd(record, "topics", topic, "a topic that is not known: taken as a warning sign")
            given.add("poi")
    for topic, effect in EFFECTS:
        if topic in given:
            return effect
    if sanctioned:
        return "block"
    return "information" if given else "red_flag"


def read_countries(files: Files, record: str, field: str, codes: Iterable[str]) -> tuple[str, ...]:
    """ISO codes in capitals; the world and the European Union are no countries."""
    return unique(
        FORMER.get(code) or kept_country(files, record, field, code.partition("-")[0].upper()) or ""
        for code in codes
        if code not in NO_COUNTRY
    )


def scheme_of_property(name: str) -> Scheme:
    """The scheme of a number by the property that holds it."""
    return SCHEMES.get(name) or scheme_of(re.sub(r"(?<=[a-z])(?=[A-Z])", " ", name))


def name_of(text: str, kind: NameKind, strength: Strength = "unknown") -> Name:
    """A name, white space folded."""
    folded = " ".join(text.split())
    return Name(text=folded, kind=kind, strength=strength, script=script_of(folded))
