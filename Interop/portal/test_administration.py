"""Administration: accounts, groups, roles, quotas, the configuration, and how the registry is."""

import re
import secrets

import pytest
from harness.portal import Portal, Window, held_undo
from harness.portal_sessions import end_session, sign_in_again
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.haven_only


@pytest.fixture
def name() -> str:
    """A name that nothing has."""
    return f"made-{secrets.token_hex(4)}"


@pytest.fixture
def configuration(showcase):
    """Puts the configuration back as it was."""
    before = showcase.api.expect("GET", "/configurations").json()
    yield
    values = {key: item["value"] for key, item in before.items() if item["editable"] and key in CHANGED}
    showcase.api.expect("PUT", "/configurations", 200, json=values)


CHANGED = {"session_timeout", "read_only", "banner_message", "skip_audit_log_database", "storage_per_project"}


def act_on(page: Page, subject: str, action: str):
    """Chooses an action of a row's menu; gives the dialog that it opens."""
    page.get_by_role("button", name=f"More actions: {subject}", exact=True).click()
    page.get_by_role("menuitem", name=action).click()
    return page.get_by_role("dialog")


def said(page: Page, text: str) -> None:
    """Waits until the page says in passing that something was done."""
    expect(page.locator(".toast", has_text=text).last).to_be_visible()


def test_an_account_from_its_making_to_its_end(window: Window, showcase, name):
    page = window.open("/administration/users")
    page.get_by_role("button", name="New user").click()
    dialog = page.get_by_role("dialog", name="New user")
    dialog.get_by_label("User name").fill(name)
    dialog.get_by_label("E-mail address").fill("admin@example.com")
    dialog.get_by_role("button", name="Make one up").click()
    expect(dialog.get_by_label("Password", exact=True)).to_have_value(re.compile("^[A-Za-z0-9]{20}$"))
    dialog.get_by_role("button", name="Create the user").click()
    expect(dialog.get_by_role("alert").filter(has_text="belongs to another user")).to_be_visible()
    dialog.get_by_label("E-mail address").fill(f"{name}@example.com")
    dialog.get_by_role("button", name="Create the user").click()
    said(page, f"{name} was created")
    page.get_by_role("searchbox", name="Filter by user name").fill(name)
    expect(page.get_by_role("row").filter(has_text=name)).to_be_visible()
    act_on(page, name, "Make administrator").get_by_role("button", name="Make administrator").click()
    said(page, f"{name} is an administrator now")
    act_on(page, name, "Withdraw administrator").get_by_role("button", name="Withdraw", exact=True).click()
    said(page, f"{name} is no administrator any more")
    act_on(page, name, "Delete user").get_by_role("button", name="Delete user").click()
    said(page, f"{name} was deleted")
    assert showcase.api.expect("GET", f"/users?q=username={name}").json() == []


def test_nobody_is_offered_to_lock_themselves_out(window: Window):
    page = window.open("/administration/users")
    page.get_by_role("button", name="More actions: admin", exact=True).click()
    expect(page.get_by_role("menuitem")).to_have_text(["Your profile"])


def test_members_of_a_group_by_keyboard_and_back_again(window: Window, name):
    page = window.open("/administration/groups?create=yes")
    page.get_by_role("dialog").get_by_label("Group name").fill(name)
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name=name, level=1)).to_be_visible()
    page.get_by_role("button", name="Add member").click()
    page.get_by_role("combobox", name="User").fill("carol")
    expect(page.get_by_role("option", name="carol")).to_be_visible()
    page.keyboard.press("Enter")
    page.keyboard.press("Enter")
    member = page.get_by_role("rowheader", name="carol")
    expect(member).to_be_visible()
    page.get_by_role("button", name="Remove carol from the group").click()
    undo = held_undo(page, "carol was removed")
    expect(member).to_have_count(0)
    undo.click()
    expect(member).to_be_visible()
    page.get_by_role("button", name="More actions").click()
    page.get_by_role("menuitem", name="Delete group").click()
    page.get_by_role("dialog").get_by_role("button", name="Delete group").click()
    expect(page).to_have_url(re.compile("/administration/groups$"))


def test_a_role_that_somebody_has_stays(window: Window, showcase, project, name):
    page = window.open("/administration/roles")
    dialog = act_on(page, "Guest", "Make a role like it")
    dialog.get_by_label("Name").fill(name)
    dialog.get_by_role("checkbox", name="push").check()
    dialog.get_by_role("button", name="Create the role").click()
    said(page, f"{name} was created")
    role = next(role for role in showcase.api.expect("GET", "/roles").json() if role["name"] == name)
    assert {"resource": "repository", "action": "push"} in role["permissions"] and len(role["permissions"]) == 21
    member = {"role_id": role["id"], "member_user": {"username": "frank"}}
    number = showcase.api.expect("POST", f"/projects/{project}/members", 201, json=member).headers["Location"]
    dialog = act_on(page, name, "Delete role")
    dialog.get_by_role("button", name="Delete role").click()
    expect(dialog.get_by_role("alert").filter(has_text="1 member has the role")).to_be_visible()
    showcase.api.expect("DELETE", number.removeprefix("/api/v2.0"))
    dialog.get_by_role("button", name="Delete role").click()
    said(page, f"{name} was deleted")


def test_a_limit_below_what_is_stored_is_warned_of(window: Window, project):
    page = window.open(f"/administration/quotas?filter={project}")
    page.get_by_role("button", name=f"Change the limit of {project}").click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_label("Unlimited").uncheck()
    expect(dialog.get_by_role("button", name="Save")).to_be_disabled()
    dialog.get_by_label("Limit", exact=True).fill("1")
    dialog.get_by_label("Unit").select_option("B")
    expect(dialog.get_by_text("less than it stores")).to_be_visible()
    dialog.get_by_role("button", name="Save").click()
    expect(page.get_by_role("row").filter(has_text=project).get_by_text("Full", exact=True)).to_be_visible()


def test_unsaved_changes_are_asked_for_and_outlive_a_session(portal: Portal, showcase, configuration):
    window = portal.window("admin", fresh=True)
    page = window.open("/administration/users")
    page.get_by_role("link", name="Configuration").click()
    page.get_by_label("Sessions end after").fill("77")
    page.go_back()
    page.get_by_role("dialog", name="Leave without saving?").get_by_role("button", name="Stay").click()
    expect(page.get_by_label("Sessions end after")).to_have_value("77")
    end_session(window)
    page.get_by_role("button", name="Save").click()
    sign_in_again(page, "admin")
    said(page, "Saved")
    assert showcase.api.expect("GET", "/configurations").json()["session_timeout"]["value"] == 77
    page.get_by_role("link", name="Users").click()
    expect(page.get_by_role("heading", name="Users", level=1)).to_be_visible()


def test_a_refusal_stands_beside_what_it_names(window: Window, showcase, configuration):
    page = window.open("/administration/configuration")
    page.get_by_label("Forward only").check()
    page.get_by_label("Sessions end after").fill("88")
    page.get_by_role("button", name="Save").click()
    item = page.locator('[data-item="skip_audit_log_database"]')
    expect(item.get_by_role("alert")).to_contain_text("audit_log_forward_endpoint")
    assert showcase.api.expect("GET", "/configurations").json()["session_timeout"]["value"] != 88
    page.get_by_role("button", name="Discard").click()
    expect(page.get_by_role("button", name="Save")).to_have_count(0)


def test_the_message_to_everybody(portal: Portal, window: Window, configuration):
    page = window.open("/administration/configuration")
    page.get_by_label("Message to everybody").fill("Maintenance on <b>Saturday</b>")
    page.get_by_label("Kind").select_option("Information")
    page.get_by_role("button", name="Save").click()
    said(page, "Saved")
    other = portal.window("alice").open("/projects")
    expect(other.get_by_text("Maintenance on <b>Saturday</b>")).to_be_visible()


def test_the_registry_is_well(window: Window):
    page = window.open("/administration/health")
    expect(page.get_by_text("Database")).to_be_visible()
    expect(page.get_by_text("Works", exact=True)).to_have_count(3)
    expect(page.get_by_role("meter").first).to_be_visible()
