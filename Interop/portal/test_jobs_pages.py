"""Work in the background in the portal: begun after counting, watched while it runs, scheduled, paused, exported."""

import json

import pytest
from harness.portal import Portal
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.haven_only

LATER = 120_000


@pytest.fixture
def api(showcase):
    """The management API; queues and schedules go on after the test."""
    yield showcase.api
    for queue in ("all", "SCHEDULER"):
        showcase.api.expect("PUT", f"/jobservice/queues/{queue}", json={"action": "resume"})


def steer(api, queue: str, action: str) -> None:
    """Pauses a queue, resumes it, or stops what waits in it."""
    api.expect("PUT", f"/jobservice/queues/{queue}", json={"action": action})


def newest_run(api, path: str) -> tuple[dict, dict]:
    """The newest run of a job, and what it was asked for and has done."""
    (run,) = api.expect("GET", f"{path}?page_size=1").json()
    return run, json.loads(run["job_parameters"])


def test_garbage_is_counted_first_and_then_collected_as_it_was_counted(portal: Portal, api):
    page = portal.window("admin").open("/administration/garbage-collection")
    page.get_by_role("button", name="Collect now").first.click()
    dialog = page.get_by_role("dialog", name="Collect now")
    expect(dialog.get_by_role("radio", name="Only count")).to_be_checked()
    dialog.get_by_role("checkbox", name="Remove untagged artifacts first").check()
    dialog.get_by_text("More options").click()
    dialog.get_by_role("spinbutton", name="Deletions at the same time").fill("3")
    dialog.get_by_role("button", name="Count now").click()
    row = page.get_by_role("row").filter(has_text="would be freed").first
    expect(row).to_be_visible(timeout=LATER)
    _, asked = newest_run(api, "/system/gc")
    assert (asked["dry_run"], asked["delete_untagged"], asked["workers"]) == (True, True, 3)
    row.get_by_role("button", name="More actions").click()
    page.get_by_role("menuitem", name="Do what was counted").click()
    expect(dialog.get_by_role("checkbox", name="Remove untagged artifacts first")).to_be_checked()
    dialog.get_by_role("checkbox", name="Remove untagged artifacts first").uncheck()
    dialog.get_by_role("button", name="Collect now").click()
    expect(page.get_by_role("row").filter(has_text=" B freed").first).to_be_visible(timeout=LATER)
    assert newest_run(api, "/system/gc")[1]["dry_run"] is False


def test_a_run_is_watched_while_it_waits_runs_and_ends(portal: Portal, api):
    steer(api, "GARBAGE_COLLECTION", "pause")
    page = portal.window("admin").open("/administration/garbage-collection")
    body = {"schedule": {"type": "Manual"}, "parameters": {"dry_run": True}}
    run = api.made("/system/gc/schedule", body)
    card = page.get_by_role("region", name=f"Run {run}")
    expect(card).to_contain_text("Waiting", timeout=LATER)
    expect(card.get_by_role("progressbar")).to_be_visible()
    steer(api, "GARBAGE_COLLECTION", "resume")
    expect(card).to_have_count(0, timeout=LATER)
    row = page.get_by_role("row").filter(has=page.get_by_role("rowheader", name=str(run), exact=True))
    expect(row).to_contain_text("Done")
    row.get_by_role("button", name="More actions").click()
    page.get_by_role("menuitem", name="Log").click()
    expect(page.get_by_role("dialog", name=f"Log of run {run}")).to_contain_text("would remove")


def test_queues_and_schedules_are_paused_and_resumed(portal: Portal, api):
    page = portal.window("admin").open("/administration/jobs")
    page.get_by_role("button", name="Pause all").click()
    expect(page.get_by_role("button", name="Pause all")).to_have_count(0)
    queues = api.expect("GET", "/jobservice/queues").json()
    assert all(queue["paused"] for queue in queues if queue["job_type"] != "SCHEDULER")
    page.get_by_role("button", name="Resume all").click()
    expect(page.get_by_role("button", name="Resume all")).to_have_count(0)
    page.get_by_role("button", name="Pause schedules").click()
    expect(page.get_by_text("Nothing is begun on a schedule")).to_be_visible()
    assert api.expect("GET", "/schedules/all/paused").json() == {"paused": True}
    page.get_by_role("button", name="Resume schedules").click()
    expect(page.get_by_text("Nothing is begun on a schedule")).to_have_count(0)


def test_a_purge_says_what_goes_and_is_scheduled_by_age_and_kind(portal: Portal, api):
    page = portal.window("admin").open("/administration/audit-log/purge")
    page.get_by_role("button", name="Purge now").first.click()
    dialog = page.get_by_role("dialog", name="Purge now")
    dialog.get_by_role("radio", name="Do it").check()
    dialog.get_by_role("spinbutton", name="Remove what is older than").fill("3000")
    expect(dialog).to_contain_text("All entries older than 3000 days are removed for good")
    dialog.get_by_role("button", name="Purge now").click()
    expect(page.get_by_role("row").filter(has_text="0 entries removed").first).to_be_visible(timeout=LATER)
    page.get_by_role("button", name="Change the schedule").click()
    schedule = page.get_by_role("dialog", name="Change the schedule")
    schedule.get_by_label("Schedule").select_option(label="Each day at midnight")
    schedule.get_by_role("spinbutton", name="Remove what is older than").fill("90")
    schedule.get_by_text("Entries of all kinds").click()
    schedule.get_by_role("group", name="Artifact", exact=True).get_by_role("checkbox", name="Pull").check()
    schedule.get_by_role("button", name="Save").click()
    expect(page.get_by_text("removes entries of one kind that are older than 90 days")).to_be_visible()
    kept = api.expect("GET", "/system/purgeaudit/schedule").json()
    assert kept["parameters"]["audit_retention_hour"] == 2160
    assert kept["parameters"]["include_event_types"] == "pull_artifact"
    api.expect("PUT", "/system/purgeaudit/schedule", json={"schedule": {"type": "None"}})


def test_a_schedule_is_changed_in_one_thing_and_stays_the_same_in_others(portal: Portal, api):
    path = "/system/gc/schedule"
    api.expect("PUT", path, json={"schedule": {"type": "Daily"}, "parameters": {"dry_run": True}})
    page = portal.window("admin").open("/administration/garbage-collection")
    schedule = page.get_by_role("region", name="Schedule")
    expect(schedule).to_contain_text("Only count")
    page.get_by_role("button", name="Change the schedule").click()
    dialog = page.get_by_role("dialog", name="Change the schedule")
    dialog.get_by_label("Schedule").select_option(label="Each hour")
    dialog.get_by_role("button", name="Save").click()
    expect(dialog).to_have_count(0)
    expect(schedule).to_contain_text("Each hour")
    assert api.expect("GET", path).json()["parameters"]["dry_run"] is True
    page.get_by_role("button", name="Change the schedule").click()
    dialog.get_by_role("checkbox", name="Make up for a missed run").uncheck()
    dialog.get_by_role("button", name="Save").click()
    expect(schedule).to_contain_text("missed runs are left out")
    saved = api.expect("GET", path).json()["schedule"]
    assert (saved["type"], saved["catch_up"]) == ("Hourly", False)
    api.expect("PUT", path, json={"schedule": {"type": "None"}})


def test_usage_is_compared_with_what_projects_hold(portal: Portal, api):
    page = portal.window("admin").open("/administration/quotas")
    page.get_by_role("link", name="Recount", exact=True).click()
    page.get_by_role("button", name="Recount now").first.click()
    page.get_by_role("dialog").get_by_role("button", name="Compare now").click()
    expect(page.get_by_role("row").filter(has_text="All usage was right").first).to_be_visible(timeout=LATER)


def test_the_audit_log_is_exported_as_it_is_filtered(portal: Portal):
    page = portal.window("admin").open("/administration/audit-log?operation=create&type=project")
    lines = exported(page, "As JSON lines, for programs").splitlines()
    assert lines and all(json.loads(line)["resource_type"] == "project" for line in lines)
    table = exported(page, "As CSV, for spreadsheets").splitlines()
    assert len(table) == len(lines) + 1 and "resource_type" in table[0]


def exported(page: Page, choice: str) -> str:
    """Chooses a form in the menu and reads the file that the browser saves."""
    page.get_by_role("button", name="Export").click()
    with page.expect_download() as download:
        page.get_by_role("menuitem", name=choice).click()
    return download.value.path().read_text()


def test_forwarding_is_set_with_a_warning_and_a_refusal_is_told(portal: Portal, api):
    window = portal.window("admin")
    page = window.open("/administration/audit-log/forwarding")
    page.get_by_label("Endpoint").fill("syslog.example.com")
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_role("alert")).to_contain_text("port")
    page.get_by_label("Endpoint").fill("127.0.0.1:9")
    page.get_by_role("checkbox", name="Don't keep entries here").check()
    expect(page.get_by_text("What the server doesn't take is lost")).to_be_visible()
    page.get_by_role("checkbox", name="Don't keep entries here").uncheck()
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_text("Saved", exact=True)).to_be_visible()
    assert api.expect("GET", "/configurations").json()["audit_log_forward_endpoint"]["value"] == "127.0.0.1:9"
    page.get_by_label("Endpoint").fill("")
    page.get_by_role("button", name="Save").click()
    window.settle()
    expect(page.get_by_role("button", name="Save")).to_be_disabled()
    assert api.expect("GET", "/configurations").json()["audit_log_forward_endpoint"]["value"] == ""
