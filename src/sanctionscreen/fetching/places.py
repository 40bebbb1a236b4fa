"""Where each file of a form is taken from: the publisher, another address, a mirror, or a folder."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote, urlsplit

from sanctionscreen.errors import UsageError

from .options import Options


@dataclass(frozen=True, slots=True)
class Place:
    """Where one file is: its published name, and an HTTP address or a path."""

    name: str
    where: str | Path


def places(key: str, urls: Mapping[str, str], options: Options, origin: str | None = None) -> list[Place]:
    """The places of all files of a form.

    Args:
        key: the list's key.
        urls: the publisher's addresses, by file name.
        options: may name other addresses, or a mirror.
        origin: goes before all that: an address or a folder that holds the files, either beside each
            other or in a folder named like the list; or the one file itself.

    Raises:
        UsageError: a folder that does not hold the files, or an address that is none.
    """
    if origin and "://" in origin:
        return [Place(name, _below(origin, key, name, only=len(urls) == 1)) for name in urls]
    if origin:
        return [Place(name, _in_folder(Path(origin), key, name, only=len(urls) == 1)) for name in urls]
    own, mirror = options.of(key).urls, options.download.mirror
    found = []
    for name, published in urls.items():
        copied = f"{mirror.rstrip('/')}/{key}/{quote(name)}" if mirror else published
        found.append(Place(name, checked(own.get(name, copied), key)))
    return found


def _below(origin: str, key: str, name: str, *, only: bool) -> str:
    address = checked(origin, key)
    path = urlsplit(address).path
    if only and ("." in path.rsplit("/", 1)[-1] or urlsplit(address).query):
        return address
    return f"{address.rstrip('/')}/{key}/{quote(name)}"


def _in_folder(folder: Path, key: str, name: str, *, only: bool) -> Path:
    if only and folder.is_file():
        return folder
    for path in (folder / key / name, folder / name):
        if path.is_file():
            return path
        # publishers and people do not agree on capitals
        near = [near for near in _files(path.parent) if near.name.lower() == name.lower()]
        if near:
            return near[0]
    raise UsageError(
        f"neither {folder / key / name} nor {folder / name} is there",
        list_key=key,
        file=name,
        advice="Put the file there under its published name, or name another folder",
    )


def _files(folder: Path) -> list[Path]:
    return sorted(path for path in folder.iterdir() if path.is_file()) if folder.is_dir() else []


def checked(address: str, key: str) -> str:
    """An address, if it is one of HTTP.

    Raises:
        UsageError: it is none.
    """
    parts = urlsplit(address)
    if parts.scheme.lower() not in ("http", "https") or not parts.hostname:
        raise UsageError(
            f"'{address}' is no address of HTTP",
            list_key=key,
            advice="Give one that begins with https:// or http://, or a folder",
        )
    return address
