"""The phrases that every readable report uses for the same facts."""

from __future__ import annotations

from collections.abc import Iterable
from textwrap import shorten

from sanctionscreen.model import Comparison, Evidence, Finding, Hit, Screening, Snapshot
from sanctionscreen.screening import Screener

SHOWN_REMARKS = 300
"""Characters of an entity's remarks that are shown; the JSON has all."""

HEADLINE = {"match": "MATCH", "no_match": "NO MATCH", "incomplete": "INCOMPLETE"}

EFFECT = {
    "block": "blocked: no dealings",
    "export_licence": "export licence required",
    "export_denial": "no export",
    "debarment": "debarred from exports",
    "finance_only": "limits on finance only",
    "red_flag": "red flag",
    "information": "information",
}

QUIET = {
    "weak_alias": "weak alias: confirms, does not alert alone",
    "telling_little": "a single short or common word: confirms, does not alert alone",
    "delisted": "no longer on the list: does not alert",
}
NOT_CLEARED = "Nothing was found at these settings in these list versions. That is not a clearance."


def headline(screening: Screening) -> str:
    """The answer in one line."""
    threshold = f"{screening.settings.threshold:g}"
    count = len(screening.hits)
    found = f"{count or 'no'} {'hit' if count == 1 else 'hits'} at or above {threshold}"
    if len(screening.findings) < count:
        parties = len(screening.findings)
        found += f", {parties} {'party' if parties == 1 else 'parties'}"
    return f"{HEADLINE[screening.status]}: {screening.party.name!r} has {found}"


def finding(found: Finding, screening: Screening) -> str:
    """A party with several listings, in one line."""
    entries = ", ".join(entry(screening.hits[place]) for place in found.hits)
    return f"{found.name} is one party on {len(found.hits)} listings: {entries} ({'; '.join(found.because)})"


def findings(screening: Screening) -> list[str]:
    """A line for each party with several listings."""
    return [finding(found, screening) for found in screening.findings if len(found.hits) > 1]


def listed_name(hit: Hit) -> str:
    """The matched name, and what the list says of it."""
    kind = hit.name_kind.replace("_", " ")
    return f"{hit.name} ({'weak ' if hit.name_strength == 'weak' else ''}{kind})"


def entry(hit: Hit) -> str:
    """Which entry of which list."""
    component = f" {hit.listing.component}" if hit.listing.component else ""
    return f"{hit.entity.list}{component} {hit.entity.id}"


def why_listed(hit: Hit) -> list[str]:
    """Authority, effect, date, law, citation and version, each where the list states it."""
    return [f"{label}: {value}" for label, value in listing_facts(hit)]


def listing_facts(hit: Hit) -> list[tuple[str, str]]:
    """The same as pairs of a label and a value."""
    listing = hit.listing
    rows = (
        ("list", listing.component_title or (listing.snapshot.title if listing.snapshot else "")),
        ("authority", listing.authority),
        ("effect", EFFECT[listing.effect]),
        ("listed", str(listing.listed_on or "")),
        ("amended", str(listing.amended_on or "")),
        ("taken off", str(listing.delisted_on or "")),
        ("expires", str(listing.expires_on or "")),
        ("programme", ", ".join(listing.programmes)),
        ("legal basis", listing.legal_basis or ""),
        ("citation", "; ".join(listing.citations)),
        ("licence requirement", listing.licence_requirement or ""),
        ("licence policy", listing.licence_policy or ""),
        ("scope", "; ".join(hit.entity.scope)),
        ("countries", ", ".join(sorted(hit.entity.all_countries()))),
        ("tied to", "; ".join(f"{row.name} ({row.kind.replace('_', ' ')})" for row in hit.entity.relations)),
        ("remarks", shorten("; ".join(hit.entity.remarks), SHOWN_REMARKS, placeholder=" ...")),
        ("source", " ".join(listing.urls[:2])),
        ("list version", version_of(listing.snapshot)),
    )
    return [(label, value) for label, value in rows if value]


def reservations(screening: Screening | Screener) -> list[str]:
    """What was not looked at, and what is doubtful, a line each; of a screener what all its answers say."""
    skipped = [f"Skipped: {row.what}: {row.reason}" for row in screening.skipped]
    return skipped + [f"Warning [{row.name}]: {row.text}" for row in screening.warnings]


def evidence(scored: Hit | Comparison) -> list[str]:
    """Each contribution to the score, in the order in which it was made."""
    return [
        f"{row.points:+7.2f}  {row.feature.replace('_', ' '):<18} "
        + ": ".join(filter(None, (compared(row), row.reason)))
        for row in scored.evidence
    ]


def compared(row: Evidence) -> str:
    """What was held against what; empty where a contribution is of no word."""
    if row.query and row.listed and row.query != row.listed:
        return f"{row.query} {'=' if row.points > 0 else 'against'} {row.listed}"
    return row.query or row.listed


def version_of(snapshot: Snapshot | None) -> str:
    """Which version of a list, so that it can be found again."""
    if snapshot is None:
        return ""
    as_of = f"as of {snapshot.as_of}" if snapshot.as_of else "without a date of its own"
    return f"{snapshot.list} {as_of}, {snapshot.records:,} records, sha256 {snapshot.sha256[:16]}"


def versions(snapshots: Iterable[Snapshot]) -> list[str]:
    """One line per list looked at."""
    return [version_of(snapshot) for snapshot in snapshots]
