"""A person's gender as lists print it."""

from __future__ import annotations

import re
from functools import lru_cache

from sanctionscreen.model import Gender

# English, French, German, Spanish, Italian, Portuguese, Ukrainian, Russian and Chinese, in full and as
# shortened on forms. "M" is taken as male, though Spanish mujer begins so: lists print it of men.
_MALE = re.compile(
    r"\b(?:m|male|man|masculin[eo]?|maschile|maschio|homme|h|hombre|männlich|mann|м|муж(?:ской|чина)?"
    r"|ч|чол(?:овік|овіч(?:а|ий))?|男性?)\b",
    re.IGNORECASE,
)
_FEMALE = re.compile(
    r"\b(?:f|female|woman|f[ée]minine?|fem[ei]nino|femminile|femmina|femme|mujer|mulher|w|weiblich|frau"
    r"|ж|жен(?:ский|щина)?|жін(?:ка|оч(?:а|ий))?|女性?)\b",
    re.IGNORECASE,
)


@lru_cache(maxsize=256)
def printed_gender(text: str) -> Gender:
    """The gender that a printed text states; ``unknown`` where it states none, another, or both.

    >>> printed_gender("Weiblich"), printed_gender("чоловіча"), printed_gender("Male; Female")
    ('female', 'male', 'unknown')
    """
    male, female = _MALE.search(text), _FEMALE.search(text)
    if bool(male) == bool(female):
        return "unknown"
    return "male" if male else "female"
