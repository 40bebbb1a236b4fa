"""A screening as plain text, for pipes and logs."""

from __future__ import annotations

from sanctionscreen.model import Comparison, Hit, Screening

from . import words


def render_text(screening: Screening) -> str:
    """The whole answer: hits with provenance and evidence, what was looked at, and what was not."""
    lines = [words.headline(screening), *words.findings(screening)]
    for hit in screening.hits:
        lines += ["", *_hit_lines(hit)]
    lines += ["", "Looked at:"]
    lines += [f"  {line}" for line in words.versions(screening.lists)] or ["  nothing"]
    lines += words.reservations(screening)
    if screening.status == "no_match":
        lines.append(words.NOT_CLEARED)
    return "\n".join(lines)


def render_comparison(comparison: Comparison) -> str:
    """Two names, their score and the evidence."""
    lines = [f"{comparison.score:.2f}  {comparison.a!r} and {comparison.b!r}"]
    lines += [f"  {line}" for line in words.evidence(comparison)]
    return "\n".join(lines)


def _hit_lines(hit: Hit) -> list[str]:
    quiet = f"   [{words.QUIET[hit.quiet_because]}]" if hit.quiet_because else ""
    lines = [f"{hit.score:6.2f}  {words.listed_name(hit)}   {words.entry(hit)}{quiet}"]
    lines += [f"        {line}" for line in words.why_listed(hit)]
    lines += [f"        {line}" for line in words.evidence(hit)]
    return lines
