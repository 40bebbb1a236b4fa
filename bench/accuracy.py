"""How well names are found, beside rapidfuzz and nomenklatura's logic-v2, on the same data in one run.

python bench/accuracy.py [--quick] [--tasks TASK ...] [--no-peers] [--misses FILE] [--freeze]
"""

from accuracy.command import main

if __name__ == "__main__":
    main(__doc__)
