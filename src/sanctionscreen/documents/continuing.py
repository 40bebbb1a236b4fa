"""Whether a piece of text goes on with the name before it, begins another party, or is an address."""

from __future__ import annotations

from typing import Literal

from .atoms import Break
from .looks import Looks, look

Reads = Literal["name", "address", "department", "party", "other_script"]

_WEAK = frozenset(("and", "stroke", "dash"))


Ahead = Literal["form", "address", "nothing"]
"""What comes first behind a piece: a legal form, so that the name may not be whole yet, an address, or neither."""


def read_next(name: str, text: str, before: Break, *, cut: bool, ahead: Ahead) -> Reads:
    """What a piece of text is, read behind a name.

    Args:
        name: the name so far.
        text: the piece.
        before: what stands between them.
        cut: whether the line with the name is full, as if the name had been cut at its end.
        ahead: what the pieces after it hold.
    """
    so_far, piece = look(name), look(text)
    if so_far.open and before not in ("strong", "opener"):
        return "name"
    if before in _WEAK:
        return _read_weak(so_far, piece, before)
    if cut and not (so_far.ends or piece.begins or piece.address):
        return "name"
    if _of_other_script(so_far, piece):
        return "other_script"
    if (piece.rest and not piece.place) or (so_far.ends and piece.begins and so_far.goes_on(text)) or piece.connected:
        return "name"
    if before == "opener" and not (so_far.whole or piece.plainly_address):
        return "name"
    if piece.address or piece.numbered or (piece.place and so_far.brand and not _may_be_given_name(so_far, before, ahead)):
        return "address"
    if piece.department and not piece.form:
        return "department"
    return _read_words(so_far, piece, before, ahead)


def read_after_address(text: str, before: Break) -> Reads:
    """What a piece of text is, read behind an address: another party only where it has the name and form of one."""
    piece = look(text)
    if piece.department and not piece.form:
        return "department"
    begins = before in ("strong", "line", "start") and piece.whole and piece.brand and not piece.address
    return "party" if begins else "address"


def _of_other_script(so_far: Looks, piece: Looks) -> bool:
    scripts = {so_far.script, piece.script}
    return len(scripts) == 2 and None not in scripts and piece.brand and not piece.address and not piece.place


def _may_be_given_name(so_far: Looks, before: Break, ahead: Ahead) -> bool:
    """Whether a place behind a comma may be a person's given name, as in ``RADDAD, RIYAD``; as part of a name it weighs little."""
    return before == "comma" and ahead == "nothing" and not (so_far.form or so_far.common)


def _read_weak(so_far: Looks, piece: Looks, before: Break) -> Reads:
    """Words behind ``and``, a stroke or a dash, which stand within names more often than between parties."""
    if so_far.ends and before != "and" and (piece.address or (piece.place and before == "dash")):
        return "address"
    alike = (so_far.ends and piece.whole) or (so_far.begins and piece.begins)
    return "party" if alike and piece.brand and before != "dash" else "name"


def _read_words(so_far: Looks, piece: Looks, before: Break, ahead: Ahead) -> Reads:
    """Words that are neither an address nor a department."""
    if before == "strong":
        return "party" if piece.brand and not piece.code else "name"
    if so_far.whole:
        if piece.brand and (piece.form or (so_far.ends and piece.common and before == "line")):
            return "party"
        if so_far.begins and not so_far.ends and before == "line":
            return "name"
        return "name" if piece.common else "address"
    # "TRADING HOUSE X, LAUTERN, GERMANY" has an unknown town; "KHAN, HAJI" and most lines go on with the name.
    town = before == "comma" and ahead == "address" and so_far.common and so_far.brand and not piece.common
    return "address" if town and not piece.form else "name"
