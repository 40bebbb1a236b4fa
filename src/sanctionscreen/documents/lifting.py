"""Numbers and contacts that stand in a name field, lifted out with their kind."""

from __future__ import annotations

import re
from functools import cache
from typing import Literal, NamedTuple

from sanctionscreen.model import Identifier, Scheme
from sanctionscreen.printed import check_digits_hold

from .words import table

Kind = Literal["identifier", "contact", "reference"]

CONTACTS: frozenset[Scheme] = frozenset(("phone", "email", "website"))
"""Schemes by which a party is reached."""
_BETWEEN = r"(?:\s*(?:no|nr|num|number|id|code|n[°ºo])\b\.?)*\s*[:：#.]*\s*"
_MARKED = r"(?:\s*(?:no|nr|num|number|id|code|n[°ºo])\b\.?\s*[:：#]?|\s*[:：#])\s*"
_ANY_NUMBER = r"(?=[A-Z/-]*\d)[A-Z0-9][A-Z0-9./-]{2,}"
_AROUND = re.compile(r"[(\[]\s*$"), re.compile(r"\s*[)\]]")
# Numbers that need no label: their form, or their check digits, tell.
_UNLABELLED: tuple[tuple[Scheme, str], ...] = (
    ("email", r"(?:e-?mail\s*[:：]?\s*|mail\s*[:：]\s*)?[\w.+-]+@[\w-]+(?:\.[\w-]+)+"),
    ("website", r"(?:web(?:site)?\s*[:：]\s*)?(?:https?://|www\.)[^\s,;]+[^\s,;.)]"),
    ("phone", r"\+\(?\d[\d ()./-]{6,}\d"),
    ("uscc", r"(?<!\w)[0-9A-HJ-NPQRTUWXY]{18}(?!\w)"),
)
_ACCOUNT_LINE = re.compile(r"^/(?:[CD]/)?[A-Z0-9]{6,34}$", re.MULTILINE)


class Lifted(NamedTuple):
    """A number with its label, by its place in the text; one of the shipment has no ``identifier``."""

    start: int
    end: int
    kind: Kind
    identifier: Identifier | None


class _Rule(NamedTuple):
    kind: Kind
    scheme: Scheme
    pattern: re.Pattern[str]


def find_numbers(text: str) -> list[Lifted]:
    """The numbers and contacts of a text in order; of two that overlap the first, or longer, one."""
    if not any(letter.isdigit() or letter in "@" for letter in text) and "www." not in text.lower():
        return []
    found = sorted(_labelled(text) + _unlabelled(text), key=lambda lifted: (lifted.start, -lifted.end))
    kept: list[Lifted] = []
    for lifted in found:
        if not kept or lifted.start >= kept[-1].end:
            kept.append(_with_brackets(text, lifted))
    # A site or mailbox alone is the name by which the party goes.
    alone = len(kept) == 1 and kept[0].kind == "contact" and text[kept[0].start : kept[0].end] == text.strip()
    return [] if alone else kept


def _labelled(text: str) -> list[Lifted]:
    found: list[Lifted] = []
    for kind, scheme, pattern in _rules():
        for match in pattern.finditer(text):
            number = match["number"].rstrip(" ./-(")
            end = match.start("number") + len(number)
            label = match["label"].strip(" :：.#+")
            found.append(Lifted(match.start(), end, kind, _identifier(number, label, scheme, kind)))
    return found


def _unlabelled(text: str) -> list[Lifted]:
    found: list[Lifted] = []
    for scheme, pattern in _compiled():
        for match in pattern.finditer(text):
            words = match[0]
            if scheme == "uscc" and not check_digits_hold("uscc", words):
                continue
            kind: Kind = "contact" if scheme in CONTACTS else "identifier"
            number = re.sub(
                r"^(?:e-?mail|mail|web(?:site)?)\s*[:：]?\s*(?=\S)", "", words, flags=re.IGNORECASE
            )
            found.append(Lifted(*match.span(), kind, Identifier(number=number, type=scheme, scheme=scheme)))
    for match in _ACCOUNT_LINE.finditer(text):
        found.append(Lifted(*match.span(), "reference", None))
    return found


def _identifier(number: str, label: str, scheme: Scheme, kind: Kind) -> Identifier | None:
    return None if kind == "reference" else Identifier(number=number, type=label, scheme=scheme)


def _with_brackets(text: str, lifted: Lifted) -> Lifted:
    """A number with the brackets that stand around it alone."""
    before, after = _AROUND
    opened, closed = before.search(text, 0, lifted.start), after.match(text, lifted.end)
    if opened and closed:
        return lifted._replace(start=opened.start(), end=closed.end())
    return lifted


@cache
def _rules() -> list[_Rule]:
    rows = table("numbers")
    rules = []
    for row in rows["number"]:
        scheme: Scheme = row["scheme"]
        kind: Kind = "contact" if scheme in CONTACTS else "identifier"
        rules.append(_Rule(kind, scheme, _pattern(row)))
    rules += [_Rule("reference", "other", _pattern(row)) for row in rows["reference"]]
    return rules


def _pattern(row: dict[str, str]) -> re.Pattern[str]:
    """Label, what may stand between, number. Labels that are words too need a mark: ``REG. NO. 12``."""
    between = _MARKED if row.get("marked") else _BETWEEN
    number = row.get("form", _ANY_NUMBER)
    label = "|".join(
        r"\s+".join(map(re.escape, words.split())) for words in sorted(row["labels"], key=len, reverse=True)
    )
    return re.compile(
        rf"(?<![^\W_])(?P<label>(?:{label})(?![^\W\d_]){between})(?P<number>{number})(?!\w)", re.IGNORECASE
    )


@cache
def _compiled() -> list[tuple[Scheme, re.Pattern[str]]]:
    return [(scheme, re.compile(pattern, re.IGNORECASE)) for scheme, pattern in _UNLABELLED]
