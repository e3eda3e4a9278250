"""The configuration of a running registry, read-only mode, and the audit log of what clients do."""

import json
import time

import jwt
import pytest
from harness.accounts import password_of, populate
from harness.management import Management
from harness.registry import error_codes

pytestmark = pytest.mark.haven_only


@pytest.fixture
def world(fresh_server):
    """A populated server of the test's own, whose configuration may be changed."""
    return populate(fresh_server().start(), "projectAdmin", "maintainer", "guest", "outsider")


@pytest.fixture
def admin(world) -> Management:
    """The administrator's client."""
    return Management(world.server.url, ("admin", password_of("admin")))


def configure(api: Management, **items) -> None:
    """Changes configuration items."""
    answer = api.put("/configurations", items)
    assert answer.status_code == 200, answer.text


def events(api: Management, path: str, wanted: int, **parameters) -> list[dict]:
    """Reads a log once it has as many entries as are wanted; they are written each second."""
    for _ in range(1200):
        answer = api.get(path, params={"page_size": 100, **parameters})
        assert answer.status_code == 200, answer.text
        if len(answer.json()) >= wanted:
            break
        time.sleep(0.1)
    assert answer.headers["X-Total-Count"] == str(len(answer.json()))
    return answer.json()


def test_read_only_mode_refuses_changes_and_nothing_else(world, admin):
    """Pulls, sign-ins and the way back still work."""
    registry = world.registry("maintainer")
    repository = f"{world.private}/kept"
    registry.push_image(repository, "1", [b"layer"])
    configure(admin, read_only=True)
    refusal = "The system is in read only mode. Any modification is prohibited."
    for method, path in [
        ("POST", f"/v2/{repository}/blobs/uploads/"),
        ("PUT", f"/v2/{repository}/manifests/2"),
        ("DELETE", f"/v2/{repository}/manifests/1"),
    ]:
        answer = registry.request(method, path, data=b"{}")
        assert answer.status_code == 403 and error_codes(answer) == ["DENIED"], (method, path, answer.text)
        assert answer.json()["errors"][0]["message"] == refusal
    refused = admin.post("/projects", {"project_name": "late"})
    assert refused.status_code == 403 and error_codes(refused) == ["DENIED"]
    assert registry.manifest(repository, "1").status_code == 200
    assert admin.get("/systeminfo").json()["read_only"] is True
    configure(admin, read_only=False)
    registry.push_image(repository, "2", [b"layer"])


def test_tokens_follow_their_lifetime(world, admin):
    """The item counts from the next token on."""
    configure(admin, token_expiration=7)
    token = world.registry("maintainer").token(f"repository:{world.private}/x:pull")
    claims = jwt.decode(token, options={"verify_signature": False, "verify_aud": False})
    assert claims["exp"] - claims["iat"] == 7 * 60


def test_configuration_survives_a_restart_and_keeps_secrets(world, admin):
    """What was set is there again; secrets are neither given out nor in the database's bytes."""
    configure(admin, banner_message="tonight: maintenance", oidc_client_secret="not-to-be-seen", session_timeout=5)
    world.server.stop()
    stored = b"".join(path.read_bytes() for path in world.server.data.glob("haven.sqlite*"))
    assert b"tonight: maintenance" in stored and b"not-to-be-seen" not in stored
    world.server.start()
    items = admin.get("/configurations").json()
    assert items["banner_message"] == {"value": "tonight: maintenance", "editable": True}
    assert items["session_timeout"]["value"] == 5
    assert "oidc_client_secret" not in items and "not-to-be-seen" not in json.dumps(items)


def test_only_administrators_see_and_change_the_configuration(world, admin):
    """Everybody else is refused, and nothing changes."""
    member = Management(world.server.url, world.credentials("projectAdmin"))
    nobody = Management(world.server.url)
    for api, code in [(member, 403), (nobody, 401)]:
        assert api.get("/configurations").status_code == code
        assert api.get("/internalconfig").status_code == code
        assert api.put("/configurations", {"read_only": True}).status_code == code
    assert admin.get("/configurations").json()["read_only"]["value"] is False


def test_the_log_tells_who_did_what(world, admin):
    """Pushes, pulls, deletions and changes are in the project's log and in the whole one."""
    registry = world.registry("maintainer")
    repository = f"{world.private}/logged"
    registry.push_image(repository, "1", [b"layer"])
    registry.manifest(repository, "1")
    registry.manifest(repository, "1", "HEAD")
    assert registry.manifest(repository, "1", "DELETE").status_code == 202
    admin.expect("POST", "/labels", 201, json={"name": "seen", "scope": "g"})
    found = events(admin, f"/projects/{world.private}/auditlog-exts", 3, q=f"resource={repository}:1")
    assert [(event["operation"], event["resource_type"]) for event in reversed(found)] == [
        ("create", "artifact"),
        ("pull", "artifact"),
        ("delete", "tag"),
    ], "HEAD is no pull"
    assert {event["username"] for event in found} == {"maintainer"}
    assert all(event["operation_result"] for event in found)
    (label,) = events(admin, "/auditlog-exts", 1, q="resource_type=label")
    assert label["username"] == "admin" and label["resource"] == "seen"
    assert events(admin, f"/projects/{world.private}/logs", 3, q="username=maintainer")[0].keys() == {
        "id", "username", "resource", "resource_type", "operation", "op_time",
    }  # fmt: skip


def test_the_log_is_shown_to_those_who_may_list_it(world, admin):
    """Project administrators see their projects' entries, others none, and nobody learns of a private project."""
    world.registry("maintainer").push_image(f"{world.private}/a", "1", [b"layer"])
    admin.expect("POST", "/projects", 201, json={"project_name": "elsewhere"})
    everything = events(admin, "/audit-logs", 2)
    assert {"elsewhere", f"{world.private}/a:1"} <= {event["resource"] for event in everything}
    member = Management(world.server.url, world.credentials("projectAdmin"))
    assert {event["resource"] for event in events(member, "/audit-logs", 1)} >= {f"{world.private}/a:1"}
    assert "elsewhere" not in {event["resource"] for event in events(member, "/audit-logs", 1)}
    for user in ["maintainer", "guest", "outsider"]:
        api = Management(world.server.url, world.credentials(user))
        answer = api.get("/audit-logs")
        assert answer.status_code == 200 and answer.json() == [] and answer.headers["X-Total-Count"] == "0"
        assert api.get(f"/projects/{world.private}/logs").status_code == 403
        assert api.get("/projects/not-there/logs").status_code == 403
    assert Management(world.server.url).get("/audit-logs").status_code == 401


def test_failed_sign_ins_are_recorded(world, admin):
    """Whoever tries a password leaves a trace."""
    browser = Management(world.server.url)
    token = browser.get("/c/login").headers.get("X-Harbor-CSRF-Token", "")
    for password, code in [("Wrong-Pass-1", 401), (password_of("guest"), 200)]:
        form = {"principal": "guest", "password": password}
        answer = browser.request("POST", "/c/login", data=form, headers={"X-Harbor-CSRF-Token": token})
        assert answer.status_code == code, answer.text
    found = events(admin, "/auditlog-exts", 2, q="operation=login,username=guest")
    assert [event["operation_result"] for event in found] == [True, False]


def test_what_was_noted_is_written_at_the_stop(world, admin):
    """The last second is not lost when the server is asked to end."""
    admin.expect("POST", "/projects", 201, json={"project_name": "last-minute"})
    world.server.stop()
    world.server.start()
    assert events(admin, "/audit-logs", 1, q="resource=last-minute")


def test_switches_leave_events_out(world, admin):
    """Pulls, and kinds of events, can be left out."""
    registry = world.registry("maintainer")
    configure(admin, pull_audit_log_disable=True, disabled_audit_log_event_types="create_label")
    registry.push_image(f"{world.private}/quiet", "1", [b"layer"])
    registry.manifest(f"{world.private}/quiet", "1")
    admin.expect("POST", "/labels", 201, json={"name": "unseen", "scope": "g"})
    admin.expect("POST", "/projects", 201, json={"project_name": "last"})
    events(admin, "/audit-logs", 1, q="resource=last")
    kinds = {(event["operation"], event["resource_type"]) for event in events(admin, "/audit-logs", 1)}
    assert ("create", "artifact") in kinds
    assert not kinds & {("pull", "artifact"), ("create", "label")}


@pytest.mark.parametrize(
    "query", ["surprise=1", "op_time=yesterday", "username", "op_time=[~]", "resource={", "id=~1", "a" * 5000]
)
def test_conditions_without_sense_are_refused(sqlite_world, query):
    """400 with a reason, and never a 500."""
    api = Management(sqlite_world.server.url, ("admin", password_of("admin")))
    answer = api.get("/auditlog-exts", params={"q": query})
    assert answer.status_code == 400 and error_codes(answer) == ["BAD_REQUEST"], answer.text


@pytest.mark.parametrize(
    ("method", "path"),
    [("POST", "/registries"), ("GET", "/scans/all/metrics"), ("GET", "/security/summary")],
)
def test_later_features_say_so(sqlite_world, method, path):
    """501 in Harbor's shape, but only to those who would have the right."""
    api = Management(sqlite_world.server.url, ("admin", password_of("admin")))
    answer = api.request(method, path, json={} if method == "POST" else None)
    assert answer.status_code == 501 and error_codes(answer) == ["NOT_IMPLEMENTED"], answer.text
    assert Management(sqlite_world.server.url).request(method, path).status_code == 401
