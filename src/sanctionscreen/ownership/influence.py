"""What one set of listed owners means for a party: owned, perhaps, or not; and by which holdings."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from functools import cached_property

from sanctionscreen.model import OwnershipOutcome

from .holdings import CONTROL, SHARES, Holdings
from .spread import Needed, Tally, spread

GRAVITY: tuple[OwnershipOutcome, ...] = ("not_owned", "undetermined", "owned")


@dataclass(frozen=True, slots=True, order=True)
class Verdict:
    """How a rule reaches a party; a greater one is the graver one.

    Args:
        gravity: the outcome's place in ``GRAVITY``.
        least: what is held for certain, in billionths of a percent.
        most: what cannot be excluded.
        basis: the kinds of holding that decide, as places in ``KINDS``.
    """

    gravity: int
    least: int = 0
    most: int = 0
    basis: tuple[int, ...] = ()


class Influence:
    """A set of listed owners that count as one, and everybody they reach under a rule.

    Args:
        holdings: who holds what on the day.
        roots: the listed owners, by number.
        needed: what the rule takes.
    """

    def __init__(self, holdings: Holdings, roots: Collection[int], needed: Needed) -> None:
        self.roots = frozenset(roots)
        self._holdings, self._needed = holdings, needed

    @cached_property
    def possible(self) -> dict[int, int]:
        """Everybody who cannot be excluded, with the round in which each was reached."""
        return spread(self._holdings, self.roots, self._needed, certain=False)

    @cached_property
    def certain(self) -> dict[int, int]:
        """Everybody who is reached for certain, with the round in which each was."""
        if len(self.possible) == len(self.roots):
            return self.possible
        return spread(self._holdings, self.roots, self._needed, certain=True)

    def on(self, party: int) -> Influence:
        """This influence as it bears on a party: a listed one is judged by the other listed owners.

        Where none of its owners was reached through the party itself, that is this influence.
        """
        if party not in self.roots:
            return self
        above = self._before(self._held(party, lambda owner: owner in self.possible))
        if all(self._holdings.owner[holding] != party for holding in above):
            return self
        return Influence(self._holdings, self.roots - {party}, self._needed)

    def judge(self, party: int) -> Verdict:
        """What the rule says of a party."""
        sure = self._tallies(self._held(party, lambda owner: owner in self.certain), party)
        open_ = self._tallies(self._held(party, lambda owner: owner in self.possible), party)
        certain = tuple(kind for kind, needed in self._needed.items() if sure[kind].least >= needed)
        possible = tuple(kind for kind, needed in self._needed.items() if open_[kind].most >= needed)
        basis = certain or possible
        shown = basis[0] if basis and basis[0] != CONTROL else SHARES
        least = sure[shown].least
        return Verdict(bool(certain) + bool(possible), least, max(least, open_[shown].most), basis)

    def chain(self, party: int, verdict: Verdict) -> list[int]:
        """The holdings that decide, from the party back to listed owners.

        In the party itself, all that is counted or cannot be excluded; in each owner before it, what
        reached it: the holdings of those that had been reached before, of the kinds that sufficed.
        """
        kinds = verdict.basis or tuple(self._needed)
        found = self._held(party, lambda owner: owner in self.possible, kinds)
        return sorted({*found, *self._before(found, {party})})

    def _before(self, found: Sequence[int], seen: Collection[int] = ()) -> list[int]:
        """The holdings by which the owners of some holdings were reached, and theirs, back to the listed."""
        done, above = {*seen, *self.roots}, []
        waiting = [self._holdings.owner[holding] for holding in found]
        while waiting:
            owner = waiting.pop()
            if owner not in done:
                done.add(owner)
                reasons = self._reasons(owner)
                waiting += [self._holdings.owner[holding] for holding in reasons]
                above += reasons
        return above

    def _reasons(self, party: int) -> list[int]:
        members = self.certain if party in self.certain else self.possible
        turn = members[party]
        earlier = self._held(party, lambda owner: members.get(owner, turn) < turn)
        tallies, certain = self._tallies(earlier, party), members is self.certain
        amounts = {kind: tally.least if certain else tally.most for kind, tally in tallies.items()}
        kinds = [kind for kind, needed in self._needed.items() if amounts[kind] >= needed]
        bound = self._holdings.least if certain else self._holdings.most
        return [holding for holding in earlier if self._holdings.kind[holding] in kinds and bound[holding]]

    def _held(self, party: int, by: Callable[[int], bool], kinds: Collection[int] | None = None) -> list[int]:
        holdings = self._holdings
        counted = self._needed if kinds is None else kinds
        return [
            holding
            for holding in holdings.into(party)
            if holdings.kind[holding] in counted and holdings.most[holding] and by(holdings.owner[holding])
        ]

    def _tallies(self, held: Collection[int], party: int) -> dict[int, Tally]:
        holdings = self._holdings
        tallies = {kind: Tally(holdings.stated[kind][party]) for kind in self._needed}
        for holding in held:
            tallies[holdings.kind[holding]].add(
                holdings.least[holding], holdings.most[holding], holdings.indirect[holding]
            )
        return tallies
