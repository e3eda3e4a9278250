"""The command line's words for jobs and schedules, beside a running registry and on a stopped one."""

import json
import subprocess
import time

import pytest
from harness.accounts import password_of
from harness.commands import environment_with
from harness.management import Management
from harness.server import BINARY

pytestmark = pytest.mark.haven_only
COLLECTION = "GARBAGE_COLLECTION"


@pytest.fixture
def server(fresh_server):
    """A server of the test's own."""
    return fresh_server().start()


@pytest.fixture
def admin(server) -> Management:
    """The administrator's client."""
    return Management(server.url, ("admin", password_of("admin")))


def begin(api: Management) -> int:
    """Begins a dry run of garbage collection and gives its number."""
    return api.made("/system/gc/schedule", {"schedule": {"type": "Manual"}, "parameters": {"dry_run": True}})


def until(condition, what: str):
    """Waits until something holds, and gives what it gave."""
    for _ in range(6000):
        if found := condition():
            return found
        time.sleep(0.05)
    raise AssertionError(what)


def shown(server, job: int) -> dict:
    """A job as `haven job show` gives it."""
    return json.loads(server.cli("job", "show", str(job), "--json").stdout)


def test_jobs_are_listed_shown_and_read(server, admin):
    """In text and as JSON."""
    job = begin(admin)
    until(lambda: shown(server, job)["status"] == "Success", "it has not ended")
    assert [row["id"] for row in server.cli.listed("job", "list")] == [job]
    assert server.cli.listed("job", "list", "--status", "error") == []
    assert server.cli.listed("job", "list", "--type", "purge_audit_log") == []
    table = server.cli("job", "list").stdout.splitlines()
    assert table[0].split()[:3] == ["JOB", "TYPE", "STATUS"] and table[1].split()[:3] == [str(job), COLLECTION, "Success"]
    details = shown(server, job)
    assert details["parameters"]["dry_run"] is True and details["tasks"][0]["attempts"] == 1
    text = server.cli("job", "show", str(job)).stdout
    assert "Success" in text and str(details["tasks"][0]["id"]) in text
    log = server.cli("job", "log", str(job)).stdout
    assert log.endswith("finished\n") and "would remove" in log
    assert server.cli("job", "log", str(job), "--follow").stdout == log, "what has ended is followed to its end"
    assert "list jobs" in server.log() and server.log().count("read the log") == 2, "polls don't fill the log"


def test_a_log_is_followed_while_the_job_waits_and_runs(server, admin):
    """Until the job has ended, and no longer."""
    server.cli("job", "pause", COLLECTION.lower())
    job = begin(admin)
    command = [str(BINARY), "job", "log", str(job), "--follow", *server.options]
    reader = subprocess.Popen(command, env=environment_with(server.environment), stdout=subprocess.PIPE, text=True)
    time.sleep(1)
    assert reader.poll() is None, "it waits with the job"
    server.cli("job", "resume", COLLECTION)
    text, _ = reader.communicate(timeout=300)
    assert reader.returncode == 0 and text.endswith("finished\n")
    assert server.log().count("read the log") == 1, "nothing says it twice, though there was nothing to read at first"


def test_queues_pause_and_jobs_stop(server, admin):
    """What waits in a paused queue is stopped at once."""
    assert "schedules" in server.cli("job", "pause", "all").stdout
    queues = {row["type"]: row for row in server.cli.listed("job", "queues")}
    assert all(queue["paused"] for queue in queues.values()) and "SCHEDULER" in queues
    assert admin.get("/schedules/all/paused").json() == {"paused": True}
    job = begin(admin)
    assert next(row for row in server.cli.listed("job", "queues") if row["type"] == COLLECTION)["waiting"] == 1
    server.cli("job", "stop", str(job))
    assert shown(server, job)["status"] == "Stopped"
    assert "ended already" in server.cli("job", "stop", str(job), expect=1).stderr
    server.cli("job", "resume", "all")
    assert not any(row["paused"] for row in server.cli.listed("job", "queues"))


def test_schedules(server, admin):
    """Listed with their next moment; paused together."""
    body = {"schedule": {"type": "Custom", "cron": "0 30 2 * * MON"}, "parameters": {"dry_run": True}}
    admin.expect("PUT", "/system/gc/schedule", json=body)
    schedule = server.cli.listed("schedule", "list")[0]
    assert schedule["type"] == COLLECTION and schedule["next_at"].endswith("T02:30:00.000Z"), schedule
    server.cli("schedule", "pause")
    assert "paused" in server.cli("schedule", "list").stdout
    assert admin.get("/schedules/all/paused").json() == {"paused": True}
    server.cli("schedule", "resume")
    assert admin.get("/schedules/all/paused").json() == {"paused": False}


def test_a_stopped_registry_shows_and_stops_its_jobs(server, admin):
    """Without a server nothing begins, and following ends at once."""
    server.cli("job", "pause", "all")
    job = begin(admin)
    server.stop()
    assert [row["status"] for row in server.cli.listed("job", "list")] == ["Pending"]
    assert server.cli("job", "log", str(job), "--follow").stdout == ""
    server.cli("job", "stop", str(job))
    assert shown(server, job)["status"] == "Stopped"


WRONG = [
    (("job", "show", "999999"), 1, "no job 999999"),
    (("job", "stop", "999999"), 1, "no job 999999"),
    (("job", "log", "999999"), 1, "no job 999999"),
    (("job", "pause", "NOTHING"), 1, "no queue NOTHING"),
    (("job", "list", "--status", "lost"), 2, "no status"),
    (("job", "list", "--limit", "0"), 2, "limit"),
    (("job", "show", "seven"), 2, "seven"),
]


@pytest.mark.parametrize("words, code, part", WRONG, ids=[" ".join(row[0]) for row in WRONG])
def test_mistakes_are_named(sqlite_world, words, code, part):
    """With the exit codes of every command."""
    answer = sqlite_world.server.cli(*words, expect=code)
    assert part in answer.stderr and "Fatal error" not in answer.stderr


def test_help_says_what_each_word_does(sqlite_world):
    """Every word of both has a sentence."""
    for words in (("job",), ("schedule",), ("job", "log"), ("job", "pause")):
        assert "OVERVIEW" in sqlite_world.server.cli(*words, "--help").stdout
