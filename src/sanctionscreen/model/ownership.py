"""Who owns or controls whom, who of them is listed, and what follows for a party."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any

from pydantic import Field, ValidationInfo, field_validator, model_validator

from .entity import Entity
from .frozen import Asked, Frozen
from .screening import Notice
from .vocabulary import OwnershipKind, OwnershipOutcome, RegimeStatus

PARTS = 10**9
"""Shares are added up in whole billionths of a percent, so that 16.6 + 16.7 + 16.7 is 50 exactly."""
WHOLE = 100 * PARTS

Percent = Annotated[float, Field(ge=0, le=100, allow_inf_nan=False)]


class OwnershipParty(Frozen):
    """An owner or what it owns: one point of the graph. A plain text stands for a party of that id.

    Args:
        id: what ties statements together; the name where none is given.
        name: as stated; the id where none is given.
        country: ISO 3166 alpha-2 code of the country whose law made it.
        identifiers: kinds and numbers, such as ``{"lei": "…"}``; kept as sorted pairs.
        other_names: what other statements call it.
    """

    id: str = Field(min_length=1)
    name: str = Field(min_length=1)
    country: str | None = None
    identifiers: tuple[tuple[str, str], ...] = ()
    other_names: tuple[str, ...] = ()

    @model_validator(mode="before")
    @classmethod
    def _id_or_name(cls, given: Any) -> Any:
        if isinstance(given, str):
            return {"id": given, "name": given}
        if isinstance(given, dict) and not (given.get("id") and given.get("name")):
            named = given.get("id") or given.get("name")
            return {**given, "id": named, "name": given.get("name") or named}
        return given

    @field_validator("identifiers", mode="before")
    @classmethod
    def _pairs(cls, given: Any) -> Any:
        return tuple(sorted(given.items())) if isinstance(given, dict) else given


class OwnershipStatement(Frozen):
    """What a source says that one party holds of another, from one day to another.

    Args:
        owner: who holds.
        owned: what is held; never the owner itself.
        kind: what is held.
        percent: how much of it, 0 to 100, where it is known exactly.
        pct_min: the least it can be where only a range is known; open means 0.
        pct_max: the most it can be; open means 100.
        above_min: whether it is more than ``pct_min``, as in "over 25 %".
        below_max: whether it is less than ``pct_max``.
        indirect: whether the source says that it is held through others, or counts both together.
            Such a percentage is not added to direct ones.
        since: the first day on which it holds; None for "always".
        until: the last day on which it holds; None for "still".
        source: who says so.
        record: where in the source.
        note: what else the source says, such as its own word for the kind.
    """

    owner: OwnershipParty
    owned: OwnershipParty
    kind: OwnershipKind = "shares"
    percent: Percent | None = None
    pct_min: Percent | None = None
    pct_max: Percent | None = None
    above_min: bool = False
    below_max: bool = False
    indirect: bool = False
    since: date | None = None
    until: date | None = None
    source: str = ""
    record: str = ""
    note: str = ""

    @field_validator("owned")
    @classmethod
    def _not_itself(cls, owned: OwnershipParty, info: ValidationInfo) -> OwnershipParty:
        owner = info.data.get("owner")
        if owner and owner.id == owned.id:
            raise ValueError(f"'{owned.id}' cannot own itself")
        return owned

    @field_validator("pct_min", "pct_max")
    @classmethod
    def _one_way(cls, bound: float | None, info: ValidationInfo) -> float | None:
        if bound is not None and info.data.get("percent") is not None:
            raise ValueError("a statement has a percentage or a range, not both")
        least = info.data.get("pct_min")
        if bound is not None and info.field_name == "pct_max" and least is not None and bound < least:
            raise ValueError(f"the range ends at {bound:g}, below its beginning at {least:g}")
        return bound

    @field_validator("above_min", "below_max")
    @classmethod
    def _not_empty(cls, excluded: bool, info: ValidationInfo) -> bool:
        least, most = info.data.get("pct_min") or 0, info.data.get("pct_max")
        exact = info.data.get("percent") is not None
        if excluded and (exact or least == (100 if most is None else most)):
            raise ValueError("the range is empty")
        return excluded

    @field_validator("until")
    @classmethod
    def _in_order(cls, until: date | None, info: ValidationInfo) -> date | None:
        since = info.data.get("since")
        if until and since and until < since:
            raise ValueError(f"it ends on {until}, before it begins on {since}")
        return until

    @property
    def bounds(self) -> tuple[int, int]:
        """The least and the most that it can be, in billionths of a percent.

        An end that does not belong to the range lies one billionth inside it.
        """
        if self.percent is not None:
            exact = round(self.percent * PARTS)
            return exact, exact
        least = round((self.pct_min or 0) * PARTS) + self.above_min
        return least, round((100 if self.pct_max is None else self.pct_max) * PARTS) - self.below_max


class ListedOwner(Asked):
    """That a party of the statements is a party on a list. Whoever matched the two says so.

    Args:
        list: the list's key.
        entity: the record's id on it.
        name: what the list calls it.
        component: the part of a joined list, such as ``EL``.
        programmes: the list's own words for why it is listed.
        scope: words of the list that widen the listing, such as ``and its subsidiaries``.
        certain: false where only a likeness of names ties the two; what rests on it says ``review``.
        since: the day of its listing; None where it is not known, which counts as always.
        until: the last day of its listing.
    """

    list: str
    entity: str
    name: str = ""
    component: str | None = None
    programmes: tuple[str, ...] = ()
    scope: tuple[str, ...] = ()
    certain: bool = True
    since: date | None = None
    until: date | None = None

    @classmethod
    def of(cls, entity: Entity, *, certain: bool = True) -> ListedOwner:
        """An entity as a listed owner, with the dates of its listing where the list gives them."""
        listing = entity.listing
        delisted = listing.delisted_on if listing else None
        return cls(
            list=entity.list,
            entity=entity.id,
            name=entity.name,
            component=listing.component if listing else None,
            programmes=listing.programmes if listing else (),
            scope=entity.scope,
            certain=certain,
            since=listing.listed_on.earliest if listing and listing.listed_on else None,
            until=delisted.latest if delisted else None,
        )


class ChainParty(Frozen):
    """A party in the explanation of a finding.

    Args:
        party: who.
        layer: 0 for those that nothing shown owns; each other stands below all its owners.
        listed: the listings that count under the regime, empty for a party that is only reached.
        outcome: how the rule reaches it; None for a listed party.
    """

    party: OwnershipParty
    layer: int
    listed: tuple[ListedOwner, ...] = ()
    outcome: OwnershipOutcome | None = None


class OwnershipFinding(Frozen):
    """Whether one regime's rule reaches one party on one day, and by which statements.

    Args:
        party: whose owners were looked at.
        regime: the regime's key.
        rule: its rule, in words.
        source: where the rule is written.
        status: how the rule stands on that day.
        on: the day.
        outcome: in a word.
        basis: what decides it; None where nothing reaches.
        pct_min: the least that listed parties, and parties they reach, hold of it together, in percent:
            of what ``basis`` says, and of shares where that is not a percentage.
        pct_max: the most that cannot be excluded. Both are rounded to six digits behind the point: whether
            "more than 50" is reached is in the outcome alone.
        review: whether it rests on a link to a list that is not certain.
        parties: the sub-graph that decides, listed owners first and the party last.
        statements: the ties of that sub-graph, in the order of owner and owned.
        remarks: what a reader should know of it, each with a name that programs can test for.
        reason: one sentence.
    """

    party: OwnershipParty
    regime: str
    rule: str
    source: str
    status: RegimeStatus
    on: date
    outcome: OwnershipOutcome
    basis: OwnershipKind | None = None
    pct_min: float = 0.0
    pct_max: float = 0.0
    review: bool = False
    parties: tuple[ChainParty, ...] = ()
    statements: tuple[OwnershipStatement, ...] = ()
    remarks: tuple[Notice, ...] = ()
    reason: str = ""
