"""Fetching one file over HTTP: conditional, bounded in time and size, tried again where that may help."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sanctionscreen.errors import ReadError
from sanctionscreen.model.frozen import Frozen

from .options import DownloadOptions

if TYPE_CHECKING:
    import requests
    from tenacity import RetryCallState

CHUNK = 1 << 16
REDIRECTS = 5
PASSING = (408, 425, 429, 500, 502, 503, 504)
"""Answers that may be another one in a moment (RFC 9110, section 15; RFC 6585 for 429; RFC 8470 for 425)."""

Progress = Callable[[int, int | None], None]
"""Called with the bytes that are here and the bytes to come in all, None where the server does not say."""


class Validator(Frozen):
    """What a server said of a file, to ask it next time whether the file has changed (RFC 9110, 13.1)."""

    etag: str | None = None
    last_modified: str | None = None

    def conditions(self) -> dict[str, str]:
        """The headers to send."""
        asked = {"If-None-Match": self.etag, "If-Modified-Since": self.last_modified}
        return {name: value for name, value in asked.items() if value}


@dataclass(frozen=True, slots=True)
class Fetched:
    """What a server gave: whether there was a new file, and what to ask it next time."""

    changed: bool
    validator: Validator


class _FetchError(Exception):
    """Why a fetch failed, what to do, and whether another attempt may help."""

    def __init__(self, text: str, advice: str, *, passing: bool = False, pause: float | None = None) -> None:
        super().__init__(text)
        self.advice = advice
        self.passing = passing
        self.pause = pause


class Session:
    """Connections for the refresh of some lists. Use as a context.

    Args:
        options: how files are fetched.
    """

    def __init__(self, options: DownloadOptions) -> None:
        self._options = options

    def __enter__(self) -> Session:
        import requests  # noqa: PLC0415  (slow to import, and only a refresh needs it)

        self._http = requests.Session()
        self._http.max_redirects = REDIRECTS
        self._http.headers["User-Agent"] = self._options.user_agent
        self._http.headers["Accept-Encoding"] = "gzip"
        self._http.hooks["response"] = [_stay_secure]
        if self._options.proxy:
            self._http.proxies = {"http": self._options.proxy, "https": self._options.proxy}
        return self

    def __exit__(self, *_: object) -> None:
        self._http.close()

    def fetch(
        self, key: str, url: str, path: Path, validator: Validator | None, progress: Progress
    ) -> Fetched:
        """Fetch a file, if it is not the one that ``validator`` was given for.

        Args:
            key: the list's key, for messages.
            url: its address.
            path: where it goes.
            validator: what the server said when the file was last fetched.
            progress: called as bytes arrive.

        Raises:
            ReadError: the server cannot be reached, refuses, sends too much, too slowly or not all.
            OSError: ``path`` cannot be written.
        """
        from tenacity import Retrying, retry_if_exception, stop_after_attempt  # noqa: PLC0415

        attempts = Retrying(
            stop=stop_after_attempt(self._options.attempts),
            retry=retry_if_exception(lambda error: isinstance(error, _FetchError) and error.passing),
            wait=self._pause,
            reraise=True,
        )
        try:
            return attempts(self._fetch_once, url, path, validator, progress)
        except _FetchError as problem:
            tried = f", {self._options.attempts} times in a row" if problem.passing else ""
            raise ReadError(
                f"{problem}{tried}", list_key=key, file=url, advice=problem.advice
            ) from problem.__cause__

    def _pause(self, state: RetryCallState) -> float:
        """What the server asks for, else a pause that doubles each time; bounded either way."""
        error = state.outcome.exception() if state.outcome else None
        asked = error.pause if isinstance(error, _FetchError) else None
        doubled = self._options.pause_seconds * 2.0 ** (state.attempt_number - 1)
        return min(doubled if asked is None else asked, self._options.longest_pause_seconds)

    def _fetch_once(self, url: str, path: Path, validator: Validator | None, progress: Progress) -> Fetched:
        began = time.monotonic()
        with _said_plainly(), self._get(url, validator) as response:
            if response.status_code == 304 and validator:
                return Fetched(changed=False, validator=validator)
            _check_status(response)
            with path.open("wb") as target:
                for count, chunk in self._body(response, began):
                    target.write(chunk)
                    progress(count, _announced(response))
            headers = response.headers
            return Fetched(
                True, Validator(etag=headers.get("ETag"), last_modified=headers.get("Last-Modified"))
            )

    def _get(self, url: str, validator: Validator | None) -> requests.Response:
        return self._http.get(
            url,
            headers=validator.conditions() if validator else {},
            timeout=(self._options.connect_seconds, self._options.silence_seconds),
            verify=self._options.ca_file or True,
            stream=True,
        )

    def _body(self, response: requests.Response, began: float) -> Iterator[tuple[int, bytes]]:
        """The body in pieces, unpacked, with the count of bytes so far."""
        most, count = int(self._options.max_megabytes * 1e6), 0
        while chunk := response.raw.read1(CHUNK, decode_content=True):
            count += len(chunk)
            if count > most:
                raise _FetchError(
                    f"the file is larger than {self._options.max_megabytes:,.0f} MB",
                    "If the list has grown so much, raise max_megabytes in settings.toml",
                )
            if time.monotonic() - began > self._options.total_seconds:
                raise _FetchError(
                    f"only {count:,} bytes came in {self._options.total_seconds:,.0f} seconds",
                    "Try again later, or raise total_seconds in settings.toml",
                )
            yield count, chunk
        sent, announced = response.raw.tell(), response.headers.get("Content-Length", "")
        if announced.isdigit() and sent != int(announced):
            raise _FetchError(
                f"the connection ended after {sent:,} of {int(announced):,} bytes", _LATER, passing=True
            )
        if not count:
            raise _FetchError("the server sent an empty file", _LATER, passing=True)


_LATER = "Try again later, or get the file by hand and add it"


@contextmanager
def _said_plainly() -> Iterator[None]:
    """Turn what the HTTP libraries raise into a problem that a user can act on."""
    import requests  # noqa: PLC0415
    import urllib3  # noqa: PLC0415

    try:
        yield
    except requests.exceptions.SSLError as error:
        raise _FetchError(
            f"the server's certificate is not trusted ({_reason(error)})",
            "If your network has a certificate of its own, name it as ca_file in settings.toml",
        ) from error
    except requests.exceptions.ProxyError as error:
        raise _FetchError(
            f"the proxy cannot be used ({_reason(error)})",
            "Check HTTPS_PROXY, or proxy in settings.toml",
            passing=True,
        ) from error
    except requests.exceptions.TooManyRedirects as error:
        raise _FetchError(
            f"the server redirects more than {REDIRECTS} times",
            "Look whether the list has moved, and give its address in settings.toml",
        ) from error
    except (requests.exceptions.ConnectionError, urllib3.exceptions.NewConnectionError) as error:
        raise _FetchError(f"the server cannot be reached ({_reason(error)})", _LATER, passing=True) from error
    except (requests.exceptions.Timeout, urllib3.exceptions.TimeoutError) as error:
        raise _FetchError("the server fell silent", _LATER, passing=True) from error
    except urllib3.exceptions.DecodeError as error:
        raise _FetchError(f"the body is not packed as the server says ({_reason(error)})", _LATER) from error
    except urllib3.exceptions.HTTPError as error:
        raise _FetchError(f"the connection broke ({_reason(error)})", _LATER, passing=True) from error
    except requests.exceptions.RequestException as error:
        raise _FetchError(_reason(error), "Check the address") from error
    except UnicodeError as error:
        raise _FetchError(f"the address is none ({error})", "Check the address") from error


def _reason(error: BaseException) -> str:
    """The innermost reason, without the addresses in memory that the libraries print."""
    inner: Any = error
    while True:
        deeper = getattr(inner, "reason", None)
        if not isinstance(deeper, BaseException):
            deeper = next((part for part in inner.args if isinstance(part, BaseException)), None)
        if deeper is None:
            break
        inner = deeper
    return str(inner).rsplit(">: ", 1)[-1].split("object at 0x")[0].strip() or type(inner).__name__


def _check_status(response: requests.Response) -> None:
    status = response.status_code
    if status == 200:
        return
    said = f"the server answers {status} {response.reason or ''}".rstrip()
    if status in PASSING:
        raise _FetchError(said, _LATER, passing=True, pause=_asked_pause(response))
    if status in (401, 403, 406, 451):
        raise _FetchError(
            said,
            "Some publishers refuse clients that they do not know: set user_agent in settings.toml, or get "
            "the file by hand and add it",
        )
    if status in (404, 410):
        raise _FetchError(said, "Look whether the list has moved, and give its address in settings.toml")
    raise _FetchError(said, _LATER)


def _asked_pause(response: requests.Response) -> float | None:
    """The seconds that ``Retry-After`` asks for, as a number or a date (RFC 9110, 10.2.3)."""
    asked = response.headers.get("Retry-After", "").strip()
    if asked.isdigit():
        return float(asked)
    try:
        return max(0.0, (parsedate_to_datetime(asked) - datetime.now(UTC)).total_seconds())
    except (ValueError, TypeError):
        return None


def _announced(response: requests.Response) -> int | None:
    packed = response.headers.get("Content-Encoding", "identity") != "identity"
    length = response.headers.get("Content-Length", "")
    return int(length) if length.isdigit() and not packed else None


def _stay_secure(response: requests.Response, *_: Any, **__: Any) -> None:
    """Refuse to be led from HTTPS to plain HTTP, where anybody may change a list on its way."""
    target = response.headers.get("Location", "")
    if response.is_redirect and response.url.startswith("https:") and target.lower().startswith("http:"):
        response.close()
        raise _FetchError(
            f"the server redirects from HTTPS to {target}",
            "Look whether the list has moved, and give its address in settings.toml",
        )
