"""The classes of variation, and which half of them nobody looks at until the end."""

from __future__ import annotations

from random import Random
from typing import Literal, NamedTuple

from accuracy.vary import full_width, homoglyphs, invisible

from . import vary as ways

Says = Literal["same", "same building", "other unit", "other building"]
SEED = 6004


class Class(NamedTuple):
    """A class of variation: what it does, and what the two addresses then are."""

    vary: ways.Vary
    says: Says = "same"


CLASSES: dict[str, Class] = {
    "upper case": Class(lambda address, _: address.upper()),
    "lower case": Class(lambda address, _: address.lower()),
    "title case": Class(lambda address, _: address.title()),
    "word shortened or written out": Class(ways.shorten),
    "all words shortened": Class(ways.shorten_all),
    "word in another language": Class(ways.translate),
    "place by another name": Class(ways.rename_place),
    "romanized otherwise": Class(ways.romanize),
    "parts rotated": Class(ways.rotate),
    "biggest part first": Class(ways.biggest_first),
    "no commas": Class(ways.drop_commas),
    "a comma dropped": Class(ways.drop_comma),
    "no full stops": Class(ways.drop_dots),
    "a line for each part": Class(ways.lines),
    "lines of 35 characters": Class(ways.cut),
    "two words joined": Class(ways.join_words),
    "a word split": Class(ways.split_word),
    "letter changed": Class(ways.in_word(ways.change_letter)),
    "letter dropped": Class(ways.in_word(ways.drop_letter)),
    "letter added": Class(ways.in_word(ways.add_letter)),
    "letters swapped": Class(ways.in_word(ways.swap_letters)),
    "letter doubled": Class(ways.in_word(ways.double_letter)),
    "vowel changed": Class(ways.in_word(ways.change_vowel)),
    "letter dropped in a marker": Class(ways.in_word(ways.drop_letter, ways.MARKER_WORD)),
    "letters swapped in a marker": Class(ways.in_word(ways.swap_letters, ways.MARKER_WORD)),
    "look-alike letters": Class(homoglyphs),
    "full-width letters": Class(full_width),
    "invisible characters": Class(invisible),
    "district or city dropped": Class(ways.drop_middle),
    "postcode dropped": Class(ways.drop_postcode),
    "range of numbers": Class(ways.dash),
    "No. added or dropped": Class(ways.with_no),
    "number behind the street": Class(ways.number_behind),
    "another word for the unit": Class(ways.swap_unit_word),
    "zero before the unit": Class(ways.zero_unit),
    "floor written otherwise": Class(ways.floor_form),
    "floor dropped": Class(ways.drop_floor),
    "floor joined to unit": Class(ways.floor_with_unit),
    "in care of": Class(ways.care_of),
    "unit dropped": Class(ways.drop_unit, "same building"),
    "street dropped": Class(ways.drop_street, "same building"),
    "building dropped": Class(ways.drop_building, "same building"),
    "last digit of the unit": Class(ways.other_unit, "other unit"),
    "another unit": Class(ways.other_unit_far, "other unit"),
    "digits of the unit swapped": Class(ways.swapped_unit, "other unit"),
    "another floor": Class(ways.other_floor, "other unit"),
    "another unit, written otherwise": Class(ways.other_unit_written_otherwise, "other unit"),
    "another number": Class(ways.other_number, "other building"),
    "next door but one": Class(ways.next_number, "other building"),
}


def halves() -> tuple[list[str], list[str]]:
    """The classes that may be looked at, and those that are held back; by lot, within what they say."""
    draw = Random(SEED)
    seen: list[str] = []
    held: list[str] = []
    for says in ("same", "same building", "other unit", "other building"):
        titles = [title for title, row in CLASSES.items() if row.says == says]
        draw.shuffle(titles)
        middle = (len(titles) + 1) // 2
        seen += titles[:middle]
        held += titles[middle:]
    return seen, held
