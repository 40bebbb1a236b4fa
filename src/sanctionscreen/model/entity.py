"""A party on a list, as the list states it."""

from __future__ import annotations

from pydantic import Field

from .dates import PartialDate
from .frozen import Frozen
from .listing import Listing
from .vocabulary import EntityKind, NameKind, RelationKind, Scheme, Strength


class Name(Frozen):
    """One name of an entity, as printed on the list.

    ``script`` is an ISO 15924 code (``Latn``, ``Hani``, ``Cyrl``, ``Arab``) and ``language`` an
    ISO 639-1 code, where the list states them.
    """

    text: str = Field(min_length=1)
    kind: NameKind = "primary"
    strength: Strength = "unknown"
    script: str | None = None
    language: str | None = None


class Address(Frozen):
    """An address as printed; ``country`` is the ISO 3166 alpha-2 code of ``country_text``."""

    text: str
    street: str | None = None
    city: str | None = None
    region: str | None = None
    postcode: str | None = None
    country: str | None = None
    country_text: str | None = None
    note: str | None = None


class Identifier(Frozen):
    """A number, site or mailbox that identifies a party, with the type as printed."""

    number: str = Field(min_length=1)
    type: str
    scheme: Scheme = "other"
    country: str | None = None
    country_text: str | None = None
    issued_on: PartialDate | None = None
    expires_on: PartialDate | None = None
    note: str | None = None


class Birth(Frozen):
    """A date and place of birth that the list gives together, or either alone."""

    on: PartialDate | None = None
    place: str | None = None
    country: str | None = None


class Vessel(Frozen):
    """The particulars of a ship. Its IMO number is among the entity's identifiers."""

    type: str | None = None
    flag: str | None = None
    former_flags: tuple[str, ...] = ()
    owner: str | None = None
    former_owners: tuple[str, ...] = ()
    tonnage: str | None = None
    gross_tonnage: str | None = None
    length: str | None = None
    year_built: str | None = None


class Relation(Frozen):
    """A tie to another party that the list itself states; ``id`` where it names a record."""

    kind: RelationKind
    name: str
    id: str | None = None


class Entity(Frozen):
    """A party on a list.

    Args:
        list: the list's key, such as ``us_csl``.
        id: the record's id: the publisher's where it is stable, otherwise ours.
        kind: what the list says it is.
        names: every name, as printed; the primary one first.
        countries: ISO codes the list ties the party to outside an address (nationality,
            citizenship, flag, registration).
        scope: text that widens the listing beyond the party, such as
            ``and its sub-units and successors``.
        remarks: free text of the list.
        record: a pointer to the raw record where ``id`` is not the publisher's.
        listing: why and how it is listed. On a hit it stands beside the entity instead.
    """

    list: str
    id: str
    kind: EntityKind = "unknown"
    names: tuple[Name, ...] = Field(min_length=1)
    addresses: tuple[Address, ...] = ()
    identifiers: tuple[Identifier, ...] = ()
    births: tuple[Birth, ...] = ()
    deaths: tuple[PartialDate, ...] = ()
    nationalities: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    gender: str | None = None
    titles: tuple[str, ...] = ()
    positions: tuple[str, ...] = ()
    organization_type: str | None = None
    vessel: Vessel | None = None
    relations: tuple[Relation, ...] = ()
    scope: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()
    record: str | None = None
    listing: Listing | None = None

    @property
    def name(self) -> str:
        """The first name, as printed."""
        return self.names[0].text

    def all_countries(self) -> frozenset[str]:
        """Every ISO country code the list ties the party to."""
        codes = {address.country for address in self.addresses} | set(self.countries)
        codes |= set(self.nationalities) | {identifier.country for identifier in self.identifiers}
        if self.vessel:
            codes |= {self.vessel.flag}
        return frozenset(code for code in codes if code and len(code) == 2)
