"""The made lists, known to this process for the length of a test, and an empty store."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

import sanctionscreen.sources as sources_package
from sanctionscreen.reading import load_source, source_keys
from sanctionscreen.store import Store

from .made import write_modules

NOON = datetime(2024, 6, 1, 12, tzinfo=UTC)


def forget_sources() -> None:
    source_keys.cache_clear()
    load_source.cache_clear()
    for key in ("zz_made", "zz_other"):
        sys.modules.pop(f"sanctionscreen.sources.{key}", None)


@pytest.fixture
def modules(tmp_path: Path) -> Iterator[Path]:
    folder = write_modules(tmp_path / "modules")
    sources_package.__path__.append(str(folder))
    forget_sources()
    yield folder
    sources_package.__path__.remove(str(folder))
    forget_sources()


@pytest.fixture
def store(tmp_path: Path, modules: Path) -> Store:
    return Store(tmp_path / "home", now=lambda: NOON)
