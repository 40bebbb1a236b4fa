"""Count how many ordinary companies bear each word, for the rarity weights.

    python tools/build_token_counts.py company_names.csv

The input is a CSV with a ``name`` column, of companies that are not on any list (stock exchange
listings serve well). Half of them are counted, by a hash of the name: ``bench/accuracy.py`` asks the other
half. Words that fewer than two companies bear are left out: what is unseen is rare.
"""

from __future__ import annotations

import csv
import sys
from collections import Counter
from pathlib import Path
from zlib import crc32

from sanctionscreen.names import analyse
from sanctionscreen.names import rarity as shipped

LEAST = 2


def is_counted(name: str) -> bool:
    """Whether a company is of the half that is counted."""
    return crc32(name.encode()) % 2 == 0


def main(path: str) -> None:
    """Write ``token_counts.tsv`` from the names in a CSV file."""
    counts: Counter[str] = Counter()
    total = 0
    with Path(path).open(encoding="utf-8", newline="") as handle:
        for row in csv.DictReader(handle):
            if is_counted(row["name"]):
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
