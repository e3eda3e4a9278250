"""What a registry answers to names, paths, methods and headers that are none."""

import socket

import pytest
from harness.registry import error_codes

PATHS = [
    ("/v2/UPPER/case/tags/list", "upper case in a name"),
    ("/v2/interop/../admin/tags/list", "two dots"),
    ("/v2/interop/%2e%2e/admin/tags/list", "two encoded dots"),
    ("/v2/interop/%00/tags/list", "a zero byte"),
    ("/v2/interop/a%2f..%2fb/manifests/latest", "encoded slashes"),
    ("/v2/interop/-start/tags/list", "a component that starts with a dash"),
    ("/v2/interop/" + "a" * 300 + "/tags/list", "a name that is too long"),
    ("/v2/interop/a/manifests/.hidden", "a tag that starts with a dot"),
    ("/v2/interop/a/manifests/" + "t" * 129, "a tag that is too long"),
    ("/v2/interop/a/manifests/a..%2f..", "a tag with a slash"),
    ("/v2/single/tags/list", "a repository without a project"),
    ("/v2/interop/a/blobs/uploads/..%2f..%2fetc%2fpasswd", "a path for a session"),
    ("/v2/interop/a/nonsense", "no endpoint"),
    ("/v2/interop/\xff\xfe/tags/list", "not ASCII"),
]


@pytest.mark.haven_only
@pytest.mark.parametrize("path", [row[0] for row in PATHS], ids=[row[1] for row in PATHS])
def test_path_that_is_none(world, path):
    """Nothing but a plain refusal, for an administrator too; the path goes out as it is written here."""
    registry = world.registry("admin")
    token = registry.token()
    status, body = raw_request(world.server.port, path, token)
    assert status in (400, 401, 404), body
    assert b'"errors"' in body or status == 400, "a request that is no HTTP gets no body"


def raw_request(port: int, path: str, token: str, *lines: str, method: str = "GET") -> tuple[int, bytes]:
    """Sends a request whose target no library has tidied; returns the status and the body."""
    head = [
        f"{method} {path} HTTP/1.1",
        "Host: 127.0.0.1",
        *([f"Authorization: Bearer {token}"] if token else []),
        "Connection: close",
        *lines,
    ]
    with socket.create_connection(("127.0.0.1", port), timeout=120) as connection:
        connection.sendall("\r\n".join(head).encode("latin-1") + b"\r\n\r\n")
        answer = read_all(connection)
    status_line, _, rest = answer.partition(b"\r\n")
    return int(status_line.split()[1]) if status_line else 0, rest.partition(b"\r\n\r\n")[2]


def read_all(connection: socket.socket) -> bytes:
    """Reads until the other side closes; a reset ends the reading too."""
    parts = []
    try:
        while part := connection.recv(65536):
            parts.append(part)
    except ConnectionResetError:
        pass
    return b"".join(parts)


@pytest.mark.haven_only
@pytest.mark.parametrize("method, path", [("POST", "/v2/interop/a/tags/list"), ("PATCH", "/v2/interop/a/manifests/x")])
def test_method_that_is_none(world, method, path):
    answer = world.registry("admin").request(method, path)
    assert answer.status_code in (404, 405)
    error_codes(answer)


@pytest.mark.haven_only
def test_repository_named_like_an_endpoint(world, registry):
    """Paths are read from the right: a repository may be called a/manifests."""
    repository = f"{world.private}/manifests/tags"
    data = registry.push_image(repository, "list", [b"layer"])
    assert registry.manifest(repository, "list").content == data
    assert registry.request("GET", f"/v2/{repository}/tags/list").json()["tags"] == ["list"]


FLOODS = [
    (["X-Flood: " + "a" * 2_000_000], "one header of two megabytes"),
    ([f"X-Flood-{n}: {'a' * 100}" for n in range(20_000)], "twenty thousand headers"),
]


@pytest.mark.haven_only
@pytest.mark.parametrize("lines", [row[0] for row in FLOODS], ids=[row[1] for row in FLOODS])
def test_header_flood(sqlite_world, lines):
    """It is refused or the connection is closed, and the server goes on."""
    server = sqlite_world.server
    try:
        status, _ = raw_request(server.port, "/v2/", "token", *lines)
    except (BrokenPipeError, ConnectionResetError):
        status = 0
    assert status in (0, 400, 413, 431)
    assert sqlite_world.registry("guest").request("GET", "/v2/").status_code == 200


SMUGGLED = [
    (["Content-Length: 5", "Transfer-Encoding: chunked"], "two framings"),
    (["Content-Length: 5", "Content-Length: 6"], "two lengths"),
    (["Content-Length: -1"], "a negative length"),
    (["Transfer-Encoding: chunked, identity"], "chunked not last"),
]


@pytest.mark.haven_only
@pytest.mark.parametrize("lines", [row[0] for row in SMUGGLED], ids=[row[1] for row in SMUGGLED])
def test_framing_that_two_servers_could_read_differently(sqlite_world, lines):
    """RFC 9112 6.3: such a message is refused, not guessed at."""
    port = sqlite_world.server.port
    try:
        status, _ = raw_request(port, "/v2/interop/a/blobs/uploads/", "token", *lines, method="POST")
    except (BrokenPipeError, ConnectionResetError):
        status = 0
    assert status in (0, 400, 401, 411, 501)
    assert sqlite_world.registry("guest").request("GET", "/v2/").status_code == 200


@pytest.mark.haven_only
def test_request_identifier(world):
    """It is the client's if it sends one, and a new one otherwise."""
    registry = world.registry("guest")
    sent = registry.request("GET", "/v2/", headers={"X-Request-Id": "interop-1"})
    made = [registry.request("GET", "/v2/").headers["X-Request-Id"] for _ in range(2)]
    assert sent.headers["X-Request-Id"] == "interop-1"
    assert made[0] and made[0] != made[1]


@pytest.mark.haven_only
def test_version_header(world):
    for user in (None, "guest"):
        answer = world.registry(user).session.get(f"{world.server.url}/v2/", timeout=120)
        assert answer.headers["Docker-Distribution-Api-Version"] == "registry/2.0"


HEADS = [
    ("/v2/interop/a/manifests/absent", False, "401 for a manifest"),
    ("/v2/interop/a/manifests/absent", True, "404 for a manifest"),
    ("/v2/interop/a/blobs/sha256:" + "0" * 64, True, "404 for a blob"),
    ("/v2/interop/UPPER/manifests/absent", True, "400 for a name"),
    ("/v2/interop/a/tags/list", True, "a method that is none"),
    ("/v2/", False, "401 for the registry"),
    ("/assets/absent.js", False, "404 for a file"),
]


@pytest.mark.haven_only
@pytest.mark.parametrize("path, signed_in", [row[:2] for row in HEADS], ids=[row[2] for row in HEADS])
def test_head_is_answered_without_a_body(sqlite_world, path, signed_in):
    """A body would be taken for the beginning of the next answer (RFC 9110 9.3.2)."""
    token = sqlite_world.registry("maintainer").token("repository:interop/a:pull") if signed_in else ""
    status, body = raw_request(sqlite_world.server.port, path, token, method="HEAD")
    assert status >= 400
    assert body == b""
