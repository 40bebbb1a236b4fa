"""What the index keeps of the hits that scoring every listed name would find.

    python bench/recall.py [--queries N] [--lost FILE]

All published lists are loaded. Queries are clean companies and persons, hidden aliases, and listed names with
variations of one and two classes (``bench/accuracy``), so many of each. Every listed name is scored against
every query, which takes seconds per query; a hit is a name at or above the default threshold. Printed are the
hits, the share that is among the index's candidates, and the same for scores of 90 and more.
"""

from __future__ import annotations

import argparse
import json
import multiprocessing
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from random import Random
from typing import NamedTuple

import sanctionscreen as ss
from accuracy.classes import CLASSES
from accuracy.clean import company_cases, person_cases
from accuracy.hidden import hiding, pool_of
from accuracy.lists import everyone, of_list
from accuracy.variations import KINDS, deeper, drawn_names, one_deep
from sanctionscreen.index import NameIndex
from sanctionscreen.matching import WeightedName, score_names, weigh
from sanctionscreen.names import analyse

SEED = 5201
PROCESSES = 2
CERTAIN = 90.0
ROW = "{:<24}{:>9}{:>9}{:>12}{:>9}{:>12}"


class Lost(NamedTuple):
    """A hit that is not among the candidates."""

    sort: str
    query: str
    name: str
    score: float


class Answer(NamedTuple):
    """How many hits a query has, how many of them at ``CERTAIN`` or more, and those lost."""

    hits: int
    certain: int
    lost: list[Lost]


_known: list[tuple[NameIndex, list[WeightedName], float]] = []


def queries(count: int) -> Iterator[tuple[str, str]]:
    """Queries with what they are, so many of each sort."""
    for sort, cases in (("clean companies", company_cases()), ("clean persons", person_cases())):
        yield from ((sort, case.query) for case in cases[:count])
    hidden = hiding(pool_of("SDN list", of_list("us_ofac_sdn")))
    yield from (("hidden aliases", case.query) for case in hidden[:count])
    for kind in KINDS:
        draw = Random(f"{SEED} {kind}")
        names = drawn_names(kind, draw)
        classes = [title for title, row in CLASSES.items() if kind in row.kinds]
        one = one_deep(kind, names, classes, -(-count // len(classes)), draw)
        yield from ((f"varied once, {kind}s", case.query) for case in one[:count])
        kept = [title for title in classes if CLASSES[title].bar != "loss"]
        two = deeper(kind, names, kept, 2, count, draw)
        yield from ((f"varied twice, {kind}s", case.query) for case in two)


def answer(asked: tuple[str, str]) -> Answer:
    """Every listed name scored against a query, and held against the index's candidates."""
    sort, text = asked
    index, names, least = _known[0]
    hits = certain = 0
    lost: list[Lost] = []
    for person in (False, True):
        query = weigh(analyse(text, "person" if person else "organization"), index, person=person)
        candidates = set(index.candidates(query, least))
        for number, listed in enumerate(names):
            if listed.person is not person or (score := score_names(query, listed).value) < least:
                continue
            hits += 1
            certain += score >= CERTAIN
            if number not in candidates:
                words = " ".join(token.text for token in listed.tokens)
                lost.append(Lost(sort, text, words, score))
    return Answer(hits, certain, lost)


def main() -> None:
    """Ask every query, and print a row for each sort."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    options.add_argument("--queries", type=int, default=500, help="of each sort (default: 500)")
    options.add_argument("--lost", type=Path, help="a file for the hits that are lost, a line of JSON each")
    chosen = options.parse_args()
    entities = everyone()
    index = ss.Screener.from_entities(entities)._index
    names = [index.name(number) for number in range(len(index))]
    _known[:] = [(index, names, ss.Settings().threshold)]
    asked = list(queries(chosen.queries))
    with ProcessPoolExecutor(PROCESSES, mp_context=multiprocessing.get_context("fork")) as workers:
        answers = list(workers.map(answer, asked, chunksize=4))
    print(ROW.format("queries", "asked", "hits", "kept", f">= {CERTAIN:g}", "kept"))
    sorts = list(dict.fromkeys(sort for sort, _ in asked))
    for sort in [*sorts, "all"]:
        chosen_answers = [a for (own, _), a in zip(asked, answers, strict=True) if sort in (own, "all")]
        print(_row(sort, chosen_answers))
    if chosen.lost:
        lines = (json.dumps(lost._asdict(), ensure_ascii=False) for a in answers for lost in a.lost)
        chosen.lost.write_text("\n".join(lines) + "\n", "utf-8")


def _row(sort: str, answers: list[Answer]) -> str:
    hits, certain = sum(a.hits for a in answers), sum(a.certain for a in answers)
    lost = [row for a in answers for row in a.lost]
    gone = sum(row.score >= CERTAIN for row in lost)
    kept = 100 * (1 - len(lost) / max(hits, 1))
    kept_certain = 100 * (1 - gone / max(certain, 1))
    return ROW.format(sort, len(answers), hits, f"{kept:.2f} %", certain, f"{kept_certain:.2f} %")


if __name__ == "__main__":
    main()
