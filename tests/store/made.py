"""Two lists that the tests make themselves, as modules in a folder of their own, and files of them.

A file has a line ``#zz_made,<as of>,<records announced>`` and then lines ``id,name,city``. The name
``wait`` halts the reader, ``?`` for a city is odd.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

ROOT = Path(__file__).parents[2]

MODULE = '''"""A list that a test made."""

import time
from collections.abc import Iterator

from sanctionscreen.model import Address, Entity, Listing, Name
from sanctionscreen.printed import day
from sanctionscreen.reading import Files, Format, Source

KEY = __name__.rsplit(".", 1)[-1]


def read_lines(files: Files) -> Iterator[Entity]:
    """One line, one entity."""
    with files.text() as lines:
        _, as_of, announced = next(lines).rstrip("\\n").split(",")
        files.published(day(as_of))
        if announced:
            files.announced(int(announced))
        for line in lines:
            number, name, city = line.rstrip("\\n").split(",")
            if name == "wait":
                time.sleep(60)
            if city == "?":
                files.report.odd(number, "city", city, "a city that is not known")
            yield Entity(
                list="zz_stranger" if name == "stranger" else KEY,
                id=number,
                names=[Name(text=name)],
                addresses=[Address(text=city)] if city else [],
                listing=Listing(list=KEY, authority="Ministry of Tests"),
            )


SOURCE = Source(
    key=KEY, title="Made list", publisher="Ministry of Tests", page="https://example.org/",
    formats=(
        Format("lines", {"made.txt": "https://example.org/made.txt"},
               lambda files: files.head().startswith(f"#{KEY},".encode()), read_lines),
    ),
    expect_entities=(3, 200), expect_filled={"addresses": 0.5, "authority": 1.0},
)
'''

ROWS = ("1,Zyxel Works,Hong Kong", "2,Ådal Øst,Oslo", "3,金派科技,")


def write_modules(folder: Path) -> Path:
    """The folder with the modules of ``zz_made`` and ``zz_other``."""
    folder.mkdir()
    for key in ("zz_made", "zz_other"):
        (folder / f"{key}.py").write_text(MODULE, "utf-8")
    return folder


def write_made(
    path: Path,
    rows: Iterable[str] = ROWS,
    *,
    key: str = "zz_made",
    as_of: str = "2024-05-06",
    announced: int | str = "",
) -> Path:
    """A file of a made list."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w", encoding="utf-8", newline="\n") as handle:
        handle.write(f"#{key},{as_of},{announced}\n")
        handle.writelines(f"{row}\n" for row in rows)
    return path


def python(modules: Path, code: str, *arguments: object, wrapper: Iterable[str] = ()) -> list[str]:
    """A command that runs code in a new process that knows the made lists."""
    start = (
        "import sys, sanctionscreen as ss, sanctionscreen.sources as sources\n"
        f"sources.__path__.append({str(modules)!r})\n"
    )
    return [*wrapper, sys.executable, "-W", "error", "-c", start + code, *map(str, arguments)]


def run(command: list[str]) -> subprocess.CompletedProcess[str]:
    """Run a command to its end; it may take a minute."""
    return subprocess.run(
        command, capture_output=True, text=True, encoding="utf-8", check=False, timeout=60, env=environment()
    )


def environment() -> dict[str, str]:
    """This environment, with the package found and text in UTF-8."""
    return {**os.environ, "PYTHONPATH": str(ROOT / "src"), "PYTHONUTF8": "1"}


def tree(folder: Path) -> dict[str, bytes]:
    """Every file under a folder with its bytes, but for locks."""
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.name != ".lock"
    }
