"""TLS: HTTP/2, certificates that change without a restart, clients that trust one authority."""

import socket
import ssl
import time
import warnings

import pytest
from harness.accounts import populate
from harness.commands import refuse, run
from harness.images import random_bytes
from harness.layouts import assert_image_complete
from harness.registry import Registry, digest_of
from harness.tls import Authority

pytestmark = [pytest.mark.haven_only, pytest.mark.program("openssl", "curl")]


@pytest.fixture
def authority(tmp_path):
    """A certificate authority that nobody else knows."""
    return Authority(tmp_path)


@pytest.fixture
def server(fresh_server, authority, tmp_path):
    """A server with a certificate for `first`."""
    certificate, key = tmp_path / "server.crt", tmp_path / "server.key"
    authority.issue(certificate, key, "first")
    config = f"tls_certificate: {certificate}\ntls_key: {key}\n"
    return fresh_server(scheme="https", config=config).start()


def subject(server, authority) -> str:
    """Connects and returns the common name of the certificate that the server shows."""
    context = ssl.create_default_context(cafile=str(authority.certificate))
    with socket.create_connection(("127.0.0.1", server.port), timeout=120) as plain:
        with context.wrap_socket(plain, server_hostname="localhost") as connection:
            return dict(pair[0] for pair in connection.getpeercert()["subject"])["commonName"]


def curl(server, authority, path, *words):
    """Fetches a path and returns what curl was told to write out."""
    return run("curl", "-sS", "--cacert", authority.certificate, *words, f"{server.url}{path}").stdout


def test_challenge_says_https(server, authority):
    registry = Registry(server.url, verify=str(authority.certificate))
    assert registry.learn_challenge()["realm"] == f"{server.url}/service/token"


def test_unknown_authority_is_refused(server):
    assert "certificate" in refuse("curl", "-sS", f"{server.url}/api/v2.0/ping").lower()


@pytest.mark.parametrize("version", ["--http1.1", "--http2"])
def test_http_versions(server, authority, version):
    said = curl(server, authority, "/api/v2.0/ping", version, "-o", "/dev/null", "-w", "%{http_version} %{http_code}")
    assert said == {"--http1.1": "1.1 200", "--http2": "2 200"}[version]


@pytest.mark.parametrize("version", ["--http1.1", "--http2"])
def test_blob_there_and_back(server, authority, tmp_path, version):
    """Twenty megabytes up and down with curl, in either version of HTTP."""
    populate(server, "developer")
    content = random_bytes(20_000_000, 31)
    (tmp_path / "blob").write_bytes(content)
    registry = Registry(server.url, ("developer", "Pass-developer-1"), verify=str(authority.certificate))
    repository = f"interop/tls{version[-1]}"
    location = registry.start_upload(repository)
    held = registry.authorization(f"repository:{repository}:pull,push,delete")["Authorization"]
    words = ("-H", f"Authorization: {held}", version)
    upload = ("-T", tmp_path / "blob", "-w", "%{http_code} %{http_version}", "-o", "/dev/null")
    said = curl(server, authority, f"{location}?digest={digest_of(content)}", *words, *upload)
    assert said == f"201 {'2' if version == '--http2' else '1.1'}"
    curl(server, authority, f"/v2/{repository}/blobs/{digest_of(content)}", *words, "-o", tmp_path / "back")
    assert (tmp_path / "back").read_bytes() == content


def test_many_requests_in_one_http2_connection(server, authority):
    urls = [f"{server.url}/api/v2.0/ping"] * 100
    words = ("-sS", "--http2", "--parallel", "--cacert", authority.certificate, "-w", "%{http_code}\n")
    said = run("curl", *words, *(word for url in urls for word in ("-o", "/dev/null", url))).stdout
    assert said.split() == ["200"] * 100


def test_certificate_changes_without_a_restart(server, authority, tmp_path):
    """New connections see the new one soon; a broken pair of files leaves the old one in use."""
    assert subject(server, authority) == "first"
    authority.issue(tmp_path / "server.crt", tmp_path / "server.key", "second")
    deadline = time.monotonic() + 120
    while (shown := subject(server, authority)) != "second" and time.monotonic() < deadline:
        time.sleep(0.5)
    assert shown == "second"
    (tmp_path / "server.crt").write_text("this is no certificate")
    time.sleep(12)
    assert subject(server, authority) == "second"


def test_old_versions_of_tls_are_refused(server):
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
    context.set_ciphers("ALL:@SECLEVEL=0")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        context.minimum_version, context.maximum_version = ssl.TLSVersion.TLSv1, ssl.TLSVersion.TLSv1_1
    with socket.create_connection(("127.0.0.1", server.port), timeout=120) as plain, pytest.raises(OSError):
        context.wrap_socket(plain)


@pytest.mark.program("skopeo")
def test_skopeo_over_tls(server, authority, small_layout, tmp_path):
    populate(server, "developer", "guest")
    trusted = tmp_path / "trusted"
    trusted.mkdir()
    (trusted / "ca.crt").write_bytes(authority.certificate.read_bytes())
    target = f"docker://{server.host}/interop/tls:small"
    words = (f"--dest-cert-dir={trusted}", "--dest-creds=developer:Pass-developer-1")
    run("skopeo", "--insecure-policy", "copy", *words, f"oci:{small_layout}:small", target)
    registry = Registry(server.url, ("guest", "Pass-guest-1"), verify=str(authority.certificate))
    assert_image_complete(registry, "interop/tls", "small")
