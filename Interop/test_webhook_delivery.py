"""Webhooks on their way: where requests don't go, whom they trust, and a server that is killed meanwhile."""

import json
import secrets
import threading
import time

import pytest
from harness.accounts import PRIVATE, password_of, populate
from harness.management import Management
from harness.receiver import Receiver
from harness.tls import Authority

pytestmark = pytest.mark.haven_only
LOOPBACK = {"HAVEN_OUTBOUND_ALLOWED_NETWORKS": "127.0.0.0/8"}
ADMIN = ("admin", password_of("admin"))
POLICIES = f"/projects/{PRIVATE}/webhook/policies"


@pytest.fixture
def world(fresh_server):
    """A populated server of the test's own whose webhooks may go to this machine."""
    return populate(fresh_server(settings=LOOPBACK).start(), "maintainer")


@pytest.fixture
def admin(world) -> Management:
    """The administrator's client."""
    return Management(world.server.url, ADMIN)


def policy(api: Management, address: str, *events: str, **target) -> int:
    """Makes a policy with one target and gives its number."""
    body = {
        "name": f"to {address} {secrets.token_hex(3)}",
        "enabled": True,
        "event_types": events or ("PUSH_ARTIFACT",),
        "targets": [{"type": "http", "address": address, **target}],
    }
    return api.made(POLICIES, body)


def push(world, tag: str, repository: str = "web/front") -> None:
    """Pushes an image of its own."""
    world.registry().push_image(f"{PRIVATE}/{repository}", tag, [secrets.token_bytes(100)])


def ended(api: Management, number: int, seconds: float = 240) -> tuple[dict, str]:
    """Waits until a policy's newest execution has ended; gives its task and the task's log."""
    deadline = time.monotonic() + seconds
    while True:
        executions = api.expect("GET", f"{POLICIES}/{number}/executions").json()
        if executions and executions[0]["status"] not in ("Pending", "Running"):
            break
        assert time.monotonic() < deadline, f"it has not ended: {executions}"
        time.sleep(0.1)
    tasks = f"{POLICIES}/{number}/executions/{executions[0]['id']}/tasks"
    task = api.expect("GET", tasks).json()[0]
    return task, api.expect("GET", f"{tasks}/{task['id']}/log").text


def test_redirects_lead_nowhere(world, admin):
    """Not even to this server; what the answer was stands in the log."""
    here = f"{world.server.url}/api/v2.0/ping"
    with Receiver(lambda request: (307, {"Location": here})) as redirecting:
        number = policy(admin, redirecting.url)
        push(world, "v1")
        task, log = ended(admin, number)
        assert task["status"] == "Error" and "< 307" in log and "redirects aren't followed" in log, log
        assert len(redirecting.requests) == 1


def test_requests_stay_away_from_the_server_itself(fresh_server):
    """Without the exception nothing goes to the loopback, however it is written."""
    server = populate(fresh_server().start(), "maintainer").server
    api = Management(server.url, ADMIN)
    with Receiver() as receiver:
        port = receiver.url.rpartition(":")[2]
        for host in ("127.0.0.1", "localhost", "[::ffff:127.0.0.1]", "2130706433", "127.1"):
            body = {
                "name": host,
                "enabled": True,
                "event_types": ["PUSH_ARTIFACT"],
                "targets": [{"type": "http", "address": f"http://{host}:{port}/"}],
            }
            answer = api.post(POLICIES, body)
            if answer.status_code == 400:
                assert "loopback" in answer.text, answer.text
                continue
            number = int(answer.headers["Location"].rpartition("/")[2])
            api.expect("POST", f"{POLICIES}/{number}/test", 200, 201, 202, json={})
            task, log = ended(api, number)
            assert task["status"] == "Error" and "loopback" in log, log
        assert not receiver.requests


def test_certificates_count_unless_they_need_not(world, admin, tmp_path):
    """A certificate of an unknown authority is refused, and taken where a policy says so."""
    certificate, key = tmp_path / "server.crt", tmp_path / "server.key"
    Authority(tmp_path).issue(certificate, key, "webhook")
    with Receiver(certificate=(certificate, key)) as receiver:
        strict = policy(admin, receiver.url, attempts=1)
        lenient = policy(admin, receiver.url, attempts=1, skip_cert_verify=True)
        push(world, "v1")
        task, log = ended(admin, strict)
        assert task["status"] == "Error" and "its certificate isn't trusted" in log, log
        task, log = ended(admin, lenient)
        assert task["status"] == "Success", log
        assert len(receiver.requests) == 1


def test_a_killed_server_loses_no_delivery(world, admin):
    """Deliveries wait while their receiver fails; the server is killed; afterwards each has come, under its own name."""
    fails = threading.Event()
    fails.set()
    with Receiver(lambda request: (503 if fails.is_set() else 200, {})) as receiver:
        policy(admin, receiver.url, attempts=10)
        for number in range(10):
            push(world, f"v{number}")
        receiver.received(1)
        world.server.kill()
        fails.clear()
        before = len(receiver.requests)
        world.server.start()
        deadline = time.monotonic() + 240
        while True:
            later = receiver.requests[before:]
            names = {request["headers"]["X-Haven-Delivery"] for request in later}
            tags = {json.loads(request["body"])["event_data"]["resources"][0]["tag"] for request in later}
            if len(names) == 10 and len(tags) == 10:
                break
            assert time.monotonic() < deadline, f"{len(names)} of 10 came"
            time.sleep(0.1)
