"""Which published form of a list some files are in; and if they are in none, what they are instead."""

from __future__ import annotations

import stat
from collections.abc import Sequence
from pathlib import Path

from sanctionscreen.errors import ReadError, SanctionscreenError
from sanctionscreen.reading import Files, Format, Source, load_source, source_keys
from sanctionscreen.reading.archive import is_zip

from .manifest import add_command

_OTHER_THINGS = (
    (b"\x1f\x8b", "compressed with gzip", "Unpack it and add the file in it"),
    (b"%PDF", "a PDF", "Download one of the forms that 'sanctionscreen lists available' shows"),
)


def check_paths(key: str, paths: Sequence[Path]) -> None:
    """Refuse what cannot be read as files.

    Raises:
        ReadError: a path is absent, a folder or a device, or two files have the same name.
    """
    names: set[str] = set()
    for path in paths:
        problem = _problem_of(path)
        if path.name in names:
            problem = ("another file of this set has the same name", "Rename one, or add the right set")
        if problem:
            shown = str(path).encode(errors="replace").decode()
            raise ReadError(problem[0], list_key=key, file=shown, advice=problem[1])
        names.add(path.name)


def _problem_of(path: Path) -> tuple[str, str] | None:
    try:
        path.name.encode()
        mode = path.stat().st_mode
    except UnicodeEncodeError:
        return "the file's name is not valid text", "Rename the file"
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        return f"the file cannot be found ({reason})", "Check the path and its permissions"
    if stat.S_ISDIR(mode):
        return "this is a folder", "Name the list's files in it"
    if not stat.S_ISREG(mode):
        return "this is no ordinary file", "Save the list to a file first"
    return None


def choose_format(source: Source, paths: Sequence[Path]) -> Format:
    """The form of the list that the files are in.

    Raises:
        ReadError: none; it says what the files look like instead.
    """
    files = Files(source.key, paths)
    for form in source.formats:
        if form.recognise(files):
            return form
    for path in paths:
        if other := _other_thing(files.head(path)):
            raise files.error(f"this is {other[0]}", path=path, advice=other[1])
    if lists := _other_lists(source.key, paths):
        names = " ".join(path.name for path in paths)
        commands = " or ".join(add_command(key, names) for key in lists)
        raise files.error(f"this looks like {' or '.join(lists)}", advice=f"Use: {commands}")
    if workbook := next((path for path in paths if is_zip(files.head(path))), None):
        raise files.error(
            "this is an Excel workbook, or a document of another kind",
            path=workbook,
            advice="Download one of the forms that 'sanctionscreen lists available' shows",
        )
    forms = "; ".join(": ".join(filter(None, (form.name, ", ".join(form.urls)))) for form in source.formats)
    raise files.error(
        f"this is in none of the forms that are read ({forms})",
        advice=f"See {source.page}, and give all files of one form, named as published",
    )


def _other_thing(head: bytes) -> tuple[str, str] | None:
    start = head.removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    if start.startswith((b"<!doctype html", b"<html")) or b"<html" in start[:1000]:
        return "a web page, probably an error page of the download", "Download the list again"
    for magic, what, advice in _OTHER_THINGS:
        if head.startswith(magic):
            return what, advice
    return None


def _other_lists(key: str, paths: Sequence[Path]) -> list[str]:
    """The other lists that would take these files."""
    found = []
    for other in source_keys():
        if other != key and _recognised(load_source(other), paths):
            found.append(other)
    return found


def _recognised(source: Source, paths: Sequence[Path]) -> bool:
    try:
        return any(form.recognise(Files(source.key, paths)) for form in source.formats)
    except SanctionscreenError:
        return False
