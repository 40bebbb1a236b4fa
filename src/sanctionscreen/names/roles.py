"""The steps that give each word its role, most certain first."""

from __future__ import annotations

import re
from collections.abc import Callable

from .lexicon import (
    Phrases,
    business_words,
    connectives,
    edge_forms,
    legal_forms,
    number_markers,
    number_words,
    person_words,
    places,
)
from .persons import split_glued_names
from .romanization import fold
from .tokens import Role, Token

Tokens = list[Token]

_LEADS = frozenset(("and", "aka", "fka", "nka", "dba"))
_ORDINAL = re.compile(r"0*(\d+)(?:st|nd|rd|th|i|y|oi|yi)?")


def tokenize(text: str) -> Tokens:
    """The words of a normalized text, each still its own key."""
    return [Token(word, word) for word in text.split()]


def mark_legal_forms(tokens: Tokens) -> Tokens:
    """Legal forms anywhere in the name; short ambiguous ones only at its ends."""
    marked = _mark(tokens, legal_forms(), Role.FORM, skip=edge_forms())
    for at_end in (True, False):
        while (place := _edge(marked, at_end)) is not None:
            found = legal_forms().at([marked[place].text], 0)
            if not found or marked[place].text not in edge_forms():
                break
            marked[place] = Token(marked[place].text, found[1], Role.FORM)
    if all(token.role is Role.FORM for token in marked):
        return tokens
    return marked


def mark_places(tokens: Tokens) -> Tokens:
    """Countries, regions and cities with their short forms."""
    return _mark(tokens, places(), Role.PLACE)


def mark_numbers(tokens: Tokens) -> Tokens:
    """Digits, ordinals and number words by their value; ``No.`` before a number goes with it."""
    marked: Tokens = []
    for token in tokens:
        number = _number(token)
        if number is None:
            marked.append(token)
            continue
        if marked and marked[-1].text in number_markers() and marked[-1].role is Role.DISTINCTIVE:
            marked.pop()
        marked.append(Token(token.text, number, Role.NUMBER))
    return marked


def mark_business_words(tokens: Tokens) -> Tokens:
    """Words that many firms share, by concept."""
    return _mark(tokens, business_words(), Role.BUSINESS)


def mark_connectives(tokens: Tokens) -> Tokens:
    """``and``, ``of`` and their like."""
    return _mark(tokens, connectives(), Role.PARTICLE)


def drop_lead(tokens: Tokens) -> Tokens:
    """A name without the ``and`` or ``a.k.a.`` that joined it to the name before it in a text."""
    start = 0
    while start < len(tokens) - 1 and tokens[start].key in _LEADS:
        start += 1
    return tokens[start:]


def mark_own_acronym(tokens: Tokens) -> Tokens:
    """An acronym of the words before it, which says the name again: ``Poly Technologies Inc. (PTI)``.

    Its letters are initials of those words, in order, and at least half of them.
    """
    marked: Tokens = []
    for token in tokens:
        initials = [word.text[0] for word in marked if word.role not in (Role.PARTICLE, Role.NUMBER)]
        repeats = (
            token.role is Role.DISTINCTIVE
            and len(token.text) >= max(2, len(initials) / 2)
            and len(initials) >= len(token.text)
            and initials[0] == token.text[0]
            and _in_order(token.text, initials)
        )
        marked.append(Token(token.text, token.key, Role.PARTICLE) if repeats else token)
    return marked


def mark_person_words(tokens: Tokens) -> Tokens:
    """Honorifics, titles and name particles."""
    marked = _mark(tokens, person_words(), Role.PARTICLE)
    return tokens if all(token.role is Role.PARTICLE for token in marked) else marked


def mark_initials(tokens: Tokens) -> Tokens:
    """Single letters."""
    return [
        Token(token.text, token.key, Role.INITIAL)
        if token.role is Role.DISTINCTIVE and len(token.text) == 1 and token.text.isalpha()
        else token
        for token in tokens
    ]


def fold_romanization(tokens: Tokens) -> Tokens:
    """Distinctive words of an organization by the key of their romanizations; the text stays."""
    return [_folded(token, person=False) for token in tokens]


def fold_person_romanization(tokens: Tokens) -> Tokens:
    """Distinctive words of a person's name by the key of their romanizations, folded further."""
    return [_folded(token, person=True) for token in tokens]


RoleStep = Callable[[Tokens], Tokens]
ORGANIZATION_STEPS: tuple[RoleStep, ...] = (
    drop_lead, mark_legal_forms, mark_numbers, mark_places, mark_business_words, mark_connectives,
    mark_own_acronym, mark_initials, fold_romanization,
)  # fmt: skip
PERSON_STEPS: tuple[RoleStep, ...] = (
    drop_lead, mark_numbers, split_glued_names, mark_person_words, mark_initials, fold_person_romanization,
)  # fmt: skip


def _folded(token: Token, *, person: bool) -> Token:
    if token.role is not Role.DISTINCTIVE or (key := fold(token.text, person=person)) == token.text:
        return token
    return Token(token.text, key, token.role)


def _in_order(letters: str, among: list[str]) -> bool:
    """Whether letters stand among others in this order."""
    rest = iter(among)
    return all(letter in rest for letter in letters)


def _number(token: Token) -> str | None:
    if token.role is not Role.DISTINCTIVE:
        return None
    found = _ORDINAL.fullmatch(token.text)
    return found.group(1) if found else number_words().get(token.text)


def _edge(tokens: Tokens, at_end: bool) -> int | None:
    """The outermost token, from one end, that is not yet a form; None if the name has no other."""
    order = range(len(tokens) - 1, -1, -1) if at_end else range(len(tokens))
    return next((place for place in order if tokens[place].role is not Role.FORM), None)


def _mark(tokens: Tokens, phrases: Phrases, role: Role, skip: frozenset[str] = frozenset()) -> Tokens:
    """Tokens with every phrase of a lexicon joined to one token of a role."""
    words = [token.text if token.role is Role.DISTINCTIVE else "" for token in tokens]
    marked: Tokens = []
    place = 0
    while place < len(tokens):
        found = phrases.at(words, place)
        if found and not (found[0] == 1 and words[place] in skip):
            marked.append(Token("".join(words[place : place + found[0]]), found[1], role))
            place += found[0]
        else:
            marked.append(tokens[place])
            place += 1
    return marked
