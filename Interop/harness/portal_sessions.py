"""Sessions that end while a window is open, and how its user goes on."""

import requests
from playwright.sync_api import Page, expect

from harness.portal import Window, password_for


def end_session(window: Window) -> None:
    """Ends the window's session at the server; its cookie stays where it is."""
    cookies = {cookie["name"]: cookie["value"] for cookie in window.context.cookies()}
    answer = requests.get(f"{window.url}/c/log_out", cookies=cookies, allow_redirects=False, timeout=120)
    assert answer.status_code in (200, 302), answer.text


def sign_in_again(page: Page, user: str) -> None:
    """Fills in the dialog that asks for the password."""
    dialog = page.get_by_role("dialog", name="Your session has ended")
    expect(dialog.get_by_label("User name")).to_have_value(user)
    dialog.get_by_label("Password").fill(password_for(user))
    dialog.get_by_role("button", name="Sign in", exact=True).click()
    expect(dialog).to_have_count(0)
