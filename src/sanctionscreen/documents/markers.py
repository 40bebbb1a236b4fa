"""Where a text says that another party, or another name, follows."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Literal, NamedTuple

from .words import UNSPACED, any_of, lettered, table, whole

Means = Literal["role", "behind", "name", "reference", "remark"]

_WORDS = re.compile(r"[^\W_]+")
_TAIL = r"(?:\s*[:：]|\.(?=\s)|\s+[-–](?=\s))?"


class Mark(NamedTuple):
    """Words that say what follows them, by their place in the text.

    ``means`` is ``role`` for another party in the role ``value``, ``behind`` for the party before them, ``name`` for another
    name of the kind ``value``, ``reference`` for a party of the field ``value``, ``remark`` for words that name nobody.
    """

    start: int
    end: int
    means: Means
    value: str
    condition: str = ""


class _Rule(NamedTuple):
    means: Means
    value: str
    condition: str
    pattern: re.Pattern[str]


def find_marks(text: str, taken: Iterable[tuple[int, int]]) -> list[Mark]:
    """The markers of a text in order, outside the places that are taken; of two that overlap the first, or longer, one."""
    if not _may_hold_marks(text):
        return []
    claimed = list(taken)
    found = [
        Mark(*match.span(), rule.means, rule.value, rule.condition)
        for rule in _rules()
        for match in rule.pattern.finditer(text)
    ]
    marks: list[Mark] = []
    for mark in sorted(found, key=lambda mark: (mark.start, -mark.end)):
        if any(mark.start < end and mark.end > start for start, end in claimed):
            continue
        if mark.condition == "behind a name" and not _WORDS.search(text, 0, mark.start):
            continue
        claimed.append((mark.start, mark.end))
        words = text[mark.start : mark.end]
        marks.append(mark._replace(value=_last_field(words)) if mark.means == "reference" else mark)
    return marks


def field_named(text: str) -> str | None:
    """The field that words such as ``THE SHIPPER`` name, by its word; None where they are anything else.

    >>> field_named("the Shipper."), field_named("Shipper Lines Ltd")
    ('shipper', None)
    """
    return _fields().get(_plain(text).removeprefix("the "))


def says_nothing(text: str) -> bool:
    """Whether a whole field is filled with nothing: ``N/A``, ``NIL``, marks alone."""
    return text.strip(" .,;:").casefold() in _nothing() or not _WORDS.search(text)


def _plain(text: str) -> str:
    return " ".join(_WORDS.findall(text.casefold()))


def _last_field(reference: str) -> str:
    words = _plain(reference)
    return next(field for word, field in _fields().items() if words.endswith(word))


@cache
def _fields() -> dict[str, str]:
    return {word: field for field, words in table("markers")["fields"].items() for word in words}


@cache
def _nothing() -> frozenset[str]:
    return frozenset(table("markers")["empty"]["phrases"])


@cache
def _rules() -> list[_Rule]:
    rows = table("markers")
    same, fields = any_of(rows["reference"]["phrases"]), any_of(_fields())
    texts: list[tuple[Means, str, str, str]] = [
        ("reference", "", "", rf"(?:{same})\s*(?:the\s+)?(?:{fields})"),
        ("remark", "", "", any_of(rows["remark"]["phrases"])),
    ]
    for means, key in (("role", "role"), ("name", "kind")):
        for row in rows[means]:
            texts += [(means, row[key], condition, pattern) for condition, pattern in _patterns(row)]
    texts += [("behind", row["role"], "behind a name", any_of(row["behind"])) for row in rows["role"] if "behind" in row]
    return [_Rule(*rule, re.compile(pattern, re.IGNORECASE | re.MULTILINE)) for *rule, pattern in texts]


def _patterns(row: dict[str, list[str]]) -> Iterator[tuple[str, str]]:
    """The patterns of one row, each with the condition under which it counts."""
    strict = row.get("after_whole", [])
    plain = [rf"{_other_labels()}(?:{any_of(row['phrases'])}){_TAIL}"] if "phrases" in row else []
    plain += [lettered(letters) + _TAIL for letters in row.get("abbreviations", ()) if letters not in strict]
    plain += [rf"(?<![\w.])(?-i:{re.escape(exact)})" for exact in row.get("exact", ())]
    if labels := row.get("labels"):
        plain += [rf"{_other_labels()}(?:{any_of(labels)})\s*[:：]", rf"^[^\S\n]*(?:{any_of(labels)})[^\S\n]*(?:[-–](?=\s)|$)"]
    yield "", "|".join(plain + row.get("patterns", []))
    if strict:
        yield "behind a whole name", "|".join(lettered(letters) + _TAIL for letters in strict)
    if bare := row.get("bare"):
        yield "behind a name", rf"(?:{any_of(bare)}){_TAIL}"


@cache
def _other_labels() -> str:
    """A pattern for labels before the last of several: the ``CONSIGNEE`` of ``CONSIGNEE/NOTIFY:``."""
    labels = any_of(label for row in table("markers")["role"] for label in row.get("labels", ()))
    return rf"(?:(?:{labels})\s*[/&]\s*)*"


def _may_hold_marks(text: str) -> bool:
    """Whether a text holds a word that every spelling of some marker holds; most names hold none."""
    words = _WORDS.findall(text.casefold())
    telling = _telling()
    return (
        not telling.words.isdisjoint(words)
        or not telling.pairs.isdisjoint(zip(words, words[1:], strict=False))
        or (bool(UNSPACED.search(text)) and any(phrase in text for phrase in telling.unspaced))
    )


class _Telling(NamedTuple):
    """What the markers hold: a word each, the first two letters of abbreviations, phrases of scripts without spaces."""

    words: frozenset[str]
    pairs: frozenset[tuple[str, str]]
    unspaced: tuple[str, ...]


@cache
def _telling() -> _Telling:
    rows = table("markers")
    phrases = [*rows["reference"]["phrases"], *rows["remark"]["phrases"]]
    for row in (*rows["role"], *rows["name"]):
        for key in ("phrases", "labels", "bare", "behind", "exact", "begins"):
            phrases += row.get(key, ())
        phrases += [" ".join(letters) for letters in row.get("abbreviations", ())]
    parts = [_WORDS.findall(phrase.casefold()) for phrase in phrases if not UNSPACED.search(phrase)]
    lettered = [words for words in parts if len(words[0]) == 1 < len(words)]
    return _Telling(
        frozenset(max(words, key=len) for words in parts if words not in lettered),
        frozenset((words[0], words[1]) for words in lettered),
        tuple(phrase for phrase in phrases if UNSPACED.search(phrase)),
    )
