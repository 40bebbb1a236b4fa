"""What each regime says of parties that listed parties own or control: one table of dated rules.

A rule is read as it stood on a day. What we could not look up is marked ``verify`` and says so in every
finding. The sources are named with each row; ``docs/ownership.md`` has the reasons. This is not legal advice.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from itertools import pairwise

from pydantic import Field

from sanctionscreen.errors import UsageError
from sanctionscreen.model import ListedOwner, OwnershipKind, RegimeStatus
from sanctionscreen.model.frozen import Asked
from sanctionscreen.model.ownership import PARTS


class Roots(Asked):
    """Whose listing counts under a regime.

    Args:
        list: the key of a list.
        components: the parts of a joined list that count; all if empty. A listed owner without a
            component counts.
        programmes: the programmes that count; all if empty.
    """

    list: str
    components: tuple[str, ...] = ()
    programmes: tuple[str, ...] = ()

    def hold(self, owner: ListedOwner) -> bool:
        """Whether a listed owner is one of these."""
        parts = set((owner.component or "").split("+")) - {""}
        return (
            owner.list == self.list
            and (not self.components or not parts or bool(parts & set(self.components)))
            and (not self.programmes or bool(set(owner.programmes) & set(self.programmes)))
        )


class Threshold(Asked):
    """How much must be held: ``percent`` or more, or, where ``above``, more than that."""

    percent: float = Field(gt=0, le=100)
    above: bool = False

    @property
    def needed(self) -> int:
        """The least that reaches it, in billionths of a percent."""
        return round(self.percent * PARTS) + self.above


class Regime(Asked):
    """One regime's rule in one period.

    Args:
        key: the regime; rules of several periods share it.
        rule: in words, for findings.
        roots: whose listing counts.
        shares: how much of the shares must be held.
        votes: how much of the votes, where votes count.
        board: how much of the board, where it counts.
        control: whether control by other means counts.
        aggregate: whether the holdings of different listed parties are added up.
        since: its first day; None for "from the beginning".
        until: its last day; None for "still".
        status: how it stands in the period.
        outside: countries whose own companies the rule does not reach.
        source: where it is written.
        note: what a reader of a finding should know of it.
    """

    key: str
    rule: str
    roots: tuple[Roots, ...]
    shares: Threshold
    votes: Threshold | None = None
    board: Threshold | None = None
    control: bool = False
    aggregate: bool = True
    since: date | None = None
    until: date | None = None
    status: RegimeStatus = "in_force"
    outside: tuple[str, ...] = ()
    source: str = ""
    note: str = ""

    @property
    def needed(self) -> dict[OwnershipKind, int]:
        """The least that reaches each of its thresholds, in billionths of a percent."""
        needed: dict[OwnershipKind, int] = {"shares": self.shares.needed}
        if self.votes:
            needed["votes"] = self.votes.needed
        if self.board:
            needed["board"] = self.board.needed
        if self.control:
            needed["control"] = 1
        return needed

    def holds_on(self, day: date) -> bool:
        """Whether a day lies in its period."""
        return (self.since is None or self.since <= day) and (self.until is None or day <= self.until)


HALF, OVER_HALF = Threshold(percent=50), Threshold(percent=50, above=True)

_OFAC = (Roots(list="us_ofac_sdn"), Roots(list="us_csl", components=("SDN",)))
_EU = (Roots(list="eu_fsf"),)
_GB = (Roots(list="gb_fcdo"), Roots(list="gb_ofsi"))
# 15 CFR 744.8(a)(1), as of March 2024: the programmes whose blocked persons the Affiliates Rule names.
_SDN_744_8 = (
    "BELARUS", "BELARUS-EO14038", "RUSSIA-EO14024", "UKRAINE-EO13660", "UKRAINE-EO13661",
    "UKRAINE-EO13662", "UKRAINE-EO13685", "FTO", "SDGT", "NPWMD", "ILLICIT-DRUGS-EO14059", "SDNT", "SDNTK",
    "TCO",
)  # fmt: skip
_BIS = (
    Roots(list="us_csl", components=("EL", "MEU")),
    Roots(list="us_csl", components=("SDN",), programmes=_SDN_744_8),
    Roots(list="us_ofac_sdn", programmes=_SDN_744_8),
)
_AFFILIATES = Regime(
    key="us_bis",
    rule="50 % or more, added up over owners on the Entity List, the Military End-User List and certain SDNs",
    roots=_BIS,
    shares=HALF,
    since=date(2025, 9, 29),
    until=date(2025, 11, 9),
    outside=("US",),
    source="BIS Affiliates Rule, interim final rule of 29 September 2025; 15 CFR part 744",
    note="The most restrictive of the owners' licence requirements applies. A listed owner whose share is "
    "not known must be resolved or needs a licence (Red Flag 29).",
)

REGIMES: tuple[Regime, ...] = (
    Regime(
        key="us_ofac",
        rule="50 % or more by one blocked person",
        roots=_OFAC,
        shares=HALF,
        aggregate=False,
        since=date(2008, 2, 14),
        until=date(2014, 8, 12),
        status="verify",
        source="OFAC guidance of 14 February 2008, which the guidance of 2014 replaced",
    ),
    Regime(
        key="us_ofac",
        rule="50 % or more, added up over blocked persons",
        roots=_OFAC,
        shares=HALF,
        since=date(2014, 8, 13),
        source="OFAC guidance of 13 August 2014; FAQ 398 (control does not count), 401 (indirect ownership)",
        note="OFAC urges caution with parties that blocked persons control without owning half (FAQ 398).",
    ),
    Regime(
        key="eu",
        rule="more than 50 %, added up over listed persons, or control",
        roots=_EU,
        shares=OVER_HALF,
        votes=OVER_HALF,
        board=OVER_HALF,
        control=True,
        until=date(2024, 7, 2),
        status="verify",
        source="EU Best Practices before 3 July 2024",
    ),
    Regime(
        key="eu",
        rule="50 % or more, added up over listed persons, or control",
        roots=_EU,
        shares=HALF,
        votes=OVER_HALF,
        board=OVER_HALF,
        control=True,
        since=date(2024, 7, 3),
        source="EU Best Practices of 3 July 2024, which bind nobody",
        note="Control is a presumption that can be rebutted.",
    ),
    Regime(
        key="gb",
        rule="more than 50 % of shares or votes by one designated person, or control",
        roots=_GB,
        shares=OVER_HALF,
        votes=OVER_HALF,
        board=OVER_HALF,
        control=True,
        aggregate=False,
        since=date(2020, 12, 31),
        source="UK guidance on ownership and control (FCDO and OFSI, 17 November 2023, updated 20 August "
        "2024); Mints v NBT [2023] EWCA Civ 1132",
        note="Holdings of different designated persons are not added up unless they act jointly.",
    ),
    _AFFILIATES,
    _AFFILIATES.model_copy(
        update={
            "since": date(2025, 11, 10),
            "until": date(2026, 11, 9),
            "status": "suspended",
            "note": "The rule is suspended in this period.",
        }
    ),
    _AFFILIATES.model_copy(
        update={
            "since": date(2026, 11, 10),
            "until": None,
            "status": "verify",
            "note": "By the text of the suspension the rule came back on 10 November 2026, absent an "
            f"extension. {_AFFILIATES.note}",
        }
    ),
)
"""Every rule we know, by regime and period."""


def regimes_on(day: date, regimes: Iterable[Regime] = REGIMES) -> tuple[Regime, ...]:
    """The rules whose period a day lies in, suspended ones among them."""
    return tuple(regime for regime in regimes if regime.holds_on(day))


def check_periods(regimes: Iterable[Regime]) -> None:
    """See that no two rules of one regime hold on one day.

    Raises:
        UsageError: two do.
    """
    by_start = sorted(regimes, key=lambda regime: (regime.key, regime.since or date.min))
    for earlier, later in pairwise(by_start):
        if earlier.key == later.key and earlier.holds_on(later.since or date.min):
            raise UsageError(
                f"two rules of the regime '{later.key}' hold on {later.since or 'every day'}",
                field="since",
                advice="Let the earlier one end the day before",
            )
