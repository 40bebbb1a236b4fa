"""What a user may say about refreshing, in the file ``settings.toml`` of the store.

All of it is optional::

    [download]
    user_agent = "Example Ltd compliance (compliance@example.com)"
    proxy = "http://proxy.example.com:3128"
    ca_file = "/etc/ssl/example-root.pem"
    mirror = "https://mirror.example.com/sanctions"

    [lists.us_csl]
    form = "csv"
    max_age_days = 2
    urls = { "consolidated.csv" = "https://mirror.example.com/csl.csv" }
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from pathlib import Path

from pydantic import Field, ValidationError

from sanctionscreen.errors import UsageError
from sanctionscreen.model.frozen import Asked
from sanctionscreen.version import version

SETTINGS = "settings.toml"


class DownloadOptions(Asked):
    """How files are fetched.

    Args:
        user_agent: what the publisher's server is told; some refuse clients that they do not know.
        proxy: for both HTTP and HTTPS; else the environment's ``HTTPS_PROXY`` and the like hold.
        ca_file: certificates to trust instead of the system's, in PEM; else ``REQUESTS_CA_BUNDLE`` holds.
        mirror: where all lists are copied: files are taken from ``<mirror>/<list key>/<file name>``.
        connect_seconds: how long to wait for a connection.
        silence_seconds: how long a server may send nothing.
        total_seconds: how long one file may take; a server that drips cannot hold a refresh longer.
        max_megabytes: the largest file taken, unpacked as HTTP unpacks it.
        attempts: how often a file is tried before the refresh of its list is given up.
        pause_seconds: the first pause between attempts; it doubles each time.
        longest_pause_seconds: the longest pause, also where the server asks for a longer one.
    """

    user_agent: str = Field(default_factory=lambda: f"sanctionscreen/{version()} (sanctions list refresh)")
    proxy: str | None = None
    ca_file: str | None = None
    mirror: str | None = None
    connect_seconds: float = Field(default=15.0, gt=0)
    silence_seconds: float = Field(default=60.0, gt=0)
    total_seconds: float = Field(default=1800.0, gt=0)
    max_megabytes: float = Field(default=1024.0, gt=0)
    attempts: int = Field(default=4, ge=1, le=20)
    pause_seconds: float = Field(default=1.0, ge=0)
    longest_pause_seconds: float = Field(default=60.0, ge=0)


class ListOptions(Asked):
    """How one list is refreshed.

    Args:
        form: the published form to fetch; the richest with an address if none is named.
        urls: other addresses for the files of that form, by file name.
        max_age_days: for how many days a version is trusted to be the latest; the list's own if none.
        max_loss: the share of records or names that a new version may lose, 0 to 1; the list's own
            if none.
    """

    form: str | None = None
    urls: Mapping[str, str] = Field(default_factory=dict)
    max_age_days: int | None = Field(default=None, ge=0)
    max_loss: float | None = Field(default=None, ge=0, le=1)


class Options(Asked):
    """The content of ``settings.toml``."""

    download: DownloadOptions = Field(default_factory=DownloadOptions)
    lists: Mapping[str, ListOptions] = Field(default_factory=dict)

    def of(self, key: str) -> ListOptions:
        """The options of one list."""
        return self.lists.get(key) or ListOptions()


def read_options(home: Path) -> Options:
    """The options of a store's folder; all as by default where it has no ``settings.toml``.

    Raises:
        UsageError: the file is not TOML, or says something that does not exist.
    """
    path = home / SETTINGS
    try:
        text = path.read_text("utf-8")
    except FileNotFoundError:
        return Options()
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(
            f"the settings cannot be read ({error})", file=str(path), advice="Check the file"
        ) from error
    try:
        return Options.model_validate(tomllib.loads(text))
    except tomllib.TOMLDecodeError as error:
        raise UsageError(
            f"this is not TOML ({error})", file=str(path), advice="Correct that line, or remove the file"
        ) from error
    except UsageError as error:
        raise UsageError(error.problem, file=str(path), advice=error.advice) from error
    except ValidationError as error:
        first = error.errors()[0]
        raise UsageError(
            f"{first['msg'][0].lower()}{first['msg'][1:]}",
            file=str(path),
            field=".".join(str(part) for part in first["loc"]),
            advice="See the page on loading lists in the documentation",
        ) from error
