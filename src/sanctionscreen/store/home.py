"""Where a store is, if nobody says so."""

from __future__ import annotations

import os
from pathlib import Path

HOME_VARIABLE = "SANCTIONSCREEN_HOME"


def home_of(path: str | os.PathLike[str] | None) -> Path:
    """The store's folder: the one named, else that of the environment, else the user's data folder."""
    named = path or os.environ.get(HOME_VARIABLE)
    if named:
        return Path(named).expanduser().absolute()
    import platformdirs  # noqa: PLC0415  (only needed where no folder is named)

    return Path(platformdirs.user_data_path("sanctionscreen", appauthor=False))
