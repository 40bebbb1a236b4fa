"""Fetching, from a real server with real faults."""

from __future__ import annotations

import ssl
import time
import tracemalloc
from collections.abc import Iterator
from email.utils import formatdate
from pathlib import Path

import pytest
import trustme

from sanctionscreen.errors import ReadError
from sanctionscreen.fetching import DownloadOptions, Fetched, Session, Validator

from . import server
from .server import Publisher, publishing

BODY = bytes(range(256)) * 400
QUICK = DownloadOptions(
    user_agent="sanctionscreen-tests",
    connect_seconds=1, silence_seconds=0.3, total_seconds=2, max_megabytes=1,
    attempts=3, pause_seconds=0.01, longest_pause_seconds=0.2,
)  # fmt: skip


@pytest.fixture(autouse=True)
def _no_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_PROXY", "*")


@pytest.fixture(scope="module")
def publisher() -> Iterator[Publisher]:
    with publishing() as running:
        yield running


def fetch(
    url: str, path: Path, validator: Validator | None = None, options: DownloadOptions = QUICK
) -> Fetched:
    with Session(options) as session:
        return session.fetch("un_sc", url, path, validator, lambda *_: None)


def refused(publisher: Publisher, answer: server.Answer | bytes, path: Path) -> str:
    publisher.asked.clear()
    publisher.answers["/list"] = answer
    with pytest.raises(ReadError) as caught:
        fetch(publisher.url + "/list", path)
    assert caught.value.list_key == "un_sc"
    assert caught.value.file == publisher.url + "/list"
    assert caught.value.advice
    return caught.value.problem


def test_a_file_comes_whole_and_is_not_fetched_twice(publisher: Publisher, tmp_path: Path) -> None:
    publisher.answers["/list"] = BODY
    publisher.asked.clear()
    told: list[tuple[int, int | None]] = []
    with Session(QUICK) as session:
        first = session.fetch(
            "un_sc", publisher.url + "/list", tmp_path / "a", None, lambda *a: told.append(a)
        )
        second = session.fetch(
            "un_sc", publisher.url + "/list", tmp_path / "b", first.validator, lambda *_: None
        )
    assert (tmp_path / "a").read_bytes() == BODY
    assert told[-1] == (len(BODY), len(BODY))
    assert first.changed
    assert not second.changed
    assert not (tmp_path / "b").exists()
    assert publisher.asked[0][1]["User-Agent"] == "sanctionscreen-tests"
    assert publisher.asked[1][1]["If-None-Match"] == first.validator.etag


def test_the_user_agent_says_who_asks() -> None:
    assert DownloadOptions().user_agent.startswith("sanctionscreen/")


def test_a_packed_file_is_unpacked(publisher: Publisher, tmp_path: Path) -> None:
    publisher.answers["/list"] = server.packed(BODY)
    fetch(publisher.url + "/list", tmp_path / "a")
    assert (tmp_path / "a").read_bytes() == BODY


@pytest.mark.parametrize(
    "fault",
    [
        server.status(500), server.status(503, Retry_After="0"), server.status(429, Retry_After="0"),
        server.cut(BODY), server.cut_chunks(BODY), server.silence,
    ],
    ids=["500", "503", "429", "cut", "cut_chunks", "silence"],
)  # fmt: skip
def test_what_may_pass_is_tried_again(publisher: Publisher, tmp_path: Path, fault: server.Answer) -> None:
    publisher.answers["/list"] = server.first_fails(fault, BODY, times=2)
    assert fetch(publisher.url + "/list", tmp_path / "a").changed
    assert (tmp_path / "a").read_bytes() == BODY


def test_attempts_are_bounded(publisher: Publisher, tmp_path: Path) -> None:
    assert refused(publisher, server.status(500), tmp_path / "a") == (
        "the server answers 500 Internal Server Error, 3 times in a row"
    )
    assert len(publisher.asked) == 3


@pytest.mark.parametrize("asked", ["3600", formatdate(time.time() + 3600, usegmt=True)])
def test_a_long_retry_after_does_not_hold_a_refresh(publisher: Publisher, tmp_path: Path, asked: str) -> None:
    began = time.monotonic()
    assert "429 Too Many Requests" in refused(
        publisher, server.status(429, Retry_After=asked), tmp_path / "a"
    )
    assert 0.4 <= time.monotonic() - began < 2


def test_retry_after_is_waited_for(publisher: Publisher, tmp_path: Path) -> None:
    publisher.answers["/list"] = server.first_fails(server.status(429, Retry_After="1"), BODY)
    began = time.monotonic()
    fetch(
        publisher.url + "/list", tmp_path / "a", options=QUICK.model_copy(update={"longest_pause_seconds": 5})
    )
    assert time.monotonic() - began >= 1


@pytest.mark.parametrize(
    ("code", "said"),
    [
        (403, "the server answers 403 Forbidden"),
        (404, "the server answers 404 Not Found"),
        (410, "the server answers 410 Gone"),
        (418, "the server answers 418 I'm a Teapot"),
    ],
)
def test_what_will_not_pass_is_not_tried_again(
    publisher: Publisher, tmp_path: Path, code: int, said: str
) -> None:
    assert refused(publisher, server.status(code), tmp_path / "a") == said
    assert len(publisher.asked) == 1


def test_a_server_that_refuses_strangers_is_met_with_advice(publisher: Publisher, tmp_path: Path) -> None:
    def picky(request: server.Request) -> None:
        known = request.headers["User-Agent"].startswith("Example")
        request.serve(BODY) if known else request.say(403)

    publisher.answers["/list"] = picky
    with pytest.raises(ReadError, match=r"set user_agent in settings\.toml"):
        fetch(publisher.url + "/list", tmp_path / "a")
    assert fetch(
        publisher.url + "/list",
        tmp_path / "a",
        options=QUICK.model_copy(update={"user_agent": "Example Ltd"}),
    ).changed


def test_a_server_that_drips_is_given_up(publisher: Publisher, tmp_path: Path) -> None:
    began = time.monotonic()
    assert "bytes came in 2 seconds" in refused(publisher, server.drip, tmp_path / "a")
    assert time.monotonic() - began < 4


def test_a_server_that_falls_silent_is_given_up(publisher: Publisher, tmp_path: Path) -> None:
    assert refused(publisher, server.silence, tmp_path / "a") == "the server fell silent, 3 times in a row"


@pytest.mark.parametrize("cut", [server.cut, server.cut_chunks])
def test_a_body_that_ends_early_is_no_file(publisher: Publisher, tmp_path: Path, cut: type) -> None:
    said = refused(publisher, cut(BODY), tmp_path / "a")  # type: ignore[call-arg]
    assert "the connection" in said
    assert said.endswith("3 times in a row")


def test_an_empty_file_is_none(publisher: Publisher, tmp_path: Path) -> None:
    assert "the server sent an empty file" in refused(publisher, b"", tmp_path / "a")


def test_a_redirect_is_followed_but_not_for_ever(publisher: Publisher, tmp_path: Path) -> None:
    publisher.answers["/moved"] = lambda request: request.say(301, Location="/list")
    publisher.answers["/list"] = BODY
    assert fetch(publisher.url + "/moved", tmp_path / "a").changed
    assert "redirects more than 5 times" in refused(publisher, server.round_and_round, tmp_path / "b")


def test_a_file_that_is_too_large_is_given_up_at_once(publisher: Publisher, tmp_path: Path) -> None:
    assert refused(publisher, bytes(2_000_000), tmp_path / "a") == "the file is larger than 1 MB"
    assert (tmp_path / "a").stat().st_size <= 1_000_000


def test_a_gzip_bomb_fills_neither_disk_nor_memory(publisher: Publisher, tmp_path: Path) -> None:
    bomb = server.gzip_bomb(200)
    tracemalloc.start()
    assert refused(publisher, bomb, tmp_path / "a") == "the file is larger than 1 MB"
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 10_000_000
    assert (tmp_path / "a").stat().st_size <= 1_000_000


def test_a_body_that_is_not_packed_as_said(publisher: Publisher, tmp_path: Path) -> None:
    wrong = lambda request: request.say(200, b"no gzip at all", Content_Encoding="gzip")  # noqa: E731
    assert "not packed as the server says" in refused(publisher, wrong, tmp_path / "a")


def test_nobody_listens(tmp_path: Path) -> None:
    with publishing() as gone:
        url = gone.url
    with pytest.raises(ReadError, match=r"the server cannot be reached \(.*Connection refused"):
        fetch(url + "/list", tmp_path / "a")


def test_no_such_host(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match=r"the server cannot be reached \(.*(resolve|resolution|known)"):
        fetch("http://no-such-host.invalid/list", tmp_path / "a")


def test_a_proxy_that_is_not_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("NO_PROXY")
    options = QUICK.model_copy(update={"proxy": "http://127.0.0.1:9"})
    with pytest.raises(ReadError, match="the proxy cannot be used"):
        fetch("http://example.invalid/list", tmp_path / "a", options=options)


@pytest.fixture(scope="module")
def authority() -> trustme.CA:
    return trustme.CA()


@pytest.fixture(scope="module")
def secure(authority: trustme.CA) -> Iterator[Publisher]:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert("localhost").configure_cert(context)
    with publishing(context) as running:
        running.answers["/list"] = BODY
        yield running


@pytest.fixture
def trusting(authority: trustme.CA, tmp_path: Path) -> DownloadOptions:
    authority.cert_pem.write_to_path(tmp_path / "root.pem")
    return QUICK.model_copy(update={"ca_file": str(tmp_path / "root.pem")})


def test_an_unknown_certificate_is_refused(secure: Publisher, tmp_path: Path) -> None:
    with pytest.raises(ReadError, match=r"certificate is not trusted .*ca_file in settings\.toml"):
        fetch(secure.url + "/list", tmp_path / "a")


def test_a_certificate_that_is_named_is_trusted(
    secure: Publisher, tmp_path: Path, trusting: DownloadOptions
) -> None:
    assert fetch(secure.url + "/list", tmp_path / "a", options=trusting).changed


def test_no_redirect_leads_to_plain_http(
    secure: Publisher, publisher: Publisher, tmp_path: Path, trusting: DownloadOptions
) -> None:
    publisher.answers["/list"] = BODY
    secure.answers["/moved"] = lambda request: request.say(302, Location=publisher.url + "/list")
    with pytest.raises(ReadError, match="redirects from HTTPS to http://"):
        fetch(secure.url + "/moved", tmp_path / "a", options=trusting)
