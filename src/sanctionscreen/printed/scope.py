"""Phrases that widen a listing beyond the named party, printed as if they were part of its name."""

from __future__ import annotations

import re

_SCOPE = re.compile(
    r"""[\s,;]*                                       # what joins it to the name
    \b(?:and|including|together\ with)\s+
    (?:its|any|all|their|all\ of\ its)\s+
    (?:\w+[\s,-]+){0,3}?
    (?:sub-?\s?units?|subsidiar(?:y|ies)|successors?|affiliates?|branches)
    \b.*$""",
    re.IGNORECASE | re.VERBOSE,
)
_UNITS = re.compile(r"[\s,;]*\bincluding\s[^,;]*?\b(?:and|or)\s+all\s+operating\s+units\b.*$", re.IGNORECASE)
_HINT = re.compile(r"units?\b|subsidiar|successor|affiliate|branches", re.IGNORECASE)


def split_scope(name: str) -> tuple[str, str | None]:
    """A name without its scope phrase, and the phrase; None where it has none.

    The State Department's nonproliferation notices end names like this, and the Entity List's
    entries of ministries ("including ... and all operating units wherever located"); legally the
    phrase extends the listing to parties that no list names.

    >>> split_scope("Poly Technologies Incorporated (PTI), and its sub-units and successors")
    ('Poly Technologies Incorporated (PTI)', 'and its sub-units and successors')
    """
    if not _HINT.search(name):
        return name, None
    found = _SCOPE.search(name) or _UNITS.search(name)
    if not found or not name[: found.start()].strip():
        return name, None
    return name[: found.start()].rstrip(" ,;"), found.group().strip(" ,;")
