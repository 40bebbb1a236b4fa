"""The steps that give each word its role, most certain first."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from .institutions import mark_institutions
from .lexicon import (
    EdgeForms,
    Phrases,
    branches,
    business_words,
    company_titles,
    connectives,
    edge_forms,
    institution_groups,
    legal_forms,
    number_endings,
    number_markers,
    number_words,
    person_words,
    roman_numerals,
)
from .mending import mend_forms
from .persons import mark_patronymics, split_glued_names
from .places import places
from .romanization import fold
from .tokens import Role, Token

Tokens = list[Token]

SHORTEST_REPEAT = 4
"""Letters of a word that tells nothing new where the name has it already."""
LONGEST_SHORT_WORD = 3
"""Letters of the words of which an acronym may have all."""
FOLDED = frozenset((Role.DISTINCTIVE, Role.PATRONYMIC))
"""Roles of the words that are compared by the key of their romanizations."""
_LEADS = frozenset(("and", "aka", "fka", "nka", "dba"))
_ORDINAL = re.compile(r"(?:no|nr|ndeg)?0*(\d+)(?:st|nd|rd|th|ya|aia|i|y|oi|oy|yi|oe|go|ogo)?")
_GLUED = re.compile(r"([a-z]{3,})(\d{1,3})|(\d{1,3})([a-z]{3,})")
_INITIALS = frozenset(("i", "v", "x"))
_LONGEST_EDGE_FORM = 3


def tokenize(words: Iterable[str]) -> Tokens:
    """Words as tokens, each still its own key."""
    return [Token(word, word) for word in words]


def mark_legal_forms(tokens: Tokens) -> Tokens:
    """Legal forms anywhere in the name; short ambiguous ones only at its ends."""
    short = edge_forms()
    marked = _mark(tokens, legal_forms(), Role.FORM, skip=short.last)
    while found := _last_form(marked, short):
        marked[found] = [_form(marked[found])]
    while found := _first_form(marked, short):
        marked[found] = [_form(marked[found])]
    if all(token.role is Role.FORM for token in marked):
        return tokens
    return marked


def mark_places(tokens: Tokens) -> Tokens:
    """Countries, regions and cities with their short forms."""
    return _mark(tokens, places(), Role.PLACE)


def mark_numbers(tokens: Tokens) -> Tokens:
    """Digits, ordinals and number words by their value; ``No.`` before a number goes with it.

    So does the ending of a Russian ordinal (``21-y``). Digits at an end of a longer word are a number
    of their own: ships and units are listed as ``Valfajr2`` and as ``Valfajr 2``.
    """
    if not all(token.text.isalpha() for token in tokens):
        tokens = [part for token in tokens for part in _apart(token)]
    words = _free(tokens)
    marked: Tokens = []
    place = 0
    while place < len(tokens):
        found = _number_at(words, place)
        if not found:
            marked.append(tokens[place])
            place += 1
            continue
        length, number = found
        while marked and _announces(marked[-1]):
            marked.pop()
        marked.append(Token("".join(words[place : place + length]), number, Role.NUMBER))
        place += length
        while _is_ending(words, place):
            place += 1
    return marked


def mark_roman_numerals(tokens: Tokens) -> Tokens:
    """Roman numerals at the end of the name, legal forms aside, and after ``No.``; up to twenty."""
    numerals = roman_numerals()
    if not any(token.text in numerals for token in tokens):
        return tokens
    end = _edge(tokens, at_end=True)
    marked: Tokens = []
    for place, token in enumerate(tokens):
        number = numerals.get(token.text) if token.role is Role.DISTINCTIVE else None
        announced = bool(marked) and _announces(marked[-1]) and len(marked[-1].text) > 1
        if number and (announced or (place == end and place > 0 and token.text not in _INITIALS)):
            if announced:
                marked.pop()
            marked.append(Token(token.text, number, Role.NUMBER))
        else:
            marked.append(token)
    return marked


def mark_business_words(tokens: Tokens) -> Tokens:
    """Words that many firms share, by concept."""
    return _mark(tokens, business_words(), Role.BUSINESS)


def mark_inner_forms(tokens: Tokens) -> Tokens:
    """A short form behind the brand with nothing but common words after it: ``Hirbod Co Import Export``."""
    short = edge_forms().last
    brands = [place for place, token in enumerate(tokens) if token.role is Role.DISTINCTIVE]
    while len(brands) > 1 and tokens[brands[-1]].text in short:
        place = brands.pop()
        tokens = [*tokens[:place], _form([tokens[place]]), *tokens[place + 1 :]]
    return tokens


def mark_connectives(tokens: Tokens) -> Tokens:
    """``and``, ``of`` and their like."""
    return _mark(tokens, connectives(), Role.PARTICLE)


def mark_branches(tokens: Tokens) -> Tokens:
    """What says that a name is of a branch or an office: it is the party itself."""
    marked = _mark(tokens, branches(), Role.PARTICLE)
    return marked if any(token.role is Role.DISTINCTIVE for token in marked) else tokens


def mark_titles(tokens: Tokens) -> Tokens:
    """Titles of persons before or behind the name of a company, where two words or a long one are left."""
    titles = company_titles()
    if len(tokens) > 1 and tokens[0].text in titles["before"] and _say_enough(tokens[1:]):
        tokens = [tokens[0]._replace(role=Role.PARTICLE), *tokens[1:]]
    if len(tokens) > 1 and tokens[-1].text in titles["behind"] and _say_enough(tokens[:-1]):
        tokens = [*tokens[:-1], tokens[-1]._replace(role=Role.PARTICLE)]
    return tokens


def _say_enough(tokens: Tokens) -> bool:
    words = [token.text for token in tokens if not legal_forms().at([token.text], 0)]
    return len(words) > 1 or any(len(word) > 4 for word in words)


def drop_lead(tokens: Tokens) -> Tokens:
    """A name without the ``and`` or ``a.k.a.`` that joined it to the name before it in a text."""
    start = 0
    while start < len(tokens) - 1 and tokens[start].key in _LEADS:
        start += 1
    return tokens[start:]


def mark_own_acronym(tokens: Tokens) -> Tokens:
    """An acronym of the words before it, which says the name again: ``Poly Technologies Inc. (PTI)``.

    Its letters are initials of those words, in order, and at least half of them. A longer one may have all
    letters of words that are short themselves: ``Consultorias Financieras S.A. (CFSA)``.
    """
    marked: Tokens = []
    initials: list[str] = []
    letters: list[str] = []
    words = 0
    for token in tokens:
        text = token.text
        among = letters if len(text) > LONGEST_SHORT_WORD else initials
        repeats = (
            len(among) >= len(text) >= max(2, words / 2) and among[0] == text[0] and _in_order(text, among)
        )
        marked.append(token._replace(role=Role.PARTICLE) if repeats else token)
        if not repeats and text.isalpha():
            initials.append(text[0])
            letters += text if len(text) <= LONGEST_SHORT_WORD else text[0]
            words += not connectives().at([text], 0)
    return marked


def settle_group(tokens: Tokens) -> Tokens:
    """A name with a state group in it, without what it says again: ``... (CETC 13)`` at its end.

    Beside the group and a number, ``research institute`` tells nothing more: the Entity List prints
    ``CETC 13`` for the 13th Research Institute of CETC.
    """
    groups = institution_groups()
    if groups.isdisjoint([token.key for token in tokens]):
        return tokens
    numbered = any(token.role is Role.NUMBER for token in tokens)
    settled: Tokens = []
    for token in tokens:
        tells = token.role is Role.NUMBER or token.key in groups
        if tells and any(token.key == before.key for before in settled):
            continue
        implied = numbered and token.key in ("research", "institute")
        settled.append(Token(token.text, token.key, Role.PARTICLE) if implied else token)
    return settled


def drop_repeats(tokens: Tokens) -> Tokens:
    """A name without the words it says again further down: ``Huawei Technologies Co. (Huawei)``.

    Short words stay, as the syllables of Chinese brands recur (``Xin Da Xin``), and so do neighbours.
    """
    if len({token.text for token in tokens}) == len(tokens):
        return tokens
    kept: Tokens = []
    for token in tokens:
        again = len(token.text) >= SHORTEST_REPEAT and any(token.text == before.text for before in kept)
        if not again or kept[-1].text == token.text:
            kept.append(token)
    return kept


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
    drop_lead, mark_own_acronym, mend_forms, mark_titles, mark_institutions, mark_legal_forms, mark_numbers,
    mark_roman_numerals, mark_places, mark_branches, mark_business_words, mark_connectives, mark_inner_forms,
    settle_group, drop_repeats, mark_initials, fold_romanization,
)  # fmt: skip
PERSON_STEPS: tuple[RoleStep, ...] = (
    drop_lead, mark_numbers, split_glued_names, mark_person_words, mark_initials,
    mark_patronymics, fold_person_romanization,
)  # fmt: skip


def _folded(token: Token, *, person: bool) -> Token:
    if token.role not in FOLDED or token.key != token.text:
        return token
    key = fold(token.text, person=person)
    return token if key == token.text else Token(token.text, key, token.role)


def _in_order(letters: str, among: list[str]) -> bool:
    """Whether letters stand among others in this order."""
    rest = iter(among)
    return all(letter in rest for letter in letters)


def _number_at(words: list[str], place: int) -> tuple[int, str] | None:
    """How many words from a place on are one number, and its digits."""
    word = words[place]
    if not word.isalpha() and (found := _ORDINAL.fullmatch(word)):
        return 1, found.group(1)
    return number_words().at(words, place)


def _apart(token: Token) -> Tokens:
    """A word and the digits at an end of it as two tokens."""
    if token.role is not Role.DISTINCTIVE or token.text.isalpha() or _ORDINAL.fullmatch(token.text):
        return [token]
    found = _GLUED.fullmatch(token.text)
    return [Token(part, part) for part in found.groups() if part] if found else [token]


def _announces(token: Token) -> bool:
    return token.role is Role.DISTINCTIVE and token.text in number_markers()


def _is_ending(words: list[str], place: int) -> bool:
    """Whether a word ends the ordinal before it; ``i`` between two numbers is the Russian ``and``."""
    if place >= len(words) or words[place] not in number_endings():
        return False
    return place + 1 == len(words) or not _number_at(words, place + 1)


def _edge(tokens: Tokens, at_end: bool) -> int | None:
    """The outermost token, from one end, that is no form and no repetition; None if the name has no other."""
    order = range(len(tokens) - 1, -1, -1) if at_end else range(len(tokens))
    return next((place for place in order if tokens[place].role not in (Role.FORM, Role.PARTICLE)), None)


def _last_form(tokens: Tokens, short: EdgeForms) -> slice | None:
    """The short form that stands last, forms aside, unless nothing else is left of the name."""
    end = _edge(tokens, at_end=True)
    if end is None or tokens[end].text not in short.last_words:
        return None
    words = _free(tokens)
    for start in range(max(0, end + 1 - _LONGEST_EDGE_FORM), end + 1):
        if " ".join(words[start : end + 1]) in short.last and any(words[:start]):
            return slice(start, end + 1)
    return None


def _first_form(tokens: Tokens, short: EdgeForms) -> slice | None:
    """The short form that stands first, forms aside; some count only where a brand follows."""
    start = _edge(tokens, at_end=False)
    if start is None:
        return None
    word, rest = tokens[start].text, tokens[start + 1 :]
    found = (word in short.first and any(_free(rest))) or (
        word in short.first_before_brand and _hold_brand(_free(rest))
    )
    return slice(start, start + 1) if found else None


def _form(tokens: Tokens) -> Token:
    """A phrase that is known to be a legal form, as one token."""
    words = [token.text for token in tokens]
    found = legal_forms().at(words, 0)
    return Token("".join(words), found[1] if found else words[0], Role.FORM)


def _hold_brand(words: list[str]) -> bool:
    """Whether some word is neither short nor a word that many firms share."""
    return any(
        len(word) > 2
        and word.isalpha()
        and not business_words().at([word], 0)
        and not places().at([word], 0)
        and not connectives().at([word], 0)
        for word in words
    )


def _free(tokens: Tokens) -> list[str]:
    """The words that have no role yet; an empty word stands for each other token."""
    return [token.text if token.role is Role.DISTINCTIVE else "" for token in tokens]


def _mark(tokens: Tokens, phrases: Phrases, role: Role, skip: frozenset[str] = frozenset()) -> Tokens:
    """Tokens with every phrase of a lexicon joined to one token of a role."""
    words = _free(tokens)
    marked: Tokens = []
    place = 0
    while place < len(tokens):
        found = phrases.at(words, place)
        if found and not (
            found[0] <= _LONGEST_EDGE_FORM and skip and " ".join(words[place : place + found[0]]) in skip
        ):
            marked.append(Token("".join(words[place : place + found[0]]), found[1], role))
            place += found[0]
        else:
            marked.append(tokens[place])
            place += 1
    return marked
