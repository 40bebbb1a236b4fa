"""The phrases that findings and pictures of ownership share."""

from __future__ import annotations

from sanctionscreen.model import ChainParty, OwnershipFinding, OwnershipStatement

_OF = {"shares": "of shares", "votes": "of votes", "board": "of the board"}
_WITHOUT = {"control": "control", "linked": "a tie", "office": "an office"}
_OUTCOMES = {"owned": "owned", "undetermined": "undetermined", "not_owned": "not owned"}
_STATUSES = {
    "in_force": "",
    "suspended": "; the rule is suspended",
    "verify": "; look up whether the rule holds",
}


def figure(percent: float) -> str:
    """A percentage, to four digits behind the point.

    >>> figure(50), figure(33.333333333)
    ('50', '33.3333')
    """
    return f"{percent:.4f}".rstrip("0").rstrip(".")


def span(least: float, most: float) -> str:
    """An interval of percentages.

    >>> span(51, 51), span(25, 50)
    ('51 %', '25 to 50 %')
    """
    low, high = figure(least), figure(most)
    return f"{low} %" if low == high else f"{low} to {high} %"


def amount(statement: OwnershipStatement) -> str:
    """How much a statement speaks of, in words.

    >>> amount(OwnershipStatement(owner="X", owned="A", pct_min=25, pct_max=50, above_min=True))
    'over 25 to 50 % of shares'
    """
    through = " through others" if statement.indirect else ""
    if statement.kind in _WITHOUT:
        note = f" ({statement.note})" if statement.note else ""
        return f"{_WITHOUT[statement.kind]}{note}{through}"
    if statement.percent is not None:
        text = f"{figure(statement.percent)} %"
    elif not statement.pct_min and not statement.above_min and statement.pct_max in (None, 100):
        text = "an unknown part"
    else:
        least = f"{'over ' if statement.above_min else ''}{figure(statement.pct_min or 0)}"
        end = 100 if statement.pct_max is None else statement.pct_max
        most = f"{'under ' if statement.below_max else ''}{figure(end)}"
        text = f"{least} to {most} %"
    return f"{text} {_OF[statement.kind]}{through}"


def standing(party: ChainParty) -> str:
    """What a party in a sub-graph is: listed, and where, or how it is reached."""
    if party.listed:
        where = ", ".join(
            f"{one.list} {one.entity}" + ("" if one.certain else " (by a likeness of names)")
            for one in party.listed
        )
        return f"listed: {where}"
    return _OUTCOMES[party.outcome] if party.outcome else "not listed"


def headline(finding: OwnershipFinding) -> str:
    """A finding in one line: the regime, the day, the outcome and what is held."""
    review = "; a link to a list is not certain" if finding.review else ""
    return (
        f"{finding.regime} on {finding.on}: {_OUTCOMES[finding.outcome]}, "
        f"{span(finding.pct_min, finding.pct_max)}{_STATUSES[finding.status]}{review}"
    )


def provenance(statement: OwnershipStatement) -> str:
    """Who says so, where, and for which days.

    >>> from datetime import date
    >>> provenance(OwnershipStatement(owner="X", owned="A", source="register", since=date(2019, 1, 1)))
    'register, from 2019-01-01'
    """
    told = [statement.source or "no source given", statement.record]
    told += [f"from {statement.since}"] if statement.since else []
    told += [f"to {statement.until}"] if statement.until else []
    return ", ".join(filter(None, told))
