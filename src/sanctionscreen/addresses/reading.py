"""An address while it is read: its words, what each may be, and what has been claimed as which part."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from .designators import designator
from .lexicon import BEFORE, BEHIND, NO_ROLES, WEAK, Roles, lexicon
from .parsed import PartKind
from .places import Found
from .words import Word

Claimed = PartKind | str
"""The kind of part that a word was claimed for; ``rest`` for words that are no part."""
EDGE = "edge"
"""What stands before the first word and behind the last in ``Reading.claimed``."""
_CODE = re.compile(r"[a-z]{0,3}\d+[a-z]{0,3}\d*(?:[-/][a-z]{0,3}\d+[a-z]{0,3}\d*)*|[a-z]|[ivx]{2,4}")
"""What may stand behind "Room" or "Block"."""
_HEAD = re.compile(r"[a-z]{2,4}")
NAME_STOPS = frozenset((
    "unit", "floor", "block", "number", "box", "postcode", "km", "landmark", "corner", "care", "company",
    "note", "named_floor",
))  # fmt: skip
"""Roles of words that no name goes across, where they do mark something."""
ALWAYS_MARK = frozenset(("landmark", "care", "corner", "company", "note"))
"""Those of them that mark without a number beside them."""
PARTING = frozenset(("building", BEHIND, "district_behind", "region_behind"))
"""Roles of words that end a name which runs into it: a district, an estate, another street."""
NUMBER_WORDS = frozenset(("no", "nos", "number", "num", "n", "nr", "nbr"))
LONGEST_NAME = 7
"""Words of the longest name of a street or building that is read."""
_BEYOND = 4
"""Places behind the last word that may be asked for."""


class Claim(NamedTuple):
    """A part that was found: its kind, its key, and the words from first to last that say it."""

    kind: Claimed
    key: str
    first: int
    last: int


class Reading:
    """The state that the steps of parsing share. A place is the position of a word, from 0.

    Args:
        words: the words of the text.
        dialect: whose words they are read with.
        country: the ISO code of the country, if it is known from outside.
        named: for each word, the place that begins with it.
    """

    def __init__(
        self, words: list[Word], dialect: str, country: str | None, named: list[Found | None]
    ) -> None:
        self.words = words
        self.texts = [word.text for word in words]
        self._named = named
        self._ending: dict[int, list[int]] = {}
        for place, found in enumerate(named):
            if found:
                self._ending.setdefault(place + found[0], []).append(place)
        beyond = range(_BEYOND)
        self.marks: list[Roles] = [*lexicon(dialect).marks(self.texts), *(NO_ROLES for _ in beyond)]
        self.claimed: list[Claimed | None] = [None for _ in words] + [EDGE for _ in beyond]
        self.numeric = [text[0].isdigit() for text in self.texts] + [False for _ in beyond]
        self.apart = [word.apart for word in words] + [True for _ in beyond]
        self.claims: list[Claim] = []
        self.dialect = dialect
        self.country = country
        self._by_role: dict[str, list[int]] = {}
        for place, marks in enumerate(self.marks):
            for role in marks:
                self._by_role.setdefault(role, []).append(place)

    def __len__(self) -> int:
        return len(self.words)

    def claim(self, kind: Claimed, key: str, first: int, last: int) -> None:
        """Take the words from first to last as a part."""
        self.claims.append(Claim(kind, key, first, last))
        for place in range(first, last + 1):
            self.claimed[place] = kind

    def has(self, kind: Claimed) -> bool:
        """Whether a part of this kind was found."""
        return kind in self.claimed

    def free(self, place: int) -> bool:
        """Whether there is such a word, and no part has it."""
        return self.claimed[place] is None

    def all_free(self, first: int, last: int) -> bool:
        """Whether no part has any of the words from first to last."""
        return self.claimed[first : last + 1].count(None) == last - first + 1

    def follows(self, place: int) -> bool:
        """Whether a word stands directly behind the one before it, with no comma between."""
        return not self.apart[place]

    def joins(self, place: int) -> bool:
        """Whether a free word stands directly behind the one before it."""
        return self.claimed[place] is None and not self.apart[place]

    def between(self, first: int, last: int) -> str:
        """The words from first to last, with spaces between."""
        return " ".join(self.texts[first : last + 1])

    def is_number(self, place: int) -> bool:
        """Whether a word begins with a digit."""
        return self.numeric[place]

    def numbers(self) -> Iterator[int]:
        """The free words that begin with a digit."""
        return (
            place for place, numeric in enumerate(self.numeric) if numeric and self.claimed[place] is None
        )

    def role(self, place: int, role: str) -> str | None:
        """The key of a word in a role, or None if it has not that role."""
        return self.marks[place].get(role)

    def length(self, place: int) -> int:
        """How many words the phrase has that begins at a place."""
        return int(self.marks[place].get("words", "1"))

    def phrases(self, *roles: str) -> Iterator[tuple[int, int]]:
        """First and last word of each free phrase that has a role; of one role after the other."""
        for role in roles:
            for place in self._by_role.get(role, ()):
                if self.claimed[place] is None:
                    yield place, place + self.length(place) - 1

    def place_at(self, place: int) -> Found | None:
        """How many words from here on name a country, region, city or district, and what they may name."""
        return self._named[place] if place < len(self.words) else None

    def places_ending(self, stop: int) -> list[int]:
        """Where the places begin whose last word stands before ``stop``, the longest first."""
        return self._ending.get(stop, [])

    def short(self, place: int) -> bool:
        """Whether a word of one letter is an abbreviation: with a full stop or colon, before a number."""
        if len(self.texts[place]) > 1:
            return True
        behind = self.before(place + 1)
        return behind.startswith((".", ":")) or (self.numeric[place + 1] and not self.apart[place + 1])

    def designated(self, place: int) -> tuple[str, int] | None:
        """The designator that begins at a place, and its last word: ``4``, ``B1-B3``, ``1005(B)``."""
        if self.claimed[place] is not None or not (_CODE.fullmatch(self.texts[place]) or self._headed(place)):
            return None
        last, text = place, self.texts[place]
        while (joint := self._joint(last + 1)) and _CODE.fullmatch(self.texts[last + 1]):
            last += 1
            text = f"{text}{joint}{self.texts[last]}"
        if last == place and self._parted(place):
            last, text = place + 1, text + self.texts[place + 1]
        return designator(text.replace("/", "-") if text.count("/") == 1 and "-" not in text else text), last

    def _headed(self, place: int) -> bool:
        """``JLT-PH1-E3A``: letters that a hyphen joins to a number."""
        joined = self._joint(place + 1) == "-" and bool(_HEAD.fullmatch(self.texts[place]))
        return joined and any(letter.isdigit() for letter in self.texts[place + 1])

    def _parted(self, place: int) -> bool:
        """``2401 A,`` and ``A 30,``: a number and its letter with a space between."""
        behind = place + 1
        if self.claimed[behind] is not None:
            return False
        if self.texts[place][-1].isdigit():
            return self._lone_letter(behind)
        if len(self.texts[place]) != 1 or self.before(behind) != " ":
            return False
        return self.texts[behind].isdigit() and self.apart[behind + 1]

    def _lone_letter(self, place: int) -> bool:
        """Whether one letter stands behind a number as part of it: ``2401 A,`` and ``1005(B)``."""
        if len(self.texts[place]) != 1 or not self.texts[place].isalpha():
            return False
        before = self.words[place].before.strip(" \"'\u00ab\u201c\u201e")
        if before == "(":
            return True
        return not before and self.apart[place + 1] and not self.marks[place].get("floor_behind")

    def _joint(self, place: int) -> str:
        """``-`` or ``/`` where two words of a designator are joined by it."""
        before = self.before(place)
        if len(before) > 2 or self.claimed[place] is not None:
            return ""
        before = before.strip()
        return before if before in ("-", "/") else ""

    def is_name(self, place: int) -> bool:
        """Whether a word may be part of a name: free, no number, and nothing that marks another part."""
        if self.claimed[place] is not None or self.numeric[place]:
            return False
        marks = self.marks[place]
        return not marks or NAME_STOPS.isdisjoint(marks) or not self._marks_something(place)

    def _marks_something(self, place: int) -> bool:
        """Whether a marking word does mark: a number or letter stands beside it."""
        if not ALWAYS_MARK.isdisjoint(self.marks[place]):
            return True
        behind = place + self.length(place)
        return self.short(place) and not self.apart[behind] and self.designated(behind) is not None

    def parts_words(self, place: int) -> bool:
        """Whether a word ends a name that runs into it: a district, an estate, another street."""
        return not PARTING.isdisjoint(self.marks[place])

    def bare_street(self, place: int) -> bool:
        """Whether a word is one for streets that stands behind the name."""
        return self.claimed[place] is None and BEHIND in self.marks[place]

    def street_kind(self, place: int) -> str | None:
        """The kind of street that a word stands for."""
        marks = self.marks[place]
        return marks.get(BEFORE) or marks.get(BEHIND) or marks.get(WEAK)

    def number_word(self, place: int) -> bool:
        """Whether a word only announces a number."""
        return 0 <= place < len(self.texts) and self.texts[place] in NUMBER_WORDS

    def past_number_words(self, place: int) -> int:
        """The place behind ``No.`` and the like."""
        while self.joins(place) and self.texts[place] in NUMBER_WORDS:
            place += 1
        return place

    def is_code(self, place: int) -> bool:
        """Whether a word is short and holds a number, or is one letter."""
        text = self.texts[place]
        return self.numeric[place] or (len(text) <= 4 and (len(text) == 1 or text[-1].isdigit()))

    def before(self, place: int) -> str:
        """The marks before a word."""
        return self.words[place].before if place < len(self.words) else ""
