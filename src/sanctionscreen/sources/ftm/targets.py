"""``entities.ftm.json``: targets with the records that belong to them."""

from __future__ import annotations

from collections.abc import Iterator

from sanctionscreen.model import Address, Birth, Entity, Identifier, Listing, Name, Relation, Vessel
from sanctionscreen.reading import Files, Row, kept_date, unique
from sanctionscreen.reading.births import births_of
from sanctionscreen.reading.jsonl import LineIndex, lines

from .facts import (
    COUNTRIES,
    KEY,
    KINDS,
    NAME_PARTS,
    NAMES,
    NATIONALITIES,
    NUMBER,
    TIES,
    effect_of,
    name_of,
    read_countries,
    scheme_of_property,
)
from .graph import Graph, Record, ends_of, keys_of, read_record

# Properties that only tell how the record was made, or point to records that are found anyway.
NOTHING = ("addressEntity", "createdAt", "indexText", "modifiedAt", "ownershipOwner", "proof", "publisher")
# What a wallet, a security, a ship or an address is called that has no name.
NAMED_BY = ("publicKey", "isin", "imoNumber", "full")
# Properties that describe a party and have no field of their own.
DESCRIPTIONS = (
    "appearance", "classification", "currency", "description", "dissolutionDate", "education", "ethnicity",
    "incorporationDate", "issuer", "keywords", "legalBasis", "notes", "political", "profession", "religion",
    "sector", "spokenLanguage", "status", "summary", "ticker", "wikipediaUrl",
)  # fmt: skip
ALL_FIELDS = (
    "id", "caption", "schema", "properties", "target", "datasets", "referents", "first_seen", "last_seen",
    "last_change", "origin",
)  # fmt: skip


def read_json(files: Files) -> Iterator[Entity]:
    """The targets, in the order of the file."""
    files.published_as_named()
    marked = False

    def keys(row: Row) -> tuple[str, ...]:
        nonlocal marked
        marked = marked or row.value("target") is not None
        return keys_of(files, row)

    index = LineIndex(files, keys)
    with files.open() as handle:
        graph = Graph(files, index, handle)
        for row in lines(files):
            record = read_record(files, row)
            if is_target(record, marked):
                yield read_target(graph, record)
            else:
                row.ignore(*ALL_FIELDS)


def is_target(record: Record, marked: bool) -> bool:
    """Whether a record is listed itself; where the file does not mark them, every party is."""
    return record.row.value("target") is True if marked else record.schema in KINDS


def read_target(graph: Graph, record: Record) -> Entity:
    """A listed party with everything that belongs to it."""
    record.row.ignore(*ALL_FIELDS)  # first_seen and last_seen are those of the maker's copy
    files, key = graph.files, record.id
    if record.schema not in KINDS and record.schema != "Address":
        files.report.odd(key, "schema", record.schema, "a schema that is not known: kind unknown")
    belonging = list(graph.records(f"@{key}"))
    record.properties.ignore(*NOTHING, *NAME_PARTS)
    entity = Entity(
        list=KEY,
        id=key,
        kind="address" if record.schema == "Address" else KINDS.get(record.schema, "unknown"),
        names=read_names(record),
        vessel=read_vessel(record) if record.schema in ("Vessel", "Airplane") else None,
        nationalities=read_countries(files, key, "nationality", record.texts(*NATIONALITIES)),
        countries=read_countries(files, key, "country", record.texts(*COUNTRIES)),
        births=read_births(record),
        deaths=unique(kept_date(files, key, "deathDate", text) for text in record.texts("deathDate")),
        gender=", ".join(record.texts("gender")) or None,
        titles=record.texts("title"),
        positions=record.texts("position"),
        organization_type=", ".join(record.texts("legalForm")) or None,
        addresses=read_addresses(graph, record),
        relations=unique(tie for other in belonging for tie in read_tie(graph, record, other)),
        identifiers=read_identifiers(record, belonging),
        listing=read_listing(record, [other for other in belonging if other.schema == "Sanction"]),
    )
    for part in (record, *belonging):
        part.properties.ignore(*ends_of(part.schema))
        record.remarks += read_rest(part)
    return entity.model_copy(update={"remarks": unique(record.remarks)})


def read_names(record: Record) -> tuple[Name, ...]:
    """The caption first, then every other name; a wallet or security may have its number alone."""
    names: dict[str, Name] = {}
    numbers = record.texts(*NAMED_BY)
    for text in (record.caption, *record.texts("name"), *(numbers if not record.texts("name") else ())):
        if text and not names:
            names[text] = name_of(text, "primary")
    if not names:
        raise record.files.error(
            "the target has no name",
            record=record.id,
            field="name",
            advice="Download the file again; a party without a name cannot be screened",
        )
    for name, (kind, strength) in NAMES.items():
        for text in record.texts(name):
            names.setdefault(text, name_of(text, kind, strength))
    return tuple(names.values())


def read_births(record: Record) -> tuple[Birth, ...]:
    """Dates and places of birth; a single date and a single place belong together."""
    files, key = record.files, record.id
    dates = unique(kept_date(files, key, "birthDate", text) for text in record.texts("birthDate"))
    countries = read_countries(files, key, "birthCountry", record.texts("birthCountry"))
    country = countries[0] if len(countries) == 1 else None
    places = [Birth(place=text, country=country) for text in record.texts("birthPlace")]
    places = places or [Birth(country=code) for code in countries]
    return births_of(dates, places)


def read_vessel(record: Record) -> Vessel | None:
    """The particulars of a ship or an aircraft."""
    texts = {
        "type": record.texts("type", "model"), "flag": record.texts("flag"),
        "tonnage": record.texts("tonnage", "deadweightTonnage"),
        "gross_tonnage": record.texts("grossRegisteredTonnage"), "year_built": record.texts("buildDate"),
    }  # fmt: skip
    flags = read_countries(record.files, record.id, "flag", texts.pop("flag"))
    past = record.texts("pastFlags")
    if not (flags or past or any(texts.values())):
        return None
    joined = {name: ", ".join(values) or None for name, values in texts.items()}
    return Vessel(
        flag=flags[0] if flags else None,
        former_flags=read_countries(record.files, record.id, "pastFlags", past),
        **joined,
    )


def read_addresses(graph: Graph, record: Record) -> tuple[Address, ...]:
    """Addresses that stand in the record, and those of their own that it names."""
    found = [Address(text=text) for text in record.texts("address")]
    own = [record] if record.schema == "Address" else []
    for other in (*own, *(r for key in record.texts("addressEntity") for r in graph.records(key))):
        parts = {
            "street": other.texts("street", "street2", "street3"), "city": other.texts("city"),
            "region": other.texts("state", "region"), "postcode": other.texts("postalCode"),
        }  # fmt: skip
        codes = read_countries(graph.files, other.id, "country", other.texts("country"))
        full = other.texts("full")[:1] or (", ".join(text for texts in parts.values() for text in texts),)
        text = full[0] or other.caption or ", ".join(codes)
        if text:
            named = {name: ", ".join(texts) or None for name, texts in parts.items()}
            note = ", ".join(other.texts("remarks", "summary", "postOfficeBox")) or None
            country = codes[0] if codes else None
            found.append(Address(text=text, country=country, note=note, **named))
    separate = {address.text for address in found if address.country}
    return unique(address for address in found if address.country or address.text not in separate)


def read_identifiers(record: Record, belonging: list[Record]) -> tuple[Identifier, ...]:
    """Numbers, sites and mailboxes, and those of identity documents and wallets that it holds."""
    found = {}
    for other in belonging:
        if other.schema in ("Identification", "Passport", "CryptoWallet"):
            kind = ", ".join(other.texts("type", "currency")) or other.schema
            scheme = scheme_of_property(f"{other.schema} {kind}")
            countries = other.texts("country")
            codes = read_countries(record.files, other.id, "country", countries)
            for number in other.texts("number", "passportNumber", "publicKey"):
                found[number] = Identifier(
                    number=number, type=kind, country=codes[0] if codes else None,
                    scheme="crypto" if other.schema == "CryptoWallet" else scheme,
                    country_text=countries[0] if countries else None,
                    issued_on=other.date("startDate"), expires_on=other.date("endDate", latest=True),
                    note="; ".join(other.texts("authority", "summary")) or None,
                )  # fmt: skip
    for name in sorted({*record.properties.unread(), *NAMED_BY}):
        if NUMBER.fullmatch(name) and name not in ("programId", "wikidataId"):
            for number in record.texts(name):
                scheme = scheme_of_property(name)
                found.setdefault(number, Identifier(number=number, type=name, scheme=scheme))
    return tuple(found.values())


def read_tie(graph: Graph, record: Record, other: Record) -> Iterator[Relation]:
    """The parties at the other end of a tie; what else it says is a remark."""
    if other.schema not in TIES:
        return
    one, two, one_is, two_is = TIES[other.schema]
    far, kind = (two, two_is) if record.id in other.texts(one) else (one, one_is)
    beside = ("role", "relationship", "percentage", "status", "startDate", "endDate", "summary", "date")
    for key in other.texts(far):
        party = next(graph.records(key), None)
        name = (party.caption or next(iter(party.texts("name")), "")) if party else ""
        words = ", ".join(other.texts(*beside))
        record.remarks += [f"{other.schema}: {name or key} ({words})"] if words else []
        yield Relation(kind=kind, name=name or key, id=key)


def read_listing(record: Record, sanctions: list[Record]) -> Listing:
    """Why the party is listed, by all its sanction records together."""

    def of_all(*names: str) -> tuple[str, ...]:
        return unique(text for sanction in sanctions for text in sanction.texts(*names))

    row, topics = record.row, record.texts("topics")
    record.remarks += [f"topic: {topic}" for topic in topics]
    datasets = row.value("datasets")
    starts = [date for s in sanctions if (date := s.date("listingDate", "startDate"))]
    ends = [date for s in sanctions if (date := s.date("endDate", latest=True))]
    for sanction in sanctions:
        words = sanction.texts("status", "duration", "summary", "country")
        record.remarks += [f"sanction: {', '.join(words)}"] if words else []
    component = ", ".join(unique(map(str, datasets))) if isinstance(datasets, list) else row.text("datasets")
    referents = row.value("referents")
    former = tuple(map(str, referents)) if isinstance(referents, list) else ()
    return Listing(
        list=KEY,
        authority=" / ".join(of_all("authority")) or component or "not stated",
        component=component or None,
        programmes=unique((*of_all("program", "programId"), *record.texts("program", "programId"))),
        measures=of_all("provisions"),
        effect=effect_of(record.files, record.id, topics, bool(sanctions)),
        reasons=of_all("reason"),
        listed_on=min(starts, key=lambda date: str(date.earliest), default=None),
        amended_on=kept_date(record.files, record.id, "last_change", row.text("last_change")),
        expires_on=max(ends, key=lambda date: str(date.latest), default=None)
        if len(ends) == len(sanctions)
        else None,
        other_ids=unique(
            (*of_all("authorityId", "unscId", "recordId"), *record.texts("wikidataId"), *former)
        ),
        urls=unique((*of_all("sourceUrl", "programUrl"), *record.texts("sourceUrl", "programUrl"))),
    )


def read_rest(record: Record) -> Iterator[str]:
    """What is left of a record, with its name; what is neither a description nor known is reported."""
    for name in sorted(record.properties.unread()):
        for text in record.texts(name):
            if name not in DESCRIPTIONS:
                record.files.report.odd(record.id, name, text, "a property that is not known here")
            yield text if name in ("description", "notes", "summary") else f"{name}: {text}"
