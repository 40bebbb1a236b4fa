"""Names that are written in one word or in two: Abdulrahman, Saifuddin.

What is glued is set apart, so that both spellings have the same words.
"""

from __future__ import annotations

import re
from functools import cache

from .lexicon import table
from .romanization import fold
from .tokens import Role, Token

SHORTEST_PATRONYMIC = 5
_PATRONYMIC = re.compile(r"(?:[oeiy]v[iy](?:t?ch|tsch|c|j)|[iy]ch|[oei]vna|[iy]chna)$")
_SERVANT = re.compile(r"(abd(?:[aeio]|ou?|u)(?:l|r(?=r)|s(?=s)|z(?=z)|n(?=n))?)([a-z]{3,})")


def split_glued_names(tokens: list[Token]) -> list[Token]:
    """``Abdulrahman`` as Abdul Rahman, ``Saifuddin`` as Saif Din; both parts from ``persons.toml``."""
    split: list[Token] = []
    for token in tokens:
        parts = _parts(token.text) if token.role is Role.DISTINCTIVE and len(token.text) > 5 else None
        split.extend([Token(part, part) for part in parts] if parts else [token])
    return split


def mark_patronymics(tokens: list[Token]) -> list[Token]:
    """Father's names of East Slavic form behind a given name: documents and lists often leave them out."""
    others = sum(token.role is Role.DISTINCTIVE and not _is_patronymic(token) for token in tokens)
    if others < 2:
        return tokens
    return [token._replace(role=Role.PATRONYMIC) if _is_patronymic(token) else token for token in tokens]


def _is_patronymic(token: Token) -> bool:
    return (
        token.role is Role.DISTINCTIVE
        and len(token.text) > SHORTEST_PATRONYMIC
        and bool(_PATRONYMIC.search(token.text))
    )


def _parts(word: str) -> tuple[str, str] | None:
    servant = _SERVANT.fullmatch(word)
    if servant and fold(servant.group(2), person=True) in _after_abdul():
        return servant.group(1), servant.group(2)
    if "d" in word[3:-2] and (faith := _of_the_faith().fullmatch(word)):
        return faith.group(1), faith.group(2)
    return None


@cache
def _after_abdul() -> frozenset[str]:
    return frozenset(fold(word, person=True) for word in table("persons")["glued"]["after_abdul"])


@cache
def _of_the_faith() -> re.Pattern[str]:
    """A name, its case vowel, and the faith: the d of the article is doubled or the vowel is u."""
    endings = "|".join(table("persons")["glued"]["faith"])
    return re.compile(rf"([a-z]{{3,}}?)(?:[aei]d|ou?d?|ud?)({endings})")
