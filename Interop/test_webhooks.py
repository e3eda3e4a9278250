"""Webhooks of a running registry: who is told what, how, and that nothing gets lost."""

import hashlib
import hmac
import json
import random
import threading
import time

import pytest
from harness.accounts import World, password_of, populate
from harness.management import Management
from harness.receiver import Receiver
from harness.server import Haven

pytestmark = pytest.mark.haven_only
ALLOWED = {"HAVEN_OUTBOUND_ALLOWED_NETWORKS": "127.0.0.0/8"}
PUSHED = ["PUSH_ARTIFACT"]


class Inbox(Receiver):
    """A receiver that answers 500 on paths that begin with /fail, and on /hang nothing until the end of the tests."""

    def __init__(self):
        self.ending = threading.Event()
        super().__init__(self.behave)

    def behave(self, request: dict) -> tuple[int, dict]:
        """Answers by the path."""
        if request["path"].startswith("/hang"):
            self.ending.wait(120)
        return (500 if request["path"].startswith("/fail") else 200), {}

    def on(self, path: str) -> list[dict]:
        """What came on a path; names of header fields in lower case."""
        found = [each for each in list(self.requests) if each["path"] == path]
        return [{**each, "headers": {k.lower(): v for k, v in each["headers"].items()}} for each in found]

    def wait(self, path: str, count: int = 1, seconds: float = 120) -> list[dict]:
        """Waits until so many messages have come on a path, and gives them."""
        deadline = time.monotonic() + seconds
        while len(found := self.on(path)) < count:
            assert time.monotonic() < deadline, f"{len(found)} of {count} came on {path}"
            time.sleep(0.05)
        return found

    def __exit__(self, *_) -> None:
        self.ending.set()
        super().__exit__()


@pytest.fixture(scope="module")
def receiver():
    """What listens to the messages."""
    with Inbox() as receiver:
        yield receiver


@pytest.fixture(scope="module")
def world(binary, tmp_path_factory) -> World:
    """A server that may send to the loopback."""
    with Haven(tmp_path_factory.mktemp("webhooks"), settings=ALLOWED) as server:
        yield populate(server, "maintainer")


@pytest.fixture
def admin(world) -> Management:
    """The administrator's client."""
    return Management(world.server.url, ("admin", password_of("admin")))


@pytest.fixture
def policies(world) -> str:
    """The path of the private project's policies."""
    return f"/projects/{world.private}/webhook/policies"


def policy(name: str, *targets: dict, events: list[str] | None = None, **more) -> dict:
    """What a policy is made of."""
    return {"name": name, "enabled": True, "event_types": events or PUSHED, "targets": list(targets), **more}


def target(receiver: Inbox, path: str, **more) -> dict:
    """A target of JSON."""
    return {"type": "http", "address": f"{receiver.url}{path}", **more}


def push(world: World, repository: str, tag: str = "v1") -> str:
    """Pushes a small image and gives its digest."""
    registry = world.registry("maintainer")
    return registry.push_image(f"{world.private}/{repository}", tag, [f"{repository}:{tag}".encode()])


def ended(api: Management, path: str, number: int) -> dict:
    """Waits until an execution of a policy has ended, and gives it."""
    for _ in range(3000):
        found = {each["id"]: each for each in api.expect("GET", f"{path}/executions?page_size=100").json()}
        if number in found and found[number]["status"] not in ("Pending", "Running"):
            return found[number]
        time.sleep(0.1)
    raise AssertionError(f"execution {number} has not ended: {found.get(number)}")


def test_a_push_is_told(world, admin, policies, receiver):
    """Harbor's payload, signed; the delivery's log; and the very same body again when it is asked for."""
    secrets = {"auth_header": "Bearer token-1", "secret": "shared-1"}
    path = f"{policies}/{admin.made(policies, policy('push', target(receiver, '/push', **secrets)))}"
    push(world, "app")
    message = receiver.wait("/push")[0]
    payload = json.loads(message["body"])
    assert payload["type"] == "PUSH_ARTIFACT" and payload["operator"] == "maintainer"
    assert payload["event_data"]["repository"]["repo_full_name"] == f"{world.private}/app"
    resource = payload["event_data"]["resources"][0]
    assert resource["tag"] == "v1" and resource["resource_url"] == f"{world.server.host}/{world.private}/app:v1"
    code = hmac.new(b"shared-1", message["body"], hashlib.sha256).hexdigest()
    assert message["headers"]["x-haven-signature-256"] == f"sha256={code}"
    assert message["headers"]["authorization"] == "Bearer token-1"
    assert message["headers"]["content-type"].startswith("application/json")

    (execution,) = admin.expect("GET", f"{path}/executions").json()
    execution = ended(admin, path, execution["id"])
    assert execution["status"] == "Success" and execution["trigger"] == "EVENT", execution
    assert execution["vendor_type"] == "WEBHOOK" and execution["extra_attrs"]["event_type"] == "PUSH_ARTIFACT"
    assert execution["extra_attrs"]["payload"] == message["body"].decode()
    tasks = f"{path}/executions/{execution['id']}/tasks"
    (task,) = admin.expect("GET", tasks).json()
    assert task["status"] == "Success" and task["run_count"] == 1 and task["extra_attrs"]["status_code"] == 200
    log = admin.expect("GET", f"{tasks}/{task['id']}/log")
    assert log.headers["Content-Type"].startswith("text/plain") and "200" in log.text
    assert "token-1" not in log.text and "shared-1" not in log.text

    again = admin.expect("POST", f"{path}/executions/{execution['id']}/replay", 201)
    assert again.json()["extra_attrs"]["replay_of"] == execution["id"]
    assert again.headers["Location"].endswith(f"/executions/{again.json()['id']}")
    assert [each["body"] for each in receiver.wait("/push", 2)] == [message["body"]] * 2
    last = {each["event_type"]: each for each in admin.expect("GET", f"{policies[:-9]}/lasttrigger").json()}
    assert last["PUSH_ARTIFACT"]["policy_name"] == "push" and last["PUSH_ARTIFACT"]["last_trigger_time"]
    jobs = admin.expect("GET", f"{policies[:-9]}/jobs", params={"policy_id": path.rsplit("/", 1)[1]})
    assert jobs.headers["X-Total-Count"] == "2" and jobs.json()[1]["job_detail"] == message["body"].decode()
    assert ended(admin, path, again.json()["id"])["status"] == "Success"
    for found in (admin.expect("GET", path).json(), *admin.expect("GET", policies).json()):
        assert found["last_delivery"]["execution_id"] == again.json()["id"], found
        assert found["last_delivery"]["status"] == "Success"
    admin.expect("DELETE", path)
    assert admin.get(f"{path}/executions").status_code == 404


def test_patterns_and_formats(world, admin, policies, receiver):
    """Only what a pattern selects is told, in the form that the target wants; the registry's hear of every project."""
    template = {"payload_format": "Custom", "body_template": "{{type}} {{event_data.repository.name}}"}
    made = [
        admin.made(policies, policy("tags", target(receiver, "/tags"), tag_filter="v*")),
        admin.made(policies, policy("repositories", target(receiver, "/repositories"), repository_filter="team/**")),
        admin.made(policies, policy("clouds", target(receiver, "/clouds", payload_format="CloudEvents"))),
        admin.made(policies, policy("own", target(receiver, "/own", content_type="text/plain", **template))),
    ]
    everywhere = "/system/webhook/policies"
    system = admin.made(
        everywhere, policy("all", target(receiver, "/all"), repository_filter=f"{world.private}/team/**")
    )
    assert admin.expect("GET", f"{everywhere}/{system}").json()["project_id"] == 0
    for repository, tag in (("team/web", "latest"), ("single", "v1")):
        push(world, repository, tag)
    receiver.wait("/own", 2)
    event = json.loads(receiver.wait("/clouds", 2)[0]["body"])
    assert event["specversion"] == "1.0" and event["type"] == "harbor.artifact.pushed"
    assert sorted(each["body"] for each in receiver.on("/own")) == [b"PUSH_ARTIFACT single", b"PUSH_ARTIFACT team/web"]
    assert receiver.on("/own")[0]["headers"]["content-type"] == "text/plain"
    for path, name in (("/tags", "single"), ("/repositories", "team/web"), ("/all", "team/web")):
        (message,) = receiver.wait(path)
        assert json.loads(message["body"])["event_data"]["repository"]["name"] == name
    # Both pushes have come to "/own", so there is a delivery of all that either leads to.
    for path in (f"{policies}/{made[0]}", f"{policies}/{made[1]}", f"{everywhere}/{system}"):
        assert len(admin.expect("GET", f"{path}/executions").json()) == 1, path
    for number in made:
        admin.expect("DELETE", f"{policies}/{number}")
    admin.expect("DELETE", f"{everywhere}/{system}")


def test_targets_that_hang_or_fail_hold_up_nobody(world, admin, policies, receiver):
    """A person's trial of a good target comes through at once, while many deliveries wait for bad ones."""
    paths = [f"/{kind}/{letter}" for kind in ("hang", "fail") for letter in "abcde"]
    with Inbox() as other:
        bad = [target(other, path, timeout_seconds=60, attempts=10) for path in paths]
        stuck = admin.made(policies, policy("bad", *bad))
        good = admin.made(policies, policy("good", target(receiver, "/good"), events=["TAG_RETENTION"]))
        for tag in ("v1", "v2", "v3", "v4"):
            push(world, "stuck", tag)
        deadline = time.monotonic() + 120
        while not any(each["path"].startswith("/hang") for each in other.requests):
            assert time.monotonic() < deadline, "nothing was sent"
            time.sleep(0.1)
        admin.expect("POST", f"{policies}/{good}/test", 201)
        message = receiver.wait("/good", seconds=55)[0]
        assert json.loads(message["body"])["type"] == "TAG_RETENTION"
        admin.expect("DELETE", f"{policies}/{stuck}")
        admin.expect("DELETE", f"{policies}/{good}")


def test_a_target_that_fails_is_tried_again(world, admin, policies, receiver):
    """As often as the target says; then the delivery has failed, and says why."""
    path = f"{policies}/{admin.made(policies, policy('again', target(receiver, '/fail', attempts=2)))}"
    number = admin.expect("POST", f"{path}/test", 201, json={"event_type": "PULL_ARTIFACT"}).json()["id"]
    execution = ended(admin, path, number)
    assert execution["status"] == "Error" and "500" in execution["status_message"], execution
    assert len(receiver.on("/fail")) == 2
    assert execution["metrics"]["error_task_count"] == 1
    admin.expect("DELETE", path)


def test_an_acknowledged_push_is_told_though_the_server_is_killed(fresh_server, receiver):
    """The event is in the push's transaction: a server that starts again tells of it."""
    server = fresh_server(settings=ALLOWED).start()
    world = populate(server, "maintainer")
    admin = Management(server.url, ("admin", password_of("admin")))
    admin.made(f"/projects/{world.private}/webhook/policies", policy("push", target(receiver, "/killed")))
    for number in range(3):
        push(world, "app", f"v{number}")
        server.kill()
        server.start()
        receiver.wait("/killed", number + 1)
    tags = {json.loads(each["body"])["event_data"]["resources"][0]["tag"] for each in receiver.on("/killed")}
    assert tags == {"v0", "v1", "v2"}


def test_a_server_killed_while_it_delivers_goes_on(fresh_server):
    """Whatever moment it is killed at: each delivery comes, at least once, and is said to have come."""
    seed = random.randrange(1_000_000)
    chance = random.Random(seed)
    server = fresh_server(settings=ALLOWED).start()
    world = populate(server, "maintainer")
    admin = Management(server.url, ("admin", password_of("admin")))

    def answer(request: dict) -> tuple[int, dict]:
        time.sleep(0.2)
        return 200, {}

    with Receiver(answer) as receiver:
        policies = f"/projects/{world.private}/webhook/policies"
        path = f"{policies}/{admin.made(policies, policy('slow', target(receiver, '/slow')))}"
        numbers = []
        for longest in (0.1, 0.3, 1):
            numbers += [admin.expect("POST", f"{path}/test", 201).json()["id"] for _ in range(10)]
            time.sleep(chance.uniform(0, longest))
            server.kill()
            server.start()
        for number in numbers:
            assert ended(admin, path, number)["status"] == "Success", (seed, number)
        names = {request["headers"]["X-Haven-Delivery"] for request in receiver.requests}
    assert len(names) == len(numbers), (seed, len(names))
    queues = server.cli.listed("job", "queues")
    assert not any(queue["running"] or queue["waiting"] for queue in queues), queues


def test_inner_addresses_are_refused(fresh_server):
    """Without the setting neither by number nor by name; the answer says what to do."""
    server = fresh_server().start()
    world = populate(server, "maintainer")
    admin = Management(server.url, ("admin", password_of("admin")))
    path = f"/projects/{world.private}/webhook/policies"
    for host in ("127.0.0.1", "localhost", "[::1]", "169.254.169.254", "0.0.0.0", "[::ffff:169.254.169.254]"):
        answer = admin.post(path, policy("inner", {"type": "http", "address": f"http://{host}:8080/x"}))
        assert answer.status_code == 400, f"{host}: {answer.status_code}"
        message = answer.json()["errors"][0]["message"]
        assert "targets[0].address" in message and "outbound_allowed_networks" in message


def test_secrets_stay_where_they_are(admin, policies, receiver):
    """They come back masked; a masked one is kept, unless the address is another."""
    body = policy("secret", target(receiver, "/secret", auth_header="Bearer token-2", secret="shared-2"))
    path = f"{policies}/{admin.made(policies, body)}"
    answer = admin.expect("GET", path)
    assert "token-2" not in answer.text and "shared-2" not in answer.text
    known = answer.json()
    assert known["targets"][0]["auth_header"] == known["targets"][0]["secret"] == "*****"
    admin.expect("PUT", path, json={**known, "description": "changed"})
    admin.expect("POST", f"{path}/test", 201)
    assert receiver.wait("/secret")[0]["headers"]["authorization"] == "Bearer token-2"
    known["targets"][0]["address"] = f"{receiver.url}/elsewhere"
    answer = admin.put(path, known)
    assert answer.status_code == 400 and "auth_header" in answer.json()["errors"][0]["message"]
    admin.expect("DELETE", path)


def test_addresses_of_chat_programs_are_for_those_who_may_change_them(world, admin, policies, receiver):
    """Who knows them may send messages there; maintainers, who only read, see the server of a chat program."""
    secret = f"{receiver.url}/services/T01/B01/abcdefghijkl"
    kinds = {"slack": secret, "http": f"{receiver.url}/open"}
    targets = [{"type": kind, "address": address} for kind, address in kinds.items()]
    path = f"{policies}/{admin.made(policies, policy('addresses', *targets))}"
    execution = admin.expect("POST", f"{path}/test", 201).json()["id"]
    tasks = f"{path}/executions/{execution}/tasks"
    reader = Management(world.server.url, world.credentials("maintainer"))
    for who, slack in ((admin, secret), (reader, f"{receiver.url}/…")):
        shown = [who.expect("GET", path).json()]
        shown += [each for each in who.expect("GET", policies).json() if each["name"] == "addresses"]
        for each in shown:
            assert {one["type"]: one["address"] for one in each["targets"]} == {**kinds, "slack": slack}
        told = [each["extra_attrs"] for each in who.expect("GET", tasks).json()]
        assert {one["notify_type"]: one["address"] for one in told} == {**kinds, "slack": slack}
    admin.expect("DELETE", path)


@pytest.mark.parametrize(
    ("change", "status", "word"),
    [
        ({"event_types": []}, 400, "event_types"),
        ({"event_types": ["NOTHING"]}, 400, "event_types[0]"),
        ({"targets": []}, 400, "targets"),
        ({"targets": [{"type": "fax", "address": "https://example.com"}]}, 400, "targets[0].type"),
        ({"targets": [{"type": "http", "address": "ftp://example.com"}]}, 400, "targets[0].address"),
        ({"targets": [{"type": "http", "address": "https://a:b@example.com"}]}, 400, "targets[0].address"),
        ({"repository_filter": "{a"}, 400, "repository_filter"),
        ({"name": ""}, 400, "name"),
    ],
    ids=str,
)
def test_mistakes_have_a_place(admin, policies, change, status, word):
    """What is wrong is named."""
    body = {**policy("wrong", {"type": "http", "address": "https://example.com/x"}), **change}
    answer = admin.post(policies, body)
    assert answer.status_code == status and word in answer.json()["errors"][0]["message"], answer.text
    assert admin.expect("GET", policies, params={"q": "name=wrong"}).json() == []
