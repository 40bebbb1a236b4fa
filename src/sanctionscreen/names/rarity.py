"""How much a word tells: rare words decide, common words confirm."""

from __future__ import annotations

import math
from collections.abc import Mapping
from functools import cache
from importlib import resources

COUNTS_FILE = "token_counts.tsv"
FLOOR = 0.2
"""Weight of a word that every name has. Without a floor the commonest words could not contradict."""


class Rarity:
    """Weights of words between ``FLOOR`` and 1, by how many parties bear them.

    The weight falls with the logarithm of the count, as inverse document frequency does
    (Spärck Jones 1972): unseen words weigh 1.

    Args:
        counts: word key to the number of parties whose names hold it.
        total: the number of parties counted.
    """

    def __init__(self, counts: Mapping[str, int], total: int) -> None:
        self.counts = counts
        self.total = total
        self._scale = math.log1p(max(total, 1))

    def weight(self, key: str) -> float:
        """The weight of a word."""
        return max(FLOOR, 1.0 - math.log1p(self.counts.get(key, 0)) / self._scale)

    def joined_with(self, counts: Mapping[str, int], total: int) -> Rarity:
        """These counts and others together."""
        both = dict(self.counts)
        for key, count in counts.items():
            both[key] = both.get(key, 0) + count
        return Rarity(both, self.total + total)


@cache
def ordinary() -> Rarity:
    """Counts from ordinary company names, shipped with the package (``tools/build_token_counts.py``)."""
    text = resources.files(__package__).joinpath("lexicons", COUNTS_FILE).read_text("utf-8")
    lines = [line for line in text.splitlines() if line and not line.startswith("#")]
    pairs = (line.split("\t") for line in lines)
    counts = {key: int(count) for key, count in pairs}
    return Rarity(counts, counts.pop("", 0))
