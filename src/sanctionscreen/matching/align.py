"""Which word of one name stands for which of the other."""

from __future__ import annotations

from typing import NamedTuple

from rapidfuzz.distance import OSA

from sanctionscreen.names import Role, Token

from .policy import SCORE, edit_budget
from .weighted import WeightedName

LONGEST_JOIN = 4
"""Words that are joined at most: pinyin spells a brand in up to four syllables (you bang shi da)."""

FIXED = frozenset((Role.NUMBER, Role.FORM))
"""Roles of the words that pair only with their equal: no near spelling, no joining."""
_CONCEPT = SCORE["concept"].value
_ROMANIZATION = SCORE["romanization"].value
_JOINED = SCORE["joined"].value
_INITIAL = SCORE["initial"].value
_PER_EDIT = SCORE["spelling"].value


class Pair(NamedTuple):
    """Words that stand for each other: their places, how alike they are (0 to 1), and by what."""

    query: tuple[int, ...]
    listed: tuple[int, ...]
    similarity: float
    feature: str


class Alignment(NamedTuple):
    """The pairs, and the places left over on each side."""

    pairs: list[Pair]
    missing: list[int]
    extra: list[int]


def align(query: WeightedName, listed: WeightedName) -> Alignment:
    """The best pairing of two names' words: equal first, then near, joined, and initials.

    Each kind of pairing takes from what the kinds before it left over, heaviest words first.
    """
    pairs, missing, extra = _equal(query.tokens, listed.tokens)
    if missing and extra:
        _near(query, listed, pairs, missing, extra)
    if missing and extra:
        _joined(query.tokens, listed.tokens, pairs, missing, extra)
        _joined(listed.tokens, query.tokens, pairs, extra, missing, swapped=True)
        _initials(query.tokens, listed.tokens, pairs, missing, extra)
    return Alignment(pairs, missing, extra)


def spelling_similarity(a: str, b: str) -> float:
    """How alike two spellings of one word are: 1 less a share per edit, 0 beyond the edit budget.

    Edits are insertions, deletions, substitutions and swaps of neighbours (optimal string alignment).
    """
    if a == b:
        return 1.0
    budget = edit_budget(min(len(a), len(b)))
    if abs(len(a) - len(b)) > budget:
        return 0.0
    edits = OSA.distance(a, b, score_cutoff=budget)
    return 0.0 if edits > budget else max(0.0, 1.0 - _PER_EDIT * edits / max(len(a), len(b)))


def _equal(query: tuple[Token, ...], listed: tuple[Token, ...]) -> tuple[list[Pair], list[int], list[int]]:
    by_key: dict[str, list[int]] = {}
    for place, token in enumerate(listed):
        by_key.setdefault(token.key, []).append(place)
    pairs: list[Pair] = []
    missing: list[int] = []
    for place, token in enumerate(query):
        places = by_key.get(token.key)
        if not places:
            missing.append(place)
            continue
        found = next((p for p in places if listed[p].text == token.text), places[0])
        places.remove(found)
        pairs.append(Pair((place,), (found,), *_by_equal_key(token, listed[found])))
    return pairs, missing, sorted(place for places in by_key.values() for place in places)


def _by_equal_key(query: Token, listed: Token) -> tuple[float, str]:
    if query.text == listed.text or query.role is Role.NUMBER:
        return 1.0, "word"
    if query.role is Role.DISTINCTIVE is listed.role:
        return _ROMANIZATION, "romanization"
    return _CONCEPT, "concept"


def _near(
    query: WeightedName, listed: WeightedName, pairs: list[Pair], missing: list[int], extra: list[int]
) -> None:
    found = [
        (similarity * (query.weights[q] + listed.weights[p]), similarity, q, p)
        for q in missing
        if query.tokens[q].role not in FIXED
        for p in extra
        if listed.tokens[p].role not in FIXED
        and (similarity := spelling_similarity(query.tokens[q].text, listed.tokens[p].text)) > 0.0
    ]
    for _, similarity, q, p in sorted(found, key=lambda row: (-row[0], row[2], row[3])):
        if q in missing and p in extra:
            pairs.append(Pair((q,), (p,), similarity, "spelling"))
            missing.remove(q)
            extra.remove(p)


def _joined(
    whole: tuple[Token, ...],
    split: tuple[Token, ...],
    pairs: list[Pair],
    whole_left: list[int],
    split_left: list[int],
    *,
    swapped: bool = False,
) -> None:
    """Pair a word of one name with two to four neighbouring words of the other that spell it."""
    for place in list(whole_left):
        word = whole[place].text
        if whole[place].role in FIXED or len(word) <= 3:
            continue
        best: tuple[float, tuple[int, ...]] = (0.0, ())
        for run in _runs(split, split_left, len(word) + edit_budget(len(word))):
            letters = "".join(split[p].text for p in run)
            similarity = spelling_similarity(word, letters)
            if letters == whole[place].key:
                similarity = max(similarity, _ROMANIZATION)
            best = max(best, (similarity * _JOINED, run))
        if best[0] > 0.0:
            similarity, many = best
            query, listed = (many, (place,)) if swapped else ((place,), many)
            pairs.append(Pair(query, listed, similarity, "joined"))
            whole_left.remove(place)
            for p in many:
                split_left.remove(p)


def _runs(tokens: tuple[Token, ...], left: list[int], longest: int) -> list[tuple[int, ...]]:
    """Runs of two or more neighbouring left-over words with at most ``longest`` letters."""
    free = {place for place in left if tokens[place].role not in FIXED}
    runs: list[tuple[int, ...]] = []
    for start in sorted(free):
        run: tuple[int, ...] = (start,)
        letters = len(tokens[start].text)
        while len(run) < LONGEST_JOIN and run[-1] + 1 in free:
            run = (*run, run[-1] + 1)
            letters += len(tokens[run[-1]].text)
            if letters > longest:
                break
            runs.append(run)
    return runs


def _initials(
    query: tuple[Token, ...],
    listed: tuple[Token, ...],
    pairs: list[Pair],
    missing: list[int],
    extra: list[int],
) -> None:
    for q in list(missing):
        for p in list(extra):
            a, b = query[q], listed[p]
            if {a.role, b.role} == {Role.INITIAL, Role.DISTINCTIVE} and a.text[0] == b.text[0]:
                pairs.append(Pair((q,), (p,), _INITIAL, "initial"))
                missing.remove(q)
                extra.remove(p)
                break
