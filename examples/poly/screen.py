"""Screen the records of ``generate.py``, and say what was found, on whose account, and what it cost.

    python examples/poly/screen.py [--folder DIR] [--store HOME] [--workers 2] [--today 2026-11-30]

Without ``--store`` it screens against the package's starter list, held in memory as a list of one's own is.
Each shipment is judged as of its day, and as of today where that can tell more: it was found, or one of its
parties is on a list or owned by a listed party today. Writes ``found.csv``, ``shipments.svg`` and
``owners.svg`` beside the records.
"""

from __future__ import annotations

import argparse
import csv
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import sanctionscreen as ss
from chains import chains, conglomerate_of, rests_on_a_day, telling
from picture import Mark, render_months
from sanctionscreen.model import PartyScreening, ShipmentScreening
from sanctionscreen.ownership import render_svg
from sanctionscreen.shipments import open_shipments
from sanctionscreen.starter import read_starter

HERE = Path(__file__).parent
CONSIGNEE, EXPORTER = "consignee", "exporter"
ON_PICTURE = "Zhuorao"
"""The shipper whose owners are drawn: two holdings that reach half of it only together."""
MARKS = (
    Mark(date(2014, 6, 26), "Poly Technologies put on the US Entity List"),
    Mark(date(2014, 9, 17), "the last of the six Russian customers as well"),
)
COLUMNS = (
    "Reference", "Date", "Advice by the rules of its day", "Advice today", "Consignee on its day", "Exporter",
    "Consignee", "HS Code", "Goods", "Listed as", "List", "Record", "Listed since", "Score",
    "Owners of the exporter", "As of", "Conglomerate", "Rules that reach the exporter today",
)  # fmt: skip
ROW = "{:<56}{}"


@dataclass
class Findings:
    """What became of a file of records.

    Attributes:
        advices: of all shipments, by whether they were planted.
        on_day: the answers as of its day to each shipment that is not released then, or that has a party of
            interest today; by reference.
        today: the answers as of today to the same.
    """

    advices: dict[bool, Counter[str]] = field(default_factory=lambda: {True: Counter(), False: Counter()})
    on_day: dict[str, ShipmentScreening] = field(default_factory=dict)
    today: dict[str, ShipmentScreening] = field(default_factory=dict)


def main() -> None:
    """Screen, write and print."""
    options = _options()
    folder, began = options.folder, time.perf_counter()
    owners = ss.Ownership.load(HERE / "statements.csv")
    screener = _screener(options.store, owners)
    planted = _planted(folder / "planted.csv")
    found = judge(screener, folder / "records.csv", planted, options.workers, options.today)
    seconds = time.perf_counter() - began
    write(found, owners, folder / "found.csv")
    draw(found, planted, folder)
    for line in report(found, planted):
        print(line)
    count = sum(sum(advices.values()) for advices in found.advices.values())
    print(
        ROW.format(
            "time", f"{seconds:,.0f} s, {count / seconds:,.0f} shipments/s, workers: {options.workers}"
        )
    )


def judge(screener: ss.Screener, records: Path, planted: set[str], workers: int, today: date) -> Findings:
    """Every shipment as of its day, and again as of today where that can tell more."""
    found, interest, again = Findings(), Interest(screener, today), list[ss.Shipment]()
    for answer in screener.screen_shipments(_shipments(records), workers=workers):
        shipment = answer.shipment
        reference = shipment.reference or ""
        found.advices[reference in planted][answer.advice] += 1
        if answer.advice != "release" or any(map(interest.holds, shipment.parties)):
            found.on_day[reference] = answer
            again.append(shipment.model_copy(update={"date": today}))
    for answer in screener.screen_shipments(again, workers=workers):
        found.today[answer.shipment.reference or ""] = answer
    return found


class Interest:
    """Tells of a party whether anything is found of it today. What is found of one depends on no other.

    Args:
        screener: what is asked, once for each party.
        today: the day.
    """

    def __init__(self, screener: ss.Screener, today: date) -> None:
        self._screener, self._today = screener, today
        self._known: dict[tuple[str | None, ...], bool] = {}

    def holds(self, party: ss.Party) -> bool:
        """Whether a finding on the party itself is not released."""
        key = (party.role, party.name, party.country, party.address)
        if key not in self._known:
            answer = self._screener.screen(ss.Shipment(parties=[party], date=self._today))
            told = (reason for reason in answer.reasons if reason.party is not None)
            self._known[key] = any(reason.advice != "release" for reason in told)
        return self._known[key]


def report(found: Findings, planted: set[str]) -> Iterator[str]:
    """The table, line by line."""
    hidden, others = found.advices[True], found.advices[False]
    met = [answer for reference, answer in found.on_day.items() if reference in planted]
    by_name = {answer.shipment.reference for answer in met if _hit(answer)}
    owned = {answer.shipment.reference: telling(_party(answer, EXPORTER)) for answer in met}
    by_owner = {reference for reference, finding in owned.items() if finding}
    dated = sum(rests_on_a_day(finding) for finding in owned.values() if finding)
    yield ROW.format("planted shipments found", f"{len(met)} of {len(planted)}")
    yield ROW.format("  on their day: hold, review", f"{hidden['hold']}, {hidden['review']}")
    yield ROW.format("  only by what is known today", len(met) - hidden["hold"] - hidden["review"])
    yield ROW.format("  by the consignee's name", len(by_name))
    yield ROW.format("  by the exporter's owners", len(by_owner))
    yield ROW.format("    whose listing is known to be as old as the shipment", dated)
    yield ROW.format("  by the owners alone", len(by_owner - by_name))
    stood = Counter(_listed_on_day(answer) for answer in met)
    for words in sorted(stood):
        yield ROW.format(f"  consignee on its day: {words}", stood[words])
    total = sum(others.values())
    for advice in ("hold", "review"):
        yield ROW.format(
            f"ordinary ones, {advice}", f"{others[advice]:,} of {total:,} ({others[advice] / total:.3%})"
        )
    why = Counter(
        answer.reasons[0].name
        for reference, answer in found.on_day.items()
        if reference not in planted and answer.advice != "release"
    )
    for name, count in sorted(why.items()):
        yield ROW.format(f"  for {name}", f"{count:,}")
    yield from _today(found, planted)


def _today(found: Findings, planted: set[str]) -> Iterator[str]:
    """What is another answer today than it was on the day."""
    again = {reference: found.today[reference] for reference in sorted(planted & found.today.keys())}
    advices = Counter(answer.advice for answer in again.values())
    owned = [telling(_party(answer, EXPORTER)) for answer in again.values()]
    outcomes = Counter(finding.outcome if finding else "not reached" for finding in owned)
    changed = sum(answer.advice != found.on_day[reference].advice for reference, answer in again.items())
    yield ROW.format("judged again as of today", f"{len(found.today):,}, of them planted {len(again)}")
    yield ROW.format("  planted: hold, review", f"{advices['hold']}, {advices['review']}")
    yield ROW.format("  planted: another advice today", changed)
    for outcome, count in sorted(outcomes.items()):
        yield ROW.format(f"  exporter today: {outcome.replace('_', ' ')}", count)


def write(found: Findings, owners: ss.Ownership, path: Path) -> None:
    """``found.csv``: a row for each shipment found, with the way from its exporter to a listing."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(COLUMNS)
        for reference, answer in found.on_day.items():
            writer.writerow(_row(answer, found.today[reference], owners))


def _row(answer: ShipmentScreening, today: ShipmentScreening, owners: ss.Ownership) -> tuple[object, ...]:
    shipment, exporter, hit = answer.shipment, _party(answer, EXPORTER), _hit(answer)
    owned = telling(_party(today, EXPORTER)) or telling(exporter)
    rules = "; ".join(f"{one.regime} {one.outcome}" for one in _party(today, EXPORTER).ownership)
    listed = (hit.name, hit.entity.list, hit.entity.id, _since(hit), hit.score) if hit else ("",) * 5
    ways = (
        ("; ".join(chains(owned, owners)), owned.on, conglomerate_of(owned, owners)) if owned else ("",) * 3
    )
    return (
        shipment.reference, shipment.date, answer.advice, today.advice, _listed_on_day(answer),
        exporter.screening.party.name, _party(answer, CONSIGNEE).screening.party.name,
        shipment.goods[0].hs, shipment.goods[0].description, *listed, *ways, rules,
    )  # fmt: skip


def draw(found: Findings, planted: set[str], folder: Path) -> None:
    """The two pictures."""
    shipments = [found.on_day[reference].shipment for reference in sorted(planted & found.on_day.keys())]
    counted = Counter((one.date, one.goods[0].description) for one in shipments if one.date)
    title = f"{len(shipments)} planted shipments found, by month and goods; all invented"
    (folder / "shipments.svg").write_text(render_months(counted, title, MARKS), "utf-8")
    for answer in found.today.values():
        exporter = _party(answer, EXPORTER)
        if ON_PICTURE in exporter.screening.party.name and (owned := telling(exporter)):
            (folder / "owners.svg").write_text(render_svg(owned), "utf-8")
            return


def _party(answer: ShipmentScreening, role: str) -> PartyScreening:
    return next(party for party in answer.parties if party.role == role)


def _hit(answer: ShipmentScreening) -> ss.Hit | None:
    """The best hit on the consignee that raises an alert."""
    return next((hit for hit in _party(answer, CONSIGNEE).screening.hits if hit.alert), None)


def _since(hit: ss.Hit) -> date | None:
    return hit.listing.listed_on.earliest if hit.listing.listed_on else None


def _listed_on_day(answer: ShipmentScreening) -> str:
    """Whether the consignee was on a list on the day: an entry without a day of listing proves nothing."""
    hits = [hit for hit in _party(answer, CONSIGNEE).screening.hits if hit.alert]
    days = [since for hit in hits if (since := _since(hit))]
    if not hits:
        return "not found by name"
    if not days:
        return "listed, day not stated"
    shipped = answer.shipment.date
    return "listed" if shipped and min(days) <= shipped else "not yet listed"


def _screener(store: Path | None, owners: ss.Ownership) -> ss.Screener:
    if store:
        return ss.Screener.open(store, ownership=owners)
    return ss.Screener.from_entities(read_starter(), ownership=owners)


def _shipments(records: Path) -> Iterator[ss.Shipment]:
    for record in open_shipments(records).read():
        if record.problems or record.shipment is None:
            raise SystemExit(f"{records}, {record.place}: {record.problems}")
        yield record.shipment


def _planted(path: Path) -> set[str]:
    with path.open(encoding="utf-8", newline="") as file:
        return {row["Reference"] for row in csv.DictReader(file)}


def _options(arguments: Sequence[str] | None = None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--folder", type=Path, default=HERE / "out", help="where the records are")
    parser.add_argument("--store", type=Path, help="loaded lists, in place of the starter list")
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--today", type=date.fromisoformat, default=date.today(), metavar="DATE")
    return parser.parse_args(arguments)


if __name__ == "__main__":
    main()
