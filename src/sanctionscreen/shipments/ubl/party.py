"""An element of the type Party of UBL as parties: one for each name that it gives."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sanctionscreen.reading.fields import Element

_STREET = (
    "Floor",
    "Room",
    "BuildingName",
    "BuildingNumber",
    "BlockName",
    "StreetName",
    "AdditionalStreetName",
)
_TOWN = ("Postbox", "CitySubdivisionName", "CityName", "PostalZone", "CountrySubentity", "Region", "District")


def is_party(element: Element) -> bool:
    """Whether an element tells of a party: UBL names each so, and puts a ``Party`` within some."""
    return element.tag.endswith("Party") and element.tag != "Party" and len(element.element) > 0


def parties_of(element: Element) -> Iterator[dict[str, Any]]:
    """The party of an element, and the persons that it names, who are parties too.

    A firm has a trade name and a registered one, and both are screened.
    """
    held = element.first("Party") or element
    address = held.first("PostalAddress") or held.first("PhysicalLocation", "Address")
    shared: dict[str, Any] = {"role": f"ubl:{element.tag}", "identifiers": _numbers(held)}
    if address and (text := address_of(address)):
        shared["address"] = text
    if address and (country := country_of(address)):
        shared["country"] = country
    names = {
        " ".join(name.casefold().split()): name
        for path in (
            ("PartyName", "Name"),
            ("PartyLegalEntity", "RegistrationName"),
            ("PartyTaxScheme", "RegistrationName"),
        )
        for one in held.all(*path)
        if (name := one.own_text())
    }
    persons = [
        name
        for one in held.all("Person")
        if (name := " ".join(filter(None, map(one.text, ("FirstName", "MiddleName", "FamilyName")))))
    ]
    first, *others = names.values() or ("",)
    if first or not persons:
        yield {**shared, "name": first, "other_names": others}
    for name in persons:
        yield {"role": shared["role"], "name": name, "kind": "person"}


def address_of(address: Element) -> str:
    """An address as lines, without its country."""
    lines = [" ".join(filter(None, map(address.text, _STREET)))]
    lines += [one.text("Line") for one in address.all("AddressLine")]
    lines.append(", ".join(filter(None, map(address.text, _TOWN))))
    return "\n".join(dict.fromkeys(line for line in lines if line))


def country_of(holder: Element) -> str:
    """The country of an address or location: its code, else its name."""
    return holder.text("Country", "IdentificationCode") or holder.text("Country", "Name")


def _numbers(held: Element) -> dict[str, str]:
    """A party's numbers, by the words that numbers are told apart by."""
    found: dict[str, str] = {}
    for one in held.all("PartyIdentification", "ID"):
        found.setdefault(one.attr("schemeName") or one.attr("schemeID") or "party number", one.own_text())
    for path, what in (
        (("PartyLegalEntity", "CompanyID"), "company registration number"),
        (("PartyTaxScheme", "CompanyID"), "tax number"),
        (("Contact", "Telephone"), "phone"),
        (("Contact", "ElectronicMail"), "e-mail"),
        (("WebsiteURI",), "website"),
    ):
        for one in held.all(*path):
            found.setdefault(what, one.own_text())
    return {what: number for what, number in found.items() if number}
