"""Retention in the browser: rules, what they would do, dry runs and runs, and who may what."""

import pytest
from harness.portal import Portal
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.haven_only

WAIT = 120_000


def keep_the_newest(page: Page, count: int) -> None:
    """Adds a rule that keeps so many of the artifacts that were pushed last."""
    page.get_by_role("button", name="Write a rule").click()
    dialog = page.get_by_role("dialog", name="New retention rule")
    dialog.get_by_role("spinbutton", name="How many").fill(str(count))
    expect(dialog.get_by_text(f"Keep the {count} most recently pushed artifacts in each repository.")).to_be_visible()
    dialog.get_by_role("button", name="Add", exact=True).click()
    expect(dialog).to_have_count(0)


def candidate(page: Page, tag: str):
    """The row of what stays or goes that has a tag."""
    return page.get_by_role("row").filter(has=page.get_by_role("link", name=tag, exact=True))


def test_a_preview_of_one_repository_that_fails_says_why(portal: Portal, project):
    def answer(route):
        if "repository=" in route.request.url:
            return route.fulfill(status=400, json={"errors": [{"code": "BAD_REQUEST", "message": "too many to say"}]})
        return route.fulfill(json={**route.fetch().json(), "is_complete": False, "candidates": []})

    page = portal.window("alice").open(f"/projects/{project}/retention")
    page.route("**/retentions/preview**", answer)
    keep_the_newest(page, 1)
    expect(page.get_by_text("1 of 2 would go")).to_be_visible(timeout=WAIT)
    expect(page.get_by_role("alert").get_by_text("too many to say")).to_be_visible()
    page.get_by_role("link", name="Members").first.click()
    page.get_by_role("dialog", name="Leave without saving?").get_by_role("button", name="Leave").click()


def test_a_rule_is_previewed_saved_tried_and_run(portal: Portal, showcase, project):
    page = portal.window("alice").open(f"/projects/{project}/retention")
    expect(page.get_by_text("Nothing is removed by itself")).to_be_visible()
    keep_the_newest(page, 1)
    # What isn't saved yet is judged by the registry, and the project still has no policy.
    expect(page.get_by_text("1 of 2 would go")).to_be_visible(timeout=WAIT)
    expect(candidate(page, "v1")).to_contain_text("No rule keeps it")
    expect(candidate(page, "v2")).to_contain_text("Rule 1: among the most recently pushed")
    assert not showcase.api.expect("GET", f"/projects/{project}").json()["metadata"].get("retention_id")
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.get_by_text("The retention policy was saved")).to_be_visible()

    page.get_by_role("button", name="Dry run").click()
    expect(page.get_by_text("1 of 2 would go")).to_be_visible(timeout=WAIT)
    expect(candidate(page, "v1")).to_contain_text("Goes")
    page.get_by_role("button", name="Stays", exact=True).click()
    expect(candidate(page, "v1")).to_have_count(0)
    expect(candidate(page, "v2")).to_be_visible()
    artifacts = f"/projects/{project}/repositories/app/artifacts"
    assert showcase.api.get(f"{artifacts}/v1").status_code == 200

    page.get_by_role("link", name="To the policy").click()
    page.get_by_role("button", name="Run now").click()
    page.get_by_role("dialog").get_by_role("button", name="Run and remove").click()
    expect(page.get_by_text("1 of 2 removed")).to_be_visible(timeout=WAIT)
    assert [showcase.api.get(f"{artifacts}/{tag}").status_code for tag in ("v1", "v2")] == [404, 200]
    page.get_by_role("link", name="To the policy").click()
    expect(page.get_by_role("table", name="Runs").get_by_role("row")).to_have_count(3, timeout=WAIT)


def test_rules_are_edited_as_a_draft_and_the_page_is_not_left_unasked(portal: Portal, project):
    page = portal.window("carol").open(f"/projects/{project}/retention")
    page.get_by_role("button", name="Use this: Releases for ever").click()
    rules = page.get_by_role("table", name="Rules").get_by_role("rowheader")
    expect(rules).to_contain_text(["Keep all artifacts with a tag matching v*", "Keep the 5 most recently pushed"])
    page.get_by_role("button", name="Actions for rule 2").click()
    page.get_by_role("menuitem", name="Move up").click()
    expect(rules).to_contain_text(["Keep the 5 most recently pushed", "Keep all artifacts"])
    page.get_by_role("button", name="Actions for rule 1").click()
    page.get_by_role("menuitem", name="Remove").click()
    expect(rules).to_have_count(1)
    page.get_by_role("link", name="Labels").first.click()
    dialog = page.get_by_role("dialog", name="Leave without saving?")
    dialog.get_by_role("button", name="Stay").click()
    page.get_by_role("button", name="Discard").click()
    expect(page.get_by_text("Nothing is removed by itself")).to_be_visible()


@pytest.mark.parametrize(("user", "is_shown"), [("alice", True), ("bob", True), ("carol", True), ("dave", False)])
def test_who_sees_retention(portal: Portal, user, is_shown):
    page = portal.window(user).open("/projects/storefront")
    tabs = page.get_by_role("navigation", name="Pages of the project")
    expect(tabs.get_by_role("link", name="Members")).to_be_visible()
    expect(tabs.get_by_role("link", name="Retention")).to_have_count(int(is_shown))
