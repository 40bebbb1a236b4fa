"""The policy of the score: every weight and every point, with its reason, on one screen.

A change here moves scores and belongs in the changelog under "Scores".
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import numpy.typing as npt

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
    Role.PATRONYMIC: Rule(0.45, "a father's name is left out at will, but tells namesakes apart"),
    Role.INITIAL: Rule(0.25, "an initial fits many given names"),
    Role.PARTICLE: Rule(0.05, "particles, titles and connectives come and go between spellings"),
    Role.FORM: Rule(0.03, "a legal form is left out or translated at will"),
}
"""What a word's rarity (0.2 to 1) is multiplied by to give its weight."""

SCORE: dict[str, Rule] = {
    # how alike two matched words are, 0 to 1
    "concept": Rule(0.98, "another word of one concept or place: tech and technology, HK and Hong Kong"),
    "romanization": Rule(0.96, "one word romanized in two ways: Aleksei, Alexey; Qods, Ghods"),
    "spelling": Rule(1.10, "loss per edit, as a share of the longer word: one in five letters costs 0.22"),
    "first_letter": Rule(1.50, "edits count so much where the first letter is another, as it seldom is"),
    "vowels": Rule(0.80, "and so much where only vowels or doubled letters differ: romanizations vary them"),
    "shape": Rule(0.93, "letters that a scanner takes for others: rn and m, I and l"),
    "slip": Rule(0.40, "one letter differs in a word of three: other words must carry the name"),
    "beginning": Rule(0.40, "loss by the share of the word that is cut off"),
    "cut": Rule(0.95, "the last word of a field of 30, 35 or 40 characters, and a word that begins with it"),
    "joined": Rule(0.98, "the same letters with a space moved: worldjetta, World Jetta"),
    "short_name": Rule(0.90, "what the bearers of a given name are called: Sasha, Aleksandr; Mohd, Muhammad"),
    "translated_name": Rule(0.85, "a given name in another language: Nikolai, Mykola, Nicholas"),
    "initial": Rule(0.70, "an initial agrees with a word that begins with it"),
    "initial_word": Rule(0.30, "in the name of an organization an initial says little of the word"),
    "acronym": Rule(0.75, "an acronym agrees with words that begin with its letters, and confirms only"),
    "long_acronym": Rule(0.82, "one of five or six letters is hardly shared"),
    # what unmatched words cost, as multiples of their weight
    "missing": Rule(1.00, "a word of the query that the listed name has not: it may be another party"),
    "extra": Rule(0.50, "a word of the listed name that the query has not: queries are cut and abridged"),
    "extra_person": Rule(0.40, "lists give persons more names than documents do"),
    "beyond_cut": Rule(0.25, "share of that cost for words behind the end of a query that was cut off"),
    "doubt": Rule(0.95, "what organizations must have in common for these costs to count once"),
    "doubt_person": Rule(1.20, "what persons must have in common for them to count once"),
    # points
    "other_number": Rule(-40.0, "both names have a number, and not the same: another plant or institute"),
    "other_place": Rule(-10.0, "both names have a place, and not the same"),
    "other_father": Rule(-12.0, "both names have a father's name, and not the same"),
    "other_word": Rule(-12.0, "both names have a rare word the other lacks; times the weight of the lighter"),
    "word_order": Rule(-1.0, "the words of an organization stand in another order"),
    "kind": Rule(0.5, "both are of one kind, as are half of all pairs of strangers"),
    "other_kind": Rule(-20.0, "a person is neither a company nor a ship, a ship no aircraft"),
    "company_or_craft": Rule(
        -10.0, "a company is no ship or aircraft, but lists that know two kinds print ships as entities"
    ),
    "form_or_craft": Rule(-20.0, "a name with a company's legal form is no ship's or aircraft's"),
    "country": Rule(2.0, "the party's country is one of the entity's"),
    "other_country": Rule(-4.0, "the list ties the entity to other countries; trade moves, so little"),
    "birth_day": Rule(8.0, "both were born on this day, as one pair of strangers in thousands"),
    "birth": Rule(4.0, "the dates of birth agree as far as both go"),
    "birth_swapped": Rule(2.0, "the dates of birth agree with day and month swapped"),
    "other_birth": Rule(-15.0, "the dates of birth are too far apart for a slip"),
    "gender": Rule(0.5, "both are of one gender, as are four in five pairs of strangers"),
    "other_gender": Rule(-8.0, "lists rarely err in a gender"),
    "address": Rule(4.0, "one of the entity's addresses is the party's unit; few share one"),
    "building": Rule(2.0, "one of the entity's addresses is in the party's building; hundreds may share one"),
    "other_city": Rule(-3.0, "the entity's addresses are all in other cities; firms move, so little"),
    "other_identifier": Rule(
        -20.0, "a party keeps its number for life, and the check digits hold on both sides: another party"
    ),
    "other_registration": Rule(
        -12.0, "one country's tax or registration numbers of one form differ; hardly a party has two"
    ),
    "most_against": Rule(
        -20.0, "attributes may be wrong: an exact name stays a hit at the default threshold"
    ),
    "listed_address": Rule(
        100.0,
        "the entry is an address, and the party is there; times the similarity if not for certain",
    ),
    "identifier": Rule(120.0, "an equal identifier makes 100 by itself, even against most_against"),
}


def extra_cost(*, person: bool) -> float:
    """What a word of the listed name that the query has not costs, as a multiple of its weight."""
    return SCORE["extra_person" if person else "extra"].value


def doubt(common: float, *, person: bool) -> float:
    """What the words left over count, by how much two names have in common (``in_common``).

    One rare word in common and another left over is less than four in common and one left over. Names
    of companies differ more by what they have besides one common word than those of persons do.
    """
    enough = max(common, LEAST_COMMON)
    if person:
        return SCORE["doubt_person"].value / enough
    return (SCORE["doubt"].value / enough) ** 2


def doubts(common: npt.NDArray[np.float64], *, person: bool) -> npt.NDArray[np.float64]:
    """``doubt`` of many names at once."""
    enough = np.maximum(common, LEAST_COMMON)
    return SCORE["doubt_person"].value / enough if person else (SCORE["doubt"].value / enough) ** 2


def in_common(role: Role, weight: float, letters: int) -> float:
    """How much two words that stand for each other say of two names.

    A rare word says most, and a short one little: there are 17,576
    acronyms of three letters for all the companies of the world.
    """
    if role in SAYING_LITTLE:
        return weight / 2
    if role is not Role.DISTINCTIVE:
        return COMMON_WORD + weight / 2
    weight *= BREVITY[letters] if letters < len(BREVITY) else 1.0
    return weight * weight if weight < 1.0 else weight


LEAST_COMMON = 0.3
COMMON_WORD = 0.2
"""What any common word, place or number in common says: a combination of them is rarer than each."""
SAYING_LITTLE = frozenset((Role.FORM, Role.PARTICLE))
BREVITY = (0.0, 0.5, 0.5, 0.65, 0.8, 0.92)
"""What a word of so many letters counts for one of six or more."""

CUTS = frozenset((30, 35, 40))
"""Characters of the fields that cut names: EDIFACT NAD lines have 35, SAP name fields 35 and 40, customs
declarations 30 and 35 (UN/EDIFACT D.96A data element 3036; SAP table LFA1)."""

LONGEST_WORD = 40
"""Letters of a word that may hold a spelling mistake; longer ones are text run together."""


def edit_budget(length: int) -> int:
    """How many edits two words may differ by, for the shorter one's length in letters.

    None up to three letters, where one edit is another word (``Win Key``, ``Win Kee``); see ``slip``.
    """
    if length <= 3 or length > LONGEST_WORD:
        return 0
    return 1 if length <= 6 else 2
