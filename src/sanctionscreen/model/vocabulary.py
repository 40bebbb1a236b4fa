"""The closed sets of words that appear in answers, with the meaning of each."""

from typing import Literal, get_args

from sanctionscreen.errors import unknown

Kind = Literal["person", "organization", "vessel", "aircraft", "unknown"]
"""What a party can be asked as. ``unknown`` matches every kind."""

EntityKind = Literal["person", "organization", "vessel", "aircraft", "address", "unknown"]
"""What a list can hold. ``address`` is an entry without a name (Entity List, since June 2024)."""

Gender = Literal["male", "female", "unknown"]
"""What a person can be asked as. ``unknown`` agrees with every gender."""

NameKind = Literal["primary", "alias", "former", "variation", "original_script"]
"""What a list says a name is. ``variation`` is the UK's other spelling of a primary name."""

Strength = Literal["strong", "weak", "unknown"]
"""What a list says of an alias: OFAC strong/weak, UN good/low, UK good/low quality, EU strong."""

Effect = Literal[
    "block", "export_licence", "export_denial", "debarment", "finance_only", "red_flag", "information"
]
"""What a listing means for an exporter: an asset freeze, a licence to ask for, no licence to be had,
a debarred exporter, a measure on finance alone, a warning sign, or no measure at all."""

Status = Literal["match", "no_match", "incomplete"]
"""``incomplete`` wherever something that should have been looked at was not."""

Quiet = Literal["weak_alias", "telling_little", "delisted"]
"""Why a hit raises no alert: only an alias matched that the list calls weak, or one that is a single short or
common word; or the party had been taken off the list."""

RelationKind = Literal["linked_to", "parent", "subsidiary", "owner", "operator", "associate", "relative"]
"""How a listed party is tied to another, as the list states it."""

OwnershipKind = Literal["shares", "votes", "board", "control", "linked", "office"]
"""What an owner holds: a part of the capital; of the votes; of the seats on the board, or of the right to
fill them; power by other means; a tie that may be any of these; an office, which is none of them."""

OwnershipOutcome = Literal["owned", "undetermined", "not_owned"]
"""Whether a regime's rule reaches a party: by what is stated for certain; perhaps, for a share is not known
or known as a range only; not, as far as the statements go."""

RegimeStatus = Literal["in_force", "suspended", "verify"]
"""How a rule stands on a day. ``verify``: look it up before relying on it, for we could not."""

Scheme = Literal[
    "imo", "mmsi", "call_sign", "hull", "aircraft", "lei", "uscc", "inn", "ogrn", "bic", "tax",
    "registration", "passport", "national_id", "website", "email", "phone", "crypto", "isin", "other",
]  # fmt: skip
"""What kind of number an identifier is. Numbers are compared within a scheme, and with ``other``."""

KINDS: tuple[Kind, ...] = get_args(Kind)
GENDERS: tuple[Gender, ...] = get_args(Gender)


def kind_of(text: str) -> Kind:
    """A word as a kind.

    Raises:
        UsageError: it is not one; the nearest is suggested.
    """
    for kind in KINDS:
        if text == kind:
            return kind
    raise unknown("kind", text, KINDS)


def gender_of(text: str) -> Gender:
    """A word as a gender: in full or by its first letter, in capitals or not.

    >>> gender_of("F"), gender_of("Male")
    ('female', 'male')

    Raises:
        UsageError: it is not one; the nearest is suggested.
    """
    word = text.strip().lower()
    for gender in GENDERS:
        if word in (gender, gender[0]):
            return gender
    raise unknown("gender", text, GENDERS)
