"""What is found of a party in the lists: all of an answer that another process can work out."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from sanctionscreen.model import Finding, Hit, ListedAddress, Notice, Party, Settings, Skipped

from .find import find_hits
from .findings import findings_of
from .lists import Lists
from .party import read_party
from .places import listed_addresses


class Found(NamedTuple):
    """The hits of a party, and what is to be said of the party itself.

    ``party`` is as it was understood; ``doubtful`` is set where part of its name could not be read;
    ``addresses`` are other listed parties at its address.
    """

    party: Party
    hits: tuple[Hit, ...]
    findings: tuple[Finding, ...]
    skipped: tuple[Skipped, ...]
    notices: tuple[Notice, ...]
    doubtful: bool
    addresses: tuple[ListedAddress, ...] = ()


def find(party: Party, lists: Lists, settings: Settings, day: date | None) -> Found:
    """Everything that the lists hold at or above the threshold for a party.

    Args:
        party: the party as asked.
        lists: what is looked at.
        settings: threshold and the like.
        day: the day that the answer is for; None where the lists have no day.

    Raises:
        UsageError: the party's country does not exist.
    """
    question = read_party(party)
    near = lists.places.near(question.address) if question.address else ()
    hits, notices = find_hits(question, lists, settings, day, near) if question.askable else ((), ())
    return Found(
        question.party,
        hits,
        findings_of(hits),
        question.skipped,
        question.notices + notices,
        question.doubtful,
        listed_addresses(near, hits, lists.holdings, party.address or ""),
    )
