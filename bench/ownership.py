"""Whether findings of ownership are right and quick, against the bars that were set.

    python bench/ownership.py [graphs]

Right: the ownership vectors beside the checkout, and random graphs (10,000, or as many as are asked for)
against every way to fill their ranges, which ``tests/ownership/brute.py`` tries without using the package.
Quick: an invented register of a million statements, with ranges, circles, several owners a company and
5,000 listed owners, is written as CSV, loaded, and asked about 10,000 parties under all regimes.
"""

from __future__ import annotations

import csv
import json
import resource
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from random import Random

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from tests.ownership.brute import outcomes, random_graph  # noqa: E402
from tests.ownership.test_against_brute_force import RULES, found  # noqa: E402

from sanctionscreen.model import ListedOwner, OwnershipStatement  # noqa: E402
from sanctionscreen.ownership import Ownership, Reach  # noqa: E402

VECTORS = ROOT.parent / "shared" / "eval" / "ownership_vectors.json"
GRAPHS, STATEMENTS, COMPANIES, LISTED, ASKED = 10_000, 1_000_000, 400_000, 5_000, 10_000
LISTS = ("us_ofac_sdn", "eu_fsf", "gb_fcdo", "us_csl")
DAY = date(2026, 6, 1)
SEED = 6


def main() -> None:
    """Print a table of bars."""
    graphs = int(sys.argv[1]) if len(sys.argv) > 1 else GRAPHS
    rows = [*_vectors(), *_random_graphs(graphs), *_register()]
    print("| | bar | measured |\n|---|---|---|")
    for row in rows:
        print("| " + " | ".join(row) + " |")


def _vectors() -> Iterator[tuple[str, str, str]]:
    if not VECTORS.is_file():
        yield "ownership vectors", "all", f"skipped: {VECTORS} is absent"
        return
    vectors, right = json.loads(VECTORS.read_text("utf-8")), 0
    for vector in vectors:
        statements = [OwnershipStatement(owner=a, owned=b, percent=share) for a, b, share in vector["owns"]]
        listed = {key: [ListedOwner(list=name, entity=key) for name in LISTS] for key in vector["listed"]}
        reach = Reach(Ownership.of(statements), listed)
        parties = {end for owner, owned, _ in vector["owns"] for end in (owner, owned)} - set(listed)
        owned = Counter(
            (finding.regime, party)
            for party in parties
            for finding in reach.findings(party, DAY)
            if finding.outcome == "owned"
        )
        expected = {("us_ofac", party) for party in vector["ofac"]} | {
            ("gb", party) for party in vector["uk"]
        }
        right += {key for key in owned if key[0] in ("us_ofac", "gb")} == expected
    yield "ownership vectors", "all", f"{right} of {len(vectors)}"


def _random_graphs(number: int) -> Iterator[tuple[str, str, str]]:
    draw, right, parties = Random(SEED), 0, 0
    for place in range(number):
        graph = random_graph(draw, ranges=place % 4)
        expected = {regime: outcomes(graph, rule) for regime, rule in RULES.items()}
        right += found(graph) == expected
        parties += sum(map(len, expected.values()))
    yield f"random graphs against brute force ({parties:,} outcomes)", "all", f"{right:,} of {number:,}"


def _register() -> Iterator[tuple[str, str, str]]:
    draw = Random(SEED)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "register.csv"
        _write(path, draw)
        start, busy = time.perf_counter(), time.process_time()
        ownership = Ownership.load(path)
        loaded, busy = time.perf_counter() - start, time.process_time() - busy
    told = f"{loaded:.1f} s ({busy:.1f} s of CPU), {_peak():,.0f} MB"
    yield f"{len(ownership):,} statements loaded", "under 60 s", told
    listed = {
        key: [ListedOwner(list=name, entity=key, certain=draw.random() < 0.9) for name in LISTS]
        for key in draw.sample(ownership.ids, LISTED)
    }
    asked = draw.sample(ownership.ids, ASKED)
    start, busy = time.perf_counter(), time.process_time()
    reach = Reach(ownership, listed)
    findings: Counter[str] = Counter()
    for party in asked:
        findings.update(finding.outcome for finding in reach.findings(party, DAY))
    took, busy = time.perf_counter() - start, time.process_time() - busy
    told = ", ".join(f"{count:,} {outcome}" for outcome, count in sorted(findings.items()))
    yield (
        f"findings for {ASKED:,} parties ({told})",
        "under 10 s",
        f"{took:.1f} s ({busy:.1f} s of CPU)",
    )
    start = time.perf_counter()
    for party in asked:
        reach.findings(party, DAY)
    yield "one party more, all regimes", "", f"{1e6 * (time.perf_counter() - start) / ASKED:,.0f} µs"


def _write(path: Path, draw: Random) -> None:
    """An invented register: companies own later ones, some earlier ones, and persons own the rest."""
    with path.open("w", encoding="utf-8", newline="") as handle:
        out = csv.writer(handle)
        out.writerow(["owner_id", "owner", "owned_id", "owned", "kind", "percent", "from", "to", "source"])
        for number in range(STATEMENTS):
            owned = number % COMPANIES
            owner = _owner(draw, owned)
            kind = draw.choices(("shares", "votes", "control", "office"), (80, 10, 3, 7))[0]
            percent = draw.choice(("100", "51", "50", "33.3", "25", "10", ">25-50", ">50-75", ">75", ""))
            since = f"{draw.randint(1995, 2025)}-{draw.randint(1, 12):02}-01"
            until = f"{draw.randint(2025, 2030)}" if draw.random() < 0.1 else ""
            percent = percent if kind in ("shares", "votes") else ""
            names = (owner, f"Invented owner {owner}", f"C{owned}", f"Invented company {owned}")
            out.writerow([*names, kind, percent, since, until, "invented"])


def _owner(draw: Random, owned: int) -> str:
    if draw.random() < 0.5:
        return f"P{draw.randrange(COMPANIES)}"
    ends = (0, max(1, owned)) if draw.random() < 0.98 else (0, COMPANIES)
    owner = draw.randrange(*ends)
    return f"C{owner if owner != owned else (owner + 1) % COMPANIES}"


def _peak() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000


if __name__ == "__main__":
    main()
