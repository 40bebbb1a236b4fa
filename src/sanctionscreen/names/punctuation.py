"""Marks between and inside words."""

from __future__ import annotations

import re

_DOTTED = re.compile(r"\b(?:[^\W\d_]\.\s?){2,}(?:[^\W\d_]\b)?")
_SPACED = re.compile(r"(?<![\w.&'-])(?:[^\W\d_] ){2,}[^\W\d_](?![\w.&'-])")
_HYPHENED = re.compile(r"(?<![\w.&'-])(?:[^\W\d_][-*_\u00b7\u2022/]){3,}[^\W\d_](?![\w.&'-])")
_APOSTROPHES = re.compile("['`\u2018\u2019\u02bb\u02bc\u00b4]")
_LOST_APOSTROPHE = re.compile(r"(?<=[^\W\d_])\?(?=[a-z])")
_GAPS = re.compile(r"[^0-9a-z]+")


def normalize_dotted(text: str) -> str:
    """Letters set apart by dots, hyphens or spaces, joined: ``S.I.N.N.O``, ``(H.K.)``, ``P O L Y``."""
    if "." in text:
        text = _DOTTED.sub(lambda found: found.group().replace(".", "").replace(" ", "") + " ", text)
    text = _HYPHENED.sub(lambda found: "".join(filter(str.isalpha, found.group())), text)
    return _SPACED.sub(lambda found: found.group().replace(" ", ""), text)


def normalize_punctuation(text: str) -> str:
    """Lower case, ``&`` as a word, apostrophes gone, every other mark a space, single letters joined again.

    A question mark before a small letter inside a word is an apostrophe that a conversion lost, as on
    the Entity List.
    """
    if "?" in text:
        text = _LOST_APOSTROPHE.sub("", text)
    text = _APOSTROPHES.sub("", text.casefold().replace("&", " and "))
    text = _GAPS.sub(" ", text).strip()
    return _SPACED.sub(lambda found: found.group().replace(" ", ""), text)
