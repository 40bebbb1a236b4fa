"""A publisher's server on this machine, with every fault that a real one may have.

``Publisher`` serves what its ``answers`` say: a path leads to a function that is given the request, or
to bytes. Nothing is mocked: real sockets, real HTTP.
"""

from __future__ import annotations

import gzip
import hashlib
import ssl
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

Answer = Callable[["Request"], None]


class Request(BaseHTTPRequestHandler):
    """One request; what it asked is kept in the publisher's ``asked``."""

    protocol_version = "HTTP/1.1"
    publisher: Publisher

    def do_GET(self) -> None:
        publisher = self.publisher
        publisher.asked.append((self.path, dict(self.headers.items())))
        answer = publisher.answers.get(self.path)
        with suppress(BrokenPipeError, ConnectionResetError, ssl.SSLError):
            if answer is None:
                self.say(404, b"nothing here")
            elif isinstance(answer, bytes):
                self.serve(answer)
            else:
                answer(self)

    def serve(self, body: bytes) -> None:
        """A file with an ETag; 304 where the client has it."""
        etag = f'"{hashlib.sha256(body).hexdigest()[:16]}"'
        if self.headers.get("If-None-Match") == etag:
            self.say(304, b"", ETag=etag)
        else:
            self.say(200, body, ETag=etag, Last_Modified="Wed, 01 May 2024 00:00:00 GMT")

    def say(self, status: int, body: bytes = b"", **headers: str) -> None:
        """A whole answer."""
        self.begin(status, Content_Length=str(len(body)), **headers)
        self.wfile.write(body)

    def begin(self, status: int, **headers: str) -> None:
        """The status line and the headers; underscores stand for hyphens."""
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()

    def hang_up(self) -> None:
        """End the connection in the middle of an answer."""
        self.close_connection = True

    def log_message(self, *_: Any) -> None:
        """Keep the tests' output clean."""


class Publisher:
    """A running server.

    Args:
        answers: what it says, by path; may be changed while it runs.
        asked: the requests so far: path and headers.
    """

    def __init__(self, url: str) -> None:
        self.url = url
        self.answers: dict[str, bytes | Answer] = {}
        self.asked: list[tuple[str, dict[str, str]]] = []


@contextmanager
def publishing(certificate: ssl.SSLContext | None = None) -> Iterator[Publisher]:
    """A publisher's server on a free port, with TLS where a certificate is given."""
    handler = type("Bound", (Request,), {})
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    server.daemon_threads = True
    server.handle_error = lambda *_: None  # type: ignore[method-assign]
    if certificate:
        server.socket = certificate.wrap_socket(server.socket, server_side=True)
    scheme = "https" if certificate else "http"
    publisher = Publisher(f"{scheme}://localhost:{server.server_address[1]}")
    handler.publisher = publisher  # type: ignore[attr-defined]
    thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    try:
        yield publisher
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def first_fails(fault: Answer, then: bytes, times: int = 1) -> Answer:
    """An answer that is a fault so many times, and then the file."""
    left = [times]

    def answer(request: Request) -> None:
        if left[0]:
            left[0] -= 1
            fault(request)
        else:
            request.serve(then)

    return answer


def drip(request: Request) -> None:
    """A byte now and then, for ever."""
    request.begin(200, Content_Length="1000000")
    while True:
        request.wfile.write(b"x")
        request.wfile.flush()
        threading.Event().wait(0.02)


def silence(request: Request) -> None:
    """Headers, and then nothing for a long time."""
    request.begin(200, Content_Length="1000")
    threading.Event().wait(5)
    request.hang_up()


def cut(body: bytes) -> Answer:
    """Half of the bytes that were announced."""

    def answer(request: Request) -> None:
        request.begin(200, Content_Length=str(len(body)))
        request.wfile.write(body[: len(body) // 2])
        request.hang_up()

    return answer


def cut_chunks(body: bytes) -> Answer:
    """Half of a chunked body, without the chunk that ends it."""

    def answer(request: Request) -> None:
        request.begin(200, Transfer_Encoding="chunked")
        half = body[: len(body) // 2]
        request.wfile.write(f"{len(half):x}\r\n".encode() + half + b"\r\n")
        request.hang_up()

    return answer


def cut_unannounced(body: bytes) -> Answer:
    """Half of a body whose end only the end of the connection tells, as in HTTP/1.0."""

    def answer(request: Request) -> None:
        request.begin(200, Connection="close")
        request.wfile.write(body[: len(body) // 2])
        request.hang_up()

    return answer


def packed(body: bytes) -> Answer:
    """A file that HTTP packs on its way."""
    return lambda request: request.say(200, gzip.compress(body), Content_Encoding="gzip")


def gzip_bomb(megabytes: int) -> Answer:
    """A small answer that unpacks to a very large one."""
    body = gzip.compress(bytes(megabytes << 20), 9)
    return lambda request: request.say(200, body, Content_Encoding="gzip")


def status(code: int, **headers: str) -> Answer:
    """An answer with no file."""
    return lambda request: request.say(code, b"<html>no</html>", **headers)


def round_and_round(request: Request) -> None:
    """A redirect to itself."""
    request.say(302, Location=request.path)
