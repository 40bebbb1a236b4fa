"""What a party is in a shipment: one word for each role, whatever a format calls it."""

from __future__ import annotations

import re
import tomllib
from collections import defaultdict
from functools import cache, lru_cache
from importlib import resources
from typing import Literal, NamedTuple

from sanctionscreen.errors import UsageError, unknown
from sanctionscreen.model.frozen import Frozen

Side = Literal["receiving", "sending", "handling", "banking"]
"""Whether a party gets the goods, gives them, moves them, or finances them."""

FORMATS = ("edifact", "x12", "sap", "sap_en", "ubl")
_BETWEEN = re.compile(r"[\W_]+")


class _Role(Frozen):
    side: Side
    words: tuple[str, ...] = ()
    edifact: tuple[str, ...] = ()
    x12: tuple[str, ...] = ()
    sap: tuple[str, ...] = ()
    sap_en: tuple[str, ...] = ()
    ubl: tuple[str, ...] = ()

    def codes(self, form: str) -> tuple[str, ...]:
        found: tuple[str, ...] = getattr(self, form)
        return found


class _Table(NamedTuple):
    """The roles, their words as they are compared, and for each code what it means in which formats."""

    roles: dict[str, _Role]
    words: dict[str, str]
    codes: dict[str, dict[str, str]]


@lru_cache(maxsize=1024)
def role_of(text: str) -> str:
    """The role that a word or a format's code stands for.

    >>> role_of("CN"), role_of("Notify Party"), role_of("sap:WE"), role_of("UltimateConsigneeParty")
    ('consignee', 'notify', 'ship_to', 'ultimate_consignee')

    Args:
        text: a role (``consignee``), another word for it (``sold to``), or a code of UN/EDIFACT, X12, SAP or
            UBL, with the format before it where formats differ: ``sap:AG`` buys, ``x12:AG`` is an agent.

    Returns:
        A word of ``roles.toml``.

    Raises:
        UsageError: nothing is called so, with the nearest word; or formats mean different roles by it.
    """
    table = _table()
    word = _compared(text)
    if found := table.words.get(word):
        return found
    form, colon, code = text.strip().rpartition(":")
    meanings = table.codes.get(_compared(code), {})
    if colon:
        if form.lower() not in FORMATS:
            raise unknown("format of a role", form, FORMATS)
        if found := meanings.get(form.lower()):
            return found
    elif len(set(meanings.values())) == 1:
        return next(iter(meanings.values()))
    elif meanings:
        raise _two_meanings(text.strip(), meanings)
    if word.endswith("party") and (found := table.words.get(word.removesuffix("party"))):
        return found
    raise unknown("role", text, table.roles)


def side_of(role: str | None) -> Side | None:
    """Which side of the shipment a role is on; None where it is not known."""
    return _table().roles[role].side if role else None


def roles() -> tuple[str, ...]:
    """Every role, in the order of the table."""
    return tuple(_table().roles)


def _two_meanings(code: str, meanings: dict[str, str]) -> UsageError:
    told = ", ".join(f"{form}:{code} is {role}" for form, role in meanings.items())
    return UsageError(
        f"the code of a role '{code}' has several meanings: {told}",
        field="role",
        advice="Write it with its format",
    )


def _compared(text: str) -> str:
    return _BETWEEN.sub("", text).casefold()


@cache
def _table() -> _Table:
    content = resources.files(__package__).joinpath("roles.toml").read_text("utf-8")
    found = {name: _Role(**row) for name, row in tomllib.loads(content).items()}
    words = {_compared(word): name for name, role in found.items() for word in (name, *role.words)}
    codes: defaultdict[str, dict[str, str]] = defaultdict(dict)
    for name, role in found.items():
        for form in FORMATS:
            for code in role.codes(form):
                codes[_compared(code)][form] = name
    return _Table(found, words, dict(codes))
