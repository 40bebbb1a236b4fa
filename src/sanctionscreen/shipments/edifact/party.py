"""A NAD segment as a party (UN/EDIFACT D.99B: C082, C058, C080, C059, 3164, C819, 3251, 3207)."""

from __future__ import annotations

from typing import Any

from .syntax import Segment

Party = dict[str, Any]

AGENCIES = {"9": "GLN", "16": "DUNS", "17": "LEI", "5": "BIC"}
"""Who gave a number out, of 3055: GS1, Dun and Bradstreet, S.W.I.F.T."""
NUMBERS = {
    "VA": "VAT number", "AHP": "tax number", "FC": "fiscal number", "XA": "company registration number",
    "GN": "government number", "AEE": "registration number", "TE": "phone", "EM": "e-mail", "FX": "fax",
    "AL": "phone",
}  # fmt: skip
"""What a reference (1153) or a contact (3155) is, in the words that numbers are told apart by."""


def party_of(segment: Segment) -> Party:
    """The party of a NAD segment.

    The name is that of C080, whose lines are one name, and behind it the lines of C058, in which some
    senders go on with it and others put the whole party; lines that repeat each other count once.
    """
    lines = list(dict.fromkeys(segment.all(3)[:5] + segment.all(2)))
    place = " ".join(filter(None, (segment.get(7), segment.get(5), segment.get(6, 3) or segment.get(6))))
    address = "\n".join(filter(None, (*segment.all(4), place)))
    party: Party = {"role": f"edifact:{segment.get(0)}", "name_lines": lines, "identifiers": {}}
    if address:
        party["address"] = address
    if country := segment.get(8):
        party["country"] = country
    if number := segment.get(1):
        party["identifiers"][AGENCIES.get(segment.get(1, 2), "party number")] = number
    return party


def add_number(party: Party, qualifier: str, number: str) -> None:
    """Add a reference or contact that stands behind a party to its numbers, if it is one of a party."""
    if number and (what := NUMBERS.get(qualifier)):
        party["identifiers"].setdefault(what, number)
