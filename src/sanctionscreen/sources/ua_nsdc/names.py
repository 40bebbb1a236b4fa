"""The names of a party, taken out of cells that hold several, or words beside them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sanctionscreen.model import Name
from sanctionscreen.model.vocabulary import NameKind
from sanctionscreen.printed import script_of
from sanctionscreen.printed.aliases import split_scripts, unbracketed
from sanctionscreen.printed.joined import is_legal_form
from sanctionscreen.reading import Files, kept_word

# "французькою мовою Myard Jacques": in French.
LANGUAGES: dict[str, str | None] = {
    "арабською": "ar", "англійською": "en", "грецькою": "el", "іспанською": "es", "італійською": "it",
    "китайською": "zh",
    "німецькою": "de", "польською": "pl", "російською": "ru", "сербською": "sr", "українською": "uk",
    "фінською": "fi", "французькою": "fr", "чеською": "cs", "шведською": "sv",
}  # fmt: skip
# The letters of languages whose names the 2021 file prints as what a scanner took them for.
SCRIPTS = {"ar": "Arab", "el": "Grek"}

_LANGUAGE = re.compile(r"^(\w+ою) мовою\s+")
_FORMER = re.compile(r"^(?:стара|колишня|попередня) назва\s*[–-]?\s*", re.IGNORECASE)
_ALIAS = re.compile(
    r"^(?:також\s+)?відом\w+ як:?\s*|^псевдонім\s*[–-]\s*|^перереєстровано .* назву на\s*", re.IGNORECASE
)
_MARKS: tuple[tuple[re.Pattern[str], NameKind], ...] = ((_FORMER, "former"), (_ALIAS, "alias"))
_BESIDE = re.compile(r"\s*\b(народи\w+ .+)$|\s*\((псевдонім)\)$")
_BETWEEN = re.compile(r"\s*;\s*|,?\s+(?:він|вона) ж\s+", re.IGNORECASE)
# A comma parts two names of an organization where the next begins with a quotation mark, a legal form, or a
# Latin capital, or is the channel that a broadcaster runs.
_NAMES = re.compile(
    r"\s*,\s+(?=[\"«„]|(?:АО|ООО|ОАО|ЗАО|ПАО|АТ|ТОВ|ДП)\s|(?:и?нформац|інформац)\w+ канал|теле\w+ |[A-Z])"
)
_CYRILLIC, _LATIN = "А-яІЇЄҐіїєґЂ-џ", "A-Za-zÀ-ž"
# A person's name in one script and nothing else, as nearly all cells are.
_PLAIN = re.compile(r"(?:[А-ЯІЇЄҐ][а-яіїєґА-ЯІЇЄҐ’'-]*(?: |$)){2,4}|(?:[A-Z][A-Za-z'-]*(?: |$)){2,4}")
# Between the Cyrillic and the Latin form of a person's name, each of two words or more.
_FORMS = re.compile(
    rf"(?<=[{_CYRILLIC}]) (?=[{_LATIN}'’.-]+ [{_LATIN}])|(?<=[{_LATIN}]) (?=[{_CYRILLIC}'’.-]+ [{_CYRILLIC}])"
)
_WORD_INSTEAD = re.compile(r"^(.*?)([\w’'-]+)\s*\((дівоче\s*[–-]\s*)?([\w’'-]+)\)\s*(.*)$")
_EXPLAINED = re.compile(
    r"\s*\((?:представництво в Україні|дочірнє підприємство|товариство з обмеженою відповідальністю"
    r"|спільне українсько-російське підприємство|Російська Федерація)\)"
)
_SHORT = re.compile(r"^(.+?)\s*\(([^()]{4,})\)(\"?)$")

_ON_PASSPORT = re.compile(r"\(([A-Z]{2,}(?:[ -][A-Z]+)+(?:,\s*[A-Z]{2,}(?:[ -][A-Z]+)+)*)\)")
_IN_THE_NAME_OF = re.compile(r"на ім[’']я ([A-Z][^()]+)\)")
_KNOWN_AS = re.compile(r"відом\w+ як:?\s*([^;.()]+)")
_CALLSIGN = re.compile(r"(?:позивн\w+:?|вигаданим прізвищем)\s*((?:«[^»]+»(?:,\s*)?)+)")
_FORMERLY = re.compile(
    r"(?:(?:колишня|стара|попередня) назва|раніше)\s*[–-]\s*(.+?)(?=\s*(?:[;\n]|$))", re.IGNORECASE
)
_RENAMED = re.compile(r"найменування змінено на (.+?)(?=\s*(?:[;\n]|$))", re.IGNORECASE)

Found = tuple[str, NameKind | None, str | None]  # the text, its kind where words say it, its language


def read_names(
    files: Files, key: str, cells: tuple[str, str, str], said: str, *, person: bool
) -> tuple[tuple[Name, ...], list[str]]:
    """The names of a party, the first one primary, and the words printed beside them.

    Args:
        files: the list's files.
        key: the party's id.
        cells: its name in Ukrainian, in the original, and otherwise, as printed.
        said: the further information, which may tell other names.
        person: whether the party is a person.
    """
    names: list[Name] = []
    remarks: list[str] = []
    columns: tuple[tuple[NameKind, str | None], ...] = (
        ("alias", "uk"),
        ("original_script", None),
        ("alias", None),
    )
    for cell, (kind, language) in zip(cells, columns, strict=True):
        for text, as_kind, as_language in split_cell(files, key, cell, remarks, person=person):
            script = script_of(text)
            spoken = as_language or (language if script == "Cyrl" else None)
            names.append(Name(text=text, kind=as_kind or kind, script=script, language=spoken))
    names += [Name(text=text, kind=kind, script=script_of(text)) for text, kind in names_said(said)]
    first: dict[str, Name] = {}
    for name in names:
        first.setdefault(name.text, name if first else name.model_copy(update={"kind": "primary"}))
    return tuple(first.values()), remarks


def split_cell(files: Files, key: str, cell: str, remarks: list[str], *, person: bool) -> Iterator[Found]:
    """The names in a cell; what is none of them is added to ``remarks``."""
    text = " ".join(cell.split())
    if person and _PLAIN.fullmatch(text):
        yield text, None, None
    elif text:
        yield from _split_words(files, key, cell, remarks, person=person)


def _split_words(files: Files, key: str, cell: str, remarks: list[str], *, person: bool) -> Iterator[Found]:
    """The names in a cell of several, or with words that say what kind of name it is."""
    text, kind, language = " ".join(cell.split()), None, None
    if found := _BESIDE.search(text):
        remarks.append(text)
        text = text[: found.start()]
    if found := _LANGUAGE.match(text):
        language = kept_word(files, key, "Назва", found[1].lower(), LANGUAGES, None)
        text = text[found.end() :]
    for mark, as_kind in _MARKS:
        if found := mark.match(text):
            remarks += [text] if found[0].startswith("перереєстровано") else []
            text, kind = text[found.end() :], as_kind
    parts = [part for piece in _pieces(cell, text, person) if re.search(r"\w", part := _clean(piece))]
    for part in parts:
        for name, said in _person(part) if person else _organization(part):
            yield name, said or kind, language
    if len(parts) > 1 and not person and not _BETWEEN.search(text):
        yield _clean(text), "variation", language
    script = script_of(text)
    if not parts or script != SCRIPTS.get(language or "", script):
        files.report.odd(
            key, "Назва", cell, "a name whose letters are not those of its language: lost in print"
        )


def _pieces(cell: str, text: str, person: bool) -> list[str]:
    """The names that stand side by side in a cell."""
    if not person:
        cuts = [piece for part in _BETWEEN.split(text) for piece in _NAMES.split(part)]
        joined: list[str] = []
        for piece in cuts:  # "Co., Ltd" is one
            if joined and is_legal_form(piece.rstrip('"')):
                joined[-1] = f"{joined[-1]}, {piece}"
            else:
                joined.append(piece)
        return joined
    wide = [" ".join(part.split()) for part in re.split(r"\s{2,}", cell.strip())]
    parts = wide if len(wide) > 1 and all(" " in part for part in wide) else _BETWEEN.split(text)
    return [piece for part in parts for piece in _FORMS.split(part)]


def _person(text: str) -> list[tuple[str, NameKind | None]]:
    """A person's name, and the same with the other word that it gives in brackets."""
    forms = split_scripts(text)
    if len(forms) == 1 and (found := re.match(r"^([^()]+ [^()]+) \(([^()]+ [^()]+)\)$", text)):
        forms = list(found.groups()) if "дівоче" not in found[2] else forms
    if len(forms) > 1:
        return [(form, None) for form in forms]
    if found := _WORD_INSTEAD.match(text):
        before, word, maiden, other, after = found.groups()
        own = " ".join(f"{before}{word} {after}".split())
        instead = " ".join(f"{before}{other} {after}".split())
        return [(own, None), (instead, "former" if maiden else "alias"), (text, "variation")]
    return [(text, None)]


def _organization(text: str) -> list[tuple[str, NameKind | None]]:
    """An organization's name, and the short one that it gives in brackets."""
    bare = _EXPLAINED.sub("", text)
    if bare != text:
        return [(bare, None), (text, "variation")]
    if (found := _SHORT.match(text)) and not re.match(r"\(|ДЕРЖ", found[2]):
        return [(found[1] + found[3], None), (found[2], "alias"), (text, "variation")]
    return [(text, None)]


def _clean(text: str) -> str:
    """A piece without the marks that a cut left: ``, ЗАО "ЭКМ"``, ``Laboratory PPSH LTD),``."""
    bare = re.sub(r"^[\s,;.]+|[\s,;]+$", "", text)
    return unbracketed(re.sub(r"\)\.$", ")", bare))


def names_said(said: str) -> Iterator[tuple[str, NameKind]]:
    """The names that a party's further information tells: on passports, call signs, former ones."""
    told: tuple[tuple[re.Pattern[str], NameKind, str], ...] = (
        (_ON_PASSPORT, "alias", r",\s*"), (_IN_THE_NAME_OF, "alias", r",\s*"),
        (_KNOWN_AS, "alias", r"\s*,\s*"), (_CALLSIGN, "alias", r"[«»,\s]*[«»][«»,\s]*"),
        (_FORMERLY, "former", r"$"), (_RENAMED, "alias", r"$"),
    )  # fmt: skip
    for pattern, kind, between in told:
        for found in pattern.findall(said):
            for part in re.split(between, found):
                if name := _clean(part):
                    yield name, kind
