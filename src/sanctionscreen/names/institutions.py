"""The step that reads the vocabulary of institutions: abbreviations, translations, groups of the state."""

from __future__ import annotations

from .lexicon import (
    by_pattern,
    inner_words,
    institution_connectives,
    institution_groups,
    institution_words,
    institutions,
    legal_forms,
    patterns,
    russian_forms,
    russian_words,
)
from .tokens import Role, Token


def mark_institutions(tokens: list[Token]) -> list[Token]:
    """Institutions by concept, in whatever language or abbreviation: ``NPP``, ``design bureau``, ``CETC``.

    An abbreviation is read as the English words it stands for, unless the name has no other word.
    The rows and their sources are in ``institutions.toml``.
    """
    words = [token.text for token in tokens]
    read = by_pattern(words)
    english = _in_english(tokens, words, read)
    if english is not tokens:
        tokens = english
        words = [token.text for token in tokens]
        read = by_pattern(words)
    if not institutions().begins_in(read):
        return tokens
    marked: list[Token] = []
    place = 0
    while place < len(words):
        found = institutions().at(read, place)
        form = legal_forms().at(words, place)
        if form and form[0] > 1 and (not found or form[0] >= found[0]):
            marked += tokens[place : place + form[0]]  # "state unitary enterprise" is a form, not a trade
            place += form[0]
        elif not found or (words[place] in inner_words() and not 0 < place < len(words) - found[0]):
            marked.append(tokens[place])
            place += 1
        else:
            length, key = found
            marked.append(Token("".join(words[place : place + length]), key, _role(key)))
            place += length
    return marked


def _role(key: str) -> Role:
    if key in institution_groups():
        return Role.DISTINCTIVE
    return Role.PARTICLE if key in institution_connectives() else Role.BUSINESS


def _in_english(tokens: list[Token], words: list[str], read: list[str]) -> list[Token]:
    """Tokens with each phrase that stands for English words replaced by them."""
    at_front = _front(words)
    if at_front is None and not institution_words().begins_in(read):
        return tokens
    english: list[Token] = []
    place = 0
    while place < len(words):
        if (form := legal_forms().at(words, place)) and form[0] > 1:
            english += tokens[place : place + form[0]]
            place += form[0]
            continue
        found = institution_words().at(read, place)
        if not found and place == at_front:
            found = russian_words().at(read, place)
        if found and not _is_whole_name(words, place, found[0]):
            english += [Token(word, word) for word in found[1].split()]
            place += found[0]
        else:
            english.append(tokens[place])
            place += 1
    return english


def _front(words: list[str]) -> int | None:
    """The place of the first word but forms and numbers, in a name that is Russian by a form or a word."""
    if russian_forms().isdisjoint(words) and patterns().keys().isdisjoint(words):
        return None
    return next(
        (n for n, word in enumerate(words) if word not in russian_forms() and not word.isdigit()), None
    )


def _is_whole_name(words: list[str], place: int, length: int) -> bool:
    """Whether one word is all of a name but for its legal forms."""
    if length > 1:
        return False
    return all(legal_forms().at([word], 0) for n, word in enumerate(words) if n != place)
