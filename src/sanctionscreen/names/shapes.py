"""Letters that look alike in print and to a scanner: rn and m, cl and d, I and l."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from .lexicon import table


@lru_cache(maxsize=65536)
def shape_of(word: str) -> str:
    """The key of a lower case word: equal for words that a scanner takes for one another.

    The rows and their source are in ``confusables.toml``.

    >>> shape_of("modern") == shape_of("modem"), shape_of("klm") == shape_of("kim")
    (True, True)
    """
    pattern, put = _shapes()
    return pattern.sub(lambda found: put[found.group()], word)


@cache
def _shapes() -> tuple[re.Pattern[str], dict[str, str]]:
    rows: dict[str, list[str]] = table("confusables")["shapes"]
    put = {spelling: head for head, spellings in rows.items() for spelling in spellings}
    longest_first = sorted(put, key=len, reverse=True)
    return re.compile("|".join(longest_first)), put
