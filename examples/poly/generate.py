"""Customs records of China's trade with Russia, 2014 to 2022, all invented, with shipments hidden among them.

    python examples/poly/generate.py [--ordinary 200000] [--seed 281] [--out examples/poly/out]

Writes ``records.csv``, a row for each shipment in the order of days, and ``planted.csv``, the references of
the hidden ones, which nothing reads but the count at the end of ``screen.py``. The same seed gives the same
files. What names and goods are made of stands in ``words.toml``, what is hidden in ``planted.toml``.
"""

from __future__ import annotations

import argparse
import csv
import tomllib
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from itertools import accumulate
from pathlib import Path
from random import Random
from typing import Any, NamedTuple

HERE = Path(__file__).parent
FIRST, LAST = date(2014, 1, 1), date(2022, 1, 31)
EXPORTERS, IMPORTERS = 1500, 1500
Words = dict[str, Any]


class Company(NamedTuple):
    """A party of a record."""

    name: str
    city: str
    country: str


class Record(NamedTuple):
    """One shipment, by the columns of ``records.csv``, in their order."""

    date: date
    exporter: Company
    consignee: Company
    hs: str
    goods: str
    weight: int
    invented: str

    def row(self, reference: str) -> tuple[object, ...]:
        """The cells."""
        return (
            reference,
            self.date,
            *self.exporter,
            *self.consignee,
            self.hs,
            self.goods,
            self.weight,
            self.exporter.country,
            self.consignee.country,
            self.invented,
        )


COLUMNS = (
    "Reference", "Date", "Exporter Name", "Exporter City", "Exporter Country", "Consignee Name",
    "Consignee City", "Consignee Country", "HS Code", "Goods Description", "Net Weight kg",
    "Origin", "Destination", "Invented",
)  # fmt: skip


def main() -> None:
    """Write both files."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--ordinary", type=int, default=200_000, help="ordinary shipments")
    parser.add_argument("--seed", type=int, default=281)
    parser.add_argument("--out", type=Path, default=HERE / "out", help="folder")
    options = parser.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    words, plan = _toml("words.toml"), _toml("planted.toml")
    records = [(record, False) for record in ordinary(words, options.ordinary, Random(options.seed))]
    records += [(record, True) for record in planted(plan, Random(options.seed))]
    records.sort(key=lambda one: one[0].date)
    numbered = [(f"R{number:06}", *one) for number, one in enumerate(records, start=1)]
    _write(options.out / "records.csv", COLUMNS, (record.row(ref) for ref, record, _ in numbered))
    hidden = ((ref, record.date, record.exporter.name) for ref, record, is_planted in numbered if is_planted)
    _write(options.out / "planted.csv", ("Reference", "Date", "Exporter Name"), hidden)
    print(f"{options.out / 'records.csv'}: {len(numbered):,} shipments, {plan['count']} of them planted")


def ordinary(words: Words, count: int, draw: Random) -> Iterator[Record]:
    """Shipments between companies of which few make most of the trade: the n-th has a share of 1/n."""
    exporters = _different(EXPORTERS, lambda: _exporter(words["exporters"], draw))
    importers = _different(IMPORTERS, lambda: _importer(words["importers"], draw))
    senders = draw.choices(exporters, cum_weights=_zipf(EXPORTERS), k=count)
    receivers = draw.choices(importers, cum_weights=_zipf(IMPORTERS), k=count)
    for sender, receiver in zip(senders, receivers, strict=True):
        code, goods, least, most = draw.choice(words["goods"]["ordinary"])
        weight = draw.randint(least, most)
        yield Record(_day(draw), sender, receiver, code, goods, weight, "exporter, consignee, shipment")


def planted(plan: Words, draw: Random) -> Iterator[Record]:
    """Shipments of the invented subsidiaries; every shipper sends, and every spelling is used."""
    shippers, goods = plan["shippers"], plan["goods"]["planted"]
    spellings = [(name, one["city"]) for one in plan["consignees"] for name in one["names"]]
    for number in range(plan["count"]):
        shipper = shippers[number % len(shippers)]
        sender = Company(draw.choice(shipper["names"]), shipper["city"], shipper["country"])
        name, city = spellings[number % len(spellings)]
        if number // len(spellings) % 2:
            name = name[: plan["cut"]].rstrip()
        code, words, least, most, _ = draw.choices(goods, weights=[row[-1] for row in goods])[0]
        day = _day(draw, shipper.get("until", LAST))
        yield Record(
            day,
            sender,
            Company(name, city, "RU"),
            code,
            words,
            draw.randint(least, most),
            "exporter, shipment",
        )


def _exporter(words: Words, draw: Random) -> Company:
    in_hong_kong = draw.random() < words["hong_kong"]
    syllables = draw.choices(words["syllables"], k=draw.choice((2, 2, 3)))
    trade = draw.choice(words["words"]) if draw.random() < words["with_word"] else "".join(syllables).title()
    business = draw.choice(words["business"])
    if in_hong_kong:
        return Company(f"{trade} {business} {draw.choice(words['hong_kong_forms'])}", "Hong Kong", "HK")
    city = draw.choice(words["cities"])
    name = f"{city} {trade} {business} {draw.choice(words['forms'])}"
    return Company(name.upper() if draw.random() < 0.5 else name, city, "CN")


def _importer(words: Words, draw: Random) -> Company | None:
    """A name whose parts are all in Latin or all in Cyrillic letters; None for a listed company's name."""
    script = int(draw.random() < words["cyrillic"])
    parts = ("forms", "starts", "ends", "regions")
    form, start, end, region = (draw.choice(words[part])[script] for part in parts)
    if start.casefold() + end in words["never"]:
        return None
    joint = draw.choice(words["joints"])
    trade = f"{start}{joint}{end if not joint else end.title()}"
    name = f"{form} {trade} {region}".strip()
    return Company(name.upper() if draw.random() < 0.5 else name, draw.choice(words["cities"]), "RU")


def _day(draw: Random, last: date = LAST) -> date:
    return FIRST + timedelta(draw.randrange((last - FIRST).days + 1))


def _different(count: int, make: Callable[[], Company | None]) -> list[Company]:
    found: dict[str, Company] = {}
    while len(found) < count:
        if company := make():
            found.setdefault(company.name.casefold(), company)
    return list(found.values())


def _zipf(count: int) -> list[float]:
    return list(accumulate(1 / place for place in range(1, count + 1)))


def _toml(name: str) -> Words:
    return tomllib.loads((HERE / name).read_text("utf-8"))


def _write(path: Path, columns: tuple[str, ...], rows: Iterator[tuple[object, ...]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(columns)
        writer.writerows(rows)


if __name__ == "__main__":
    main()
