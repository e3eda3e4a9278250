"""The portal's files over the network: what is answered where, with which headers, in which form."""

import gzip
import time
from pathlib import Path

import pytest
import requests
from harness.commands import run
from harness.server import Haven
from harness.tls import Authority

pytestmark = pytest.mark.haven_only

PAGE = "<!doctype html><script type=module src=/assets/main-1.js></script>"
SCRIPT = "console.log(1);" * 100
HTML = {"Accept": "text/html,application/xhtml+xml,*/*;q=0.8"}


def build(directory: Path, script: str = "main-1.js") -> Path:
    """Writes a small portal as the build makes them; the form for br only looks like one."""
    (directory / "assets").mkdir(parents=True, exist_ok=True)
    page = PAGE.replace("main-1.js", script)
    for name, text in [(f"assets/{script}", SCRIPT), ("index.html", page)]:
        (directory / name).write_text(text)
        (directory / f"{name}.gz").write_bytes(gzip.compress(text.encode()))
        (directory / f"{name}.br").write_bytes(b"br:" + text.encode())
    (directory / "favicon.svg").write_text("<svg xmlns='http://www.w3.org/2000/svg'/>")
    return directory


@pytest.fixture
def portal(tmp_path) -> Path:
    """A portal's directory, for a server of the test's own."""
    return build(tmp_path / "portal")


@pytest.fixture(scope="module")
def server(binary, tmp_path_factory):
    """A server with a portal that nobody changes."""
    directory = tmp_path_factory.mktemp("portal")
    settings = {"HAVEN_PORTAL_DIRECTORY": str(build(directory / "portal"))}
    with Haven(directory, settings=settings) as server:
        yield server


def ask(server, path: str, method: str = "GET", **headers: str) -> requests.Response:
    """Sends a request with these header fields and none of the client's own; bodies stay as they come."""
    plain = {"Accept-Encoding": None, "Accept": None, "User-Agent": None}
    given = {name.replace("_", "-"): value for name, value in headers.items()}
    return requests.request(method, server.url + path, headers=plain | given, stream=True, timeout=120)


def body(answer: requests.Response) -> bytes:
    """Reads a body without unpacking it."""
    return answer.raw.read(decode_content=False)


@pytest.mark.parametrize(
    "path", ["/", "/projects", "/harbor/projects/1/repositories", "/account/sign-in", "/a/b.c/d", "/v2x", "/%00", "//"]
)
def test_every_address_shows_the_page(server, path):
    answer = ask(server, path, **HTML)
    assert (answer.status_code, body(answer).decode()) == (200, PAGE)
    assert answer.headers["Content-Type"] == "text/html; charset=utf-8"
    assert answer.headers["Cache-Control"] == "no-cache"


@pytest.mark.parametrize(
    "path, status",
    [
        ("/v2/", 401),
        ("/v2", 401),
        ("/v2/absent/x/manifests/1", 401),
        ("/api/v2.0/nothing", 404),
        ("/api/nothing", 404),
        ("/api", 404),
        ("/c/nothing", 404),
        ("/service/nothing", 404),
        ("/metrics/nothing", 404),
        ("/.well-known/security.txt", 404),
        ("/favicon.ico", 404),
        ("/assets/main-2.js", 404),
        ("/assets/", 404),
        ("/assets/../index.html", 404),
        ("/assets/%2e%2e/index.html", 404),
        ("/assets/main-1.js.gz", 404),
    ],
)
def test_other_paths_show_no_page(server, path, status):
    said = run("curl", "-sS", "--path-as-is", "-H", f"Accept: {HTML['Accept']}", "-D", "-", server.url + path).stdout
    assert said.split()[1] == str(status)
    assert "html" not in said.lower()


def test_the_api_answers_errors_as_before(server):
    answer = ask(server, "/api/v2.0/nothing", **HTML)
    assert answer.json()["errors"][0]["code"] == "NOT_FOUND"
    for method in ["POST", "PUT", "DELETE", "PATCH"]:
        assert ask(server, "/projects", method).status_code == 404
    assert ask(server, "/projects", Accept="application/json").status_code == 404


def test_pages_may_do_little(server):
    headers = ask(server, "/", **HTML).headers
    rules = [rule.strip() for rule in headers["Content-Security-Policy"].split(";")]
    assert {"default-src 'none'", "script-src 'self'", "base-uri 'none'", "frame-ancestors 'none'"} <= set(rules)
    assert "unsafe" not in headers["Content-Security-Policy"]
    for name, value in [
        ("X-Frame-Options", "DENY"),
        ("X-Content-Type-Options", "nosniff"),
        ("Referrer-Policy", "same-origin"),
        ("Cross-Origin-Opener-Policy", "same-origin"),
        ("Cross-Origin-Resource-Policy", "same-origin"),
    ]:
        assert headers[name] == value
    assert "camera=()" in headers["Permissions-Policy"] and headers["X-Request-ID"]


@pytest.mark.parametrize(
    "accepted, coding, content",
    [
        (None, None, SCRIPT.encode()),
        ("gzip, deflate, br", "br", b"br:" + SCRIPT.encode()),
        ("gzip", "gzip", gzip.compress(SCRIPT.encode())),
        ("gzip;q=0", None, SCRIPT.encode()),
        ("br;q=0, *", "gzip", gzip.compress(SCRIPT.encode())),
        ("zstd", None, SCRIPT.encode()),
    ],
)
def test_assets_come_packed_as_asked(server, accepted, coding, content):
    answer = ask(server, "/assets/main-1.js", **({"Accept_Encoding": accepted} if accepted else {}))
    assert answer.status_code == 200 and answer.headers.get("Content-Encoding") == coding
    got = body(answer)
    # The time in a gzip header differs.
    assert gzip.decompress(got) == SCRIPT.encode() if coding == "gzip" else got == content
    assert answer.headers["Content-Type"] == "text/javascript; charset=utf-8"
    assert answer.headers["Cache-Control"] == "public, max-age=31536000, immutable"
    assert answer.headers["Vary"] == "Accept-Encoding"
    head = ask(server, "/assets/main-1.js", "HEAD", **({"Accept_Encoding": accepted} if accepted else {}))
    assert body(head) == b"" and head.headers["Content-Length"] == str(len(got))
    assert head.headers["ETag"] == answer.headers["ETag"]


def test_pages_are_not_sent_twice(server):
    first = ask(server, "/", Accept_Encoding="br", **HTML)
    body(first)
    again = ask(server, "/projects", Accept_Encoding="br", If_None_Match=first.headers["ETag"], **HTML)
    assert again.status_code == 304 and body(again) == b"" and again.headers["ETag"] == first.headers["ETag"]
    other = ask(server, "/projects", If_None_Match=first.headers["ETag"], **HTML)
    assert other.status_code == 200, "the plain form is another one"


def test_a_new_build_shows_without_a_restart(fresh_server, portal):
    server = fresh_server(settings={"HAVEN_PORTAL_DIRECTORY": str(portal)}).start()
    assert ask(server, "/assets/main-1.js").status_code == 200
    (portal / "index.html").write_text(PAGE.replace("main-1.js", "main-2.js"))
    time.sleep(1.1)
    assert body(ask(server, "/", **HTML)).decode() == PAGE, "a half build doesn't replace a whole one"
    build(portal, "main-2.js")
    time.sleep(1.1)
    assert b"main-2.js" in body(ask(server, "/", **HTML))
    assert ask(server, "/assets/main-2.js").status_code == 200
    assert server.log().count("portal not read") == 1


def test_links_out_of_the_directory_are_not_followed(fresh_server, portal, tmp_path):
    (tmp_path / "secret.js").write_text("secret")
    (portal / "assets/secret.js").symlink_to(tmp_path / "secret.js")
    (portal / "secret.txt").symlink_to(tmp_path / "secret.js")
    server = fresh_server(settings={"HAVEN_PORTAL_DIRECTORY": str(portal)}).start()
    for path in ["/assets/secret.js", "/secret.txt"]:
        assert ask(server, path).status_code == 404


def test_without_a_portal_the_registry_serves(fresh_server, tmp_path):
    server = fresh_server(settings={"HAVEN_PORTAL_DIRECTORY": str(tmp_path / "nowhere")}).start()
    answer = ask(server, "/", **HTML)
    assert answer.status_code == 404 and answer.headers["Content-Type"] == "text/plain; charset=utf-8"
    text = body(answer).decode()
    assert "make portal" in text and str(tmp_path / "nowhere") not in text, "directories stand in the log alone"
    assert server.log().count("no portal found") == 1
    assert ask(server, "/v2/").status_code == 401
    build(tmp_path / "nowhere")
    time.sleep(1.1)
    assert ask(server, "/", **HTML).status_code == 200, "it was built later"


def test_it_can_be_turned_off(fresh_server, portal):
    settings = {"HAVEN_PORTAL_DIRECTORY": str(portal), "HAVEN_PORTAL_ENABLED": "false"}
    server = fresh_server(settings=settings).start()
    for path in ["/", "/projects", "/assets/main-1.js", "/robots.txt"]:
        answer = ask(server, path, **HTML)
        assert answer.status_code == 404 and body(answer) == b""


def test_search_engines_stay_out(server):
    assert body(ask(server, "/robots.txt")).decode() == "User-agent: *\nDisallow: /\n"


@pytest.mark.program("openssl", "curl")
@pytest.mark.parametrize("version", ["--http1.1", "--http2"])
def test_over_tls(fresh_server, portal, tmp_path, version):
    certificate, key = tmp_path / "server.crt", tmp_path / "server.key"
    authority = Authority(tmp_path)
    authority.issue(certificate, key, "first")
    config = f"tls_certificate: {certificate}\ntls_key: {key}\nportal_directory: {portal}\n"
    server = fresh_server(scheme="https", config=config).start()
    url = f"{server.url}/assets/main-1.js"
    words = ("-sS", "--cacert", authority.certificate, version, "--compressed", "-w", "%{http_version}")
    assert run("curl", *words, "-H", "Accept-Encoding: gzip", url).stdout == SCRIPT + version.removeprefix("--http")
