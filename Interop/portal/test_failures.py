"""What people see when the registry refuses, breaks or isn't there."""

import json

import pytest
from harness.portal import Portal
from playwright.sync_api import expect

pytestmark = pytest.mark.haven_only

MESSAGE = "the database is having a rest"


def break_requests(page, pattern: str, status: int = 500) -> None:
    """Answers requests in the registry's place with an error."""
    body = json.dumps({"errors": [{"code": "UNKNOWN", "message": MESSAGE}]})
    headers = {"Content-Type": "application/json", "X-Request-ID": "0123456789abcdef"}
    page.route(pattern, lambda route: route.fulfill(status=status, headers=headers, body=body))


def test_an_error_shows_the_servers_words_and_the_requests_number(portal: Portal):
    window = portal.window("alice")
    window.open("/")
    break_requests(window.page, "**/api/v2.0/projects/storefront**")
    page = window.visit("/projects/storefront")
    expect(page.get_by_text(MESSAGE)).to_be_visible()
    expect(page.get_by_text("0123456789abcdef")).to_be_visible()
    page.unroute("**/api/v2.0/projects/storefront**")
    page.get_by_role("button", name="Try again").click()
    expect(page.get_by_role("heading", name="storefront", level=1)).to_be_visible()
    window.problems.clear()


def test_a_log_that_is_gone_is_not_asked_for_again(portal: Portal, showcase):
    parameters = {"audit_retention_hour": 240_000, "include_event_types": "*", "dry_run": True}
    body = {"schedule": {"type": "Manual"}, "parameters": parameters}
    run = showcase.api.made("/system/purgeaudit/schedule", body)
    page = portal.window("admin").open("/administration/audit-log/purge")
    row = page.get_by_role("row").filter(has=page.get_by_role("rowheader", name=str(run), exact=True))
    expect(row).to_contain_text("Done")
    break_requests(page, "**/log?after=*", 404)
    asked = []
    page.on("request", lambda request: asked.append(request.url) if f"/{run}/log" in request.url else None)
    row.get_by_role("button", name="More actions").click()
    page.get_by_role("menuitem", name="Log").click()
    expect(page.get_by_role("dialog").get_by_text(MESSAGE)).to_be_visible()
    page.wait_for_timeout(3_000)
    assert len(asked) == 1


@pytest.mark.parametrize("path", ["/projects/%E0%A4%A", "/projects/%2e%2e", "/projects//", "/projects/a%2Fb", "/%00"])
def test_odd_addresses_show_that_there_is_nothing(portal: Portal, path):
    window = portal.window("alice")
    window.open("/")
    page = window.visit(path)
    expect(page.get_by_role("navigation", name="Main navigation")).to_be_visible()
    expect(page.get_by_role("heading").first).to_be_visible()


def test_a_page_without_network_comes_back_with_it(portal: Portal):
    window = portal.window("alice")
    window.open("/projects/storefront")
    window.context.set_offline(True)
    page = window.visit("/projects/platform")
    expect(page.get_by_text("The registry can't be reached").first).to_be_visible()
    window.context.set_offline(False)
    expect(page.get_by_role("heading", name="platform", level=1)).to_be_visible()
    expect(page.get_by_text("The registry can't be reached")).to_have_count(0)
    # Chromium itself complains about requests without a network.
    window.problems.clear()
