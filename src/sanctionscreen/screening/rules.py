"""What shipments are screened by, beside the lists of parties."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # a screener of names alone needs none of them
    from sanctionscreen.goods import CodeList
    from sanctionscreen.ownership import Ownership

    from .shipment import Policy


@dataclass(frozen=True, slots=True)
class Rules:
    """What a screener was given for shipments.

    Args:
        ownership: statements of who owns whom, beside those that the lists make.
        code_lists: lists of codes of one's own, looked at beside the Common High Priority List.
        policy: what findings make of a shipment; that of the package where it is None.
    """

    ownership: Ownership | None = None
    code_lists: tuple[CodeList, ...] = ()
    policy: Policy | None = None
