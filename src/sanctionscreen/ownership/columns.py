"""Statements packed in columns, and what they say of their parties; the same whatever order they come in."""

from __future__ import annotations

from array import array
from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from typing import Any, get_args

import numpy as np
import numpy.typing as npt

from sanctionscreen.model import OwnershipKind, OwnershipParty, OwnershipStatement
from sanctionscreen.model.ownership import PARTS, WHOLE

KINDS: tuple[OwnershipKind, ...] = get_args(OwnershipKind)
ALWAYS, STILL = 0, date.max.toordinal()
INDIRECT, ABOVE, BELOW = 1, 2, 4

Numbers = npt.NDArray[np.int64]

_CODES = {kind: code for code, kind in enumerate(KINDS)}
_NUMERIC = ("owner", "owned", "kind", "flags", "least", "most", "since", "until", "source")


@dataclass(frozen=True, slots=True)
class Packed:
    """Statements sorted by owned, owner, kind and the rest: one array a field, one place a statement.

    ``owner`` and ``owned`` are places among the parties, ``kind`` among ``KINDS``; ``least`` and ``most``
    are in billionths of a percent; ``since`` and ``until`` are days as ordinals.
    """

    owner: Numbers
    owned: Numbers
    kind: Numbers
    flags: Numbers
    least: Numbers
    most: Numbers
    since: Numbers
    until: Numbers
    source: Numbers
    sources: list[str]
    records: list[str]
    notes: dict[int, str]

    def fields(self, row: int) -> dict[str, Any]:
        """The fields of a statement, without its parties."""
        flags, least, most = int(self.flags[row]), int(self.least[row]), int(self.most[row])
        since, until = int(self.since[row]), int(self.until[row])
        above, below = bool(flags & ABOVE), bool(flags & BELOW)
        exact = least == most and not above and not below
        return {
            "kind": KINDS[self.kind[row]],
            "percent": least / PARTS if exact else None,
            "pct_min": (least - above) / PARTS if least and not exact else None,
            "pct_max": (most + below) / PARTS if most < WHOLE and not exact else None,
            "above_min": above,
            "below_max": below,
            "indirect": bool(flags & INDIRECT),
            "since": None if since == ALWAYS else date.fromordinal(since),
            "until": None if until == STILL else date.fromordinal(until),
            "source": self.sources[self.source[row]],
            "record": self.records[row],
            "note": self.notes.get(row, ""),
        }


class Columns:
    """Statements as they come."""

    def __init__(self) -> None:
        self._numbers = array("q")
        self._sources: dict[str, int] = {}
        self._records: list[str] = []
        self._notes: dict[int, str] = {}

    def add(self, statement: OwnershipStatement, owner: int, owned: int) -> None:
        """Add a statement, with the numbers of its parties."""
        least, most = statement.bounds
        since, until, source = statement.since, statement.until, statement.source
        if statement.note:
            self._notes[len(self._records)] = statement.note
        self._records.append(statement.record)
        self._numbers.extend(
            (
                owner,
                owned,
                _CODES[statement.kind],
                INDIRECT * statement.indirect | ABOVE * statement.above_min | BELOW * statement.below_max,
                least,
                most,
                since.toordinal() if since else ALWAYS,
                until.toordinal() if until else STILL,
                self._sources.setdefault(source, len(self._sources)),
            )
        )

    def packed(self, places: Numbers) -> Packed:
        """All statements in order; ``places`` has each party's place by its number."""
        sources = sorted(self._sources)
        places_of_sources = np.zeros(len(sources), np.int64)
        for place, source in enumerate(sources):
            places_of_sources[self._sources[source]] = place
        table = np.array(self._numbers, np.int64).reshape(-1, len(_NUMERIC))
        found = {name: table[:, place] for place, name in enumerate(_NUMERIC)}
        found |= {name: places[found[name]] for name in ("owner", "owned")}
        found["source"] = places_of_sources[found["source"]]
        records, notes = self._records, self._notes
        by_text = np.array(
            sorted(range(len(records)), key=lambda row: (records[row], notes.get(row, ""))), np.int64
        )
        first_last = ("owned", "owner", "kind", "flags", "least", "most", "since", "until", "source")
        order = by_text[np.lexsort([found[name][by_text] for name in reversed(first_last)])]
        rows = order.tolist()
        return Packed(
            **{name: column[order] for name, column in found.items()},
            sources=sources,
            records=[records[row] for row in rows],
            notes={new: notes[old] for new, old in enumerate(rows) if old in notes},
        )


_Told = tuple[str, str | None, tuple[tuple[str, str], ...], tuple[str, ...]]


class Parties:
    """Parties by id, and what statements say of them."""

    def __init__(self) -> None:
        self._number: dict[str, int] = {}
        self._first: list[_Told | None] = []
        self._others: defaultdict[int, set[_Told]] = defaultdict(set)

    def number(self, party: OwnershipParty) -> int:
        """A party's number, in the order of first mention; what is said of it here is kept."""
        number = self._number.setdefault(party.id, len(self._number))
        told = (party.name, party.country, party.identifiers, party.other_names)
        if number == len(self._first):
            self._first.append(None if told == (party.id, None, (), ()) else told)
        elif told != self._first[number]:
            self._others[number].add(told)
        return number

    def sorted(self) -> tuple[Numbers, list[str]]:
        """Each number's place in the order of ids, and the ids in that order."""
        ids = sorted(self._number)
        places = np.zeros(len(ids), np.int64)
        for place, key in enumerate(ids):
            places[self._number[key]] = place
        return places, ids

    def party(self, key: str) -> OwnershipParty:
        """All that is said of a party; of one that no statement names, its id.

        Its name is the first in the order of the alphabet, another one than the id where there is one.
        Where statements disagree on the country there is none.
        """
        number = self._number.get(key)
        first = None if number is None else self._first[number]
        if number is None or (first is None and number not in self._others):
            return OwnershipParty(id=key, name=key)
        known = [one for one in {first, *self._others.get(number, ())} if one]
        names = sorted({one[0] for one in known} - {key}) or [key]
        others = {name for one in known for name in (one[0], *one[3])} - {names[0], key}
        countries = {one[1] for one in known if one[1]}
        return OwnershipParty(
            id=key,
            name=names[0],
            country=countries.pop() if len(countries) == 1 else None,
            identifiers=tuple(sorted({pair for one in known for pair in one[2]})),
            other_names=tuple(sorted(others)),
        )
