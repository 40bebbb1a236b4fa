"""The CSV form of OFAC's lists: four files without headers, in which ``-0-`` is an empty field.

The primary file (SDN.CSV, CONS_PRIM.CSV) keeps every fact but aliases and addresses in one remark, its
facts separated by ``; `` and closed by a full stop. A remark ends after 1000 characters, mid-word, and
goes on in the file of comments. The file of aliases holds the strong ones; weak ones stand in quotes
in the remark. City, region and postcode are one field, kept in the text of the address alone.

The full stop that closes a remark may be that of its last word (``S.A.``). It is given back to the
name of a linked party if the list has that name with it, and is lost elsewhere.
"""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterator
from pathlib import Path

from sanctionscreen.model import Address, Entity
from sanctionscreen.reading.fields import Row
from sanctionscreen.reading.files import Files
from sanctionscreen.reading.kept import unique
from sanctionscreen.reading.table import headerless

from .facts import ALTERNATIVE, KINDS, Draft, read_alias, read_draft, read_remark, read_vessel
from .particulars import OfacList

COLUMNS = (
    "ent_num", "SDN_Name", "SDN_Type", "Program", "Title", "Call_Sign", "Vess_type", "Tonnage", "GRT",
    "Vess_flag", "Vess_owner", "Remarks",
)  # fmt: skip
ALT_COLUMNS = ("ent_num", "alt_num", "alt_type", "alt_name", "alt_remarks")
ADD_COLUMNS = ("ent_num", "add_num", "Address", "City/State/Postal", "Country", "add_remarks")
COMMENT_COLUMNS = ("ent_num", "Remarks")
BESIDE = {"alt": ALT_COLUMNS, "add": ADD_COLUMNS, "comments": COMMENT_COLUMNS}
REMARK_LIMIT = 1000
EMPTY = "-0-"

Cells = list[tuple[str, ...]]
Beside = dict[str, dict[str, Cells]]


def recognise_csv(ofac: OfacList) -> Callable[[Files], bool]:
    """A recogniser: the primary file has this layout and its first entries are of this list.

    Where it has no entry in this layout, its name decides, so that the reader can say what is wrong.
    """
    stem = Path(ofac.csv[0]).stem.lower()

    def recognise(files: Files) -> bool:
        path = primary(files)
        if path.suffix.lower() != ".csv":
            return False
        entries = read_first(files, path)
        return ofac.owns(entries, path) if entries else stem in path.name.lower()

    return recognise


def primary(files: Files) -> Path:
    """The file that holds the entries: the one that is none of those beside it."""
    others = (path for path in files.paths if not any(stem in path.name.lower() for stem in BESIDE))
    return next(others, files.paths[0])


def read_first(files: Files, path: Path) -> list[tuple[list[str], list[str]]]:
    """The programmes and the facts in the remarks of the entries in a file's first bytes."""
    lines = files.head(path).decode("utf-8", "replace").splitlines()
    try:
        rows = [row for row in csv.reader(lines) if len(row) == len(COLUMNS) and row[0].isdigit()]
    except csv.Error:
        return []
    return [
        (
            programmes_in(fold(row[3])),
            [ALTERNATIVE.sub("", piece.strip()) for piece in row[11].removesuffix(".").split("; ")],
        )
        for row in rows
        if row[2].strip().lower() in (EMPTY, *KINDS)
    ]


def read_csv(files: Files, ofac: OfacList) -> Iterator[Entity]:
    """The entries of the CSV form, in its order; the three files beside it are held in memory (some MB).

    Args:
        files: the list's four files.
        ofac: what is particular to the list.

    Raises:
        ReadError: a file is missing, damaged or of another day, or an entry has no number or no name.
    """
    path = primary(files)
    beside = {stem: read_beside(files, ofac, stem, columns) for stem, columns in BESIDE.items()}
    dotted = read_dotted(files, path)
    for row in headerless(files, COLUMNS, path=path):
        yield ofac.finish(read_entry(files, path, row, beside, dotted))
    for stem, rows in beside.items():
        for uid in rows:
            raise files.error(
                f"the row belongs to no entry of {ofac.csv[0]}",
                path=files.find(stem),
                record=uid,
                field="ent_num",
                advice=f"{ofac.csv[0]} was cut, or the files are of different days; download all four again",
            )


def read_entry(files: Files, path: Path, row: Row, beside: Beside, dotted: frozenset[str]) -> Draft:
    """One row of the primary file, and the rows beside it that are its own."""
    uid = cell(row, "ent_num")
    name, kind = cell(row, "SDN_Name"), cell(row, "SDN_Type") or "entity"
    draft = read_draft(files, path, uid, name, kind, programmes_in(cell(row, "Program")))
    draft.title = cell(row, "Title")
    for _, alias, text, note in beside["alt"].pop(uid, ()):
        read_alias(draft, fold(text), alias, "strong")
        draft.remarks += [f"{text}: {note}"] if note else []
    for _, street, town, country, note in beside["add"].pop(uid, ()):
        read_address(draft, *map(fold, (street, town, country, note)))
    read_vessel(draft, *(cell(row, column) for column in COLUMNS[5:11]))
    remark = raw(row, "Remarks")
    more = "".join(unique(text for (text,) in beside["comments"].pop(uid, ())))
    if len(remark) >= REMARK_LIMIT and not more:
        files.report.odd(uid, "Remarks", remark[-60:], "a remark cut short, with no comment that goes on")
    read_remark(draft, closed(fold(remark + more), dotted))
    return draft


def programmes_in(text: str) -> list[str]:
    """The programmes of one field: "UKRAINE-EO13662] [RUSSIA-EO14024"."""
    return [part for part in text.split("] [") if part and part != EMPTY]


def read_beside(files: Files, ofac: OfacList, stem: str, columns: tuple[str, ...]) -> dict[str, Cells]:
    """The rows of one of the files beside the primary one, by the number of the entry they belong to."""
    path = files.find(stem)
    if not path:
        raise files.error(
            f"of the four files of the CSV form, the one with '{stem}' in its name is missing",
            path=primary(files),
            advice=f"Give {', '.join(ofac.csv[:3])} and {ofac.csv[3]} together",
        )
    held: dict[str, Cells] = {}
    for row in headerless(files, columns, path=path):
        uid, *cells = (raw(row, column) for column in columns)
        held.setdefault(fold(uid), []).append(tuple(cells))
    return held


def read_dotted(files: Files, path: Path) -> frozenset[str]:
    """The names on the list that end in a full stop."""
    names = set()
    for row in headerless(files, COLUMNS, path=path):
        row.ignore(*COLUMNS)
        names.add(cell(row, "SDN_Name"))
    return frozenset(name for name in names if name.endswith(".") and name[:-1] not in names)


def closed(remark: str, dotted: frozenset[str]) -> str:
    """A remark without the full stop that closes it, unless that ends the name of a linked party."""
    linked = remark.rsplit("Linked To: ", 1)[-1]
    return remark if linked in dotted else remark.removesuffix(".")


def raw(row: Row, column: str) -> str:
    """A cell as it stands, for text that goes on in another file; ``-0-`` is an empty one."""
    value = str(row.value(column) or "")
    return "" if value.strip() == EMPTY else value


def cell(row: Row, column: str) -> str:
    """A cell with white space folded."""
    return fold(raw(row, column))


def fold(text: str) -> str:
    """White space made single."""
    return " ".join(text.split())


def read_address(draft: Draft, street: str, town: str, country: str, note: str) -> None:
    """An address whose city, region and postcode cannot be told apart; an empty row is none."""
    if not (street or town or country):
        draft.remarks += [note] if note else []
        return
    draft.addresses.append(
        Address(
            text=", ".join(part for part in (street, town, country) if part),
            street=street or None,
            country=draft.code("address/country", country),
            country_text=country or None,
            note=note or None,
        )
    )
