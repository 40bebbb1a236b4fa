"""Documents that prose names, and values packed under letters."""

from __future__ import annotations

import pytest

from sanctionscreen.printed.lettered import last_country, split_lettered, split_places
from sanctionscreen.printed.named_documents import documents_in


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Passport no: na National identification no: na.", []),
        ("Afghan passport number D 000933 issued in Kabul on 13 Sept. 1998.", ["passport D 000933 AF"]),
        ("Passport No.: 199110092; 472220503. Served", ["passport 199110092 -", "passport 472220503 -"]),
        ("Passport numbers 654220247 and PD381210081.", ["passport 654220247 -", "passport PD381210081 -"]),
        ("Passport U12937160 (Turkey), exp. 20 Aug 2027", ["passport U12937160 TR"]),
        ("Passport no: a) Italy number YB7731256 b) 56312", ["passport YB7731256 IT", "passport 56312 -"]),
        ("National identification no: SSN 156-92-9858 (Ireland)", ["national_id 156-92-9858 IE"]),
        ("Italian Fiscal Code: SSYBLK62T26Z336L.", ["tax SSYBLK62T26Z336L IT"]),
        ("Registration ID (OGRN no.): 1 027 809 210 054", ["ogrn 1 027 809 210 054 -"]),
        ("Tax ID No.: 7831000122 (Russia)", ["inn 7831000122 RU"]),
        ("Passport revoked in 2016; Designation: a) Governor (1996-2001) b) Minister", []),
    ],
)  # fmt: skip
def test_documents(text: str, found: list[str]) -> None:
    assert [f"{one.scheme} {one.number} {one.country or '-'}" for one in documents_in(text)] == found


def test_days_of_issue_and_expiry() -> None:
    (one,) = documents_in("Kuwaiti passport number 1739010, issued on 26 May 2003, expired on 25 May 2008")
    assert str(one.issued_on) == "2003-05-26"
    assert str(one.expires_on) == "2008-05-25"
    (one,) = documents_in("Kuwaiti passport number 1420529 issued in Kuwait and expired on 31 Mar. 2006.")
    assert one.issued_on is None
    assert str(one.expires_on) == "2006-03-31"


def test_the_type_before_a_list_is_that_of_items_that_say_none() -> None:
    text = "National identification no.: a) Irish Social Security Number 548-91 b) Jordanian number 96810."
    assert [one.type for one in documents_in(text)] == [
        "Social Security Number",
        "National identification no",
    ]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("a)Spin Boldak b) Chora, c) Dehrawood", ["Spin Boldak", "Chora", "Dehrawood"]),
        ("Darzab. B) Qush Tepa", ["Darzab.", "Qush Tepa"]),
        ("Kalay Rangin (B) Street", ["Kalay Rangin", "Street"]),
        ("House 3 b, Kabul", ["House 3 b, Kabul"]),
        ("a) One x) not a letter in turn b) Two", ["One x) not a letter in turn", "Two"]),
    ],
)
def test_lettered(text: str, parts: list[str]) -> None:
    assert split_lettered(text) == parts


def test_places() -> None:
    assert split_places("Moscow; alt POB: Ostrov, Russia") == ["Moscow", "Ostrov, Russia"]
    assert split_places("Iraq; Lebanon") == ["Iraq", "Lebanon"]
    assert last_country("15 Kondratevskiy, 223 St. Petersburg 195197 Russia") == "Russia"
    assert last_country("Northern Ireland") == "Northern Ireland"
    assert last_country("Sanaa") is None
