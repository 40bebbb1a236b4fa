"""The classes of variation: which ways of writing a name are measured, for whom, and under which bar.

The classes are those that the FCA's synthetic tests of screening tools name (letters, vowels and digits for
letters inserted, deleted, changed; spaces, hyphens, apostrophes; words dropped, added, swapped; similar
sounds and shapes; neighbours on the keyboard; common words, titles, nicknames), written anew from
those names, and what trade adds: letters of another script, invisible characters, romanizations, pinyin
spacing, legal forms, cities, acronyms and cut fields. Two of the FCA's are left out: another digit in a
number, and a number put in, make the name of another party (the 13th institute is not the 15th).
"""

from __future__ import annotations

from collections.abc import Sequence
from random import Random
from typing import NamedTuple

from . import vary as ways

ORGANIZATION, PERSON = frozenset(("organization",)), frozenset(("person",))
BOTH = ORGANIZATION | PERSON


class Class(NamedTuple):
    """A class of variation: what it does, to whose names, and which of the bars it is under."""

    vary: ways.Vary
    kinds: frozenset[str]
    bar: str = "other"


CLASSES: dict[str, Class] = {
    # what a careful system must not mind
    "lower case": Class(lambda name, _: name.lower(), BOTH, "plain"),
    "upper case": Class(lambda name, _: name.upper(), BOTH, "plain"),
    "punctuation dropped": Class(ways.drop_punctuation, BOTH, "plain"),
    "punctuation added": Class(ways.add_punctuation, BOTH, "plain"),
    "odd spaces": Class(ways.odd_spaces, BOTH, "plain"),
    "space to full stop": Class(ways.between("."), BOTH, "plain"),
    "space to hyphen": Class(ways.add_hyphen, BOTH, "plain"),
    "hyphen dropped": Class(ways.drop_hyphen, BOTH, "plain"),
    "apostrophe added": Class(ways.add_apostrophe, BOTH, "plain"),
    "apostrophe dropped": Class(ways.drop_apostrophe, BOTH, "plain"),
    "one space dropped": Class(ways.join_words, BOTH, "plain"),
    "all spaces dropped": Class(ways.between(""), BOTH, "plain"),
    "word split": Class(ways.split_word, BOTH, "plain"),
    "letters spaced": Class(ways.letter_spacing, BOTH, "plain"),
    "letters dotted": Class(ways.letter_dots, BOTH, "plain"),
    "diacritics": Class(ways.add_mark, BOTH, "plain"),
    "invisible character": Class(ways.invisible, BOTH, "plain"),
    "homoglyphs": Class(ways.homoglyphs, BOTH, "plain"),
    "full width": Class(ways.full_width, BOTH, "plain"),
    "legal form swapped": Class(ways.swap_form, ORGANIZATION, "plain"),
    "legal form dropped": Class(ways.drop_form, ORGANIZATION, "plain"),
    "legal form added": Class(ways.add_form, ORGANIZATION, "plain"),
    # letters
    "letter inserted": Class(ways.insert_letter, BOTH),
    "letter deleted": Class(ways.delete_letter, BOTH),
    "letter changed": Class(ways.change_letter, BOTH),
    "vowel inserted": Class(ways.insert_vowel, BOTH),
    "vowel deleted": Class(ways.delete_vowel, BOTH),
    "vowel changed": Class(ways.change_vowel, BOTH),
    "letter doubled": Class(ways.double_letter, BOTH),
    "double letter single": Class(ways.undouble_letter, BOTH),
    "digit for letter": Class(ways.digit_for_letter, BOTH),
    "neighbours swapped": Class(ways.swap_letters(1), BOTH),
    "letters two apart swapped": Class(ways.swap_letters(2), BOTH),
    "similar sound": Class(ways.similar_sound, BOTH),
    "similar shape": Class(ways.similar_shape, BOTH),
    "keyboard neighbour": Class(ways.keyboard_change, BOTH),
    "keyboard neighbour inserted": Class(ways.keyboard_insert, BOTH),
    "romanization": Class(ways.romanize, BOTH),
    # words
    "ampersand": Class(ways.ampersand, ORGANIZATION),
    "number and word": Class(ways.number_word, ORGANIZATION),
    "word dropped": Class(ways.drop_word, BOTH),
    "word added": Class(ways.add_word, ORGANIZATION),
    "words swapped": Class(ways.swap_words, BOTH),
    "last name first": Class(ways.comma_order, PERSON),
    "partial word": Class(ways.partial_word, BOTH),
    "auxiliary word dropped": Class(ways.drop_auxiliary, ORGANIZATION),
    "common word swapped": Class(ways.swap_common_word, ORGANIZATION),
    "title added": Class(ways.add_title, PERSON),
    "nickname": Class(ways.nickname, PERSON),
    "pinyin spacing": Class(ways.pinyin_spacing, ORGANIZATION),
    "city dropped": Class(ways.drop_city, ORGANIZATION),
    "acronym added": Class(ways.add_acronym, ORGANIZATION),
    # what loses so much that it has figures of its own
    "vowels dropped": Class(ways.drop_vowels, BOTH, "loss"),
    "initial": Class(ways.initials, BOTH, "loss"),
    "acronym alone": Class(ways.acronym_alone, ORGANIZATION, "loss"),
    "cut at 30": Class(ways.cut(30), BOTH, "loss"),
    "cut at 35": Class(ways.cut(35), BOTH, "loss"),
}
"""Every class by its name in the table. ``plain`` ones have the highest bar, ``loss`` ones none."""


def vary(name: str, classes: Sequence[str], draw: Random) -> str:
    """A name with variations applied in turn; unchanged where the first does not apply."""
    for place, title in enumerate(classes):
        varied = CLASSES[title].vary(name, draw)
        if varied == name and place == 0:
            return name
        name = varied
    return name
