"""Values of the register's interface that may stand under several keys, or in several shapes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from sanctionscreen.reading import Row

LABELS = ("type", "id_type", "attr_type", "key", "label", "title", "name")
VALUES = ("value", "number", "id_number", "attr_value", "val", "text", "content")


def first(record: Row, *keys: str) -> str:
    """The first filled one of several keys, as text; all of them count as read."""
    return next((text for text in [record.text(key) for key in keys] if text), "")


def pairs(value: Any, label: str = "") -> Iterator[tuple[str, str]]:
    """Label and text of everything in a value, whether its keys are the labels or ``type`` and ``value``.

    >>> list(pairs([{"type": "ІПН", "value": "1"}, "2"])), list(pairs({"name": "A", "address": ["B", "C"]}))
    ([('ІПН', '1'), ('', '2')], [('name', 'A'), ('address', 'B'), ('address', 'C')])
    """
    if isinstance(value, Mapping):
        labelled = next((key for key in LABELS if value.get(key)), "")
        valued = next((key for key in VALUES if value.get(key) and key != labelled), "")
        if labelled and valued:
            yield from pairs(value[valued], str(value[labelled]))
        named = {
            key: held
            for key, held in value.items()
            if not (labelled and valued and key in (labelled, valued))
        }
        for key, held in named.items():
            yield from pairs(held, str(key))
    elif isinstance(value, list):
        for held in value:
            yield from pairs(held, label)
    elif value not in (None, "") and (text := " ".join(str(value).split())):
        yield label, text
