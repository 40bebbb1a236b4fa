"""Several names, scripts and remarks that a list prints in one field."""

from __future__ import annotations

import re

from sanctionscreen.model import NameKind, Strength

from .numbered import numbered
from .scripts import script_of

_LATIN = "A-Za-z\u00c0-\u024f\u1e00-\u1eff"
_OTHER_SCRIPT = re.compile(rf"[^\W\d_{_LATIN}ʻʼʾʿ](?:[^\S\n]|[^\w\s();،]|[^\W_{_LATIN}])*")
_SCRIPT_WORDS = re.compile(r"\(?\b(?:in )?(?:original|arabic) script\)?:?|\bin arabic:", re.IGNORECASE)
_TRANSLITERATIONS = re.compile(r"\btransliterations?(?: of [\w ]+)?:?", re.IGNORECASE)
# What is printed behind a name and is none: in brackets a word for the name or anything with a
# number, and whatever follows "born".
_REMARK = re.compile(
    r"\s*\(((?:previously|formerly) listed as|birth name|combat name|[^()]*\d[^()]*)\)$"
    r"|,?\s+(born\s.+)$|\s+-\s+(sub-unit name)$",
    re.IGNORECASE,
)

_TOLD = re.compile(
    r"(?:^|[.)]\s*)(?P<word>also referred to|also known|formerly known|(?:low quality )?a\.k\.a)\b"
    r"\.?(?: as)?:?\s*(?P<names>.+?)(?=(?-i:(?<![ .][A-Z])\.\s*[A-Z(])|\.?$| Reregistered)",
    re.IGNORECASE,
)
_BETWEEN_PERSONS = re.compile(r",\s*(?:and\s+)?|\s+(?:and|or)\s+(?:A\.K\.A\.? )?")
_BETWEEN_ORGANIZATIONS = re.compile(
    r",\s+(?!(?:Ltd|LLC|Inc|Co)\b)|\s+and\s+formerly known as\s+", re.IGNORECASE
)
_NAME = re.compile(r"['‘]?[^\Wa-z_]")
_TWO_SCRIPTS = re.compile(r"^([^()]{9,}) \(([^()]{9,})\)$")
_WIDE_BRACKETS = re.compile(r"^（((?:[^（）]|（[^（）]*）)+)）$")
_EASTERN = "\u0600-\u06ff\u2e80-\u9fff\uac00-\ud7a3\uf900-\ufaff"
_EASTERN_NAME = rf"[(（]?[{_EASTERN}](?:[^{_LATIN}]*[{_EASTERN}])?[)）]*"
_LATIN_LAST = re.compile(rf"(?P<one>{_EASTERN_NAME}\s*)(?P<other>(?P<latin>[^{_EASTERN}]+?))")
_LATIN_FIRST = re.compile(rf"(?P<one>(?P<latin>[^{_EASTERN}]+?))(?P<other>{_EASTERN_NAME}\s*)")
_FORMER_NAME = re.compile(r"^\(?formerly known as ([^;()]+?)\)?$", re.IGNORECASE)
_ORIGINAL_NAME = re.compile(r"^\((?:original script: )?([^a-z]+)\)$|^([^a-z]+)$", re.IGNORECASE)


def split_names(text: str) -> tuple[list[str], list[str]]:
    """The names that one printed alias holds, each as printed, and the remarks printed behind them.

    >>> split_names("Jin Tiesan (金铁三)")
    (['金铁三', 'Jin Tiesan'], [])
    >>> split_names("Leader (Hong Kong) International; ABC born in 1963")
    (['Leader (Hong Kong) International', 'ABC'], ['born in 1963'])
    """
    if not re.search(rf"[{_LATIN}]", text):
        return [part.strip() for part in re.split("[;،]", text) if part.strip()], []
    originals = [found.group().strip(" ,.-") for found in _OTHER_SCRIPT.finditer(text)]
    latin = _OTHER_SCRIPT.sub(";", _SCRIPT_WORDS.sub(" ", text) if originals else text)
    names, remarks = [], []
    for part in re.split(r"[;،]|\s[b-z]\)\s", latin):
        name = unbracketed(part)
        if found := _REMARK.search(name):
            remarks.append(next(group for group in found.groups() if group))
            name = name[: found.start()]
        if name:
            names.append(name)
    return originals + names, remarks


def unbracketed(text: str) -> str:
    """A piece cut out of brackets, without those that have lost their other half or enclose it all."""
    text = re.sub(r"\(\s*\)|^\s*\)", "", text).strip(" ,")
    while text.count("(") > text.count(")") and (text.startswith("(") or text.endswith("(")):
        text = (text[1:] if text.startswith("(") else text[:-1]).strip(" ,")
    while text.count(")") > text.count("(") and text.endswith(")"):
        text = text[:-1].strip(" ,")
    enclosed = re.fullmatch(r"\(([^()]+(?:\([^()]*\)[^()]*)?)\)", text)
    return enclosed.group(1).strip() if enclosed else text


def names_in_note(alias: str, note: str) -> list[str]:
    """The original script of an alias, or the romanizations of one in another script, in its note."""
    found = [run.group().strip(" ,.-") for run in _OTHER_SCRIPT.finditer(note)]
    if _TRANSLITERATIONS.search(note):
        bare = re.split(r"\s*[()]", _TRANSLITERATIONS.sub("", note))[0]
        found += [name.strip() for name in re.split("[;,]", bare)]
    elif ";" in note:
        if lists := re.findall(r"\(([^()]*;[^()]*)\)", note):
            found += [name.strip() for name in lists[0].split(";")]
        elif script_of(alias) not in (None, "Latn"):
            found += [name.strip() for name in note.split(";")]
    return [name for name in found if name]


def split_scripts(text: str) -> list[str]:
    """A name and the same name in other letters, printed behind it in brackets; else the name alone.

    >>> split_scripts("АО Новый Свет (AO Novy Svet)"), split_scripts("Ansar (ASL)")
    (['АО Новый Свет', 'AO Novy Svet'], ['Ansar (ASL)'])
    """
    found = _TWO_SCRIPTS.match(text)
    if found and script_of(found[1]) != script_of(found[2]):
        return list(found.groups())
    return [text] if text else []


def split_side_by_side(text: str) -> list[str]:
    """A name and the same name in Chinese, Japanese, Korean or Arabic beside it; else the name alone.

    Where neither a space nor a bracket stands between them, the Latin part must have several words: in
    ``TCL科技`` the letters are part of the name.

    >>> split_side_by_side("信諾電子有限公司 (Sinno Electronics Co., Ltd.)"), split_side_by_side("TCL科技")
    (['信諾電子有限公司', 'Sinno Electronics Co., Ltd.'], ['TCL科技'])
    """
    found = _LATIN_LAST.fullmatch(text) or _LATIN_FIRST.fullmatch(text)
    if not found:
        return split_scripts(text)
    parts = [_WIDE_BRACKETS.sub(r"\1", unbracketed(found[side].strip(" ,/-"))) for side in ("one", "other")]
    parted = re.search(r"[\s(（,/]", found["one"][-1] + found["other"][0])
    words = len(re.findall(rf"[{_LATIN}]{{2,}}", found["latin"]))
    return parts if all(parts) and words > (0 if parted else 1) else [text]


def names_in_remark(remark: str) -> list[tuple[str, NameKind]]:
    """Former names, or the name in its original script, where a remark on a name holds nothing else.

    >>> names_in_remark("formerly known as A Fund; formerly known as B Fund")
    [('A Fund', 'former'), ('B Fund', 'former')]
    >>> names_in_remark("(original script: Хусан)"), names_in_remark("Son of Selma")
    ([('Хусан', 'original_script')], [])
    """
    parts = remark.split("; ")
    former = [found[1] for part in parts if (found := _FORMER_NAME.match(part))]
    if former and all(len({script_of(word) for word in re.findall(r"\w+", name)}) == 1 for name in former):
        return [(name, "former") for name in former]
    original = _ORIGINAL_NAME.match(remark)
    text = (original[1] or original[2]) if original else ""
    return [(text, "original_script")] if script_of(text) else []


def names_told(text: str, *, person: bool) -> list[tuple[str, NameKind, Strength]]:
    """The other names that a remark's sentences give, with their kinds and what they are worth.

    Of a person "and" joins two names; of an organization it is part of one.

    >>> names_told("UN Ref QI.I.87.03. Also referred to as Hambali and Nurjaman. In custody.", person=True)
    [('Hambali', 'alias', 'unknown'), ('Nurjaman', 'alias', 'unknown')]
    """
    found: list[tuple[str, NameKind, Strength]] = []
    for told in _TOLD.finditer(text):
        kind: NameKind = "former" if told["word"].lower().startswith("formerly") else "alias"
        weak = re.search(r"\blow (?:level|quality)", told[0], re.IGNORECASE)
        bare = re.sub(r"\((?![a-z0-9]{1,2}\))[^()]*\)|^the (?=['‘])", "", told["names"])
        between = _BETWEEN_PERSONS if person else _BETWEEN_ORGANIZATIONS
        parts = (name.strip(" .") for value in numbered(bare).values() for name in between.split(value))
        names = [re.sub(r"^['‘]([^'‘’]+)['’]$", r"\1", name) for name in parts]
        found += [(name, kind, "weak" if weak else "unknown") for name in names if _NAME.match(name)]
    return found
