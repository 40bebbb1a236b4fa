"""The contract of a list module, and how list modules are found."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cache

from sanctionscreen.errors import unknown
from sanctionscreen.model import Entity

from .files import Files

SOURCES_PACKAGE = "sanctionscreen.sources"


@dataclass(frozen=True, slots=True)
class Format:
    """One published form of a list.

    Args:
        name: what the publisher calls it, in lower case: ``xml``, ``csv``, ``json``.
        urls: where each file of the form is published, by file name; empty where the files are the
            user's own.
        recognise: tells from the files' first bytes or names whether they are in this form.
        read: the reader: files in, entities out, in the order of the file, streaming.
        whole_file: the date of the newest whole published file that the reader was run on; empty where
            it was built from the documented layout alone.
    """

    name: str
    urls: Mapping[str, str]
    recognise: Callable[[Files], bool]
    read: Callable[[Files], Iterator[Entity]]
    whole_file: str = ""


@dataclass(frozen=True, slots=True)
class Source:
    """A list: who publishes it, in which forms, and what a whole file looks like.

    Args:
        key: ``<country | eu | un>_<list>``; equal to the module's name.
        title: the list's own title.
        publisher: the authority.
        page: the publisher's page about the list, for people.
        formats: the published forms, the richest first.
        expect_entities: the least and most entities a complete file has; fewer or more is a
            concern that the snapshot carries.
        expect_filled: per entity or listing field, the least share of entities that fill it.
        max_age_days: for how many days a version may be trusted to be the publisher's latest, without
            asking again. Past it, answers made with the list are incomplete.
        closed_on: the day since which nobody publishes it; it is kept for reading old copies.
    """

    key: str
    title: str
    publisher: str
    page: str
    formats: tuple[Format, ...]
    expect_entities: tuple[int, int]
    expect_filled: Mapping[str, float] = field(default_factory=dict)
    max_age_days: int = 7
    closed_on: date | None = None


@cache
def source_keys() -> tuple[str, ...]:
    """The keys of all lists this package reads: the modules found, without importing any."""
    package = importlib.import_module(SOURCES_PACKAGE)
    return tuple(sorted(module.name for module in pkgutil.iter_modules(package.__path__)))


@cache
def load_source(key: str) -> Source:
    """The source of one list; only its module is imported.

    Raises:
        UsageError: no list has this key; the nearest is suggested.
    """
    if key not in source_keys():
        raise unknown("list", key, source_keys())
    module = importlib.import_module(f"{SOURCES_PACKAGE}.{key}")
    source: Source = module.SOURCE
    return source
