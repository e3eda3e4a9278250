"""One's own account, the command palette and the API's reference, as people use them."""

import re
import secrets

import pytest
from harness.portal import Portal, password_for
from playwright.sync_api import expect

pytestmark = pytest.mark.haven_only


@pytest.fixture
def somebody(showcase) -> tuple[str, str]:
    """A new user's name and password."""
    name = f"user-{secrets.token_hex(4)}"
    account = {"username": name, "email": f"{name}@example.com", "realname": name, "password": "Harbour123", "comment": ""}
    showcase.api.made("/users", account)
    return name, account["password"]


def sign_in(page, name: str, password: str) -> None:
    """Signs in by the form."""
    page.get_by_label("User name").fill(name)
    page.get_by_label("Password").fill(password)
    page.get_by_role("button", name="Sign in").click()


def test_a_new_password_keeps_its_owner_signed_in(portal: Portal, somebody):
    name, password = somebody
    page = portal.window(None).open("/profile?tab=security")
    sign_in(page, name, password)
    page.get_by_label("Current password").fill("Wrong-1234")
    page.get_by_label("New password", exact=True).fill("Harbour456")
    page.get_by_label("New password again").fill("Harbour456")
    page.get_by_role("button", name="Change the password").click()
    expect(page.get_by_text("The current password is wrong.")).to_be_visible()
    page.get_by_label("Current password").fill(password)
    page.get_by_role("button", name="Change the password").click()
    expect(page.get_by_text("The password was changed")).to_be_visible()
    page.reload()
    expect(page.get_by_label("Current password")).to_be_visible()


def test_the_palette_finds_a_whole_pull_command(portal: Portal):
    page = portal.window("alice").open("/")
    page.keyboard.press("Control+k")
    expect(page.get_by_role("combobox", name="Search or jump to")).to_be_focused()
    page.keyboard.type("docker pull registry.example.com/storefront/web:v2.4.0")
    # Pressed before the answer is there: it waits for it.
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("/projects/storefront/repositories/web/-/v2.4.0$"))


def test_an_empty_palette_has_recent_pages_until_somebody_else_signs_in(portal: Portal):
    page = portal.window("alice", fresh=True).open("/projects/storefront")
    page.get_by_role("link", name="Home", exact=True).click()
    page.keyboard.press("Control+k")
    expect(page.get_by_role("group", name="Recently visited").get_by_role("option")).to_contain_text(["storefront"])
    page.get_by_role("option", name="Sign out").click()
    sign_in(page, "erin", password_for("erin"))
    expect(page.get_by_role("heading", name="Home")).to_be_visible()
    page.keyboard.press("Control+k")
    expect(page.get_by_role("option").first).to_be_visible()
    expect(page.get_by_text("Recently visited")).to_have_count(0)


def test_going_back_leads_to_where_one_was(portal: Portal):
    page = portal.window("alice").open("/api-reference")
    page.get_by_role("button", name="/projects/{project_name}/logs").first.scroll_into_view_if_needed()
    before = page.evaluate("scrollY")
    assert before > 0
    page.get_by_role("link", name="Projects", exact=True).click()
    expect(page.get_by_role("heading", name="Projects", level=1)).to_be_focused()
    page.wait_for_function("scrollY === 0")
    page.go_back()
    page.wait_for_function("top => Math.abs(scrollY - top) < 3", arg=before)


def test_an_operation_of_the_reference_has_an_address(portal: Portal):
    page = portal.window(None).open("/api-reference?operation=listProjects")
    expect(page.get_by_role("button", name="GET /projects Lists")).to_be_in_viewport()
    expect(page.get_by_label("Command")).to_contain_text("curl")
    expect(page.get_by_text("/replication/policies")).to_have_count(0)
    page.get_by_label("Show operations of later versions").check()
    expect(page.get_by_text("/replication/policies").first).to_be_visible()


def test_a_secret_is_made_after_a_question_and_not_lost_by_accident(portal: Portal, showcase, somebody):
    name, password = somebody
    page = portal.window(None).open("/profile?tab=security")
    sign_in(page, name, password)
    page.get_by_role("button", name="Make a secret").click()
    question = page.get_by_role("dialog", name="Make a new secret?")
    expect(question).to_contain_text("it ends at once")
    question.get_by_role("button", name="Make a secret").click()
    shown = page.get_by_role("dialog", name="Your secret")
    expect(shown).to_be_visible()
    page.keyboard.press("Escape")
    expect(shown).to_contain_text("You haven't copied the secret")
    page.keyboard.press("Escape")
    expect(shown).to_have_count(0)


def test_a_form_with_changes_asks_before_it_is_left(portal: Portal, somebody):
    name, password = somebody
    page = portal.window(None).open("/profile")
    sign_in(page, name, password)
    page.get_by_label("Full name").fill("Somebody Else")
    page.get_by_role("link", name="Sessions", exact=True).click()
    question = page.get_by_role("dialog", name="Leave without saving?")
    question.get_by_role("button", name="Stay").click()
    expect(page.get_by_label("Full name")).to_have_value("Somebody Else")
    page.get_by_role("link", name="Projects", exact=True).click()
    question.get_by_role("button", name="Leave").click()
    expect(page).to_have_url(f"{portal.url}/projects")


def test_a_language_that_cannot_be_fetched_is_told(portal: Portal):
    window = portal.window("alice")
    page = window.open("/profile")
    page.route("**/assets/zh-*.js", lambda route: route.abort())
    page.get_by_role("radio", name="简体中文").click()
    expect(page.get_by_text("The language can't be fetched at the moment")).to_be_visible()
    expect(page.get_by_role("heading", name="Appearance")).to_be_visible()
