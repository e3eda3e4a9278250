"""Jobs, queues and schedules of a running registry, with garbage collection and the purge of the audit log."""

import json
import random
import secrets
import socket
import sqlite3
import time
from datetime import datetime, timedelta, timezone
from itertools import pairwise

import pytest
from harness import postgresql
from harness.accounts import password_of, populate
from harness.management import Management
from harness.server import Haven

pytestmark = pytest.mark.haven_only
PARAMETERS = {
    "/system/gc": {"dry_run": True},
    "/system/purgeaudit": {"audit_retention_hour": 24, "include_event_types": "*", "dry_run": True},
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
    for _ in range(3000):
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
    schedule = {"type": "Custom", "cron": "0 30 2 * * MON", "catch_up": False}
    body = {"schedule": schedule, "parameters": PARAMETERS[path]}
    admin.expect("POST", f"{path}/schedule", 201, json=body)
    world.server.restart()
    kept = admin.expect("GET", f"{path}/schedule").json()
    assert kept["schedule"]["cron"] == "0 30 2 * * MON" and kept["schedule"]["next_scheduled_time"]
    assert kept["schedule"]["catch_up"] is False and kept["parameters"]["dry_run"] is True
    listed = [(each["cron"], each["catch_up"]) for each in admin.get("/schedules").json()]
    assert listed == [("0 30 2 * * MON", False)]
    plain = {"schedule": {"type": "Daily"}, "parameters": PARAMETERS[path]}
    admin.expect("PUT", f"{path}/schedule", json=plain)
    assert admin.get(f"{path}/schedule").json()["schedule"]["catch_up"] is True, "unless it is said otherwise"
    odd = {"schedule": {**schedule, "catch_up": "never"}, "parameters": PARAMETERS[path]}
    answer = admin.put(f"{path}/schedule", odd)
    assert answer.status_code == 400 and "catch_up" in answer.text, answer.text
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
    for _ in range(3000):
        runs = admin.get("/system/gc").json()
        if runs:
            break
        time.sleep(0.1)
    assert ended(admin, "/system/gc", runs[0]["id"])["job_kind"] == "SCHEDULE"
    time.sleep(2)
    times = sorted(datetime.fromisoformat(run["creation_time"]) for run in admin.get("/system/gc").json())
    assert all(later - earlier > timedelta(seconds=30) for earlier, later in pairwise(times)), times


def test_queues_pause_stop_and_go_on(world, admin):
    """A paused queue keeps what comes in; a stopped one empties; only one run at a time."""
    admin.expect("PUT", "/jobservice/queues/all", json={"action": "pause"})
    assert admin.get("/schedules/all/paused").json() == {"paused": True}, "all queues are the schedules too"
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
    admin.expect("PUT", "/jobservice/queues/scheduler", json={"action": "Pause"})
    paused = {each["job_type"] for each in admin.get("/jobservice/queues").json() if each["paused"]}
    assert paused == {"SCHEDULER"}, "names and actions are read as Harbor reads them"
    admin.expect("PUT", "/jobservice/queues/SCHEDULER", json={"action": "resume"})
    admin.expect("PUT", "/jobservice/jobs/all")
    assert admin.put("/jobservice/jobs/999999").status_code == 404
    assert admin.put("/jobservice/queues/NOTHING", {"action": "pause"}).status_code == 404
    assert admin.put("/jobservice/queues/all", {"action": "explode"}).status_code == 422
    pools = admin.expect("GET", "/jobservice/pools").json()
    assert len(pools) == 1 and pools[0]["pid"] == world.server.process.pid and pools[0]["host"] == socket.gethostname()
    assert pools[0]["concurrency"] >= len(JOBS) and pools[0]["heartbeat_at"] >= pools[0]["start_at"]
    assert admin.get(f"/jobservice/pools/{pools[0]['worker_pool_id']}/workers").json() == []
    assert admin.get("/schedules/all/paused").json() == {"paused": False}


# What each kind of job is told to do, so that it changes something.
WORK = {
    "/system/gc": {"grace_seconds": 0},
    "/system/purgeaudit": {"audit_retention_hour": 24, "include_event_types": "*"},
    "/system/quotas/recalculation": {},
}
YEAR_2001 = 1_000_000_000_000_000


def burden(server, path: str, rows: int) -> None:
    """Fills the database of a server on SQLite, so that a kind of job has much to do."""
    old = [
        (
            "INSERT OR IGNORE INTO audit_log (op_time, username, operation, resource_type, resource, description, is_success,"
            " project_id) VALUES (?, 'ada', 'pull', 'artifact', 'shop/hello:1', '', TRUE, 0)",
            lambda number: (YEAR_2001 + number,),
        ),
        (
            "INSERT OR IGNORE INTO blob (digest, size, object_key, deleting, created_at) VALUES (?, 1, ?, FALSE, ?)",
            lambda number: (f"sha256:{number:064x}", f"blobs/sha256/{number:064x}", YEAR_2001),
        ),
        (
            "INSERT OR IGNORE INTO project (name, owner_id, is_public, allows_sparse_index, created_at, updated_at)"
            " VALUES (?, 1, FALSE, FALSE, 0, 0)",
            lambda number: (f"project-{number}",),
        ),
    ]
    statement, values = old[["/system/purgeaudit", "/system/gc", "/system/quotas/recalculation"].index(path)]
    server.stop()
    with sqlite3.connect(server.data / "haven.sqlite") as database:
        database.executemany(statement, map(values, range(rows)))
    database.close()
    server.start()


PURGE = "/system/purgeaudit"


def purged(api: Management, **parameters) -> int:
    """Purges the audit log of what is older than a day, and says how many records went."""
    run = ended(api, PURGE, begin(api, PURGE, audit_retention_hour=24, **parameters))
    return json.loads(run["job_parameters"])["purged_record"]


def test_a_purge_removes_the_kinds_it_is_told(world, admin):
    """Who forgets to say which loses nothing."""
    burden(world.server, PURGE, 10)
    for parameters, wrong in (
        ({}, "include_event_types"),
        ({"include_event_types": "pull_artifact,pull"}, "include_event_types"),
        ({"include_operations": "pull,no"}, "include_operations"),
    ):
        body = {"schedule": {"type": "Manual"}, "parameters": {"audit_retention_hour": 24, **parameters}}
        answer = admin.post(f"{PURGE}/schedule", body)
        assert answer.status_code == 400 and f"parameters.{wrong}" in answer.text
    assert purged(admin, include_event_types="") == 0
    assert purged(admin, include_operations="create,delete") == 0
    assert purged(admin, include_operations="pull", dry_run=True) == 10
    assert purged(admin, include_event_types="*") == 10


@pytest.mark.parametrize("path", JOBS)
def test_a_killed_server_finishes_its_jobs(world, admin, path):
    """No run says Running for ever: whatever moment the process is killed at, the next one takes over."""
    seed = secrets.randbelow(1_000_000)
    chance = random.Random(seed)
    burden(world.server, path, 20_000)
    for longest in (0.1, 1):
        number = begin(admin, path, **WORK[path])
        for _ in range(2):
            time.sleep(chance.uniform(0, longest))
            world.server.kill()
            world.server.start()
        run = ended(admin, path, number)
        assert run["job_status"] == "Success", (seed, run)
    queues = world.server.cli.listed("job", "queues")
    assert not any(queue["running"] or queue["waiting"] for queue in queues), queues
    world.server.cli.verify()


@pytest.mark.parametrize("path", JOBS)
def test_jobs_stop_in_the_middle(world, admin, path):
    """They leave the rest of their work; how soon is printed, because it depends on the machine."""
    for rows in (100_000, 200_000, 400_000):
        burden(world.server, path, rows)
        number = begin(admin, path, **WORK[path])
        while admin.expect("GET", f"{path}/{number}").json()["job_status"] == "Pending":
            time.sleep(0.02)
        start = time.monotonic()
        admin.expect("PUT", f"{path}/{number}")
        run = ended(admin, path, number)
        print(f"{path} stopped in {time.monotonic() - start:.2f} s")
        # It may have been done before it was told to stop.
        if run["job_status"] != "Success":
            break
    assert run["job_status"] == "Stopped", run


@pytest.mark.slow
def test_two_servers_that_are_killed_in_turn(binary, tmp_path):
    """On one PostgreSQL and one data directory: every run ends, with the times after which servers take over."""
    if not postgresql.SERVER_URL:
        pytest.skip("HAVEN_TEST_POSTGRESQL_URL is not set: `make test` and `make interop` start PostgreSQL themselves")
    seed = secrets.randbelow(1_000_000)
    chance = random.Random(seed)
    url = postgresql.create_database()
    servers = [Haven(tmp_path / name, database_url=url) for name in ("first", "second")]
    for server in servers:
        server.options = servers[0].options
        server.start()
    try:
        for _ in range(15):
            api = Management(chance.choice(servers).url, ("admin", password_of("admin")))
            for path in JOBS:
                body = {"schedule": {"type": "Manual"}, "parameters": WORK[path]}
                api.expect("POST", f"{path}/schedule", 201, 409, json=body)
            time.sleep(chance.uniform(0, 3))
            killed = chance.choice(servers)
            killed.kill()
            killed.start()
        for path in JOBS:
            for run in api.get(path, params={"page_size": 100}).json():
                assert ended(api, path, run["id"])["job_status"] == "Success", (seed, path, run)
        for _ in range(300):
            if len(pools := api.expect("GET", "/jobservice/pools").json()) == 2:
                break
            time.sleep(1)
        assert len(pools) == 2, "those that were killed are missed and gone"
    finally:
        for server in servers:
            server.stop()
        postgresql.drop_database(url)
