"""Whether a code of goods stands on a list of codes: an indicator, never a classification."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple, get_args

from sanctionscreen.model import GoodsFlag
from sanctionscreen.model.flags import Match

from .hs import EDITIONS, HEADING, Edition, HsCode, dotted, edition_of, edition_on
from .lists import CodeList, Formerly, ListedCode, high_priority

STRENGTH: tuple[Match, ...] = get_args(Match)


def indicate(
    hs: HsCode | str,
    edition: int | None = None,
    *,
    on: date | None = None,
    lists: Iterable[CodeList] | None = None,
) -> tuple[GoodsFlag, ...]:
    """What lists of codes say of a code of goods. An indicator: it does not classify the goods.

    >>> [(flag.match, flag.tier) for flag in indicate("8542.31", 2022)]
    [('code', '1')]

    Args:
        hs: the declared code, of 6, 8 or 10 digits.
        edition: of the Harmonized System, 2012, 2017 or 2022. Where it is left out it is that of the day
            ``on``; where there is no day either, the code is looked up in every edition.
        on: the day of the declaration. A list's own entries count by their days; a list that is younger is
            still looked at, and its flags say so.
        lists: the lists to look at; the Common High Priority List where they are left out.

    Returns:
        The strongest flag of each list, in the order of the lists; none where no list points to the code.

    Raises:
        UsageError: the code or the edition is none.
    """
    code = hs if isinstance(hs, HsCode) else HsCode.parse(hs)
    declared = edition_of(edition) if edition is not None else edition_on(on) if on else None
    chosen = (high_priority(),) if lists is None else tuple(lists)
    flags = (_flag(code, declared, on, each) for each in chosen)
    return tuple(flag for flag in flags if flag)


class _Meeting(NamedTuple):
    """How a code meets a listed one; the strongest sorts first."""

    strength: int
    doubtful: bool
    listed: str
    match: Match
    entry: ListedCode


def _flag(code: HsCode, declared: Edition | None, on: date | None, codes: CodeList) -> GoodsFlag | None:
    before_list = bool(on and codes.dated and on < codes.dated)
    near = (*codes.by_heading.get(code.heading, ()), *codes.by_heading.get(code.chapter, ()))
    entries = (entry for entry in near if before_list or entry.holds_on(on))
    found = [meeting for entry in entries if (meeting := _meets(code, declared, entry, codes))]
    if not found:
        return None
    best = min(found, key=lambda meeting: meeting[:3])
    return GoodsFlag(
        list=codes.key,
        version=codes.version,
        code=str(code),
        listed=dotted(best.listed),
        match=best.match,
        certain=not best.doubtful,
        tier=best.entry.tier,
        before_list=before_list,
        text=_text(code, declared, best, codes, before_list),
        source=codes.source,
    )


def _meets(code: HsCode, declared: Edition | None, listed: ListedCode, codes: CodeList) -> _Meeting | None:
    """How a code meets a listed one that has its heading in some edition, or is its chapter."""
    asked = [declared] if declared else list(EDITIONS)
    found = [met for edition in asked if (met := _in_edition(code, edition, listed, codes))]
    if not found and declared:
        others = [edition for edition in EDITIONS if edition != declared]
        if any(_in_edition(code, edition, listed, codes) for edition in others):
            found = [("other_edition", False)]
    if not found and codes.headings and len(listed.digits) > HEADING:
        found = [("heading", True)]
    meetings = (
        _Meeting(STRENGTH.index(match), not certain, listed.digits, match, listed) for match, certain in found
    )
    return min(meetings, key=lambda meeting: meeting[:2], default=None)


def _in_edition(
    code: HsCode, edition: Edition, listed: ListedCode, codes: CodeList
) -> tuple[Match, bool] | None:
    """How a code of an edition meets a listed one, whose number may have been another in that edition."""
    former = codes.formerly.get(edition, {}).get(listed.digits)
    if not former:
        former = Formerly(digits=listed.digits, certain=codes.edition in (None, edition))
    if code.digits.startswith(former.digits):
        return ("part" if former.part else "code"), former.certain
    return ("shorter", True) if former.digits.startswith(code.digits) else None


def _text(code: HsCode, declared: Edition | None, best: _Meeting, codes: CodeList, later: bool) -> str:
    number = dotted(best.listed)
    how = {
        "code": f"{code}" if code.digits.startswith(best.listed) else f"{code} became {number}, which",
        "part": f"{code} has the goods of {number} among others, which",
        "shorter": f"{code} may be {number}, which",
        "other_edition": f"{code} is in another edition than HS {declared} the number of {number}, which",
        "heading": f"{code} has the heading that {number} has or had, which",
    }[best.match]
    dated = f" of {codes.dated}" if codes.dated else ""
    tier = f", tier {best.entry.tier}" if best.entry.tier else ""
    note = f": {best.entry.note}" if best.entry.note else ""
    hindsight = ". The list is of a later day than the goods" if later else ""
    return f"{how} stands on {codes.title}{dated}{tier}{note}{hindsight}. An indicator, not a classification"
