"""Jobs, queues and schedules of a running registry, with garbage collection and the purge of the audit log."""

import json
import os
import time
from datetime import datetime, timedelta, timezone

import pytest
from harness.accounts import password_of, populate
from harness.management import Management

pytestmark = pytest.mark.haven_only
PARAMETERS = {
    "/system/gc": {"dry_run": True},
    "/system/purgeaudit": {"audit_retention_hour": 24, "dry_run": True},
    "/system/quotas/recalculation": {"dry_run": True},
}
JOBS = list(PARAMETERS)
# What the log of a run says.
LOGGED = {"/system/quotas/recalculation": "0 were wrong"}


@pytest.fixture
def world(fresh_server):
    """A populated server of the test's own."""
    return populate(fresh_server().start(), "maintainer")


@pytest.fixture
def admin(world) -> Management:
    """The administrator's client."""
    return Management(world.server.url, ("admin", password_of("admin")))


def ended(api: Management, path: str, number: int) -> dict:
    """Waits until a run has ended, and gives it."""
    for _ in range(300):
        run = api.expect("GET", f"{path}/{number}").json()
        if run["job_status"] not in ("Pending", "Running"):
            return run
        time.sleep(0.1)
    raise AssertionError(f"it has not ended: {run}")


def begin(api: Management, path: str, **parameters) -> int:
    """Begins a run and gives its number."""
    return api.made(f"{path}/schedule", {"schedule": {"type": "Manual"}, "parameters": parameters})


def result(api: Management, **parameters) -> dict:
    """Collects garbage, and gives what the run says of itself."""
    return json.loads(ended(api, "/system/gc", begin(api, "/system/gc", **parameters))["job_parameters"])


@pytest.mark.parametrize("path", JOBS)
def test_runs_say_how_they_went(admin, path):
    """History, one run, and its log, whole and in parts."""
    number = begin(admin, path, **PARAMETERS[path])
    run = ended(admin, path, number)
    assert run["job_status"] == "Success" and run["job_kind"] == "MANUAL", run
    assert json.loads(run["job_parameters"])["dry_run"] is True
    assert [each["id"] for each in admin.get(path).json()] == [number]
    assert admin.get(path, params={"q": "status=Error"}).json() == []
    log = admin.expect("GET", f"{path}/{number}/log")
    assert log.headers["Content-Type"].startswith("text/plain") and LOGGED.get(path, "would remove") in log.text
    rest = admin.expect("GET", f"{path}/{number}/log", params={"after": log.headers["X-Log-Position"]})
    assert rest.text == ""
    assert admin.get(f"{path}/{number + 1000}").status_code == 404
    other = next(each for each in JOBS if each != path)
    assert admin.get(f"{other}/{number}").status_code == 404, "it is no run of the other job"


def test_space_comes_back(world, admin):
    """What nothing refers to goes, as a dry run has said before."""
    registry = world.registry("maintainer")
    repository = f"{world.private}/loose"
    registry.push_image(repository, "1", [b"kept"])
    registry.push_blob(repository, b"x" * 5000)
    foretold = result(admin, dry_run=True, grace_seconds=0)
    done = result(admin, grace_seconds=0)
    assert foretold["freed_space"] == done["freed_space"] == 5000 and done["purged_blobs"] == 1
    assert registry.manifest(repository, "1").status_code == 200


@pytest.mark.parametrize("path", JOBS)
def test_schedules_are_kept_and_checked(world, admin, path):
    """A schedule survives a restart; a mistake in one is named."""
    body = {"schedule": {"type": "Custom", "cron": "0 30 2 * * MON"}, "parameters": PARAMETERS[path]}
    admin.expect("POST", f"{path}/schedule", 201, json=body)
    world.server.restart()
    kept = admin.expect("GET", f"{path}/schedule").json()
    assert kept["schedule"]["cron"] == "0 30 2 * * MON" and kept["schedule"]["next_scheduled_time"]
    assert kept["parameters"]["dry_run"] is True
    assert [each["cron"] for each in admin.get("/schedules").json()] == ["0 30 2 * * MON"]
    mistakes = {
        "0 0 0 * *": "fields",
        "0 99 * * * *": "minute",
        "* * * * * *": "second",
        "0 0 0 0 * *": "day of month",
        "0 0 0 30 2 *": "never",
    }
    for cron, field in mistakes.items():
        wrong = {"schedule": {"type": "Custom", "cron": cron}, "parameters": PARAMETERS[path]}
        answer = admin.put(f"{path}/schedule", wrong)
        assert answer.status_code == 400 and field in answer.text, (cron, answer.text)
    unknown = {"schedule": {"type": "Sometimes"}, "parameters": PARAMETERS[path]}
    assert admin.put(f"{path}/schedule", unknown).status_code == 400
    admin.expect("PUT", f"{path}/schedule", json={"schedule": {"type": "None"}})
    assert admin.get(f"{path}/schedule").json()["schedule"]["type"] == "None"


def test_a_schedule_fires_once(admin):
    """In its second, and not again in the next one."""
    due = datetime.now(timezone.utc) + timedelta(seconds=3)
    # Each minute: if setting it takes too long, it is the next one.
    cron = f"{due.second} * * * * *"
    body = {"schedule": {"type": "Custom", "cron": cron}, "parameters": {"dry_run": True}}
    admin.expect("PUT", "/system/gc/schedule", json=body)
    for _ in range(700):
        runs = admin.get("/system/gc").json()
        if runs:
            break
        time.sleep(0.1)
    assert ended(admin, "/system/gc", runs[0]["id"])["job_kind"] == "SCHEDULE"
    time.sleep(2)
    assert len(admin.get("/system/gc").json()) == 1


def test_queues_pause_stop_and_go_on(admin):
    """A paused queue keeps what comes in; a stopped one empties; only one run at a time."""
    admin.expect("PUT", "/jobservice/queues/all", json={"action": "pause"})
    first = begin(admin, "/system/gc", dry_run=True)
    again = admin.post("/system/gc/schedule", {"schedule": {"type": "Manual"}, "parameters": {}})
    assert again.status_code == 409, again.text
    time.sleep(1.5)
    queue = next(each for each in admin.get("/jobservice/queues").json() if each["job_type"] == "GARBAGE_COLLECTION")
    assert queue["count"] == 1 and queue["paused"] is True
    assert admin.get(f"/system/gc/{first}").json()["job_status"] == "Pending"
    admin.expect("PUT", "/jobservice/queues/GARBAGE_COLLECTION", json={"action": "stop"})
    assert ended(admin, "/system/gc", first)["job_status"] == "Stopped"
    admin.expect("PUT", "/jobservice/queues/all", json={"action": "resume"})
    assert ended(admin, "/system/gc", begin(admin, "/system/gc", dry_run=True))["job_status"] == "Success"
    assert admin.put("/jobservice/queues/NOTHING", {"action": "pause"}).status_code == 404
    assert admin.put("/jobservice/queues/all", {"action": "explode"}).status_code == 422
    pools = admin.expect("GET", "/jobservice/pools").json()
    assert len(pools) == 1
    assert admin.get(f"/jobservice/pools/{pools[0]['worker_pool_id']}/workers").json() == []
    assert admin.get("/schedules/all/paused").json() == {"paused": False}


def test_a_killed_server_finishes_its_jobs(world, admin):
    """No run says Running for ever: whatever moment the process is killed at, the next one takes over."""
    registry = world.registry("maintainer")
    for number in range(40):
        registry.push_blob(f"{world.private}/loose", os.urandom(64))
    for pause in (0, 0.02, 0.05, 0.1):
        number = begin(admin, "/system/gc", grace_seconds=0)
        time.sleep(pause)
        world.server.kill()
        world.server.start()
        assert ended(admin, "/system/gc", number)["job_status"] == "Success"
    world.server.cli.verify()
