"""A name as somebody else writes it: one function for each way, all seeded.

Letters are changed in words of four or more only; a dropped word is never the longest one. A function
gives the name back unchanged where its way does not apply.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Sequence
from pathlib import Path
from random import Random

Vary = Callable[[str, Random], str]

WORDS = tomllib.loads(Path(__file__).with_suffix(".toml").read_text("utf-8"))
"""What is put for what: sounds, shapes, romanizations, forms, words; see ``vary.toml``."""
VOWELS = "aeiou"
CONSONANTS = "bcdfghjklmnprstvz"
DIGITS = {"o": "0", "i": "1", "l": "1", "e": "3", "a": "4", "s": "5", "b": "8"}
HOMOGLYPHS = dict(zip("aceopxyABCEHKMOPTXy", "асеорхуАВСЕНКМОРТХу", strict=True))
MARKS = {
    "a": "áàâäã",
    "e": "éèêë",
    "i": "íìîï",
    "o": "óòôöõ",
    "u": "úùûü",
    "c": "ç",
    "n": "ñ",
    "s": "šş",
    "z": "ž",
}
INVISIBLE = ("\u200b", "\u200c", "\u200d", "\u2060", "\ufeff", "\u00ad", "\u200f", "\u202b")
PINYIN = re.compile(
    r"(?:[bpmfdtnlgkhjqxrzcsyw]|zh|ch|sh)?(?:iang|iong|uang|ang|eng|ing|ong|ian|iao|uai|uan|ai|ei|ao|ou|an|en|in|un|ia"
    r"|ie|iu|ua|uo|ue|ui|a|o|e|i|u)",
    re.IGNORECASE,
)


def _word(name: str, draw: Random, least: int = 4) -> re.Match[str] | None:
    words = [found for found in re.finditer(r"[^\W\d_]+", name) if len(found.group()) >= least]
    return draw.choice(words) if words else None


def _at(name: str, place: int, text: str, width: int = 1) -> str:
    return name[:place] + text + name[place + width :]


def _as(like: str, text: str) -> str:
    """A text in the case of what it replaces."""
    if like.isupper():
        return text.upper()
    return text.capitalize() if like[:1].isupper() else text


def _letter(letters: str, change: Callable[[str, Random], str]) -> Vary:
    """Change one letter out of some, in a word of four or more, not the first of the word."""

    def vary(name: str, draw: Random) -> str:
        word = _word(name, draw)
        if word is None:
            return name
        places = [p for p in range(word.start() + 1, word.end()) if name[p].lower() in letters]
        if not places:
            return name
        place = draw.choice(places)
        return _at(name, place, _as(name[place], change(name[place].lower(), draw)))

    return vary


def _any_of(pairs: Sequence[str], *, whole: bool = False) -> Vary:
    """Replace one text of ``before:after`` pairs, anywhere or as whole words only."""
    split = [pair.split(":") for pair in pairs]

    def vary(name: str, draw: Random) -> str:
        edge = r"\b" if whole else ""
        found = [
            (match, after)
            for before, after in split
            for match in re.finditer(f"{edge}{re.escape(before)}{edge}", name, re.IGNORECASE)
        ]
        if not found:
            return name
        match, after = draw.choice(found)
        return name[: match.start()] + _as(match.group(), after) + name[match.end() :]

    return vary


KEYS = dict(pair.split(":") for pair in WORDS["keys"])
AUXILIARY = frozenset(WORDS["auxiliary"])
LETTERS = VOWELS + CONSONANTS + "qwxy"
change_letter = _letter(LETTERS, lambda old, draw: draw.choice(CONSONANTS.replace(old, "")))
delete_letter = _letter(LETTERS, lambda _, __: "")
insert_letter = _letter(LETTERS, lambda old, draw: old + draw.choice(CONSONANTS))
change_vowel = _letter(VOWELS, lambda old, draw: draw.choice(VOWELS.replace(old, "")))
delete_vowel = _letter(VOWELS, lambda _, __: "")
insert_vowel = _letter(LETTERS, lambda old, draw: old + draw.choice(VOWELS))
double_letter = _letter(LETTERS, lambda old, _: old * 2)
digit_for_letter = _letter("".join(DIGITS), lambda old, _: DIGITS[old])
keyboard_change = _letter(LETTERS, lambda old, draw: draw.choice(KEYS[old]))
keyboard_insert = _letter(LETTERS, lambda old, draw: old + draw.choice(KEYS[old]))
add_mark = _letter("".join(MARKS), lambda old, draw: draw.choice(MARKS[old]))
similar_sound = _any_of(WORDS["sounds"])
similar_shape = _any_of(WORDS["shapes"])
romanize = _any_of(WORDS["romanized"])
swap_common_word = _any_of(WORDS["common"], whole=True)
nickname = _any_of(WORDS["nicknames"], whole=True)
drop_auxiliary = _any_of([f"{word} :" for word in AUXILIARY - {"al", "el"}])


def undouble_letter(name: str, draw: Random) -> str:
    """One of two equal letters gone."""
    doubles = list(re.finditer(r"([^\W\d_])\1", name))
    return _at(name, draw.choice(doubles).start(), "") if doubles else name


def swap_letters(distance: int) -> Vary:
    """Two letters of a word in each other's place."""

    def vary(name: str, draw: Random) -> str:
        word = _word(name, draw, 5)
        if word is None:
            return name
        place = draw.randrange(word.start() + 1, word.end() - distance)
        a, b = name[place], name[place + distance]
        return _at(_at(name, place, b), place + distance, a)

    return vary


def split_word(name: str, draw: Random) -> str:
    """A space inside a word."""
    word = _word(name, draw, 6)
    return _at(name, draw.randrange(word.start() + 2, word.end() - 1), " ", 0) if word else name


def join_words(name: str, draw: Random) -> str:
    """One space lost."""
    spaces = [p for p, character in enumerate(name) if character == " "]
    return _at(name, draw.choice(spaces), "") if spaces else name


def between(mark: str) -> Vary:
    """Another mark, or nothing, for every space."""
    return lambda name, _: name.replace(" ", mark)


def letter_spacing(name: str, draw: Random) -> str:
    """One word with its letters set apart."""
    word = _word(name, draw)
    return _at(name, word.start(), " ".join(word.group()), len(word.group())) if word else name


def letter_dots(name: str, draw: Random) -> str:
    """One word with a dot between its letters."""
    word = _word(name, draw)
    return _at(name, word.start(), ".".join(word.group()), len(word.group())) if word else name


def add_hyphen(name: str, draw: Random) -> str:
    """A hyphen for one space."""
    spaces = [p for p, character in enumerate(name) if character == " "]
    return _at(name, draw.choice(spaces), "-") if spaces else name


def drop_hyphen(name: str, draw: Random) -> str:
    """Hyphens gone, or a space in their place."""
    return name.replace("-", draw.choice(("", " ")))


def add_apostrophe(name: str, draw: Random) -> str:
    """An apostrophe inside a word."""
    word = _word(name, draw)
    return (
        _at(name, draw.randrange(word.start() + 1, word.end()), draw.choice("'\u2019"), 0) if word else name
    )


def drop_apostrophe(name: str, draw: Random) -> str:
    """Apostrophes gone, or a space in their place."""
    return re.sub("['\u2019`]", draw.choice(("", " ")), name)


def ampersand(name: str, _: Random) -> str:
    """``&`` for ``and``, or ``and`` for ``&``."""
    if "&" in name:
        return re.sub(r"\s*&\s*", " and ", name)
    return re.sub(r"\band\b", "&", name, flags=re.IGNORECASE)


def number_word(name: str, _: Random) -> str:
    """Digits as a word, or a number word as digits."""
    numbers = {str(value): word for value, word in enumerate(WORDS["numbers"])}
    words = {word: value for value, word in numbers.items()}
    swaps = numbers | words
    return re.sub(r"\b[^\W_]+\b", lambda found: swaps.get(found.group().lower(), found.group()), name)


def drop_word(name: str, draw: Random) -> str:
    """A word dropped from three or more; never the longest."""
    words = name.split()
    if len(words) < 3:
        return name
    longest = max(words, key=len)
    gone = draw.choice([place for place, word in enumerate(words) if word is not longest])
    return " ".join(word for place, word in enumerate(words) if place != gone)


def add_word(name: str, draw: Random) -> str:
    """A common word at the end."""
    return f"{name} {draw.choice(WORDS['added_words'])}"


def swap_words(name: str, draw: Random) -> str:
    """Two neighbouring words in the other order."""
    words = name.replace(",", "").split()
    if len(words) < 2:
        return name
    place = draw.randrange(len(words) - 1)
    words[place : place + 2] = reversed(words[place : place + 2])
    return " ".join(words)


def comma_order(name: str, _: Random) -> str:
    """``LAST, First`` as ``First LAST``, or the last word in front with a comma."""
    if "," in name:
        last, first = name.split(",", 1)
        return f"{first.strip()} {last.strip()}"
    words = name.split()
    return f"{words[-1]}, {' '.join(words[:-1])}" if len(words) > 1 else name


def partial_word(name: str, draw: Random) -> str:
    """The end of a long word cut off."""
    word = _word(name, draw, 7)
    return _at(name, word.end() - 2, "", 2) if word else name


def add_title(name: str, draw: Random) -> str:
    """A title in front."""
    return f"{draw.choice(WORDS['titles'])} {name}"


def drop_punctuation(name: str, _: Random) -> str:
    """No marks: full stops after letters and apostrophes gone, a space for every other mark."""
    tight = re.sub(r"['\u2019`]|(?<=\b\w)\.(?=\w\b)|\.(?=\W|$)", "", name)
    return " ".join(re.sub(r"[^\w\s]", " ", tight).split())


def add_punctuation(name: str, draw: Random) -> str:
    """A mark at the end of a word, or quotes around the name."""
    if draw.random() < 0.3:
        return f'"{name}"'
    words = name.split()
    words[draw.randrange(len(words))] += draw.choice(",.;:")
    return " ".join(words)


def homoglyphs(name: str, draw: Random) -> str:
    """One to three Latin letters as the Cyrillic ones that look alike."""
    places = [p for p, character in enumerate(name) if character in HOMOGLYPHS]
    for place in draw.sample(places, min(len(places), draw.randint(1, 3))):
        name = _at(name, place, HOMOGLYPHS[name[place]])
    return name


def invisible(name: str, draw: Random) -> str:
    """A character that nobody sees inside a word."""
    word = _word(name, draw)
    return (
        _at(name, draw.randrange(word.start() + 1, word.end()), draw.choice(INVISIBLE), 0) if word else name
    )


def odd_spaces(name: str, draw: Random) -> str:
    """Wide, doubled or non-breaking spaces, a tab."""
    return name.replace(" ", draw.choice(("  ", "\u00a0", "\u3000", "\t", "\u2009")))


def full_width(name: str, _: Random) -> str:
    """Full-width letters."""
    return "".join(chr(ord(c) + 0xFEE0) if "!" <= c <= "~" else c for c in name)


def pinyin_spacing(name: str, draw: Random) -> str:
    """A Chinese brand written in syllables, or its syllables as one word."""
    words = name.split()
    syllables = [len(PINYIN.findall(word)) if _is_pinyin(word) else 0 for word in words]
    long = [
        place
        for place, count in enumerate(syllables)
        if count >= 2 and words[place].lower() not in WORDS["cities"]
    ]
    short = [p for p in range(len(words) - 1) if syllables[p] == syllables[p + 1] == 1]
    if long:
        place = draw.choice(long)
        words[place] = _as(words[place], " ".join(PINYIN.findall(words[place])))
    elif short:
        place = draw.choice(short)
        words[place : place + 2] = [words[place] + words[place + 1].lower()]
    return " ".join(words)


def _is_pinyin(word: str) -> bool:
    return bool(re.fullmatch(f"(?:{PINYIN.pattern})+", word, re.IGNORECASE)) and len(word) >= 4


def swap_form(name: str, draw: Random) -> str:
    """Another spelling or translation of the legal form."""
    for form, *others in WORDS["forms"]:
        found = re.search(rf"(?<!\w){re.escape(form)}(?!\w)", name, re.IGNORECASE)
        if found:
            other = draw.choice(others)
            return name[: found.start()] + _as(found.group(), other) + name[found.end() :]
    return name


def drop_form(name: str, _: Random) -> str:
    """Without the legal form."""
    for form, *_others in WORDS["forms"]:
        shorter = re.sub(rf"(?<!\w){re.escape(form)}(?!\w)", "", name, flags=re.IGNORECASE).strip(" ,.")
        if shorter != name.strip(" ,.") and len(shorter) > 4:
            return " ".join(shorter.split())
    return name


def add_form(name: str, draw: Random) -> str:
    """A legal form where there was none."""
    has_one = any(
        re.search(rf"(?<!\w){re.escape(form)}(?!\w)", name, re.IGNORECASE) for form, *_ in WORDS["forms"]
    )
    return name if has_one else f"{name} {draw.choice(WORDS['added_forms'])}"


def drop_city(name: str, _: Random) -> str:
    """Without the city, where three words stay."""
    for city in WORDS["cities"]:
        shorter = re.sub(rf"\b{re.escape(city)}\b", "", name, flags=re.IGNORECASE)
        shorter = " ".join(re.sub(r"\(\s*\)", " ", shorter).split())
        if len(shorter) < len(name) - 2 and len(shorter.split()) >= 3:
            return shorter
    return name


def add_acronym(name: str, _: Random) -> str:
    """The name with its acronym in brackets."""
    letters = _acronym(name)
    return f"{name} ({letters})" if 3 <= len(letters) <= 7 and "(" not in name else name


def acronym_alone(name: str, _: Random) -> str:
    """The acronym for the name."""
    letters = _acronym(name)
    return letters if 3 <= len(letters) <= 7 else name


def _acronym(name: str) -> str:
    return "".join(
        word[0].upper() for word in re.findall(r"[^\W\d_]+", name) if word.lower() not in AUXILIARY
    )


def initials(name: str, draw: Random) -> str:
    """One word of three or more letters as an initial."""
    words = name.split()
    long = [place for place, word in enumerate(words) if len(word) >= 3 and word.isalpha()]
    if len(words) < 2 or not long:
        return name
    place = draw.choice(long)
    words[place] = words[place][0] + draw.choice((".", ""))
    return " ".join(words)


def drop_vowels(name: str, _: Random) -> str:
    """Every vowel gone but those that begin a word."""
    return re.sub(r"\B[aeiou]", "", name, flags=re.IGNORECASE)


def cut(width: int) -> Vary:
    """A field that ends after so many characters."""
    return lambda name, _: name[:width].rstrip() if len(name) > width else name
