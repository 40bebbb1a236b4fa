"""How many parties of the labelled name blocks are found whole, on both halves.

    python bench/documents.py [--misses] [--held-back] [--names]

The blocks in ``tests/documents/blocks.toml`` were written and labelled before the parser. Even blocks were
for building it, odd ones were held back. A party counts as found whole where its name, its role, every
other name with its kind and every number with its scheme are those of the label; a block's extra parties
are counted beside. Misses of the held-back half are printed only with ``--held-back``.
"""

from __future__ import annotations

import csv
import re
import sys
import time
import tomllib
from pathlib import Path
from typing import Any

from published import LISTS, newest
from sanctionscreen.documents import FoundParty, PartiesFound, parties_in
from sanctionscreen.reading import Files, load_source

BLOCKS = Path(__file__).parents[1] / "tests" / "documents" / "blocks.toml"
BAR = 0.98
NOTES = ("to_order", "order_of:", "same_as:", "empty", "insufficient")
"""Notes that are labelled."""
ROUNDS = 20

Key = tuple[object, ...]


def main() -> None:
    """Print both halves, and what a field takes to read."""
    blocks = list(enumerate(tomllib.loads(BLOCKS.read_text("utf-8"))["block"], 1))
    show = "--misses" in sys.argv
    print("half          blocks  parties  found whole  names alone  extra  notes  blocks without a fault")
    for half, kept, told in (("for building", 0, show), ("held back", 1, "--held-back" in sys.argv)):
        report(half, [block for number, block in blocks if number % 2 == kept], told)
    begun = time.perf_counter()
    for _ in range(ROUNDS):
        for _, block in blocks:
            parties_in(block["lines"], block.get("role"))
    print(f"{(time.perf_counter() - begun) / ROUNDS / len(blocks) * 1e6:.0f} microseconds a block")
    if "--names" in sys.argv:
        names_kept_whole()


def names_kept_whole() -> None:
    """How many single names are read as one name: of ordinary companies, and of published lists."""
    with (LISTS.parent / "eval" / "company_names.csv").open(encoding="utf-8", newline="") as file:
        tell("ordinary companies", {row["name"] for row in csv.DictReader(file)})
    names: set[str] = set()
    for key, paths in newest().items():
        files = Files(key, paths)
        form = next(form for form in load_source(key).formats if form.recognise(files))
        names.update(name.text for entity in form.read(files) for name in entity.names)
    tell("published lists", names)


def tell(of: str, names: set[str]) -> None:
    """One line on some names."""
    apart = [name for name in names if [bare(name)] != [bare(each.name) for each in parties_in(name).parties]]
    print(f"{of}: {len(apart):,} of {len(names):,} names are read as something else than one name")


def report(half: str, blocks: list[dict[str, Any]], told: bool) -> None:
    """One row of the table."""
    wanted = whole = named = extra = noted = notes = clean = 0
    for block in blocks:
        found = parties_in(block["lines"], block.get("role"))
        labels, parties = (
            [of_label(row) for row in block["parties"]],
            [of_party(party) for party in found.parties],
        )
        hits, names = common(labels, parties), common([row[0] for row in labels], [row[0] for row in parties])
        said, expected = noted_in(found), sorted(block.get("notes", []))
        wanted, whole, named = wanted + len(labels), whole + hits, named + names
        extra += max(0, len(parties) - len(labels))
        notes, noted = notes + 1, noted + (said == expected)
        fault = hits < len(labels) or len(parties) > len(labels) or said != expected
        clean += not fault
        if fault and told:
            print(f"  {block['about']}: {block['lines']}")
            print(f"    label {labels} {expected}\n    found {parties} {said}")
    reached = "reached" if whole / wanted >= BAR else "NOT REACHED"
    print(
        f"{half:13s} {len(blocks):6d}  {wanted:7d}  {whole:4d} {whole / wanted:6.1%}"
        f"  {named:4d} {named / wanted:6.1%}  {extra:5d}  {noted:2d}/{notes:2d}  {clean:3d}   {reached}"
    )


def of_label(row: dict[str, Any]) -> Key:
    """A labelled party in the form that is compared."""
    others = sorted((bare(other["name"]), other["kind"]) for other in row.get("others", []))
    numbers = sorted(tuple(number.split(" ", 1)) for number in row.get("numbers", []))
    return bare(row["name"]), row.get("role"), others, numbers


def of_party(party: FoundParty) -> Key:
    """A found party in the same form."""
    others = sorted((bare(other.text), other.kind) for other in party.other_names)
    numbers = sorted((number.scheme, number.number) for number in party.identifiers)
    return bare(party.name), party.role, others, numbers


def bare(name: str) -> str:
    """A name without the marks at its ends."""
    return re.sub(r"\s+", " ", name).strip(" ,;:/.-")


def common(labels: list[Any], found: list[Any]) -> int:
    """How many labels are among what was found, each once."""
    rest = list(found)
    hits = 0
    for label in labels:
        if label in rest:
            rest.remove(label)
            hits += 1
    return hits


def noted_in(found: PartiesFound) -> list[str]:
    """The notes that are labelled."""
    return sorted(note.name for note in found.notes if note.name.startswith(NOTES))


if __name__ == "__main__":
    main()
