"""The policy of the score: every weight and every point, with its reason, on one screen.

A change here moves scores and belongs in the changelog under "Scores".
"""

from __future__ import annotations

from typing import NamedTuple

from sanctionscreen.names import Role


class Rule(NamedTuple):
    """A number of the policy and why it has its size."""

    value: float
    reason: str


ROLE_WEIGHT: dict[Role, Rule] = {
    Role.DISTINCTIVE: Rule(1.00, "the brand or family name decides"),
    Role.NUMBER: Rule(0.80, "the 13th institute is not the 15th"),
    Role.PLACE: Rule(0.45, "branches share a brand; namesakes differ by place"),
    Role.BUSINESS: Rule(0.40, "thousands of firms are in one trade"),
    Role.INITIAL: Rule(0.25, "an initial fits many given names"),
    Role.PARTICLE: Rule(0.05, "particles, titles and connectives come and go between spellings"),
    Role.FORM: Rule(0.03, "a legal form is left out or translated at will"),
}
"""What a word's rarity (0.2 to 1) is multiplied by to give its weight."""

SCORE: dict[str, Rule] = {
    # how alike two matched words are, 0 to 1
    "concept": Rule(0.98, "another word of one concept or place: tech and technology, HK and Hong Kong"),
    "romanization": Rule(0.96, "one word romanized in two ways: Aleksei, Alexey; Qods, Ghods"),
    "spelling": Rule(1.20, "loss per edit, as a share of the longer word: one in five letters costs 0.24"),
    "joined": Rule(0.98, "the same letters with a space moved: worldjetta, World Jetta"),
    "initial": Rule(0.70, "an initial agrees with a word that begins with it"),
    # what unmatched words cost, as multiples of their weight
    "missing": Rule(1.00, "a word of the query that the listed name has not: it may be another party"),
    "extra": Rule(0.60, "a word of the listed name that the query has not: queries are cut and abridged"),
    "extra_person": Rule(0.40, "lists give persons more names than documents do"),
    # points
    "other_number": Rule(-40.0, "both names have a number, and not the same: another plant or institute"),
    "other_place": Rule(-10.0, "both names have a place, and not the same"),
    "other_word": Rule(-12.0, "both names have a rare word the other lacks; times the weight of the lighter"),
    "word_order": Rule(-1.0, "the words of an organization stand in another order"),
    "kind": Rule(0.5, "both are of one kind, as are half of all pairs of strangers"),
    "other_kind": Rule(-20.0, "a person is neither a company nor a ship, a ship no aircraft"),
    "company_or_craft": Rule(
        -10.0, "a company is no ship or aircraft, but lists that know two kinds print ships as entities"
    ),
    "country": Rule(2.0, "the party's country is one of the entity's"),
    "other_country": Rule(-4.0, "the list ties the entity to other countries; trade moves, so little"),
    "birth_day": Rule(8.0, "both were born on this day, as one pair of strangers in thousands"),
    "birth": Rule(4.0, "the dates of birth agree as far as both go"),
    "birth_swapped": Rule(2.0, "the dates of birth agree with day and month swapped"),
    "other_birth": Rule(-15.0, "the dates of birth are too far apart for a slip"),
    "gender": Rule(0.5, "both are of one gender, as are four in five pairs of strangers"),
    "other_gender": Rule(-8.0, "lists rarely err in a gender"),
    "other_identifier": Rule(
        -20.0, "a party keeps its number for life, and the check digits hold on both sides: another party"
    ),
    "other_registration": Rule(
        -12.0, "one country's tax or registration numbers of one form differ; hardly a party has two"
    ),
    "most_against": Rule(
        -20.0, "attributes may be wrong: an exact name stays a hit at the default threshold"
    ),
    "identifier": Rule(120.0, "an equal identifier makes 100 by itself, even against most_against"),
}


def extra_cost(*, person: bool) -> float:
    """What a word of the listed name that the query has not costs, as a multiple of its weight."""
    return SCORE["extra_person" if person else "extra"].value


LONGEST_WORD = 40
"""Letters of a word that may hold a spelling mistake; longer ones are text run together."""


def edit_budget(length: int) -> int:
    """How many edits two words may differ by, for the shorter one's length in letters.

    None up to three letters, where one edit is another word (``Win Key``, ``Win Kee``).
    """
    if length <= 3 or length > LONGEST_WORD:
        return 0
    return 1 if length <= 7 else 2
