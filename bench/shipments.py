"""How fast shipments of four parties are screened, with and without repeats, and what owners cost.

    python bench/shipments.py [--shipments 2000] [--workers 1 2] [--statements 1000000]

All published lists are loaded, but for excerpts. Companies are those of ``accuracy/clean.py``, at invented
addresses, one in twenty in a building with listed parties; every shipment has two lines of goods and a
route. In trade data few parties make most of the shipments: "repeats" draws parties from a pool by Zipf's
law, and the line tells how many differ. "No repeats" never names a party twice. Times are of this machine:
compare the ratios.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

import numpy as np

import sanctionscreen as ss
from accuracy.clean import company_cases
from published import newest
from sanctionscreen.model import OwnershipStatement

SEED = 2210
ROLES = ("exporter", "consignee", "notify", "forwarder")
STREETS = (
    "Harbour Road",
    "Fa Yuen Street",
    "Hauptstrasse",
    "Lenina ulitsa",
    "Ataturk Caddesi",
    "Main Street",
)
CITIES = (("Hong Kong", "HK"), ("Hamburg", "DE"), ("Almaty", "KZ"), ("Istanbul", "TR"), ("Dubai", "AE"))
SHARED = "Ho King Commercial Centre, 2-16 Fa Yuen Street, Mongkok, Hong Kong"
CODES = ("8542.31", "8534.00", "2818.20", "9403.60", "8471.50")
LISTED = 0.02
"""Of the owners that are persons, how many are listed."""
POOLS = (500, 5_000)
ROW = "{:<62}{:>24}"


def main() -> None:
    """Print the table."""
    options = _options()
    with TemporaryDirectory() as home:
        # Files added by hand count as stale, and a stale list makes every answer incomplete.
        ages = "".join(f"[lists.{key}]\nmax_age_days = 100000\n" for key in newest())
        Path(home, "settings.toml").write_text(ages, "utf-8")
        store = ss.Store(home)
        added = [store.add(key, paths) for key, paths in newest().items()]
        whole = [snapshot.list for snapshot in added if not snapshot.concerns]
        began = time.perf_counter()
        screener = ss.Screener.open(store, whole)
        _show("index of all lists, with their addresses, built in", f"{time.perf_counter() - began:.1f} s")
        pool = parties()
        _rates(screener, pool, options.shipments, options.workers)
        _owners(store, whole, pool, options.statements)


def parties() -> list[ss.Party]:
    """Companies with a country and an address."""
    draw, found = Random(SEED), []
    for case in company_cases():
        city, country = draw.choice(CITIES)
        address = f"{draw.randint(1, 300)} {draw.choice(STREETS)}, {city}"
        if not draw.randrange(20):
            address, country = f"Flat {draw.randint(100, 2900)}, {SHARED}", "HK"
        found.append(ss.Party(name=case.query, country=country, address=address))
    draw.shuffle(found)
    return found


def shipments(drawn: Iterator[ss.Party], count: int) -> Iterator[ss.Shipment]:
    """Shipments of four parties each."""
    draw = Random(SEED)
    for number in range(count):
        yield ss.Shipment(
            parties=[next(drawn).model_copy(update={"role": role}) for role in ROLES],
            goods=[ss.Goods(hs=draw.choice(CODES)) for _ in range(2)],
            origin="DE",
            destination=draw.choice(CITIES)[1],
            date=date(2024, 1 + number % 12, 1),
            reference=str(number),
        )


def _rates(screener: ss.Screener, pool: list[ss.Party], count: int, workers: list[int]) -> None:
    asked = {"no repeats": list(shipments(iter(pool), min(count, len(pool) // len(ROLES))))}
    for size in POOLS:
        drawn = _by_zipf(pool[:size])
        many = list(shipments(drawn, 5 * count))
        differ = len({party.name for shipment in many for party in shipment.parties})
        asked[f"repeats: {4 * len(many):,} parties, {differ:,} differ"] = many
    next(screener.screen_shipments(asked["no repeats"][:1]))
    for what, many in asked.items():
        for number in workers:
            began = time.perf_counter()
            advice = [answer.advice for answer in screener.screen_shipments(many, workers=number)]
            rate = len(many) / (time.perf_counter() - began)
            told = ", ".join(f"{advice.count(word)} {word}" for word in ("release", "review", "hold"))
            _show(f"{what}, workers: {number}", f"{rate:,.0f} shipments/s")
            _show("", f"({told})")


def _by_zipf(pool: list[ss.Party]) -> Iterator[ss.Party]:
    weights = 1 / np.arange(1, len(pool) + 1)
    draw = np.random.default_rng(SEED)
    while True:
        for place in draw.choice(len(pool), size=1000, p=weights / weights.sum()).tolist():
            yield pool[place]


def _owners(store: ss.Store, whole: list[str], pool: list[ss.Party], count: int) -> None:
    """A register of so many statements over invented companies and some of the pool."""
    draw, size = Random(SEED), count * 2 // 5
    names = [party.name for party in pool]
    companies = [*(f"{draw.choice(names).split()[0]} Holding {number}" for number in range(size)), *names]

    listed = [entity.name for snapshot in store.snapshots(whole[-1:]) for entity in store.entities(snapshot)]

    def statements() -> Iterator[OwnershipStatement]:
        """Half of the owners are persons, some of them listed, the others companies that stand before."""
        for _ in range(count):
            owned = draw.randrange(1, len(companies))
            person = draw.choice(listed) if draw.random() < LISTED else f"Owner {draw.randrange(size)}"
            owner = person if draw.random() < 0.5 else companies[draw.randrange(owned)]
            if owner != companies[owned]:
                yield OwnershipStatement(owner=owner, owned=companies[owned], percent=draw.randint(1, 60))

    began = time.perf_counter()
    graph = ss.Ownership.of(statements())
    _show(f"a register of {count:,} statements, put together in", f"{time.perf_counter() - began:.1f} s")
    screener = ss.Screener.open(store, whole, ownership=graph)
    asked = list(shipments(iter(pool[:800]), 200))
    began = time.perf_counter()
    next(screener.screen_shipments(asked[:1]))
    _show("the first shipment with it, which reads its names", f"{time.perf_counter() - began:.1f} s")
    began = time.perf_counter()
    found = list(screener.screen_shipments(asked[1:]))
    seconds = (time.perf_counter() - began) / len(found)
    owned = sum(bool(party.ownership) for answer in found for party in answer.parties)
    _show(
        f"each further one, no repeats ({owned} of {4 * len(found)} parties reached)",
        f"{1e3 * seconds:.1f} ms",
    )


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--shipments", type=int, default=2000)
    parser.add_argument("--workers", type=int, nargs="+", default=[1, 2])
    parser.add_argument("--statements", type=int, default=1_000_000)
    return parser.parse_args()


def _show(what: str, figure: str) -> None:
    print(ROW.format(what, figure), flush=True)


if __name__ == "__main__":
    sys.exit(main())
