"""A session that ends while somebody works: nothing is lost."""

import re

import pytest
import requests
from harness.portal import Portal, Window, password_for
from playwright.sync_api import expect

pytestmark = pytest.mark.haven_only


def end_session(window: Window) -> None:
    """Ends the window's session at the server; its cookie stays where it is."""
    cookies = {cookie["name"]: cookie["value"] for cookie in window.context.cookies()}
    answer = requests.get(f"{window.url}/c/log_out", cookies=cookies, allow_redirects=False, timeout=30)
    assert answer.status_code in (200, 302), answer.text


def sign_in_again(page, user: str) -> None:
    """Fills in the dialog that asks for the password."""
    dialog = page.get_by_role("dialog", name="Your session has ended")
    expect(dialog.get_by_label("User name")).to_have_value(user)
    dialog.get_by_label("Password").fill(password_for(user))
    dialog.get_by_role("button", name="Sign in", exact=True).click()
    expect(dialog).to_have_count(0)


def test_going_on_after_signing_in_again(portal: Portal):
    window = portal.window("carol", fresh=True)
    window.open("/")
    end_session(window)
    window.visit("/projects/storefront")
    sign_in_again(window.page, "carol")
    expect(window.page.get_by_role("heading", name="storefront", level=1)).to_be_visible()


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
