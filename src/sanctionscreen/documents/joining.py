"""Lines of a fixed width put together again: whether a line was cut, and whether within a word."""

from __future__ import annotations

from .looks import known_word

WIDTHS = (30, 35, 40)
"""Characters of a name line: 30 in US export filings (AES), 35 in UN/EDIFACT (C080 3036), SWIFT MT and SAP
(NAME1 of a document's partner), 40 in SAP's addresses (ADRC NAME1)."""
LONGEST_WORD = 14
"""Letters above which two unknown halves are two words. Few words of company names are longer."""
_WORDS_OF_ONE_LETTER = frozenset("aeiouyавикоус")
"""Letters that are words in some language of trade. Others are the last letter of a cut word."""
_VOWELS = frozenset("aeiouyаеёиоуыэюяіїє")


def full_lines(lines: list[str]) -> list[bool]:
    """Whether each line fills its field.

    A line one short of a width that another line fills counts: the space before its first word was cut off.
    """
    width = max((len(line) for line in lines), default=0)
    if width not in WIDTHS:
        return [False] * len(lines)
    return [len(line) in (width, width - 1) for line in lines]


def glue_of(before: str, after: str, *, full: bool) -> str:
    """What stood between a line and the next: nothing where a word was cut in two, otherwise a space.

    >>> glue_of("GROUP C", "ORPORATION 93RD", full=True), glue_of("MACHINERY", "TRADING", full=True)
    ('', ' ')
    """
    if before.endswith("-") and after[:1].isalpha():
        return ""
    if not full:
        return " "
    first, second = before.rsplit(None, 1)[-1], after.split(None, 1)[0]
    if not (first[-1:].isalpha() and second[:1].isalpha()):
        return " "
    return "" if _one_word(first, second) else " "


def _one_word(first: str, second: str) -> bool:
    """Whether two pieces are halves of one word: the word is known, or one of them cannot be a word."""
    halves = known_word(first), known_word(second)
    if known_word(first + second) and (not all(halves) or min(len(first), len(second)) <= 2):
        return True
    if len(second) == 1 and second.casefold() not in _WORDS_OF_ONE_LETTER:
        return True
    if all(halves):
        return False
    unfit = any(len(half) < 2 or not _VOWELS & set(half.casefold()) for half in (first, second))
    return unfit or (not any(halves) and len(first + second) <= LONGEST_WORD)
