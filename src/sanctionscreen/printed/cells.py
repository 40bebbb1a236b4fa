"""Table cells that hold several names or values, which bullets, semicolons or line breaks part."""

from __future__ import annotations

import re
from collections.abc import Iterable

from sanctionscreen.model import Name, NameKind

from .aliases import split_side_by_side
from .embedded import split_also_known
from .scripts import script_of

BULLETS = "・•‣▪●"


def split_cell(text: str, separators: str = ";；\r\n") -> list[str]:
    """The values in a cell, white space folded; where there are bullets, only they part values.

    >>> split_cell("A Co., Ltd;B\\nC"), split_cell("・A Trading\\n Company\\n・B; C")
    (['A Co., Ltd', 'B', 'C'], ['A Trading Company', 'B; C'])
    """
    if re.search(rf"(?:^|\s)[{BULLETS}]", text):
        separators = BULLETS
    parts = re.split(f"[{re.escape(separators)}]+", text)
    return [folded for part in parts if (folded := " ".join(part.split()))]


def names_in_cells(first: str, others: Iterable[str]) -> tuple[Name, ...]:
    """The names that printed names hold: each script of them, and what stands behind "a.k.a.".

    The first is the primary one. A printed name that was taken apart stays as a variation.

    Args:
        first: the printed name.
        others: the printed aliases.
    """
    names: dict[str, Name] = {}

    def add(text: str, kind: NameKind) -> None:
        script = script_of(text)
        own_script = kind == "alias" and script not in (None, "Latn")
        as_kind: NameKind = "original_script" if own_script else kind
        names.setdefault(text, Name(text=text, kind=as_kind if names else "primary", script=script))

    for printed in (first, *others):
        bare, behind = split_also_known(printed)
        for text in split_side_by_side(bare):
            add(text, "alias")
        for other, kind in behind:
            for text in split_side_by_side(other):
                add(text, kind)
        if bare:
            add(printed, "variation")
    return tuple(names.values())
