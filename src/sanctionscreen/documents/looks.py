"""What a piece of a name field looks like: a whole name, the rest of one, an address, a department."""

from __future__ import annotations

import re
import unicodedata
from functools import cache, cached_property, lru_cache

from sanctionscreen.names import Role, analyse, ordinary
from sanctionscreen.printed import script_of

from .words import UNSPACED, any_of, table

LONGEST_CODE = 3
"""Letters of the code of a country or of a kind of share."""
_BEFORE = "zyx "
"""Legal forms are known behind a name; an invented word stands for it."""
_SILENT = frozenset((Role.FORM, Role.PARTICLE))
_BRANCHES = frozenset(("branch", "office"))
_BRACKETS = (("(", ")"), ("[", "]"), ("«", "»"), ("“", "”"), ("（", "）"))
_IN_BRACKETS = re.compile(r"(?<=\w)\s*\([^()]*\)")
_WORD_END = re.compile(r"[\s/]")
_ORDINAL = re.compile(r"\d(?:st|nd|rd|th)\b", re.IGNORECASE)
_NUMBERS = re.compile(r"\d+")
_CONNECTED = re.compile(r"(?:and|und|et|y|e|ve|и|&)\s", re.IGNORECASE)
_ABBREVIATION = re.compile(r"(?:[^\W\d_]\.\s?){2,}")
"""Single letters with full stops, which behind a comma are a legal form, known or not."""


class Looks:
    """What a piece of text looks like; each answer is worked out when it is first asked for."""

    def __init__(self, text: str) -> None:
        self.text = text

    @cached_property
    def roles(self) -> list[Role]:
        """The roles of its words."""
        return [token.role for token in analyse(self.text).tokens]

    @cached_property
    def form(self) -> bool:
        """It holds a legal form."""
        return Role.FORM in self.roles

    @cached_property
    def brand(self) -> bool:
        """It holds a word that is neither common nor a place nor a number."""
        return Role.DISTINCTIVE in self.roles

    @cached_property
    def common(self) -> bool:
        """It holds words that many firms share."""
        return Role.BUSINESS in self.roles

    @property
    def begins(self) -> bool:
        """It begins with a legal form, and a name follows."""
        return self._named and self.roles[0] is Role.FORM

    @property
    def ends(self) -> bool:
        """It ends with a legal form, and a name stands before it."""
        return self._named and self.roles[-1] is Role.FORM

    @property
    def whole(self) -> bool:
        """It may be the whole name of a firm."""
        return self.begins or self.ends

    @cached_property
    def rest(self) -> bool:
        """It is the rest of a name: legal forms, places in brackets, or the word for a branch."""
        behind = analyse(_BEFORE + _IN_BRACKETS.sub("", self.text)).tokens[1:]
        if any(token.key in _BRANCHES and token.role is Role.PARTICLE for token in behind):
            return True
        if bool(behind) and all(token.role in _SILENT for token in behind):
            return True
        bracketed = self.text.lstrip().startswith(("(", "（"))
        return bool(_ABBREVIATION.fullmatch(self.text)) or (
            not self.brand and (bracketed or self.form) and not self.common
        )

    @property
    def place(self) -> bool:
        """It holds places and nothing else."""
        return Role.PLACE in self.roles and not (self.brand or self.common or self.form)

    @cached_property
    def address(self) -> bool:
        """It holds words of an address, and numbers where the words alone do not tell."""
        text = self.text
        if _openers().search(text):
            return True
        if UNSPACED.search(text):
            return bool(_chinese().search(text)) and not any(
                firm in text for firm in table("lines")["chinese"]["firm"]
            )
        if self._has_digit and (_parts().search(self._plain) or _endings().search(self._plain)):
            return not self.ends
        return bool(_places().search(self._plain)) and not self.form

    @property
    def plainly_address(self) -> bool:
        """It is an address for sure: a box, or several numbers; ``UNIT 586`` may be part of an army."""
        return self.address and (len(_NUMBERS.findall(self.text)) > 1 or "box" in self._plain)

    @property
    def opens_address(self) -> bool:
        """It begins with the words that open an address, and a number."""
        return bool(_openers().match(self.text)) and self.plainly_address

    @property
    def connected(self) -> bool:
        """It begins with ``and``: the last item of a list within one name."""
        return bool(_CONNECTED.match(self.text))

    @property
    def numbered(self) -> bool:
        """It holds numbers beside words that are not those of a firm: ``PENZENSKAYA 40``."""
        return self._has_digit and not (self.form or self.common or _ORDINAL.search(self.text))

    @property
    def department(self) -> bool:
        """It names a part of a firm."""
        return bool(_departments().search(self._plain))

    @property
    def code(self) -> bool:
        """It is a short word, as the code of a country."""
        return len(self.text) <= LONGEST_CODE and self.text.isalpha()

    @property
    def open(self) -> bool:
        """It cannot end here: an open bracket or quotation mark, a hyphen or ``&`` at its end."""
        text = self.text
        if (
            any(text.count(opening) > text.count(closing) for opening, closing in _BRACKETS)
            or text.count('"') % 2
        ):
            return True
        last = text.rsplit(None, 1)[-1].casefold()
        return last in _dangling() or last.endswith(("-", "&"))

    @cached_property
    def script(self) -> str | None:
        """Its script, by ISO 15924."""
        return script_of(self.text)

    def goes_on(self, text: str) -> bool:
        """Whether a legal form at its end goes on with the first word of a text: ``CO.`` with ``LTD.``"""
        longer = analyse(f"{self.text} {_WORD_END.split(text, maxsplit=1)[0]}").tokens
        return bool(longer) and longer[-1].role is Role.FORM and len(longer) <= len(self.roles)

    @property
    def _named(self) -> bool:
        return self.form and (self.brand or self.common or Role.PLACE in self.roles)

    @cached_property
    def _plain(self) -> str:
        return _plain(self.text)

    @property
    def _has_digit(self) -> bool:
        return any(letter.isdigit() for letter in self.text)


@lru_cache(maxsize=16384)
def look(text: str) -> Looks:
    """What a piece of text looks like."""
    return Looks(text)


@lru_cache(maxsize=16384)
def known_word(word: str) -> bool:
    """Whether the word lists of names know a word: a form, a place, a common word, one of many firms."""
    tokens = analyse(_BEFORE + word).tokens[1:]
    return bool(tokens) and (tokens[-1].role is not Role.DISTINCTIVE or tokens[-1].key in ordinary().counts)


def _plain(text: str) -> str:
    """A text in small letters without accents and full stops."""
    decomposed = unicodedata.normalize("NFKD", text.casefold().replace("ı", "i"))
    letters = "".join(letter for letter in decomposed if not unicodedata.combining(letter))
    return " ".join(letters.replace(".", " ").split())


@cache
def _dangling() -> frozenset[str]:
    return frozenset(table("lines")["dangling"]["words"])


@cache
def _openers() -> re.Pattern[str]:
    return re.compile(r"(?<!\w)(?:" + "|".join(table("lines")["openers"]["patterns"]) + ")", re.IGNORECASE)


@cache
def _chinese() -> re.Pattern[str]:
    return re.compile("|".join(table("lines")["chinese"]["patterns"]))


@cache
def _parts() -> re.Pattern[str]:
    parts = table("lines")["parts"]
    return re.compile(any_of(_plain(word) for word in (*parts["streets"], *parts["units"])))


@cache
def _places() -> re.Pattern[str]:
    parts = table("lines")["parts"]
    return re.compile(any_of(map(_plain, parts["places"])) + f"|(?:{any_of(parts['ends'])})$")


@cache
def _endings() -> re.Pattern[str]:
    endings = "|".join(sorted({re.escape(_plain(word)) for word in table("lines")["endings"]["streets"]}))
    return re.compile(rf"\w(?:{endings})\s+\d")


@cache
def _departments() -> re.Pattern[str]:
    return re.compile(any_of(_plain(word) for word in table("lines")["departments"]["words"]))
