"""Which word of one name stands for which of the other."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from rapidfuzz.distance import OSA

from sanctionscreen.names import FOLDED, Role, Token

from .alike import alike, alike_persons
from .policy import SCORE, edit_budget
from .weighted import WeightedName

LONGEST_JOIN = 5
"""Words that are joined at most: pinyin spells a brand in up to four syllables (you bang shi da)."""

NEAR = frozenset((Role.DISTINCTIVE, Role.BUSINESS, Role.PLACE, Role.PATRONYMIC))
"""Roles of the words that pair with a near spelling too."""
FIXED = frozenset((Role.NUMBER,))
"""Roles of the words that are not joined with their neighbours."""
SHORTEST_CUT = 12
"""Letters of a query that is the beginning of a listed name, and no more than that by chance."""
SHORTEST_FORM = 3
"""Letters of a legal form that is known in spite of a slip of the pen."""

_CONCEPT = SCORE["concept"].value
_ROMANIZATION = SCORE["romanization"].value
_JOINED = SCORE["joined"].value
_INITIAL = SCORE["initial"].value
_INITIAL_WORD = SCORE["initial_word"].value
_ACRONYM = SCORE["acronym"].value
_CUT = SCORE["cut"].value


class Pair(NamedTuple):
    """Words that stand for each other: their places, how alike they are (0 to 1), by what, their weight."""

    query: tuple[int, ...]
    listed: tuple[int, ...]
    similarity: float
    feature: str
    weight: float


class Alignment(NamedTuple):
    """The pairs, and the places left over on each side."""

    pairs: list[Pair]
    missing: list[int]
    extra: list[int]


def align(query: WeightedName, listed: WeightedName) -> Alignment:
    """The best pairing of two names' words: equal first, then near, joined, cut, initials and acronyms.

    Each kind of pairing takes from what the kinds before it left over, heaviest words first.
    """
    if query.keys != listed.keys:
        if query.bag == listed.bag:
            return Alignment([_whole(query, listed, 1.0, "word")], [], [])
        if query.letters == listed.letters:
            return Alignment([_whole(query, listed, _JOINED, "joined")], [], [])
    pairs, missing, extra = _equal(query, listed)
    if missing and extra:
        left = _Left(query, listed, pairs, missing, extra)
        left.pair_core()
        left.pair_near()
        left.pair_joined()
        left.pair_cut()
        left.pair_initials()
        left.pair_acronyms()
    return Alignment(pairs, missing, extra)


def is_cut(query: WeightedName, listed: WeightedName) -> bool:
    """Whether a query is the beginning of a listed name, or ends where a field that cuts names ends."""
    return query.cut or (
        len(query.letters) >= SHORTEST_CUT
        and len(listed.letters) > len(query.letters)
        and listed.letters.startswith(query.letters)
    )


def _whole(query: WeightedName, listed: WeightedName, similarity: float, feature: str) -> Pair:
    weight = (sum(query.weights) + sum(listed.weights)) / 2
    return Pair(
        tuple(range(len(query.tokens))), tuple(range(len(listed.tokens))), similarity, feature, weight
    )


def _equal(query: WeightedName, listed: WeightedName) -> tuple[list[Pair], list[int], list[int]]:
    by_key: dict[str, list[int]] = {}
    for place, key in enumerate(listed.keys):
        by_key.setdefault(key, []).append(place)
    pairs: list[Pair] = []
    missing: list[int] = []
    for place, key in enumerate(query.keys):
        places = by_key.get(key)
        if not places:
            missing.append(place)
            continue
        token = query.tokens[place]
        found = next((p for p in places if listed.tokens[p].text == token.text), places[0])
        places.remove(found)
        similarity, feature = _by_equal_key(token, listed.tokens[found])
        weight = (query.weights[place] + listed.weights[found]) / 2
        pairs.append(Pair((place,), (found,), similarity, feature, weight))
    return pairs, missing, sorted([place for places in by_key.values() for place in places])


def _by_equal_key(query: Token, listed: Token) -> tuple[float, str]:
    if query.text == listed.text or query.role is Role.NUMBER:
        return 1.0, "word"
    if query.role in FOLDED and listed.role in FOLDED:
        return _ROMANIZATION, "romanization"
    return _CONCEPT, "concept"


class _Left(NamedTuple):
    """Two names, the pairs found so far, and the places of each side that are left to pair."""

    query: WeightedName
    listed: WeightedName
    pairs: list[Pair]
    missing: list[int]
    extra: list[int]

    def take(self, query: Sequence[int], listed: Sequence[int], similarity: float, feature: str) -> None:
        """Pair some places.

        Where one side's word has another role, what the lighter weighs counts: ``tradng`` is rare only
        because it is misspelt.
        """
        ours = sum([self.query.weights[place] for place in query])
        theirs = sum([self.listed.weights[place] for place in listed])
        same = (
            self.query.tokens[query[0]].role == self.listed.tokens[listed[0]].role
            or len(query) + len(listed) > 2
            or feature == "initial"
        )
        weight = (ours + theirs) / 2 if same else min(ours, theirs)
        self.pairs.append(Pair(tuple(query), tuple(listed), similarity, feature, weight))
        for place in query:
            self.missing.remove(place)
        for place in listed:
            self.extra.remove(place)

    def pair_core(self) -> None:
        """All words but the legal forms, where they have the same letters: ``worldjettahklogistics``."""
        if self.query.core != self.listed.core:
            return
        ours = [place for place in self.missing if self.query.tokens[place].role is not Role.FORM]
        theirs = [place for place in self.extra if self.listed.tokens[place].role is not Role.FORM]
        if ours and theirs:
            self.take(ours, theirs, _JOINED, "joined")

    def pair_near(self) -> None:
        """Words nearly alike, the heaviest and most alike first."""
        query, listed = self.query, self.listed
        near = _near_persons if query.person else _near
        found = []
        for q in self.missing:
            ours = query.tokens[q]
            for p in self.extra:
                theirs = listed.tokens[p]
                similarity, feature = near(ours, theirs)
                if similarity:
                    found.append(
                        (similarity * (query.weights[q] + listed.weights[p]), similarity, q, p, feature)
                    )
        if len(found) > 1:
            found.sort(key=lambda row: (-row[0], row[2], row[3]))
        for _, similarity, q, p, feature in found:
            if q in self.missing and p in self.extra:
                self.take((q,), (p,), similarity, feature)

    def pair_joined(self) -> None:
        """A word of one name with two to five neighbouring words of the other that spell it."""
        if len(self.extra) > 1:
            for run, place, similarity in _joined(self.listed, self.extra, self.query, self.missing):
                self.take((place,), run, similarity, "joined")
        if len(self.missing) > 1:
            for run, place, similarity in _joined(self.query, self.missing, self.listed, self.extra):
                self.take(run, (place,), similarity, "joined")

    def pair_cut(self) -> None:
        """The last word of a query that was cut off, with a word of the listed name that begins so."""
        last = len(self.query.tokens) - 1
        if last not in self.missing or not is_cut(self.query, self.listed):
            return
        text = self.query.tokens[last].text
        for p in self.extra:
            if self.listed.tokens[p].text.startswith(text):
                self.take((last,), (p,), _CUT, "cut")
                return

    def pair_initials(self) -> None:
        """An initial with a word that begins with it."""
        similarity = _INITIAL if self.query.person else _INITIAL_WORD
        for q in list(self.missing):
            for p in list(self.extra):
                ours, theirs = self.query.tokens[q], self.listed.tokens[p]
                if _is_initial(ours, theirs) or _is_initial(theirs, ours):
                    self.take((q,), (p,), similarity, "initial")
                    break

    def pair_acronyms(self) -> None:
        """A word of one name with neighbouring words of the other that begin with its letters."""
        if self.query.person:
            return
        for q in list(self.missing):
            run = _spelled_out(self.query.tokens[q], self.listed, self.extra)
            if run:
                self.take((q,), run, _ACRONYM, "acronym")
        for p in list(self.extra):
            run = _spelled_out(self.listed.tokens[p], self.query, self.missing)
            if run:
                self.take(run, (p,), _ACRONYM, "acronym")


def _near(query: Token, listed: Token) -> tuple[float, str]:
    """How alike two words are that may be misspelt; a legal form too, where one side's is no other."""
    if query.role in NEAR and listed.role in NEAR:
        a, b = query.text, listed.text
        if (a[0] == b[0] or a[-1] == b[-1]) and (abs(len(a) - len(b)) <= 2 or a[:3] == b[:3]):
            return alike(a, b)
    elif {query.role, listed.role} == {Role.FORM, Role.DISTINCTIVE}:
        a, b = query.text, listed.text
        if max(len(a), len(b)) >= SHORTEST_FORM and OSA.distance(a, b, score_cutoff=1) <= 1:
            return 1.0 - 1.0 / max(len(a), len(b)), "spelling"
    return 0.0, ""


def _near_persons(query: Token, listed: Token) -> tuple[float, str]:
    if query.role in NEAR and listed.role in NEAR:
        return alike_persons(query.text, listed.text)
    return 0.0, ""


def _joined(
    split: WeightedName, split_left: list[int], whole: WeightedName, whole_left: list[int]
) -> list[tuple[tuple[int, ...], int, float]]:
    """Runs of one name's words and the word of the other that each spells, with how alike they are."""
    runs = _runs(split.tokens, split_left)
    if not runs:
        return []
    found = []
    used: set[int] = set()
    for place in whole_left:
        token = whole.tokens[place]
        word = token.text
        if token.role in FIXED or token.role is Role.FORM or len(word) <= 3:
            continue
        best: tuple[float, tuple[int, ...]] = (0.0, ())
        for run, letters in runs:
            if letters != token.key and not _nearly_as_long(word, letters):
                continue
            if used.isdisjoint(run) and (similarity := _spelling(word, token.key, letters)) > best[0]:
                best = (similarity, run)
        if best[0] > 0.0:
            found.append((best[1], place, best[0] * _JOINED))
            used.update(best[1])
    return found


def _nearly_as_long(word: str, letters: str) -> bool:
    return abs(len(letters) - len(word)) <= 1 and (letters[0] == word[0] or letters[-1] == word[-1])


def _spelling(word: str, key: str, letters: str) -> float:
    if word == letters:
        return 1.0
    if letters == key:
        return _ROMANIZATION
    if not edit_budget(min(len(word), len(letters))) or OSA.distance(word, letters, score_cutoff=1) > 1:
        return 0.0
    return alike(word, letters)[0]


def _runs(tokens: tuple[Token, ...], left: list[int]) -> list[tuple[tuple[int, ...], str]]:
    """Runs of two or more neighbouring left-over words, with their letters."""
    free = [place for place in left if tokens[place].role not in FIXED]
    runs: list[tuple[tuple[int, ...], str]] = []
    for number, start in enumerate(free):
        letters = tokens[start].text
        for length in range(1, LONGEST_JOIN):
            at = number + length
            if at >= len(free) or free[at] != start + length:
                break
            letters += tokens[free[at]].text
            runs.append((tuple(range(start, start + length + 1)), letters))
    return runs


def _is_initial(initial: Token, word: Token) -> bool:
    return initial.role is Role.INITIAL and word.role in NEAR and initial.text[0] == word.text[0]


def _spelled_out(acronym: Token, name: WeightedName, left: list[int]) -> tuple[int, ...]:
    """The neighbouring words left over in a name that begin with the letters of an acronym, in order."""
    letters = acronym.text
    if acronym.role is not Role.DISTINCTIVE or not 3 <= len(letters) <= 6 or len(left) < len(letters):
        return ()
    words = [place for place in left if name.tokens[place].role in NEAR]
    for start in range(len(words) - len(letters) + 1):
        run = words[start : start + len(letters)]
        if all(name.tokens[place].text[0] == letter for place, letter in zip(run, letters, strict=True)):
            return tuple(run)
    return ()
