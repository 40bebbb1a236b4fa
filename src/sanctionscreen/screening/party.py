"""The question: a party as asked, checked and analysed."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import NamedTuple

from sanctionscreen.addresses import ParsedAddress, parse_address
from sanctionscreen.documents import parties_in
from sanctionscreen.errors import UsageError
from sanctionscreen.model import Notice, Party, Skipped
from sanctionscreen.model.vocabulary import gender_of, kind_of
from sanctionscreen.names import LONGEST, AnalysedName, Role, analyse
from sanctionscreen.printed import country_code, partial_date
from sanctionscreen.printed.embedded import split_printed_name

SHOWN = 60
_MAY_HOLD_PARTIES = re.compile(
    r"[/;:\n]|\d{5}|\b(?:account|aka|also|attn|attention|behalf|care|dba|fka|formerly|imo|mv|notify|order|same"
    r"|trading)\b",
    re.IGNORECASE,
)
"""What a name has that is worth reading as a field of a document: most names have nothing of it."""


class Readings(NamedTuple):
    """One name, read as what an organization and what a person bears."""

    as_organization: AnalysedName
    as_person: AnalysedName


@dataclass(frozen=True, slots=True)
class Question:
    """A party and its names, each read both as an organization's and as a person's.

    The first is the name as asked. Others stand where that holds more than one, as in ``X (f.k.a. Y)``.
    ``doubtful`` is set where part of the name could not be read. ``address`` is the party's by its parts.
    """

    party: Party
    names: tuple[Readings, ...]
    skipped: tuple[Skipped, ...] = ()
    notices: tuple[Notice, ...] = ()
    doubtful: bool = False
    address: ParsedAddress | None = None

    @property
    def has_legal_form(self) -> bool:
        """Whether the name has a legal form, as a company's has."""
        return any(token.role is Role.FORM for token in self.names[0].as_organization.tokens)

    @property
    def askable(self) -> bool:
        """Whether there is anything to look for."""
        return bool(self.names[0].as_organization.tokens or self.party.identifiers or self.address)


def party_of(
    party: str | Party,
    *,
    kind: str = "unknown",
    country: str | None = None,
    identifiers: dict[str, str] | None = None,
    date_of_birth: str | None = None,
    gender: str = "unknown",
) -> Party:
    """A party from what a caller gives; see ``Screener.screen``."""
    if not isinstance(party, Party):
        if not isinstance(party, str):
            raise UsageError(
                f"a party is a name or a Party, not {type(party).__name__}",
                advice="Pass text, or sanctionscreen.Party(name=...)",
            )
        return Party(
            name=party,
            kind=kind_of(kind),
            country=country,
            identifiers=identifiers or {},
            date_of_birth=date_of_birth,
            gender=gender_of(gender),
        )
    if kind != "unknown" or country or identifiers or date_of_birth or gender != "unknown":
        raise UsageError(
            "a Party carries its own kind, country, identifiers, date of birth and gender",
            advice="Set them on the Party",
        )
    return party


def _printable(party: Party) -> Party:
    """A party whose names can be written as UTF-8: a lone surrogate becomes U+FFFD."""
    name, *others = (_written(text) for text in (party.name, *party.other_names))
    if (name, *others) == (party.name, *party.other_names):
        return party
    return party.model_copy(update={"name": name, "other_names": tuple(others)})


def _written(text: str) -> str:
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def _with_country_code(party: Party) -> Party:
    if party.country is None:
        return party
    code = country_code(party.country)
    if code is None:
        raise UsageError(
            f"unknown country '{party.country}'",
            advice="Give an ISO 3166 code such as HK, or its English name",
        )
    return party if code == party.country else party.model_copy(update={"country": code})


def _names(party: Party) -> tuple[str, ...]:
    """The name as asked, the other names given, and those that they hold where they hold several.

    Names of lists hold some (``X. Affiliated Entity: Y``), fields of documents others (``X C/O Y``).
    """
    texts = (party.name, *filter(None, (*party.other_names, "\n".join(party.name_lines))))
    return tuple(dict.fromkeys((*texts, *(name for text in texts for name in _held(text[:LONGEST])))))


def _held(text: str) -> list[str]:
    """The names that a name holds, where it holds several."""
    printed = split_printed_name(text)
    held = [] if printed.name == printed.whole else [printed.name, *(name for name, _ in printed.others)]
    if _MAY_HOLD_PARTIES.search(text):
        held += [name for found in parties_in(text).parties for name in found.names]
    return [name for name in held if name]


def read_party(party: Party) -> Question:
    """A party as a question: its country as a code, its names analysed.

    Raises:
        UsageError: the country does not exist.
    """
    party = _with_country_code(_printable(party))
    names = tuple(Readings(analyse(name, "organization"), analyse(name, "person")) for name in _names(party))
    skipped: tuple[Skipped, ...] = ()
    notices: tuple[Notice, ...] = ()
    if not names[0].as_organization.tokens:
        what = "empty" if not party.name.strip() else "without any letter or digit that can be read"
        skipped = (Skipped(what="name", reason=f"the name is {what}: {party.name[:SHOWN]!r}"),)
    if cut := len(party.name) > LONGEST:
        text = f"the name has {len(party.name):,} characters; the first {LONGEST:,} were screened"
        notices = (Notice(name="name_cut", text=text),)
    born = partial_date(party.date_of_birth or "")
    if born and not born.earliest:
        text = f"the date of birth {born.text[:SHOWN]!r} cannot be read and was not compared"
        notices = (*notices, Notice(name="date_of_birth_unread", text=text))
    address = parse_address(party.address, party.country) if party.address else None
    return Question(party, names, skipped, notices, doubtful=cut, address=address)
