"""How a list's files come here: over HTTP or from a mirror's folder, bounded, and never half.

This is the only place that opens a socket. Nothing here knows a list or the store.
"""

from .download import Fetched, Session, Validator
from .options import SETTINGS, DownloadOptions, ListOptions, Options, read_options
from .places import Place, places

__all__ = [
    "SETTINGS", "DownloadOptions", "Fetched", "ListOptions", "Options", "Place", "Session", "Validator",
    "places", "read_options",
]  # fmt: skip
