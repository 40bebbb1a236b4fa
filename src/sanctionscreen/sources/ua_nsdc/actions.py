"""The actions of a subject in the register's interface: what the decrees on it add up to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sanctionscreen.model import Listing, PartialDate
from sanctionscreen.printed import partial_date
from sanctionscreen.reading import Files, Row, kept_word, unique

from .facts import UNLIMITED, Decree, effect_of, read_listing, split_measures
from .keys import first, pairs

# Whether an action, or the state of an action or of a subject, ends a listing.
ENDS = {
    "": False, "active": False, "in force": False, "чинні": False, "застосування": False,
    "застосовано": False, "внесення змін": False, "продовження": False,
    "excluded": True, "cancelled": True, "inactive": True,
    "removed": True, "expired": True, "скасування": True, "скасовано": True, "виключення": True,
    "виключено": True, "зняття": True,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Action:
    """One decree on a subject.

    Args:
        listing: what it says.
        holds: whether its measures apply.
        removes: whether it takes the subject off.
        term: how long its measures apply, in words, where no day says when they end.
    """

    listing: Listing
    holds: bool
    removes: bool = False
    term: str = ""


def read_actions(files: Files, key: str, record: Row, said: str) -> tuple[Listing, list[str]]:
    """The listing that all actions add up to, and the terms that are no day.

    It begins with the first decree. Its measures are those of every action that nothing ended; it expires
    with the last of them, and not at all where one has no term.
    """
    state = first(record, "state", "status")
    gone = kept_word(files, key, "state", state.lower(), ENDS, False)
    actions = [
        read_action(files, key, Row(action, record.line), said)
        for action in record.value("actions") or []
        if isinstance(action, Mapping)
    ] or [Action(read_listing(files, key, Decree("", ""), ("",), said), not gone)]
    actions.sort(key=lambda action: str(action.listing.listed_on or ""))
    holding = [action for action in actions if action.holds] or actions
    every, last = [action.listing for action in actions], actions[-1]
    measures = unique(measure for action in holding for measure in action.listing.measures)
    if not measures:
        files.report.odd(key, "actions", "", "no measure is stated: taken as blocked")
    ends = [action.listing.expires_on for action in holding if action.listing.expires_on]
    forever = any(action.term.lower() == UNLIMITED for action in holding)
    delisted = read_end(files, key, state, actions, gone=gone)
    changed = len(actions) > 1 and not last.removes
    listing = last.listing.model_copy(
        update={
            "measures": measures,
            "effect": effect_of(measures),
            "citations": unique(text for one in every for text in one.citations),
            "reasons": unique(text for one in every for text in one.reasons),
            "listed_on": every[0].listed_on,
            "amended_on": last.listing.listed_on if changed else last.listing.amended_on,
            "delisted_on": delisted,
            "expires_on": None if forever else max(ends, key=str, default=None),
            "other_ids": unique(text for one in every for text in one.other_ids),
            "urls": unique(text for one in every for text in one.urls),
        }
    )
    return listing, [f"Термін обмеження: {action.term}" for action in actions if action.term]


def read_end(files: Files, key: str, state: str, actions: list[Action], *, gone: bool) -> PartialDate | None:
    """Since when a subject is not listed any more; None where it may still be.

    A decree that takes a subject off may end one listing of several: where measures of another apply, the
    subject counts as listed unless its state says otherwise.
    """
    holds = any(action.holds for action in actions)
    if holds and not gone and (state or not actions[-1].removes):
        if actions[-1].removes:
            files.report.odd(key, "actions", state, "the last decree takes it off, its state does not")
        return None
    days = [action.listing.delisted_on for action in actions if action.listing.delisted_on]
    if not days:
        files.report.odd(key, "state", state, "not listed any more, and nothing says since when")
    return max(days, key=str, default=PartialDate(text=state or "excluded"))


def read_action(files: Files, key: str, action: Row, said: str) -> Action:
    """One action; a decree may be an object of its own, the term may be a day."""
    decree = action.value("decree")
    act = Row(decree, action.line) if isinstance(decree, Mapping) else action
    number = first(act, "number", "decree_number", "decree_num", "decree") or first(action, "decree_number")
    day = first(act, "date", "decree_date") or first(action, "decree_date", "date")
    term = first(action, "term", "restriction_term")
    until = first(action, "end_date", "term_end", "date_end", "expires", "expiration_date")
    dated = partial_date(term)
    if not until and dated and dated.earliest:
        term, until = "", term
    word = first(action, "action", "action_type", "type").lower()
    state = first(action, "state", "status").lower()
    ends = [kept_word(files, key, "actions/type", text, ENDS, False) for text in (word, state)]
    printed = [text for _, text in pairs(action.value("restrictions") or action.value("sanctions"))]
    measures = unique(measure for text in printed for measure in split_measures(text))
    listing = read_listing(
        files, key, Decree(number, day, term, until), measures or ("",), said, ended=day if ends[0] else ""
    )
    extra = {
        "measures": measures,
        "reasons": unique(text for name in ("reasons", "reason") for _, text in pairs(action.value(name))),
        "other_ids": unique([first(action, "aid")]),
        "urls": unique([first(act, "url", "link") or first(action, "url", "link")]),
    }
    unread = [*action.unread(), *(f"decree/{name}" for name in act.unread() if act is not action)]
    files.report.unread.update(f"actions/{name}" for name in unread)
    off = listing.delisted_on or (listing.expires_on if any(ends) else None)
    return Action(
        listing=listing.model_copy(update={**extra, "delisted_on": off}),
        holds=not any(ends) and not off,
        removes=ends[0],
        term="" if until else term,
    )
