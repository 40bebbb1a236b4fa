"""Whether the readers lost a name: the publishers' files read by other, plain code.

    python bench/verbatim.py

``bench/exact.py`` screens the names that the readers give. This takes the names from the files by a
few lines of standard XML and CSV that know nothing of the readers, and asks two things of each: is
it, letter by letter, a name of an entity of that record, and if not (prose, "; and X", lost marks),
does screening it as printed return an entity of that record at 100?
"""

from __future__ import annotations

import csv
import tempfile
from collections import defaultdict
from collections.abc import Callable, Iterator
from pathlib import Path
from string import ascii_lowercase
from xml.etree import ElementTree

from python_calamine import CalamineWorkbook

import sanctionscreen as ss
from published import LISTS, entries

Printed = Iterator[tuple[str, str]]


def us_csl(files: list[Path]) -> Printed:
    """Names and aliases of each row, by the row's hash or number."""
    for row in csv.DictReader(files[0].open(encoding="utf-8-sig", newline="")):
        for name in (row["name"], *row["alt_names"].split("; ")):
            yield row["_id"], name


def us_ofac_sdn(files: list[Path]) -> Printed:
    """Last and first names of each entry and its a.k.a. names, by uid."""
    for entry in ElementTree.parse(files[0]).getroot().iterfind("{*}sdnEntry"):
        uid = entry.findtext("{*}uid", "")
        for named in (entry, *entry.iterfind("{*}akaList/{*}aka")):
            parts = (named.findtext("{*}lastName"), named.findtext("{*}firstName"))
            yield uid, ", ".join(part for part in parts if part)


def eu_fsf(files: list[Path]) -> Printed:
    """The whole name of every alias, by logical id."""
    for entity in ElementTree.parse(files[0]).getroot().iterfind("{*}sanctionEntity"):
        for alias in entity.iterfind("{*}nameAlias"):
            yield entity.get("logicalId", ""), alias.get("wholeName", "")


def _british(path: Path, encoding: str, number: str) -> Printed:
    """Name 1 to 5 and then Name 6, by the column of the number; a banner stands before the header."""
    with path.open(encoding=encoding, newline="") as handle:
        handle.readline()
        for row in csv.DictReader(handle):
            yield row[number], " ".join(row[f"Name {part}"] for part in range(1, 7))


def gb_fcdo(files: list[Path]) -> Printed:
    """The names by unique id."""
    return _british(files[0], "utf-8-sig", "Unique ID")


def un_sc(files: list[Path]) -> Printed:
    """First to fourth name, aliases and original script, by data id."""
    for record in ElementTree.parse(files[0]).getroot().iterfind("*/*"):
        number = record.findtext("DATAID", "")
        parts = (record.findtext(f"{part}_NAME") for part in ("FIRST", "SECOND", "THIRD", "FOURTH"))
        yield number, " ".join(part for part in parts if part)
        for alias in record.iterfind("*/ALIAS_NAME"):
            yield number, alias.text or ""
        yield number, record.findtext("NAME_ORIGINAL_SCRIPT", "")


def gb_ofsi(files: list[Path]) -> Printed:
    """The names by group id."""
    return _british(files[0], "cp1252", "Group ID")


def us_bis_dpl(files: list[Path]) -> Printed:
    """The name of each row; the file has no number."""
    with files[0].open(encoding="utf-8", newline="") as handle:
        for row in csv.DictReader(handle, delimiter="\t"):
            yield "", row["Name"]


def ca_sema(files: list[Path]) -> Printed:
    """The names of entities and ships; of persons the given name before the last; no number."""
    for record in ElementTree.parse(files[0]).getroot().iterfind("record"):
        parts = (record.findtext(tag) for tag in ("GivenName", "LastName"))
        yield "", record.findtext("EntityOrShip") or " ".join(part for part in parts if part)


def au_dfat(files: list[Path]) -> Printed:
    """The name in each row, by the number before the letter."""
    workbook = CalamineWorkbook.from_path(str(files[0]))
    header, *rows = workbook.get_sheet_by_index(0).to_python()
    reference, name = header.index("Reference"), header.index("Name of Individual or Entity")
    for row in rows:
        number = str(row[reference]).removesuffix(".0").rstrip(ascii_lowercase)
        yield number, str(row[name]).replace("_x000D_", " ")


PLAIN: dict[str, tuple[str, Callable[[list[Path]], Printed]]] = {
    "us_csl": ("csv", us_csl),
    "us_ofac_sdn": ("xml", us_ofac_sdn),
    "us_ofac_cons": ("xml", us_ofac_sdn),
    "us_bis_dpl": ("txt", us_bis_dpl),
    "eu_fsf": ("xml", eu_fsf),
    "gb_fcdo": ("csv", gb_fcdo),
    "gb_ofsi": ("csv", gb_ofsi),
    "un_sc": ("xml", un_sc),
    "ca_sema": ("xml", ca_sema),
    "au_dfat": ("xlsx", au_dfat),
}
ANYWHERE = ("us_bis_dpl", "ca_sema")
BY_ID = ("us_ofac_sdn", "us_ofac_cons", "gb_fcdo", "gb_ofsi", "au_dfat")


def files_of(key: str, form: str) -> list[Path]:
    """The newest file set of a list in one form."""
    sets = [entry["paths"] for name, entry in entries() if (name, entry["format"]) == (key, form)]
    return [LISTS / path for path in sets[-1]]


def main() -> None:
    """Compare, screen what differs, print."""
    with tempfile.TemporaryDirectory() as home:
        store = ss.Store(home)
        files = {key: files_of(key, form) for key, (form, _) in PLAIN.items()}
        held = {key: store.add(key, files[key]) for key in PLAIN}
        screener = ss.Screener.open(store)
        lost = []
        print(f"{'list':<14}{'printed':>9}{'distinct':>10}{'kept so':>9}{'at 100':>9}{'lost':>7}")
        for key, (_, plain) in PLAIN.items():
            owners: dict[str, set[str]] = defaultdict(set)
            names: dict[str, set[str]] = defaultdict(set)
            for entity in store.entities(held[key]):
                record = "" if key in ANYWHERE else entity.id if key in BY_ID else entity.record or entity.id
                owners[record].add(entity.id)
                names[record] |= {name.text for name in entity.names}
            printed = [(record, " ".join(name.split())) for record, name in plain(files[key])]
            printed = [row for row in printed if row[1]]
            differing = [row for row in dict.fromkeys(printed) if row[1] not in names[row[0]]]
            gone = [
                (key, record, name)
                for record, name in differing
                if not any(
                    hit.score == 100 and hit.entity.list == key and hit.entity.id in owners[record]
                    for hit in screener.screen(name).hits
                )
            ]
            lost += gone
            distinct = len(set(printed))
            counts = (
                len(printed),
                distinct,
                distinct - len(differing),
                len(differing) - len(gone),
                len(gone),
            )
            print(f"{key:<14}" + "".join(f"{n:>{w},}" for n, w in zip(counts, (9, 10, 9, 9, 7), strict=True)))
        for key, record, name in lost:
            print(f"  {key} {record} {name!r}")


if __name__ == "__main__":
    main()
