"""A name as somebody else writes it: more than thirty classes of variation, seeded.

The classes are those that the FCA's synthetic tests of screening tools name (letters, vowels and digits for
letters inserted, deleted, changed; spaces, hyphens, apostrophes; words dropped, added, swapped; similar
sounds and shapes; neighbours on the keyboard; common words, titles, nicknames), written anew from
those names, and what trade adds: letters of another script, invisible characters, romanizations, pinyin
spacing, legal forms, cities, acronyms and cut fields. Two of the FCA's are left out: another digit in a
number, and a number put in, make the name of another party (the 13th institute is not the 15th).

Letters are changed in words of four or more only; a dropped word is never the longest one. A function
gives the name back unchanged where its class does not apply.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from random import Random
from typing import NamedTuple

Vary = Callable[[str, Random], str]
ORGANIZATION, PERSON = frozenset(("organization",)), frozenset(("person",))
BOTH = ORGANIZATION | PERSON

VOWELS = "aeiou"
CONSONANTS = "bcdfghjklmnprstvz"
KEYS = {
    letter: near
    for letter, near in zip(
        "qwertyuiopasdfghjklzxcvbnm",
        ("wa qes wrd etf ryg tuh yij uok ipl ol qsz awdx sefc drgv fthb gyjn hukm jil ko asx zcd xvf cgb vhn "
         "bjm nk").split(),
        strict=True,
    )
}  # fmt: skip
SOUNDS = (
    "ph:f", "f:ph", "ck:k", "k:c", "c:k", "sh:sch", "ee:i", "oo:u", "th:t", "z:s", "w:v", "v:w", "x:ks", "ai:ay",
    "y:i", "g:j", "tz:ts", "qu:kw", "dd:d", "gh:g",
)  # fmt: skip
SHAPES = ("rn:m", "m:rn", "l:i", "i:l", "cl:d", "vv:w", "w:vv", "u:v", "v:u", "e:c", "h:b", "q:g", "g:q", "n:ri")
DIGITS = {"o": "0", "i": "1", "l": "1", "e": "3", "a": "4", "s": "5", "b": "8"}
HOMOGLYPHS = dict(zip("aceopxyABCEHKMOPTXy", "асеорхуАВСЕНКМОРТХу", strict=True))
MARKS = {"a": "áàâäã", "e": "éèêë", "i": "íìîï", "o": "óòôöõ", "u": "úùûü", "c": "ç", "n": "ñ", "s": "šş", "z": "ž"}
INVISIBLE = ("\u200b", "\u200c", "\u200d", "\u2060", "\ufeff", "\u00ad", "\u200f", "\u202b")
ROMANIZED = (
    "muhammad:mohammed", "mohammed:muhammad", "mohammad:mohamed", "ahmad:ahmed", "ahmed:ahmad", "husayn:hussein",
    "hussein:husain", "hasan:hassan", "yusuf:yousef", "ali:aly", "khalid:khaled", "sa'id:saeed", "abdul:abd al",
    "qasim:ghasem", "al-:el-", "skiy:sky", "sky:skiy", "skii:sky", "aleksandr:alexander", "aleksey:alexei",
    "aleksei:alexey", "sergey:sergei", "sergei:sergey", "dmitry:dmitriy", "dmitriy:dmitri", "yuriy:yuri", "ksandr:xander",
    "iya:ia", "iy:y", "yev:ev", "ov:off", "kh:h", "zh:j", "ou:u", "oo:u", "ee:i", "iyy:iy", "q:gh", "aw:au",
    "tekhn:techn", "ts:tz", "aya:aia", "yu:iu", "ya:ia",
)  # fmt: skip
FORMS = (
    ("limited liability company", "llc", "ooo", "l.l.c."), ("co., ltd.", "co ltd", "company limited", "co.,limited"),
    ("company limited", "co., ltd."), ("co. ltd.", "company limited"), ("co ltd", "co., limited"),
    ("limited", "ltd", "ltd."), ("ltd.", "limited"), ("ltd", "limited"), ("llc", "limited liability company", "ooo"),
    ("ooo", "llc", "ltd"), ("open joint stock company", "ojsc", "oao"), ("joint stock company", "jsc", "ao"),
    ("jsc", "joint stock company", "ao"), ("ojsc", "oao", "open joint stock company"), ("oao", "ojsc"), ("ao", "jsc"),
    ("pjsc", "public joint stock company", "pao"), ("incorporated", "inc."), ("inc.", "incorporated"),
    ("inc", "incorporated"), ("corporation", "corp."), ("corp.", "corporation"), ("corp", "corporation"),
    ("gmbh", "g.m.b.h."), ("company", "co."), ("co.", "company"), ("s.a.", "sa"), ("sa", "s.a."), ("fze", "f.z.e."),
    ("fsue", "fgup"), ("fgup", "federal state unitary enterprise"), ("anonim sirketi", "a.s."), ("a.s.", "anonim sirketi"),
)  # fmt: skip
ADDED_FORMS = ("Ltd", "LLC", "Co., Ltd.", "Limited", "JSC", "Inc.", "GmbH", "OOO", "FZE", "Pte Ltd")
CITIES = (
    "beijing", "shanghai", "shenzhen", "guangzhou", "hangzhou", "nanjing", "wuhan", "chengdu", "harbin", "tianjin", "xi'an",
    "hong kong", "dubai", "tehran", "istanbul", "ankara", "moscow", "saint petersburg", "st. petersburg", "minsk", "damascus",
    "beirut", "karachi", "lahore", "islamabad", "novosibirsk", "kazan", "samara", "singapore", "baghdad", "kabul", "pyongyang",
)  # fmt: skip
COMMON = (
    "technology:tech", "technologies:technology", "trading:trade", "international:intl", "company:co", "industries:industry",
    "industry:industries", "industrial:industry", "electronics:electronic", "electronic:electronics", "center:centre",
    "centre:center", "enterprise:enterprises", "enterprises:enterprise", "engineering:engg", "manufacturing:mfg",
    "development:dev", "investment:investments", "investments:investment", "group:grp", "holding:holdings", "holdings:holding",
    "logistics:logistic", "services:service", "service:services", "systems:system", "institute:inst", "department:dept",
    "organization:organisation", "university:univ", "defense:defence", "equipment:equipments", "import:imports",
    "aviation:aviatsiya", "plant:factory", "factory:plant", "general:gen", "national:natl", "research:res",
)  # fmt: skip
NUMBERS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen twenty"
).split()
ADDED_WORDS = ("Group", "International", "Trading", "Holding", "Branch", "Company", "Import Export", "Head Office")
TITLES = ("Mr", "Dr", "Sheikh", "Haji", "General", "Mrs", "Eng.", "Col.", "Prof.")
NICKNAMES = (
    "aleksandr:sasha", "alexander:alex", "vladimir:volodya", "mikhail:misha", "dmitriy:dima", "sergey:seryozha",
    "robert:bob", "william:bill", "jose:pepe", "francisco:paco", "joseph:joe", "michael:mike", "muhammad:mohd",
    "mohammad:mohd", "mohammed:md", "ivan:vanya", "nikolai:kolya", "yevgeniy:zhenya", "daniel:dan", "antonio:toni",
    "abdul:abd", "ibrahim:ebi", "charles:charlie", "samuel:sam", "thomas:tom", "anthony:tony", "luis:lucho",
)  # fmt: skip
PINYIN = re.compile(
    r"(?:[bpmfdtnlgkhjqxrzcsyw]|zh|ch|sh)?(?:iang|iong|uang|ang|eng|ing|ong|ian|iao|uai|uan|ai|ei|ao|ou|an|en|in|un|ia"
    r"|ie|iu|ua|uo|ue|ui|a|o|e|i|u)",
    re.IGNORECASE,
)
AUXILIARY = frozenset(("of", "the", "and", "for", "in", "de", "al", "el"))


class Class(NamedTuple):
    """A class of variation: what it does, to whose names, and which of the bars it is under."""

    vary: Vary
    kinds: frozenset[str]
    bar: str = "other"


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
similar_sound = _any_of(SOUNDS)
similar_shape = _any_of(SHAPES)
romanize = _any_of(ROMANIZED)
swap_common_word = _any_of(COMMON, whole=True)
nickname = _any_of(NICKNAMES, whole=True)
drop_auxiliary = _any_of([f"{word} :" for word in AUXILIARY - {"al", "el"}])


def undouble_letter(name: str, draw: Random) -> str:
    """One of two equal letters gone."""
    doubles = list(re.finditer(r"([^\W\d_])\1", name))
    return _at(name, draw.choice(doubles).start(), "") if doubles else name


def _swap_letters(distance: int) -> Vary:
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
    return _at(name, draw.randrange(word.start() + 1, word.end()), draw.choice("'\u2019"), 0) if word else name


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
    numbers = {str(value): word for value, word in enumerate(NUMBERS)}
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
    return f"{name} {draw.choice(ADDED_WORDS)}"


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
    return f"{draw.choice(TITLES)} {name}"


def drop_punctuation(name: str, _: Random) -> str:
    """Every mark but spaces gone, hyphens and commas to spaces."""
    return " ".join(re.sub(r"[^\w\s]", "", re.sub(r"[-,/]", " ", name)).split())


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
    return _at(name, draw.randrange(word.start() + 1, word.end()), draw.choice(INVISIBLE), 0) if word else name


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
    long = [place for place, count in enumerate(syllables) if count >= 2 and words[place].lower() not in CITIES]
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
    for form, *others in FORMS:
        found = re.search(rf"(?<!\w){re.escape(form)}(?!\w)", name, re.IGNORECASE)
        if found:
            other = draw.choice(others)
            return name[: found.start()] + _as(found.group(), other) + name[found.end() :]
    return name


def drop_form(name: str, _: Random) -> str:
    """Without the legal form."""
    for form, *_others in FORMS:
        shorter = re.sub(rf"(?<!\w){re.escape(form)}(?!\w)", "", name, flags=re.IGNORECASE).strip(" ,.")
        if shorter != name.strip(" ,.") and len(shorter) > 4:
            return " ".join(shorter.split())
    return name


def add_form(name: str, draw: Random) -> str:
    """A legal form where there was none."""
    has_one = any(re.search(rf"(?<!\w){re.escape(form)}(?!\w)", name, re.IGNORECASE) for form, *_ in FORMS)
    return name if has_one else f"{name} {draw.choice(ADDED_FORMS)}"


def drop_city(name: str, _: Random) -> str:
    """Without the city, where three words stay."""
    for city in CITIES:
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
    return "".join(word[0].upper() for word in re.findall(r"[^\W\d_]+", name) if word.lower() not in AUXILIARY)


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


CLASSES: dict[str, Class] = {
    # what a careful system must not mind
    "lower case": Class(lambda name, _: name.lower(), BOTH, "plain"),
    "upper case": Class(lambda name, _: name.upper(), BOTH, "plain"),
    "punctuation dropped": Class(drop_punctuation, BOTH, "plain"),
    "punctuation added": Class(add_punctuation, BOTH, "plain"),
    "odd spaces": Class(odd_spaces, BOTH, "plain"),
    "space to full stop": Class(between("."), BOTH, "plain"),
    "space to hyphen": Class(add_hyphen, BOTH, "plain"),
    "hyphen dropped": Class(drop_hyphen, BOTH, "plain"),
    "apostrophe added": Class(add_apostrophe, BOTH, "plain"),
    "apostrophe dropped": Class(drop_apostrophe, BOTH, "plain"),
    "one space dropped": Class(join_words, BOTH, "plain"),
    "all spaces dropped": Class(between(""), BOTH, "plain"),
    "word split": Class(split_word, BOTH, "plain"),
    "letters spaced": Class(letter_spacing, BOTH, "plain"),
    "letters dotted": Class(letter_dots, BOTH, "plain"),
    "diacritics": Class(add_mark, BOTH, "plain"),
    "invisible character": Class(invisible, BOTH, "plain"),
    "homoglyphs": Class(homoglyphs, BOTH, "plain"),
    "full width": Class(full_width, BOTH, "plain"),
    "legal form swapped": Class(swap_form, ORGANIZATION, "plain"),
    "legal form dropped": Class(drop_form, ORGANIZATION, "plain"),
    "legal form added": Class(add_form, ORGANIZATION, "plain"),
    # letters
    "letter inserted": Class(insert_letter, BOTH),
    "letter deleted": Class(delete_letter, BOTH),
    "letter changed": Class(change_letter, BOTH),
    "vowel inserted": Class(insert_vowel, BOTH),
    "vowel deleted": Class(delete_vowel, BOTH),
    "vowel changed": Class(change_vowel, BOTH),
    "letter doubled": Class(double_letter, BOTH),
    "double letter single": Class(undouble_letter, BOTH),
    "digit for letter": Class(digit_for_letter, BOTH),
    "neighbours swapped": Class(_swap_letters(1), BOTH),
    "letters two apart swapped": Class(_swap_letters(2), BOTH),
    "similar sound": Class(similar_sound, BOTH),
    "similar shape": Class(similar_shape, BOTH),
    "keyboard neighbour": Class(keyboard_change, BOTH),
    "keyboard neighbour inserted": Class(keyboard_insert, BOTH),
    "romanization": Class(romanize, BOTH),
    # words
    "ampersand": Class(ampersand, ORGANIZATION),
    "number and word": Class(number_word, ORGANIZATION),
    "word dropped": Class(drop_word, BOTH),
    "word added": Class(add_word, ORGANIZATION),
    "words swapped": Class(swap_words, BOTH),
    "last name first": Class(comma_order, PERSON),
    "partial word": Class(partial_word, BOTH),
    "auxiliary word dropped": Class(drop_auxiliary, ORGANIZATION),
    "common word swapped": Class(swap_common_word, ORGANIZATION),
    "title added": Class(add_title, PERSON),
    "nickname": Class(nickname, PERSON),
    "pinyin spacing": Class(pinyin_spacing, ORGANIZATION),
    "city dropped": Class(drop_city, ORGANIZATION),
    "acronym added": Class(add_acronym, ORGANIZATION),
    # what loses so much that it has figures of its own
    "vowels dropped": Class(drop_vowels, BOTH, "loss"),
    "initial": Class(initials, BOTH, "loss"),
    "acronym alone": Class(acronym_alone, ORGANIZATION, "loss"),
    "cut at 30": Class(cut(30), BOTH, "loss"),
    "cut at 35": Class(cut(35), BOTH, "loss"),
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
