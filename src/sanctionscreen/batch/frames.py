"""A frame of parties through a screener: pandas, polars and others, through narwhals.

The extra ``frames`` brings narwhals, which speaks to whichever of them the caller uses.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any, TypeVar, get_type_hints

from sanctionscreen.errors import UsageError, not_installed
from sanctionscreen.model.vocabulary import kind_of
from sanctionscreen.reports.rows import HitRow
from sanctionscreen.screening import Screener

from .asked import ask
from .columns import NONE, Columns, choose_columns
from .file import PartyRow
from .run import answers

if TYPE_CHECKING:
    import narwhals as nw

Frame = TypeVar("Frame")


def screen_frame(  # noqa: PLR0913  (one argument for each column)
    frame: Frame,
    name: str | Sequence[str],
    *,
    country: str | None = None,
    kind: str | None = None,
    born: str | None = None,
    reference: str | None = None,
    default_kind: str = "unknown",
    screener: Screener | None = None,
    workers: int | None = None,
) -> Frame:
    """Screen the parties of a frame.

    Args:
        frame: of pandas, polars, pyarrow or another library that narwhals knows; not a lazy one.
        name: the column of the name; several where it stands in parts, which are put together.
        country: the column of the country, if there is one.
        kind: the column of what the party is.
        born: the column of a person's date of birth.
        reference: the column of your own key.
        default_kind: what a party is where its row does not say.
        screener: what answers; the default store's lists at the default settings if none is given.
        workers: how many processes do the work; this one alone if not said.

    Returns:
        A frame of the same library with the columns of ``HitRow``: one row for each hit, and one for each
        party without a hit, so that every party has its status. ``row`` is its place in ``frame``, from 0.

    Raises:
        UsageError: narwhals is not installed, this is no such frame, or it has no such column.
        SanctionscreenError: a worker ended before it answered.
    """
    narwhals = _narwhals()
    try:
        table: nw.DataFrame[Any] = narwhals.from_native(frame, eager_only=True)
    except TypeError as error:
        raise UsageError(
            f"this is no frame that can be screened: {type(frame).__name__}",
            advice="Give a frame of pandas or polars; of a lazy one, what it collects",
        ) from error
    columns = choose_columns(
        table.columns,
        Columns(
            name=(name,) if isinstance(name, str) else tuple(name),
            reference=reference or NONE,
            country=country or NONE,
            kind=kind or NONE,
            born=born or NONE,
        ),
    )
    known_kind = kind_of(default_kind)
    asked = (ask(row, columns, known_kind) for row in _rows(table, columns))
    found = [row for rows in answers(asked, screener or Screener.open(), workers) for row in rows]
    screened: Frame = _frame_of(found, narwhals, table)
    return screened


def _rows(table: nw.DataFrame[Any], columns: Columns) -> Iterator[PartyRow]:
    """The rows; what stands for nothing, which differs by library and type, is None."""
    cells = {
        name: [
            None if missing else value
            for value, missing in zip(table[name].to_list(), table[name].is_null().to_list(), strict=True)
        ]
        for name in columns.all()
    }
    for number in range(len(table)):
        yield PartyRow(number, {name: values[number] for name, values in cells.items()})


def _frame_of(rows: list[HitRow], narwhals: Any, table: nw.DataFrame[Any]) -> Any:
    """Rows as a frame of the library that another one is of."""
    types: dict[Any, Any] = {
        int: narwhals.Int64(),
        bool: narwhals.Boolean(),
        float | None: narwhals.Float64(),
    }
    schema = {name: types.get(of, narwhals.String()) for name, of in get_type_hints(HitRow).items()}
    columns = zip(*rows, strict=True) if rows else ([] for _ in schema)
    data = {name: list(values) for name, values in zip(schema, columns, strict=True)}
    return narwhals.from_dict(data, schema, backend=table.implementation).to_native()


def _narwhals() -> Any:
    try:
        import narwhals  # noqa: PLC0415  (an extra)
    except ImportError as error:
        raise not_installed("narwhals", "frames") from error
    return narwhals
