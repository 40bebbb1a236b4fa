"""Count how many ordinary companies bear each word, for the rarity weights.

    python tools/build_token_counts.py company_names.csv

The input is a CSV with a ``name`` column, of companies that are not on any list (stock exchange
listings serve well). Words that fewer than three companies bear are left out: what is unseen is rare.
"""

from __future__ import annotations

import csv
import sys
from collections import Counter
from pathlib import Path

from sanctionscreen.names import analyse
from sanctionscreen.names import rarity as shipped

LEAST = 3


def main(path: str) -> None:
    """Write ``token_counts.tsv`` from the names in a CSV file."""
    counts: Counter[str] = Counter()
    total = 0
    with Path(path).open(encoding="utf-8", newline="") as handle:
        for row in csv.DictReader(handle):
            counts.update({token.key for token in analyse(row["name"], "organization").tokens})
            total += 1
    kept = sorted((key, count) for key, count in counts.items() if count >= LEAST)
    lines = [
        "# How many of the ordinary companies bear each word, by the word's key; written by",
        "# tools/build_token_counts.py. The row without a word is the number of companies.",
        f"\t{total}",
        *(f"{key}\t{count}" for key, count in kept),
    ]
    target = Path(str(shipped.__file__)).parent / "lexicons" / shipped.COUNTS_FILE
    target.write_text("\n".join(lines) + "\n", "utf-8")
    print(f"{len(kept)} words of {total} companies -> {target.name}")


if __name__ == "__main__":
    main(sys.argv[1])
