"""Tag retention of a running registry: what goes and why, mistakes, schedules, kills, and pushes beside it."""

import threading
import time
from datetime import datetime, timedelta, timezone

import pytest
from harness.accounts import PRIVATE, password_of, populate
from harness.management import Management
from harness.registry import OCI_CONFIG, OCI_LAYER, Registry, descriptor, digest_of, encoded, image_index

pytestmark = pytest.mark.haven_only
REPOSITORY = f"{PRIVATE}/kept"


@pytest.fixture
def world(fresh_server):
    """A populated server of the test's own."""
    return populate(fresh_server().start(), "maintainer")


@pytest.fixture
def admin(world) -> Management:
    """The administrator's client."""
    return Management(world.server.url, ("admin", password_of("admin")))


def rule(template: str, number: int | None = None, tags: str = "**", kind: str = "doublestar", **more) -> dict:
    """Writes a rule about all repositories."""
    return {
        "template": template,
        "params": {} if number is None else {template: number},
        "tag_selectors": [{"kind": kind, "decoration": "matches", "pattern": tags, "extras": '{"untagged":false}'}],
        "scope_selectors": {"repository": [{"kind": "doublestar", "decoration": "repoMatches", "pattern": "**"}]},
        **more,
    }


def policy(admin: Management, *rules: dict, **more) -> dict:
    """Writes the policy of the private project."""
    project = admin.expect("GET", f"/projects/{PRIVATE}").json()["project_id"]
    return {"algorithm": "or", "rules": list(rules), "scope": {"level": "project", "ref": project}, **more}


def ended(admin: Management, number: int, execution: int) -> dict:
    """Waits until an execution has ended, and gives it."""
    for _ in range(6000):
        runs = admin.expect("GET", f"/retentions/{number}/executions?page_size=100").json()
        run = next(each for each in runs if each["id"] == execution)
        if run["status"] not in ("Pending", "Running"):
            return run
        time.sleep(0.05)
    raise AssertionError(f"it has not ended: {run}")


def begin(admin: Management, number: int, dry_run: bool = False) -> int:
    """Begins an execution and gives its number."""
    return admin.made(f"/retentions/{number}/executions", {"dry_run": dry_run})


def run(admin: Management, number: int, dry_run: bool = False) -> dict:
    """Runs a policy to its end."""
    execution = ended(admin, number, begin(admin, number, dry_run))
    assert execution["status"] == "Success", execution
    return execution


def tags(registry: Registry, repository: str = REPOSITORY) -> list[str]:
    """The tags of a repository; none if it has gone."""
    answer = registry.request("GET", f"/v2/{repository}/tags/list")
    return (answer.json()["tags"] or []) if answer.status_code == 200 else []


def test_what_goes_is_foretold_with_its_reason(world, admin):
    registry = world.registry("maintainer")
    for number in range(5):
        registry.push_image(REPOSITORY, f"v{number}", [b"%d" % number])
    registry.push_image(REPOSITORY, "dev", [b"dev"])
    wanted = policy(admin, rule("latestPushedK", 2, "v*"), rule("always", tags="v0"), level="tag")
    preview = admin.expect("POST", "/retentions/preview", json=wanted).json()
    number = admin.made("/retentions", wanted)
    assert admin.expect("GET", f"/projects/{PRIVATE}").json()["metadata"]["retention_id"] == str(number)
    foretold = run(admin, number, dry_run=True)
    assert (foretold["dry_run"], foretold["total"], foretold["retained"], foretold["deleted"]) == (True, 6, 3, 3)
    assert len(tags(registry)) == 6, "a dry run deletes nothing"
    done = run(admin, number)
    assert (done["total"], done["retained"], done["deleted"]) == (6, 3, 3)
    assert tags(registry) == ["v0", "v3", "v4"]
    path = f"/retentions/{number}/executions/{done['id']}/tasks"
    task = admin.expect("GET", path).json()[0]
    assert (task["repository"], task["status"], task["total"], task["retained"]) == ("kept", "Success", 6, 3)
    found = admin.expect("GET", f"{path}/{task['id']}/candidates").json()
    decided = {each["tags"][0]: (each["decision"], each["reason_code"], each.get("rule_id")) for each in found}
    assert decided == {
        "dev": ("DEL", "NOT_SELECTED", None),
        "v4": ("RETAIN", "RULE", 1),
        "v3": ("RETAIN", "RULE", 1),
        "v2": ("DEL", "NOT_KEPT", None),
        "v1": ("DEL", "NOT_KEPT", None),
        "v0": ("RETAIN", "RULE", 2),
    }
    assert [each["decision"] for each in preview["candidates"]] == [each["decision"] for each in found]
    assert preview["is_complete"] and preview["deleted"] == 3
    gone = admin.expect("GET", f"{path}/{task['id']}/candidates?decision=DEL&page_size=2")
    assert len(gone.json()) == 2 and gone.headers["X-Total-Count"] == "3"
    log = admin.expect("GET", f"{path}/{task['id']}")
    assert log.headers["Content-Type"].startswith("text/plain")
    assert log.text.count("| DEL |") == 3 and "| Digest | Tag | Kind | Labels | PushedTime |" in log.text
    trash = admin.expect("GET", f"/projects/{PRIVATE}/trash").json()
    assert {each["deleted_by"] for each in trash} == {"retention"} and len(trash) == 3


def test_indexes_signatures_and_kept_tags(world, admin):
    """Children and signatures follow; what a rule of immutability keeps is listed so."""
    registry = world.registry("maintainer")
    for version in ("1", "2", "3"):
        image = registry.push_image(REPOSITORY, f"amd64-{version}", [version.encode()])
        child = {"mediaType": "application/vnd.oci.image.manifest.v1+json", "digest": digest_of(image), "size": len(image)}
        assert registry.put_manifest(REPOSITORY, version, image_index([child])).status_code == 201
        config = b"{}"
        registry.push_blob(REPOSITORY, config)
        signature = {
            "schemaVersion": 2,
            "mediaType": child["mediaType"],
            "config": descriptor(config, OCI_CONFIG),
            "layers": [descriptor(config, OCI_LAYER)],
            "subject": child,
        }
        data = encoded(signature)
        assert registry.put_manifest(REPOSITORY, digest_of(data), data).status_code == 201
    immutable = {
        "template": "immutable_template",
        "tag_selectors": [{"kind": "doublestar", "decoration": "matches", "pattern": "2"}],
        "scope_selectors": {"repository": [{"kind": "doublestar", "decoration": "repoMatches", "pattern": "**"}]},
    }
    admin.expect("POST", f"/projects/{PRIVATE}/immutabletagrules", 201, json=immutable)
    number = admin.made("/retentions", policy(admin, rule("latestPushedK", 1, "[0-9]", kind="regex")))
    done = run(admin, number)
    assert tags(registry) == ["2", "3", "amd64-2", "amd64-3"], "children of what stays stay, with their tags"
    assert (done["total"], done["retained"], done["deleted"]) == (6, 4, 2)
    artifacts = admin.expect("GET", f"/projects/{PRIVATE}/repositories/kept/artifacts?q=base=*&page_size=100").json()
    assert len(artifacts) == 6, "two indexes, two images, two signatures"


def test_mistakes_are_named(world, admin):
    regex = policy(admin, rule("always", tags="v(1", kind="regex"))
    answer = admin.post("/retentions", regex)
    assert answer.status_code == 400 and "rules[0].tag_selectors[0].pattern" in answer.text, answer.text
    assert "character 2" in answer.text
    for cron, place in {"0 0 0 * *": "fields", "0 99 * * * *": "minute", "* * * * * *": "second"}.items():
        trigger = {"kind": "Schedule", "settings": {"cron": cron}}
        answer = admin.post("/retentions", policy(admin, rule("always"), trigger=trigger))
        assert answer.status_code == 400 and place in answer.text, answer.text
    answer = admin.post("/retentions", policy(admin, rule("always"), rule("latestPushedK", 1), rule("always")))
    assert answer.status_code == 409 and "rule 3" in answer.text, answer.text
    many = [rule("latestPushedK", number) for number in range(16)]
    assert admin.post("/retentions", policy(admin, *many)).status_code == 400
    number = admin.made("/retentions", policy(admin, *many[:15]))
    again = admin.post("/retentions", policy(admin, rule("always")))
    assert again.status_code == 400 and f"retention policy {number}" in again.text
    assert admin.put(f"/retentions/{number}", {**policy(admin), "scope": {"level": "project", "ref": 1}}).status_code == 400
    assert admin.request("PATCH", f"/retentions/{number}/executions/1", json={"action": "stop"}).status_code == 404
    evil = policy(admin, rule("always", tags="(a{100}){100}", kind="regex"))
    answer = admin.post("/retentions/preview", evil)
    assert answer.status_code == 400 and "too large" in answer.text
    assert admin.delete(f"/retentions/{number}").status_code == 200
    assert admin.get(f"/retentions/{number}").status_code == 404


def test_a_schedule_fires(world, admin):
    world.registry("maintainer").push_image(REPOSITORY, "v1", [b"1"])
    due = datetime.now(timezone.utc) + timedelta(seconds=3)
    trigger = {"kind": "Schedule", "settings": {"cron": f"{due.second} * * * * *", "catch_up": False}}
    number = admin.made("/retentions", policy(admin, rule("always"), trigger=trigger))
    settings = admin.expect("GET", f"/retentions/{number}").json()["trigger"]["settings"]
    assert settings["next_scheduled_time"] and settings["catch_up"] is False
    for _ in range(3000):
        runs = admin.expect("GET", f"/retentions/{number}/executions").json()
        if runs:
            break
        time.sleep(0.1)
    done = ended(admin, number, runs[0]["id"])
    assert (done["status"], done["trigger"], done["dry_run"]) == ("Success", "SCHEDULE", False)
    assert "RETENTION" in [each["vendor_type"] for each in admin.expect("GET", "/schedules").json()]
    admin.expect("DELETE", f"/retentions/{number}")
    assert "RETENTION" not in [each["vendor_type"] for each in admin.expect("GET", "/schedules").json()]


def test_a_killed_server_goes_on(world, admin):
    """Whatever moment the process is killed at, the next one finishes the run, and nothing else goes."""
    registry = world.registry("maintainer")
    data = registry.push_image(REPOSITORY, "v0", [b"0"])
    for pause in (0, 0.02, 0.05, 0.1, 0.2):
        for number in range(60):
            assert registry.put_manifest(REPOSITORY, f"v{number}", data).status_code == 201
        number = admin.expect("GET", f"/projects/{PRIVATE}").json()["metadata"].get("retention_id")
        number = int(number) if number else admin.made("/retentions", policy(admin, rule("latestPushedK", 7), level="tag"))
        execution = begin(admin, number)
        time.sleep(pause)
        world.server.kill()
        world.server.start()
        done = ended(admin, number, execution)
        assert (done["status"], done["retained"], done["deleted"]) == ("Success", 7, 53), done
        assert len(tags(registry)) == 7
    world.server.cli.verify()


@pytest.mark.parametrize("seconds", [4, pytest.param(60, marks=pytest.mark.slow)])
def test_no_acknowledged_push_is_lost(world, admin, seconds):
    """Everything pushed before a run goes; a push that came after a tag was judged keeps the tag, wherever the run is."""
    number = admin.made("/retentions", policy(admin, rule("nDaysSinceLastPush", 0), level="tag"))
    pushers = [Pusher(world, place) for place in range(3)]
    for each in pushers:
        each.start()
    judged: dict[str, float] = {}
    runs, kept, lost = 0, 0, []
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline or (not kept and time.monotonic() < deadline + 240):
        done = run(admin, number)
        runs, kept = runs + 1, kept + done["retained"]
        for tag, pushed in deleted(admin, number, done["id"]).items():
            judged[tag] = max(pushed, judged.get(tag, 0))
        acknowledged = {tag: began for each in pushers for tag, began in list(each.acknowledged.items())}
        missing = acknowledged.keys() - set(tags(world.registry("maintainer")))
        # What has gone was judged as the last acknowledged push left it; times are written to a millisecond.
        lost += [(tag, acknowledged[tag]) for tag in missing if judged.get(tag, 0) < acknowledged[tag] - 0.001]
    for each in pushers:
        each.is_over.set()
    for each in pushers:
        each.join()
        assert not each.failures, each.failures[:3]
    assert not lost, f"{len(lost)} in {runs} runs: {lost[:3]}"
    assert kept > 0 and judged, "pushes and runs met"
    world.server.cli.verify()


def deleted(admin: Management, number: int, execution: int) -> dict[str, float]:
    """The tags that a run deleted, and when each was pushed as the run saw it."""
    path = f"/retentions/{number}/executions/{execution}/tasks"
    found = {}
    for task in admin.expect("GET", path).json():
        for line in admin.expect("GET", f"{path}/{task['id']}").text.splitlines():
            cells = [cell.strip() for cell in line.split("|")]
            if len(cells) == 10 and cells[8] == "DEL":
                found[cells[2]] = datetime.fromisoformat(cells[5].replace("Z", "+00:00")).timestamp()
    return found


class Pusher(threading.Thread):
    """Moves few tags between few images as fast as it can."""

    def __init__(self, world, place: int):
        super().__init__(daemon=True)
        self.registry = Registry(world.server.url, ("maintainer", password_of("maintainer")))
        self.place = place
        self.images = [self.registry.push_image(REPOSITORY, f"p{place}-0", [b"%d" % layer]) for layer in range(3)]
        self.acknowledged: dict[str, float] = {}
        self.failures: list[str] = []
        self.is_over = threading.Event()

    def run(self) -> None:
        turn = 0
        while not self.is_over.is_set():
            turn += 1
            tag = f"p{self.place}-{turn % 100}"
            began = time.time()
            answer = self.registry.put_manifest(REPOSITORY, tag, self.images[turn % 3])
            if answer.status_code == 201:
                self.acknowledged[tag] = began
            else:
                self.failures.append(f"{answer.status_code} {answer.text[:200]}")
