"""Shipments as JSON: an array, one object a line, or one object, in the form of ``Shipment``."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from sanctionscreen.errors import ReadError
from sanctionscreen.model.shipment import Shipment
from sanctionscreen.reading import Files
from sanctionscreen.reading.json import BOM, objects
from sanctionscreen.reading.jsonl import LONGEST

from .record import Problem, Record, record_of, unreadable

ARRAY = "shipments"
"""The key of the array, where the file is an object that holds it."""


def is_model(head: bytes) -> bool:
    """Whether a file of JSON holds shipments, and not the rows of a table."""
    return any(f'"{name}"'.encode() in head for name in ("parties", ARRAY)) or _is_array(head)


def read_json(files: Files) -> Iterator[Record]:
    """The shipments of a file, in order; of JSON lines a bad one is told and passed over."""
    head = files.head().removeprefix(BOM).lstrip()
    if _is_array(head) or f'"{ARRAY}"'.encode() in head.partition(b"[")[0]:
        yield from _read_array(files)
    elif _is_object(head.partition(b"\n")[0]) or b"\n{" in head:
        yield from _read_lines(files)
    else:
        yield _read_one(files)


def _is_array(head: bytes) -> bool:
    return head.removeprefix(BOM).lstrip().startswith(b"[")


def _is_object(line: bytes) -> bool:
    return isinstance(_value(line), dict)


def _value(text: bytes) -> Any:
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return None


def _read_array(files: Files) -> Iterator[Record]:
    number = 0
    try:
        for row in objects(files, ARRAY):
            number = row.line
            yield record_of(f"record {number}", dict(zip(row.names, row.values(row.names), strict=True)))
    except ReadError as error:
        if not number:
            raise
        yield unreadable(error, f"record {number + 1}")


def _read_lines(files: Files) -> Iterator[Record]:
    with files.open() as handle:
        for number, line in enumerate(iter(lambda: handle.readline(LONGEST), b""), start=1):
            text = line.removeprefix(BOM).strip()
            if text:
                yield _read_line(text, f"line {number}")


def _read_line(text: bytes, place: str) -> Record:
    try:
        return record_of(place, json.loads(text))
    except RecursionError:
        problem = "the line is nested too deeply"
    except ValueError as error:
        problem = f"the line is not valid JSON ({error}). Write one shipment a line, in UTF-8"
    return Record(place, None, (Problem("", problem),))


def _read_one(files: Files) -> Record:
    with files.open() as handle:
        text = handle.read(LONGEST)
    record = _read_line(text.removeprefix(BOM), "the one record")
    known = record.shipment and record.shipment != Shipment()
    return (
        record
        if known or record.problems
        else Record(record.place, None, (Problem("", "it is no shipment"),))
    )
