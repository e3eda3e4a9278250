"""Webhooks in the browser: one is made, tried, seen at its receiver, sent again, and kept from leaking secrets."""

import hashlib
import hmac
import json

import pytest
from harness.portal import Portal
from harness.receiver import Receiver
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.haven_only

WAIT = 120_000
SECRET = "correct-horse-battery-staple"


@pytest.fixture
def receiver():
    """Somebody who is told."""
    with Receiver() as receiver:
        yield receiver


def fill_in(page: Page, receiver: Receiver, name: str) -> None:
    """Writes the least that a webhook needs, and a secret."""
    page.get_by_role("textbox", name="Name", exact=True).fill(name)
    page.get_by_role("textbox", name="Address").fill(receiver.url)
    page.get_by_label("Secret", exact=True).fill(SECRET)


def test_a_webhook_is_made_tried_and_its_delivery_sent_again(portal: Portal, project, receiver):
    page = portal.window("alice").open(f"/projects/{project}/webhooks")
    page.get_by_role("link", name="New webhook").first.click()
    fill_in(page, receiver, "deploy")
    example = page.get_by_role("complementary", name="What is sent")
    expect(example).to_contain_text("PUSH_ARTIFACT")
    page.get_by_role("button", name="Create the webhook").click()
    expect(page.get_by_text("Nothing was sent yet")).to_be_visible()

    page.get_by_role("button", name="Send a test").click()
    dialog = page.get_by_role("dialog")
    expect(dialog.get_by_text("Delivered", exact=True)).to_be_visible(timeout=WAIT)
    expect(dialog.get_by_role("group", name="Request and answer")).to_contain_text("200")
    (first,) = receiver.received(1)
    signature = hmac.new(SECRET.encode(), first["body"], hashlib.sha256).hexdigest()
    headers = {name.lower(): value for name, value in first["headers"].items()}
    assert headers["x-haven-signature-256"].endswith(signature)
    assert json.loads(first["body"])["type"] == "PUSH_ARTIFACT"
    assert SECRET not in page.content()

    dialog.get_by_role("button", name="Send again").click()
    assert receiver.received(2)[1]["body"] == first["body"]
    expect(dialog.get_by_text("Delivered", exact=True)).to_be_visible(timeout=WAIT)
    dialog.get_by_role("button", name="Close").first.click()
    expect(page.get_by_role("table", name="Deliveries").get_by_role("row")).to_have_count(3, timeout=WAIT)


def test_a_failed_delivery_says_what_was_answered(portal: Portal, showcase, project, receiver):
    receiver.answer = lambda request: (404, {})
    target = {"type": "http", "address": receiver.url, "attempts": 1}
    body = {"name": "broken", "event_types": ["PUSH_ARTIFACT"], "targets": [target]}
    number = showcase.api.made(f"/projects/{project}/webhook/policies", body)
    page = portal.window("alice").open(f"/projects/{project}/webhooks/{number}")
    page.get_by_role("button", name="Send a test").click()
    dialog = page.get_by_role("dialog")
    expect(dialog.get_by_text("Failed", exact=True)).to_be_visible(timeout=WAIT)
    expect(dialog.get_by_role("group", name="Request and answer")).to_contain_text("404")


def test_a_delivery_that_has_ended_is_not_asked_for_again(portal: Portal, showcase, project, receiver):
    policies = f"/projects/{project}/webhook/policies"
    target = {"type": "http", "address": receiver.url}
    body = {"name": "deploy", "event_types": ["PUSH_ARTIFACT"], "targets": [target]}
    number = showcase.api.made(policies, body)
    delivery = showcase.api.made(f"{policies}/{number}/test", {})
    window = portal.window("alice")
    window.open("/")
    # It isn't on the page of the list that is shown.
    window.page.route("**/executions?*", lambda route: route.fulfill(json=[], headers={"X-Total-Count": "0"}))
    page = window.visit(f"/projects/{project}/webhooks/{number}?delivery={delivery}")
    expect(page.get_by_role("dialog").get_by_text("Delivered", exact=True)).to_be_visible()
    asked = []
    page.on("request", lambda request: asked.append(request.url) if "/tasks?" in request.url else None)
    page.wait_for_timeout(4_000)
    assert len(asked) <= 1


def test_secrets_are_kept_but_not_shown_and_not_sent_elsewhere(portal: Portal, project, receiver):
    page = portal.window("alice").open(f"/projects/{project}/webhooks/new")
    fill_in(page, receiver, "signed")
    page.get_by_role("button", name="Create the webhook").click()
    expect(page.get_by_text("Nothing was sent yet")).to_be_visible()
    page.get_by_role("link", name="Settings").last.click()
    expect(page.get_by_text("Set; it is never shown.")).to_be_visible()
    page.get_by_role("textbox", name="Description").fill("tells the build")
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.get_by_text("The webhook was saved")).to_be_visible()
    expect(page.get_by_text("Set; it is never shown.")).to_be_visible()
    page.get_by_role("textbox", name="Address").fill("https://elsewhere.example.com/")
    expect(page.get_by_text("It was given for another address")).to_be_visible()
    expect(page.get_by_role("button", name="Save", exact=True)).to_be_disabled()
    assert SECRET not in page.content()


def test_switching_off_leaves_what_somebody_else_has_changed(portal: Portal, showcase, project):
    target = {"type": "slack", "address": "https://hooks.example.com/a", "secret": SECRET}
    policies = f"/projects/{project}/webhook/policies"
    body = {"name": "chat", "event_types": ["PUSH_ARTIFACT"], "targets": [target]}
    number = showcase.api.made(policies, body)
    page = portal.window("alice").open(f"/projects/{project}/webhooks")
    row = page.get_by_role("row").filter(has_text="chat")
    expect(row).to_contain_text("On")
    showcase.api.expect("PUT", f"{policies}/{number}", json={"description": "for the builders"})
    row.get_by_role("button", name="Actions for chat").click()
    page.get_by_role("menuitem", name="Switch off").click()
    expect(row).to_contain_text("Off")
    saved = showcase.api.expect("GET", f"{policies}/{number}").json()
    assert (saved["enabled"], saved["description"]) == (False, "for the builders")
    assert saved["targets"][0]["secret"] == "*****"


def test_a_wrong_template_is_shown_at_its_place(portal: Portal, project):
    page = portal.window("alice").open(f"/projects/{project}/webhooks/new")
    page.get_by_role("combobox", name="Body").select_option("Custom")
    example = page.get_by_role("complementary", name="What is sent")
    expect(example).to_contain_text('"event": "PUSH_ARTIFACT"')
    page.get_by_role("textbox", name="Template").fill('{\n  "event": {{#type}}\n}')
    expect(page.get_by_role("alert").filter(has_text="line 2")).to_be_visible()
    page.get_by_role("textbox", name="Template").fill('{ "mine": "{{type}}" }')
    expect(example).to_contain_text('"mine": "PUSH_ARTIFACT"')
    page.get_by_role("link", name="Members").first.click()
    page.get_by_role("dialog", name="Leave without saving?").get_by_role("button", name="Leave").click()


def test_who_may_make_webhooks(portal: Portal):
    for user, tab, button in (("alice", 1, 1), ("bob", 1, 0), ("carol", 0, 0)):
        page = portal.window(user).open("/projects/storefront/webhooks")
        tabs = page.get_by_role("navigation", name="Pages of the project")
        expect(tabs.get_by_role("link", name="Members")).to_be_visible()
        expect(tabs.get_by_role("link", name="Webhooks")).to_have_count(tab)
        expect(page.get_by_role("link", name="New webhook")).to_have_count(button)
