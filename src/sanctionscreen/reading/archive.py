"""A list file in its ZIP, read as a stream and never further than a list can reach.

OFAC publishes its Enhanced XML so, and any list may be given in a ZIP that holds the published file
and nothing else. A ZIP can be built to fill a memory (42 kB that become petabytes), so what comes out
is counted as it comes, and a ZIP in a ZIP is refused.
"""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, TYPE_CHECKING

from sanctionscreen.errors import ReadError

if TYPE_CHECKING:
    from .files import Files

# A ZIP begins with its first member, or with its directory where it holds none.
MAGICS = (b"PK\x03\x04", b"PK\x05\x06")
# What every Office document holds and no other ZIP does (ECMA-376 part 2, Open Packaging Conventions).
OFFICE = "[Content_Types].xml"
METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)

# The largest list, OFAC's SDN Enhanced XML, has over 100 MB and some 20 times the size of its ZIP.
# Below a megabyte no ratio harms.
MOST_BYTES = 2 << 30
MOST_TIMES = 200
HARMLESS_BYTES = 1 << 20

_DAMAGE = (zipfile.BadZipFile, zlib.error, struct.error, EOFError, UnicodeError, NotImplementedError)
_AGAIN = "Download it again from the publisher"


def is_zip(head: bytes) -> bool:
    """Whether bytes begin a ZIP archive, of which an Office document is one kind."""
    return head.startswith(MAGICS)


def open_member(files: Files, path: Path) -> IO[bytes] | None:
    """The one file that a ZIP holds, as a stream; None for an Office document, which is read as it is.

    Args:
        files: the list's files.
        path: one of them, which begins as a ZIP does.

    Raises:
        ReadError: the ZIP is damaged, encrypted, holds another number of files than one, or another
            ZIP. While the stream is read: it is damaged, or unpacks to more than any list has.
    """
    archive = _archive(files, path)
    try:
        if OFFICE in archive.namelist():
            archive.close()
            return None
        info = _only_member(files, path, archive)
        stream = io.BufferedReader(_Member(files, path, archive, _member(files, path, archive, info)))
        if is_zip(stream.peek(4)):
            raise _refused(files, path, "holds another ZIP archive", "Unpack it and add the list's file")
    except ReadError:
        archive.close()
        raise
    return stream


def check_archive(files: Files, path: Path) -> None:
    """Refuse an Office document that is damaged, encrypted or unpacks to more than any list has.

    Its parts are read through once, since the sizes that a ZIP states of itself may be wrong. Call it
    before the file is given to a library that unpacks it without a bound.

    Args:
        files: the list's files.
        path: one of them, an Office document.

    Raises:
        ReadError: it is one of these.
    """
    limit, read = _limit(path), 0
    with _archive(files, path) as archive:
        for info in archive.infolist():
            with _member(files, path, archive, info) as stream, _damage_told(files, path):
                while read <= limit and (chunk := stream.read(1 << 16)):
                    read += len(chunk)
            if read > limit:
                raise _too_large(files, path, limit)


class _Member(io.RawIOBase):
    """The bytes of a file in a ZIP, counted as they are read; closing it closes the ZIP."""

    def __init__(self, files: Files, path: Path, archive: zipfile.ZipFile, stream: IO[bytes]) -> None:
        super().__init__()
        self._files, self._path, self._archive, self._stream = files, path, archive, stream
        self._limit = _limit(path)

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        with _damage_told(self._files, self._path):
            return self._stream.seek(offset, whence)

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        with _damage_told(self._files, self._path):
            data = self._stream.read(len(buffer))
        if self._stream.tell() > self._limit:
            raise _too_large(self._files, self._path, self._limit)
        buffer[: len(data)] = data
        return len(data)

    def close(self) -> None:
        self._stream.close()
        self._archive.close()
        super().close()


def _archive(files: Files, path: Path) -> zipfile.ZipFile:
    with _damage_told(files, path):
        return zipfile.ZipFile(path)


def _only_member(files: Files, path: Path, archive: zipfile.ZipFile) -> zipfile.ZipInfo:
    members = [info for info in archive.infolist() if not info.is_dir()]
    if len(members) == 1:
        return members[0]
    if not members:
        raise _refused(files, path, "holds no file", _AGAIN)
    shown = ", ".join(info.filename for info in members[:4]) + (", ..." if len(members) > 4 else "")
    raise _refused(
        files, path, f"holds {len(members)} files ({shown})", "Unpack it and add the files of one list"
    )


def _member(files: Files, path: Path, archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> IO[bytes]:
    if info.flag_bits & 1:
        raise _refused(files, path, "is encrypted", "Add the file in it, decrypted")
    if info.compress_type not in METHODS:
        raise _refused(
            files, path, f"is packed by method {info.compress_type}", "Unpack it with other software"
        )
    with _damage_told(files, path):
        return archive.open(info)


def _limit(path: Path) -> int:
    """To how many bytes a ZIP of this size may unpack."""
    return min(MOST_BYTES, max(HARMLESS_BYTES, MOST_TIMES * path.stat().st_size))


@contextmanager
def _damage_told(files: Files, path: Path) -> Iterator[None]:
    """What the ZIP library finds wrong, as a ReadError that names the file."""
    try:
        yield
    except (
        zipfile.BadZipFile,
        zlib.error,
        struct.error,
        EOFError,
        UnicodeError,
        NotImplementedError,
    ) as error:
        raise _refused(files, path, f"is damaged or cut short ({error})", _AGAIN) from error


def _too_large(files: Files, path: Path, limit: int) -> ReadError:
    return _refused(
        files,
        path,
        f"unpacks to more than {limit:,} bytes, as no list of its size does",
        "Do not use this file; download it from the publisher",
    )


def _refused(files: Files, path: Path, problem: str, advice: str) -> ReadError:
    return files.error(f"this is a ZIP archive that {problem}", path=path, advice=advice)
