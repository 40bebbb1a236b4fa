"""The UK Sanctions List says the same in both forms: shown on XML made of the CSV's own rows."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from pathlib import Path
from xml.sax.saxutils import escape

import pytest

from sanctionscreen.model import Entity
from sanctionscreen.reading import Files, load_source

WHOLE = "uk/UK-Sanctions-List_rebuilt_2026-04-29.csv"
FORMS = {form.name: form for form in load_source("gb_fcdo").formats}

# The documented XML: wrappers, their elements, and the CSV's column for each of these.
NAME = {
    **{f"Name{n}": f"Name {n}" for n in range(1, 7)},
    "NameType": "Name type",
    "AliasStrength": "Alias strength",
}
SCRIPT = {
    "NameNonLatinScript": "Name non-latin script", "NonLatinScriptType": "Non-latin script type",
    "NonLatinScriptLanguage": "Non-latin script language",
}  # fmt: skip
ADDRESS = {
    **{f"AddressLine{n}": f"Address Line {n}" for n in range(1, 7)},
    "AddressPostalCode": "Address Postal Code", "AddressCountry": "Address Country",
}  # fmt: skip
PASSPORT = {
    "PassportNumber": "Passport number", "PassportAdditionalInformation": "Passport additional information",
}  # fmt: skip
NATIONAL = {
    "NationalIdentifierNumber": "National Identifier number",
    "NationalIdentifierAdditionalInformation": "National Identifier additional information",
}
LAYOUT: tuple[tuple[str, dict[str, str]], ...] = (
    ("", {"UniqueID": "Unique ID"}),
    ("", {"OFSIGroupID": "OFSI Group ID"}),
    ("", {"UNReferenceNumber": "UN Reference Number"}),
    ("Names/Name", NAME),
    ("NonLatinNames/NonLatinName", SCRIPT),
    ("Titles", {"Title": "Title"}),
    ("", {"RegimeName": "Regime Name"}),
    ("", {"IndividualEntityShip": "Designation Type"}),
    ("", {"DesignationSource": "Designation source"}),
    ("", {"SanctionsImposed": "Sanctions Imposed"}),
    ("", {"OtherInformation": "Other Information"}),
    ("", {"UKStatementofReasons": "UK Statement of Reasons"}),
    ("Addresses/Address", ADDRESS),
    ("PhoneNumbers", {"PhoneNumber": "Phone number"}),
    ("EmailAddresses", {"EmailAddress": "Email address"}),
    ("Websites", {"Website": "Website"}),
    ("", {"DateDesignated": "Date Designated"}),
    ("", {"LastUpdated": "Last Updated"}),
    ("IndividualDetails/Individual/DOBs", {"DOB": "D.O.B"}),
    ("IndividualDetails/Individual/Nationalities", {"Nationality": "Nationality(/ies)"}),
    ("IndividualDetails/Individual/PassportDetails/Passport", PASSPORT),
    ("IndividualDetails/Individual/NationalIdentifierDetails/NationalIdentifier", NATIONAL),
    ("IndividualDetails/Individual/Positions", {"Position": "Position"}),
    (
        "IndividualDetails/Individual/BirthDetails/Location",
        {"TownOfBirth": "Town of birth", "CountryOfBirth": "Country of birth"},
    ),
    ("IndividualDetails/Individual/Genders", {"Gender": "Gender"}),
    (
        "EntityDetails/Entity/BusinessRegistrationNumbers",
        {"BusinessRegistrationNumber": "Business registration number (s)"},
    ),
    ("EntityDetails/Entity/TypeOfEntities", {"TypeOfEntity": "Type of entity"}),
    ("EntityDetails/Entity/ParentCompanies", {"ParentCompany": "Parent company"}),
    ("EntityDetails/Entity/Subsidiaries", {"Subsidiary": "Subsidiaries"}),
    ("ShipDetails/Ship/IMONumbers", {"IMONumber": "IMO number"}),
    ("ShipDetails/Ship/CurrentOwnerOperators", {"CurrentOwnerOperator": "Current owner/operator (s)"}),
    ("ShipDetails/Ship/PreviousOwnerOperators", {"PreviousOwnerOperator": "Previous owner/operator (s)"}),
    ("ShipDetails/Ship", {"CurrentBelievedFlagOfShip": "Current believed flag of ship"}),
    ("ShipDetails/Ship/PreviousFlags", {"PreviousFlag": "Previous flags"}),
    ("ShipDetails/Ship", {"TypeOfShip": "Type of ship"}),
    ("ShipDetails/Ship", {"TonnageOfShip": "Tonnage of ship"}),
    ("ShipDetails/Ship", {"LengthOfShip": "Length of ship"}),
    ("ShipDetails/Ship", {"YearBuilt": "Year Built"}),
    ("ShipDetails/Ship", {"HullIdentificationNumber": "Hull identification number (HIN)"}),
)


def as_xml(table: Path) -> str:
    """The CSV's subjects as XML, in the order in which the CSV reader gives them."""
    with table.open(encoding="utf-8-sig", newline="") as handle:
        banner = next(handle)
        rows = list(csv.DictReader(handle))
    subjects: dict[str, list[dict[str, str]]] = {}
    for row in rows:
        key = row["Unique ID"]
        subjects[key] = [*subjects.pop(key, ()), row]  # each stands where its last row does
    records = "".join(f"<Designation>{facts(subject)}</Designation>\n" for subject in subjects.values())
    generated = banner.strip().partition(": ")[2]
    return f"<Designations><DateGenerated>{generated}</DateGenerated>\n{records}</Designations>\n"


def facts(subject: Iterable[dict[str, str]]) -> str:
    found = []
    for path, columns in LAYOUT:
        units = {tuple(row[column] for column in columns.values()): None for row in subject}
        wrappers = [step for step in path.split("/") if step]
        for unit in units:
            if any(value.strip() for value in unit):
                inner = "".join(
                    f"<{tag}>{escape(value)}</{tag}>"
                    for tag, value in zip(columns, unit, strict=True)
                    if value
                )
                found.append(
                    "".join(f"<{w}>" for w in wrappers) + inner + "".join(f"</{w}>" for w in wrappers[::-1])
                )
    return "".join(found)


def read(name: str, path: Path) -> tuple[list[Entity], Files]:
    files = Files("gb_fcdo", [path])
    assert FORMS[name].recognise(files)
    return list(FORMS[name].read(files)), files


CASES = sorted((Path(__file__).parent / "fixtures" / "gb_fcdo").glob("[!b]*/UK-Sanctions-List.csv"))


@pytest.mark.parametrize("table", CASES, ids=lambda path: path.parent.name)
def test_the_xml_of_a_case_gives_the_entities_of_its_csv(table: Path, tmp_path: Path) -> None:
    _same(table, tmp_path)


@pytest.mark.real_lists
def test_the_xml_of_the_whole_list_gives_the_entities_of_its_csv(published: Path, tmp_path: Path) -> None:
    assert _same(published / WHOLE, tmp_path) == 6046


def _same(table: Path, folder: Path) -> int:
    made = folder / "UK-Sanctions-List.xml"
    made.write_text(as_xml(table), "utf-8")
    from_csv, csv_files = read("csv", table)
    from_xml, xml_files = read("xml", made)
    assert from_xml == from_csv
    assert xml_files.as_of == csv_files.as_of
    assert [o for o in xml_files.report.oddities if o.field != "DateGenerated"] == [
        o for o in csv_files.report.oddities if o.field != "Report Date"
    ]
    assert not xml_files.report.unread
    return len(from_xml)
