"""One call to screen one name, for those who keep nothing open."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from sanctionscreen.model import Party, Screening, Settings
from sanctionscreen.store import Store

from .screener import Screener


def screen(
    party: str | Party,
    *,
    kind: str = "unknown",
    country: str | None = None,
    lists: Sequence[str] | str | None = None,
    settings: Settings | None = None,
) -> Screening:
    """Screen one party against the default store.

    The opened lists are kept for the next call, and opened anew when the store has changed.

    Args:
        party: a name, or a ``Party``.
        kind: ``person``, ``organization``, ``vessel``, ``aircraft`` or ``unknown``.
        country: an ISO 3166 code or a country's name.
        lists: keys of the lists to screen against; all that are loaded if none are given.
        settings: threshold and the like.

    Returns:
        The answer. Where no list is loaded it comes from the built-in starter list, and says so.

    Raises:
        UsageError: a kind, country or list key that does not exist.
        StoreError: the store is damaged.
    """
    store = Store()
    wanted = lists if lists is None or isinstance(lists, str) else tuple(lists)
    held = tuple(store.versions().items())
    screener = _opened(str(store.home), held, wanted, settings or Settings())
    return screener.screen(party, kind=kind, country=country)


@lru_cache(maxsize=2)
def _opened(
    home: str,
    held: tuple[tuple[str, str], ...],
    lists: tuple[str, ...] | str | None,
    settings: Settings,
) -> Screener:
    return Screener.open(home, lists=lists, settings=settings)
