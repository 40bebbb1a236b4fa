"""How well addresses are told apart and found again, beside rapidfuzz's token_set_ratio on the same pairs.

python bench/addresses.py [--seen] [--misses FILE]
"""

from addresses.command import main

if __name__ == "__main__":
    main(__doc__)
