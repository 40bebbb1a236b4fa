"""The phrases that every report on shipments uses for the same facts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sanctionscreen.model import Advice, PartyScreening, ShipmentScreening
from sanctionscreen.model.shipment import GRAVITY

ADVICES: tuple[Advice, ...] = GRAVITY[::-1]
"""The gravest first, as readers want them."""
ADVICE = {"hold": "HOLD", "review": "REVIEW", "release": "RELEASE"}
MEANS = {
    "hold": "Do not let it go before a person has decided.",
    "review": "A person should look at it.",
    "release": "Nothing was found that stands against it. That is not a clearance.",
}
COUNTED = {"hold": "held", "review": "to review", "release": "released"}
HEADED = {"hold": "Hold", "review": "Review", "release": "Released"}
SHOWN_NAMES = 4
SHOWN_LETTERS = 160


def title(answer: ShipmentScreening) -> str:
    """What a shipment is called: its reference, else where it stands in its file."""
    return answer.shipment.reference or answer.place or "shipment without a reference"


def role(party: PartyScreening) -> str:
    """A party's role in words."""
    return (party.role or "party").replace("_", " ")


def name(party: PartyScreening) -> str:
    """What a party is called, in a line."""
    return one_line(party.screening.party.name) or "without a name"


def parties(answer: ShipmentScreening) -> str:
    """Who takes part, in a line."""
    named = dict.fromkeys(f"{name(party)} ({role(party)})" for party in answer.parties)
    shown = list(named)[:SHOWN_NAMES]
    more = f" and {len(named) - SHOWN_NAMES} more" if len(named) > SHOWN_NAMES else ""
    return "; ".join(shown) + more


def route(answer: ShipmentScreening) -> str:
    """The way of the goods, in a line."""
    shipment = answer.shipment
    return " → ".join(filter(None, (shipment.origin, *shipment.via, shipment.destination)))


def main_reason(answer: ShipmentScreening) -> str:
    """The gravest reason, cut to a line, and how many there are beside it."""
    reasons = [reason for reason in answer.reasons if reason.advice == answer.advice != "release"]
    if not reasons:
        return ""
    text = cut(reasons[0].text)
    return f"{text} (+{len(reasons) - 1})" if len(reasons) > 1 else text


def reservations(answer: ShipmentScreening, said: Iterable[str] = ()) -> Iterator[str]:
    """What was not looked at, and what is doubtful, beside what was said of the whole run."""
    known = set(said)
    yield from (f"Not looked at: {row.what}: {row.reason}" for row in answer.skipped)
    yield from (row.text for row in answer.warnings if row.text not in known)


def hits(answer: ShipmentScreening) -> int:
    """How many hits its parties have."""
    return sum(len(party.screening.hits) for party in answer.parties)


def figure(number: float | None) -> str:
    """A number as people write it; empty for none.

    >>> figure(1200.0), figure(0.5), figure(None)
    ('1,200', '0.5', '')
    """
    return "" if number is None else f"{number:,.6f}".rstrip("0").rstrip(".")


def one_line(text: str) -> str:
    """A text without line ends."""
    return " ".join(text.split())


def cut(text: str, letters: int = SHOWN_LETTERS) -> str:
    """A text that fits in a line."""
    line = one_line(text)
    return line if len(line) <= letters else line[: letters - 1] + "…"
