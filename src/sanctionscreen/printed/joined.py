"""Several names in one free text, joined by commas, semicolons, slashes or words.

Nothing in such a text says whether a comma separates two names or belongs to one (``Baltic Co., Ltd.``).
The rules below never cut a name at its legal form or inside its quotation marks and brackets. What was cut
where a name could go on all the same, at a comma or a word, is given as a whole too.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from .aliases import unbracketed
from .scripts import language_code, script_of

_SEPARATOR = re.compile(
    r"(\s*;\s*|\s*[,،]\s*(?:(?:and|or|et)\s+)?|\s*/\s*|\s+(?:and|or|et)\s+"
    # Between Latin letters and those written from right to left a space is enough.
    r"|(?<=[A-Za-z.])\s+(?=[\u0590-\u06ff])|(?<=[\u0590-\u06ff])\s+(?=[A-Za-z]))"
)
_LABEL = re.compile(r"[\s,;(]*\b([A-Z][a-z]{3,})\s*:\s*")
# What the lists write for a language, where ISO 639 has another word.
_LANGUAGES = {"Belarussian": "be"}
_LEGAL_FORM = re.compile(
    r"(?:Ltd|Limited|LLC|L\.L\.C|LLP|Inc|Incorporated|Corp|Corporation|Co|Company|Co\.? ?Ltd|PLC|GmbH|AG|SA"
    r"|S\.A|SARL|JSC|PJSC|OJSC|CJSC|SC|AO|OAO|ZAO|PAO|OOO|FSUE|FGUP"
    r"|(?:(?:Public |Open |Closed )?Joint )?Stock Company"
    r"|Pvt|Pte|Pty|АО|AО|АO|ОАО|ЗАО|ПАО|ООО|ОOO|ФГУП|ФКП|САО|МК|НАО"
    r"|(?:(?:Открытое|Открытого|Закрытое|Публичное) )?Акционерн(?:ое|ого) общество?а?"
    r"|Общество [сc] [оo]граниченной [оo]тветственностью|Некоммерческое партнерство)"
    r"[.]?(?: \([\w ]{2,5}\))?",
    re.IGNORECASE,
)
# A longer row of names is a list and no name, whatever stands between them.
LONGEST_WHOLE = 3
_PAIRS = (("«", "»"), ("“", "”"), ("(", ")"), ('"', '"'))


@dataclass(frozen=True, slots=True)
class JoinedName:
    """A name cut from a text, the language that the text states for it, and whether it may be several."""

    text: str
    language: str | None = None
    whole: bool = False


def split_joined(text: str, person: bool) -> list[JoinedName]:
    """The names that one free text joins, each as printed.

    >>> [name.text for name in split_joined("Hava Co., Ltd.; HESA, Hava Company", person=False)]
    ['Hava Co., Ltd.', 'HESA', 'Hava Company', 'HESA, Hava Company']
    >>> [(name.text, name.language) for name in split_joined("Ivan Roi, Russian: Иван Рой", person=True)]
    [('Ivan Roi', None), ('Иван Рой', 'ru')]

    Args:
        text: the field, white space folded.
        person: whether it names a person, whose name holds no comma and no "and".
    """
    before, *labelled = _LABEL.split(text)
    names = _split(before, person, None)
    for label, part in zip(labelled[::2], labelled[1::2], strict=True):
        language = _LANGUAGES.get(label) or language_code(label)
        names += _split(part if language else f"{label}: {part}", person, language)
    return list(dict.fromkeys(names))


def is_legal_form(text: str) -> bool:
    """Whether a text is a legal form and nothing else.

    >>> is_legal_form("Ltd."), is_legal_form("Акционерное общество"), is_legal_form("Limited 7")
    (True, True, False)
    """
    return bool(_LEGAL_FORM.fullmatch(text.strip(" ,.")))


def _split(text: str, person: bool, language: str | None) -> list[JoinedName]:
    if found := re.fullmatch(r"(.*[A-Za-z].*?),? AKA", text):  # "LEVY, Yinon AKA" is one name, turned round
        head = re.split(r"(?<=[\u0590-\u06ff])\s+(?=[A-Z])", found[1])
        return [JoinedName(part.strip(), language) for part in head]
    runs = _runs(text, person)
    names: list[JoinedName] = []
    for pieces, whole in runs:
        clean = [name for piece in pieces for name in _unpack(piece)]
        names += [JoinedName(name, language) for name in clean]
        # A person's name holds no comma; but a single word may be half a name: "Batya, Kazak".
        doubtful = not person or (len(clean) == 2 and any(" " not in name for name in clean))
        if doubtful and len(pieces) > 1 and 1 < len(clean) <= LONGEST_WHOLE:
            names.append(JoinedName(_clean(whole), language, whole=True))
    return names


def _runs(text: str, person: bool) -> list[tuple[list[str], str]]:
    """The pieces of a text, in runs that only doubtful separators cut, each with the run's own text."""
    first, *rest = _SEPARATOR.split(text)
    runs: list[tuple[list[str], str]] = [([first], first)]
    before = first
    for place in range(0, len(rest), 2):
        separator, atom = rest[place], rest[place + 1]
        pieces, whole = runs[-1]
        if not _separates(before, pieces[-1], separator, "".join(rest[place + 1 :]), person):
            pieces[-1] += separator + atom
            runs[-1] = (pieces, whole + separator + atom)
        elif separator.strip() in (";", "/", ""):
            runs.append(([atom], atom))
        else:
            pieces.append(atom)
            runs[-1] = (pieces, whole + separator + atom)
        before = atom
    return runs


def _separates(before: str, piece: str, separator: str, rest: str, person: bool) -> bool:
    """Whether a separator stands between two names, or belongs to the one it stands in.

    ``before`` is what stands between the last separator and this one, ``piece`` the name so far.
    """
    atom, word = _SEPARATOR.split(rest)[0], separator.strip().lower()
    if word in ("", ";"):
        return True
    if _encloses(piece, rest):
        return False
    if is_legal_form(piece) or is_legal_form(atom):
        return False
    if word[0] in ",،":
        return not _goes_on(piece, separator, atom, person)
    if word in {"/", "or"}:
        return not person or _same_length(before, atom)
    scripts = {script_of(before), script_of(atom)}
    return person or scripts != {"Latn"} or _begins_anew(piece, atom)


def _goes_on(piece: str, separator: str, atom: str, person: bool) -> bool:
    """Whether a name goes on behind a comma: a figure, a clause, or a person's given names."""
    cyrillic = script_of(atom) == "Cyrl"
    surname = person and cyrillic and " " not in piece.strip() and script_of(piece) == "Cyrl"
    figure = separator == "," and piece[-1:].isdigit() and atom[:1].isdigit()
    return surname or figure or (cyrillic and atom[:1].islower())


def _encloses(piece: str, rest: str) -> bool:
    """Whether quotation marks or brackets that the name so far opens are closed behind it."""
    for opening, closing in _PAIRS:
        is_open = (
            piece.count(opening) % 2 if opening == closing else piece.count(opening) > piece.count(closing)
        )
        # Nested marks are often left open: only one that closes before the next opens belongs to the name.
        if is_open and (found := re.search(f"[{opening}{closing}]", rest)) and found[0] == closing:
            return True
    return False


def _same_length(left: str, right: str) -> bool:
    """Whether two spellings are whole names, or the second is only another word for the end of the first."""
    first, second = left.split(), right.split()
    if len(first) < 2 or len(second) < 2:
        return False
    return (len(first) == len(second) > 2) or first[0] == second[0]


def _begins_anew(piece: str, atom: str) -> bool:
    """Whether "and" joins two names of an organization, rather than two words of one."""
    words, following = re.findall(r"\w+", piece.casefold()), re.findall(r"\w+", atom)
    if not words or not following:
        return False
    repeated = any(word.startswith(following[0].casefold()[:4]) for word in words)
    return repeated or is_legal_form(following[0]) or is_legal_form(words[-1])


def _unpack(piece: str) -> list[str]:
    """A piece without stray brackets; a second name in brackets behind it stands by itself."""
    name = _clean(piece)
    found = re.fullmatch(r"([^()]{4,}) \(([^()]+ [^()]+)\)", name)
    if found and script_of(found[1]) != "Latn" and re.search('[«"“]', found[2]):
        return [found[1], found[2]]
    return [name] if re.search(r"\w", name) else []


def _clean(piece: str) -> str:
    return unbracketed(re.sub(r"^also\s+", "", piece.strip(" ,،;/(")))
