"""A session that ends while somebody works: nothing is lost."""

import re
import secrets

import pytest
from harness.portal import Portal
from harness.portal_sessions import end_session, sign_in_again
from playwright.sync_api import expect

pytestmark = pytest.mark.haven_only


def test_going_on_after_signing_in_again(portal: Portal):
    window = portal.window("carol", fresh=True)
    window.open("/")
    end_session(window)
    window.visit("/projects/storefront")
    sign_in_again(window.page, "carol")
    expect(window.page.get_by_role("heading", name="storefront", level=1)).to_be_visible()


def test_what_was_typed_is_sent_after_signing_in_again(portal: Portal):
    name = f"made-{secrets.token_hex(4)}"
    window = portal.window("carol", fresh=True)
    page = window.open("/projects")
    page.get_by_role("button", name="New project").first.click()
    dialog = page.get_by_role("dialog", name="New project")
    dialog.get_by_label("Name").fill(name)
    end_session(window)
    dialog.get_by_role("button", name="Create project").click()
    sign_in_again(page, "carol")
    expect(page.get_by_role("heading", name=name, level=1)).to_be_visible()


def test_a_wrong_password_is_said_in_the_dialog(portal: Portal):
    window = portal.window("carol", fresh=True)
    window.open("/")
    end_session(window)
    page = window.visit("/projects/storefront")
    dialog = page.get_by_role("dialog", name="Your session has ended")
    dialog.get_by_label("Password").fill("Wrong-1234")
    dialog.get_by_role("button", name="Sign in", exact=True).click()
    expect(dialog.get_by_text("The user name or the password is wrong")).to_be_visible()
    sign_in_again(page, "carol")


def test_leaving_instead(portal: Portal):
    window = portal.window("carol", fresh=True)
    window.open("/")
    end_session(window)
    page = window.visit("/projects/storefront")
    page.get_by_role("button", name="Sign in as somebody else").click()
    expect(page.get_by_role("dialog")).to_have_count(0)
    page.goto(f"{portal.url}/")
    expect(page).to_have_url(re.compile("/sign-in"))
