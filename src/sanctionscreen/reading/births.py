"""Dates and places of birth that a list states apart, put together."""

from __future__ import annotations

from collections.abc import Sequence

from sanctionscreen.model import Birth, PartialDate

from .kept import unique


def births_of(dates: Sequence[PartialDate | None], places: Sequence[Birth]) -> tuple[Birth, ...]:
    """A single date and a single place belong together; of several, the list does not say which do.

    Args:
        dates: the dates; None for one that was empty.
        places: the places, each as a birth without a date.
    """
    if len(dates) == len(places) == 1:
        return (places[0].model_copy(update={"on": dates[0]}),)
    return unique([*(Birth(on=on) for on in dates if on), *places])


def births_of_rows(dates: Sequence[PartialDate | None], places: Sequence[Birth]) -> tuple[Birth, ...]:
    """The same of a table with a row for each pair: one date goes with every place, or the reverse."""
    if len(dates) > 1 and len(places) > 1:
        return unique((*(Birth(on=on) for on in dates), *places))
    return unique(
        place.model_copy(update={"on": on})
        for place in places or [Birth()]
        for on in dates or [None]
        if on or place.place
    )
