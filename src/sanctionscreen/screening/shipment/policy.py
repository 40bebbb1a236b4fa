"""The policy: an ordered table whose first row that fits a finding says what it makes of a shipment."""

from __future__ import annotations

import tomllib
from datetime import date
from functools import cache, cached_property
from importlib import resources
from pathlib import Path
from typing import Any, Literal, NamedTuple, get_args

from pydantic import Field, ValidationError

from sanctionscreen.errors import ReadError, SanctionscreenError
from sanctionscreen.model import Advice, Effect, RegimeStatus
from sanctionscreen.model.frozen import Asked

About = Literal["hit", "address", "ownership", "route", "goods", "red_flag", "note", "incomplete"]


class Fact(NamedTuple):
    """A finding, in the words that rows are written in; ``party`` is the place of its party screening."""

    about: About
    text: str
    name: str = ""
    party: int | None = None
    alert: bool | None = None
    effect: Effect | None = None
    score: float = 0.0
    evidence: frozenset[str] = frozenset()
    certain: bool = True
    status: RegimeStatus | None = None


class Circumstances(NamedTuple):
    """What of the whole shipment bears on each finding.

    Args:
        listed_goods: it has goods on a list of codes.
        flagged_route: its destination or a place on the way is flagged.
    """

    listed_goods: bool = False
    flagged_route: bool = False


class Row(Asked):
    """A row of a policy: which findings it is about, what else must hold, and what it advises.

    ``policy.toml`` of the package says what each field means. Whatever is left out holds always.
    """

    name: str = Field(min_length=1)
    advice: Advice
    about: About
    text: str
    names: tuple[str, ...] = ()
    alert: bool | None = None
    effects: tuple[Effect, ...] = ()
    least_score: float = 0.0
    evidence: frozenset[str] = frozenset()
    certain: bool | None = None
    status: tuple[RegimeStatus, ...] = ()
    listed_goods: bool | None = None
    flagged_route: bool | None = None

    def fits(self, fact: Fact, around: Circumstances) -> bool:
        """Whether everything that the row states holds of a finding."""
        return (
            self.about == fact.about
            and (not self.names or fact.name in self.names)
            and self.alert in (None, fact.alert)
            and (not self.effects or fact.effect in self.effects)
            and fact.score >= self.least_score
            and (not self.evidence or not self.evidence.isdisjoint(fact.evidence))
            and self.certain in (None, fact.certain)
            and (not self.status or fact.status in self.status)
            and self.listed_goods in (None, around.listed_goods)
            and self.flagged_route in (None, around.flagged_route)
        )


UNFORESEEN = Row(
    name="unforeseen", advice="review", about="incomplete", text="the policy has no row for this finding"
)


class Policy(Asked):
    """An ordered table of rows, with a key and a day by which answers name it.

    Args:
        key: a short name.
        dated: the day from which it is yours.
        title: a name for people.
        rows: the first that fits a finding decides on it.
    """

    key: str = Field(min_length=1)
    dated: date
    title: str = ""
    rows: tuple[Row, ...] = Field(min_length=1)

    @property
    def version(self) -> str:
        """The key and the day."""
        return f"{self.key} {self.dated}"

    def row(self, fact: Fact, around: Circumstances) -> Row:
        """The row that decides on a finding; where none fits, one that has it reviewed."""
        return next((row for row in self._about.get(fact.about, ()) if row.fits(fact, around)), UNFORESEEN)

    @cached_property
    def _about(self) -> dict[About, tuple[Row, ...]]:
        return {about: tuple(row for row in self.rows if row.about == about) for about in get_args(About)}

    @classmethod
    def load(cls, path: str | Path) -> Policy:
        """A policy of one's own from a TOML file in the form of the package's ``policy.toml``.

        Raises:
            ReadError: the file cannot be read, or holds a row that is none; it says which field is wrong.
        """
        file = Path(path)
        try:
            return cls(**tomllib.loads(file.read_text("utf-8")))
        except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
            raise ReadError(
                f"cannot be read: {error}", file=file.name, advice="Give a TOML file in UTF-8"
            ) from error
        except ValidationError as error:
            first = error.errors()[0]
            field = ".".join(map(str, first["loc"]))
            raise ReadError(
                f"{first['msg']} (given: {first.get('input')!r})",
                file=file.name,
                field=field,
                advice="Take the package's own policy.toml as a pattern",
            ) from error
        except SanctionscreenError as error:
            raise ReadError(error.problem, file=file.name, advice=error.advice) from error


@cache
def own_policy() -> Policy:
    """The policy that comes with the package."""
    stated: dict[str, Any] = tomllib.loads(
        resources.files(__package__).joinpath("policy.toml").read_text("utf-8")
    )
    return Policy(**stated)
