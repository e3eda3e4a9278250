"""The server itself: health, metrics, logs, a Unix socket, stopping, starting with a broken configuration."""

import json
import signal
import time

import pytest
import requests
from harness.accounts import populate
from harness.commands import run
from harness.server import ADMIN_PASSWORD

pytestmark = pytest.mark.haven_only


def fetch(world, path: str) -> requests.Response:
    """Asks without signing in."""
    return requests.get(world.server.url + path, timeout=120)


def test_ping(world):
    answer = fetch(world, "/api/v2.0/ping")
    assert (answer.status_code, answer.text.strip()) == (200, "Pong")


def test_health_in_harbors_shape(world):
    """Components are sorted by name; `error` stands only with one that is not healthy."""
    answer = fetch(world, "/api/v2.0/health")
    assert answer.status_code == 200
    document = answer.json()
    names = [component["name"] for component in document["components"]]
    assert document["status"] == "healthy"
    assert names == sorted(names) and {"core", "database"} <= set(names)
    assert all(component == {"name": component["name"], "status": "healthy"} for component in document["components"])


def metric(world, name: str, **labels: str) -> float:
    """Adds the samples of a metric that carry the labels."""
    total = 0.0
    for line in fetch(world, "/metrics").text.splitlines():
        if line.startswith((name + " ", name + "{")) and all(f'{key}="{value}"' for key, value in labels.items()):
            total += float(line.rsplit(" ", 1)[1])
    return total


def test_metrics_are_well_formed(world):
    answer = fetch(world, "/metrics")
    assert answer.headers["Content-Type"].startswith("text/plain; version=0.0.4")
    described = {line.split()[2] for line in answer.text.splitlines() if line.startswith("# TYPE ")}
    samples = [line for line in answer.text.splitlines() if line and not line.startswith("#")]
    assert "haven_http_requests_total" in described
    for line in samples:
        name = line.split("{")[0].split(" ")[0]
        base = {name, *(name.removesuffix(end) for end in ("_bucket", "_sum", "_count"))}
        assert base & described, f"{line}: without a TYPE"
        float(line.rsplit(" ", 1)[1])


def test_metrics_count_what_happens(world, registry, repository):
    before = metric(world, "haven_http_requests_total")
    registry.push_image(repository, "v1", [b"layer"])
    assert metric(world, "haven_http_requests_total") - before >= 5


def test_metrics_do_not_grow_with_names(world):
    """Names and digests never become labels: they would fill the memory."""
    registry = world.registry("developer")
    names = [f"{world.private}/unbounded-{number}" for number in range(20)]
    for name in names:
        registry.manifest(name, "absent")
    text = fetch(world, "/metrics").text
    assert not any(name in text for name in names)


def test_logs_are_json_lines_that_lead_to_a_request(fresh_server):
    server = fresh_server(settings={"HAVEN_LOG_LEVEL": "debug"}).start()
    requests.get(f"{server.url}/v2/", headers={"X-Request-Id": "find-me-1"}, timeout=120)
    server.stop()
    records = [json.loads(line) for line in server.log().splitlines()]
    assert all({"time", "level", "message"} <= set(record) for record in records)
    assert any("find-me-1" in json.dumps(record) for record in records)


def test_secrets_stay_out_of_the_logs(fresh_server):
    server = fresh_server(settings={"HAVEN_LOG_LEVEL": "trace"}).start()
    world = populate(server, "developer")
    name, password = world.credentials("developer")
    registry = world.registry("developer")
    registry.push_image("interop/a", "v1", [b"layer"])
    requests.get(f"{server.url}/v2/", auth=(name, "Wrong-" + password), timeout=120)
    server.stop()
    secrets = [password, ADMIN_PASSWORD, *registry.tokens.values()]
    assert not any(secret in server.log() for secret in secrets)


def test_control_characters_do_not_forge_log_lines(fresh_server):
    server = fresh_server(settings={"HAVEN_LOG_FORMAT": "text", "HAVEN_LOG_LEVEL": "trace"}).start()
    requests.get(f"{server.url}/v2/forged%0A2026-01-01T00:00:00Z%20NOTICE%20hello/tags/list", timeout=120)
    requests.get(f"{server.url}/v2/", auth=("x\n2026-01-01T00:00:00Z NOTICE hello", "y"), timeout=120)
    server.stop()
    assert not any(line.startswith("2026-01-01T00:00:00Z") for line in server.log().splitlines())


@pytest.mark.program("curl")
def test_unix_socket(fresh_server, tmp_path):
    """The server can listen on a socket instead of a port."""
    path = tmp_path / "haven.sock"
    server = fresh_server()
    server.host, server.wait_until_ready = f"unix:{path}", lambda: wait_for(path)
    server.start()
    words = ("curl", "-sS", "--retry", "5", "--retry-connrefused", "--unix-socket", path)
    assert run(*words, "http://registry/api/v2.0/ping").stdout.strip() == "Pong"
    said = run(*words, "-o", "/dev/null", "-D", "-", "http://registry.test/v2/").stdout
    assert 'realm="http://registry.test/service/token"' in said


def wait_for(path, seconds: float = 120) -> None:
    """Waits until a file is there."""
    deadline = time.monotonic() + seconds
    while not path.exists():
        assert time.monotonic() < deadline, f"{path} did not appear"
        time.sleep(0.05)


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_stops_in_good_order(fresh_server, number):
    server = fresh_server().start()
    server.process.send_signal(number)
    assert server.process.wait(120) == 0


WRONG = [
    ("listen: nowhere\n", "listen"),
    ("tls_certificate: /no/such/file\ntls_key: /no/such/file\n", "no/such/file"),
    ("maximum_connections: many\n", "maximum_connections"),
    ("log_level: loud\n", "log_level"),
    ("database_url: mysql://localhost/x\n", "database_url"),
    ("listen: [1, 2\n", "haven.yaml"),
]


@pytest.mark.parametrize("config, named", WRONG, ids=[row[0].split("\n")[0] for row in WRONG])
def test_wrong_configuration_is_named(fresh_server, config, named):
    """The program ends at once, says which setting it is about, and does not crash."""
    server = fresh_server(config=config)
    words = [str(server.cli.binary), "serve", *server.options]
    words += [] if "listen" in config else ["--listen", "127.0.0.1:0"]
    answer = run(*words, environment=server.environment, expect=None, timeout=120)
    said = answer.stdout + answer.stderr
    assert answer.returncode in (1, 2), said
    assert named in said and "Fatal error" not in said
