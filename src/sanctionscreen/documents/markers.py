"""Where a text says that another party, or another name, follows."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Literal, NamedTuple

from .words import UNSPACED, any_of, lettered, table

Means = Literal["role", "behind", "name", "reference", "remark"]

_WORDS = re.compile(r"[^\W_]+")
_TAIL = r"(?:\s*[:：]|\.(?=\s)|\s+[-–](?=\s))?"


class Mark(NamedTuple):
    """Words that say what follows them, by their place in the text.

    ``means`` is ``role`` for another party in the role ``value``, ``behind`` for the party before them,
    ``name`` for another name of the kind ``value``, ``reference`` for a party of the field ``value``,
    ``remark`` for words that name nobody.
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
    phrases: tuple[str, ...]


def find_marks(text: str, taken: Iterable[tuple[int, int]]) -> list[Mark]:
    """The markers of a text in order, outside the places that are taken.

    Of two that overlap the one that begins first counts, of two that begin together the longer one.
    """
    claimed = list(taken)
    found = [
        Mark(*match.span(), rule.means, rule.value, rule.condition)
        for rule in _rules_for(text)
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
    rules = [
        _rule("reference", "", "", rf"(?:{same})\s*(?:the\s+)?(?:{fields})", rows["reference"]),
        _rule("remark", "", "", any_of(rows["remark"]["phrases"]), rows["remark"]),
    ]
    for row in rows["role"]:
        rules += [
            _rule("role", row["role"], condition, pattern, row) for condition, pattern in _patterns(row)
        ]
    for row in rows["name"]:
        rules += [
            _rule("name", row["kind"], condition, pattern, row) for condition, pattern in _patterns(row)
        ]
    rules += [
        _rule("behind", row["role"], "behind a name", any_of(row["behind"]), row)
        for row in rows["role"]
        if "behind" in row
    ]
    return rules


def _rule(means: Means, value: str, condition: str, pattern: str, row: dict[str, list[str]]) -> _Rule:
    phrases = [
        phrase
        for key in ("phrases", "labels", "bare", "behind", "exact", "begins")
        for phrase in row.get(key, ())
    ]
    phrases += [" ".join(letters) for letters in row.get("abbreviations", ())]
    return _Rule(means, value, condition, re.compile(pattern, re.IGNORECASE | re.MULTILINE), tuple(phrases))


def _rules_for(text: str) -> list[_Rule]:
    """The rules of which a text holds a telling word; most names hold none, and are not searched."""
    by_word, by_phrase = _index()
    words = _WORDS.findall(text.casefold())
    known = by_word.keys() & {*words, *map(" ".join, itertools.pairwise(words))}
    numbers = {number for word in known for number in by_word[word]}
    if UNSPACED.search(text):
        numbers |= {number for phrase, number in by_phrase if phrase in text}
    return [_rules()[number] for number in sorted(numbers)]


@cache
def _index() -> tuple[dict[str, list[int]], list[tuple[str, int]]]:
    """Which rules to look for: by a telling word of each phrase, and by phrases of scripts without spaces."""
    by_word: dict[str, list[int]] = {}
    by_phrase: list[tuple[str, int]] = []
    for number, rule in enumerate(_rules()):
        for phrase in rule.phrases:
            if UNSPACED.search(phrase):
                by_phrase.append((phrase, number))
            else:
                by_word.setdefault(_telling(phrase), []).append(number)
    return by_word, by_phrase


def _telling(phrase: str) -> str:
    """The longest word of a phrase, or the first two letters of an abbreviation."""
    words = _WORDS.findall(phrase.casefold())
    lettered = len(words[0]) == 1 < len(words) and len(words[1]) <= 2
    return " ".join(words[:2]) if lettered else max(words, key=len)


def _patterns(row: dict[str, list[str]]) -> Iterator[tuple[str, str]]:
    """The patterns of one row, each with the condition under which it counts."""
    strict = row.get("after_whole", [])
    labels = row.get("labels", [])
    plain = [rf"(?:{any_of(row['phrases'])}){_TAIL}"] if "phrases" in row else []
    plain += [lettered(letters) + _TAIL for letters in row.get("abbreviations", ()) if letters not in strict]
    plain += [rf"(?<![\w.])(?-i:{re.escape(exact)})" for exact in row.get("exact", ())]
    if labels:
        plain += [rf"(?:{any_of(labels)})\s*[:：]", rf"^[^\S\n]*(?:{any_of(labels)})[^\S\n]*(?:[-–](?=\s)|$)"]
    yield "", "|".join(plain + row.get("patterns", []))
    if labels:
        yield "", rf"(?:(?:{_field_labels()})\s*[/&]\s*)+(?:{any_of(labels)})\s*[:：]"
    if strict:
        yield "behind a whole name", "|".join(lettered(letters) + _TAIL for letters in strict)
    if bare := row.get("bare"):
        yield "behind a name", rf"(?:{any_of(bare)}){_TAIL}"


@cache
def _field_labels() -> str:
    """A pattern for any label of a field, such as stand before the last: ``CONSIGNEE/NOTIFY:``."""
    return any_of(label for row in table("markers")["role"] for label in row.get("labels", ()))
