"""In which encoding a file of text is: certain where it can be, else guessed, and then said.

A wrong guess turns names into other names, which would then not be found. So a byte order mark and valid
UTF-8 decide before any guess, UTF-8 that is damaged in places is refused instead of read as something
else, and a guess is always reported with the option that overrules it.
"""

from __future__ import annotations

import codecs
from typing import NamedTuple

from sanctionscreen.reading import Files

# UTF-32's mark begins with that of UTF-16, so it comes first.
MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
LEGACY = [
    "cp1252", "gb18030", "big5", "cp932", "cp949", "cp1251", "cp1250", "cp1254", "cp1253", "cp1256", "cp1255",
]  # fmt: skip
"""What spreadsheets and ERP systems still write where they do not write Unicode: Windows' code pages."""
_LATIN = ("cp1252", "cp1254", "cp1250")
_ICELANDIC = "ðÐýÝþÞ"
SAMPLE = 1 << 18
"""Bytes of lines with other letters than those of English that a guess is made from."""
_CHUNK = 1 << 20


class Encoding(NamedTuple):
    """An encoding, and whether it is a guess.

    ``lines`` is about how many lines the file has, 0 where that was not counted.
    """

    name: str
    guessed: bool = False
    lines: int = 0


class _Text(NamedTuple):
    """What one look through a file tells: its lines, bytes of letters beyond ASCII that are and are not
    UTF-8, and the lines to guess from.
    """

    lines: int
    valid: int
    invalid: int
    sample: bytes


def find_encoding(files: Files) -> Encoding:
    """The encoding of the first file.

    Raises:
        ReadError: it is UTF-8 that is damaged in places, or in no encoding that is known here.
    """
    head = files.head()
    text = _look(files)
    for mark, name in MARKS:
        if head.startswith(mark):
            return Encoding(name, lines=text.lines)
    if b"\0" in head:
        # UTF-16 without its mark: the zero byte of an English letter tells which byte comes first.
        return Encoding("utf-16-be" if head[:2].startswith(b"\0") else "utf-16-le", True, text.lines)
    if text.valid >= text.invalid:
        # So much valid UTF-8 does not happen by chance. The reader will name the line of any damage.
        return Encoding("utf-8", lines=text.lines)
    return Encoding(_guess(files, text.sample), guessed=True, lines=text.lines)


def _look(files: Files) -> _Text:
    lines = valid = invalid = 0
    sample = bytearray()
    with files.open() as handle:
        while chunk := handle.readlines(_CHUNK):
            data = b"".join(chunk)
            lines += len(chunk)
            if data.isascii():
                continue
            text = data.decode("utf-8", "ignore")
            decoded = len(text.encode())
            valid += decoded - len(text)
            invalid += len(data) - decoded
            if len(sample) < SAMPLE:
                sample += b"".join(line for line in chunk if not line.isascii())[:SAMPLE]
    return _Text(lines, valid, invalid, bytes(sample))


def _guess(files: Files, sample: bytes) -> str:
    from charset_normalizer import from_bytes  # noqa: PLC0415  (most files need no guess)

    found = [match.encoding for match in from_bytes(sample, cp_isolation=LEGACY)]
    if not found:
        raise files.error(
            "the text is in no encoding that is known here",
            advice="Save the file as UTF-8, or name its encoding: --encoding",
        )
    if found[0] in _LATIN:
        # They differ in few letters. A wrong one shows signs within words: Zak³ady for Zakłady.
        return min(_LATIN, key=lambda name: _misfits(sample, name))
    return found[0]


def _misfits(sample: bytes, encoding: str) -> int:
    """Signs that touch a letter, and Iceland's letters, in whose places Turkey's code page has its own."""
    text = sample.decode(encoding, "replace")
    return sum(
        sign in _ICELANDIC if sign.isalpha() else before.isalpha() or after.isalpha()
        for before, sign, after in zip(" " + text, text, text[1:] + " ", strict=False)
        if sign >= "\x80"
    )
