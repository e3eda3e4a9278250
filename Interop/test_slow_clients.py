"""Slow, stalled and vanished clients: they are cut off in time, and never in the way of the others."""

import select
import socket
import time

import pytest
import requests
from harness.accounts import populate
from harness.images import random_bytes
from harness.registry import digest_of

pytestmark = pytest.mark.haven_only
LARGE = random_bytes(64 << 20, 41)
LIMITS = "idle_timeout_seconds: 3\nminimum_transfer_rate: 100000\nshutdown_grace_seconds: 60\n"


@pytest.fixture
def world(fresh_server):
    """A server that is impatient: three seconds for a request's head, 100 kB/s for a transfer."""
    return populate(fresh_server(config=LIMITS).start(), "developer")


def connect(world, receive_buffer: int | None = None) -> socket.socket:
    """Opens a connection; a small receive buffer makes a client that does not read stall the server at once."""
    connection = socket.socket()
    if receive_buffer:
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, receive_buffer)
    connection.settimeout(120)
    connection.connect(("127.0.0.1", world.server.port))
    return connection


def closed_within(connection: socket.socket, seconds: float) -> bool:
    """Reads and throws away until the other side closes; False if it has not within the time."""
    deadline = time.monotonic() + seconds
    while (left := deadline - time.monotonic()) > 0:
        if select.select([connection], [], [], left)[0]:
            try:
                if not connection.recv(1 << 20):
                    return True
            except ConnectionError:
                return True
    return False


def closed_for_writing(connection: socket.socket, data: bytes, pause: float, seconds: float) -> bool:
    """Sends a few bytes again and again; says whether the server ends the connection within the time."""
    deadline = time.monotonic() + seconds
    try:
        while time.monotonic() < deadline:
            connection.sendall(data)
            time.sleep(pause)
            if select.select([connection], [], [], 0)[0] and not connection.recv(65536):
                return True
    except ConnectionError:
        return True
    return False


def head(world, method: str, path: str, *lines: str, scope: str = "repository:interop/slow:pull,push") -> bytes:
    """Writes a request's head with a developer's token."""
    held = world.registry("developer").authorization(scope)["Authorization"]
    return "\r\n".join([f"{method} {path} HTTP/1.1", "Host: x", f"Authorization: {held}", *lines, "", ""]).encode()


def test_silent_connection_is_closed(world):
    with connect(world) as connection:
        assert closed_within(connection, 60)


def test_head_that_never_ends(world):
    """A byte now and then does not keep a connection alive."""
    with connect(world) as connection:
        connection.sendall(b"GET /v2/ HTTP/1.1\r\nHost: x\r\nX-Slow: ")
        assert closed_for_writing(connection, b"a", 0.5, 60)


def test_connection_between_two_requests_is_closed(world):
    with connect(world) as connection:
        connection.sendall(b"GET /api/v2.0/ping HTTP/1.1\r\nHost: x\r\n\r\n")
        assert b"200" in connection.recv(65536)
        assert closed_within(connection, 60)


@pytest.mark.slow
def test_upload_that_crawls(world):
    """Ten bytes a second are far below the least rate."""
    location = world.registry("developer").start_upload("interop/slow")
    with connect(world) as connection:
        connection.sendall(head(world, "PATCH", location, "Content-Length: 1000000"))
        assert closed_for_writing(connection, b"a" * 5, 0.5, 90)


@pytest.mark.slow
def test_download_that_nobody_reads(world):
    world.registry("developer").push_blob("interop/slow", LARGE)
    with connect(world, receive_buffer=4096) as connection:
        connection.sendall(head(world, "GET", f"/v2/interop/slow/blobs/{digest_of(LARGE)}"))
        time.sleep(75)
        received = 0
        try:
            while part := connection.recv(1 << 20):
                received += len(part)
        except ConnectionError:
            pass
        assert received < len(LARGE), "the server waited for a client that did not read"


def test_others_are_served_beside_many_slow_ones(fresh_server):
    """The slow ones stay until the end."""
    config = LIMITS.replace("idle_timeout_seconds: 3", "idle_timeout_seconds: 120")
    world = populate(fresh_server(config=config).start(), "developer")
    connections = [connect(world) for _ in range(300)]
    try:
        for connection in connections:
            connection.sendall(b"GET /v2/ HTTP/1.1\r\nX-Slow: ")
        begun = time.monotonic()
        world.registry("developer").push_image("interop/quick", "v1", [b"layer"])
        assert time.monotonic() - begun < 60
    finally:
        for connection in connections:
            connection.close()


def test_upload_whose_client_vanishes(world):
    """What had arrived is counted or not, but never half: the session goes on at what it says."""
    registry = world.registry("developer")
    location = registry.start_upload("interop/slow")
    with connect(world) as connection:
        connection.sendall(head(world, "PATCH", location, "Content-Length: 5000000", "Expect: 100-continue"))
        assert connection.recv(4096).startswith(b"HTTP/1.1 100")
        connection.sendall(LARGE[:1_000_000])
    content = LARGE[:2_000_000]
    deadline = time.monotonic() + 60
    # What it had sent may still be on its way into the session.
    while (answer := go_on(registry, location, content)).status_code != 202:
        assert time.monotonic() < deadline, answer.text
        time.sleep(0.5)
    assert registry.finish_upload(answer.headers["Location"], digest_of(content)).status_code == 201
    assert registry.blob("interop/slow", digest_of(content)).content == content


def go_on(registry, location: str, content: bytes) -> requests.Response:
    """Asks what a session has of a blob, and sends the rest."""
    progress = registry.request("GET", location)
    assert progress.status_code == 204
    first, last = map(int, progress.headers["Range"].split("-"))
    start = last + 1 if last else 0
    assert (first, start <= 1_000_000) == (0, True)
    headers = {"Content-Range": f"{start}-{len(content) - 1}", "Content-Type": "application/octet-stream"}
    return registry.request("PATCH", location, data=content[start:], headers=headers)


def test_truncated_put_stores_nothing(world):
    registry = world.registry("developer")
    location = registry.start_upload("interop/slow")
    content = LARGE[:500_000]
    target = f"{location}?digest={digest_of(content)}"
    with connect(world) as connection:
        connection.sendall(head(world, "PUT", target, f"Content-Length: {len(content)}") + content[:-1])
    time.sleep(0.5)
    assert registry.blob("interop/slow", digest_of(content), "HEAD").status_code == 404


def test_expect_continue_is_answered_at_once(world):
    """Without it the server would wait for the body, and the client for the server."""
    location = world.registry("developer").start_upload("interop/slow")
    with connect(world) as connection:
        connection.sendall(head(world, "PATCH", location, "Content-Length: 5", "Expect: 100-continue"))
        assert connection.recv(4096).startswith(b"HTTP/1.1 100")
        connection.sendall(b"hello")
        assert b"202" in connection.recv(4096)


def test_refused_upload_is_not_read(world):
    """A client that waits for 100-continue is refused before it sends anything."""
    with connect(world) as connection:
        path = "/v2/interop/slow/blobs/uploads/0"
        connection.sendall(
            f"PATCH {path} HTTP/1.1\r\nHost: x\r\nContent-Length: 99\r\nExpect: 100-continue\r\n\r\n".encode()
        )
        assert connection.recv(4096).startswith(b"HTTP/1.1 401")


def test_stopping_lets_a_running_download_finish(world):
    world.registry("developer").push_blob("interop/slow", LARGE)
    with connect(world, receive_buffer=65536) as connection:
        connection.sendall(head(world, "GET", f"/v2/interop/slow/blobs/{digest_of(LARGE)}"))
        received = len(connection.recv(65536))
        world.server.process.terminate()
        time.sleep(0.5)
        while part := connection.recv(1 << 20):
            received += len(part)
    assert received > len(LARGE), "head and body"
    assert world.server.process.wait(120) == 0
