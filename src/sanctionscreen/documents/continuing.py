"""Whether a piece of text goes on with the name before it, begins another party, or is an address.

The rules are an ordered table; the first that knows an answer decides.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal, NamedTuple

from .atoms import Break
from .looks import Looks, look

Reads = Literal["name", "address", "department", "party", "other_script"]

Ahead = Literal["form", "address", "list", "nothing"]
"""What comes first behind a piece: a legal form, an address, the ``and`` of a list, or none of them."""


class Joint(NamedTuple):
    """A name and a piece of text behind it.

    Args:
        name: the name so far.
        piece: the text behind it.
        before: what stands between them.
        cut: whether the line with the name is full, as if the name had been cut at its end.
        ahead: what the pieces behind this one hold.
    """

    name: Looks
    piece: Looks
    before: Break
    cut: bool
    ahead: Ahead


def read_next(joint: Joint) -> Reads:
    """What a piece of text is, read behind a name."""
    return next(reads for rule in RULES if (reads := rule(joint)))


def read_after_address(text: str, before: Break) -> Reads:
    """What a piece is, read behind an address: another party only where it has the name and form of one."""
    piece = look(text)
    if piece.department and not piece.form:
        return "department"
    begins = before in ("strong", "line", "start") and piece.whole and piece.brand and not piece.address
    return "party" if begins else "address"


def open_name(joint: Joint) -> Reads | None:
    """A name with an open bracket, or with ``&`` at its end, goes on."""
    closed = joint.before in ("strong", "opener")
    return "name" if joint.name.open and not closed else None


def weak_break(joint: Joint) -> Reads | None:
    """``And``, a stroke and a dash stand within names more often than between parties."""
    name, piece, before = joint.name, joint.piece, joint.before
    if before not in ("and", "stroke", "dash"):
        return None
    if before != "and" and name.ends and (piece.address or (piece.place and before == "dash")):
        return "address"
    alike = (name.ends and piece.whole) or (name.begins and piece.begins)
    return "party" if alike and piece.brand and before != "dash" else "name"


def cut_line(joint: Joint) -> Reads | None:
    """Behind a full line the name goes on, unless it had come to its legal form."""
    ended = joint.name.ends or joint.piece.begins or joint.piece.address
    return "name" if joint.cut and not ended else None


def other_script(joint: Joint) -> Reads | None:
    """A name in another script beside the first is the same name."""
    piece = joint.piece
    scripts = {joint.name.script, piece.script}
    differs = len(scripts) == 2 and None not in scripts
    return "other_script" if differs and piece.brand and not (piece.address or piece.place) else None


def rest_of_name(joint: Joint) -> Reads | None:
    """Legal forms, places in brackets, a branch, the rest of ``CO., LTD.``, the last item of a list."""
    name, piece = joint.name, joint.piece
    if (piece.rest and not piece.place) or piece.connected:
        return "name"
    return "name" if name.ends and piece.begins and name.goes_on(piece.text) else None


def unit_of_body(joint: Joint) -> Reads | None:
    """``UNIT 586`` without a comma behind a name that has no legal form may be a part of an army."""
    doubtful = joint.before == "opener" and not (joint.name.whole or joint.piece.plainly_address)
    return "name" if doubtful else None


def address(joint: Joint) -> Reads | None:
    """Words and numbers of an address, and places behind a name that is more than common words."""
    name, piece = joint.name, joint.piece
    if piece.address or piece.numbered:
        return "address"
    # RADDAD, RIYAD may be a person; as part of a name a place weighs little.
    given_name = joint.before == "comma" and joint.ahead == "nothing" and not (name.form or name.common)
    return "address" if piece.place and name.brand and not given_name else None


def department(joint: Joint) -> Reads | None:
    """A part of a firm."""
    return "department" if joint.piece.department and not joint.piece.form else None


def strong_break(joint: Joint) -> Reads | None:
    """A stroke with spaces or a semicolon stands before another party, but for codes: ``LTD / UK``."""
    if joint.before != "strong":
        return None
    return "party" if joint.piece.brand and not joint.piece.code else "name"


def behind_whole_name(joint: Joint) -> Reads | None:
    """Words behind a name with its legal form."""
    name, piece, before = joint.name, joint.piece, joint.before
    if not name.whole:
        return None
    if piece.brand and (piece.form or (name.ends and piece.common and before == "line")):
        return "party"
    open_end = name.begins and not name.ends
    goes_on = piece.common or (open_end and (before == "line" or joint.ahead == "list"))
    return "name" if goes_on else "address"


def behind_other_name(joint: Joint) -> Reads:
    """Words behind a name without a legal form go on with it; an unknown town does not."""
    name, piece = joint.name, joint.piece
    firm = name.common and name.brand
    town = joint.before == "comma" and joint.ahead == "address" and firm and not (piece.common or piece.form)
    return "address" if town else "name"


RULES: tuple[Callable[[Joint], Reads | None], ...] = (
    open_name,
    weak_break,
    cut_line,
    other_script,
    rest_of_name,
    unit_of_body,
    address,
    department,
    strong_break,
    behind_whole_name,
    behind_other_name,
)
