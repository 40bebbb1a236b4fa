"""An address while it is read: its words, what each may be, and what has been claimed as which part."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from .designators import designator
from .lexicon import BEFORE, BEHIND, WEAK, Roles, lexicon
from .parsed import PartKind
from .words import Word

Claimed = PartKind | str
"""The kind of part that a word was claimed for; ``rest`` for words that are no part."""
_CODE = re.compile(r"[a-z]{0,3}\d+[a-z]{0,3}\d*(?:[-/][a-z]{0,3}\d+[a-z]{0,3}\d*)*|[a-z]|[ivx]{2,4}")
_HEAD = re.compile(r"[a-z]{2,4}")
"""What may stand behind "Room" or "Block"."""
NAME_STOPS = ("unit", "floor", "block", "number", "box", "postcode", "km", "landmark", "corner", "care", "company", "note", "named_floor")
"""Roles of words that no name goes across."""
NUMBER_WORDS = ("no", "nos", "number", "num", "n", "nr", "nbr")
LONGEST_NAME = 7
"""Words of the longest name of a street or building that is read."""


class Claim(NamedTuple):
    """A part that was found: its kind, its key, and the words from first to last that say it."""

    kind: Claimed
    key: str
    first: int
    last: int


class Reading:
    """The state that the steps of parsing share.

    Args:
        words: the words of the text.
        dialect: whose words they are read with.
        country: the ISO code of the country, if it is known from outside.
    """

    def __init__(self, words: list[Word], dialect: str, country: str | None) -> None:
        self.words = words
        self.texts = [word.text for word in words]
        self.marks: list[Roles] = lexicon(dialect).marks(self.texts)
        self.claimed: list[Claimed | None] = [None] * len(words)
        self.claims: list[Claim] = []
        self.dialect = dialect
        self.country = country

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
        return 0 <= place < len(self.claimed) and self.claimed[place] is None

    def follows(self, place: int) -> bool:
        """Whether a word stands directly behind the one before it, with no comma between."""
        return 0 < place < len(self.words) and not self.words[place].apart

    def is_number(self, place: int) -> bool:
        """Whether a word begins with a digit."""
        return 0 <= place < len(self.texts) and self.texts[place][0].isdigit()

    def role(self, place: int, role: str) -> str | None:
        """The key of a word in a role, or None if it has not that role."""
        return self.marks[place].get(role) if 0 <= place < len(self.marks) else None

    def length(self, place: int) -> int:
        """How many words the phrase has that begins at a place."""
        return int(self.marks[place].get("words", "1"))

    def phrases(self, role: str) -> Iterator[tuple[int, int]]:
        """First and last word of each free phrase that has a role."""
        for place, marks in enumerate(self.marks):
            if role in marks and self.claimed[place] is None:
                yield place, place + int(marks.get("words", "1")) - 1

    def short(self, place: int) -> bool:
        """Whether a word of one letter is an abbreviation here: with a full stop or colon, or before a number."""
        if len(self.texts[place]) > 1:
            return True
        behind = self.words[place + 1].before if place + 1 < len(self.words) else ""
        return behind.startswith((".", ":")) or (self.is_number(place + 1) and self.follows(place + 1))

    def designated(self, place: int) -> tuple[str, int] | None:
        """The designator that begins at a place, and its last word: ``4``, ``A10``, ``B 1-B 3``, ``1005 (B)``."""
        if not self.free(place) or not (_CODE.fullmatch(self.texts[place]) or self._headed(place)):
            return None
        last, text = place, self.texts[place]
        while (joint := self._joint(last + 1)) and self.free(last + 1) and _CODE.fullmatch(self.texts[last + 1]):
            last += 1
            text = f"{text}{joint}{self.texts[last]}"
        if last == place and self._parted(place):
            last, text = place + 1, text + self.texts[place + 1]
        return designator(text.replace("/", "-") if text.count("/") == 1 and "-" not in text else text), last

    def _headed(self, place: int) -> bool:
        """``JLT-PH1-E3A``: letters that a hyphen joins to a number."""
        joined = bool(_HEAD.fullmatch(self.texts[place])) and self._joint(place + 1) == "-"
        return joined and any(letter.isdigit() for letter in self.texts[place + 1])

    def _parted(self, place: int) -> bool:
        """``2401 A,`` and ``A 30,``: a number and its letter with a space between."""
        if self.texts[place][-1].isdigit():
            return self._lone_letter(place + 1)
        behind = place + 1
        if len(self.texts[place]) != 1 or not self.free(behind) or self.before(behind) != " ":
            return False
        return self.texts[behind].isdigit() and not self.follows(behind + 1)

    def _joint(self, place: int) -> str:
        """``-`` or ``/`` where two words of a designator are joined by it."""
        if not 0 < place < len(self.words):
            return ""
        before = self.words[place].before.strip()
        return before if before in ("-", "/") and self.words[place].start - self.words[place - 1].end < 3 else ""

    def _lone_letter(self, place: int) -> bool:
        """Whether one letter stands behind a number as part of it: ``2401 A,`` and ``1005(B)``."""
        if not self.free(place) or len(self.texts[place]) != 1 or not self.texts[place].isalpha():
            return False
        before = self.words[place].before.strip(" \"'\u00ab\u201c\u201e")
        if before == "(":
            return True
        return not before and not self.follows(place + 1) and not self.marks[place].get("floor_behind")

    def is_name(self, place: int) -> bool:
        """Whether a word may be part of a name: free, no number, and nothing that marks another part."""
        if not self.free(place) or self.is_number(place):
            return False
        marks = self.marks[place]
        return not marks or not any(role in marks for role in NAME_STOPS) or not self.marks_something(place)

    def marks_something(self, place: int) -> bool:
        """Whether a marking word does mark: a number or letter stands beside it."""
        behind = place + self.length(place)
        if any(self.role(place, role) for role in ("landmark", "care", "corner", "company", "note")):
            return True
        return self.short(place) and self.follows(behind) and self.designated(behind) is not None

    def bare_street(self, place: int) -> bool:
        """Whether a word is one for streets that stands behind the name."""
        return self.free(place) and BEHIND in self.marks[place]

    def street_kind(self, place: int) -> str | None:
        """The kind of street that a word stands for."""
        marks = self.marks[place]
        return marks.get(BEFORE) or marks.get(BEHIND) or marks.get(WEAK)

    def number_word(self, place: int) -> bool:
        """Whether a word only announces a number."""
        return 0 <= place < len(self.texts) and self.texts[place] in NUMBER_WORDS

    def past_number_words(self, place: int) -> int:
        """The place behind ``No.`` and the like."""
        while self.free(place) and self.number_word(place) and not self.words[place].apart:
            place += 1
        return place

    def is_code(self, place: int) -> bool:
        """Whether a word is short and holds a number, or is one letter."""
        text = self.texts[place]
        return self.is_number(place) or (len(text) <= 4 and (len(text) == 1 or text[-1].isdigit()))

    def before(self, place: int) -> str:
        """The marks before a word."""
        return self.words[place].before if place < len(self.words) else ""

    def parts_words(self, place: int) -> bool:
        """Whether a word ends a name that runs into it: a district, an estate, another street."""
        marks = self.marks[place]
        return any(role in marks for role in ("building", BEHIND, "district_behind", "region_behind"))
