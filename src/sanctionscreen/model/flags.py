"""What dated public tables say of goods and of a route: indicators, each with its source and version."""

from __future__ import annotations

from datetime import date
from typing import Literal

from .frozen import Frozen

Match = Literal["code", "part", "shorter", "other_edition", "heading"]
"""How a declared code meets a listed one, the strongest first: it is the listed code or below it; it is a
code of its edition that held the listed goods among others; it has fewer digits than the listed one; it is
the number of the listed goods in another edition than the declared one; only its heading is that of a
listed code."""

RouteKind = Literal["embargo", "denial", "controls", "transshipment"]
"""``embargo``: nearly all trade is forbidden; ``denial``: licences are denied for most controlled goods;
``controls``: an embargo ended and some controls remain; ``transshipment``: an alert names the country as a
point on the way."""

Place = Literal["origin", "destination", "via"]


class GoodsFlag(Frozen):
    """A code of goods that a list of codes points to.

    Args:
        list: the key of the list, such as ``chpl``.
        version: its date and the start of its hash.
        code: the declared code.
        listed: the listed code it meets.
        match: how it meets it.
        certain: whether the correspondence of editions is beyond doubt.
        tier: the list's class of the code.
        before_list: whether the day asked for is before the list's, so that the flag is hindsight.
        text: the flag in a sentence.
        source: where the list comes from.
    """

    list: str
    version: str
    code: str
    listed: str
    match: Match
    certain: bool = True
    tier: str | None = None
    before_list: bool = False
    text: str
    source: str


class RouteFlag(Frozen):
    """A place of a route that the table points to.

    Args:
        kind: what the table says of it.
        place: where it stands in the route.
        given: the place as the caller wrote it.
        country: its ISO 3166 alpha-2 code.
        region: the part of the country, where only that is meant; a name or postcode in the text points to
            it.
        regime: whose rule it is, such as ``us``.
        since: first day.
        until: last day; None while it holds.
        certain: whether the row is beyond doubt.
        text: the flag in a sentence.
        source: the rule or the alert.
        version: the table's date and the start of its hash.
    """

    kind: RouteKind
    place: Place
    given: str
    country: str
    region: str | None = None
    regime: str
    since: date
    until: date | None = None
    certain: bool = True
    text: str
    source: str
    version: str
