"""The names of a target, which SECO's list prints part by part, with the spellings of each part."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from sanctionscreen.model import Name
from sanctionscreen.model.vocabulary import NameKind, Strength
from sanctionscreen.printed import language_code, script_code, script_of
from sanctionscreen.reading import Element, Files, kept_word, unique

from .named import joined, parts_of

NAME_KINDS: dict[str, NameKind] = {
    "primary-name": "primary", "alias": "alias", "formerly-known-as": "former",
}  # fmt: skip
STRENGTHS: dict[str, Strength] = {"good": "strong", "low": "weak", "": "unknown"}


def read_names(files: Files, key: str, found: list[Element]) -> tuple[Name, ...]:
    """The names of all identities with their spellings, the main identity's primary one first."""
    names: list[Name] = []
    for identity in found:
        identity.ignore("@ssid")
        for element in identity.all("name"):
            element.ignore("@ssid")
            names += read_name(files, key, element)
    if not names:
        raise files.error(
            "the target has no name",
            record=key,
            field="name",
            advice="Download the list again; a party without a name cannot be screened",
        )
    first = next((name for name in names if name.kind == "primary"), names[0])
    # A weak name raises no alert by itself, and the only name of a party must.
    strength: Strength = "unknown" if first.strength == "weak" else first.strength
    primary = first.model_copy(update={"kind": "primary", "strength": strength})
    others = (name.model_copy(update={"kind": "alias"}) if name.kind == "primary" else name for name in names)
    return unique([primary, *(name for name in others if name.text != primary.text)])


def read_name(files: Files, key: str, element: Element) -> Iterator[Name]:
    """A name, and its spellings in other scripts and ways."""
    kind = kept_word(files, key, "@name-type", element.attr("name-type"), NAME_KINDS, "alias")
    strength = kept_word(files, key, "@quality", element.attr("quality"), STRENGTHS, "unknown")
    language = language_code(element.attr("lang")) if element.attr("lang") else None
    if text := joined(element):
        script = script_of(text)
        yield Name(
            text=text,
            kind="original_script" if kind != "primary" and script not in (None, "Latn") else kind,
            strength=strength, script=script, language=language,
        )  # fmt: skip
    else:
        files.report.odd(key, "name", "", "a name without parts")
    parts = [part for part in parts_of(element) if part.attr("name-part-type") != "title"]
    variants: dict[tuple[str, str], dict[int, list[str]]] = defaultdict(lambda: defaultdict(list))
    for place, part in enumerate(parts):
        for variant in part.all("spelling-variant"):
            variant.ignore("@spelling-variant-type", "@ssid")
            variants[variant.attr("lang"), variant.attr("script")][place].append(variant.own_text())
    for (tongue, letters), spelled in variants.items():
        script = script_code(letters) or script_of(
            " ".join(text for texts in spelled.values() for text in texts)
        )
        other_kind: NameKind = "variation" if kind == "primary" else kind
        for text in spellings([part.text("value") for part in parts], spelled, script == "Latn"):
            yield Name(
                text=text, kind=other_kind if script == "Latn" else "original_script", strength=strength,
                script=script, language=language_code(tongue) if tongue else None,
            )  # fmt: skip


def spellings(values: list[str], spelled: dict[int, list[str]], latin: bool) -> Iterator[str]:
    """A name once for each spelling of the part that has most of them.

    >>> list(spellings(["Lukashenka", "Dzmitry"], {0: ["Lukashenko"]}, latin=True))
    ['Lukashenko Dzmitry']
    """
    for turn in range(max(map(len, spelled.values()))):
        words = (
            spelled[place][min(turn, len(spelled[place]) - 1)] if place in spelled else value if latin else ""
            for place, value in enumerate(values)
        )
        if text := " ".join(filter(None, words)):
            yield text
