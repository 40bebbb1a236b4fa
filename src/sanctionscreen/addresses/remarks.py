"""What stands in an address and is no part of it: ``c/o``, names of companies, landmarks, remarks."""

from __future__ import annotations

from .reading import Reading

LONGEST_REMARK = 8
"""Words that a landmark or remark goes on for where no comma ends it."""


def read_remarks(reading: Reading) -> None:
    """``c/o`` and ``attn``, names of companies, telephones and periods of time."""
    for place, last in reading.phrases("care"):
        if reading.texts[place] != "c" or "/" in reading.before(place + 1):
            _to_comma(reading, place, last)
    for place, last in reading.phrases("company"):
        if len(reading.texts[place]) > 2 or "." in reading.before(place + 1):
            first = place
            while reading.follows(first) and reading.free(first - 1):
                first -= 1
            reading.claim("rest", "", first, last)
    for place, last in reading.phrases("note"):
        if not reading.follows(place):
            _to_comma(reading, place, last)


def read_landmarks(reading: Reading) -> None:
    """``opposite``, ``near`` and the like with what follows; of ``corner of Arak Street`` the first words."""
    for place, last in reading.phrases("landmark"):
        if reading.joins(last + 1) and not reading.is_number(last + 1):
            _to_comma(reading, place, last)
    for place, last in reading.phrases("corner"):
        reading.claim("rest", "", place, last)


def _to_comma(reading: Reading, first: int, last: int) -> None:
    """Leave out the words from first on, to the next comma or number that is announced."""
    end = last + LONGEST_REMARK
    while last < end and reading.joins(last + 1) and not reading.number_word(last + 1):
        last += 1
    reading.claim("rest", "", first, last)
