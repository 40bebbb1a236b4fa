"""Answers as rows of a table: one for each hit, and one for each party without a hit."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from sanctionscreen.model import Hit, Screening, Status

SHORT_SHA256 = 16
"""Hex digits of a hash that are shown, enough to find the version by."""


class HitRow(NamedTuple):
    """A hit with its provenance; without a hit all of it is empty but what was asked and answered.

    Args:
        row: the number of the party's row in the input.
        reference: the sender's own key.
        query: the name that was screened.
        query_kind: what the party was screened as.
        query_country: its country, as an ISO 3166 code.
        query_born: its date of birth.
        status: of the whole answer for the party: ``match``, ``no_match`` or ``incomplete``.
        score: of the hit, 0 to 100.
        alert: whether the hit raises the status to ``match``.
        quiet_because: why it does not.
        name: the listed name that matched, as printed.
        name_kind: what the list says this name is.
        name_strength: how strong the list says it is.
        list: the list's key.
        component: which of the lists that one publication joins.
        list_id: the entity's id on the list.
        entity: the entity's first name on the list.
        entity_kind: what it is.
        effect: what the listing means for an exporter.
        programme: under which programmes it is listed.
        citation: the citations of the listing, else its legal basis.
        list_as_of: the publisher's date of the list's version.
        list_sha256: the first 16 hex digits of the hash of the list's version.
        evidence: each contribution to the score, shortly.
        notes: what was not looked at or is doubtful, of the lists and of the party's row.
    """

    row: int
    reference: str
    query: str
    query_kind: str
    query_country: str
    query_born: str
    status: Status
    score: float | None = None
    alert: bool = False
    quiet_because: str = ""
    name: str = ""
    name_kind: str = ""
    name_strength: str = ""
    list: str = ""
    component: str = ""
    list_id: str = ""
    entity: str = ""
    entity_kind: str = ""
    effect: str = ""
    programme: str = ""
    citation: str = ""
    list_as_of: str = ""
    list_sha256: str = ""
    evidence: str = ""
    notes: str = ""


def rows_of(screening: Screening, row: int, problems: Sequence[str] = ()) -> list[HitRow]:
    """The rows of an answer, best hit first; never none.

    Args:
        screening: the answer.
        row: the number of the party's row in the input.
        problems: what of that row could not be understood. An answer without a hit is then ``incomplete``.
    """
    party = screening.party
    status: Status = "incomplete" if problems and screening.status == "no_match" else screening.status
    notes = [*problems, *(f"{skipped.what}: {skipped.reason}" for skipped in screening.skipped)]
    notes += [f"{notice.name}: {notice.text}" for notice in screening.warnings]
    asked = HitRow(
        row=row,
        reference=party.reference or "",
        query=party.name,
        query_kind=party.kind,
        query_country=party.country or "",
        query_born=party.date_of_birth or "",
        status=status,
        notes="; ".join(notes),
    )
    return [_with_hit(asked, hit) for hit in screening.hits] or [asked]


def _with_hit(asked: HitRow, hit: Hit) -> HitRow:
    listing, snapshot = hit.listing, hit.listing.snapshot
    return asked._replace(
        score=hit.score,
        alert=hit.alert,
        quiet_because=hit.quiet_because or "",
        name=hit.name,
        name_kind=hit.name_kind,
        name_strength=hit.name_strength,
        list=hit.entity.list,
        component=listing.component or "",
        list_id=hit.entity.id,
        entity=hit.entity.name,
        entity_kind=hit.entity.kind,
        effect=listing.effect,
        programme="; ".join(listing.programmes),
        citation="; ".join(listing.citations) or listing.legal_basis or "",
        list_as_of=str(snapshot.as_of or "") if snapshot else "",
        list_sha256=snapshot.sha256[:SHORT_SHA256] if snapshot else "",
        evidence=short_evidence(hit),
    )


def short_evidence(hit: Hit) -> str:
    """Each contribution to a score in a few words: what, points, and what was compared."""
    return "; ".join(
        f"{row.feature} {row.points:+.2f} {_compared(row.query, row.listed)}".rstrip() for row in hit.evidence
    )


def _compared(query: str, listed: str) -> str:
    return f"{query}={listed}" if query and listed and query != listed else query or listed
