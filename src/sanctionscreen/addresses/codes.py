"""Postcodes and post-office boxes."""

from __future__ import annotations

import re

from .reading import Reading

FORMS = {
    "BR": r"\d{5}-\d{3}", "BY": r"\d{6}", "CN": r"\d{6}", "CO": r"\d{6}", "HK": "999077", "IN": r"\d{6}",
    "IR": r"\d{10}|\d{5}-\d{5}|\d{5}-\d{3,4}|\d{5}", "JP": r"\d{3}-\d{4}", "KG": r"\d{6}", "KZ": r"\d{6}",
    "PL": r"\d{2}-\d{3}", "RU": r"\d{6}", "SG": r"\d{6}", "TR": r"\d{5,6}", "UA": r"\d{5,6}",
    "US": r"\d{5}(?:-\d{4})?", "UZ": r"\d{6}",
}  # fmt: skip
"""Postcodes by country (UPU, Addressing the world). Hong Kong has none, and forms that insist get 999077; one
digit too many in Türkiye, and Crimea's under two postal systems, are as the lists print them."""
ANY_FORM = r"\d{5,6}(?:-\d{4})?|\d{10}"
"""Postcodes of other countries, and where the country is not known."""
FOUR_DIGITS = frozenset((
    "AM", "AT", "AU", "BD", "BE", "BG", "CH", "CY", "DK", "GE", "HU", "LU", "NL", "NO", "NZ", "PH", "TN",
    "ZA",
))  # fmt: skip
"""Countries whose postcodes have four digits: only beside a city are they told from the number of a house."""
SHORTEST = 5
"""Digits of a number that may be a postcode wherever it stands."""
_OUTWARD = re.compile(r"[a-z]{1,2}\d[a-z\d]?")
_INWARD = re.compile(r"\d[a-z]{2}")


def read_boxes(reading: Reading) -> None:
    """``P.O. Box 10631 & 638``; and the number that ``postal code`` announces."""
    for place, last in reading.phrases("postcode"):
        number = reading.past_number_words(last + 1)
        if reading.joins(number) and reading.is_number(number):
            reading.claim("postcode", reading.texts[number].replace("-", ""), place, number)
    for place, last in reading.phrases("box"):
        number = reading.past_number_words(last + 1)
        if reading.joins(number) and reading.is_number(number):
            reading.claim("box", reading.texts[number], place, number)
            if "&" in reading.before(number + 1) and reading.is_number(number + 1):
                reading.claim("box", reading.texts[number + 1], number + 1, number + 1)


def read_postcodes(reading: Reading) -> None:
    """Postcodes by the form that the country gives them, where they cannot be the number of a house."""
    for place in reading.numbers():
        if reading.has("postcode"):
            return
        if reading.country in ("GB", None) and _is_british(reading, place):
            reading.claim("postcode", reading.texts[place - 1] + reading.texts[place], place - 1, place)
        elif _is_postcode(reading, place):
            kind = "box" if reading.country == "AE" else "postcode"
            reading.claim(kind, reading.texts[place].replace("-", ""), place, place)


def _is_british(reading: Reading, place: int) -> bool:
    """``EC3N 1DY``, by its second half."""
    if not _INWARD.fullmatch(reading.texts[place]) or not reading.follows(place):
        return False
    return reading.free(place - 1) and _OUTWARD.fullmatch(reading.texts[place - 1]) is not None


def _is_postcode(reading: Reading, place: int) -> bool:
    """Whether a number has the form of a postcode, and stands where none of a house does.

    The Emirates have none, and their long numbers beside a city are those of boxes.
    """
    text = reading.texts[place]
    if len(text) < SHORTEST:
        four = reading.country in FOUR_DIGITS and re.fullmatch(r"\d{4}", text)
        return bool(four) and _beside_city(reading, place)
    if not re.fullmatch(FORMS.get(reading.country or "", ANY_FORM), text):
        return False
    return len(text) > SHORTEST or not reading.follows(place + 1) or _beside_city(reading, place)


def _beside_city(reading: Reading, place: int) -> bool:
    around = (reading.claimed[place - 1], reading.claimed[place + 1])
    return any(kind in ("city", "region", "country") for kind in around)
