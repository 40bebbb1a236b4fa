"""What a reader makes of one shipment of a file: the shipment, and what of it could not be understood."""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple, get_args

from pydantic import BaseModel, ValidationError

from sanctionscreen.batch.asked import country_of
from sanctionscreen.errors import SanctionscreenError
from sanctionscreen.model.shipment import Shipment
from sanctionscreen.screening.shipment.roles import role_of

FIGURES = frozenset({"quantity", "unit", "value", "currency", "weight_kg", "description"})
"""Fields that no list is asked about: what is wrong with one is told, and holds no shipment up."""
MOST_ERRORS = 50
"""Rounds of taking out what is wrong; a record with more of it is no shipment."""


class Problem(NamedTuple):
    """Something in a record that could not be understood.

    Args:
        field: where, such as ``parties.0.country`` or ``NAD+CN``; empty for the whole record.
        text: what is wrong with it.
        grave: whether a party, place, code or day may have been missed by it.
    """

    field: str
    text: str
    grave: bool = True


@dataclass(frozen=True, slots=True)
class Record:
    """One shipment of a file.

    Args:
        place: where it stands in the file, such as ``row 3`` or ``message 0001``.
        shipment: the shipment, without what could not be understood; None where nothing could be.
        problems: what that was.
    """

    place: str
    shipment: Shipment | None
    problems: tuple[Problem, ...] = ()


def record_of(place: str, values: Any, problems: tuple[Problem, ...] = ()) -> Record:
    """A record from the values of a shipment as they were found, whatever is wrong with them.

    Countries and roles become codes and words of their tables. A value that cannot be what its field
    says is taken out and told; the rest stays.

    Args:
        place: where it stands in the file.
        values: what ``Shipment`` takes.
        problems: what was wrong before.
    """
    if not isinstance(values, dict):
        return Record(place, None, (*problems, Problem("", "the record is not an object with fields")))
    told: list[Problem] = list(problems)
    known = _known(values, Shipment, "", told)
    for party in [*_parties(known.get("parties")), *_parties([known.get("vessel")])]:
        _understand(party, told)
    for _ in range(MOST_ERRORS):
        try:
            shipment = Shipment.model_validate(known)
        except ValidationError as error:
            told += _take_out(known, error)
            continue
        return Record(place, shipment, tuple(told))
    return Record(place, None, (*told, Problem("", "too much of the record is wrong")))


def unreadable(error: SanctionscreenError, place: str = "") -> Record:
    """A record that cannot be read at all, by the error that met it."""
    text = f"{error.problem}. {error.advice}" if error.advice else error.problem
    return Record(place or error.record or "the file", None, (Problem(error.field or "", text),))


def _parties(found: Any) -> Iterator[dict[str, Any]]:
    if isinstance(found, list | tuple):
        yield from (party for party in found if isinstance(party, dict))


def _understand(party: dict[str, Any], told: list[Problem]) -> None:
    """Put a party's country and role into the words of their tables, or take them out."""
    whose = f" of {name!r}" if (name := party.get("name") or " ".join(party.get("name_lines") or ())) else ""
    if country := party.get("country"):
        party["country"] = country_of(str(country))
        if not party["country"]:
            told.append(Problem("country", f"unknown country '{country}'{whose}, not compared"))
    if role := party.get("role"):
        try:
            party["role"] = role_of(str(role))
        except SanctionscreenError as error:
            party["role"] = None
            told.append(Problem("role", f"{error.problem}{whose}, screened without a role", grave=False))


def _known(
    values: Mapping[str, Any], model: type[BaseModel], path: str, told: list[Problem]
) -> dict[str, Any]:
    """The fields that a model has, down to its parties and goods; each other is told."""
    kept: dict[str, Any] = {}
    for name, value in values.items():
        field = model.model_fields.get(name)
        if field is None:
            near = difflib.get_close_matches(str(name), model.model_fields, n=1, cutoff=0.6)
            hint = f"; did you mean '{near[0]}'?" if near else ""
            told.append(Problem(f"{path}{name}", f"there is no such field, so it was not read{hint}"))
            continue
        kept[name] = _known_inside(value, _model_in(field.annotation), f"{path}{name}.", told)
    return kept


def _known_inside(value: Any, model: type[BaseModel] | None, path: str, told: list[Problem]) -> Any:
    if model and isinstance(value, dict):
        return _known(value, model, path, told)
    if model and isinstance(value, list | tuple):
        return [_known_inside(one, model, f"{path}{number}.", told) for number, one in enumerate(value)]
    return value


def _model_in(annotation: Any) -> type[BaseModel] | None:
    """The model that a field holds, alone or in a tuple."""
    for inner in (annotation, *get_args(annotation)):
        if isinstance(inner, type) and issubclass(inner, BaseModel):
            return inner
    return None


def _take_out(values: dict[str, Any], error: ValidationError) -> Iterator[Problem]:
    """Take every value out that a model refused."""
    for found in reversed(error.errors(include_url=False)):
        path = found["loc"]
        holder: Any = values
        *above, last = path
        for step in above:
            holder = holder[step]
        shown = repr(holder[last])[:80]
        del holder[last]
        name = ".".join(map(str, path))
        text = str(found["msg"]).removeprefix("Value error, ")
        yield Problem(name, f"{shown} cannot be read: {text}", grave=str(last) not in FIGURES)
