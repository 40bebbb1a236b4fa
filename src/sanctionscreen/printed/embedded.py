"""A name as a list prints it, taken apart: other names, owners and remarks that stand inside it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from sanctionscreen.model import NameKind, Relation

from .scope import split_scope

_WORD = r"(?P<word>[af][./]?k[./]?a|d[./]?b[./]?a|also known as|formerly known as|formerly)\b\.?,?:?\s+"
_INNER = r"(?:[^()\[\]]|\([^()]*\))+"
_BRACKETED = re.compile(rf"\s*[(\[]\s*{_WORD}(?P<names>{_INNER})(?P<close>[)\]])", re.IGNORECASE)
_RUNNING = re.compile(
    rf"(?:(?:^|,\s*|\s)(?=\w[./][kb][./]a\b|\w+ known as\b)|,\s*(?=[af]ka\b)){_WORD}(?P<names>.+)$",
    re.IGNORECASE,
)
_OWNER = re.compile(
    r"(?P<owner>.+?)[.,]?\s+"
    r"(?P<word>Affiliated Entity:|entity:|Subordinate Institution -|and subordinate entity)\s+(?P<name>.+)"
)
_PARENT = re.compile(
    rf"(?P<name>.+?)\s*\((?P<word>Parent Organization:|a subordinate institute of)\s*(?P<owner>{_INNER})\)"
)
_INDIVIDUAL = re.compile(r"\s*\(([^()]*\bindividual\b[^()]*)\)", re.IGNORECASE)
_SQUARE = re.compile(r"\s*\[([^\[\]]+)\]")

# Characters that a conversion to another code page turned into "?", by what stands around them:
# apostrophes, dashes, quotation marks.
_LOST = (
    (re.compile(r"(?<=\S)\?(?=s\b)|(?<=\b[a-z])\?(?=\w)|(?<=\w)\?(?=[a-z])"), "'"),
    (re.compile(r"(?<=\w)\?(?=\w)|(?<=\s)\?(?=\s)"), "-"),
    (re.compile(r"\?+([^?]*[^?\s])\?+"), r'"\1"'),
    (re.compile(r"(?<!\S)\?(?=[a-z])"), "'"),
    (re.compile(r"(?<!\S)\?(?=\S)"), '"'),
)


@dataclass(slots=True)
class PrintedName:
    """The parts of a printed name.

    Args:
        name: the name itself; empty where only other names are printed.
        whole: the name with everything in it but the scope.
        others: names printed behind "a.k.a." or "f.k.a.", each with its kind.
        relations: the party that the name calls the parent, or an affiliate, of this one.
        scope: the phrase that widens the listing beyond the party.
        individual: whether the name calls the party an individual.
        remarks: the words that do, and what stands in square brackets.
    """

    name: str
    whole: str
    others: list[tuple[str, NameKind]] = field(default_factory=list)
    relations: list[Relation] = field(default_factory=list)
    scope: str | None = None
    individual: bool = False
    remarks: list[str] = field(default_factory=list)


def split_printed_name(text: str) -> PrintedName:
    """A printed name, taken apart.

    >>> split_printed_name("Ri Sung Chol (aka Ri Su'ng-ch'o'l) (DPRK individual)").name
    'Ri Sung Chol'
    """
    whole, scope = split_scope(text)
    name, others = split_also_known(whole)
    parts = PrintedName(name=name, whole=whole, others=others, scope=scope)
    if found := _OWNER.fullmatch(name) or _PARENT.fullmatch(name):
        affiliate = found["word"] == "Affiliated Entity:"
        parts.name = found["name"]
        parts.relations.append(Relation(kind="associate" if affiliate else "parent", name=found["owner"]))
    for pattern in (_INDIVIDUAL, _SQUARE):
        if found := pattern.search(parts.name):
            parts.individual |= pattern is _INDIVIDUAL
            parts.remarks.append(found.group(1))
            parts.name = parts.name.replace(found.group(), "").strip()
    return parts


def split_also_known(text: str) -> tuple[str, list[tuple[str, NameKind]]]:
    """A name without the other names printed in it, and those, each with its kind.

    The first part is empty where the text begins with the word.

    >>> split_also_known("LTS Holding Limited (f.k.a. IPP-International Ltd.)")
    ('LTS Holding Limited', [('IPP-International Ltd.', 'former')])
    >>> split_also_known("PEARL (A.K.A. NEI-CHIEN CHU) LI")
    ('PEARL LI', [('NEI-CHIEN CHU', 'alias')])
    >>> split_also_known("SIBERIAN AIRLINES D/B/A S7 AIRLINES")
    ('SIBERIAN AIRLINES', [('S7 AIRLINES', 'alias')])
    """
    others: list[tuple[str, NameKind]] = []
    for pattern in (_BRACKETED, _RUNNING):
        while found := pattern.search(text):
            kind: NameKind = "former" if found["word"].lower().startswith("f") else "alias"
            # Only square brackets list names by comma; elsewhere a comma precedes a legal form.
            separator = r"\s*[;,]\s+" if found.groupdict().get("close") == "]" else r"\s*;\s+"
            others += [(name.strip(" ,"), kind) for name in re.split(separator, found["names"])]
            text = (text[: found.start()] + text[found.end() :]).strip(" ,")
    return text, [(name, kind) for name, kind in others if name]


def restore_lost_marks(text: str) -> str:
    """A text whose quotation marks, apostrophes and dashes were printed as "?".

    >>> restore_lost_marks("OAO ?Zvezdochka?"), restore_lost_marks("Donetsk People?s Republic")
    ('OAO "Zvezdochka"', "Donetsk People's Republic")
    """
    for pattern, mark in _LOST:
        text = pattern.sub(mark, text)
    return text
